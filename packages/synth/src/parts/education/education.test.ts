import { academicYear, financialYear } from '@cic/core';
import { education } from '@cic/plugin-education';
import { expect, it } from 'vitest';
import { makesUpFor, valueIn } from '../../../test/plugin.ts';
import { educationParts } from './index.ts';

const plugin = education();
const allPupils = (indicator: string) =>
  [2012, 2024].map((end) => ({
    indicator,
    comparator: 'all-children' as const,
    period: {
      kind: 'academic-year' as const,
      start: `${end - 1}-09-01` as const,
      end: `${end}-08-31` as const,
    },
    value: 60,
  }));
const comparators = plugin.indicators!.flatMap(({ id }) =>
  id.endsWith('-gap') ? allPupils(id.slice(0, -'-gap'.length)) : [],
);
const synthesised = makesUpFor(
  plugin,
  educationParts,
  { seed: 11, children: 250, years: [2010, 2025] },
  {
    years: [
      academicYear(2012),
      financialYear(2012),
      academicYear(2024),
      financialYear(2019),
      financialYear(2025),
    ],
    listed: academicYear(2024),
    // Nobody is away without leave, and panels are not made up.
    emptyLists: ['term-time-absence-without-approval', 'virtual-school-on-panels'],
    config: { comparators },
  },
);

it('is credible', () => {
  const value = (id: string) => valueIn(synthesised, id, academicYear(2024));
  expect(value('school-attendance')).toBeGreaterThan(88);
  expect(value('school-attendance')).toBeLessThan(97);
  expect(value('pep-completed')).toBeGreaterThan(85);
  expect(value('sen-statement-or-plan')).toBeGreaterThan(15);
  expect(value('sen-statement-or-plan')).toBeLessThan(45);
  expect(value('gcse-english-maths-standard-pass')).toBeLessThan(50);
  expect(value('pupils-who-moved-school')).toBeLessThan(30);
});

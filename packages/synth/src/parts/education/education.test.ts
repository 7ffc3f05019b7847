import { academicYear, financialYear } from '@cic/core';
import { education } from '@cic/plugin-education';
import { describe, expect, it } from 'vitest';
import {
  changedTypes,
  emptyLists,
  found,
  misfits,
  silent,
  synthesisedFor,
  valueIn,
} from '../../../test/plugin.ts';
import { educationParts } from './index.ts';

const options = { seed: 11, children: 250, years: [2010, 2025] as const };
const years = [
  academicYear(2012),
  financialYear(2012),
  academicYear(2024),
  financialYear(2019),
  financialYear(2025),
];
const last = years.at(-1)!;
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
const synthesised = synthesisedFor(plugin, educationParts, options, { comparators });

describe('the education of a synthetic council', () => {
  it('has nothing the checks of the plugin find', () => {
    expect(found(synthesised, last)).toEqual([]);
  });

  it('has records of every type of the plugin, which fit their schemas', () => {
    expect(misfits(synthesised)).toEqual([]);
  });

  it('gives every indicator a value in some year', () => {
    expect(silent(synthesised, years)).toEqual([]);
  });

  it('is credible: attendance, plans, needs and turbulence lie where councils report them', () => {
    const value = (id: string) => valueIn(synthesised, id, academicYear(2024));
    expect(value('school-attendance')).toBeGreaterThan(88);
    expect(value('school-attendance')).toBeLessThan(97);
    expect(value('pep-completed')).toBeGreaterThan(85);
    expect(value('sen-statement-or-plan')).toBeGreaterThan(15);
    expect(value('sen-statement-or-plan')).toBeLessThan(45);
    expect(value('gcse-english-maths-standard-pass')).toBeLessThan(50);
    expect(value('pupils-who-moved-school')).toBeLessThan(30);
  });

  it('has lists with something on them, save absence without approval, and panels, which are not made up', () => {
    expect(emptyLists(synthesised, academicYear(2024))).toEqual([
      'term-time-absence-without-approval',
      'virtual-school-on-panels',
    ]);
  });

  it('changes no record of core', () => {
    expect(changedTypes(educationParts, options)).toEqual([]);
  });
});

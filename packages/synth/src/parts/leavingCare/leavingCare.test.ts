import { financialYear } from '@cic/core';
import { leavingCare } from '@cic/plugin-leaving-care';
import { expect, it } from 'vitest';
import { makesUpFor, valueIn } from '../../../test/plugin.ts';
import { leavingCareParts } from './index.ts';

const synthesised = makesUpFor(
  leavingCare(),
  leavingCareParts,
  { seed: 5, children: 700, years: [2022, 2026] },
  {
    years: [2022, 2023, 2024, 2025, 2026].map(financialYear),
  },
);

it('is credible', () => {
  const value = (id: string) => valueIn(synthesised, id, financialYear(2026));
  expect(value('care-leavers-in-touch')).toBeGreaterThan(85);
  expect(value('care-leavers-suitable-accommodation')).toBeGreaterThan(75);
  expect(value('pathway-plan-in-place')).toBeGreaterThan(80);
  expect(value('commissioned-occupancy')).toBeGreaterThan(60);
  expect(value('adviser-caseload')).toBeLessThan(35);
});

import { financialYear } from '@cic/core';
import { adoption } from '@cic/plugin-adoption';
import { expect, it } from 'vitest';
import { makesUpFor, valueIn } from '../../../test/plugin.ts';
import { adoptionParts } from './index.ts';

const synthesised = makesUpFor(
  adoption(),
  adoptionParts,
  { seed: 4, children: 600, years: [2023, 2026] },
  {
    years: [financialYear(2026)],
    // Plan and placement agree for every child.
    emptyLists: ['adoption-placement-reconciliation'],
    addsTo: ['life-story-work', 'view'],
  },
);

it('is credible', () => {
  const value = (id: string) => valueIn(synthesised, id, financialYear(2026));
  expect(value('adoption-a1')).toBeGreaterThan(200);
  expect(value('children-adopted')).toBeGreaterThan(5);
  expect(value('adoptive-families-waiting')).toBeGreaterThan(2);
});

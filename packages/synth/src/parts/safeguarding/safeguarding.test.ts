import { financialYear } from '@cic/core';
import { safeguarding } from '@cic/plugin-safeguarding';
import { expect, it } from 'vitest';
import { makesUpFor, valueIn } from '../../../test/plugin.ts';
import { safeguardingParts } from './index.ts';

const synthesised = makesUpFor(
  safeguarding(),
  safeguardingParts,
  { seed: 6, children: 900, years: [2023, 2026] },
  {
    years: [2023, 2024, 2025, 2026].map(financialYear),
    addsTo: ['panel-decision'],
    config: {
      comparators: [
        {
          indicator: 'convicted-or-cautioned',
          comparator: 'all-children',
          period: { kind: 'financial-year', start: '2025-04-01', end: '2026-03-31' },
          value: 0.7,
        },
      ],
    },
  },
);

it('is credible', () => {
  const value = (id: string) => valueIn(synthesised, id, financialYear(2026));
  expect(value('children-missing')).toBeGreaterThan(50);
  expect(value('missing-episodes-per-child')).toBeGreaterThan(2);
  expect(value('interviews-offered')).toBeGreaterThan(85);
  expect(value('exploitation-caseload')).toBeGreaterThan(10);
});

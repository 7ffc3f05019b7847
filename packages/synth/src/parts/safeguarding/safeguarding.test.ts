import { financialYear } from '@cic/core';
import { safeguarding } from '@cic/plugin-safeguarding';
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
import { safeguardingParts } from './index.ts';

const options = { seed: 6, children: 900, years: [2023, 2026] as const };
const years = [2023, 2024, 2025, 2026].map(financialYear);
const last = years.at(-1)!;
const comparators = [
  {
    indicator: 'convicted-or-cautioned',
    comparator: 'all-children' as const,
    period: { kind: 'financial-year' as const, start: '2025-04-01' as const, end: '2026-03-31' as const },
    value: 0.7,
  },
];
const synthesised = synthesisedFor(safeguarding(), safeguardingParts, options, { comparators });

describe('safeguarding in a synthetic council', () => {
  it('has nothing the checks of the plugin find', () => {
    expect(found(synthesised, last)).toEqual([]);
  });

  it('has records of every type of the plugin, which fit their schemas', () => {
    expect(misfits(synthesised)).toEqual([]);
  });

  it('has a value for every indicator, in one of the years where the thing is rare', () => {
    expect(silent(synthesised, years)).toEqual([]);
    const value = (id: string) => valueIn(synthesised, id, last);
    expect(value('children-missing')).toBeGreaterThan(50);
    expect(value('missing-episodes-per-child')).toBeGreaterThan(2);
    expect(value('interviews-offered')).toBeGreaterThan(85);
    expect(value('exploitation-caseload')).toBeGreaterThan(10);
  });

  it('has lists with something on them', () => {
    expect(emptyLists(synthesised, last)).toEqual([]);
  });

  it('changes no record of core but those it adds to', () => {
    expect(changedTypes(safeguardingParts, options)).toEqual(['panel-decision']);
  });
});

import { financialYear } from '@cic/core';
import { leavingCare } from '@cic/plugin-leaving-care';
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
import { leavingCareParts } from './index.ts';

const options = { seed: 5, children: 700, years: [2022, 2026] as const };
const years = [2022, 2023, 2024, 2025, 2026].map(financialYear);
const last = years.at(-1)!;
const synthesised = synthesisedFor(leavingCare(), leavingCareParts, options);

describe('leaving care in a synthetic council', () => {
  it('has nothing the checks of the plugin find', () => {
    expect(found(synthesised, last)).toEqual([]);
  });

  it('has records of every type of the plugin, which fit their schemas', () => {
    expect(misfits(synthesised)).toEqual([]);
  });

  it('has a value for every indicator, in one of the years where the thing is rare', () => {
    expect(silent(synthesised, years)).toEqual([]);
    const value = (id: string) => valueIn(synthesised, id, last);
    expect(value('care-leavers-in-touch')).toBeGreaterThan(85);
    expect(value('care-leavers-suitable-accommodation')).toBeGreaterThan(75);
    expect(value('pathway-plan-in-place')).toBeGreaterThan(80);
    expect(value('commissioned-occupancy')).toBeGreaterThan(60);
    expect(value('adviser-caseload')).toBeLessThan(35);
  });

  it('has lists with something on them', () => {
    expect(emptyLists(synthesised, last)).toEqual([]);
  });

  it('changes no record of core', () => {
    expect(changedTypes(leavingCareParts, options)).toEqual([]);
  });
});

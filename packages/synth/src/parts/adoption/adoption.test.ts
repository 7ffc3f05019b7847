import { financialYear } from '@cic/core';
import { adoption } from '@cic/plugin-adoption';
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
import { adoptionParts } from './index.ts';

const options = { seed: 4, children: 600, years: [2023, 2026] as const };
const years = [financialYear(2026)];
const last = years.at(-1)!;
const synthesised = synthesisedFor(adoption(), adoptionParts, options);

describe('adoption in a synthetic council', () => {
  it('has nothing the checks of the plugin find', () => {
    expect(found(synthesised, last)).toEqual([]);
  });

  it('has records of every type of the plugin, which fit their schemas', () => {
    expect(misfits(synthesised)).toEqual([]);
  });

  it('has a value for every indicator', () => {
    expect(silent(synthesised, years)).toEqual([]);
    const value = (id: string) => valueIn(synthesised, id, last);
    expect(value('adoption-a1')).toBeGreaterThan(200);
    expect(value('children-adopted')).toBeGreaterThan(5);
    expect(value('adoptive-families-waiting')).toBeGreaterThan(2);
  });

  it('has lists with something on them, and no difference between plan and placement', () => {
    expect(emptyLists(synthesised, last)).toEqual(['adoption-placement-reconciliation']);
  });

  it('changes no record of core but those it adds to', () => {
    expect(changedTypes(adoptionParts, options)).toEqual(['life-story-work', 'view']);
  });
});

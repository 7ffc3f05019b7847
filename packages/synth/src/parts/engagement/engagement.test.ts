import { financialYear } from '@cic/core';
import { engagement } from '@cic/plugin-engagement';
import { describe, expect, it } from 'vitest';
import { changedTypes, emptyLists, found, misfits, silent, synthesisedFor } from '../../../test/plugin.ts';
import { engagementParts } from './index.ts';

const options = { seed: 4, children: 300, years: [2022, 2026] as const };
const years = [2023, 2024, 2025, 2026].map(financialYear);
const last = years.at(-1)!;
const plugin = engagement();
const synthesised = synthesisedFor(plugin, engagementParts, options);

describe('engagement in a synthetic council', () => {
  it('has nothing the checks of the plugin find', () => {
    expect(found(synthesised, last)).toEqual([]);
  });

  it('has records of every type of the plugin, which fit their schemas', () => {
    expect(misfits(synthesised)).toEqual([]);
  });

  it.each([5, 6])('has nothing they find with seed %i either', (seed) => {
    expect(found(synthesisedFor(plugin, engagementParts, { ...options, seed }), last)).toEqual([]);
  });

  it('gives every indicator that the council asks questions for a value in some year', () => {
    const asked = new Set(['settled', 'safe', 'mental-health']);
    const unasked = (id: string) => id.startsWith('survey-') && !asked.has(id.slice('survey-'.length));
    expect(silent(synthesised, years).filter((id) => !unasked(id))).toEqual([]);
  });

  it('has lists with something on them, and nobody who is asked too often', () => {
    expect(emptyLists(synthesised, last)).toEqual(['children-asked-often']);
  });

  it('changes no record of core but those it adds to', () => {
    expect(changedTypes(engagementParts, options)).toEqual(['meeting', 'view']);
  });
});

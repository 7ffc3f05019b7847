import {
  computeIndicators,
  contextFor,
  core,
  defineCouncil,
  financialYear,
  insideOf,
  listRows,
  runChecks,
  toOutside,
  validate,
} from '@cic/core';
import { adoption } from '@cic/plugin-adoption';
import { describe, expect, it } from 'vitest';
import { councilConfig } from '../../council/records.ts';
import { synthesise } from '../../council/synthesise.ts';
import { coreParts } from '../index.ts';
import { adoptionParts } from './index.ts';

const made = synthesise({
  seed: 4,
  children: 600,
  years: [2023, 2026],
  parts: [...coreParts, ...adoptionParts],
});
const { history } = made;
const plugin = adoption();
const council = defineCouncil({ ...councilConfig(made), plugins: [plugin] });
const year = financialYear(2026);

describe('adoption in a synthetic council', () => {
  it('has nothing the checks of the plugin find', () => {
    expect(runChecks(plugin.checks!, { history, council, asAt: year.end })).toEqual([]);
  });

  it('has a value for every indicator', () => {
    const ofCore = new Set(defineCouncil({ id: 'x', name: 'X' }).indicators.map(({ id }) => id));
    const results = computeIndicators({
      council,
      historyFor: () => history,
      indicators: council.indicators.filter(({ id }) => !ofCore.has(id)),
      periods: [year],
    });
    expect(results.filter(({ value }) => value === null).map(({ indicator }) => indicator.id)).toEqual([]);
    const value = (id: string) => results.find(({ indicator }) => indicator.id === id)!.value!;
    expect(value('adoption-a1')).toBeGreaterThan(200);
    expect(value('children-adopted')).toBeGreaterThan(5);
    expect(value('adoptive-families-waiting')).toBeGreaterThan(2);
  });

  it('has records of every type of the plugin, which fit their schemas', () => {
    for (const { id } of plugin.records!) {
      const inputs = made.records.filter(({ type }) => type.id === id);
      const records = inputs.flatMap((input) =>
        insideOf(input).map((record) => toOutside(input.type, record)),
      );
      expect(records.length, id).toBeGreaterThan(0);
      for (const record of records) expect(validate(inputs[0]!.type, record)).toEqual([]);
    }
  });

  it('has lists with something on them', () => {
    const context = contextFor(council, () => history, year);
    for (const id of [
      'adoption-tracker',
      'family-finding-tracker',
      'adopter-tracker',
      'adopter-gap',
      'adoption-support-duty',
    ])
      expect(listRows(council.lists.find((list) => list.id === id)!, context).length, id).toBeGreaterThan(0);
  });

  it('changes no record of core', () => {
    const without = synthesise({ seed: 4, children: 600, years: [2023, 2026] });
    const ofCore = (of: typeof made) =>
      JSON.stringify(
        of.records
          .filter(
            ({ type }) =>
              !['view', 'life-story-work'].includes(type.id) &&
              core.records!.some(({ id }) => id === type.id),
          )
          .map(insideOf),
      );
    expect(ofCore(made)).toBe(ofCore(without));
  });
});

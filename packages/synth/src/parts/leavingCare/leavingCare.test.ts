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
import { leavingCare } from '@cic/plugin-leaving-care';
import { describe, expect, it } from 'vitest';
import { councilConfig } from '../../council/records.ts';
import { synthesise } from '../../council/synthesise.ts';
import { coreParts } from '../index.ts';
import { leavingCareParts } from './index.ts';

const options = { seed: 5, children: 700, years: [2022, 2026] as const };
const made = synthesise({ ...options, parts: [...coreParts, ...leavingCareParts] });
const { history } = made;
const plugin = leavingCare();
const years = [2022, 2023, 2024, 2025, 2026].map(financialYear);
const council = defineCouncil({ ...councilConfig(made), plugins: [plugin] });

describe('leaving care in a synthetic council', () => {
  it('has nothing the checks of the plugin find', () => {
    expect(runChecks(plugin.checks!, { history, council, asAt: years.at(-1)!.end })).toEqual([]);
  });

  it('has a value for every indicator, in one of the years where the thing is rare', () => {
    const ofCore = new Set(defineCouncil({ id: 'x', name: 'X' }).indicators.map(({ id }) => id));
    const indicators = council.indicators.filter(({ id }) => !ofCore.has(id));
    const results = computeIndicators({ council, historyFor: () => history, indicators, periods: years });
    const known = new Set(results.filter(({ value }) => value !== null).map(({ indicator }) => indicator.id));
    expect(indicators.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
    const last = (id: string) => results.findLast(({ indicator }) => indicator.id === id)!.value!;
    expect(last('care-leavers-in-touch')).toBeGreaterThan(85);
    expect(last('care-leavers-suitable-accommodation')).toBeGreaterThan(75);
    expect(last('pathway-plan-in-place')).toBeGreaterThan(80);
    expect(last('commissioned-occupancy')).toBeGreaterThan(60);
    expect(last('adviser-caseload')).toBeLessThan(35);
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
    const context = contextFor(council, () => history, years.at(-1)!);
    for (const list of plugin.lists!) expect(listRows(list, context).length, list.id).toBeGreaterThan(0);
  });

  it('changes no record of core', () => {
    const ofCore = (of: typeof made) =>
      JSON.stringify(
        of.records.filter(({ type }) => core.records!.some(({ id }) => id === type.id)).map(insideOf),
      );
    expect(ofCore(made)).toBe(ofCore(synthesise(options)));
  });
});

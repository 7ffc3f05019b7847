import {
  computeIndicators,
  contextFor,
  core,
  defineCouncil,
  financialYear,
  insideOf,
  isDerived,
  listRows,
  runChecks,
  toOutside,
  validate,
} from '@cic/core';
import { safeguarding } from '@cic/plugin-safeguarding';
import { describe, expect, it } from 'vitest';
import { councilConfig } from '../../council/records.ts';
import { synthesise } from '../../council/synthesise.ts';
import { coreParts } from '../index.ts';
import { safeguardingParts } from './index.ts';

const options = { seed: 6, children: 900, years: [2023, 2026] as const };
const made = synthesise({ ...options, parts: [...coreParts, ...safeguardingParts] });
const { history } = made;
const plugin = safeguarding();
const years = [2023, 2024, 2025, 2026].map(financialYear);
const council = defineCouncil({
  ...councilConfig(made),
  plugins: [plugin],
  comparators: [
    {
      indicator: 'convicted-or-cautioned',
      comparator: 'all-children',
      period: { kind: 'financial-year', start: '2025-04-01', end: '2026-03-31' },
      value: 0.7,
    },
  ],
});

describe('safeguarding in a synthetic council', () => {
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
    expect(last('children-missing')).toBeGreaterThan(50);
    expect(last('missing-episodes-per-child')).toBeGreaterThan(2);
    expect(last('interviews-offered')).toBeGreaterThan(85);
    expect(last('exploitation-caseload')).toBeGreaterThan(10);
    expect(indicators.some(isDerived)).toBe(true);
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
    const without = synthesise(options);
    const ofCore = (of: typeof made) =>
      JSON.stringify(
        of.records
          .filter(
            ({ type }) => type.id !== 'panel-decision' && core.records!.some(({ id }) => id === type.id),
          )
          .map(insideOf),
      );
    expect(ofCore(made)).toBe(ofCore(without));
  });
});

import {
  type Council,
  type CouncilConfig,
  computeIndicators,
  contextFor,
  core,
  defineCouncil,
  insideOf,
  listRows,
  type Period,
  type Plugin,
  runChecks,
} from '@cic/core';
import { describe, expect, it } from 'vitest';
import { allRecords, councilConfig } from '../src/council/records.ts';
import { type SyntheticCouncil, type SynthOptions, synthesise } from '../src/council/synthesise.ts';
import { coreParts } from '../src/parts/index.ts';
import type { SynthPart } from '../src/parts/part.ts';

/** A synthetic council with the records of one plugin, and the plugin that looks at them. */
export interface Synthesised {
  readonly made: SyntheticCouncil;
  readonly plugin: Plugin;
  readonly council: Council;
}

/** Makes a council with a plugin's records on top of those of core. */
export function synthesisedFor(
  plugin: Plugin,
  parts: readonly SynthPart[],
  options: SynthOptions,
  config: Partial<CouncilConfig> = {},
): Synthesised {
  const made = synthesise({ ...options, parts: [...coreParts, ...parts] });
  return { made, plugin, council: defineCouncil({ ...councilConfig(made), plugins: [plugin], ...config }) };
}

/** What the checks of the plugin find. */
export const found = ({ made: { history }, plugin, council }: Synthesised, { end: asAt }: Period): string[] =>
  runChecks(plugin.checks ?? [], { history, council, asAt }).map(
    ({ check, message }) => `${check}: ${message}`,
  );

const indicatorsOf = ({ plugin, council }: Synthesised) => {
  const ids = new Set([
    ...(plugin.indicators ?? []).map(({ id }) => id),
    ...(plugin.duties ?? []).map(({ id }) => `${id}-on-time`),
  ]);
  return council.indicators.filter(({ id }) => ids.has(id));
};

/** Indicators of the plugin, timeliness of its duties included, without a value in any of some periods. */
function silent(synthesised: Synthesised, periods: readonly Period[]): string[] {
  const indicators = indicatorsOf(synthesised);
  const { council, made } = synthesised;
  const known = new Set(
    computeIndicators({ council, historyFor: () => made.history, indicators, periods })
      .filter(({ value }) => value !== null)
      .map(({ indicator }) => indicator.id),
  );
  return indicators.map(({ id }) => id).filter((id) => !known.has(id));
}

/** The value of an indicator in a period; NaN where it has none. */
export const valueIn = ({ council, made }: Synthesised, id: string, period: Period): number =>
  computeIndicators({
    council,
    historyFor: () => made.history,
    indicators: [council.indicator(id)],
    periods: [period],
  })[0]?.value ?? Number.NaN;

/** Record types of the plugin of which there is no record, and records that do not fit their schema. */
function misfits({ made, plugin }: Synthesised): string[] {
  const records = new Map(allRecords(made).map((typed) => [typed.type.id, typed.records]));
  return (plugin.records ?? []).flatMap((type) => {
    const all = records.get(type.id) ?? [];
    if (all.length === 0) return [`there is no ${type.id}`];
    return all
      .filter((record) => !type.validate(record))
      .map((record) => `${type.id} ${JSON.stringify(record)}`);
  });
}

/** Lists of the plugin that nothing stands on. */
function emptyLists({ made, plugin, council }: Synthesised, period: Period): string[] {
  const context = contextFor(council, () => made.history, period);
  return (plugin.lists ?? []).filter((list) => listRows(list, context).length === 0).map(({ id }) => id);
}

/** Record types of core whose records are other ones where the plugin's are made too. */
function changedTypes(parts: readonly SynthPart[], options: SynthOptions): string[] {
  const text = ({ records }: SyntheticCouncil, id: string) =>
    JSON.stringify(records.filter(({ type }) => type.id === id).map(insideOf));
  const [alone, together] = [
    synthesise(options),
    synthesise({ ...options, parts: [...coreParts, ...parts] }),
  ];
  return core.records!.map(({ id }) => id).filter((id) => text(alone, id) !== text(together, id));
}

interface Expected {
  /** What the council says besides. */
  readonly config?: Partial<CouncilConfig>;
  /** Periods in one of which every indicator has a value; the checks look at the last. */
  readonly years: readonly Period[];
  /** Indicators without one nonetheless. */
  readonly silent?: readonly string[];
  /** The period lists are drawn up for; the last of the years if absent. */
  readonly listed?: Period;
  /** Lists on which nothing stands, as nothing is amiss. */
  readonly emptyLists?: readonly string[];
  /** Record types of core that the parts add to. */
  readonly addsTo?: readonly string[];
}

/** The tests that the parts of every plugin pass. */
export function makesUpFor(
  plugin: Plugin,
  parts: readonly SynthPart[],
  options: SynthOptions,
  { config, years, listed = years.at(-1)!, ...expected }: Expected,
): Synthesised {
  const synthesised = synthesisedFor(plugin, parts, options, config);
  describe(`${plugin.id} in a synthetic council`, () => {
    it('has nothing the checks of the plugin find', () => {
      expect(found(synthesised, years.at(-1)!)).toEqual([]);
    });

    it('has records of every type of the plugin, which fit their schemas', () => {
      expect(misfits(synthesised)).toEqual([]);
    });

    it('has a value for every indicator, in one of the years where the thing is rare', () => {
      expect(silent(synthesised, years)).toEqual(expected.silent ?? []);
    });

    it('has lists with something on them', () => {
      expect(emptyLists(synthesised, listed)).toEqual(expected.emptyLists ?? []);
    });

    it('changes no record of core but those it adds to', () => {
      expect(changedTypes(parts, options)).toEqual(expected.addsTo ?? []);
    });
  });
  return synthesised;
}

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

/** What the checks of the plugin find; a council made up has nothing for them to find. */
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
export function silent(synthesised: Synthesised, periods: readonly Period[]): string[] {
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
export function misfits({ made, plugin }: Synthesised): string[] {
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
export function emptyLists({ made, plugin, council }: Synthesised, period: Period): string[] {
  const context = contextFor(council, () => made.history, period);
  return (plugin.lists ?? []).filter((list) => listRows(list, context).length === 0).map(({ id }) => id);
}

/** Record types of core whose records are other ones where the plugin's are made too. */
export function changedTypes(parts: readonly SynthPart[], options: SynthOptions): string[] {
  const text = ({ records }: SyntheticCouncil, id: string) =>
    JSON.stringify(records.filter(({ type }) => type.id === id).map(insideOf));
  const [alone, together] = [
    synthesise(options),
    synthesise({ ...options, parts: [...coreParts, ...parts] }),
  ];
  return core.records!.map(({ id }) => id).filter((id) => text(alone, id) !== text(together, id));
}

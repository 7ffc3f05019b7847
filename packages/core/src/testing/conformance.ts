import { type Council, type CouncilConfig, CouncilError } from '../council/council.ts';
import { financialYear } from '../dates/period.ts';
import type { RecordInput } from '../history/records.ts';
import type { AccessRule, Plugin } from '../plugin/plugin.ts';
import type { RecordType } from '../records/recordType.ts';
import { aCouncil, aHistoryWith, type ChildStory } from './builders.ts';
import { changedFigures, unaskedAnswers, wrongClocks, wrongFigures, wrongFindings } from './invariants.ts';
import { randomFrom, randomStories } from './random.ts';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const YEARS = [2012, 2018, 2024].map(financialYear);
const BY = [['age'], ['sex'], ['district', 'placement-group']];

/** Everything of a plugin that has an id, with where it stands. */
function named(plugin: Plugin): { where: string; id: string }[] {
  const list = (where: string, items: readonly { readonly id: string }[] = []) =>
    items.map(({ id }) => ({ where, id }));
  return [
    { where: 'plugin', id: plugin.id },
    ...list('record', plugin.records),
    ...list('parameter', plugin.parameters),
    ...list('breakdown', plugin.breakdowns),
    ...list('indicator', plugin.indicators),
    ...list('duty', plugin.duties),
    ...list('check', plugin.checks),
    ...list('list', plugin.lists),
    ...list('report', plugin.reports),
  ];
}

function words(plugin: Plugin): string[] {
  const blank = (where: string, entries: Readonly<Record<string, string | undefined>>) =>
    Object.entries(entries)
      .filter(([, text]) => !text?.trim())
      .map(([field]) => `${where} has no ${field}`);
  return [
    ...named(plugin)
      .filter(({ id }) => !KEBAB.test(id))
      .map(({ where, id }) => `${where} '${id}': an id is small letters, digits and hyphens`),
    ...(plugin.indicators ?? []).flatMap(({ id, title, definition, population, source }) =>
      blank(`indicator '${id}'`, { title, definition, population, source }),
    ),
    ...(plugin.duties ?? []).flatMap(({ id, title, definition, source }) =>
      blank(`duty '${id}'`, { title, definition, source }),
    ),
    ...(plugin.checks ?? []).flatMap(({ id, title, fix }) => blank(`check '${id}'`, { title, fix })),
    ...(plugin.checks ?? [])
      .filter(({ find, findOthers }) => !find && !findOthers)
      .map(({ id }) => `check '${id}' looks at nothing: it needs find or findOthers`),
    ...(plugin.parameters ?? []).flatMap(({ id, title, source }) =>
      blank(`parameter '${id}'`, { title, source }),
    ),
  ];
}

function recordExamples(records: readonly RecordType<object>[]): string[] {
  return records.flatMap((type) => {
    const examples = (type.schema.examples ?? []) as readonly unknown[];
    if (examples.length === 0) return [`record '${type.id}' has no example in its schema`];
    return examples
      .map((example, i) => ({ i, ok: type.validate(example) }))
      .filter(({ ok }) => !ok)
      .map(({ i }) => `record '${type.id}': example ${i + 1} does not fit its schema`);
  });
}

/** Ids that reports and access rules name have to exist. */
function references(plugin: Plugin, council: Council): string[] {
  const indicators = new Set(council.indicators.map(({ id }) => id));
  const breakdowns = new Set(council.breakdowns.map(({ id }) => id));
  const duties = new Set(council.duties.map(({ id }) => id));
  const missing = (where: string, kind: string, ids: readonly string[], known: ReadonlySet<string>) =>
    ids.filter((id) => !known.has(id)).map((id) => `${where} names ${kind} '${id}', which does not exist`);
  return [
    ...(plugin.reports ?? []).flatMap(({ id, sections }) =>
      sections.flatMap((section) => {
        const where = `report '${id}', section '${section.title}'`;
        if (section.kind === 'scorecard') return missing(where, 'indicator', section.indicators, indicators);
        if (section.kind === 'duties') return missing(where, 'duty', section.duties, duties);
        if (section.kind !== 'breakdown') return [];
        return [
          ...missing(where, 'indicator', [section.indicator], indicators),
          ...missing(where, 'breakdown', section.by, breakdowns),
        ];
      }),
    ),
    ...accessRules(plugin.access ?? [], council.records),
  ];
}

/** A policy cannot stand on rules about records or fields that do not exist, nor on two for one role and record. */
function accessRules(rules: readonly AccessRule[], records: readonly RecordType<object>[]): string[] {
  const fields = new Map(records.map(({ id, schema }) => [id, Object.keys(schema.properties ?? {})]));
  const seen = new Set<string>();
  return rules.flatMap(({ role, record, hidden = [], masked = [] }) => {
    const where = `access rule of role '${role}' on '${record}'`;
    const known = fields.get(record);
    if (!known) return [`${where}: that record does not exist`];
    const twice = seen.has(`${role} ${record}`) ? [`${where}: there are two`] : [];
    seen.add(`${role} ${record}`);
    const unknown = [...hidden, ...masked].filter((field) => !known.includes(field));
    return [...twice, ...unknown.map((field) => `${where}: '${record}' has no field '${field}'`)];
  });
}

/** Random children, each with some of the examples of the record types: real shapes at unlikely times. */
function childrenWithRecords(records: readonly RecordType<object>[], seed: number): ChildStory[] {
  const random = randomFrom(seed + 1);
  return randomStories(seed, 60).map((story) => {
    let told = story;
    for (const type of records) {
      if (type.subject !== 'child') continue;
      for (const example of (type.schema.examples ?? []) as readonly object[]) {
        if (random() < 0.5)
          told = told.with(type as RecordType<{ child: string }>, example as { child: string });
      }
    }
    return told;
  });
}

/** The examples of records about something other than a child. */
const otherExamples = (records: readonly RecordType<object>[]): RecordInput[] =>
  records
    .filter(({ subject }) => subject !== 'child')
    .map((type) => ({ type, records: (type.schema.examples ?? []) as readonly object[] }));

/**
 * Checks that a plugin keeps the contract: ids and words, examples of its records, references, indicators whose parts
 * add up, duties with one event per trigger, checks and lists that run on anything, and nothing left of it when it is
 * not enabled. Runs on random care histories with the plugin's own record examples in them.
 *
 * @param plugin ours or a council's own
 * @param besides plugins it depends on
 * @returns every breach in plain words; [] for a plugin that conforms
 */
export function conformance(plugin: Plugin, besides: readonly Plugin[] = []): string[] {
  const places: Partial<CouncilConfig> = {
    districts: [{ id: 'north', name: 'North' }],
    populations: [{ area: 'sample', year: 2005, children: 100_000 }],
  };
  let council: Council;
  try {
    council = aCouncil({ ...places, plugins: [...besides, plugin] });
  } catch (error) {
    return error instanceof CouncilError ? [...error.problems] : [String(error)];
  }
  const history = aHistoryWith(otherExamples(council.records), ...childrenWithRecords(council.records, 7));
  const trial = { plugin, council, periods: YEARS, by: BY };
  return [
    ...words(plugin),
    ...recordExamples(plugin.records ?? []),
    ...references(plugin, council),
    ...unaskedAnswers(history, trial),
    ...wrongFigures(history, trial),
    ...wrongClocks(history, trial),
    ...wrongFindings(history, trial),
    ...changedFigures(history, trial, aCouncil({ ...places, plugins: besides })).map(
      (where) => `${where}: a figure of somebody else changes when the plugin is enabled`,
    ),
  ];
}

/** The parts of a council that come from a plugin: all empty when it is not enabled. */
export function leftBehind(plugin: Plugin, council: Council): string[] {
  const here = (
    part: string,
    ours: readonly { readonly id: string }[] = [],
    there: readonly { readonly id: string }[],
  ) => {
    const ids = new Set(ours.map(({ id }) => id));
    return there.filter(({ id }) => ids.has(id)).map(({ id }) => `${part} '${id}'`);
  };
  return [
    ...here('record', plugin.records, council.records),
    ...here('code set', plugin.codeSets, council.codeSets),
    ...here('parameter', plugin.parameters, council.parameterTypes),
    ...here('breakdown', plugin.breakdowns, council.breakdowns),
    ...here('indicator', plugin.indicators, council.indicators),
    ...here('duty', plugin.duties, council.duties),
    ...here('check', plugin.checks, council.checks),
    ...here('list', plugin.lists, council.lists),
    ...here('report', plugin.reports, council.reports),
    ...council.indicators
      .filter(({ id }) => (plugin.duties ?? []).some((duty) => id === `${duty.id}-on-time`))
      .map(({ id }) => `indicator '${id}'`),
  ];
}

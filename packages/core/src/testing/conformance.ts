import { runChecks } from '../checks/check.ts';
import { type Council, CouncilError } from '../council/council.ts';
import { financialYear } from '../dates/period.ts';
import { dutyContext } from '../duties/duty.ts';
import type { CareHistory } from '../history/careHistory.ts';
import type { RecordInput } from '../history/records.ts';
import { holders } from '../indicators/asked.ts';
import { computeIndicators, contextFor } from '../indicators/compute.ts';
import { isDerived } from '../indicators/indicator.ts';
import { type AccessRule, listRows, type Plugin } from '../plugin/plugin.ts';
import type { RecordType } from '../records/recordType.ts';
import { aCouncil, aHistoryWith, type ChildStory } from './builders.ts';
import { randomFrom, randomStories } from './random.ts';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const YEARS = [2012, 2018, 2024];

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

function tried(where: string, problems: string[], run: () => void): void {
  try {
    run();
  } catch (error) {
    problems.push(`${where} throws: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A child who is not asked because of what an indicator says it rests on must have nothing to say. */
function askedAll(council: Council, history: CareHistory, own: Plugin): string[] {
  const problems: string[] = [];
  for (const indicator of own.indicators ?? []) {
    if (isDerived(indicator) || !indicator.restsOn) continue;
    const { id, measure } = indicator;
    tried(`indicator '${id}'`, problems, () => {
      for (const year of YEARS) {
        const context = contextFor(council, () => history, financialYear(year));
        const asked = holders(history, indicator, context.period);
        const spoke = history.children.some(
          (child) => !asked.has(child.index) && measure(child, context) !== undefined,
        );
        if (spoke)
          problems.push(
            `indicator '${id}' counts a child without a record, in reach, of the types it rests on`,
          );
      }
    });
  }
  return [...new Set(problems)];
}

function indicatorsHold(council: Council, history: CareHistory, own: Plugin): string[] {
  const problems: string[] = [];
  for (const indicator of own.indicators ?? []) {
    const where = `indicator '${indicator.id}'`;
    tried(where, problems, () => {
      const results = computeIndicators({
        council,
        historyFor: () => history,
        indicators: [indicator],
        periods: YEARS.map(financialYear),
        by: [['age'], ['sex'], ['district', 'placement-group']],
      });
      for (const { numerator, denominator, value, breakdowns, period } of results) {
        if (isDerived(indicator)) continue;
        const label = `${where} in ${period.label}`;
        if (value !== null && !Number.isFinite(value)) problems.push(`${label} is ${value}`);
        if (
          indicator.unit === 'percent' &&
          numerator !== null &&
          denominator !== null &&
          numerator > denominator
        ) {
          problems.push(`${label}: the numerator ${numerator} is above the population ${denominator}`);
        }
        for (const [by, rows] of breakdowns) {
          const sum = rows.reduce((total, row) => total + (row.numerator ?? 0), 0);
          if (Math.abs(sum - (numerator ?? 0)) > 1e-6 * Math.max(1, Math.abs(sum))) {
            problems.push(`${label}: by ${by} the numerators add up to ${sum}, not ${numerator}`);
          }
        }
      }
    });
  }
  return problems;
}

function dutiesHold(council: Council, history: CareHistory, own: Plugin): string[] {
  const problems: string[] = [];
  for (const duty of own.duties ?? []) {
    const where = `duty '${duty.id}'`;
    tried(where, problems, () => {
      for (const year of YEARS) {
        const context = dutyContext(council, financialYear(year).end);
        for (const child of history.children) {
          const triggers = new Set<number>();
          for (const { startedOn, dueOn, metOn } of duty.events(child, context)) {
            if (dueOn < startedOn) problems.push(`${where} is due before it starts`);
            if (metOn !== undefined && metOn < startedOn) problems.push(`${where} is met before it starts`);
            if (triggers.has(startedOn)) problems.push(`${where} has two events for one trigger`);
            triggers.add(startedOn);
          }
        }
      }
    });
  }
  return [...new Set(problems)];
}

function checksHold(council: Council, history: CareHistory, own: Plugin): string[] {
  const problems: string[] = [];
  for (const check of own.checks ?? []) {
    tried(`check '${check.id}'`, problems, () => {
      for (const { message } of runChecks([check], { history, council, asAt: financialYear(2024).end })) {
        if (message.trim() === '') problems.push(`check '${check.id}' finds something and does not say what`);
      }
    });
  }
  for (const list of own.lists ?? []) {
    tried(`list '${list.id}'`, problems, () => {
      const context = contextFor(council, () => history, financialYear(2024));
      const columns = new Set(list.columns.map(({ id }) => id));
      for (const { cells } of listRows(list, context)) {
        const unknown = Object.keys(cells).filter((id) => !columns.has(id));
        if (unknown.length > 0)
          problems.push(`list '${list.id}' fills columns it does not have: ${unknown.join(', ')}`);
      }
    });
  }
  return [...new Set(problems)];
}

/** Core's numbers on one history, as text: with and without the plugin they have to be the same. */
function coreNumbers(council: Council, history: CareHistory, ids: ReadonlySet<string>): string {
  const results = computeIndicators({
    council,
    historyFor: () => history,
    indicators: council.indicators.filter(({ id }) => ids.has(id)),
    periods: YEARS.map(financialYear),
    by: [['age']],
  });
  return JSON.stringify(results.map(({ indicator, value, numerator }) => [indicator.id, value, numerator]));
}

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
  let council: Council;
  try {
    council = aCouncil({
      plugins: [...besides, plugin],
      districts: [{ id: 'north', name: 'North' }],
      populations: [{ area: 'sample', year: 2005, children: 100_000 }],
    });
  } catch (error) {
    return error instanceof CouncilError ? [...error.problems] : [String(error)];
  }
  const without = aCouncil({ plugins: besides, populations: council.populations });
  const records = council.records;
  const history = aHistoryWith(otherExamples(records), ...childrenWithRecords(records, 7));
  const known = new Set(without.indicators.map(({ id }) => id));
  const problems = [
    ...words(plugin),
    ...recordExamples(plugin.records ?? []),
    ...references(plugin, council),
    ...askedAll(council, history, plugin),
    ...indicatorsHold(council, history, plugin),
    ...dutiesHold(council, history, plugin),
    ...checksHold(council, history, plugin),
  ];
  if (coreNumbers(council, history, known) !== coreNumbers(without, history, known)) {
    problems.push('a number of core changes when the plugin is enabled');
  }
  return problems;
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

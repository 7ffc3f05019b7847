import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  buildCareHistory,
  type CareHistory,
  type Council,
  computeIndicators,
  core,
  dutiesOf,
  financialYear,
  isDerived,
} from '@cic/core';
import { aCouncil } from '@cic/core/testing';
// By path: the generator of synthetic councils depends on this package, not the other way round.
import { coreParts, educationParts, synthesise } from '../../synth/src/index.ts';
import { education } from '../src/index.ts';

const YEARS = [2020, 2021, 2022, 2023, 2024];
const ROUNDS = 5;

/** Processor time: on a machine with other work, the clock on the wall says little. */
function milliseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Megabytes of the heap in use, garbage left out. */
function heap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Everything a plugin counts, for five years, and every child's duties on the last day. */
function work(council: Council, history: CareHistory, ids: ReadonlySet<string>): void {
  computeIndicators({
    council,
    historyFor: () => history,
    indicators: council.indicators.filter(({ id }) => ids.has(id)),
    periods: YEARS.map(financialYear),
  });
  const duties = council.duties.filter(({ id }) => ids.has(id));
  for (const child of history.children) dutiesOf(child, duties, council, financialYear(2024).end);
}

/** Ids of a plugin's indicators, of the timeliness of its duties, and of the duties. */
const idsOf = (plugin: typeof core): Set<string> =>
  new Set([
    ...(plugin.indicators ?? []).map(({ id }) => id),
    ...(plugin.duties ?? []).flatMap(({ id }) => [id, `${id}-on-time`]),
  ]);

/** This plugin beside core, on one synthetic council: 1,000 children in care over five years, and growth. */
export async function bench() {
  const plugin = education();
  const council = aCouncil({ plugins: [plugin] });
  const [own, cores] = [idsOf(plugin), idsOf(core)];
  const rows: (string | number)[][] = [];
  let first: number | undefined;
  for (const children of [250, 1000, 4000]) {
    const made = synthesise({
      seed: 1,
      children,
      years: [2020, 2024],
      parts: [...coreParts, ...educationParts],
    });
    const times = { core: [] as number[], plugin: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      // A history remembers what was worked out of it: each side starts on one of its own, with its records read.
      const [a, b] = [buildCareHistory(made), buildCareHistory(made)];
      for (const history of [a, b]) for (const { id } of council.records) history.recordsOf(id);
      times.core.push(milliseconds(() => work(council, a, cores)));
      times.plugin.push(milliseconds(() => work(council, b, own)));
    }
    const before = heap();
    const history = buildCareHistory(made);
    work(council, history, own);
    const kept = heap() - before;
    const [coreTime, pluginTime] = [median(times.core), median(times.plugin)];
    if (history.children.length !== made.children.length) throw new Error('a child was lost');
    first ??= pluginTime / children;
    rows.push([
      children,
      made.children.length,
      coreTime.toFixed(0),
      pluginTime.toFixed(0),
      (pluginTime / coreTime).toFixed(2),
      (pluginTime / children / first).toFixed(2),
      kept.toFixed(0),
    ]);
  }
  const measured = council.indicators.filter(({ id }) => own.has(id));
  return [
    {
      title: `${measured.length} indicators (${measured.filter(isDerived).length} of them made of others) and ${plugin.duties?.length} duties of education, five years`,
      columns: [
        'children in care',
        'children known',
        'core, ms',
        'education, ms',
        'ratio',
        'time per child against 250',
        'kept in memory, MB',
      ],
      rows,
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table((await bench())[0]!.rows);

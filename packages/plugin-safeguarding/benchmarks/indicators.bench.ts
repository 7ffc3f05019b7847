import { pathToFileURL } from 'node:url';
import {
  type CareHistory,
  type Council,
  computeIndicators,
  core,
  dutiesOf,
  financialYear,
  isDerived,
} from '@cic/core';
import { aCouncil, aHistory } from '@cic/core/testing';
import { safeguarding } from '../src/index.ts';
import { safeguardedChildren } from '../test/stories.ts';

const YEARS = [2018, 2019, 2020, 2021, 2022];
const ROUNDS = 8;

/** Processor time: on a machine with other work, the clock on the wall says little. */
function milliseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** Everything a plugin counts, for five years, and every child's duties on the last day. */
function work(council: Council, history: CareHistory, ids: ReadonlySet<string>): void {
  computeIndicators({
    council,
    historyFor: () => history,
    indicators: council.indicators.filter(({ id }) => ids.has(id)),
    periods: YEARS.map(financialYear),
  });
  const duties = council.duties.filter(({ id }) => ids.has(id));
  for (const child of history.children) dutiesOf(child, duties, council, financialYear(2022).end);
}

/** Ids of a plugin's indicators, of the timeliness of its duties, and of the duties. */
const idsOf = (plugin: typeof core): Set<string> =>
  new Set([
    ...(plugin.indicators ?? []).flatMap(({ id }) => id),
    ...(plugin.duties ?? []).flatMap(({ id }) => [id, `${id}-on-time`]),
  ]);

/** This plugin beside core, on one history: 1,000 children over five years, and growth. */
export async function bench() {
  const plugin = safeguarding();
  const council = aCouncil({ plugins: [plugin] });
  const [own, cores] = [idsOf(plugin), idsOf(core)];
  const rows: (string | number)[][] = [];
  let first: number | undefined;
  for (const children of [250, 1000, 4000]) {
    const stories = safeguardedChildren(1, children);
    const times = { core: [] as number[], plugin: [] as number[] };
    const before = process.memoryUsage().heapUsed;
    for (let round = 0; round < ROUNDS; round++) {
      // One history for both, as a council has; whoever comes first works out placements and periods, so they take turns.
      const history = aHistory(...stories);
      for (const { id } of council.records) history.recordsOf(id);
      const turns = [
        () => times.core.push(milliseconds(() => work(council, history, cores))),
        () => times.plugin.push(milliseconds(() => work(council, history, own))),
      ];
      for (const turn of round % 2 === 0 ? turns : turns.reverse()) turn();
    }
    const heap = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    const [coreTime, pluginTime] = [median(times.core), median(times.plugin)];
    first ??= pluginTime / children;
    rows.push([
      children,
      coreTime.toFixed(0),
      pluginTime.toFixed(0),
      (pluginTime / coreTime).toFixed(2),
      (pluginTime / children / first).toFixed(2),
      heap.toFixed(0),
    ]);
  }
  const measured = council.indicators.filter(({ id }) => own.has(id));
  return [
    {
      title: `${measured.length} indicators (${measured.filter(isDerived).length} of them made of others) and ${plugin.duties?.length} duties of safeguarding, five years`,
      columns: [
        'children',
        'core, ms',
        'safeguarding, ms',
        'ratio',
        'time per child against 250',
        'heap after, MB',
      ],
      rows,
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table((await bench())[0]!.rows);

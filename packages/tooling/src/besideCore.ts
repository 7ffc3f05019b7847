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
  type Plugin,
} from '@cic/core';
import { aCouncil } from '@cic/core/testing';
// By path: synthetic councils depend on the plugins that measure themselves with this.
import { coreParts, type SynthPart, synthesise } from '../../synth/src/index.ts';
import type { BenchmarkTable } from './bench.ts';

const YEARS = [2022, 2023, 2024, 2025, 2026];
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

/** Ids of a plugin's indicators, of the timeliness of its duties, and of the duties. */
const idsOf = (plugin: Plugin): ReadonlySet<string> =>
  new Set([
    ...(plugin.indicators ?? []).map(({ id }) => id),
    ...(plugin.duties ?? []).flatMap(({ id }) => [id, `${id}-on-time`]),
  ]);

/** Everything a plugin counts for five years, and every child's clocks on the last day. */
function work(council: Council, history: CareHistory, ids: ReadonlySet<string>): void {
  computeIndicators({
    council,
    historyFor: () => history,
    indicators: council.indicators.filter(({ id }) => ids.has(id)),
    periods: YEARS.map(financialYear),
  });
  const duties = council.duties.filter(({ id }) => ids.has(id));
  for (const child of history.children) dutiesOf(child, duties, council, financialYear(2026).end);
}

/**
 * A plugin beside core on one synthetic council over five years: 1,000 children in care, a quarter and four times that.
 * @param parts generators of the plugin's records
 */
export function besideCore(plugin: Plugin, parts: readonly SynthPart[]): BenchmarkTable[] {
  const council = aCouncil({ plugins: [plugin] });
  const [own, cores] = [idsOf(plugin), idsOf(core)];
  const rows: (string | number)[][] = [];
  let first: number | undefined;
  for (const children of [250, 1000, 4000]) {
    const made = synthesise({
      seed: 1,
      children,
      years: [2022, 2026],
      parts: [...coreParts, ...parts],
    });
    const times = { core: [] as number[], own: [] as number[] };
    const before = heap();
    for (let round = 0; round < ROUNDS; round++) {
      // A history remembers what was worked out of it: each side starts on one of its own, with its records read.
      const [a, b] = [buildCareHistory(made), buildCareHistory(made)];
      for (const history of [a, b]) for (const { id } of council.records) history.recordsOf(id);
      times.core.push(milliseconds(() => work(council, a, cores)));
      times.own.push(milliseconds(() => work(council, b, own)));
    }
    const kept = heap() - before;
    const ratio = median(times.own.map((time, i) => time / times.core[i]!));
    const time = median(times.own);
    first ??= time / children;
    rows.push([
      children,
      made.children.length,
      Math.round(median(times.core)),
      Math.round(time),
      ratio.toFixed(2),
      (time / children / first).toFixed(2),
      Math.round(kept),
    ]);
  }
  const counted = council.indicators.filter(({ id }) => own.has(id));
  return [
    {
      title: `${counted.length} indicators (${counted.filter(isDerived).length} made of others) and ${plugin.duties?.length} duties of ${plugin.id}, five years`,
      columns: [
        'children in care',
        'children known',
        'core, ms',
        `${plugin.id}, ms`,
        `${plugin.id} to core`,
        'per child against 250',
        'kept, MB',
      ],
      rows,
    },
  ];
}

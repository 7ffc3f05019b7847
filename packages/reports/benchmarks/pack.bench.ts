import { pathToFileURL } from 'node:url';
import type { BenchmarkTable } from '../../tooling/src/bench.ts';
import { boardPack, buildReport, renderCsv, renderHtml, renderXlsx } from '../src/index.ts';
import { aWholeCouncil } from '../test/council.ts';

const CHILDREN = 250;
const TIMES = [1, 4, 16] as const;
const ROUNDS = 3;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Processor seconds: on a machine with other work, the clock on the wall says little. */
async function seconds(work: () => Promise<unknown> | unknown): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    all.push((user + system) / 1e6);
  }
  return median(all);
}

/** A board pack of a council with six plugins over five years: for operators, for the board, and set in each format. */
export async function bench(): Promise<BenchmarkTable[]> {
  const rows: (string | number)[][] = [];
  let first: number | undefined;
  for (const times of TIMES) {
    const whole = aWholeCouncil(CHILDREN * times);
    const definition = boardPack(whole);
    const bare = await seconds(() => buildReport(definition, { ...whole, audience: 'operator' }));
    const safe = await seconds(() => buildReport(definition, whole));
    const report = await buildReport(definition, whole);
    const html = await seconds(() => renderHtml(report));
    const csv = await seconds(() => renderCsv(report));
    const xlsx = await seconds(() => renderXlsx(report));
    first ??= safe;
    rows.push([
      CHILDREN * times,
      bare.toFixed(2),
      safe.toFixed(2),
      (safe / first).toFixed(1),
      html.toFixed(3),
      csv.toFixed(3),
      xlsx.toFixed(3),
    ]);
  }
  return [
    {
      title: 'Board pack, five years, six plugins (processor seconds)',
      columns: ['in care', 'built', 'and protected', 'times the first', 'HTML', 'CSV', 'XLSX'],
      rows,
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.table((await bench())[0]!.rows);

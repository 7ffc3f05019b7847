import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { insideOf } from '@cic/core';
import { fit, marginalsOf, synthesise, toReturns } from '../src/index.ts';

const CHILDREN = 1000;
const FACTORS = [1, 4, 16] as const;
const YEARS = [2022, 2026] as const;
const ROUNDS = 4;

const milliseconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** The best of some rounds: the machine has other work as well. */
const best = (work: () => unknown): number =>
  Math.min(...Array.from({ length: ROUNDS }, () => milliseconds(work)));

/** Heap in use once what nobody holds is gone. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1e6;
}

/** Making a council of 1,000 children over five years, and of 4 and 16 times as many; its returns; fitting its tables. */
export async function bench() {
  const rows: (string | number)[][] = [];
  let single = 0;
  for (let i = 0; i < 5; i++) synthesise({ seed: `warm ${i}`, children: CHILDREN, years: YEARS });
  for (const factor of FACTORS) {
    const options = { seed: 1, children: CHILDREN * factor, years: YEARS };
    const time = best(() => synthesise(options));
    single ||= time;
    const before = heap();
    const council = synthesise(options);
    const held = heap() - before;
    const returns = milliseconds(() => toReturns(council, [2022, 2023, 2024, 2025, 2026]));
    const records = council.records.reduce(
      (sum, input) => sum + insideOf(input).length,
      council.episodes.length,
    );
    rows.push([
      (CHILDREN * factor).toLocaleString('en-GB'),
      Math.round(time),
      (time / single / factor).toFixed(2),
      records.toLocaleString('en-GB'),
      Math.round(held),
      Math.round(returns),
    ]);
  }
  const tables = marginalsOf(synthesise({ seed: 1, children: CHILDREN, years: YEARS, parts: [] }));
  const start = performance.now();
  const { notes } = await fit(tables, { seed: 1 });
  return [
    {
      title: 'A synthetic council over five years',
      columns: [
        'children in care',
        'ms',
        'growth (1 is linear)',
        'episodes and records',
        'MB held',
        'five returns ms',
      ],
      rows,
      notes: [
        `Fitting five years of tables of ${CHILDREN.toLocaleString('en-GB')} children: ${Math.round(performance.now() - start)} ms, ${notes.length} cells not followed (children who come back are counted once by the tables).`,
      ],
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { title, columns, rows, notes } of await bench()) {
    console.log(title);
    console.table(rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [columns[i]!, cell]))));
    for (const note of notes) console.log(note);
  }
}

import { computeIndicators, defineCouncil, financialYear } from '@cic/core';
import { type ReturnFile, readReturn, toCareHistories, writeCsv } from '@cic/ssda903';
import { councilConfig, synthesise, toReturns } from '@cic/synth';

const YEARS = [2022, 2023, 2024, 2025, 2026];
const RUNS = 5;

interface Sample {
  readonly read: number;
  readonly history: number;
  readonly indicators: number;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** Processor time of this process in milliseconds: another program on the machine does not count. */
const clock = (): number => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;

function measure(
  files: readonly (readonly ReturnFile[])[],
  council: ReturnType<typeof defineCouncil>,
): Sample {
  const start = clock();
  const returns = files.map((of, i) => ({ year: YEARS[i]!, return: readReturn(of).return }));
  const read = clock();
  const histories = toCareHistories(returns);
  const history = clock();
  computeIndicators({
    council,
    historyFor: histories.historyFor,
    indicators: council.indicators,
    periods: YEARS.map(financialYear),
    by: council.breakdowns.map(({ id }) => [id]),
  });
  return { read: read - start, history: history - read, indicators: clock() - history };
}

/** From CSV bytes to every core indicator with every breakdown over five years, beside reading the CSV alone. */
export async function bench() {
  const rows: (string | number)[][] = [];
  let first: number | undefined;
  for (const children of [1000, 4000, 16_000]) {
    const synthetic = synthesise({ seed: 'bench', children, years: [2022, 2026] });
    const council = defineCouncil(councilConfig(synthetic));
    const files = toReturns(synthetic, YEARS).map(({ tables }) => writeCsv(tables));
    const lines = files
      .flat()
      .reduce((sum, { bytes }) => sum + bytes.reduce((n, byte) => n + (byte === 10 ? 1 : 0), 0), 0);
    measure(files, council);
    const runs = Array.from({ length: children > 4000 ? 3 : RUNS }, () => measure(files, council));
    const read = median(runs.map((run) => run.read));
    const computed = median(runs.map((run) => run.history + run.indicators));
    const perChild = computed / children;
    first ??= perChild;
    rows.push([
      children.toLocaleString('en-GB'),
      lines.toLocaleString('en-GB'),
      Math.round(read),
      Math.round(median(runs.map((run) => run.history))),
      Math.round(median(runs.map((run) => run.indicators))),
      (computed / read).toFixed(2),
      (perChild / first).toFixed(2),
      Math.round(process.memoryUsage().rss / 1024 / 1024),
    ]);
  }
  return [
    {
      title: 'From the returns of five years to all core indicators with all breakdowns',
      columns: [
        'children in care',
        'rows',
        'reading, ms',
        'history, ms',
        'indicators, ms',
        'history and indicators ÷ reading',
        'cost per child, 1 at 1,000',
        'memory, MB',
      ],
      rows,
      notes: [
        'Processor time, median of runs after a warm-up, in one process. Target: a ratio of at most 1.',
      ],
    },
  ];
}

import { checkDocument, readDocument } from '../src/index.ts';

/** A document of tables with ten columns and twenty rows each, a total below, some cells hidden, some with their share. */
function documentOf(tables: number): string {
  const columns = ['District', ...Array.from({ length: 10 }, (_, year) => `Mar-${10 + year}`)];
  const made = Array.from({ length: tables }, (_, number) => {
    const counts = Array.from({ length: 20 }, (_, row) =>
      Array.from(
        { length: 10 },
        (_, column) => ((row * 37 + column * 11 + number * 7) % 97) + (row % 5 === 0 ? 0 : 40),
      ),
    );
    const totals = columns.slice(1).map((_, column) => counts.reduce((sum, row) => sum + row[column]!, 0));
    const cell = (count: number, column: number) =>
      count < 10 ? '<10' : `${count} (${((count / totals[column]!) * 100).toFixed(1)}%)`;
    return {
      id: `table-${number}`,
      title: 'Children in care by district',
      columns,
      rows: [
        ...counts.map((row, i) => ({ label: `District ${i}`, cells: row.map(cell) })),
        { label: 'Total', cells: totals.map(String) },
      ],
    };
  });
  return JSON.stringify({ tables: made });
}

/** Milliseconds of the fastest of several runs. */
function fastest(run: () => void, times = 7): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

export function bench() {
  const rows = [50, 200, 800].map((tables) => {
    const text = documentOf(tables);
    const floor = fastest(() => JSON.parse(text));
    const all = fastest(() => checkDocument(readDocument(JSON.parse(text))));
    const cells = tables * 21 * 10;
    return [
      cells.toLocaleString('en-GB'),
      floor.toFixed(1),
      all.toFixed(1),
      (all / floor).toFixed(1),
      ((all / cells) * 1000).toFixed(2),
      Math.round(process.memoryUsage().rss / 2 ** 20),
    ];
  });
  return [
    {
      title: 'Reading and checking printed tables',
      columns: [
        'cells',
        'JSON.parse, ms',
        'read and checked, ms',
        'ratio',
        'microseconds a cell',
        'memory, MB',
      ],
      rows,
    },
  ];
}

import { readFile } from 'node:fs/promises';
import { audit, type Policy, type Publication, protect, readPublication } from '../src/index.ts';
import { randomTable } from './tables.ts';

interface Result {
  readonly title: string;
  readonly columns: string[];
  readonly rows: (string | number)[][];
  readonly notes?: string[];
}

const policy: Policy = { suppress: { from: 1, to: 10 }, protect: { width: 3 } };
const outsiderOnly: Policy = { ...policy, attackers: ['outsider'] };

/** Tables of skewed counts: `scale` sets how many are small (60: a quarter, 1500: one in fifteen). */
const cases: { name: string; sizes: number[]; scale: number; attackers: 'all' | 'outsider' }[] = [
  { name: '20x10', sizes: [20, 10], scale: 60, attackers: 'all' },
  { name: '20x10, few small', sizes: [20, 10], scale: 1500, attackers: 'all' },
  { name: '20x10', sizes: [20, 10], scale: 60, attackers: 'outsider' },
  { name: '50x20', sizes: [50, 20], scale: 60, attackers: 'all' },
  { name: '50x20, few small', sizes: [50, 20], scale: 1500, attackers: 'all' },
  { name: '100x50', sizes: [100, 50], scale: 60, attackers: 'all' },
  { name: '100x50, few small', sizes: [100, 50], scale: 1500, attackers: 'all' },
  { name: '8x6x5', sizes: [8, 6, 5], scale: 60, attackers: 'outsider' },
  { name: '8x6x5', sizes: [8, 6, 5], scale: 60, attackers: 'all' },
];

export async function bench(): Promise<Result[]> {
  await protect(randomTable([3, 3], 1), policy); // loads the solver
  const rows: (string | number)[][] = [];
  for (const { name, sizes, scale, attackers } of cases)
    rows.push(
      await measure(
        name,
        attackers,
        randomTable(sizes, 1, 0.1, scale),
        attackers === 'all' ? policy : outsiderOnly,
      ),
    );
  const text = await readFile(
    new URL('../test/fixtures/derbyshire-publication.json', import.meta.url),
    'utf8',
  );
  const derbyshire = readPublication(text, 'derbyshire-publication.json');
  const marks = { x: [0, null], '<10': [0, 9], '*': [0, null] } as const;
  rows.push(await measure('Derbyshire, linked', 'all', derbyshire, { ...policy, marks }));
  return [
    {
      title: 'protect: numbers from 1 to 10, intervals of 3 or more',
      columns: [
        'table',
        'attackers',
        'cells',
        'primary',
        'secondary',
        'least possible',
        'method',
        'protect CPU s',
        'audit CPU s',
      ],
      rows,
      notes: [
        'all attackers: outsider, rule, insider of one, insider who knows any one cell; audit: of the protected table',
      ],
    },
  ];
}

/** Time on the processor, which a busy machine disturbs less than the clock. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function measure(
  name: string,
  attackers: string,
  publication: Publication,
  p: Policy,
): Promise<(string | number)[]> {
  const atStart = cpuSeconds();
  const out = await protect(publication, p);
  const atProof = cpuSeconds();
  await audit(out, p);
  const atEnd = cpuSeconds();
  const cells = publication.tables.reduce((sum, table) => sum + table.cells.length, 0);
  const { primary, secondary, lowerBound, method } = out.proof;
  return [
    name,
    attackers,
    cells,
    primary,
    secondary,
    lowerBound,
    method,
    (atProof - atStart).toFixed(2),
    (atEnd - atProof).toFixed(2),
  ];
}

if (import.meta.main)
  for (const { title, columns, rows, notes } of await bench()) {
    console.log(`\n${title}\n\n| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
    for (const row of rows) console.log(`| ${row.join(' | ')} |`);
    for (const note of notes ?? []) console.log(`\n${note}`);
  }

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { validateReturn } from '../src/engine/run.ts';
import type { ReturnFile } from '../src/read/files.ts';
import { readReturn } from '../src/read/read-return.ts';
import { rowsIn, syntheticReturn } from './synthetic-return.ts';

interface Table {
  readonly title: string;
  readonly columns: string[];
  readonly rows: (string | number)[][];
  readonly notes?: string[];
}

const YEAR = 2026;
const AUTHORITY = 'E10000007';
const COUNCIL = 1500;
const AVERAGE_COUNCIL = 560;
const RETURNS_OF_ENGLAND = 150;
const LAST_YEARS_SHARE = 0.7;
const RUNS = 9;
const WARM_UP = 5;

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Median processor time in milliseconds: what else the machine does counts less than on the clock. */
function timed(work: () => unknown, runs = RUNS): number {
  for (let i = 0; i < WARM_UP; i++) work();
  const times = Array.from({ length: runs }, () => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
  return median(times);
}

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const bothYears = (children: number) => ({
  now: syntheticReturn(children, YEAR),
  last: syntheticReturn(children, YEAR - 1, 903, LAST_YEARS_SHARE),
});

function papaAlone(files: readonly ReturnFile[]): void {
  for (const { bytes } of files) Papa.parse(new TextDecoder().decode(bytes));
}

/** Reading and checking in a warm process, for a large county and for nearly eleven of them. */
function inProcess(): Table {
  const rows = [COUNCIL, 16_000].map((children) => {
    const { now, last } = bothYears(children);
    const runs = children === COUNCIL ? RUNS : 5;
    const bare = timed(() => papaAlone([...now, ...last]), runs);
    const read = timed(() => [readReturn(now), readReturn(last)], runs);
    const input = {
      year: YEAR,
      authority: AUTHORITY,
      now: readReturn(now).return,
      last: readReturn(last).return,
    };
    const check = timed(() => validateReturn(input), runs);
    return { children, rows: rowsIn(now) + rowsIn(last), bare, read, check };
  });
  const [county, many] = rows;
  const perRow = ({ read, check, rows: count }: (typeof rows)[number]): number => (read + check) / count;
  return {
    title: 'All rules of 2026, both years, warm process, processor time',
    columns: [
      'children',
      'rows',
      'papaparse alone',
      'read',
      'all rules',
      'rules / read',
      'rules / papaparse',
    ],
    rows: rows.map(({ children, rows: count, bare, read, check }) => [
      children,
      count,
      ms(bare),
      ms(read),
      ms(check),
      (check / read).toFixed(2),
      (check / bare).toFixed(2),
    ]),
    notes: [`Time a row, 16,000 children over 1,500: ${(perRow(many!) / perRow(county!)).toFixed(2)}.`],
  };
}

const DIST = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const RUN = `
import { ssda903Commands } from ${JSON.stringify(DIST)};
const [validate] = ssda903Commands;
process.exitCode = await validate.run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text), cwd: process.cwd(), isTerminal: false });
process.stderr.write('\\n' + JSON.stringify({ ...process.cpuUsage(), memory: process.resourceUsage().maxRSS }));
`;

interface Usage {
  readonly user: number;
  readonly system: number;
  /** kilobytes */
  readonly memory: number;
}

function writeFiles(folder: string, files: readonly ReturnFile[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
}

function runValidate(folder: string, args: readonly string[]) {
  const script = join(folder, 'run.mjs');
  writeFileSync(script, RUN);
  const began = performance.now();
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  });
  const usage = JSON.parse(stderr.slice(stderr.lastIndexOf('\n'))) as Usage;
  return {
    seconds: (performance.now() - began) / 1000,
    cpu: (usage.user + usage.system) / 1e6,
    memory: usage.memory / 1024,
    stdout,
  };
}

/** The whole command from a cold process, reading the files and printing JSON. */
function coldProcess(folder: string): Table {
  const { now, last } = bothYears(COUNCIL);
  writeFiles(join(folder, 'now'), now);
  writeFiles(join(folder, 'last'), last);
  const args = ['now', '--previous', 'last', '--year', String(YEAR), '--authority', AUTHORITY];
  const runs = Array.from({ length: RUNS }, () => runValidate(folder, args));
  return {
    title: 'cic ssda903 validate, cold process, 1,500 children',
    columns: ['rows', 'processor time', 'elapsed', 'memory', 'findings'],
    rows: [
      [
        rowsIn(now) + rowsIn(last),
        `${median(runs.map(({ cpu }) => cpu)).toFixed(2)} s`,
        `${median(runs.map(({ seconds }) => seconds)).toFixed(2)} s`,
        `${median(runs.map(({ memory }) => memory)).toFixed(0)} MB`,
        (JSON.parse(runs[0]!.stdout) as { findings: number }).findings,
      ],
    ],
  };
}

/** Every council of England, both years each, through worker threads. */
function england(folder: string): Table {
  let rows = 0;
  for (let i = 0; i < RETURNS_OF_ENGLAND; i++) {
    const now = syntheticReturn(AVERAGE_COUNCIL, YEAR, i);
    const last = syntheticReturn(AVERAGE_COUNCIL, YEAR - 1, i, LAST_YEARS_SHARE);
    rows += rowsIn(now) + rowsIn(last);
    writeFiles(join(folder, 'england', `council-${i}`), now);
    writeFiles(join(folder, 'england-last', `council-${i}`), last);
  }
  const args = ['england', '--previous', 'england-last', '--year', String(YEAR)];
  const { seconds, memory } = runValidate(folder, args);
  return {
    title: `${RETURNS_OF_ENGLAND} returns through ${availableParallelism()} worker threads`,
    columns: ['returns', 'rows', 'elapsed', 'rows a second', 'memory'],
    rows: [
      [
        RETURNS_OF_ENGLAND,
        rows,
        `${seconds.toFixed(1)} s`,
        Math.round(rows / seconds).toLocaleString('en-GB'),
        `${memory.toFixed(0)} MB`,
      ],
    ],
  };
}

export async function bench(): Promise<Table[]> {
  if (!existsSync(DIST))
    execFileSync('pnpm', ['run', 'build'], { cwd: fileURLToPath(new URL('..', import.meta.url)) });
  const folder = mkdtempSync(join(tmpdir(), 'cic-903-bench-'));
  try {
    return [inProcess(), coldProcess(folder), england(folder)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await bench(), null, 1));

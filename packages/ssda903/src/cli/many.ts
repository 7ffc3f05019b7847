import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { aligned } from '../report/text.ts';
import { type Arguments, CannotRun, type CommandIo } from './command.ts';
import { yearOf } from './input.ts';
import { createProgress, inThousands } from './progress.ts';
import type { Format } from './render.ts';

/** What a worker is told once. */
export interface WorkerSetup {
  readonly args: Arguments;
  readonly format: Format;
  readonly cwd: string;
  /** Folder for one report a return; absent when only the summary is wanted. */
  readonly out?: string;
}

/** What a worker says of one return. */
export interface ReturnSummary {
  readonly name: string;
  readonly rows: number;
  readonly findings: number;
  /** Why it could not be checked. */
  readonly problem?: string;
}

/** Checks many returns, each in its own folder, a few at a time; memory holds one return a worker. */
export async function validateMany(
  names: readonly string[],
  args: Arguments,
  format: Format,
  io: CommandIo,
): Promise<number> {
  const year = yearOf(args);
  const out = args.options.get('out');
  const setup: WorkerSetup = {
    args,
    format,
    cwd: io.cwd,
    ...(out !== undefined && { out: resolve(io.cwd, out) }),
  };
  const progress = createProgress(names.length, io);
  let rows = 0;
  const returns = await inWorkers(names, workersFor(args, names.length), setup, (done, summary) => {
    rows += summary.rows;
    const speed = rows / Math.max(0.001, progress.seconds());
    progress.show(done, `${done}/${names.length} returns, ${inThousands(speed)} rows a second`);
  });
  const seconds = progress.seconds();
  const findings = returns.reduce((sum, summary) => sum + summary.findings, 0);
  io.err(
    `${inThousands(rows)} rows in ${seconds.toFixed(1)} s: ${inThousands(rows / seconds)} rows a second.\n`,
  );
  if (format === 'table') io.out(manyTable(returns));
  else io.out(`${JSON.stringify({ year, returns, rows, findings })}\n`);
  for (const { name, problem } of returns) if (problem) io.err(`${name}: ${problem}\n`);
  if (returns.some(({ problem }) => problem)) return 2;
  return findings > 0 ? 1 : 0;
}

function workersFor(args: Arguments, returns: number): number {
  const text = args.options.get('workers');
  const wanted = text === undefined ? availableParallelism() : Number(text);
  if (!(Number.isInteger(wanted) && wanted > 0))
    throw new CannotRun(`--workers ${text} is not a number above 0.`);
  return Math.min(wanted, returns);
}

async function inWorkers(
  names: readonly string[],
  workers: number,
  setup: WorkerSetup,
  finished: (done: number, summary: ReturnSummary) => void,
): Promise<readonly ReturnSummary[]> {
  const summaries = new Map<string, ReturnSummary>();
  let next = 0;
  const work = (): Promise<void> =>
    new Promise((resolveWork, reject) => {
      const worker = startWorker(setup);
      const giveNext = (): void => {
        const name = names[next++];
        if (name === undefined) void worker.terminate().then(() => resolveWork());
        else worker.postMessage(name);
      };
      worker.on('message', (summary: ReturnSummary) => {
        summaries.set(summary.name, summary);
        finished(summaries.size, summary);
        giveNext();
      });
      worker.on('error', reject);
      giveNext();
    });
  await Promise.all(Array.from({ length: workers }, work));
  return names.flatMap((name) => summaries.get(name) ?? []);
}

/** The worker's file beside this one: source in the workspace, built elsewhere. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const WORKER = FROM_SOURCE
  ? new URL('./worker.ts', import.meta.url)
  : new URL('./worker.js', import.meta.url);

function startWorker(workerData: WorkerSetup): Worker {
  const options = FROM_SOURCE ? { execArgv: ['--conditions=@cic/source', '--no-warnings'] } : {};
  return new Worker(WORKER, { workerData, ...options });
}

function manyTable(returns: readonly ReturnSummary[]): string {
  const lines = returns.map(({ name, rows, findings, problem }) => [
    inThousands(findings).padStart(9),
    inThousands(rows).padStart(9),
    name,
    problem ? 'could not be checked' : '',
  ]);
  return `${aligned([['Findings', 'Rows', 'Return', ''], ...lines]).join('\n')}\n`;
}

/** Where a return's report goes. */
export const reportPath = (out: string, name: string, format: Format): string =>
  join(out, `${name}.${format === 'table' ? 'txt' : format}`);

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { validateReturn } from '../engine/run.ts';
import { authorityByCode } from '../reference/authorities.ts';
import { CannotRun, type CommandIo } from './command.ts';
import { writeFile } from './files.ts';
import { onlyRules, type Reference, readInput, readReference } from './input.ts';
import { type ReturnSummary, reportPath, type WorkerSetup } from './many.ts';
import { render } from './render.ts';
import { readTeams } from './teams.ts';

const { args, format, cwd, out } = workerData as WorkerSetup;
const io: CommandIo = { out: () => {}, err: () => {}, cwd, isTerminal: false };
const only = onlyRules(args);
const teamOf = readTeams(args.options.get('teams'), io);
let reference: Promise<Reference> | undefined;

async function check(name: string): Promise<ReturnSummary> {
  reference ??= readReference(args, io);
  const known = await reference;
  const authority = authorityByCode.has(name) ? name : known.authority;
  const previous = (args.lists.get('previous') ?? [])
    .map((folder) => join(folder, name))
    .filter((folder) => existsSync(resolve(cwd, folder)));
  const input = readInput([join(args.positionals[0]!, name)], previous, { ...known, authority }, io);
  const validation = validateReturn({ ...input, ...(only && { only }) });
  if (out !== undefined) {
    const options = { readFindings: input.readFindings, ...(teamOf && { teamOf }) };
    writeFile(reportPath(out, name, format), cwd, await render(format, input, validation, options));
  }
  const rows = [input.now, input.last].flatMap((source) => Object.values(source?.tables ?? {}));
  return {
    name,
    rows: rows.reduce((sum, table) => sum + table.rows.length, 0),
    findings: validation.findings,
  };
}

parentPort?.on('message', (name: string) => {
  check(name).then(
    (summary) => parentPort?.postMessage(summary),
    (error: unknown) => {
      if (!(error instanceof CannotRun)) throw error;
      parentPort?.postMessage({ name, rows: 0, findings: 0, problem: error.message } satisfies ReturnSummary);
    },
  );
});

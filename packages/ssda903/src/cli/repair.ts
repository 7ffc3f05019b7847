import { resolve } from 'node:path';
import { applyRepairs, type Repair, suggestRepairs } from '../repair/repairs.ts';
import { TABLES } from '../tables.ts';
import { CannotRun, type CommandIo, choice, defineCommand } from './command.ts';
import { readFile } from './files.ts';
import { readOrRefuse } from './input.ts';
import { writeReturn } from './write.ts';

export const repair = defineCommand({
  name: 'ssda903 repair',
  summary: 'Lists safe repairs as a patch, and applies a patch that a person has looked through.',
  usage: `cic ssda903 repair PATH… [--format table|json]
cic ssda903 repair PATH… --apply PATCH --out FOLDER

Repairs are listed only where the data leave one possibility: spaces around a value, a letter O for a zero in a
code, a date written 31-01-2026 or 2026-01-31. Nothing is changed until the list, saved as JSON and read through
(delete what you do not want), is given to --apply; the repaired return is written to FOLDER.

Exit code: 0 nothing to repair or all applied, 1 repairs are suggested or no longer fit, 2 could not run.`,
  options: { help: 'flag', format: 'option', apply: 'option', out: 'option' },
  async run(args, io) {
    if (args.positionals.length === 0)
      throw new CannotRun('No return was named: give a folder, a zip archive or files.');
    const format = choice(args, 'format', ['table', 'json'], io.isTerminal ? 'table' : 'json');
    const source = readOrRefuse(args.positionals, io).return;
    const patch = args.options.get('apply');
    if (patch === undefined) {
      const repairs = suggestRepairs(source);
      io.out(format === 'json' ? `${JSON.stringify(repairs, null, 1)}\n` : repairs.map(repairLine).join(''));
      return repairs.length > 0 ? 1 : 0;
    }
    const out = args.options.get('out');
    if (out === undefined) throw new CannotRun('--apply needs --out FOLDER for the repaired return.');
    const repaired = applyRepairs(source, readPatch(patch, io));
    writeReturn(repaired.return, source.format, out, io);
    io.err(`${repaired.applied} repairs applied.\n`);
    for (const stale of repaired.stale)
      io.err(`Not applied, as the cell holds something else: ${repairLine(stale)}`);
    return repaired.stale.length > 0 ? 1 : 0;
  },
});

const repairLine = ({ table, row, file, line, column, from, to, why }: Repair): string =>
  `${file ?? table}, ${line === undefined ? `row ${row}` : `line ${line}`}: ${column} '${from}' becomes '${to}' (${why})\n`;

function readPatch(path: string, io: CommandIo): readonly Repair[] {
  const text = new TextDecoder().decode(readFile(resolve(io.cwd, path), path).bytes);
  let patch: unknown;
  try {
    patch = JSON.parse(text);
  } catch {
    throw new CannotRun(`${path} is not JSON; save the list of repairs with --format json.`);
  }
  if (!Array.isArray(patch) || !patch.every(isRepair)) {
    throw new CannotRun(`${path} is not a list of repairs with table, row, column, from and to.`);
  }
  return patch;
}

function isRepair(value: unknown): value is Repair {
  if (typeof value !== 'object' || value === null) return false;
  const { table, row, column, from, to } = value as Record<string, unknown>;
  return (
    typeof table === 'string' &&
    table in TABLES &&
    Number.isInteger(row) &&
    typeof column === 'string' &&
    column in TABLES[table as keyof typeof TABLES] &&
    typeof from === 'string' &&
    typeof to === 'string'
  );
}

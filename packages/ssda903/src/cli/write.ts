import { join } from 'node:path';
import type { Return } from '../tables.ts';
import { cellsOfReturn, writeCsv } from '../write/write-csv.ts';
import { writeXml } from '../write/write-xml.ts';
import { CannotRun, type CommandIo, choice, defineCommand } from './command.ts';
import { writeFile } from './files.ts';
import { readOrRefuse } from './input.ts';

export const write = defineCommand({
  name: 'ssda903 write',
  summary: 'Writes a return as CSV files or as XML.',
  usage: `cic ssda903 write PATH… --to csv|xml --out FOLDER

  --to csv|xml             the form to write
  --not-seeking-asylum 0   in XML, what stands in UASC for children without that status (nothing, unless given)

Exit code: 0 all rows written, 1 the XML form has no place for some, 2 could not run.`,
  options: { help: 'flag', to: 'option', out: 'option', 'not-seeking-asylum': 'option' },
  async run(args, io) {
    const out = args.options.get('out');
    if (args.positionals.length === 0)
      throw new CannotRun('No return was named: give a folder, a zip archive or files.');
    if (out === undefined || !args.options.has('to'))
      throw new CannotRun('Give --to csv or --to xml, and --out FOLDER.');
    const status = choice(args, 'not-seeking-asylum', ['', '0'], '');
    const { return: source } = readOrRefuse(args.positionals, io);
    return writeReturn(source, choice(args, 'to', ['csv', 'xml'], 'csv'), out, io, status) ? 0 : 1;
  },
});

/** Writes the files of a return into a folder; false when some rows have no place in the form. */
export function writeReturn(
  source: Return,
  form: 'csv' | 'xml',
  out: string,
  io: CommandIo,
  notSeekingAsylum: '' | '0' = '',
): boolean {
  const cells = cellsOfReturn(source);
  const xml = form === 'xml' ? writeXml(cells, { notSeekingAsylum }) : undefined;
  for (const { name, bytes } of xml ? [xml.file] : writeCsv(cells)) {
    writeFile(join(out, name), io.cwd, bytes);
    io.err(`${join(out, name)}\n`);
  }
  for (const sentence of xml?.leftOut ?? []) io.err(`Left out: ${sentence}\n`);
  return !xml || xml.leftOut.length === 0;
}

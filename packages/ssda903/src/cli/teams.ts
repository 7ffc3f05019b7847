import { resolve } from 'node:path';
import Papa from 'papaparse';
import { decode } from '../read/decode.ts';
import { columnNames } from '../read/heading.ts';
import { CannotRun, type CommandIo } from './command.ts';
import { readFile } from './files.ts';

/** Teams by child from a CSV file with the columns CHILD and TEAM. */
export function readTeams(path: string | undefined, io: CommandIo): ReadonlyMap<string, string> | undefined {
  if (path === undefined) return undefined;
  const { text } = decode(readFile(resolve(io.cwd, path), path).bytes);
  const [heading = [], ...rows] = Papa.parse<string[]>(text.trim(), { skipEmptyLines: true }).data;
  const names = columnNames(heading);
  const child = names.indexOf('CHILD');
  const team = names.indexOf('TEAM');
  if (child < 0 || team < 0)
    throw new CannotRun(`${path} is no list of teams: it needs the columns CHILD and TEAM.`);
  return new Map(rows.map((cells) => [(cells[child] ?? '').toUpperCase(), (cells[team] ?? '').trim()]));
}

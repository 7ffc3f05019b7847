import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  core,
  type FileFormat,
  formatOf,
  type LineProblem,
  type RecordType,
  validateStream,
} from '@cic/core';
import { CannotRun, type Command } from '../command.ts';
import { councilFrom } from '../council.ts';
import { fileProblem } from '../files.ts';
import { progressBar } from '../progress.ts';

const usage = `Usage: cic validate SCHEMA FILE [options]

Checks every record of a file against a schema: JSON (a list or one record), NDJSON (one record a line) or CSV (one row a
record). Large files are read piece by piece. SCHEMA is the name of a record type, such as episode or review; 'cic
validate --list' lists them.

  --config FILE     a council.config file, to know the record types of its plugins too
  --input FORMAT    json, ndjson or csv, where the file's name does not say
  --format FORMAT   text or json (one problem a line)                      [text]
  --most N          stop after so many problems                            [1000]
  --list            list the record types

Exit codes: 0 every record fits, 1 some do not, 2 could not run
`;

const told = ({ line, message }: LineProblem): string => `line ${line}: ${message}\n`;

function formatAsked(asked: string | undefined, file: string): FileFormat {
  const format = asked ?? formatOf(file);
  if (format === 'json' || format === 'ndjson' || format === 'csv') return format;
  throw new CannotRun(
    asked === undefined
      ? `the name of '${file}' does not say its format: add --input json, ndjson or csv.`
      : `--input is json, ndjson or csv, not '${asked}'.`,
  );
}

function typeAsked(name: string, types: readonly RecordType<object>[]): RecordType<object> {
  const type = types.find(({ id, schemaId }) => id === name || schemaId === name);
  if (type) return type;
  throw new CannotRun(
    `there is no record type '${name}'; there are: ${types.map(({ id }) => id).join(', ')}.`,
  );
}

/** `cic validate`: records against a schema, of any size. */
export const validate: Command = {
  name: 'validate',
  summary: 'check records against a schema: JSON, NDJSON or CSV',
  usage,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        config: { type: 'string' },
        input: { type: 'string' },
        format: { type: 'string', default: 'text' },
        most: { type: 'string', default: '1000' },
        list: { type: 'boolean', default: false },
      },
    });
    const types = values.config ? (await councilFrom(values.config, io.cwd)).records : core.records!;
    if (values.list) {
      io.out(types.map(({ id, title }) => `${id}\t${title}\n`).join(''));
      return 0;
    }
    const [name, file, ...more] = positionals;
    if (name === undefined || file === undefined || more.length > 0) {
      throw new CannotRun('give a SCHEMA and one FILE; --help shows how.');
    }
    if (values.format !== 'text' && values.format !== 'json') {
      throw new CannotRun(`--format is text or json, not '${values.format}'.`);
    }
    const most = Number(values.most);
    if (!Number.isInteger(most) || most < 1)
      throw new CannotRun(`--most is a whole number from 1 on, not '${values.most}'.`);
    const type = typeAsked(name, types);
    const format = formatAsked(values.input, file);
    const path = resolve(io.cwd, file);
    const { size } = await stat(path).catch((error: unknown) => {
      throw fileProblem(file, error);
    });
    const bar = progressBar(io, size);
    const checked = validateStream(type, createReadStream(path, { highWaterMark: 1 << 20 }), {
      format,
      stopAfter: most,
      onProgress: ({ bytes, records, problems }) => bar.at(bytes, `${records} records, ${problems} problems`),
    });
    try {
      for await (const problem of checked) {
        bar.clear();
        io.out(values.format === 'json' ? `${JSON.stringify(problem)}\n` : told(problem));
      }
    } catch (error) {
      throw fileProblem(file, error);
    }
    bar.clear();
    const { records, valid, problems } = checked.progress;
    io.err(
      `${file}: ${records} records, ${valid} fit the schema of ${type.id}, ${problems} problems` +
        `${checked.stopped ? `; stopped after ${most}, as --most says` : ''}\n`,
    );
    return problems > 0 ? 1 : 0;
  },
};

import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCsv, writeXml } from '@cic/ssda903';
import { synthesise, toReturns } from '@cic/synth';
import { CannotRun, type Command } from '../command.ts';
import { fileProblem } from '../files.ts';

const usage = `Usage: cic synth --out DIR [options]

Makes a synthetic council and writes its statutory returns, one folder a year: children that never existed, for tests,
training and demonstrations. The same seed gives the same council.

  --out DIR          where the folders are written; must not exist yet, or be empty
  --children N       children in care on each 31 March, about                  [400]
  --years FROM-TO    collection years, by the 31 March they end on             [2022-2026]
  --seed SEED        any word or number                                        [1]
  --errors N         mistakes put into each return on purpose, and listed      [0]
  --format FORMAT    csv or xml                                                [csv]

Exit codes: 0 fine, 2 could not run
`;

const wholeNumber = (option: string, text: string): number => {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new CannotRun(`--${option} is a whole number, not '${text}'.`);
};

function yearsAsked(text: string): [number, number] {
  const match = /^(\d{4})(?:-(\d{4}))?$/.exec(text);
  const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
  if (!match || from > to) throw new CannotRun(`--years is FROM-TO, as in 2022-2026, not '${text}'.`);
  return [from, to];
}

async function emptyFolder(path: string, given: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((error: unknown) => {
    throw fileProblem(given, error);
  });
  if ((await readdir(path)).length > 0) {
    throw new CannotRun(`'${given}' is not empty: name a new folder, so that nothing is overwritten.`);
  }
}

/** `cic synth`: a synthetic council's returns. */
export const synth: Command = {
  name: 'synth',
  summary: 'make a synthetic council, so that no real child is needed',
  usage,
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: {
        out: { type: 'string' },
        children: { type: 'string', default: '400' },
        years: { type: 'string', default: '2022-2026' },
        seed: { type: 'string', default: '1' },
        errors: { type: 'string', default: '0' },
        format: { type: 'string', default: 'csv' },
      },
    });
    if (values.out === undefined) throw new CannotRun('give a folder to write to: --out DIR.');
    if (values.format !== 'csv' && values.format !== 'xml') {
      throw new CannotRun(`--format is csv or xml, not '${values.format}'.`);
    }
    const [from, to] = yearsAsked(values.years);
    const children = wholeNumber('children', values.children);
    const errors = wholeNumber('errors', values.errors);
    const out = resolve(io.cwd, values.out);
    await emptyFolder(out, values.out);
    const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    let returns: ReturnType<typeof toReturns>;
    try {
      returns = toReturns(synthesise({ seed: values.seed, children, years: [from, to] }), years, { errors });
    } catch (error) {
      if (error instanceof RangeError) throw new CannotRun(`${error.message}.`);
      throw error;
    }
    for (const { year, tables, planted } of returns) {
      const folder = join(out, String(year));
      await mkdir(folder);
      const files = values.format === 'csv' ? writeCsv(tables) : [writeXml(tables).file];
      for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
      if (errors > 0) {
        await writeFile(join(out, `planted-errors-${year}.json`), `${JSON.stringify(planted, null, 2)}\n`);
      }
      io.err(`wrote the return of ${year}: ${files.map(({ name }) => name).join(', ')}\n`);
    }
    return 0;
  },
};

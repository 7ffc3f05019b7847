import { parseArgs } from 'node:util';
import {
  checkDocument,
  type Finding,
  type PrintedDocument,
  readDocument,
  readPerformance,
  TableError,
} from '@cic/printed-tables';
import Papa from 'papaparse';
import { CannotRun, type Command, type CommandIo } from '../command.ts';
import { bytesAt, decoded, jsonAt } from '../files.ts';
import { table } from '../table.ts';

const checkUsage = `Usage: cic tables check FILE [options]

Looks at tables as a document prints them, and lists what in them cannot be right: totals, shares, relations between
cells, titles and headings, figures that were hard to read. Hidden numbers count as whatever their mark allows.

FILE is JSON ({ "tables": [...], "relations": [...] }; the README of @cic/printed-tables shows it) or one table as CSV.

  --corrected       with the known errors that FILE corrects
  --format FORMAT   text or json                                           [text]

Exit codes: 0 nothing found, 1 findings, 2 could not run
`;

const readUsage = `Usage: cic tables read FILE --indicators MAPPING.json --document NAME [options]

Brings printed performance tables into records: indicator values, comparator values and targets, as JSON.

  --indicators FILE   { "row label as printed": "indicator-id" }
  --document NAME     the document the tables stand in
  --years-are KIND    what a bare year is: financial-year, academic-year or calendar-year   [financial-year]

Exit codes: 0 everything was taken over, 1 something was left out, 2 could not run
`;

function fromCsv(name: string, text: string): unknown {
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' });
  const [columns = [], ...rows] = data;
  return { id: name, title: name, columns, rows: rows.map(([label = '', ...cells]) => ({ label, cells })) };
}

async function documentOf(name: string | undefined, io: CommandIo): Promise<PrintedDocument> {
  if (name === undefined) throw new CannotRun('name a file with tables.');
  const isCsv = /\.csv$/i.test(name);
  const given = isCsv ? fromCsv(name, decoded(await bytesAt(name, io))) : await jsonAt(name, io);
  try {
    return readDocument(given);
  } catch (error) {
    if (error instanceof TableError) throw new CannotRun(`'${name}': ${error.problems.join('\n')}`);
    throw error;
  }
}

const told = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? 'Nothing found.\n'
    : table(
        ['table', 'check', 'finding'],
        findings.map(({ table: id, check, message }) => [id, check, message]),
      );

const check: Command = {
  name: 'check',
  summary: 'what in printed tables cannot be right',
  usage: checkUsage,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        corrected: { type: 'boolean', default: false },
        format: { type: 'string', default: 'text' },
      },
    });
    if (values.format !== 'text' && values.format !== 'json')
      throw new CannotRun(`--format is text or json, not '${values.format}'.`);
    const findings = checkDocument(await documentOf(positionals[0], io), { corrected: values.corrected });
    io.out(values.format === 'json' ? `${JSON.stringify({ findings })}\n` : told(findings));
    return findings.length > 0 ? 1 : 0;
  },
};

const YEARS = ['financial-year', 'academic-year', 'calendar-year'] as const;

const read: Command = {
  name: 'read',
  summary: 'bring printed performance tables into records',
  usage: readUsage,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        indicators: { type: 'string' },
        document: { type: 'string' },
        'years-are': { type: 'string', default: 'financial-year' },
      },
    });
    if (values.indicators === undefined || values.document === undefined)
      throw new CannotRun('--indicators and --document are needed.');
    const yearsAre = YEARS.find((kind) => kind === values['years-are']);
    if (!yearsAre)
      throw new CannotRun(`--years-are is one of ${YEARS.join(', ')}, not '${values['years-are']}'.`);
    const mapping = await jsonAt(values.indicators, io);
    if (typeof mapping !== 'object' || mapping === null)
      throw new CannotRun(`'${values.indicators}' has to be { "row label": "indicator-id" }.`);
    const indicators = Object.fromEntries(Object.entries(mapping).map(([label, id]) => [label, String(id)]));
    const document = await documentOf(positionals[0], io);
    const made = document.tables.map((one) =>
      readPerformance(one, { document: values.document!, indicators, yearsAre }),
    );
    const problems = made.flatMap((one) => one.problems);
    for (const problem of problems) io.err(`${problem}\n`);
    const records = {
      values: made.flatMap((one) => one.values),
      comparators: made.flatMap((one) => one.comparators),
      targets: made.flatMap((one) => one.targets),
    };
    io.out(`${JSON.stringify(records, null, 2)}\n`);
    return problems.length > 0 ? 1 : 0;
  },
};

/** `cic tables …` */
export const tableCommands: readonly Command[] = [check, read];

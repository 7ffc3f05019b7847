import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Council,
  type Day,
  financialYear,
  parseIsoDate,
  type ReportAudience,
  type ReportDefinition,
} from '@cic/core';
import {
  type BuiltReport,
  buildReport,
  type Language,
  languages,
  readReport,
  readyReports,
  renderCsv,
  renderHtml,
  renderJson,
  renderXlsx,
} from '@cic/reports';
import { toCareHistories } from '@cic/ssda903';
import { CannotRun, type Command, type CommandIo } from '../command.ts';
import { councilFrom, plainCouncil } from '../council.ts';
import { bytesAt, fileProblem } from '../files.ts';
import { readReturns } from '../returns.ts';
import { table } from '../table.ts';

const usage = `Usage: cic report REPORT PATH... [options]
       cic report --list [--config FILE]
       cic report --kept FILE [--format FORMAT] [--out FILE]

Makes a report of a council from its statutory returns (SSDA903). PATH is a folder, a zip archive or files; several years may
lie in one folder. Reports for a board, partners or the public pass through disclosure control as a whole.

  --list               the reports there are
  --config FILE        a council.config file: plugins, districts, targets, comparators, the council's own reports
  --council ID         the council's id, where there is no configuration                [council]
  --year YEAR          year ending 31 March (2022 is 2021/22)                            [the latest]
  --as-at DATE         the last day that is known, YYYY-MM-DD                            [the end of the year]
  --audience AUDIENCE  board, partner, public or operator                                [the report's own]
  --language TAG       en-GB or cy                                                       [en-GB]
  --made DATE          the date printed as that of making; the same date, the same bytes [today]
  --format FORMAT      html, csv, xlsx or json                                           [html]
  --out FILE           where to write it; a workbook is never written to the screen
  --kept FILE          set a report again that was kept as JSON, byte for byte

Exit codes: 0 fine, 2 could not run
`;

const AUDIENCES: readonly ReportAudience[] = ['board', 'partner', 'public', 'operator'];
const FORMATS = ['html', 'csv', 'xlsx', 'json'] as const;
type Format = (typeof FORMATS)[number];

const listed = (reports: readonly ReportDefinition[]): string =>
  table(
    ['report', 'audience', 'title'],
    reports.map(({ id, audience, title }) => [id, audience, title]),
  );

function reportAsked(reports: readonly ReportDefinition[], id: string | undefined): ReportDefinition {
  const found = reports.find((one) => one.id === id);
  const known = reports.map((one) => one.id).join(', ');
  if (!found)
    throw new CannotRun(
      id === undefined ? `name a report: ${known}.` : `there is no report '${id}'; there are: ${known}.`,
    );
  return found;
}

function choice<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new CannotRun(`${option} is one of ${known.join(', ')}, not '${value}'.`);
  return found;
}

function dayAsked(option: string, text: string): Day {
  const day = parseIsoDate(text);
  if (Number.isNaN(day)) throw new CannotRun(`${option} is a day, YYYY-MM-DD, not '${text}'.`);
  return day;
}

function yearAsked(text: string | undefined, given: readonly number[]): number {
  if (text === undefined) return given.at(-1)!;
  if (!/^\d{4}$/.test(text) || !given.includes(Number(text)))
    throw new CannotRun(`there is no return for --year ${text}; there are returns for: ${given.join(', ')}.`);
  return Number(text);
}

async function write(
  report: BuiltReport,
  format: Format,
  out: string | undefined,
  language: Language,
  io: CommandIo,
) {
  const texts = {
    html: () => renderHtml(report, { language }),
    csv: () => renderCsv(report),
    json: () => renderJson(report),
  };
  const content = format === 'xlsx' ? await renderXlsx(report, language) : texts[format]();
  if (out !== undefined) {
    try {
      await writeFile(resolve(io.cwd, out), content);
    } catch (error) {
      throw fileProblem(out, error);
    }
    io.err(`wrote ${out}\n`);
  } else if (typeof content === 'string') io.out(content);
  else throw new CannotRun('a workbook is written to a file: add --out FILE.');
}

async function kept(name: string, io: CommandIo): Promise<BuiltReport> {
  const bytes = await bytesAt(name, io);
  try {
    return readReport(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new CannotRun(`'${name}': ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Words of a definition that a council does not have are the person's to mend, not a fault here. */
async function built(make: () => Promise<BuiltReport>): Promise<BuiltReport> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof RangeError) throw new CannotRun(`the report cannot be made: ${error.message}.`);
    throw error;
  }
}

/** `cic report`: from returns to a board pack. */
export const report: Command = {
  name: 'report',
  summary: 'make a board pack or another report',
  usage,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        list: { type: 'boolean', default: false },
        config: { type: 'string' },
        council: { type: 'string', default: 'council' },
        year: { type: 'string' },
        'as-at': { type: 'string' },
        audience: { type: 'string' },
        language: { type: 'string', default: 'en-GB' },
        made: { type: 'string' },
        format: { type: 'string', default: 'html' },
        out: { type: 'string' },
        kept: { type: 'string' },
      },
    });
    const format = choice('--format', values.format, FORMATS);
    const known = languages.map(({ tag }) => tag);
    const speaking = (tag: string) => languages[known.indexOf(choice('--language', tag, known))]!;
    if (values.kept !== undefined) {
      const old = await kept(values.kept, io);
      await write(old, format, values.out, speaking(old.language), io);
      return 0;
    }
    const language = speaking(values.language);
    const council: Council = values.config
      ? await councilFrom(values.config, io.cwd)
      : plainCouncil(values.council);
    const reports = readyReports({ council, language });
    if (values.list) {
      io.out(listed(reports));
      return 0;
    }
    const [id, ...paths] = positionals;
    const definition = reportAsked(reports, id);
    const audience =
      values.audience === undefined ? definition.audience : choice('--audience', values.audience, AUDIENCES);
    const made = values.made ?? new Date().toISOString().slice(0, 10);
    dayAsked('--made', made);
    const asked = values['as-at'] === undefined ? undefined : dayAsked('--as-at', values['as-at']);
    const read = await readReturns(paths, io.cwd, (message) => io.err(`${message}\n`));
    const { historyFor, years } = toCareHistories(read.returns);
    const period = financialYear(yearAsked(values.year, years));
    const asAt = asked ?? period.end;
    const report = await built(() =>
      buildReport(definition, { council, historyFor, period, asAt, audience, language, madeAt: made }),
    );
    await write(report, format, values.out, language, io);
    return 0;
  },
};

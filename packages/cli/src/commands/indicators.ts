import { parseArgs } from 'node:util';
import {
  breakdownKey,
  type Council,
  computeIndicators,
  decimalsOf,
  type Figure,
  financialYear,
  type IndicatorResult,
  printValue,
  round,
} from '@cic/core';
import { toCareHistories } from '@cic/ssda903';
import Papa from 'papaparse';
import { CannotRun, type Command } from '../command.ts';
import { councilFrom, plainCouncil } from '../council.ts';
import { readReturns } from '../returns.ts';
import { table } from '../table.ts';

const usage = `Usage: cic indicators PATH... [options]

Computes a council's indicators from its statutory returns (SSDA903). PATH is a folder, a zip archive or files; several
years may lie in one folder. Each return is the authority for its own year. Figures are counts of children, not
suppressed: they are for the operator, not for publication.

  --council ID       the council's id, printed with the figures                       [council]
  --config FILE      a council.config file: plugins, districts, populations, bands
  --year YEAR        year ending 31 March (2022 is 2021/22); give it again for more   [the latest]
  --by BREAKDOWN     break every figure down: age, sex, district, placement-group, …; two with a comma make a table
  --indicator ID     only this indicator; give it again for more
  --format FORMAT    table, json or csv                                               [table]
  --findings         list everything that was left out or contradictory, on standard error, and exit with 1 if there is any

Exit codes: 0 fine, 1 findings (with --findings), 2 could not run
`;

/** Values carry no more digits than anybody could use; printing rounds further. */
const exact = (value: number | null): number | null => (value === null ? null : round(value, 6));

const figureJson = ({ value, numerator, denominator }: Figure): Figure => ({
  value: exact(value),
  numerator,
  denominator,
});

function toJson(results: readonly IndicatorResult[], by: string | undefined) {
  return results.map((result) => ({
    id: result.indicator.id,
    title: result.indicator.title,
    ...figureJson(result),
    unit: result.indicator.unit,
    polarity: result.indicator.polarity,
    ...(by === undefined
      ? {}
      : {
          by,
          breakdown: (result.breakdowns.get(by) ?? []).map((row) => ({
            categories: row.categories,
            labels: row.labels,
            ...figureJson(row),
            share: exact(row.share),
          })),
        }),
  }));
}

function rowsOf(result: IndicatorResult, year: number, by: string | undefined): (string | number)[][] {
  const { indicator } = result;
  const cells = (figure: Figure, category: readonly string[]) => [
    year,
    indicator.id,
    ...category,
    figure.value === null ? '' : round(figure.value, Math.max(decimalsOf(indicator), 2)),
    figure.numerator ?? '',
    figure.denominator ?? '',
    indicator.unit,
  ];
  if (by === undefined) return [cells(result, [])];
  const dimensions = by.split(' × ').length;
  const all = Array.from({ length: dimensions }, () => 'all');
  return [cells(result, all), ...(result.breakdowns.get(by) ?? []).map((row) => cells(row, row.categories))];
}

function toCsv(
  results: readonly IndicatorResult[],
  years: ReadonlyMap<IndicatorResult, number>,
  by: string | undefined,
): string {
  const categories = by === undefined ? [] : by.split(' × ');
  const fields = ['year', 'indicator', ...categories, 'value', 'numerator', 'denominator', 'unit'];
  const data = results.flatMap((result) => rowsOf(result, years.get(result)!, by));
  return `${Papa.unparse({ fields, data }, { newline: '\n' })}\n`;
}

function toTable(
  results: readonly IndicatorResult[],
  periods: readonly string[],
  by: string | undefined,
): string {
  const lines = new Map<string, string[]>();
  const put = (key: string, title: readonly string[], column: number, text: string) => {
    const line = lines.get(key) ?? [...title, ...periods.map(() => '')];
    line[title.length + column] = text;
    lines.set(key, line);
  };
  for (const result of results) {
    const { indicator } = result;
    const column = periods.indexOf(result.period.label);
    const base = by === undefined ? [indicator.title] : [indicator.title, 'All'];
    put(indicator.id, base, column, printValue(indicator, result.value));
    for (const row of by === undefined ? [] : (result.breakdowns.get(by) ?? [])) {
      const text = printValue(indicator, row.value);
      put(`${indicator.id}|${row.categories.join('|')}`, ['', row.labels.join(', ')], column, text);
    }
  }
  const headings = by === undefined ? ['Indicator', ...periods] : ['Indicator', by, ...periods];
  return table(headings, [...lines.values()]);
}

function yearsAsked(values: readonly string[] | undefined, given: readonly number[]): number[] {
  if (!values) return [given.at(-1)!];
  return values.map((text) => {
    const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
    if (!given.includes(year)) {
      throw new CannotRun(
        `there is no return for --year ${text}; there are returns for: ${given.join(', ')}.`,
      );
    }
    return year;
  });
}

function breakdownAsked(council: Council, text: string | undefined): string[] | undefined {
  const ids = text?.split(',').map((id) => id.trim());
  for (const id of ids ?? []) {
    if (!council.breakdowns.some((known) => known.id === id)) {
      const known = council.breakdowns.map((breakdown) => breakdown.id).join(', ');
      throw new CannotRun(`there is no breakdown '${id}'; there are: ${known}.`);
    }
  }
  return ids;
}

/** `cic indicators`: from returns to figures. */
export const indicators: Command = {
  name: 'indicators',
  summary: "compute a council's indicators from its statutory returns",
  usage,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        council: { type: 'string', default: 'council' },
        config: { type: 'string' },
        year: { type: 'string', multiple: true },
        by: { type: 'string' },
        indicator: { type: 'string', multiple: true },
        format: { type: 'string', default: 'table' },
        findings: { type: 'boolean', default: false },
      },
    });
    const format = values.format;
    if (!['table', 'json', 'csv'].includes(format))
      throw new CannotRun(`--format is table, json or csv, not '${format}'.`);
    const council = values.config ? await councilFrom(values.config, io.cwd) : plainCouncil(values.council);
    const by = breakdownAsked(council, values.by);
    const read = await readReturns(positionals, io.cwd, (message) => io.err(`${message}\n`));
    const histories = toCareHistories(read.returns);
    const years = yearsAsked(values.year, histories.years);
    const wanted = values.indicator?.map((id) => indicatorAsked(council, id)) ?? council.indicators;
    const results = computeIndicators({
      council,
      historyFor: histories.historyFor,
      indicators: wanted,
      periods: years.map(financialYear),
      by: by ? [by] : [],
    });
    const key = by && breakdownKey(by);
    const yearOf = new Map(
      results.map((result) => [result, years.find((year) => financialYear(year).end === result.period.end)!]),
    );
    if (format === 'csv') io.out(toCsv(results, yearOf, key));
    else if (format === 'table')
      io.out(
        toTable(
          results,
          years.map((year) => financialYear(year).label),
          key,
        ),
      );
    else {
      const documents = years.map((year) => ({
        council: council.id,
        year,
        indicators: toJson(
          results.filter((result) => yearOf.get(result) === year),
          key,
        ),
      }));
      io.out(`${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`);
    }
    const findings = [...read.findings, ...histories.findings];
    if (findings.length > 0) {
      io.err(
        `${findings.length} findings about the returns${values.findings ? ':' : '; --findings lists them'}\n`,
      );
      if (values.findings) for (const { message, fix } of findings) io.err(`  ${message} ${fix}\n`);
    }
    return values.findings && findings.length > 0 ? 1 : 0;
  },
};

function indicatorAsked(council: Council, id: string) {
  const found = council.indicators.find((indicator) => indicator.id === id);
  if (!found) {
    throw new CannotRun(
      `there is no indicator '${id}'; there are: ${council.indicators.map((one) => one.id).join(', ')}.`,
    );
  }
  return found;
}

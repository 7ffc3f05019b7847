import Papa from 'papaparse';
import { type BuiltReport, cellsIn } from '../model.ts';

const COLUMNS = [
  'report',
  'council',
  'audience',
  'as_at',
  'made_at',
  'table',
  'row',
  'column',
  'indicator',
  'where',
  'period',
  'period_start',
  'period_end',
  'show',
  'state',
  'value',
  'second_value',
  'printed',
  'base',
  'reason',
  'definition',
] as const;

/** No spreadsheet takes a text for a formula. */
const harmless = (text: string): string => (/^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text);

/**
 * Tidy CSV: a line for every cell of every table, with everything needed to understand it alone. Numbers are unrounded;
 * `printed` is what stands on the page. UTF-8, comma, line feed, first line headings.
 */
export function renderCsv(report: BuiltReport): string {
  const data = [...cellsIn(report)]
    .filter(({ cell }) => cell.state !== 'heading')
    .map(({ table, row, column, cell }) =>
      [
        report.id,
        report.council.id,
        report.audience,
        report.asAt,
        report.madeAt,
        table.title,
        row,
        column,
        cell.indicator ?? '',
        Object.entries(cell.where ?? {})
          .map(([id, categories]) => `${id}=${categories.join('|')}`)
          .join(';'),
        cell.period?.label ?? '',
        cell.period?.start ?? '',
        cell.period?.end ?? '',
        cell.show ?? 'text',
        cell.state,
        cell.value ?? '',
        cell.second ?? '',
        cell.printed,
        cell.base ?? '',
        cell.reason ?? '',
        cell.definition ?? '',
      ].map((one) => (typeof one === 'string' ? harmless(one) : one)),
    );
  return `${Papa.unparse({ fields: [...COLUMNS], data }, { newline: '\n' })}\n`;
}

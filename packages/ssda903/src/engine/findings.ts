import { quoted } from '../read/finding.ts';
import { type Return, type Row, TABLE_NAMES, type TableName } from '../tables.ts';
import { buildContext, type ReturnToCheck } from './build.ts';
import { ruleByCode } from './catalogue.ts';
import type { Rule } from './rule.ts';
import type { Validation } from './run.ts';

/** One flagged row, explained. */
export interface Finding {
  readonly rule: string;
  readonly severity: Rule['severity'];
  readonly table: TableName;
  /** Zero-based data row. */
  readonly row: number;
  /** Where the row stands; absent when the return was not read from files. */
  readonly file?: string;
  /** 1 is the first line of the file. */
  readonly line?: number;
  readonly child: string;
  /** The offending columns and what stands in them; '' is blank. */
  readonly values: Readonly<Record<string, string>>;
  /** What is wrong, naming the values. */
  readonly message: string;
  /** How to mend it. */
  readonly fix: string;
}

/** Explains what was found, rule by rule, table by table, row by row; one at a time, so that nobody pays for what is not read. */
export function* explainFindings(input: ReturnToCheck, { rules }: Validation): Generator<Finding> {
  const context = buildContext(input);
  const place = new Map(TABLE_NAMES.map((table) => [table, placeOf(input.now, table)] as const));
  for (const [code, result] of Object.entries(rules)) {
    const rule = ruleByCode.get(code);
    if (!rule || result.status === 'skipped') continue;
    for (const table of TABLE_NAMES) {
      for (const at of result.rows[table] ?? []) {
        const row = context[table][at];
        if (row) yield explain(rule, row, place.get(table)!(at));
      }
    }
  }
}

function explain(rule: Rule, row: Row<TableName>, place: { file?: string; line?: number }): Finding {
  const values = Object.fromEntries(
    (rule.fields[row.table] ?? []).map((field) => [field, textOf(row, field)]),
  );
  const named = Object.entries(values).map(
    ([field, value]) => `${field} ${value === '' ? 'is blank' : quoted(value)}`,
  );
  return {
    rule: rule.code,
    severity: rule.severity,
    table: row.table,
    row: row.row,
    ...place,
    child: row.CHILD,
    values,
    message: named.length === 0 ? `${rule.title}.` : `${rule.title}: ${named.join(', ')}.`,
    fix: rule.fix,
  };
}

/** What is written in a column; for a column that is worked out, its value. */
export function textOf(row: Row<TableName>, field: string): string {
  const cells = row as unknown as Readonly<Record<string, string | number>>;
  const value = cells[`${field}_TEXT`] ?? cells[field] ?? '';
  return typeof value === 'number' && Number.isNaN(value) ? '' : String(value);
}

/** Finds file and line of a data row. */
function placeOf({ tables }: Return, table: TableName): (row: number) => { file?: string; line?: number } {
  const sources = tables[table]?.sources ?? [];
  return (row) => {
    const source = sources.findLast(({ firstRow }) => firstRow <= row);
    const line = source?.lines?.[row - source.firstRow];
    return { ...(source && { file: source.file }), ...(line !== undefined && { line }) };
  };
}

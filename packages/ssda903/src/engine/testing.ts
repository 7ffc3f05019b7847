import { createRow, readDate } from '../read/row.ts';
import { postcodeKey } from '../reference/postcodes.ts';
import { type Provider, providersByUrn } from '../reference/providers.ts';
import { type Return, type Row, TABLE_NAMES, TABLES, type Table, type TableName } from '../tables.ts';
import { buildContext, type ReturnToCheck } from './build.ts';
import { type ExampleReturn, exampleYear, type Rule } from './rule.ts';
import { type RuleResult, runRule } from './run.ts';

export interface CheckOptions {
  readonly year?: number;
  /** GSS code of the returning authority. */
  readonly authority?: string;
  /** XML where the rule is for XML only, else CSV. */
  readonly format?: 'csv' | 'xml';
}

type ExampleRows = readonly Readonly<Partial<Record<string, string>>>[];

/**
 * What a rule flags in an example: sorted distinct zero-based rows per table, empty when nothing is flagged or the
 * rule cannot run. In XML, Header takes a UASC cell. `providers` have the cells urn, placementCodes and providerCodes
 * (separated by commas), postcode, registrationEnd (DD/MM/YYYY); their authority is that of the postcode.
 */
export function check(
  rule: Rule,
  example: ExampleReturn,
  options: CheckOptions = {},
): Partial<Record<TableName, number[]>> {
  const result = runExample(rule, example, options);
  return result.status === 'checked' ? (result.rows as Partial<Record<TableName, number[]>>) : {};
}

/** As {@link check}, with the reason where the rule cannot run. */
export function runExample(rule: Rule, example: ExampleReturn, options: CheckOptions = {}): RuleResult {
  const input = exampleInput(rule, example, options);
  return runRule(rule, buildContext(input), input.postcodes !== undefined);
}

/** An example as a return that can be checked. */
export function exampleInput(rule: Rule, example: ExampleReturn, options: CheckOptions = {}): ReturnToCheck {
  const format = options.format ?? example.format ?? (rule.needs?.includes('xml') ? 'xml' : 'csv');
  const places =
    example.postcodes && new Map(example.postcodes.map((place) => [postcodeKey(place.postcode), place]));
  const providers = example.providers?.map(
    (cells): Provider => ({
      urn: cells['urn'] ?? '',
      placementCodes: codes(cells['placementCodes']),
      providerCodes: codes(cells['providerCodes']),
      postcode: postcodeKey(cells['postcode'] ?? ''),
      registrationEnd: readDate(cells['registrationEnd'] ?? ''),
      authority: cells['authority'] ?? places?.get(postcodeKey(cells['postcode'] ?? ''))?.authority ?? '',
    }),
  );
  return {
    year: options.year ?? exampleYear(rule),
    authority: options.authority ?? 'E10000007',
    now: exampleReturn(example, format, ''),
    last: exampleReturn(example, format, 'last '),
    ...(providers && { providers: providersByUrn(providers) }),
    ...(places && { postcodes: { find: (postcode) => places.get(postcode) } }),
  };
}

const codes = (text = ''): readonly string[] =>
  text
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');

function exampleReturn(example: ExampleReturn, format: 'csv' | 'xml', prefix: '' | 'last '): Return {
  const tables: { [T in TableName]?: Table<T> } = {};
  for (const table of TABLE_NAMES) {
    const rows = example[`${prefix}${table}`];
    if (rows) Object.assign(tables, { [table]: { rows: exampleRows(table, rows, format), sources: [] } });
  }
  return { format, tables };
}

function exampleRows<T extends TableName>(
  table: T,
  rows: ExampleRows,
  format: 'csv' | 'xml',
): readonly Row<T>[] {
  const columns = Object.keys(TABLES[table]);
  const derived = derivedCells(table, format);
  const known = [...columns, ...derived];
  return rows.map((cells, index) => {
    const strange = Object.keys(cells).find((name) => !known.includes(name));
    if (strange) throw new RangeError(`${table} has no column ${strange} in ${format.toUpperCase()}`);
    const upper = columns.map((name) => (cells[name] ?? '').toUpperCase());
    const row = createRow(table, index, upper);
    return derived.reduce((all, name) => ({ ...all, [name]: (cells[name] ?? '').toUpperCase() }), row);
  });
}

/** Columns that no file holds but an example may: for rules that no return with a postcode directory can break (411). */
function derivedCells(table: TableName, format: 'csv' | 'xml'): readonly string[] {
  if (table === 'Episodes') return ['PL_LA', 'PL_LOCATION'];
  return table === 'Header' && format === 'xml' ? ['UASC'] : [];
}

import { readDate } from '../read/row.ts';
import { postcodeKey } from '../reference/postcodes.ts';
import { type Provider, providersByUrn } from '../reference/providers.ts';
import { type Return, TABLE_NAMES, type TableName } from '../tables.ts';
import { returnFromCells } from '../write/cells.ts';
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
  return runRule(rule, buildContext(exampleInput(rule, example, options)));
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
  const tables = TABLE_NAMES.map((table) => [table, example[`${prefix}${table}`]] as const);
  return returnFromCells(Object.fromEntries(tables.filter(([, rows]) => rows)), format);
}

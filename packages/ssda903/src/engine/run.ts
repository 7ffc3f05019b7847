import { listed } from '../read/finding.ts';
import { TABLE_NAMES, type TableName } from '../tables.ts';
import { buildContext, type ReturnToCheck } from './build.ts';
import { rulesOf } from './catalogue.ts';
import type { CheckContext } from './context.ts';
import type { Need, Rule } from './rule.ts';

/** Zero-based data rows per table, sorted and distinct. */
export type RowsByTable = { readonly [T in TableName]?: readonly number[] };

export type RuleResult =
  | { readonly status: 'checked'; readonly rows: RowsByTable }
  | { readonly status: 'skipped'; readonly reason: string };

/** What checking a return found, as plain data. */
export interface Validation {
  readonly year: number;
  /** The tables that were given. */
  readonly tables: { readonly [T in TableName]?: { readonly rows: number } };
  /** By code, in the order of the codes. */
  readonly rules: Readonly<Record<string, RuleResult>>;
  /** How many rows were flagged, counted once for each rule that flags them. */
  readonly findings: number;
}

export interface ValidateOptions extends ReturnToCheck {
  /** Codes of the only rules to run. */
  readonly only?: readonly string[];
}

/** Every rule of the collection year over a return. Never throws on what a return holds. */
export function validateReturn(options: ValidateOptions): Validation {
  const { only, now, postcodes } = options;
  const context = buildContext(options);
  const results: Record<string, RuleResult> = {};
  let findings = 0;
  for (const rule of rulesOf(context.year)) {
    if (only && !only.includes(rule.code)) continue;
    const result = runRule(rule, context, postcodes !== undefined);
    results[rule.code] = result;
    if (result.status === 'checked') {
      for (const rows of Object.values(result.rows)) findings += rows.length;
    }
  }
  const tables = Object.fromEntries(
    TABLE_NAMES.flatMap((table) =>
      now.tables[table] ? [[table, { rows: now.tables[table].rows.length }]] : [],
    ),
  );
  return { year: context.year, tables, rules: results, findings };
}

/** One rule on its own; a fault in a rule is its own result and stops nothing else. */
export function runRule(rule: Rule, context: CheckContext, hasPostcodes: boolean): RuleResult {
  const flagged = new Map<TableName, number[]>();
  try {
    const reason = reasonToSkip(rule, context, hasPostcodes);
    if (reason) return { status: 'skipped', reason };
    rule.check(context, ({ table, row }) => {
      const rows = flagged.get(table);
      if (rows) rows.push(row);
      else flagged.set(table, [row]);
    });
  } catch (error) {
    return {
      status: 'skipped',
      reason: `The check itself failed (${String(error)}): this is a fault in the rule.`,
    };
  }
  const rows: { [T in TableName]?: readonly number[] } = {};
  for (const table of TABLE_NAMES) {
    const found = flagged.get(table);
    if (found) rows[table] = sortedDistinct(found);
  }
  return { status: 'checked', rows };
}

function sortedDistinct(rows: readonly number[]): readonly number[] {
  for (let i = 1; i < rows.length; i++) {
    if (rows[i]! <= rows[i - 1]!) return [...new Set(rows)].sort((a, b) => a - b);
  }
  return rows;
}

function reasonToSkip(rule: Rule, context: CheckContext, hasPostcodes: boolean): string | undefined {
  const { given, providers, format, authority } = context;
  const missing = rule.tables.filter((table) => !given.has(table));
  if (missing.length > 0) {
    return `Needs ${listed(missing)}, which ${missing.length === 1 ? 'is' : 'are'} not in the return.`;
  }
  const met: Partial<Record<Need, boolean>> = {
    providers: providers !== undefined,
    postcodes: hasPostcodes,
    authority: authority !== '',
    xml: format === 'xml',
  };
  for (const need of rule.needs ?? []) {
    if (!(met[need] ?? given.has(need as `last ${TableName}`))) return WHY_SKIPPED[need] ?? whyLastYear(need);
  }
  return rule.skipWhen?.(context);
}

const WHY_SKIPPED: Partial<Record<Need, string>> = {
  providers: "Needs Ofsted's list of providers, which was not given.",
  postcodes: 'Needs a postcode directory, which was not given.',
  authority: 'Needs the code of the returning authority, which was not given.',
  xml: 'Applies to returns in XML only.',
};

const whyLastYear = (need: Need): string =>
  `Needs last year's ${need.slice('last '.length)}, which was not given.`;

import { listed } from '../read/finding.ts';
import { TABLE_NAMES, type TableName } from '../tables.ts';
import { buildContext, type ReturnToCheck } from './build.ts';
import { rulesOf } from './catalogue.ts';
import type { CheckContext } from './context.ts';
import { isRowCheck, type RowCheck } from './each.ts';
import type { FlaggableRow, Need, Rule } from './rule.ts';

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
  const { only, now } = options;
  const context = buildContext(options);
  const chosen = rulesOf(context.year).filter(({ code }) => !only || only.includes(code));
  const results = runRules(chosen, context);
  const tables = Object.fromEntries(
    TABLE_NAMES.flatMap((table) =>
      now.tables[table] ? [[table, { rows: now.tables[table].rows.length }]] : [],
    ),
  );
  let findings = 0;
  for (const result of Object.values(results)) {
    if (result.status === 'skipped') continue;
    for (const rows of Object.values(result.rows)) findings += rows.length;
  }
  return { year: context.year, tables, rules: results, findings };
}

/** Rules by their codes; those that judge row by row share one pass over each table. */
function runRules(rules: readonly Rule[], context: CheckContext): Record<string, RuleResult> {
  const results: Record<string, RuleResult> = {};
  const byTable = new Map<TableName, RowRule[]>();
  for (const rule of rules) {
    const { code, check } = rule;
    const reason = reasonToSkip(rule, context);
    results[code] = reason ? { status: 'skipped', reason } : { status: 'checked', rows: {} };
    if (reason) continue;
    if (isRowCheck(check)) {
      const sameTable = byTable.get(check.table) ?? [];
      byTable.set(check.table, sameTable);
      sameTable.push({ rule, wrong: check.wrong, rows: [] });
    } else results[code] = runRule(rule, context);
  }
  for (const [table, rowRules] of byTable) {
    const together = runTogether(rowRules, context[table], context);
    for (const { rule, rows } of rowRules) {
      results[rule.code] = together
        ? { status: 'checked', rows: rows.length > 0 ? { [table]: rows } : {} }
        : runRule(rule, context);
    }
  }
  return results;
}

interface RowRule {
  readonly rule: Rule;
  readonly wrong: RowCheck['wrong'];
  readonly rows: number[];
}

/** One pass over a table for all rules that judge its rows; false when one of them fails, so that each runs alone. */
function runTogether(
  rules: readonly RowRule[],
  rows: readonly FlaggableRow[],
  context: CheckContext,
): boolean {
  try {
    for (const row of rows) {
      for (const rule of rules) if (rule.wrong(row, context)) rule.rows.push(row.row);
    }
    return true;
  } catch {
    return false;
  }
}

/** One rule on its own; a fault in a rule is its own result and stops nothing else. */
export function runRule(rule: Rule, context: CheckContext): RuleResult {
  const reason = reasonToSkip(rule, context);
  if (reason) return { status: 'skipped', reason };
  const flagged = new Map<TableName, number[]>();
  try {
    rule.check(context, ({ table, row }) => {
      const rows = flagged.get(table);
      if (rows) rows.push(row);
      else flagged.set(table, [row]);
    });
  } catch (error) {
    return { status: 'skipped', reason: faultOf(error) };
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

function reasonToSkip(rule: Rule, context: CheckContext): string | undefined {
  const { given, providers, format, authority, hasPostcodes } = context;
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
  try {
    return rule.skipWhen?.(context);
  } catch (error) {
    return faultOf(error);
  }
}

const faultOf = (error: unknown): string =>
  `The check itself failed (${String(error)}): this is a fault in the rule.`;

const WHY_SKIPPED: Partial<Record<Need, string>> = {
  providers: "Needs Ofsted's list of providers, which was not given.",
  postcodes: 'Needs a postcode directory, which was not given.',
  authority: 'Needs the code of the returning authority, which was not given.',
  xml: 'Applies to returns in XML only.',
};

const whyLastYear = (need: Need): string =>
  `Needs last year's ${need.slice('last '.length)}, which was not given.`;

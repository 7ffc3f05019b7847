import type { ReturnToCheck } from '../engine/build.ts';
import { ruleByCode } from '../engine/catalogue.ts';
import { explainFindings, type Finding } from '../engine/findings.ts';
import type { Rule } from '../engine/rule.ts';
import type { Validation } from '../engine/run.ts';
import { yearNotices } from '../engine/year.ts';
import type { ReadFinding } from '../read/finding.ts';
import { authorityByCode } from '../reference/authorities.ts';
import { type Return, TABLE_NAMES, type TableName } from '../tables.ts';

/** All that a report says, whatever its form. */
export interface Report {
  readonly year: number;
  /** Name of the authority, its code where the name is not known, '' where neither is. */
  readonly authority: string;
  readonly source: Return;
  readonly validation: Validation;
  /** What to know before reading on: files that could not be read whole, a year that seems wrong. */
  readonly notices: readonly string[];
  readonly findings: readonly Finding[];
  /** Teams by CHILD, where a list of teams was given. */
  readonly teamOf?: ReadonlyMap<string, string>;
}

export interface ReportOptions {
  readonly readFindings?: readonly ReadFinding[];
  readonly teamOf?: ReadonlyMap<string, string>;
}

/** Gathers a report on a return that was checked. */
export function createReport(
  input: ReturnToCheck,
  validation: Validation,
  { readFindings = [], teamOf }: ReportOptions = {},
): Report {
  const { authority = '' } = input;
  return {
    year: input.year,
    authority: authorityByCode.get(authority)?.name ?? authority,
    source: input.now,
    validation,
    notices: [...yearNotices(input.year, input.now, input.last), ...noticesOf(readFindings)],
    findings: [...explainFindings(input, validation)],
    ...(teamOf && { teamOf }),
  };
}

/** Unreadable dates are many and are findings of their own: they make one notice together. */
function noticesOf(readFindings: readonly ReadFinding[]): readonly string[] {
  const dates = readFindings.filter(({ column }) => column !== undefined);
  const others = readFindings.filter(({ column }) => column === undefined).map(({ message }) => message);
  const [first] = dates;
  if (!first) return others;
  const more = dates.length === 1 ? '' : ` and ${dates.length - 1} more`;
  return [...others, `Dates that cannot be read: ${first.message}${more === '' ? '' : ` (${more.trim()})`}`];
}

interface Count {
  readonly of: string;
  readonly findings: number;
}

export interface RuleCount {
  readonly rule: Rule;
  readonly findings: number;
}

export interface Summary {
  /** Rules that flagged something, most findings first. */
  readonly byRule: readonly RuleCount[];
  readonly byTable: readonly { readonly of: TableName; readonly rows: number; readonly findings: number }[];
  /** Children with findings, most first. */
  readonly byChild: readonly Count[];
  /** Teams with findings, most first; empty without a list of teams. */
  readonly byTeam: readonly Count[];
  readonly skipped: readonly { readonly rule: Rule; readonly reason: string }[];
}

export function summarise({ findings, validation, teamOf }: Report): Summary {
  const rulesOf = Object.entries(validation.rules).flatMap(([code, result]) => {
    const rule = ruleByCode.get(code);
    return rule ? [{ rule, result }] : [];
  });
  const perRule = new Map(
    counted(findings, ({ rule }) => rule).map(({ of, findings: count }) => [of, count]),
  );
  const perTable = new Map(
    counted(findings, ({ table }) => table).map(({ of, findings: count }) => [of, count]),
  );
  return {
    byRule: rulesOf
      .flatMap(({ rule }) => (perRule.has(rule.code) ? [{ rule, findings: perRule.get(rule.code)! }] : []))
      .sort((a, b) => b.findings - a.findings),
    byTable: TABLE_NAMES.flatMap((of) => {
      const given = validation.tables[of];
      return given ? [{ of, rows: given.rows, findings: perTable.get(of) ?? 0 }] : [];
    }),
    byChild: counted(findings, ({ child }) => child),
    byTeam: teamOf ? counted(findings, ({ child }) => teamOf.get(child) ?? 'no team') : [],
    skipped: rulesOf.flatMap(({ rule, result }) =>
      result.status === 'skipped' ? [{ rule, reason: result.reason }] : [],
    ),
  };
}

/** How many findings there are of each kind, most first. */
function counted(findings: readonly Finding[], kindOf: (finding: Finding) => string): readonly Count[] {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(kindOf(finding), (counts.get(kindOf(finding)) ?? 0) + 1);
  return [...counts].map(([of, count]) => ({ of, findings: count })).sort((a, b) => b.findings - a.findings);
}

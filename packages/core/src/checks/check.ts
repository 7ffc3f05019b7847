import type { Council } from '../council/council.ts';
import type { Day } from '../dates/day.ts';
import type { CareHistory } from '../history/careHistory.ts';
import type { Child } from '../history/child.ts';

/** Something that cannot be right, or should be looked at, in the records of one child or of something else. */
export interface CheckFinding {
  readonly check: string;
  /** '' where it is about no child. */
  readonly child: string;
  /** What it is about instead of a child, as its record names it: a household, a panel, a school. */
  readonly about?: string;
  /** Record type the finding points at. */
  readonly record: string;
  readonly message: string;
  readonly fix: string;
}

export interface CheckContext {
  readonly history: CareHistory;
  readonly council: Council;
  readonly asAt: Day;
}

/** A test of data quality across the records of a child. Pure; it runs on anything that passed the schemas. */
export interface Check {
  readonly id: string;
  readonly title: string;
  readonly record: string;
  /** How to mend what it finds. */
  readonly fix: string;
  readonly requirements?: readonly string[];
  readonly partly?: readonly string[];
  /** Messages about a child, one a finding; they name dates and values, never a name. */
  readonly find?: (child: Child, context: CheckContext) => Iterable<string>;
  /** The same for records about something other than a child; a check may have both. */
  readonly findOthers?: (
    context: CheckContext,
  ) => Iterable<{ readonly about: string; readonly message: string }>;
}

export const defineCheck = (check: Check): Check => check;

/** Runs checks over every child; no check can stop another. */
export function runChecks(checks: readonly Check[], context: CheckContext): CheckFinding[] {
  const findings: CheckFinding[] = [];
  for (const child of context.history.children) {
    for (const { id, record, fix, find } of checks) {
      for (const message of find?.(child, context) ?? [])
        findings.push({ check: id, child: child.id, record, message, fix });
    }
  }
  for (const { id, record, fix, findOthers } of checks) {
    for (const { about, message } of findOthers?.(context) ?? [])
      findings.push({ check: id, child: '', about, record, message, fix });
  }
  return findings;
}

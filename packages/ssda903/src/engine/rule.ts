import type { ColumnName, Row, TableName } from '../tables.ts';
import type { CheckContext } from './context.ts';

/** What a rule cannot run without, besides this year's tables. */
export type Need = `last ${TableName}` | 'providers' | 'postcodes' | 'authority' | 'xml';

/** Rows as they would stand in the files: only the columns that matter, each value as text. */
export type ExampleReturn = {
  readonly [T in TableName | `last ${TableName}`]?: readonly Readonly<Partial<Record<string, string>>>[];
} & {
  /** CSV unless said, or unless the rule is for XML only. */
  readonly format?: 'csv' | 'xml';
  /** Providers on the Ofsted list, for rules that look them up. */
  readonly providers?: readonly Readonly<Record<string, string>>[];
  /** Postcodes with their place, for rules about location. */
  readonly postcodes?: readonly {
    readonly postcode: string;
    readonly easting: number;
    readonly northing: number;
    readonly authority: string;
  }[];
};

/**
 * One validation rule: a literal that says what it checks, why and how to mend what it finds, and the check itself.
 * Source of every condition: the Department for Education's SSDA903 validation checks, as restated in the reference.
 */
export interface Rule {
  /** The statutory code: '101', '503A'. */
  readonly code: string;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** `error` must be mended before the return is accepted; `query` must be checked and may stand. */
  readonly severity: 'error' | 'query';
  /** First and, if it ended, last collection year (2026 is the year to 31 March 2026). */
  readonly years: readonly [from: number, to?: number];
  /** The columns a finding points at. */
  readonly fields: { readonly [T in TableName]?: readonly ColumnName<T>[] };
  /** Tables of this year's return the rule cannot run without. */
  readonly tables: readonly TableName[];
  readonly needs?: readonly Need[];
  /** Why the rule cannot run on this return, where `tables` and `needs` cannot say it (one of two tables will do). */
  readonly skipWhen?: (context: CheckContext) => string | undefined;
  /** True for the few rules that count across children, so that one child's rows can change another's findings. */
  readonly acrossChildren?: true;
  /** What the rule means, in a sentence a team can act on. */
  readonly means: string;
  /** How to mend what it finds. */
  readonly fix: string;
  /** Where this differs from the reference's description of the existing tool, and why. */
  readonly differsFromReference?: string;
  /** Pure: looks at the return and flags rows. Runs on any garbage; NaN dates compare false. */
  readonly check: (context: CheckContext, flag: (row: FlaggableRow) => void) => void;
  /** A return with at least one row the rule flags. The collection year is that of {@link exampleYear}. */
  readonly fails: ExampleReturn;
  /** The nearest return that the rule lets pass. */
  readonly passes: ExampleReturn;
}

export type FlaggableRow = { [T in TableName]: Row<T> }[TableName];

/** Examples are written for the last year in which the rule applies, at most 2026 (or its first year, if later). */
export const exampleYear = (rule: Pick<Rule, 'years'>): number =>
  Math.max(rule.years[0], Math.min(rule.years[1] ?? 2026, 2026));

import { type Day, dayOf } from '@cic/core/dates';
import type { ProviderList } from '../reference/providers.ts';
import type { Return, Row, TableName } from '../tables.ts';

export type Tables = { readonly [T in TableName]: readonly Row<T>[] };

/** A child's rows of this year's or last year's return, each table in file order. */
export type ChildTables = Tables;

/** All rows of one child, gathered once for every rule. */
export interface ChildRows {
  /** The CHILD value as written; never blank. */
  readonly id: string;
  readonly now: ChildTables;
  readonly last: ChildTables;
  /** This year's episodes by DECOM, then by row; unreadable DECOMs at the end. */
  readonly episodes: readonly Row<'Episodes'>[];
  /** Last year's, in the same order. */
  readonly lastEpisodes: readonly Row<'Episodes'>[];
  /** First readable DOB in Header; NaN when there is none. */
  readonly born: Day;
  /** Continuously looked after for the whole year by the rules' own test: see `continuouslyLookedAfter`. */
  readonly continuouslyLookedAfter: boolean;
}

/** What a rule may look at. All tables exist (empty when not given), so a rule never asks whether one is there. */
export interface CheckContext extends Tables {
  /** Collection year: 2026 is 1 April 2025 to 31 March 2026. */
  readonly year: number;
  /** 1 April at the start of the collection year. */
  readonly start: Day;
  /** 31 March at its end. */
  readonly end: Day;
  readonly format: Return['format'];
  /** Whether a table was part of the return: only for rules whose condition says so. */
  readonly given: ReadonlySet<TableName | `last ${TableName}`>;
  /** Last year's tables; their rows are never flagged. */
  readonly last: Tables;
  /** Children with a non-blank CHILD in any table of this year, in order of first appearance. */
  readonly children: readonly ChildRows[];
  /** The child of a row; undefined where CHILD is blank. Works for ids of last year's rows too. */
  readonly child: (id: string) => ChildRows | undefined;
  /** GSS code of the returning authority, upper tier, e.g. E10000007; '' when not given. */
  readonly authority: string;
  readonly providers: ProviderList | undefined;
  /** Whether a postcode directory was given. */
  readonly hasPostcodes: boolean;
  /** Whether the postcode directory holds a postcode, in any case and spacing; always false for '' and without a directory. */
  readonly knowsPostcode: (postcode: string) => boolean;
}

/** 1 April and 31 March of a collection year. */
export const collectionDates = (year: number): { start: Day; end: Day } => ({
  start: dayOf(year - 1, 4, 1),
  end: dayOf(year, 3, 31),
});

import type { Policy } from './policy.ts';

/**
 * The shapes of a publication: tables of counts and figures, and what links them.
 *
 * Everything here is what a reader can see, plus the true counts (`n`) while it is still inside the house.
 * A cell without `n` is one whose count nobody printed.
 */

/** Where a cell stands: table id, and one category per dimension of that table. */
export interface CellRef {
  readonly table: string;
  readonly at: readonly string[];
}

/** A reference from inside a table; without `table` it means the same table. */
export interface LocalRef {
  readonly table?: string;
  readonly at: readonly string[];
}

/** `null` as the upper end means no upper bound. */
export type Range = readonly [low: number, high: number | null];

export type CellStatus = 'published' | 'primary' | 'secondary' | 'rounded' | 'coded' | 'not-applicable';

/**
 * One printed cell. `n` is a count (or a whole amount of money); the figures are ratios of the cell's own count
 * to another cell, printed with `dp` decimals:
 *
 * - `percent` of `of`; `rate` per `per` of `of`; `ratio` and `average` to `of` (an average's count is the sum it averages)
 * - `change`: growth in per cent since the cell `from`
 */
export interface Cell {
  readonly at: readonly string[];
  readonly n?: number | null;
  readonly percent?: number | null;
  readonly rate?: number | null;
  readonly ratio?: number | null;
  readonly average?: number | null;
  readonly change?: number | null;
  readonly dp?: number;
  readonly per?: number;
  readonly of?: LocalRef;
  readonly from?: LocalRef;
  /** What is printed instead of the count: `x`, `<10`, `10 or more`. */
  readonly shown?: string;
  /** What the printed mark, rounded number or band lets a reader conclude about the count. */
  readonly range?: Range;
  /** What the printed figure lets a reader conclude when it has been coarsened to a band, in the figure's unit. */
  readonly band?: readonly [number, number];
  readonly status?: CellStatus;
  /** How much the reader loses when this cell is hidden (default by the policy's objective). */
  readonly weight?: number;
  /** `true`: never hide this cell. */
  readonly keep?: boolean;
  /** The contributions that make up a cell of money, for the dominance and p % rules. */
  readonly contributions?: readonly number[];
  /** How many providers or schools stand behind the cell. */
  readonly contributors?: number;
  /** This cell is hidden whenever that one is (spend beside a number of children). */
  readonly follows?: LocalRef;
}

/** Two or more places that hold one count. */
export type Link =
  | readonly LocalRef[]
  | { readonly cells: readonly LocalRef[] }
  | { readonly from: LocalRef; readonly to: LocalRef }
  | (LocalRef & { readonly to: LocalRef });

/** Per dimension: the category that is the sum of all others, or a tree of parent to children. */
export type Totals = Readonly<Record<string, string | Readonly<Record<string, readonly string[]>>>>;

export interface Table {
  readonly id: string;
  readonly title?: string;
  readonly dims: readonly string[];
  readonly cells: readonly Cell[];
  readonly totals?: Totals;
  readonly links?: readonly Link[];
  readonly notes?: readonly string[];
}

/** A sum that holds between cells: stock plus flow, parts over several tables. `equals` defaults to 0. */
export interface PrintedRelation {
  readonly name: string;
  readonly terms: readonly (CellRef & { readonly times?: number })[];
  readonly equals?: number;
}

/** A figure in prose: one sum of cells as a percentage of another, or its growth since another. */
export interface Statement {
  readonly name: string;
  readonly percent?: number | null;
  readonly change?: number | null;
  readonly dp?: number;
  readonly part: readonly CellRef[];
  readonly of: readonly CellRef[];
  readonly status?: CellStatus;
  readonly shown?: string;
}

export interface Publication {
  readonly policy?: Policy;
  readonly tables: readonly Table[];
  readonly links?: readonly Link[];
  readonly relations?: readonly PrintedRelation[];
  readonly statements?: readonly Statement[];
}

/** Something wrong in what was printed, found and either set aside or repaired; never silently. */
export interface Problem {
  readonly code:
    | 'does-not-add-up'
    | 'impossible-figure'
    | 'truncated-figure'
    | 'linked-cells-differ'
    | 'mark-contradicted'
    | 'missing-cell'
    | 'conflict';
  readonly message: string;
  /** By how much, where that can be said. */
  readonly by?: number;
}

/** One string per place, usable as a map key. */
export const placeKey = (table: string, at: readonly string[]): string => JSON.stringify([table, ...at]);

/** `cic-by-age, 5 to 9 / March 2017` */
export const placeName = (ref: CellRef): string => `${ref.table}, ${ref.at.join(' / ')}`;

/** A complete reference, seen from inside `table`. */
export const inTable = (ref: LocalRef, table: string): CellRef => ({ table: ref.table ?? table, at: ref.at });

import type { Binding, CareHistory, Council, Day } from '@cic/core';
import type { PrintedTable } from '@cic/printed-tables';

/** What a row or a column of a printed table shows; words instead say why nothing here can give it. */
export type Bound = Binding | string;

/** How a printed table is made again: its rows and columns, in the order of print, as bindings of a grid. */
export interface Bindings {
  /** What holds for every cell. */
  readonly of?: Binding;
  /** One for each printed row. */
  readonly rows: readonly Bound[];
  /** One for each printed column after the labels. */
  readonly columns: readonly Bound[];
  /** Single cells that show something else, by place of row and column. */
  readonly cells?: readonly { readonly row: number; readonly column: number; readonly of: Bound }[];
  /** Decimals the document really has, where it pads them: 1 for '42.90'. */
  readonly decimals?: number;
}

/** Why a figure cannot be met: the source contradicts itself there. */
export interface KnownDifference {
  /** Labels of rows and headings of columns; all where left out. */
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
  readonly reason: string;
}

export interface SeedTable {
  readonly table: PrintedTable;
  /** How it is made again, or why it cannot be. */
  readonly made: Bindings | string;
  readonly differences?: readonly KnownDifference[];
}

export interface SeedDocument {
  readonly id: string;
  readonly title: string;
  readonly tables: readonly SeedTable[];
}

/** Synthetic children, as figures are computed from them. */
export interface SeedChildren {
  readonly history: CareHistory;
  readonly asAt: Day;
}

/** A council with the tables of its documents, and children fitted to them. */
export interface Seed {
  readonly id: string;
  readonly council: Council;
  readonly documents: readonly SeedDocument[];
  /** The file of cells that are equal and have to stay so. */
  readonly expected: URL;
  children(): Promise<SeedChildren>;
}

import type {
  ChartKind,
  Direction,
  Indicator,
  ListCells,
  Performance,
  ReportAudience,
  Show,
  TargetStatus,
} from '@cic/core';

/**
 * What a cell is: a figure, a figure held back by disclosure control, one that cannot be computed (`reason` says why), words,
 * or a heading over other cells.
 */
export type CellState = 'value' | 'suppressed' | 'not computable' | 'text' | 'heading';

/** A figure in print, with everything needed to understand it without looking anywhere else. */
export interface BuiltCell {
  readonly state: CellState;
  /** Unrounded, in the indicator's unit; null unless the state is `value` and there is a number. */
  readonly value: number | null;
  /** The second figure of a cell with two: the 38 of '242 (38%)'. */
  readonly second?: number | null;
  /** As it stands on the page, in the language of the report. */
  readonly printed: string;
  /** Why there is no figure, in the language of the report. */
  readonly reason?: string;
  readonly show?: Show;
  readonly indicator?: string;
  /** The definition that held in the period. */
  readonly definition?: string;
  readonly period?: BuiltPeriod;
  /** The number of children, or whatever is counted, that it rests on; null where that is not known or not shown. */
  readonly base?: number | null;
  /** Ids of categories by id of breakdown, where it is not about everybody. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** With `trend`, `difference`: which way, and whether that is good. */
  readonly direction?: Direction;
  readonly performance?: Performance;
  readonly targetStatus?: TargetStatus;
  readonly rating?: Rating;
  /** With `series`: one value a period, the last this one; null where there is none or it is not shown. */
  readonly series?: readonly SeriesPoint[];
}

/** Red, amber or green; a rating is always printed in words as well. */
export type Rating = 'red' | 'amber' | 'green';

export interface SeriesPoint {
  readonly period: string;
  readonly value: number | null;
  readonly printed: string;
}

/** A period with its days (YYYY-MM-DD, both included). */
export interface BuiltPeriod {
  readonly label: string;
  readonly kind: string;
  readonly start: string;
  readonly end: string;
  /** True where the period was not over: such a figure joins no trend. */
  readonly partYear?: true;
}

export interface BuiltHeading {
  readonly label: string;
  readonly level: number;
  /** What the whole column shows, where it is one thing: decides how it is set. */
  readonly show?: Show;
}

export interface BuiltRow extends BuiltHeading {
  /** One for each column of the table. */
  readonly cells: readonly BuiltCell[];
}

/** A table with everything that is printed in it. */
export interface BuiltTable {
  readonly kind: 'table';
  /** What it was made from. */
  readonly from: 'grid' | 'scorecard' | 'breakdown' | 'duties' | 'actions';
  readonly title: string;
  readonly corner: string;
  readonly columns: readonly BuiltHeading[];
  readonly rows: readonly BuiltRow[];
  readonly chart?: ChartKind;
  /** Under the table: what marks stand for, small groups, part years. */
  readonly notes: readonly string[];
}

export interface BuiltText {
  readonly kind: 'text';
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The figures that stand in the text, by name. */
  readonly figures: Readonly<Record<string, BuiltCell>>;
}

/** Rows about children, for operators only. */
export interface BuiltList {
  readonly kind: 'list';
  readonly title: string;
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly { readonly child?: string; readonly cells: ListCells }[];
}

/** A section that this audience is not given, or that cannot be made. */
export interface LeftOut {
  readonly kind: 'left out';
  readonly title: string;
  readonly reason: string;
}

export type BuiltSection = BuiltTable | BuiltText | BuiltList | LeftOut;

/** The definition of an indicator, as it stands at the end of a report. */
export interface BuiltDefinition
  extends Pick<Indicator, 'id' | 'title' | 'definition' | 'population' | 'unit' | 'source' | 'certainty'> {
  readonly codes: readonly string[];
}

/**
 * A report as plain data: everything that is printed, and nothing else. Rendering takes only this, so that what was kept is
 * printed again byte for byte.
 */
export interface BuiltReport {
  readonly format: 'cic-report/1';
  readonly id: string;
  readonly title: string;
  readonly council: { readonly id: string; readonly name: string };
  readonly audience: ReportAudience;
  /** BCP 47: 'en-GB', 'cy'. */
  readonly language: string;
  readonly period: BuiltPeriod;
  /** The last day that was known (YYYY-MM-DD). */
  readonly asAt: string;
  /** When it was made: a day or a point in time (ISO 8601), as it was given. */
  readonly madeAt: string;
  readonly sections: readonly BuiltSection[];
  readonly definitions: readonly BuiltDefinition[];
  /** How the figures were protected; absent in reports for operators. */
  readonly protection?: BuiltProtection;
}

export interface BuiltProtection {
  /** Hidden because they are small, and because they would give those away. */
  readonly primary: number;
  readonly secondary: number;
  readonly mark: string;
  /** The rule in words. */
  readonly rule: string;
}

/** The cells of a report's tables with their place, in the order of print: for comparing and checking. */
export function* cellsIn(report: BuiltReport): Generator<{
  readonly table: BuiltTable;
  readonly row: string;
  readonly column: string;
  readonly cell: BuiltCell;
}> {
  for (const table of report.sections) {
    if (table.kind !== 'table') continue;
    for (const row of table.rows)
      for (const [i, cell] of row.cells.entries())
        yield { table, row: row.label, column: table.columns[i]!.label, cell };
  }
}

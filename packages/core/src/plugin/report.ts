import type { ListDefinition } from './plugin.ts';

/** The people a report is made for. All but operators are given only what has passed through disclosure control. */
export type ReportAudience = 'board' | 'partner' | 'public' | 'operator';

/** A ready report: what it is called and how it is made of figures and lists, as data. */
export interface ReportDefinition {
  readonly id: string;
  readonly title: string;
  readonly audience: ReportAudience;
  readonly requirements?: readonly string[];
  readonly partly?: readonly string[];
  readonly sections: readonly ReportSection[];
}

/**
 * A period a report speaks of: a name as people write it ('2012' and '2011/12' are the financial year, 'Q3 2016/17',
 * '2017-03', '2017-03-31'); one that the name does not tell; or one counted back from the report's own: `{ back: 1 }` is
 * the period of its kind before it, `{ back: 1, of: 'quarter' }` the quarter before the one in which it ends.
 */
export type PeriodReference =
  | string
  | { readonly academicYear: number }
  | { readonly calendarYear: number }
  | { readonly halfYear: readonly [endYear: number, half: 1 | 2] }
  /** Three financial years, by the year in which the last one ends. */
  | { readonly threeYearsTo: number }
  /** The twelve months to a day (YYYY-MM-DD). */
  | { readonly twelveMonthsTo: string }
  | { readonly from: string; readonly to: string }
  | {
      readonly back: number;
      readonly of?:
        | 'financial-year'
        | 'academic-year'
        | 'calendar-year'
        | 'quarter'
        | 'half-year'
        | 'month'
        | 'date'
        | 'three-years'
        | 'rolling-12-months';
    };

/**
 * What of a figure a cell shows:
 * - `value`: in the indicator's unit; `count`: the numerator; `base`: the denominator
 * - `share`: its part of the whole in percent (see `shareOf`)
 * - `change`, `percent change`: since the period before, or since `since`
 * - `trend`: that change as a judgement (better, worse), with its direction
 * - `series`: the values of the periods up to this one, as a small line
 * - `comparator`: what another body has (see `comparator`); `difference`: the council less that body
 * - `target`: what is aimed for; `target status`: met, missed
 * - `band`: the performance band where the council's framework has one
 * - `complement`: of a percentage, what is left of a hundred
 * - `definition`, `title`, `unit`: words about the indicator; `day`: the last day of the period
 */
export type Show =
  | 'value'
  | 'count'
  | 'base'
  | 'share'
  | 'complement'
  | 'change'
  | 'percent change'
  | 'trend'
  | 'series'
  | 'comparator'
  | 'difference'
  | 'target'
  | 'target status'
  | 'rating'
  | 'band'
  | 'definition'
  | 'title'
  | 'unit'
  | 'day';

/** Whose figure a comparator is, by the code set COMPARATOR, with the group's name where there are several. */
export interface ComparatorReference {
  readonly body:
    | 'statistical-neighbours'
    | 'region'
    | 'england'
    | 'united-kingdom'
    | 'all-children'
    | 'benchmark';
  readonly group?: string;
}

/** What a cell shows, or part of it: a cell takes what its section, its row and its column say, the later over the earlier. */
export interface Binding {
  readonly indicator?: string;
  /**
   * Only those in these categories, by id of breakdown; several categories of one breakdown are added up. A breakdown may
   * be taken back to everybody with `null`.
   */
  readonly where?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly period?: PeriodReference;
  /** Two for a cell with two figures: ['count', 'share'] prints '242 (38%)'. */
  readonly show?: Show | readonly [Show, Show];
  /** With `change`, `percent change` and `trend`: the period before where left out. */
  readonly since?: PeriodReference;
  /** With `share`: the breakdowns that stay narrowed in the whole; the whole is everybody where left out. */
  readonly shareOf?: readonly string[];
  readonly comparator?: ComparatorReference;
  /** Decimals in print, instead of the indicator's. */
  readonly decimals?: number;
  /** Words instead of a figure. */
  readonly text?: string;
}

/** A row or a column of a grid: its heading, and what it says of its cells. */
export interface Axis {
  readonly label: string;
  readonly of?: Binding;
  /** How far it stands in, from 0. */
  readonly level?: number;
}

/**
 * A row of a grid, with what single cells say over section, row and column, by the column's place. One with neither `of`
 * nor `cells` is a heading over the rows after it; `of: {}` is a row of what the section says.
 */
export interface GridRow extends Axis {
  readonly cells?: readonly (Binding | undefined)[];
}

/** How a table is drawn beside its numbers: lines over columns, or bars for rows. */
export type ChartKind = 'lines' | 'bars';

/** Any table that can be printed: a cell is what its section, row and column say together. */
export interface GridSection {
  readonly kind: 'grid';
  readonly title: string;
  readonly rows: readonly GridRow[];
  readonly columns: readonly Axis[];
  /** What holds for every cell. */
  readonly of?: Binding;
  /** Words under the table. */
  readonly note?: string;
  readonly chart?: ChartKind;
  /** Heading of the column of row labels. */
  readonly corner?: string;
}

export type ReportSection =
  | {
      readonly kind: 'text';
      readonly title: string;
      /** Paragraphs are parted by an empty line; `{name}` stands for a figure. */
      readonly text: string;
      /** The figures in the text by name. A hidden one is said to be not shown; a sentence whose figure is not known is left out. */
      readonly figures?: Readonly<Record<string, Binding>>;
    }
  | {
      readonly kind: 'scorecard';
      readonly title: string;
      /** Indicator ids, one a row. */
      readonly indicators: readonly string[];
    }
  | {
      readonly kind: 'breakdown';
      readonly title: string;
      readonly indicator: string;
      /** One breakdown for a list over the years, two for a table. */
      readonly by: readonly string[];
      readonly chart?: ChartKind;
    }
  | GridSection
  | { readonly kind: 'duties'; readonly title: string; readonly duties: readonly string[] }
  | {
      /** The improvement plan as it is printed, a row an action, by priority. */
      readonly kind: 'actions';
      readonly title: string;
      /** Id of the strategy; all of the council's where left out. */
      readonly strategy?: string;
      /** Ids of priorities; all where left out. */
      readonly priorities?: readonly string[];
      readonly columns?: readonly ActionColumn[];
    }
  | {
      /** Rows per child, for operators only. */
      readonly kind: 'list';
      readonly title: string;
      readonly list: ListDefinition;
    };

/** What the improvement plan shows of an action. */
export type ActionColumn =
  | 'number'
  | 'objective'
  | 'action'
  | 'steps'
  | 'owner'
  | 'timescale'
  | 'impact'
  | 'status'
  | 'progress'
  | 'figures';

import { type Breakdown, type Category, categoriesOf, NOT_KNOWN } from '../breakdowns/breakdown.ts';
import type { Council } from '../council/council.ts';
import { populationOf } from '../council/population.ts';
import type { Day } from '../dates/day.ts';
import type { Period } from '../dates/period.ts';
import type { Child } from '../history/child.ts';
import { type Indicator, isSum } from './indicator.ts';

/** One figure: the value with what it is made of. Unrounded; nothing is hidden here. */
export interface Figure {
  /** Null where there is nothing to divide by. */
  readonly value: number | null;
  /** Null for indicators made of others. */
  readonly numerator: number | null;
  /** Null for counts, which have none. For a rate, the population used. */
  readonly denominator: number | null;
}

/** A figure of one category of a breakdown (or of one pair of categories of a two-way table). */
export interface BreakdownRow extends Figure {
  /** Category ids, in the order of the breakdowns asked for. */
  readonly categories: readonly string[];
  readonly labels: readonly string[];
  /** The row's part of all numerators (counts) or of all denominators (anything else), in percent; null without any. */
  readonly share: number | null;
}

/** The key of a breakdown in {@link IndicatorResult.breakdowns}. */
export const breakdownKey = (by: readonly string[]): string => by.join(' × ');

/** The value that numerators and denominators make in the unit of an indicator. */
export function figure(
  indicator: Indicator,
  numerator: number,
  denominator: number,
  population: number | null,
): Figure {
  if (isSum(indicator)) return { value: numerator, numerator, denominator: null };
  switch (indicator.unit) {
    case 'rate per 10,000':
      return {
        value: population ? (numerator / population) * 10_000 : null,
        numerator,
        denominator: population,
      };
    case 'percent':
      return { value: denominator === 0 ? null : (numerator / denominator) * 100, numerator, denominator };
    default:
      return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
  }
}

/** Sums of one table for one indicator: a cell per combination of categories. */
export interface Table {
  readonly by: readonly Breakdown[];
  readonly key: string;
  readonly categories: readonly (readonly Category[])[];
  readonly sizes: readonly number[];
  readonly cells: number;
  /** Number of its first cell, counted through all tables. */
  readonly firstCell: number;
  /** What each cell stands for. */
  readonly headings: readonly Heading[];
}

interface Heading extends Pick<BreakdownRow, 'categories' | 'labels'> {
  /** Whether it stands for what nobody knows. */
  readonly unknown: boolean;
  /** The area whose population rates use. */
  readonly area?: string;
}

export function tablesFor(council: Council, by: readonly (readonly string[])[]): Table[] {
  let firstCell = 0;
  return by.map((ids) => {
    const breakdowns = ids.map((id) => council.breakdown(id));
    const categories = breakdowns.map((one) => [...categoriesOf(one, council), NOT_KNOWN]);
    const sizes = categories.map((list) => list.length);
    const cells = sizes.reduce((a, b) => a * b, 1);
    const headings = Array.from({ length: cells }, (_, cell) =>
      headingOf(breakdowns, categories, sizes, cell),
    );
    const table = { by: breakdowns, key: breakdownKey(ids), categories, sizes, cells, firstCell, headings };
    firstCell += cells;
    return table;
  });
}

function headingOf(
  by: readonly Breakdown[],
  categories: readonly (readonly Category[])[],
  sizes: readonly number[],
  cell: number,
): Heading {
  const at: Category[] = [];
  let rest = cell;
  for (let dimension = sizes.length - 1; dimension >= 0; dimension--) {
    at.unshift(categories[dimension]![rest % sizes[dimension]!]!);
    rest = Math.floor(rest / sizes[dimension]!);
  }
  return {
    categories: at.map(({ id }) => id),
    labels: at.map(({ label }) => label),
    unknown: at.some(({ id }) => id === NOT_KNOWN.id),
    ...(by.length === 1 && by[0]!.area ? { area: at[0]!.id } : {}),
  };
}

/** The cells that somebody or something falls in, one for each table, counted through all tables. */
export interface Cells {
  /** Those of a child on a day. */
  of(child: Child, on: Day, council: Council, into: Int32Array): Int32Array;
  /** Those of a case, from its categories by breakdown. */
  ofCase(categories: Readonly<Record<string, string | undefined>>, into: Int32Array): Int32Array;
}

export function cellsOf(tables: readonly Table[]): Cells {
  const positions = tables.map((table) =>
    table.categories.map((list) => new Map(list.map(({ id }, position) => [id, position]))),
  );
  const place = (t: number, cell: number, dimension: number, category: string | undefined): number => {
    const known = positions[t]![dimension]!;
    return cell * known.size + ((category === undefined ? undefined : known.get(category)) ?? known.size - 1);
  };
  return {
    of(child, on, council, into) {
      for (let t = 0; t < tables.length; t++) {
        const { by, firstCell } = tables[t]!;
        let cell = 0;
        for (let d = 0; d < by.length; d++) cell = place(t, cell, d, by[d]!.of?.(child, on, council));
        into[t] = firstCell + cell;
      }
      return into;
    },
    ofCase(categories, into) {
      for (let t = 0; t < tables.length; t++) {
        const { by, firstCell } = tables[t]!;
        let cell = 0;
        for (let d = 0; d < by.length; d++) cell = place(t, cell, d, categories[by[d]!.id]);
        into[t] = firstCell + cell;
      }
      return into;
    },
  };
}

/** Numerator and denominator of every indicator in one cell, or in all. */
export interface Tally {
  /** Adds what one indicator counts. */
  add(indicator: number, numerator: number, denominator: number, cells: Int32Array): void;
  /** Adds what several indicators count in the same cells: the first `count` of each list. */
  addAll(
    indicators: Int32Array,
    numerators: Float64Array,
    denominators: Float64Array,
    count: number,
    cells: Int32Array,
  ): void;
  /** Sums of an indicator over everybody, or in one cell. */
  numerator(indicator: number, cell?: number): number;
  denominator(indicator: number, cell?: number): number;
}

/**
 * Sums of several indicators in the cells of several tables. The indicators of a cell lie side by side, as most children
 * add to many indicators in the same cells.
 */
export function tallyFor(indicators: number, tables: readonly Table[]): Tally {
  const last = tables.at(-1);
  const everybody = last ? last.firstCell + last.cells : 0;
  // Numerator and denominator of an indicator side by side.
  const sums = new Float64Array((everybody + 1) * indicators * 2);
  return {
    add(indicator, numerator, denominator, cells) {
      for (let t = 0; t <= cells.length; t++) {
        const at = ((t < cells.length ? cells[t]! : everybody) * indicators + indicator) * 2;
        sums[at]! += numerator;
        sums[at + 1]! += denominator;
      }
    },
    addAll(those, counted, outOf, count, cells) {
      for (let t = 0; t <= cells.length; t++) {
        const row = (t < cells.length ? cells[t]! : everybody) * indicators;
        for (let k = 0; k < count; k++) {
          const at = (row + those[k]!) * 2;
          sums[at]! += counted[k]!;
          sums[at + 1]! += outOf[k]!;
        }
      }
    },
    numerator: (indicator, cell = everybody) => sums[(cell * indicators + indicator) * 2]!,
    denominator: (indicator, cell = everybody) => sums[(cell * indicators + indicator) * 2 + 1]!,
  };
}

/** The rows of one table of one indicator; a row for what is not known only where there is any. */
export function rowsOf(
  indicator: Indicator,
  number: number,
  table: Table,
  tally: Tally,
  council: Council,
  period: Period,
): BreakdownRow[] {
  const rows: BreakdownRow[] = [];
  const counts = isSum(indicator) || indicator.unit === 'rate per 10,000';
  const whole = counts ? tally.numerator(number) : tally.denominator(number);
  table.headings.forEach(({ categories, labels, unknown, area }, cell) => {
    const numerator = tally.numerator(number, table.firstCell + cell);
    const denominator = tally.denominator(number, table.firstCell + cell);
    if (unknown && denominator === 0 && numerator === 0) return;
    const population = area === undefined ? null : populationOf(council, area, period.end);
    const of = figure(indicator, numerator, denominator, population);
    rows.push({
      categories,
      labels,
      value: of.value,
      numerator: of.numerator,
      denominator: of.denominator,
      share: whole === 0 ? null : ((counts ? numerator : denominator) / whole) * 100,
    });
  });
  return rows;
}

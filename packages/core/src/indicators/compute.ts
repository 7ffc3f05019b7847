import type { Breakdown } from '../breakdowns/breakdown.ts';
import { categoriesOf, NOT_KNOWN } from '../breakdowns/breakdown.ts';
import type { Council } from '../council/council.ts';
import { populationOf } from '../council/population.ts';
import type { Day } from '../dates/day.ts';
import { financialYearOf, type Period } from '../dates/period.ts';
import type { HistoryFor } from '../history/careHistory.ts';
import {
  type Case,
  type DerivedIndicator,
  type Indicator,
  isDerived,
  isSum,
  type Measure,
  type MeasureContext,
  type MeasuredIndicator,
  type Share,
  type Verdict,
} from './indicator.ts';

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

/** An indicator's value in one period, with the breakdowns asked for. The rows of a breakdown add up to the figure. */
export interface IndicatorResult extends Figure {
  readonly indicator: Indicator;
  readonly period: Period;
  /** The definition that held in the period. */
  readonly definition: string;
  readonly breakdowns: ReadonlyMap<string, readonly BreakdownRow[]>;
}

export interface ComputeOptions {
  readonly council: Council;
  readonly historyFor: HistoryFor;
  readonly indicators: readonly Indicator[];
  readonly periods: readonly Period[];
  /** Each entry is a breakdown (`['age']`) or a table of two or more (`['district', 'age']`). */
  readonly by?: readonly (readonly string[])[];
}

/** The key of a breakdown in {@link IndicatorResult.breakdowns}. */
export const breakdownKey = (by: readonly string[]): string => by.join(' × ');

export const share = (verdict: Exclude<Verdict, undefined>): Share =>
  typeof verdict === 'object'
    ? verdict
    : { numerator: verdict === true ? 1 : verdict === false ? 0 : verdict, denominator: 1 };

function figure(
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

const NO_DATA: Figure = { value: null, numerator: null, denominator: null };

/** The definition and measure that hold at the end of a period; undefined outside the years the indicator is valid for. */
export function versionFor(
  indicator: MeasuredIndicator,
  on: Day,
): { definition: string; measure: Measure } | undefined {
  const year = financialYearOf(on);
  const holds = ({ from, to }: { from?: number; to?: number }) =>
    (from ?? year) <= year && (to ?? year) >= year;
  return indicator.versions?.find(holds) ?? (holds(indicator) ? indicator : undefined);
}

/** Sums of one table for one indicator: a cell per combination of categories. */
interface Table {
  readonly by: readonly Breakdown[];
  readonly key: string;
  readonly categories: readonly (readonly { id: string; label: string }[])[];
  readonly sizes: readonly number[];
  readonly cells: number;
}

function tablesFor(council: Council, by: readonly (readonly string[])[]): Table[] {
  return by.map((ids) => {
    const breakdowns = ids.map((id) => council.breakdown(id));
    const categories = breakdowns.map((one) => [...categoriesOf(one, council), NOT_KNOWN]);
    const sizes = categories.map((list) => list.length);
    return {
      by: breakdowns,
      key: breakdownKey(ids),
      categories,
      sizes,
      cells: sizes.reduce((a, b) => a * b, 1),
    };
  });
}

/** The id of a category; undefined where nobody knows. */
type CategoryOf = (breakdown: Breakdown) => string | undefined;

/** The cell of each table that somebody or something falls in. */
function cellsOf(tables: readonly Table[]) {
  const positions = tables.map((table) =>
    table.categories.map((list) => new Map(list.map(({ id }, position) => [id, position]))),
  );
  return (categoryOf: CategoryOf, into: Int32Array): Int32Array => {
    tables.forEach((table, t) => {
      let cell = 0;
      table.by.forEach((breakdown, dimension) => {
        const known = positions[t]![dimension]!;
        const position = known.get(categoryOf(breakdown) ?? NOT_KNOWN.id) ?? known.size - 1;
        cell = cell * table.sizes[dimension]! + position;
      });
      into[t] = cell;
    });
    return into;
  };
}

interface Sums {
  numerator: number;
  denominator: number;
  readonly numerators: readonly Float64Array[];
  readonly denominators: readonly Float64Array[];
}

const emptySums = (tables: readonly Table[]): Sums => ({
  numerator: 0,
  denominator: 0,
  numerators: tables.map((table) => new Float64Array(table.cells)),
  denominators: tables.map((table) => new Float64Array(table.cells)),
});

export function contextFor(council: Council, historyFor: HistoryFor, period: Period): MeasureContext {
  return {
    council,
    period,
    history: historyFor(period.end),
    parameter: (id) => council.parameter(id, period.end),
  };
}

function add(sum: Sums, { numerator, denominator }: Share, cell: Int32Array): void {
  sum.numerator += numerator;
  sum.denominator += denominator;
  for (let t = 0; t < sum.numerators.length; t++) {
    sum.numerators[t]![cell[t]!]! += numerator;
    sum.denominators[t]![cell[t]!]! += denominator;
  }
}

/** Asks every measure about every child, once, and adds up; then what counts and is no child. */
function sumPeriod(
  context: MeasureContext,
  measured: readonly MeasuredIndicator[],
  measures: readonly (Measure | undefined)[],
  tables: readonly Table[],
  cells: ReturnType<typeof cellsOf>,
): Sums[] {
  const { council, period } = context;
  const sums = measures.map(() => emptySums(tables));
  const atEnd = new Int32Array(tables.length);
  const onDay = new Int32Array(tables.length);
  for (const child of context.history.children) {
    let atEndKnown = false;
    const cellOn = (on: Day, into: Int32Array) => cells(({ of }) => of(child, on, council), into);
    measures.forEach((measure, i) => {
      const verdict = measure?.(child, context);
      if (verdict === undefined) return;
      const counted = share(verdict);
      let cell: Int32Array = atEnd;
      if (tables.length > 0) {
        if (counted.on !== undefined && counted.on !== period.end) cell = cellOn(counted.on, onDay);
        else if (!atEndKnown) {
          cellOn(period.end, atEnd);
          atEndKnown = true;
        }
      }
      add(sums[i]!, counted, cell);
    });
  }
  measured.forEach(({ cases }, i) => {
    if (!cases || !measures[i]) return;
    for (const one of cases(context)) {
      add(
        sums[i]!,
        one,
        cells(({ id }) => one.categories?.[id], onDay),
      );
    }
  });
  return sums;
}

function rowsOf(indicator: Indicator, table: Table, t: number, sums: Sums, council: Council, period: Period) {
  const rows: BreakdownRow[] = [];
  const whole = isSum(indicator) || indicator.unit === 'rate per 10,000' ? sums.numerator : sums.denominator;
  for (let cell = 0; cell < table.cells; cell++) {
    let rest = cell;
    const at: { id: string; label: string }[] = [];
    for (let dimension = table.sizes.length - 1; dimension >= 0; dimension--) {
      at.unshift(table.categories[dimension]![rest % table.sizes[dimension]!]!);
      rest = Math.floor(rest / table.sizes[dimension]!);
    }
    const numerator = sums.numerators[t]![cell]!;
    const denominator = sums.denominators[t]![cell]!;
    const unknown = at.some(({ id }) => id === NOT_KNOWN.id);
    if (unknown && denominator === 0 && numerator === 0) continue;
    const area = table.by.length === 1 && table.by[0]!.area ? at[0]!.id : undefined;
    const population = area === undefined ? null : populationOf(council, area, period.end);
    const part = whole === sums.numerator ? numerator : denominator;
    rows.push({
      categories: at.map(({ id }) => id),
      labels: at.map(({ label }) => label),
      ...figure(indicator, numerator, denominator, population),
      share: whole === 0 ? null : (part / whole) * 100,
    });
  }
  return rows;
}

/**
 * Computes indicators for periods, with breakdowns. Every measure sees every child once per period, so the cost grows
 * with children x indicators x periods. Results come period by period, in the order of the indicators.
 * @throws RangeError for a breakdown or a derived indicator's part that nobody defines
 */
export function computeIndicators(options: ComputeOptions): IndicatorResult[] {
  const { council, historyFor, indicators, periods, by = [] } = options;
  const tables = tablesFor(council, by);
  const cells = cellsOf(tables);
  const measured = withParts(indicators, council).filter((one): one is MeasuredIndicator => !isDerived(one));
  const results: IndicatorResult[] = [];
  for (const period of periods) {
    const context = contextFor(council, historyFor, period);
    const versions = measured.map((indicator) => versionFor(indicator, period.end));
    const measures = measured.map(({ needs }, i) =>
      needs === undefined || needs(context.history) ? versions[i]?.measure : undefined,
    );
    const sums = sumPeriod(context, measured, measures, tables, cells);
    const figures = new Map<string, IndicatorResult>();
    measured.forEach((indicator, i) => {
      const version = versions[i];
      if (!version) return;
      const sum = sums[i]!;
      const population = populationOf(council, council.id, period.end);
      figures.set(indicator.id, {
        indicator,
        period,
        definition: version.definition,
        ...(measures[i] ? figure(indicator, sum.numerator, sum.denominator, population) : NO_DATA),
        breakdowns: new Map(
          tables.map((table, t) => [
            table.key,
            measures[i] ? rowsOf(indicator, table, t, sum, council, period) : [],
          ]),
        ),
      });
    });
    for (const indicator of indicators) {
      const result = isDerived(indicator) ? derive(indicator, period, figures) : figures.get(indicator.id);
      if (result) results.push(result);
    }
  }
  return results;
}

/** The indicators together with those they are derived from. */
function withParts(indicators: readonly Indicator[], council: Council): Indicator[] {
  const all = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  for (const indicator of all.values()) {
    if (isDerived(indicator))
      for (const id of indicator.derivedFrom) if (!all.has(id)) all.set(id, council.indicator(id));
  }
  return [...all.values()];
}

/** A derived indicator's value; undefined where a part has no definition in the period. */
function derive(
  indicator: DerivedIndicator,
  period: Period,
  figures: Map<string, IndicatorResult>,
): IndicatorResult | undefined {
  const parts = indicator.derivedFrom.map((id) => figures.get(id));
  const year = financialYearOf(period.end);
  if ((indicator.from ?? year) > year || (indicator.to ?? year) < year || parts.includes(undefined))
    return undefined;
  const values = parts.map((part) => part!.value);
  const known = values.filter((value): value is number => value !== null);
  return {
    indicator,
    period,
    definition: indicator.definition,
    value: known.length === values.length ? indicator.combine(known, period) : null,
    numerator: null,
    denominator: null,
    breakdowns: new Map(),
  };
}

/** A child behind a figure. */
export interface DrillDownRow extends Share {
  readonly child: string;
}

/** The children behind a figure, for those allowed to see them; [] for derived indicators and outside their years. */
export function drillDown(
  indicator: Indicator,
  options: Pick<ComputeOptions, 'council' | 'historyFor'> & { readonly period: Period },
): DrillDownRow[] {
  if (isDerived(indicator)) return [];
  const measure = versionFor(indicator, options.period.end)?.measure;
  if (!measure) return [];
  const context = contextFor(options.council, options.historyFor, options.period);
  const rows: DrillDownRow[] = [];
  for (const child of context.history.children) {
    const verdict = measure(child, context);
    if (verdict !== undefined) rows.push({ child: child.id, ...share(verdict) });
  }
  return rows;
}

/** What stands behind a figure besides the children; [] for derived indicators and outside their years. */
export function casesBehind(
  indicator: Indicator,
  options: Pick<ComputeOptions, 'council' | 'historyFor'> & { readonly period: Period },
): Case[] {
  if (isDerived(indicator) || !indicator.cases || !versionFor(indicator, options.period.end)) return [];
  return [...indicator.cases(contextFor(options.council, options.historyFor, options.period))];
}

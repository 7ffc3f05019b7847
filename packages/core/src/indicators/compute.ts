import type { Council } from '../council/council.ts';
import { populationOf } from '../council/population.ts';
import type { Day } from '../dates/day.ts';
import { financialYearOf, type Period } from '../dates/period.ts';
import { type CareHistory, type HistoryFor, hasRecords } from '../history/careHistory.ts';
import { asked } from './asked.ts';
import {
  type Case,
  type DerivedIndicator,
  type Indicator,
  isDerived,
  type Measure,
  type MeasureContext,
  type MeasuredIndicator,
  type Share,
  type Verdict,
} from './indicator.ts';
import {
  type BreakdownRow,
  type Cells,
  cellsOf,
  type Figure,
  figure,
  rowsOf,
  type Table,
  type Tally,
  tablesFor,
  tallyFor,
} from './tables.ts';

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

/** What a verdict adds to an indicator, written out. */
export const share = (verdict: Exclude<Verdict, undefined>): Share =>
  typeof verdict === 'object'
    ? verdict
    : { numerator: verdict === true ? 1 : verdict === false ? 0 : verdict, denominator: 1 };

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

export function contextFor(council: Council, historyFor: HistoryFor, period: Period): MeasureContext {
  return {
    council,
    period,
    history: historyFor(period.end),
    parameter: (id) => council.parameter(id, period.end),
  };
}

/** Whether the history holds what an indicator rests on. */
const isKnown = ({ needs, restsOn }: MeasuredIndicator, history: CareHistory): boolean =>
  needs ? needs(history) : (restsOn?.some((type) => hasRecords(history, type)) ?? true);

/** Asks every measure about every child it may have something to say of, and adds up; then what counts and is no child. */
function sumPeriod(
  context: MeasureContext,
  measured: readonly MeasuredIndicator[],
  measures: readonly (Measure | undefined)[],
  tables: readonly Table[],
  cells: Cells,
): Tally {
  const { council, period } = context;
  const tally = tallyFor(measured.length, tables);
  const measuresOf = asked(context.history, measured, measures, period);
  const atEnd = new Int32Array(tables.length);
  const onDay = new Int32Array(tables.length);
  const counting = new Int32Array(measured.length);
  const numerators = new Float64Array(measured.length);
  const denominators = new Float64Array(measured.length);
  for (const child of context.history.children) {
    let count = 0;
    let onDayIs = Number.NaN;
    for (const i of measuresOf(child)) {
      const verdict = measures[i]!(child, context);
      if (verdict === undefined) continue;
      if (typeof verdict !== 'object') {
        numerators[count] = Number(verdict);
        denominators[count] = 1;
      } else if (verdict.on === undefined || verdict.on === period.end) {
        numerators[count] = verdict.numerator;
        denominators[count] = verdict.denominator;
      } else {
        // Several measures speak of one event: its cells are looked up once.
        if (verdict.on !== onDayIs) cells.of(child, verdict.on, council, onDay);
        onDayIs = verdict.on;
        tally.add(i, verdict.numerator, verdict.denominator, onDay);
        continue;
      }
      counting[count++] = i;
    }
    if (count > 0) {
      cells.of(child, period.end, council, atEnd);
      tally.addAll(counting, numerators, denominators, count, atEnd);
    }
  }
  measured.forEach(({ cases }, i) => {
    if (!cases || !measures[i]) return;
    for (const one of cases(context)) {
      tally.add(i, one.numerator, one.denominator, cells.ofCase(one.categories ?? {}, onDay));
    }
  });
  return tally;
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
    const measures = measured.map((indicator, i) =>
      isKnown(indicator, context.history) ? versions[i]?.measure : undefined,
    );
    const tally = sumPeriod(context, measured, measures, tables, cells);
    const figures = new Map<string, IndicatorResult>();
    measured.forEach((indicator, i) => {
      const version = versions[i];
      if (!version) return;
      const population = populationOf(council, council.id, period.end);
      figures.set(indicator.id, {
        indicator,
        period,
        definition: version.definition,
        ...(measures[i] ? figure(indicator, tally.numerator(i), tally.denominator(i), population) : NO_DATA),
        breakdowns: new Map(
          tables.map((table) => [
            table.key,
            measures[i] ? rowsOf(indicator, i, table, tally, council, period) : [],
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

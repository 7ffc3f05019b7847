import { parseIsoDate } from '../dates/day.ts';
import { byTime, longDate, type Period } from '../dates/period.ts';
import type { ComparatorValue, IndicatorValue, ReportingPeriod } from '../generated/types.ts';
import type { Bound, ComparedValue } from '../indicators/compare.ts';
import type { StrategyBook } from './book.ts';

const BOUNDS: Readonly<Record<string, Bound>> = {
  'at-least': 'at least',
  over: 'above',
  'at-most': 'at most',
  under: 'below',
  about: 'about',
};

const labelOf = ({ kind, start, end, label }: ReportingPeriod): string => {
  if (label !== undefined) return label;
  const last = longDate(parseIsoDate(end));
  return kind === 'date' || start === end ? last : `${longDate(parseIsoDate(start))} to ${last}`;
};

/** A record's period as the engine sees it. */
export const periodOf = (period: ReportingPeriod): Period => ({
  kind: period.kind,
  start: parseIsoDate(period.start),
  end: parseIsoDate(period.end),
  label: labelOf(period),
  ...(period.partYear ? { partYear: true } : {}),
});

/** A stored figure as the comparisons of core take it, with its bound or range. */
export function comparedValue(record: IndicatorValue | ComparatorValue): ComparedValue {
  const { value, lower, upper, bound } = record;
  return {
    value: value ?? null,
    period: periodOf(record.period),
    ...(bound === undefined ? {} : { bound: BOUNDS[bound]! }),
    ...(value === undefined && lower !== undefined && upper !== undefined ? { range: [lower, upper] } : {}),
  };
}

/** A figure with the record it came from. */
export interface DatedFigure extends ComparedValue {
  readonly value: number;
  readonly record: IndicatorValue;
}

/** Whether a figure came true or is still only foreseen: the two are never mixed in one series. */
export type FigureStatus = 'actual' | 'forecast';

const statusOf = ({ status = 'actual' }: IndicatorValue): FigureStatus | undefined =>
  status === 'actual' || status === 'provisional' ? 'actual' : status === 'budget' ? undefined : 'forecast';

const sameSeries = (one: IndicatorValue, area: string | undefined): boolean =>
  one.area === area && one.group === undefined && (one.breakdown ?? []).length === 0;

/**
 * An indicator's whole-population figures of the council or an area in order of time. `forecast` gives what was
 * expected, forecast or predicted; a period that has both stands in both series.
 */
export const seriesOf = (
  book: StrategyBook,
  indicator: string,
  options: { readonly area?: string | undefined; readonly status?: FigureStatus } = {},
): readonly DatedFigure[] =>
  (book.values.get(indicator) ?? [])
    .filter((one) => statusOf(one) === (options.status ?? 'actual') && sameSeries(one, options.area))
    .flatMap((record): DatedFigure[] =>
      record.value === undefined ? [] : [{ ...comparedValue(record), value: record.value, record }],
    )
    .sort((a, b) => byTime(a.period, b.period));

/** Those figures of a series whose periods are of one kind and whole, after its last break. */
export function unbroken(series: readonly DatedFigure[]): readonly DatedFigure[] {
  const last = series.at(-1);
  if (!last) return [];
  const alike = series.filter(({ period }) => period.kind === last.period.kind && !period.partYear);
  const from = alike.findLastIndex(({ record }) => record.breakInSeries);
  return from < 0 ? alike : alike.slice(from);
}

/** An expectation beside what came of it. */
export interface ForecastCheck {
  readonly period: Period;
  readonly forecast: number;
  readonly actual: number;
  /** Actual less forecast. */
  readonly difference: number;
}

/** Forecasts whose periods have an actual figure by now, with the difference. */
export function forecastsThatCameDue(book: StrategyBook, indicator: string): readonly ForecastCheck[] {
  const actual = new Map(
    seriesOf(book, indicator).map((one) => [`${one.period.kind}:${one.period.end}`, one.value]),
  );
  return seriesOf(book, indicator, { status: 'forecast' }).flatMap(({ period, value }) => {
    const came = actual.get(`${period.kind}:${period.end}`);
    return came === undefined ? [] : [{ period, forecast: value, actual: came, difference: came - value }];
  });
}

import { type Day, formatIsoDate } from '../dates/day.ts';
import { byTime, comparable, type Period } from '../dates/period.ts';
import type { Target } from '../generated/types.ts';
import { type TargetTest, targetStatus } from '../indicators/compare.ts';
import type { AskedAt } from './actionQueries.ts';
import type { StrategyBook } from './book.ts';
import { type DatedFigure, periodOf, seriesOf } from './figures.ts';
import type { StrategyFinding } from './finding.ts';

type Polarity = 'higher' | 'lower' | 'neutral';

const COMPARATORS: Readonly<Record<string, TargetTest['comparator']>> = {
  'at-least': '>=',
  'more-than': '>',
  'at-most': '<=',
  'less-than': '<',
  equals: '=',
};

/** One year or other period of a target: what is to be reached in it. */
export interface TargetStep {
  readonly period: Period;
  readonly test: TargetTest;
}

function comparatorOf(
  target: Target,
  printed: string | undefined,
  polarity: Polarity,
): TargetTest['comparator'] {
  if (printed !== undefined) return COMPARATORS[printed]!;
  if (target.direction === 'increase') return '>=';
  if (target.direction === 'decrease') return '<=';
  return polarity === 'lower' ? '<=' : '>=';
}

/**
 * A target's steps in order of time. A step stated as a change counts from the baseline. Without a comparator the
 * target's direction decides, then the indicator's polarity.
 */
export const targetSteps = (target: Target, polarity: Polarity = 'neutral'): readonly TargetStep[] =>
  (target.values ?? [])
    .flatMap(({ period, value, change, comparator }): TargetStep[] => {
      const { baseline } = target;
      const aim = value ?? (change === undefined || !baseline ? undefined : baseline.value + change);
      if (aim === undefined) return [];
      const test = { value: aim, comparator: comparatorOf(target, comparator, polarity) };
      return [{ period: periodOf(period), test }];
    })
    .sort((a, b) => byTime(a.period, b.period));

/**
 * Where the path stands on a day: on a straight line from the baseline to the first step's end and from step to step.
 * Before its start and after its end it keeps its first and last value. Null where there is nothing to go by.
 */
export function pathOn(target: Target, day: Day): number | null {
  const { baseline } = target;
  const from = baseline?.period ? [{ day: periodOf(baseline.period).end, value: baseline.value }] : [];
  const points = [
    ...from,
    ...targetSteps(target).map(({ period, test }) => ({ day: period.end, value: test.value })),
  ].sort((a, b) => a.day - b.day);
  const after = points.findIndex((point) => point.day >= day);
  if (after < 0) return points.at(-1)?.value ?? null;
  const next = points[after]!;
  const before = points[after - 1];
  if (!before || next.day === before.day) return next.value;
  const share = (day - before.day) / (next.day - before.day);
  return before.value + (next.value - before.value) * share;
}

/** What has to be gained in each period to go from the baseline to the last step (D-TGT-16): -32 days a year. */
export function stepNeeded(target: Target): number | null {
  const steps = targetSteps(target);
  const last = steps.at(-1);
  return last && target.baseline ? (last.test.value - target.baseline.value) / steps.length : null;
}

export interface TargetProgress {
  readonly target: Target;
  readonly period: Period;
  readonly aim: TargetTest;
  readonly actual: number | null;
  /** A forecast for the period, told beside the actual figure and never in its place. */
  readonly forecast: number | null;
  /** `on course`: the period is not over, and the latest figure is no worse than the path on its day. */
  readonly status: 'met' | 'missed' | 'on course' | 'off course' | 'no data';
}

const inPeriod = (figures: readonly DatedFigure[], period: Period): DatedFigure | undefined =>
  figures.find((one) => one.period.end === period.end && comparable(one.period, period)) ??
  figures.find((one) => one.period.kind === 'date' && one.period.end === period.end);

/** How a target stands in each of its periods, by actual figures alone (D-TGT-03). */
export function progressOf(book: StrategyBook, target: Target, asAt: Day): readonly TargetProgress[] {
  const polarity = book.indicator.get(target.indicator)?.polarity;
  const options = { area: target.area };
  const actuals = seriesOf(book, target.indicator, options).filter(({ period }) => period.end <= asAt);
  const forecasts = seriesOf(book, target.indicator, { ...options, status: 'forecast' });
  return targetSteps(target, polarity).map(({ period, test }) => {
    const actual = inPeriod(actuals, period)?.value ?? null;
    const latest = actuals.at(-1);
    const path = latest && pathOn(target, latest.period.end);
    const course = (): TargetProgress['status'] => {
      if (!latest || path === undefined || path === null) return 'no data';
      const aim = { ...test, value: path };
      return targetStatus(latest.value, aim) === 'met' ? 'on course' : 'off course';
    };
    const judged = targetStatus(actual, test);
    const status =
      period.end > asAt ? course() : judged === 'met' || judged === 'missed' ? judged : 'no data';
    return {
      target,
      period,
      aim: test,
      actual,
      forecast: inPeriod(forecasts, period)?.value ?? null,
      status,
    };
  });
}

const about = (target: Target, query: StrategyFinding['query'], message: string): StrategyFinding => ({
  query,
  record: 'target',
  id: target.id,
  ...(target.strategy === undefined ? {} : { strategy: target.strategy }),
  indicator: target.indicator,
  message,
});

/** Periods that are over and whose target was missed. */
export const targetsMissed = (book: StrategyBook, { asAt }: AskedAt): readonly StrategyFinding[] =>
  book.targets.flatMap((target) =>
    progressOf(book, target, asAt)
      .filter(({ status }) => status === 'missed')
      .map(({ period, aim, actual }) =>
        about(
          target,
          'target-missed',
          `${period.label}: ${actual}, and ${aim.comparator} ${aim.value} was aimed for`,
        ),
      ),
  );

/** Two targets of one strategy period for one indicator and area that ask for different values (D-TGT-09). */
export function targetConflicts(book: StrategyBook): readonly StrategyFinding[] {
  const first = new Map<string, { readonly target: Target; readonly value: number }>();
  return book.targets.flatMap((target) =>
    targetSteps(target, book.indicator.get(target.indicator)?.polarity).flatMap(({ period, test }) => {
      const place = `${target.indicator}\n${target.area ?? ''}\n${formatIsoDate(period.end)}`;
      const other = first.get(place);
      if (!other) {
        first.set(place, { target, value: test.value });
        return [];
      }
      return other.target !== target && other.value !== test.value
        ? [
            about(
              target,
              'target-conflict',
              `asks for ${test.value} in ${period.label}, where ‘${other.target.id}’ asks for ${other.value}`,
            ),
          ]
        : [];
    }),
  );
}

/** Targets to maintain a level that the baseline has not reached (D-TGT-10). */
export const targetsAboveBaseline = (book: StrategyBook): readonly StrategyFinding[] =>
  book.targets.flatMap((target) => {
    const { baseline, direction } = target;
    const step = targetSteps(target, book.indicator.get(target.indicator)?.polarity)[0];
    if (direction !== 'maintain' || !baseline || !step) return [];
    return targetStatus(baseline.value, step.test) === 'missed'
      ? [
          about(
            target,
            'target-below-baseline',
            `is to maintain ${step.test.comparator} ${step.test.value}, and the baseline is ${baseline.value}`,
          ),
        ]
      : [];
  });

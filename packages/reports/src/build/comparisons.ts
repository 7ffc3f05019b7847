import {
  academicYear,
  academicYearOf,
  type Bound as BoundOf,
  type ComparatorReference,
  type ComparedValue,
  compareWith,
  financialYear,
  financialYearOf,
  type Indicator,
  type Period,
  type PeriodKind,
  parseIsoDate,
} from '@cic/core';
import type { ComparatorValue } from '@cic/core/records';
import { periodLabel, printed, printedChange } from '../language/print.ts';
import type { Asked, ShowRule } from './asked.ts';
import { itself, placesOf } from './figures.ts';
import { figureCell, notComputable, withFigure } from './outcomes.ts';
import { builtPeriod } from './periods.ts';

/** A recorded period as one of the engine's; years are named by their end. */
export function recordedPeriod(of: ComparatorValue['period']): Period {
  const [start, end] = [parseIsoDate(of.start), parseIsoDate(of.end)];
  const partYear = of.partYear ? ({ partYear: true } as const) : {};
  if (of.kind === 'financial-year') return { ...financialYear(financialYearOf(end)), ...partYear };
  if (of.kind === 'academic-year') return { ...academicYear(academicYearOf(end)), ...partYear };
  return { kind: of.kind as PeriodKind, start, end, label: of.label ?? of.end, ...partYear };
}

/**
 * The figure of another body for a period: that of the period itself, else the latest before it, whose period is printed
 * with it. Bodies are compared with everybody, never with a part.
 */
export function comparatorFor(
  comparators: readonly ComparatorValue[],
  indicator: Indicator,
  { body, group }: ComparatorReference,
  period: Period,
): { readonly value: ComparatorValue; readonly period: Period } | undefined {
  let found: { value: ComparatorValue; period: Period } | undefined;
  for (const value of comparators) {
    if (value.indicator !== indicator.id || value.comparator !== body || value.group !== group) continue;
    const of = recordedPeriod(value.period);
    if (of.end > period.end) continue;
    const nearer = !found || of.end > found.period.end;
    if (nearer || (of.end === found?.period.end && of.kind === period.kind)) found = { value, period: of };
  }
  return found;
}

const BOUNDS = {
  'at-least': 'at least',
  over: 'above',
  'at-most': 'at most',
  under: 'below',
  about: 'about',
} as const satisfies Record<string, BoundOf>;

const asCompared = ({ value, period }: { value: ComparatorValue; period: Period }): ComparedValue => ({
  value: value.value ?? null,
  period,
  ...(value.bound ? { bound: BOUNDS[value.bound] } : {}),
  ...(value.lower !== undefined && value.upper !== undefined ? { range: [value.lower, value.upper] } : {}),
});

function found(asked: Asked) {
  const { comparator, where } = asked.bound;
  if (!comparator || Object.keys(where).length > 0) return undefined;
  return comparatorFor(asked.building.council.comparators, asked.indicator, comparator, asked.whole);
}

/** As printed: 'over 94%', '20% to 36%', and with its period where that is another one. */
function comparatorWords(asked: Asked, of: { value: ComparatorValue; period: Period }): string {
  const { language } = asked.building;
  const say = (value: number) => printed(asked.indicator, value, language, placesOf(asked));
  const { value, lower, upper, bound } = of.value;
  const range =
    lower !== undefined && upper !== undefined
      ? language.say('value.range', { low: say(lower), high: say(upper) })
      : undefined;
  const one =
    value === undefined
      ? language.say('none')
      : bound
        ? language.say(`bound.${bound}`, { value: say(value) })
        : say(value);
  const same = of.period.end === asked.whole.end;
  return same
    ? (range ?? one)
    : language.say('value.ofOtherPeriod', { value: range ?? one, period: periodLabel(of.period, language) });
}

const comparator: ShowRule = {
  shown: (asked) => {
    const of = found(asked);
    const { language } = asked.building;
    if (!of || (of.value.value === undefined && of.value.lower === undefined))
      return notComputable(language, 'reason.noComparator');
    return figureCell(of.value.value ?? Number.NaN, comparatorWords(asked, of), {
      value: of.value.value ?? null,
      period: builtPeriod(of.period, language),
      base: null,
    });
  },
};

const difference: ShowRule = {
  lookups: (asked) => [itself(asked)],
  shown: (asked, [own]) =>
    withFigure(asked, own!, ({ value }) => {
      const { language } = asked.building;
      const of = found(asked);
      const { difference, performance, reason } = compareWith(
        { value, period: asked.period },
        of && asCompared(of),
        asked.indicator.polarity,
      );
      if (!of) return notComputable(language, 'reason.noComparator');
      if (difference === null)
        return reason === undefined
          ? figureCell(
              0,
              language.say(
                performance === 'better'
                  ? 'trend.better'
                  : performance === 'worse'
                    ? 'trend.worse'
                    : 'trend.same',
              ),
              { performance, value: null },
            )
          : notComputable(language, 'reason.overlap');
      return figureCell(difference, printedChange(asked.indicator, difference, language, placesOf(asked)), {
        performance,
        direction: difference > 0 ? 'up' : difference < 0 ? 'down' : 'same',
      });
    }),
};

/** Figures beside those of other bodies. */
export const comparisonShows = { comparator, difference } satisfies Record<string, ShowRule>;

import {
  type ComparedValue,
  comparable,
  definitionSince,
  type Period,
  previousPeriod,
  round,
  trend,
} from '@cic/core';
import type { Looked } from '../figures/book.ts';
import { periodLabel, printed, printedChange } from '../language/print.ts';
import type { Asked, Lookup, Shown, ShowRule } from './asked.ts';
import { itself, placesOf } from './figures.ts';
import { figureCell, notComputable, suppressed, withFigure } from './outcomes.ts';
import { periodOf } from './periods.ts';

const before = ({ bound, building, whole }: Asked): Period =>
  bound.since === undefined ? previousPeriod(whole) : periodOf(bound.since, building.own);

const nowAndBefore = (asked: Asked): readonly Lookup[] => [
  itself(asked),
  { ...itself(asked), period: before(asked) },
];

/** Both figures, as printed, where they can be compared; else the cell that says why not. */
function compared(
  asked: Asked,
  [own, earlier]: readonly Looked[],
  make: (now: ComparedValue, then: ComparedValue) => Shown,
): Shown {
  const { building, indicator, period } = asked;
  const { language } = building;
  const then = before(asked);
  return withFigure(asked, own!, (now) => {
    if (now.value === null)
      return notComputable(language, 'reason.nothingRecorded', { period: period.label });
    if (earlier!.state === 'suppressed') return suppressed(asked);
    if (earlier!.state === 'not computable' || earlier!.value === null)
      return notComputable(language, 'reason.noPrevious', { period: periodLabel(then, language) });
    if (!comparable(period, then)) return notComputable(language, 'reason.partYear');
    const [since, sinceThen] = [period, then].map(({ end }) => definitionSince(indicator, end));
    if (since !== sinceThen) return notComputable(language, 'reason.otherDefinition');
    return make({ value: now.value, period }, { value: earlier!.value, period: then });
  });
}

const change: ShowRule = {
  lookups: nowAndBefore,
  shown: (asked, looked) =>
    compared(asked, looked, (now, then) => {
      const by = now.value! - then.value!;
      return figureCell(by, printedChange(asked.indicator, by, asked.building.language, placesOf(asked)));
    }),
};

const percentChange: ShowRule = {
  lookups: nowAndBefore,
  shown: (asked, looked) =>
    compared(asked, looked, (now, then) => {
      const { language } = asked.building;
      if (then.value === 0) return notComputable(language, 'reason.noWhole');
      const percent = ((now.value! - then.value!) / then.value!) * 100;
      const places = asked.bound.decimals ?? 1;
      const sign = round(percent, places) > 0 ? '+' : '';
      return figureCell(percent, `${sign}${printed({ unit: 'percent' }, percent, language, places)}`);
    }),
};

/** How a value moved as people see it, rounded first, and whether that is good: in words, never by colour alone. */
const trendOf: ShowRule = {
  lookups: nowAndBefore,
  shown: (asked, looked) =>
    compared(asked, looked, (now, then) => {
      const { language } = asked.building;
      const places = placesOf(asked);
      const seen = (of: ComparedValue) => ({ ...of, value: round(of.value!, places) });
      const { change: by, direction, performance } = trend(seen(now), seen(then), asked.indicator.polarity);
      return figureCell(by ?? 0, trendWords(direction, performance, language), { direction, performance });
    }),
};

function trendWords(direction: string, performance: string, language: Asked['building']['language']): string {
  if (direction === 'same') return language.say('trend.same');
  const judged = performance === 'better' || performance === 'worse';
  if (!judged) return language.say(direction === 'up' ? 'trend.up' : 'trend.down');
  return language.say(direction === 'up' ? 'trend.upWith' : 'trend.downWith', {
    performance: language.say(`trend.${performance}`),
  });
}

/** The periods of a course, oldest first, the last the one asked for. */
function courseOf({ whole, period, building }: Asked): Period[] {
  const periods = [period];
  let earlier = whole;
  while (periods.length < building.course) {
    earlier = previousPeriod(earlier);
    periods.unshift(earlier);
  }
  return periods;
}

/** A course begins where the definition that holds now began. */
const series: ShowRule = {
  lookups: (asked) => courseOf(asked).map((period) => ({ ...itself(asked), period })),
  shown: (asked, looked) => {
    const { building, indicator, period } = asked;
    const { language } = building;
    const since = definitionSince(indicator, period.end);
    const periods = courseOf(asked);
    const points = periods.map((one, i) => {
      const of = looked[i]!;
      const same = definitionSince(indicator, one.end) === since;
      const value = of.state === 'value' && same ? of.value : null;
      return {
        period: periodLabel(one, language),
        value,
        printed:
          of.state === 'suppressed' && same
            ? building.council.disclosure.symbol
            : printed(indicator, value, language, placesOf(asked)),
      };
    });
    if (points.every(({ value }) => value === null))
      return withFigure(asked, looked.at(-1)!, () =>
        notComputable(language, 'reason.nothingRecorded', { period: periodLabel(period, language) }),
      );
    const last = points.at(-1)!.value;
    return {
      state: 'value',
      value: last,
      printed: points.map((point) => point.printed).join(', '),
      series: points,
    };
  },
};

/** Figures of several periods. */
export const changeShows = {
  change,
  'percent change': percentChange,
  trend: trendOf,
  series,
} satisfies Record<string, ShowRule>;

import {
  bandOf,
  financialYearOf,
  formatIsoDate,
  type Period,
  previousPeriod,
  round,
  type TargetTest,
  targetStatus,
  trend,
} from '@cic/core';
import type { Target } from '@cic/core/records';
import type { MessageKey } from '../language/en.ts';
import { printed } from '../language/print.ts';
import type { Rating } from '../model.ts';
import type { Asked, ShowRule } from './asked.ts';
import { itself, placesOf } from './figures.ts';
import { figureCell, notComputable, withFigure, words } from './outcomes.ts';

type TargetValue = NonNullable<Target['values']>[number];
type Comparator = NonNullable<TargetValue['comparator']>;

interface Found {
  readonly value: number;
  readonly comparator: Comparator;
}

const TESTS = {
  'at-least': '>=',
  'more-than': '>',
  'at-most': '<=',
  'less-than': '<',
  equals: '=',
} as const satisfies Record<Comparator, TargetTest['comparator']>;

/** The area a target has to be of: that of the cell, where it is about one; undefined for the whole council. */
function areaOf({ bound: { where }, building: { council } }: Asked): string | undefined | 'another part' {
  const [first, ...more] = Object.entries(where);
  if (!first) return undefined;
  const [breakdown, categories] = first;
  const one = more.length === 0 && categories.length === 1 && council.breakdown(breakdown).area;
  return one ? categories[0] : 'another part';
}

const ofPeriod = (value: TargetValue, period: Period): boolean =>
  value.period.end === formatIsoDate(period.end) && value.period.kind === period.kind;

/** The number aimed for in a period: stated, or as a change from the baseline. */
export function targetFor(asked: Asked): Found | undefined {
  const { indicator, whole, building } = asked;
  const area = areaOf(asked);
  for (const target of building.council.targets) {
    if (target.indicator !== indicator.id || target.area !== area) continue;
    const stated = target.values?.find((value) => ofPeriod(value, whole));
    if (!stated) continue;
    const change =
      stated.change !== undefined && target.baseline ? target.baseline.value + stated.change : undefined;
    const value = stated.value ?? change;
    if (value === undefined) continue;
    const usual: Comparator = indicator.polarity === 'lower' ? 'at-most' : 'at-least';
    return { value, comparator: stated.comparator ?? usual };
  }
  return undefined;
}

/** A target without a number for the period: its direction. */
const directionFor = ({ indicator, building }: Asked): Target['direction'] =>
  building.council.targets.find((target) => target.indicator === indicator.id && !target.values?.length)
    ?.direction;

const test = ({ value, comparator }: Found): TargetTest => ({ value, comparator: TESTS[comparator] });

const target: ShowRule = {
  shown: (asked) => {
    const { language } = asked.building;
    const found = targetFor(asked);
    if (found)
      return figureCell(
        found.value,
        language.say(`target.${found.comparator}`, {
          value: printed(asked.indicator, found.value, language, placesOf(asked)),
        }),
        { base: null },
      );
    const direction = directionFor(asked);
    return direction
      ? words(language.say(`target.direction.${direction}`))
      : notComputable(language, 'reason.noTarget');
  },
};

const status: ShowRule = {
  lookups: (asked) => [itself(asked)],
  shown: (asked, [own]) =>
    withFigure(asked, own!, ({ value }) => {
      const { language } = asked.building;
      const found = targetFor(asked);
      if (!found) return notComputable(language, 'reason.noTarget');
      const met = targetStatus(value === null ? null : round(value, placesOf(asked)), test(found));
      if (met !== 'met' && met !== 'missed')
        return notComputable(language, 'reason.nothingRecorded', { period: asked.period.label });
      return { ...words(language.say(`target.${met}`)), targetStatus: met };
    }),
};

/**
 * Green: the target is met. Amber: it is missed, and the figure is better than in the period before. Red: it is missed, and
 * not better. Without a target there is no rating: nothing else says what is good enough.
 */
const rating: ShowRule = {
  lookups: (asked) => [itself(asked), { ...itself(asked), period: previousPeriod(asked.whole) }],
  shown: (asked, [own, earlier]) =>
    withFigure(asked, own!, ({ value }) => {
      const { language } = asked.building;
      const found = targetFor(asked);
      if (!found) return notComputable(language, 'reason.noTarget');
      if (value === null)
        return notComputable(language, 'reason.nothingRecorded', { period: asked.period.label });
      const places = placesOf(asked);
      const seen = round(value, places);
      const before =
        earlier!.state === 'value' && earlier!.value !== null ? round(earlier!.value, places) : null;
      const moved = trend(
        { value: seen, period: asked.period },
        { value: before, period: previousPeriod(asked.whole) },
        asked.indicator.polarity,
      );
      const colour: Rating =
        targetStatus(seen, test(found)) === 'met'
          ? 'green'
          : moved.performance === 'better'
            ? 'amber'
            : 'red';
      return { ...words(language.say(`rating.${colour}` satisfies MessageKey)), rating: colour };
    }),
};

/** The band of a performance framework that held in the year of the figure. */
const band: ShowRule = {
  lookups: (asked) => [itself(asked)],
  shown: (asked, [own]) =>
    withFigure(asked, own!, ({ value }) => {
      const { language, bands } = asked.building;
      const schemes = (asked.indicator.codes ?? []).map(({ scheme, code }) => `${scheme} ${code}`);
      const thresholds = bands.filter(({ scheme }) => schemes.includes(scheme));
      const seen = value === null ? null : round(value, placesOf(asked));
      const found = bandOf(seen, financialYearOf(asked.period.end), thresholds);
      return found === undefined ? notComputable(language, 'reason.noBand') : words(found);
    }),
};

/** Figures against what was aimed for. */
export const targetShows = { target, 'target status': status, rating, band } satisfies Record<
  string,
  ShowRule
>;

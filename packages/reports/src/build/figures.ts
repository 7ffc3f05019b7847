import { decimalsOf, formatIsoDate, isSum } from '@cic/core';
import type { Looked } from '../figures/book.ts';
import { printed } from '../language/print.ts';
import type { Asked, Lookup, ShowRule } from './asked.ts';
import { figureCell, notComputable, withFigure, words } from './outcomes.ts';

export const itself = ({ indicator, period, bound }: Asked): Lookup => ({
  indicator,
  period,
  where: bound.where,
});

const ofItself = (asked: Asked): readonly Lookup[] => [itself(asked)];

export const placesOf = ({ indicator, bound }: Asked): number => bound.decimals ?? decimalsOf(indicator);

const value: ShowRule = {
  lookups: ofItself,
  shown: (asked, [own]) =>
    withFigure(asked, own!, ({ value }) => {
      const { language } = asked.building;
      if (value === null)
        return notComputable(language, 'reason.nothingRecorded', { period: asked.period.label });
      return figureCell(value, printed(asked.indicator, value, language, placesOf(asked)));
    }),
};

/** The counts a figure is made of. */
const part = (of: 'numerator' | 'denominator'): ShowRule => ({
  lookups: ofItself,
  shown: (asked, [own]) =>
    withFigure(asked, own!, (known) => {
      const { language } = asked.building;
      const count = known[of];
      if (count === null) return notComputable(language, 'reason.noCount');
      return figureCell(count, language.number(count, Number.isInteger(count) ? 0 : 1));
    }),
});

/** The count a share is taken of: children in the numerator of a count, in the denominator of anything else. */
const counted = (asked: Asked, looked: Extract<Looked, { state: 'value' }>): number | null =>
  isSum(asked.indicator) || asked.indicator.unit === 'rate per 10,000'
    ? looked.numerator
    : looked.denominator;

const share: ShowRule = {
  lookups: (asked) => {
    const { where, shareOf } = asked.bound;
    const kept = Object.fromEntries(Object.entries(where).filter(([id]) => shareOf.includes(id)));
    return [itself(asked), { ...itself(asked), where: kept }];
  },
  shown: (asked, [own, whole]) =>
    withFigure(asked, own!, (part) =>
      withFigure(asked, whole!, (all) => {
        const { language } = asked.building;
        const [count, of] = [counted(asked, part), counted(asked, all)];
        if (count === null || of === null || of === 0) return notComputable(language, 'reason.noWhole');
        const percent = (count / of) * 100;
        return figureCell(
          percent,
          printed({ unit: 'percent' }, percent, language, asked.bound.decimals ?? 1),
          {
            base: of,
          },
        );
      }),
    ),
};

/** Of a percentage, those out of it. */
const complement: ShowRule = {
  lookups: ofItself,
  shown: (asked, [own]) =>
    withFigure(asked, own!, ({ value: percent }) => {
      const { language } = asked.building;
      if (percent === null || asked.indicator.unit !== 'percent')
        return notComputable(language, 'reason.noWhole');
      return figureCell(100 - percent, printed(asked.indicator, 100 - percent, language, placesOf(asked)));
    }),
};

/** Figures of one period. */
export const figureShows = {
  value,
  count: part('numerator'),
  base: part('denominator'),
  share,
  complement,
  definition: {
    lookups: ofItself,
    shown: (asked, [own]) =>
      words(own!.state === 'not computable' ? asked.indicator.definition : own!.definition),
  },
  title: { shown: ({ indicator }) => words(indicator.title) },
  unit: { shown: ({ indicator }) => words(indicator.unit) },
  day: { shown: ({ period, building }) => words(building.language.day(formatIsoDate(period.end))) },
} satisfies Record<string, ShowRule>;

import type { Axis, ReportSection } from '@cic/core';
import type { Building } from '../build/asked.ts';
import type { Planned } from './section.ts';

type Scorecard = Extract<ReportSection, { readonly kind: 'scorecard' }>;

/** The columns of a scorecard. Neighbours, England, targets and bands have one where the council has any for its rows. */
function columnsFor({ indicators }: Scorecard, { council, bands, language }: Building): Axis[] {
  const has = (list: readonly { readonly indicator: string }[]) =>
    list.some(({ indicator }) => indicators.includes(indicator));
  const compared = (body: 'statistical-neighbours' | 'england') =>
    has(council.comparators.filter(({ comparator }) => comparator === body));
  const targets = has(council.targets);
  const codes = indicators.flatMap((id) => council.indicator(id).codes ?? []);
  const banded = codes.some(({ scheme, code }) => bands.some((one) => one.scheme === `${scheme} ${code}`));
  const { say } = language;
  const column = (label: string, of: Axis['of'], when = true): Axis[] => (when ? [{ label, of: of! }] : []);
  return [
    ...column(say('column.definition'), { show: 'definition' }),
    ...column(say('column.previous'), { period: { back: 1 } }),
    ...column(
      say('column.neighbours'),
      { show: 'comparator', comparator: { body: 'statistical-neighbours' } },
      compared('statistical-neighbours'),
    ),
    ...column(
      say('column.england'),
      { show: 'comparator', comparator: { body: 'england' } },
      compared('england'),
    ),
    ...column(say('column.target'), { show: 'target' }, targets),
    ...column(say('column.current'), { show: 'value' }),
    ...column(say('column.trend'), { show: 'trend' }),
    ...column(say('column.course'), { show: 'series' }),
    ...column(say('column.rating'), { show: 'rating' }, targets),
    ...column(say('column.band'), { show: 'band' }, banded),
  ];
}

/** Definition, previous outturn, neighbours, England, target, current, trend, course, rating and band, an indicator a row. */
export function planScorecard(section: Scorecard, building: Building): Planned {
  return {
    kind: 'planned',
    from: 'scorecard',
    title: section.title,
    corner: building.language.say('column.measure'),
    rows: section.indicators.map((indicator) => ({
      label: building.council.indicator(indicator).title,
      of: { indicator },
    })),
    columns: columnsFor(section, building),
    notes: [],
  };
}

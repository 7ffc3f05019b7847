import { type Axis, categoriesOf, isSum, NOT_KNOWN, type ReportSection } from '@cic/core';
import type { Building } from '../build/asked.ts';
import { periodOf } from '../build/periods.ts';
import { periodLabel } from '../language/print.ts';
import type { Planned } from './section.ts';

type Breakdown = Extract<ReportSection, { readonly kind: 'breakdown' }>;

/** A row or column for each category, one for what nobody knows, and everybody. */
function axesOf(id: string, { council, language }: Building): Axis[] {
  const breakdown = council.breakdown(id);
  return [
    ...[...categoriesOf(breakdown, council), NOT_KNOWN].map((category) => ({
      label: category.label,
      of: { where: { [id]: category.id } },
    })),
    { label: language.say('row.all'), of: {} },
  ];
}

/** The periods of the course, oldest first, each a column. */
const yearsOf = ({ course, own, language }: Building): Axis[] =>
  Array.from({ length: course }, (_, i) => {
    const period = { back: course - 1 - i };
    return { label: periodLabel(periodOf(period, own), language), of: { period } };
  });

/** One breakdown over the years, or one by another in the report's own period. */
export function planBreakdown(section: Breakdown, building: Building): Planned {
  const [down, across] = section.by;
  if (down === undefined || section.by.length > 2)
    throw new RangeError(`section '${section.title}': by takes one breakdown or two`);
  const indicator = building.council.indicator(section.indicator);
  return {
    kind: 'planned',
    from: 'breakdown',
    title: section.title,
    corner: building.council.breakdown(down).title,
    rows: axesOf(down, building),
    columns: across === undefined ? yearsOf(building) : axesOf(across, building),
    of: {
      indicator: indicator.id,
      ...(isSum(indicator) && indicator.unit === 'count' && across === undefined
        ? { show: ['value', 'share'] as const }
        : {}),
    },
    notes: [],
    ...(section.chart ? { chart: section.chart } : {}),
  };
}

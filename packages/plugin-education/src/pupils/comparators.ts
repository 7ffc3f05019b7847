import { type Council, type Period, parseIsoDate } from '@cic/core';
import { schoolYearOf } from './yearGroups.ts';

/**
 * What all pupils of the area reach on an indicator, in the period or in the school year its results belong to; undefined
 * where the council gives no exact value.
 */
export function allPupils(council: Council, indicator: string, period: Period): number | undefined {
  const year = schoolYearOf(period);
  return council.comparators.find((one) => {
    if (one.indicator !== indicator || one.comparator !== 'all-children') return false;
    const start = parseIsoDate(one.period.start);
    const end = parseIsoDate(one.period.end);
    return (
      one.bound === undefined &&
      ((start === period.start && end === period.end) || (start === year.start && end === year.end))
    );
  })?.value;
}

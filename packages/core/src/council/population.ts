import { calendarDate, type Day } from '../dates/day.ts';
import type { Council } from './council.ts';

/**
 * Children under 18 in an area on a day: the mid-year estimate of the year the day's financial year starts in, else the
 * latest one before it. Null where the council gives none: a rate is then not computed.
 * Source: rates use the ONS mid-year population aged 0 to 17 (cohorts section 0, from memory).
 */
export function populationOf(council: Council, area: string, on: Day): number | null {
  const { year, month } = calendarDate(on);
  const midYear = month >= 4 ? year : year - 1;
  let latest: { year: number; value: number } | undefined;
  for (const estimate of council.populations) {
    if (
      estimate.area === area &&
      estimate.year <= midYear &&
      (latest === undefined || estimate.year > latest.year)
    ) {
      latest = { year: estimate.year, value: estimate.children };
    }
  }
  return latest?.value ?? null;
}

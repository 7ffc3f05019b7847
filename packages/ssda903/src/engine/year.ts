import { calendarDate, type Day } from '@cic/core/dates';
import type { Return } from '../tables.ts';

/** Fewer dates than this say nothing about the year. */
const FEWEST_DATES = 3;
const CLEARLY = 0.6;
const HARDLY = 0.2;

/** The collection year a day falls in: April 2025 to March 2026 is 2026. */
function collectionYearOf(day: Day): number {
  const { year, month } = calendarDate(day);
  return month >= 4 ? year + 1 : year;
}

/** How many episodes ended in each collection year: in a return nearly all of them in its own. */
function endsByYear({ tables }: Return): {
  readonly byYear: ReadonlyMap<number, number>;
  readonly total: number;
} {
  const byYear = new Map<number, number>();
  let total = 0;
  for (const { DEC } of tables.Episodes?.rows ?? []) {
    if (Number.isNaN(DEC)) continue;
    const year = collectionYearOf(DEC);
    byYear.set(year, (byYear.get(year) ?? 0) + 1);
    total++;
  }
  return { byYear, total };
}

/** The collection year that a return plainly is of, when that is not the one it is said to be of. */
export function otherYearOf(source: Return, year: number): number | undefined {
  const { byYear, total } = endsByYear(source);
  const [likeliest, ends] = [...byYear].reduce((best, next) => (next[1] > best[1] ? next : best), [year, 0]);
  const isOther = likeliest !== year && total >= FEWEST_DATES;
  return isOther && ends > CLEARLY * total && (byYear.get(year) ?? 0) < HARDLY * total
    ? likeliest
    : undefined;
}

/** In a sentence each: the wrong year, or this year's and last year's return in each other's place. */
export function yearNotices(year: number, now: Return, last?: Return): readonly string[] {
  const nowIs = otherYearOf(now, year);
  const lastIs = last && otherYearOf(last, year - 1);
  if (nowIs === year - 1 && lastIs === year) {
    return [
      `This year's and last year's returns are swapped: the one given for ${year} ends its episodes in ${year - 1}, and the other way round.`,
    ];
  }
  const notice = (whose: string, stated: number, found: number): string =>
    `${whose} return was given as that of ${stated}, but most of its episodes end in the year to 31 March ${found}: check the year.`;
  return [
    ...(nowIs === undefined ? [] : [notice("This year's", year, nowIs)]),
    ...(lastIs === undefined ? [] : [notice("Last year's", year - 1, lastIs)]),
  ];
}

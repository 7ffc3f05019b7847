import { ageOn, birthday, type Day, dayOf, financialYearOf } from '@cic/core';
import { admitted, type Outline } from '../careers/outline.ts';
import { STARTED_PER_CHILD_IN_CARE } from '../national.ts';
import type { Random, Weighted } from '../random/random.ts';
import type { DistrictShape } from './shape.ts';

/** First to last collection year: 2022 to 2026 is 1 April 2021 to 31 March 2026. */
export type Years = readonly [from: number, to: number];

/** The return asks for no care before this day (rule 353): the Children Act 1989 came into force on it. */
const FIRST_YEAR = 1993;
/** Somebody in care for a whole childhood started this long ago. */
const CHILDHOOD = 18;
/** Years before the first one wanted in which the number in care is already steered. */
const STEERED_BEFORE = 4;
/** Most admissions in a steered year, as a share of the children in care. */
const MOST_ADMISSIONS = 0.9;

/** Whether anything of a career can still be seen in the years wanted: care, or a care leaver up to 25. */
function seenSince(outline: Outline, firstDay: Day): boolean {
  const { end } = outline.periods.at(-1)!;
  if (end >= firstDay - 365) return true;
  return end >= birthday(outline.born, 16) && ageOn(outline.born, firstDay) <= 21;
}

/**
 * Careers so that about `children` are in care on each 31 March. Years long before let careers of every length build up;
 * from a few years before the first one wanted, each year admits children until its 31 March is right, so that admissions
 * follow from what leaves. Every year's admissions have a stream of their own.
 */
export function careersOf(
  children: number,
  [from, to]: Years,
  districts: readonly DistrictShape[],
  random: Random,
): Outline[] {
  const byShare: Weighted<number> = districts.map(({ share }, position) => [position, share]);
  const firstYear = Math.max(FIRST_YEAR, from - CHILDHOOD);
  const inCare = new Int32Array(to - firstYear + 2);
  const kept: Outline[] = [];
  let family = 0;
  const count = ({ periods }: Outline) => {
    for (const { start, end } of periods) {
      const last = Math.min(to, financialYearOf(end - 1) - (isYearEnd(end - 1) ? 0 : 1));
      for (let year = financialYearOf(start); year <= last; year++) inCare[year - firstYear]!++;
    }
  };
  const firstDay = dayOf(from - 1, 4, 1);
  for (let year = firstYear; year <= to; year++) {
    const own = random.fork(year);
    const start = dayOf(year - 1, 4, 1);
    const end = dayOf(year, 3, 31);
    const steered = year >= from - STEERED_BEFORE;
    const wanted = steered ? children * own.normal(1, 0.008) : Number.POSITIVE_INFINITY;
    const most = Math.round(children * (steered ? MOST_ADMISSIONS : STARTED_PER_CHILD_IN_CARE));
    for (let admissions = 0; admissions < most && inCare[year - firstYear]! < wanted; ) {
      for (const outline of admitted(own.dayBetween(start, end), family, byShare, own.fork(admissions))) {
        admissions++;
        count(outline);
        if (seenSince(outline, firstDay)) kept.push(outline);
      }
      family++;
    }
  }
  return kept;
}

const isYearEnd = (day: Day): boolean => financialYearOf(day + 1) !== financialYearOf(day);

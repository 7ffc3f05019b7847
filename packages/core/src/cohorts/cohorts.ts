import { addMonths, addYears, calendarDate, type Day, dayOf } from '../dates/day.ts';
import type { Period } from '../dates/period.ts';
import type { Child, Episode } from '../history/child.ts';

/**
 * The first episode with which a child started to be looked after in a period, short breaks left out.
 * Source: cohorts section 3 ('first only' from memory; short breaks seen in a source).
 */
export function startedIn({ history, index }: Child, { start: from, end: to }: Period): Episode | undefined {
  const { first, start, startsCare, shortBreak } = history.episodes;
  for (let row = first[index]!; row < first[index + 1]!; row++) {
    if (startsCare[row] === 1 && shortBreak[row] === 0 && start[row]! >= from && start[row]! <= to) {
      return history.episode(row);
    }
  }
  return undefined;
}

/**
 * The last episode with which a child ceased to be looked after in a period, also when the child came back later; short
 * breaks left out. Source: cohorts section 4 ('last only' from memory; short breaks seen in a source).
 */
export function ceasedIn({ history, index }: Child, { start: from, end: to }: Period): Episode | undefined {
  const { first, end, endsCare: ends, shortBreak } = history.episodes;
  for (let row = first[index + 1]! - 1; row >= first[index]!; row--) {
    if (ends[row] === 1 && shortBreak[row] === 0 && end[row]! >= from && end[row]! <= to)
      return history.episode(row);
  }
  return undefined;
}

/**
 * Looked after continuously for the twelve months that end on a day, by the test of the statutory return's checks: some
 * episode touches the twelve months, and none starts care after their first day, ends it before their last, or is a
 * short break. Source: cohorts section 5 (seen in a source).
 */
export function lookedAfterFor12Months({ history, index }: Child, on: Day): boolean {
  const { first, start, end, startsCare, goesOn, shortBreak } = history.episodes;
  const from = addMonths(on + 1, -12);
  let during = false;
  for (let row = first[index]!; row < first[index + 1]!; row++) {
    const touches = start[row]! <= on && end[row]! >= from;
    if (touches && shortBreak[row] === 1) return false;
    if (startsCare[row] === 1 && start[row]! > from && start[row]! <= on) return false;
    if (goesOn[row] === 0 && end[row]! >= from && end[row]! < on) return false;
    during ||= touches;
  }
  return during;
}

/**
 * Looked after on a day, and in the same period of care for at least two and a half years: since 30 September three
 * years before for a year that ends on 31 March. Source: cohorts section 7 (the cut-off day is proposed).
 */
export function lookedAfterForTwoAndAHalfYears(child: Child, on: Day): boolean {
  const period = child.periodOn(on);
  return period !== undefined && period.start <= addMonths(on + 1, -30) - 1;
}

/** Days of care since the 14th birthday that make a care leaver: 13 weeks. Children (Leaving Care) Act 2000. */
export const THIRTEEN_WEEKS = 91;

const NOT_A_CARE_LEAVER = new Set(['E11', 'E12', 'E2', 'E3']);

/**
 * A care leaver on a day: no longer looked after, 16 or over and under 26, looked after for 13 weeks since 14, some of
 * it after 16; not adopted, not passed to another authority. Source: cohorts section 6 (seen in a source).
 */
export function careLeaverOn(child: Child, on: Day): boolean {
  const age = child.ageOn(on);
  if (!(age >= 16 && age <= 25) || child.isLookedAfter(on)) return false;
  const last = child.episodes.findLast((episode) => !episode.shortBreak && episode.end <= on);
  if (!last || NOT_A_CARE_LEAVER.has(last.reasonEpisodeCeased)) return false;
  return (
    child.daysLookedAfter(addYears(child.born, 14), on) >= THIRTEEN_WEEKS &&
    child.daysLookedAfter(addYears(child.born, 16), on) > 0
  );
}

/** The next 31 March on or after a day: statutory ages and stocks are taken on it. */
export function yearEnd(on: Day): Day {
  const { year, month } = calendarDate(on);
  return dayOf(month >= 4 ? year + 1 : year, 3, 31);
}

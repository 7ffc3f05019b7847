import { academicYearOf, type Day, dayOf, type IsoDate, isWorkingDay, parseIsoDate } from '@cic/core';

/** A school term; all days included. */
export interface Term {
  readonly start: Day;
  readonly end: Day;
  /** The last day before the next term: the holidays belong to the term before them. */
  readonly holidaysEnd: Day;
}

type Given = Pick<Term, 'start' | 'end'>;

/** The terms of the schools of an area. */
export interface SchoolCalendar {
  /** Terms that start in a stretch of days (both included), in order. */
  readonly termsStarting: (from: Day, to: Day) => readonly Term[];
  /** The school day so many school days after a day, which itself does not count. */
  readonly addSchoolDays: (day: Day, count: number, closedDays: ReadonlySet<Day>) => Day;
}

/** Terms as they usually lie, where the council gives none of its own. Easter is taken as the first half of April. */
const usualTerms = (endYear: number): readonly Given[] => [
  { start: dayOf(endYear - 1, 9, 1), end: dayOf(endYear - 1, 12, 20) },
  { start: dayOf(endYear, 1, 3), end: dayOf(endYear, 3, 31) },
  { start: dayOf(endYear, 4, 15), end: dayOf(endYear, 7, 22) },
];

/**
 * A calendar of school terms. A school year of which no term is given has the usual ones.
 * @throws RangeError naming a term that is no pair of days in order
 */
export function schoolCalendar(given: readonly { start: IsoDate; end: IsoDate }[] = []): SchoolCalendar {
  const byYear = new Map<number, Given[]>();
  for (const { start: from, end: to } of given) {
    const [start, end] = [parseIsoDate(from), parseIsoDate(to)];
    if (!(start <= end)) throw new RangeError(`a school term cannot run from ${from} to ${to}`);
    const year = academicYearOf(start);
    byYear.set(
      year,
      [...(byYear.get(year) ?? []), { start, end }].sort((a, b) => a.start - b.start),
    );
  }
  const givenFor = (year: number): readonly Given[] => byYear.get(year) ?? usualTerms(year);
  const known = new Map<number, readonly Term[]>();
  const termsOf = (year: number): readonly Term[] => {
    let terms = known.get(year);
    if (terms === undefined) {
      terms = givenFor(year).map((term, i, all) => ({
        ...term,
        holidaysEnd: (all[i + 1] ?? givenFor(year + 1)[0]!).start - 1,
      }));
      known.set(year, terms);
    }
    return terms;
  };
  const inTerm = (day: Day): boolean =>
    termsOf(academicYearOf(day)).some(({ start, end }) => start <= day && day <= end);
  return {
    termsStarting: (from, to) => {
      const terms: Term[] = [];
      const last = from > to ? Number.NEGATIVE_INFINITY : academicYearOf(to);
      for (let year = academicYearOf(from); year <= last; year++) {
        for (const term of termsOf(year)) if (term.start >= from && term.start <= to) terms.push(term);
      }
      return terms;
    },
    addSchoolDays: (day, count, closedDays) => {
      let at = day;
      for (let left = count; left > 0; ) {
        at++;
        if (isWorkingDay(at, closedDays) && inTerm(at)) left--;
      }
      return at;
    },
  };
}

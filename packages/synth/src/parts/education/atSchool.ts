import {
  addMonths,
  type Child,
  calendarDate,
  type Day,
  dayOf,
  daysInMonth,
  type Inside,
  isWorkingDay,
  openOn,
  type Period,
} from '@cic/core';
import { ofSchoolAge, type SchoolCalendar, yearGroupOn } from '@cic/plugin-education';
import type {
  Enrolment,
  Exclusion,
  SchoolAttendance,
  TermTimeAbsenceRequest,
} from '@cic/plugin-education/records';
import type { Random } from '../../random/random.ts';

type Place = Inside<Enrolment>;

/** Sessions a child usually misses, in percent: more in the secondary years. (p) */
const usualAbsence = (yearGroup: number, random: Random): number =>
  Math.max(0.5, random.normal(yearGroup >= 10 ? 11 : yearGroup >= 7 ? 7 : 4, 4));

function schoolDays(first: Day, last: Day, calendar: SchoolCalendar): Day[] {
  const days: Day[] = [];
  const terms = calendar.termsStarting(first - 200, last);
  for (let on = first; on <= last; on++) {
    if (isWorkingDay(on) && terms.some(({ start, end }) => start <= on && on <= end)) days.push(on);
  }
  return days;
}

/** Attendance month by month, at the school the child was on the roll of, while in care. */
export function* attendanceOf(
  child: Child,
  places: readonly Place[],
  random: Random,
  { start: from, end: until }: Pick<Period, 'start' | 'end'>,
  calendar: SchoolCalendar,
): Generator<Inside<SchoolAttendance>> {
  for (const place of places) {
    for (const care of child.periodsOfCare) {
      const first = Math.max(from, place.start, care.start);
      const last = Math.min(until, care.end - 1, (place.end ?? until + 1) - 1);
      for (let month = first; month <= last; month = addMonths(firstOf(month), 1)) {
        if (!ofSchoolAge(child, month)) continue;
        const { year, month: number } = calendarDate(month);
        const end = Math.min(last, dayOf(year, number, daysInMonth(year, number)));
        const possible = schoolDays(month, end, calendar).length * 2;
        if (possible === 0) continue;
        const missed = Math.min(
          possible,
          Math.round((possible * usualAbsence(yearGroupOn(child, month), random)) / 100),
        );
        const unauthorised = Math.round(missed * random.next() * 0.5);
        yield {
          child: child.id,
          school: place.school,
          start: month,
          end,
          possible,
          attended: possible - missed,
          authorisedAbsence: missed - unauthorised,
          unauthorisedAbsence: unauthorised,
        };
      }
    }
  }
}

function firstOf(on: Day): Day {
  const { year, month } = calendarDate(on);
  return dayOf(year, month, 1);
}

/** Suspensions a year: about one pupil in ten of secondary age. National sources, rounded. (c) */
const SUSPENDED_A_TERM = { primary: 0.008, secondary: 0.045 };
const EXCLUDED_A_TERM = 0.0007;

/** Suspensions, and now and then a permanent exclusion, on school days while in care. */
export function* exclusionsOf(
  child: Child,
  places: readonly Place[],
  random: Random,
  { start: from, end: until }: Pick<Period, 'start' | 'end'>,
  calendar: SchoolCalendar,
): Generator<Inside<Exclusion>> {
  for (const term of calendar.termsStarting(from, until)) {
    const on = random.dayBetween(term.start, term.end - 10);
    const secondary = yearGroupOn(child, on) >= 7;
    const chance = secondary ? SUSPENDED_A_TERM.secondary : SUSPENDED_A_TERM.primary;
    const kind = random.chance(chance)
      ? 'SUSP'
      : secondary && random.chance(EXCLUDED_A_TERM)
        ? 'PERM'
        : undefined;
    if (kind === undefined || on > until || !ofSchoolAge(child, on) || !child.isLookedAfter(on)) continue;
    const place = places.find((one) => openOn(one, on));
    const start = schoolDays(on, on + 9, calendar)[0];
    if (!place || start === undefined || start > until) continue;
    const days = random.int(1, 4);
    const end = schoolDays(start, start + 14, calendar)[days - 1] ?? start;
    yield {
      child: child.id,
      school: place.school,
      kind,
      start,
      ...(kind === 'SUSP' ? { end, sessions: days * 2 } : {}),
      reasons: [random.pick(['DB', 'VA', 'PP', 'PA', 'DM'] as const)],
    };
  }
}

/** Requests to be away in term time: few, refused and not taken, or approved in writing before. */
export function* absenceRequestsOf(
  child: Child,
  random: Random,
  { start: from, end: until }: Pick<Period, 'start' | 'end'>,
  calendar: SchoolCalendar,
): Generator<Inside<TermTimeAbsenceRequest>> {
  for (const term of calendar.termsStarting(from, until)) {
    if (!random.chance(0.02)) continue;
    const start = schoolDays(random.dayBetween(term.start + 30, term.end - 12), term.end, calendar)[0];
    if (start === undefined || start + 4 > until || !child.isLookedAfter(start) || !ofSchoolAge(child, start))
      continue;
    const agreed = random.chance(0.5);
    yield {
      child: child.id,
      requested: start - random.int(15, 28),
      start,
      end: start + random.int(0, 4),
      reason: random.pick(['holiday', 'family-event', 'activity'] as const),
      decision: agreed ? 'approved' : 'refused',
      decidedBy: 'Service director',
      ...(agreed ? { approvedInWriting: start - random.int(3, 12) } : {}),
      taken: agreed,
    };
  }
}

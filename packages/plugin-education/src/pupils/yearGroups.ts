import {
  academicYear,
  academicYearOf,
  type Child,
  calendarDate,
  type Day,
  dayOf,
  lookedAfterFor12Months,
  type Period,
} from '@cic/core';
import { pupilProfile } from '../generated/records.ts';
import { oncePerPeriod, remember } from './remember.ts';

/** School years of a child's life that have a name: Nursery is -1, Reception 0, then Year 1 to Year 14. */
export type YearGroup = number;

export const NURSERY: YearGroup = -1;
export const RECEPTION: YearGroup = 0;

/** How old somebody is who turns so old in the school year: Year 1 turns six. */
const TURNS_IN_RECEPTION = 5;

/**
 * The year group a child belongs to on a day, by date of birth (1 September to 31 August), or the one it is taught with
 * where its profile says so. NaN where the date of birth is unknown.
 */
export function yearGroupOn(child: Child, on: Day): YearGroup {
  if (Number.isNaN(child.born)) return Number.NaN;
  const group = academicYearOf(on) - academicYearOf(child.born) - TURNS_IN_RECEPTION;
  const profile = child
    .records(pupilProfile)
    .findLast(({ recorded, yearOffset }) => recorded <= on && yearOffset !== undefined);
  return group + (profile?.yearOffset ?? 0);
}

export const yearGroupLabel = (group: YearGroup): string =>
  group === NURSERY ? 'Nursery' : group === RECEPTION ? 'Reception' : `Year ${group}`;

export type KeyStage =
  | 'early-years'
  | 'key-stage-1'
  | 'key-stage-2'
  | 'key-stage-3'
  | 'key-stage-4'
  | 'post-16';

/** The key stage of a year group; undefined before Nursery and after Year 14. */
export function keyStageOf(group: YearGroup): KeyStage | undefined {
  if (!(group >= NURSERY && group <= 14)) return undefined;
  if (group <= RECEPTION) return 'early-years';
  if (group <= 2) return 'key-stage-1';
  if (group <= 6) return 'key-stage-2';
  if (group <= 9) return 'key-stage-3';
  return group <= 11 ? 'key-stage-4' : 'post-16';
}

const isSchoolAge = (group: YearGroup): boolean => group >= 1 && group <= 11;

/**
 * Of an age for full-time schooling: Year 1 to Year 11, aged 5 to 15 on the 31 August before. Source: OC2 and the
 * statistics on outcomes of looked-after children count school age so (from memory).
 */
export function ofSchoolAge(child: Child, on: Day): boolean {
  return isSchoolAge(yearGroupOn(child, on));
}

/** Last day of compulsory schooling: the last Friday of June of Year 11, taken as 30 June. */
export const leavesSchool = (child: Child): Day =>
  dayOf(academicYearOf(child.born) + TURNS_IN_RECEPTION + 11, 6, 30);

/** First day of compulsory schooling, taken as the first day of Year 1. */
export const startsSchool = (child: Child): Day =>
  dayOf(academicYearOf(child.born) + TURNS_IN_RECEPTION, 9, 1);

const SEPTEMBER_30 = { month: 9, dayOfMonth: 30 };

/** 30 September as the day of the older returns: alone, or at the end of a period that began before the summer. */
function endsWithOldReturn({ kind, start, end }: Period): boolean {
  const { month, dayOfMonth } = calendarDate(end);
  const isThatDay = month === SEPTEMBER_30.month && dayOfMonth === SEPTEMBER_30.dayOfMonth;
  return isThatDay && (kind === 'date' || academicYearOf(start) < academicYearOf(end));
}

/**
 * The school year a period's results belong to: the one in which it ends, so that a financial year has the results of the
 * summer after it. The older returns to 30 September have those of the summer just past.
 */
export const schoolYearOf = oncePerPeriod(
  (period): Period => academicYear(academicYearOf(period.end) - (endsWithOldReturn(period) ? 1 : 0)),
);

/**
 * The day on which twelve months in care are counted back from: 30 September for a period that ends then (OC2 until
 * 2008), else 31 March of the school year, or the end of the period where that comes first.
 */
export const cohortDay = oncePerPeriod((period): Day => {
  const year = schoolYearOf(period);
  if (period.end > year.end) return period.end;
  return Math.min(dayOf(academicYearOf(year.end), 3, 31), period.end);
});

/** In the cohort of the published outcomes: looked after for twelve months at the cohort's day, and in the period. */
export const inCohort = remember(
  (child, period): boolean =>
    child.lookedAfterDuring(period.start, period.end) && lookedAfterFor12Months(child, cohortDay(period)),
);

/** The year group of a child in the school year of a period. */
export const yearGroupIn = remember(
  (child, period): YearGroup => yearGroupOn(child, schoolYearOf(period).end),
);

/** In that cohort, and of school age in the school year. */
export const inSchoolCohort = (child: Child, period: Period): boolean =>
  isSchoolAge(yearGroupIn(child, period)) && inCohort(child, period);

/** Whether in care on the last day of a period, and of school age. */
export const pupilAtEnd = remember(
  (child, { end }): boolean => ofSchoolAge(child, end) && child.isLookedAfter(end),
);

/** In care at any time in a period, and of school age in its school year. */
export const pupilDuring = (child: Child, period: Period): boolean =>
  isSchoolAge(yearGroupIn(child, period)) && child.lookedAfterDuring(period.start, period.end);

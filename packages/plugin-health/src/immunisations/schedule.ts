import { addMonths, calendarDate, type Day, day as dayFrom, dayOf, type IsoDate } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';

/** A dose of the national schedule: from what age on a child should have had it. Vaccines that stand for one another form a group. */
interface ScheduledDose {
  /** A group of the code set VACCINE: 6-in-1 and 5-in-1 are both `primary`. */
  readonly group: string;
  /** So many doses of the group by then. */
  readonly dose: number;
  readonly weeks?: number;
  readonly months?: number;
  /** By the end of the school year in which the child reaches this age. */
  readonly schoolYearOfAge?: number;
  /** Children born from this day on, and before the other. */
  readonly bornFrom?: IsoDate;
  readonly bornBefore?: IsoDate;
  readonly sex?: 'F' | 'M';
  /** Weeks of age from which it is no longer given. */
  readonly untilWeeks?: number;
}

/**
 * The routine schedule of England by date of birth, as far as it matters for children in care today. Where a dose moved
 * between two visits of the first months (meningitis B and pneumococcal in July 2025) the later visit is used.
 * Source: UKHSA, routine childhood immunisation schedule (January 2026) and its earlier editions.
 */
const SCHEDULE: readonly ScheduledDose[] = [
  { group: 'primary', dose: 1, weeks: 8 },
  { group: 'primary', dose: 2, weeks: 12 },
  { group: 'primary', dose: 3, weeks: 16 },
  { group: 'primary', dose: 4, months: 18, bornFrom: '2024-07-01' },
  { group: 'rotavirus', dose: 1, weeks: 8, bornFrom: '2013-05-01', untilWeeks: 24 },
  { group: 'rotavirus', dose: 2, weeks: 12, bornFrom: '2013-05-01', untilWeeks: 24 },
  { group: 'menb', dose: 1, weeks: 8, bornFrom: '2015-07-01' },
  { group: 'menb', dose: 2, weeks: 16, bornFrom: '2015-07-01' },
  { group: 'menb', dose: 3, months: 12, bornFrom: '2015-07-01' },
  { group: 'pcv', dose: 1, weeks: 16, bornFrom: '2006-09-01' },
  { group: 'pcv', dose: 2, months: 12, bornFrom: '2006-09-01' },
  { group: 'pcv', dose: 3, months: 12, bornFrom: '2006-09-01', bornBefore: '2020-01-01' },
  { group: 'hib-menc', dose: 1, months: 12, bornFrom: '2005-10-01', bornBefore: '2024-07-01' },
  { group: 'mmr', dose: 1, months: 12 },
  { group: 'mmr', dose: 2, months: 40, bornBefore: '2024-07-01' },
  { group: 'mmr', dose: 2, months: 18, bornFrom: '2024-07-01' },
  { group: 'preschool', dose: 1, months: 40 },
  { group: 'hpv', dose: 1, schoolYearOfAge: 13, sex: 'F', bornFrom: '1995-09-01' },
  { group: 'hpv', dose: 1, schoolYearOfAge: 13, sex: 'M', bornFrom: '2006-09-01' },
  { group: 'teenage', dose: 1, schoolYearOfAge: 14 },
  { group: 'menacwy', dose: 1, schoolYearOfAge: 14, bornFrom: '2000-09-01' },
];

const CUT: readonly (ScheduledDose & { readonly from: Day; readonly before: Day })[] = SCHEDULE.map(
  (row) => ({
    ...row,
    from: row.bornFrom ? dayFrom(row.bornFrom) : Number.NEGATIVE_INFINITY,
    before: row.bornBefore ? dayFrom(row.bornBefore) : Number.POSITIVE_INFINITY,
  }),
);

/** A dose a child should have, and from when. */
export interface DueDose {
  /** Group of the code set VACCINE. */
  readonly group: string;
  readonly dose: number;
  readonly dueOn: Day;
  /** The day from which it is no longer given; absent where it can always be caught up. */
  readonly untilDay?: Day;
}

function endOfSchoolYear(born: Day, age: number): Day {
  const { year, month } = calendarDate(addMonths(born, age * 12));
  return dayOf(month >= 9 ? year + 1 : year, 8, 31);
}

function dueOn({ weeks, months, schoolYearOfAge }: ScheduledDose, born: Day): Day {
  if (weeks !== undefined) return born + weeks * 7;
  if (months !== undefined) return addMonths(born, months);
  return endOfSchoolYear(born, schoolYearOfAge!);
}

/**
 * Every dose of the national schedule for a child, in order of the day it is due.
 *
 * @param sex M, F or anything else, for which only the doses of both sexes are asked
 * @returns [] where the date of birth is not known
 */
export function immunisationSchedule(born: Day, sex: string): DueDose[] {
  if (Number.isNaN(born)) return [];
  return CUT.filter(
    (row) => born >= row.from && born < row.before && (row.sex === undefined || row.sex === sex),
  )
    .map(
      (row): DueDose => ({
        group: row.group,
        dose: row.dose,
        dueOn: dueOn(row, born),
        ...(row.untilWeeks === undefined ? {} : { untilDay: born + row.untilWeeks * 7 }),
      }),
    )
    .sort((a, b) => a.dueOn - b.dueOn);
}

/** A dose given, by the code of its vaccine. */
export interface GivenDose {
  readonly vaccine: string;
  readonly given?: Day;
}

/** Days on which doses of each group were given, in order; two on one day are one. */
export function dosesByGroup(given: readonly GivenDose[]): ReadonlyMap<string, readonly Day[]> {
  const groups = new Map<string, Set<Day>>();
  for (const { vaccine, given: on } of given) {
    const group = codeSets.VACCINE.group(vaccine);
    if (on === undefined || group === undefined) continue;
    const days = groups.get(group) ?? new Set<Day>();
    groups.set(group, days.add(on));
  }
  return new Map([...groups].map(([group, days]) => [group, [...days].sort((a, b) => a - b)]));
}

/**
 * The doses a child should have had by a day and has not.
 *
 * @param grace days after the age of the schedule before a dose counts as outstanding
 */
export function outstandingImmunisations(
  child: { readonly born: Day; readonly sex: string },
  given: readonly GivenDose[],
  asAt: Day,
  grace = 0,
): DueDose[] {
  const days = dosesByGroup(given);
  return immunisationSchedule(child.born, child.sex).filter(
    ({ group, dose, dueOn: due, untilDay = Number.POSITIVE_INFINITY }) =>
      due + grace < asAt &&
      asAt < untilDay &&
      (days.get(group) ?? []).filter((on) => on <= asAt).length < dose,
  );
}

import { type Day, dayOf, formatIsoDate } from '@cic/core';
import { type StatutoryOutcomes, statutoryOutcomes } from '@cic/core/records';
import {
  type Attainment,
  attainment,
  type Exclusion,
  exclusion,
  type SchoolAttendance,
  type SpecialEducationalNeeds,
  schoolAttendance,
  specialEducationalNeeds,
} from '@cic/plugin-education/records';
import type { Random, TypedRecords } from '@cic/synth';
import { type Career, groupAt, REPORTED, septemberOf } from './careers.ts';
import { COHORTS, type CohortPlan } from './plan.ts';

interface Cohort {
  readonly plan: CohortPlan;
  readonly members: readonly Career[];
  readonly random: Random;
}

const iso = (on: Day) => formatIsoDate(on);
const inGroups =
  ({ year }: CohortPlan, from: number, to: number) =>
  (career: Career): boolean =>
    groupAt(career, year) >= from && groupAt(career, year) <= to;
const ofSchoolAge = ({ plan, members }: Cohort): Career[] => members.filter(inGroups(plan, 1, 11));

/** Some of a list, always the same for a stream. */
const someOf = (list: readonly Career[], count: number, random: Random): ReadonlySet<Career> =>
  new Set(random.shuffled([...list]).slice(0, count));

function outcomesOf({ plan, members, random }: Cohort): StatutoryOutcomes[] {
  const health = someOf(members, plan.healthChecked, random.fork('health'));
  const dental = someOf(members, plan.dentalChecked, random.fork('dental'));
  const immunised = someOf(members, plan.immunised, random.fork('immunised'));
  const convicted = someOf(members.filter(inGroups(plan, 5, 12)), plan.offending, random.fork('offending'));
  return members.map((career) => ({
    child: career.id,
    asAt: iso(septemberOf(plan.year)),
    convicted: convicted.has(career),
    healthAssessment: health.has(career),
    dentalCheck: dental.has(career),
    immunisations: immunised.has(career),
  }));
}

/** Sessions of a school year, two a day. */
const POSSIBLE = 380;
const MISSED_25_DAYS = 50;

function attendanceOf(cohort: Cohort): SchoolAttendance[] {
  const { plan, random } = cohort;
  const pupils = ofSchoolAge(cohort);
  const secondary = pupils.filter(inGroups(plan, 7, 11));
  const longest = Math.min(
    plan.missing25Days,
    Math.round((secondary.length * plan.missingSecondaryPercent) / 100),
  );
  const over = someOf(secondary, longest, random.fork('over'));
  const others = pupils.filter((career) => !over.has(career));
  const just = someOf(others, plan.missing25Days - longest, random.fork('just'));
  const days = random.fork('days');
  return pupils.map((career) => ({
    child: career.id,
    start: iso(dayOf(plan.year - 1, 9, 1)),
    end: iso(dayOf(plan.year, 7, 20)),
    possible: POSSIBLE,
    attended:
      POSSIBLE -
      (over.has(career)
        ? MISSED_25_DAYS + days.int(2, 80)
        : just.has(career)
          ? MISSED_25_DAYS
          : days.int(0, MISSED_25_DAYS - 1)),
  }));
}

const exclusionsOf = (cohort: Cohort): Exclusion[] =>
  [
    ...someOf(
      ofSchoolAge(cohort).filter(inGroups(cohort.plan, 6, 11)),
      cohort.plan.excluded,
      cohort.random.fork('excluded'),
    ),
  ].map(({ id }, i) => ({
    child: id,
    kind: 'PERM',
    start: iso(dayOf(cohort.plan.year, 2 + (i % 4), 4)),
    reasons: ['DB'],
  }));

/** Grades of a pupil by place in Year 11, the best first, so that each printed standard is reached by as many. */
function gradesOf(i: number, { sat, oneG, fiveG, fiveC }: CohortPlan): readonly string[] {
  if (i < fiveC) return ['C', 'C', 'B', 'C', 'A'];
  if (i < fiveG) return ['D', 'E', 'F', 'G', 'G'];
  if (i < oneG) return ['E'];
  return i < sat ? ['U'] : [];
}

const SUBJECTS = ['english-language', 'maths', 'science', 'history', 'art'] as const;

const attainmentOf = ({ plan, members, random }: Cohort): Attainment[] =>
  random
    .fork('results')
    .shuffled(members.filter(inGroups(plan, 11, 11)))
    .flatMap(({ id }, i) =>
      gradesOf(i, plan).map(
        (grade, subject): Attainment => ({
          child: id,
          taken: iso(dayOf(plan.year, 6, 10 + subject)),
          stage: 'KS4',
          subject: SUBJECTS[subject]!,
          status: 'result',
          grade,
        }),
      ),
    );

/** Of Year 11 on the day of the report, as printed: those with some level of special educational need. */
const YEAR_11_NEEDS = 28;

/** Statements, kept from year to year by those who need them most, and support in the last Year 11. */
function needsOf(
  cohorts: readonly Cohort[],
  careers: readonly Career[],
  random: Random,
): SpecialEducationalNeeds[] {
  const need = new Map(careers.map((career) => [career, random.next()]));
  const byNeed = (a: Career, b: Career): number => need.get(b)! - need.get(a)!;
  const open = new Map<string, { child: string; start: Day; end?: Day }>();
  const made: { child: string; start: Day; end?: Day }[] = [];
  for (const cohort of cohorts) {
    const { year, sen } = cohort.plan;
    const now = new Set(
      ofSchoolAge(cohort)
        .sort(byNeed)
        .slice(0, sen)
        .map(({ id }) => id),
    );
    for (const [child, statement] of open) {
      if (now.has(child)) continue;
      statement.end = dayOf(year - 1, 10, 1);
      open.delete(child);
    }
    for (const child of now) {
      if (open.has(child)) continue;
      const statement = { child, start: dayOf(year - 1, 10, 1) };
      open.set(child, statement);
      made.push(statement);
    }
  }
  const year11 = careers.filter(
    (career) => groupAt(career, 2008) === 10 && career.start <= REPORTED && career.end > REPORTED,
  );
  const stated = year11.filter(({ id }) => open.has(id));
  const supported = year11
    .filter(({ id, unaccompanied }) => !open.has(id) && !unaccompanied)
    .slice(0, YEAR_11_NEEDS - stated.length);
  return [
    ...made.map(
      ({ child, start, end }): SpecialEducationalNeeds => ({
        child,
        provision: 'S',
        start: iso(start),
        ...(end === undefined ? {} : { end: iso(end) }),
      }),
    ),
    ...supported.map(
      ({ id }): SpecialEducationalNeeds => ({ child: id, provision: 'P', start: '2008-09-03' }),
    ),
  ];
}

/** What is on record of each cohort: the yearly return, school, results and needs. */
export function yearlyRecords(
  members: ReadonlyMap<number, readonly Career[]>,
  careers: readonly Career[],
  random: Random,
): TypedRecords[] {
  const cohorts = COHORTS.map(
    (plan): Cohort => ({ plan, members: members.get(plan.year)!, random: random.fork(plan.year) }),
  );
  return [
    { type: statutoryOutcomes, records: cohorts.flatMap(outcomesOf) },
    { type: schoolAttendance, records: cohorts.flatMap(attendanceOf) },
    { type: exclusion, records: cohorts.flatMap(exclusionsOf) },
    { type: attainment, records: cohorts.flatMap(attainmentOf) },
    { type: specialEducationalNeeds, records: needsOf(cohorts, careers, random.fork('needs')) },
  ] as unknown as TypedRecords[];
}

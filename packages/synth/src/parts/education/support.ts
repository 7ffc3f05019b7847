import {
  academicYear,
  academicYearOf,
  addMonths,
  type Child,
  type Day,
  day,
  dayOf,
  type Inside,
  type Period,
} from '@cic/core';
import { ofSchoolAge, yearGroupOn } from '@cic/plugin-education';
import type {
  EducationServiceInvolvement,
  LearningEquipment,
  LearningProgramme,
  PersonalEducationAllowance,
  PupilPremiumPlus,
  PupilProfile,
  SpecialEducationalNeeds,
  Tuition,
} from '@cic/plugin-education/records';
import type { Random, Weighted } from '../../random/random.ts';
import type { SyntheticSchool } from './schools.ts';

type Years = Pick<Period, 'start' | 'end'>;

const NEEDS: Weighted<NonNullable<SpecialEducationalNeeds['primaryNeed']>> = [
  ['SEMH', 4],
  ['MLD', 2],
  ['SLCN', 2],
  ['ASD', 1.5],
  ['SPLD', 1],
  ['SLD', 0.5],
];
/** SEN support and EHC plans took the place of School Action and statements. Children and Families Act 2014. */
const REFORM = day('2014-09-01');

/** Of pupils in care, those with a plan and those with support. National statistics, rounded. (c) */
export const supportLevel = (random: Random): 'plan' | 'support' | 'none' =>
  random.weighted([
    ['plan', 30],
    ['support', 28],
    ['none', 42],
  ] as const);

/** Support for special educational needs from the first school years on, under the names of its time. */
export function* needsOf(
  child: Child,
  level: 'plan' | 'support' | 'none',
  random: Random,
  until: Day,
): Generator<Inside<SpecialEducationalNeeds>> {
  const start = dayOf(academicYearOf(child.born) + 4 + random.int(1, 5), 9, 10);
  if (start > until) return;
  const need = random.weighted(NEEDS);
  if (level === 'none') {
    yield { child: child.id, provision: 'N', start };
    return;
  }
  const stretch = (
    provision: 'S' | 'E' | 'A' | 'K',
    from: Day,
    end?: Day,
  ): Inside<SpecialEducationalNeeds> => ({
    child: child.id,
    provision,
    start: from,
    ...(end === undefined ? {} : { end }),
    primaryNeed: need === 'SEMH' && from < REFORM ? 'BESD' : need,
    ...(level === 'plan' ? { requested: from - 140, assessed: from - 60, issued: from } : {}),
    ...(level === 'plan' && from < until - 60
      ? { reviewed: Math.max(from, until - random.int(30, 380)) }
      : {}),
    alignedWith: random.chance(0.8) ? ['care', 'education'] : ['education'],
  });
  if (start < REFORM && REFORM <= until) {
    yield stretch(level === 'plan' ? 'S' : 'A', start, REFORM);
    yield { ...stretch(level === 'plan' ? 'E' : 'K', REFORM) };
  } else yield stretch(level === 'plan' ? (start < REFORM ? 'S' : 'E') : start < REFORM ? 'A' : 'K', start);
}

/** First language, the primary school to come, and whether ready for it. */
export function* profileOf(
  child: Child,
  random: Random,
  { start: from, end: until }: Years,
  schools: readonly SyntheticSchool[],
): Generator<Inside<PupilProfile>> {
  const care = child.periodsOfCare[0];
  if (!care) return;
  const recorded = Math.max(care.start + 5, from);
  if (recorded > until) return;
  yield {
    child: child.id,
    recorded,
    firstLanguage: child.unaccompaniedOn(care.start) ? 'OTH' : random.chance(0.93) ? 'ENG' : 'OTH',
  };
  const planned = Math.max(recorded, child.birthday(3));
  if (planned <= until && child.ageOn(planned) <= 4 && random.chance(0.9)) {
    yield {
      child: child.id,
      recorded: planned,
      plannedSchool: random.pick(schools.filter(({ phase }) => phase === 'primary')).id,
      milesToPlannedSchool: Math.round(random.exponential(1.2) * 10) / 10,
    };
  }
  const judged = dayOf(academicYearOf(child.born) + 5, 6, 20);
  if (judged >= recorded && judged <= until)
    yield { child: child.id, recorded: judged, schoolReady: random.chance(0.55) };
}

/** An officer for nearly everybody, and other services for some. */
export function* servicesOf(
  child: Child,
  random: Random,
  { start: from, end: until }: Years,
): Generator<Inside<EducationServiceInvolvement>> {
  for (const care of child.periodsOfCare) {
    const start = care.start + random.int(3, 20);
    if (start > until || start >= care.end || care.end < from || random.chance(0.04)) continue;
    const ended = care.end <= until ? { end: care.end } : {};
    yield {
      child: child.id,
      service: 'support-officer',
      worker: `officer-${random.int(1, 12)}`,
      start,
      ...ended,
    };
    if (random.chance(0.25)) {
      yield {
        child: child.id,
        service: random.pick([
          'educational-psychology',
          'camhs',
          'speech-and-language',
          'education-welfare',
        ] as const),
        start,
        ...ended,
      };
    }
  }
}

/** What one school year brought a pupil: tuition, equipment, a programme and pupil premium plus. */
export interface YearOfSupport {
  readonly tuition: Inside<Tuition>[];
  readonly equipment: Inside<LearningEquipment>[];
  readonly programmes: Inside<LearningProgramme>[];
  readonly premium: Inside<PupilPremiumPlus>[];
  readonly allowances: Inside<PersonalEducationAllowance>[];
}

const PURPOSES: Weighted<PupilPremiumPlus['purpose']> = [
  ['tuition', 4],
  ['mentoring', 2],
  ['emotional-support', 2],
  ['enrichment', 2],
  ['equipment', 1],
  ['transition', 1],
];

/** Pupil premium plus began in 2014; before it, from 2008, the personal education allowance. */
const PREMIUM_SINCE = 2015;
const ALLOWANCE = { since: 2009, until: 2012, mostPence: 50_000 };

export function supportOf(child: Child, random: Random, { start: from, end: until }: Years): YearOfSupport {
  const made: YearOfSupport = { tuition: [], equipment: [], programmes: [], premium: [], allowances: [] };
  for (let year = academicYearOf(from); year <= academicYearOf(until); year++) {
    const on = random.dayBetween(academicYear(year).start + 20, dayOf(year, 3, 20));
    if (on < from || on > until || !child.isLookedAfter(on) || !ofSchoolAge(child, on)) continue;
    const common = { child: child.id };
    const lasts = (start: Day, months: number) =>
      addMonths(start, months) <= until ? { end: addMonths(start, months) } : {};
    if (random.chance(0.2)) {
      const hoursPlanned = random.int(2, 6) * 5;
      made.tuition.push({
        ...common,
        subject: random.pick(['maths', 'english', 'reading']),
        start: on,
        ...lasts(on, 4),
        group: random.chance(0.2),
        hoursPlanned,
        hoursDelivered: Math.round(hoursPlanned * (0.7 + random.next() * 0.3)),
      });
    }
    if (random.chance(0.15)) made.equipment.push({ ...common, kind: 'laptop', issued: on, cost: 42_000 });
    const group = yearGroupOn(child, on);
    const kind = group >= 9 ? 'mentoring' : group >= 2 && group <= 8 ? 'reading' : undefined;
    if (kind && random.chance(0.12)) {
      made.programmes.push({
        ...common,
        kind,
        scheme: kind === 'mentoring' ? 'university-mentors' : 'caring-about-reading',
        ...(kind === 'mentoring' ? { mentor: `mentor-${random.int(1, 15)}` } : {}),
        start: on,
        ...lasts(on, 6),
        outcome: random.chance(0.7) ? 'improved' : 'unchanged',
      });
    }
    if (year >= PREMIUM_SINCE) {
      const amountAgreed = random.int(2, 10) * 10_000;
      const agreed = on + random.int(3, 20);
      made.premium.push({
        ...common,
        requested: on,
        purpose: random.weighted(PURPOSES),
        amountRequested: amountAgreed + random.int(0, 2) * 10_000,
        ...(agreed <= until
          ? { agreed, amountAgreed, amountSpent: Math.round(amountAgreed * (0.6 + random.next() * 0.4)) }
          : {}),
      });
    } else if (year >= ALLOWANCE.since && year <= ALLOWANCE.until) {
      const eligible = random.chance(0.7);
      const amount = random.int(10, ALLOWANCE.mostPence / 1000) * 1000;
      made.allowances.push({
        ...common,
        assessed: on,
        eligible,
        ...(eligible && random.chance(0.85)
          ? { allocated: on, amount, spent: Math.round(amount * random.next()), purpose: 'Tuition and books' }
          : {}),
      });
    }
  }
  return made;
}

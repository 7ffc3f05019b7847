import { addMonths, ageOn, birthday, type Day, financialYearOf } from '@cic/core';
import {
  AGE_AT_START,
  AGE_OF_UNACCOMPANIED,
  COME_BACK,
  DISABLED,
  ETHNICITY,
  ETHNICITY_OF_UNACCOMPANIED,
  PATHWAYS,
  type Pathway,
  SEX,
  SEX_OF_UNACCOMPANIED,
  TOGETHER,
  UNACCOMPANIED,
} from '../national.ts';
import type { Random, Weighted } from '../random/random.ts';

/** One period of care as it will be: a day to start, a day to cease, and how it goes. */
export interface PeriodOutline {
  readonly start: Day;
  readonly end: Day;
  readonly pathway: Pathway;
  /** Reason to cease, where it is given beforehand. */
  readonly reason?: string;
}

/** A child with the periods of care to come: enough to count a council's children, before any episode is written. */
export interface Outline {
  readonly random: Random;
  readonly born: Day;
  readonly sex: string;
  readonly ethnicity: string;
  readonly unaccompanied: boolean;
  readonly disabled: boolean;
  /** Position of the district in the council's list. */
  readonly district: number;
  /** Brothers and sisters who started on the same day have the same number. */
  readonly family: number;
  readonly periods: readonly PeriodOutline[];
}

const YEAR = 365.25;
const pathwayAt = (age: number, random: Random): Pathway =>
  random.weighted(PATHWAYS.find(([from]) => age >= from)![1]);

/** Mean days of stays that end at home: weeks, months, years. (p) */
const LENGTHS_BEFORE_HOME: Weighted<number> = [
  [45, 30],
  [220, 38],
  [1000, 32],
];

/** Days until a pathway ends of itself; the 18th birthday may come first. (p) */
function daysOf(pathway: Pathway, random: Random): number {
  switch (pathway) {
    case 'home':
      return 2 + random.exponential(random.weighted(LENGTHS_BEFORE_HOME));
    case 'guardianship':
      return Math.max(150, random.normal(520, 190));
    case 'adoption':
      return Math.max(420, random.normal(800, 190));
    case 'remand':
      return 5 + random.exponential(70);
    case 'elsewhere':
      return 20 + random.exponential(400);
    case 'until 18':
    case 'adoption reversed':
      // About a fifth of those meant to stay leave before 18, to family or guardians.
      return random.chance(0.22) ? 400 + random.exponential(1500) : Number.POSITIVE_INFINITY;
    case 'asylum':
      return random.chance(0.2) ? 14 + random.exponential(250) : Number.POSITIVE_INFINITY;
  }
}

/** Under 18 by so many days, nobody starts to be looked after in these careers. */
const LAST_START = 40;
const SHORTEST = 2;

/** Nobody ceases on 31 March itself: the checks of the return take such a child for one in care all year. */
const notOnYearEnd = (day: Day): Day => (financialYearOf(day) === financialYearOf(day + 1) ? day : day + 1);

/** The period that starts on a day, and every period after a return to care. */
export function periodsFrom(born: Day, start: Day, pathway: Pathway, random: Random): PeriodOutline[] {
  const adult = birthday(born, 18);
  const periods: PeriodOutline[] = [];
  let next: { start: Day; pathway: Pathway } | undefined = { start, pathway };
  while (next && periods.length < 3) {
    const ends = Math.round(next.start + daysOf(next.pathway, random));
    const end = Math.min(adult, notOnYearEnd(Math.max(next.start + SHORTEST, ends)));
    periods.push({ ...next, end });
    const mayReturn: boolean =
      next.pathway === 'home' || (next.pathway === 'guardianship' && random.chance(0.2));
    const back = end + 20 + Math.round(random.exponential(320));
    next =
      mayReturn && random.chance(COME_BACK) && back < adult - LAST_START
        ? { start: back, pathway: pathwayAt(ageOn(born, back), random) }
        : undefined;
    if (next?.pathway.startsWith('adoption')) next.pathway = 'guardianship';
  }
  return periods;
}

/** A birth date that makes a child so old on a day, and still {@link LAST_START} days short of 18. */
function bornFor([from, to]: readonly [number, number], on: Day, random: Random): Day {
  // A quarter of babies come into care within their first week. (p)
  if (to === 0 && random.chance(0.25)) return on - random.int(0, 7);
  const youngest = addMonths(on, -12 * from);
  const oldest = addMonths(on, -12 * (to + 1)) + 1 + (to === 17 ? LAST_START : 0);
  return random.dayBetween(oldest, youngest);
}

/** How old brothers and sisters who start together may be. */
const OLDEST_SIBLING = 15;

/** The child or family that starts on a day; `family` is its number. */
export function admitted(start: Day, family: number, districts: Weighted<number>, random: Random): Outline[] {
  const district = districts.length === 0 ? 0 : random.weighted(districts);
  if (random.chance(UNACCOMPANIED)) {
    const born = bornFor(random.weighted(AGE_OF_UNACCOMPANIED), start, random);
    return [
      {
        random: random.fork(0),
        born,
        sex: random.weighted(SEX_OF_UNACCOMPANIED),
        ethnicity: random.weighted(ETHNICITY_OF_UNACCOMPANIED),
        unaccompanied: true,
        disabled: random.chance(0.01),
        district,
        family,
        periods: periodsFrom(born, start, 'asylum', random),
      },
    ];
  }
  const eldest = bornFor(random.weighted(AGE_AT_START), start, random);
  const age = ageOn(eldest, start);
  const size = age <= OLDEST_SIBLING ? random.weighted(TOGETHER) : 1;
  const ethnicity = random.weighted(ETHNICITY);
  const family_: Outline[] = [];
  let led: Pathway | undefined;
  for (let i = 0; i < size; i++) {
    const born: Day = i === 0 ? eldest : bornFor(random.weighted(AGE_AT_START.slice(0, -1)), start, random);
    // Brothers and sisters are at least ten months apart (or twins, rarely, which are left out).
    if (i > 0 && family_.some((other) => Math.abs(other.born - born) < 300)) continue;
    const own = pathwayAt(ageOn(born, start), random);
    const pathway: Pathway = led === 'home' && random.chance(0.75) ? 'home' : own;
    led ??= pathway;
    family_.push({
      random: random.fork(i),
      born,
      sex: random.weighted(SEX),
      ethnicity,
      unaccompanied: false,
      disabled: random.chance(DISABLED + (start - born > 10 * YEAR ? 0.04 : 0)),
      district,
      family,
      periods: periodsFrom(born, start, pathway, random),
    });
  }
  return family_;
}

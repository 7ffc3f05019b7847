import { addYears, type Day, dayOf, OPEN } from '@cic/core';
import type { Random } from '@cic/synth';

/** A child who never existed, with one period of care. */
export interface Career {
  readonly id: string;
  readonly born: Day;
  readonly start: Day;
  readonly end: Day;
  sex: 'M' | 'F';
  ethnicity: 'WBRI' | 'MWBC' | 'APKN' | 'BCRB';
  /** Days of moves to other carers. */
  moves: Day[];
  /** The last move, or the start where there is none, is to adopters. */
  adopters?: Day;
  decided?: Day;
  readonly adopted?: true;
}

export const MARCH_2011: Day = dayOf(2011, 3, 31);
export const MARCH_2012: Day = dayOf(2012, 3, 31);
/** Last day that is known: the strategy describes the end of June 2012. */
export const JUNE_2012: Day = dayOf(2012, 6, 30);

export const isInCare = ({ start, end }: Career, on: Day): boolean => start <= on && end > on;
/** In care for the twelve months to a 31 March. */
export const isInCohort = ({ start, end }: Career, on: Day): boolean =>
  start <= addYears(on, -1) + 1 && end > on;

export function ageOn({ born }: Pick<Career, 'born'>, on: Day): number {
  let age = 0;
  while (addYears(born, age + 1) <= on) age++;
  return age;
}

interface Group {
  readonly count: number;
  readonly born: readonly [from: Day, to: Day];
  /** Days between which they started; a share may be early, for the cohorts of twelve months. */
  readonly start: readonly [from: Day, to: Day];
}

const EARLY = [dayOf(2006, 6, 1), dayOf(2010, 3, 20)] as const;
const BEFORE_COHORT = [dayOf(2006, 6, 1), dayOf(2011, 3, 25)] as const;
const LATE = [dayOf(2011, 4, 10), dayOf(2012, 3, 20)] as const;
const NEWEST = [dayOf(2012, 4, 5), dayOf(2012, 6, 20)] as const;

/**
 * The children in care at the end of June 2012: 29 under one, 88 of one to four, 101 of five to nine, 136 of ten to
 * fourteen, 122 older. Year groups that sat tests, and those in care for twelve months, have the sizes that the printed
 * percentages need.
 */
const STOCK: readonly Group[] = [
  {
    count: 22,
    born: [dayOf(2011, 7, 3), dayOf(2011, 12, 20)],
    start: [dayOf(2011, 7, 5), dayOf(2012, 1, 25)],
  },
  { count: 7, born: [dayOf(2011, 7, 3), dayOf(2012, 3, 20)], start: NEWEST },
  { count: 27, born: [dayOf(2008, 4, 5), dayOf(2011, 2, 20)], start: BEFORE_COHORT },
  { count: 41, born: [dayOf(2008, 4, 5), dayOf(2011, 6, 25)], start: LATE },
  { count: 10, born: [dayOf(2007, 7, 5), dayOf(2008, 3, 25)], start: EARLY },
  { count: 10, born: [dayOf(2007, 7, 5), dayOf(2008, 3, 25)], start: LATE },
  { count: 15, born: [dayOf(2006, 4, 5), dayOf(2007, 6, 25)], start: EARLY },
  { count: 77, born: [dayOf(2002, 7, 5), dayOf(2006, 3, 25)], start: BEFORE_COHORT },
  { count: 9, born: [dayOf(2002, 7, 5), dayOf(2006, 3, 25)], start: LATE },
  { count: 28, born: [dayOf(2000, 9, 3), dayOf(2001, 8, 28)], start: EARLY },
  { count: 26, born: [dayOf(1999, 9, 3), dayOf(2000, 8, 28)], start: EARLY },
  { count: 56, born: [dayOf(1997, 7, 5), dayOf(1999, 8, 28)], start: BEFORE_COHORT },
  { count: 26, born: [dayOf(1997, 7, 5), dayOf(1999, 8, 28)], start: LATE },
  { count: 37, born: [dayOf(1995, 9, 3), dayOf(1996, 8, 28)], start: EARLY },
  { count: 17, born: [dayOf(1995, 4, 5), dayOf(1995, 8, 28)], start: EARLY },
  { count: 18, born: [dayOf(1994, 9, 3), dayOf(1995, 3, 28)], start: EARLY },
  { count: 27, born: [dayOf(1996, 9, 3), dayOf(1997, 6, 25)], start: LATE },
  { count: 13, born: [dayOf(1996, 9, 3), dayOf(1997, 6, 25)], start: NEWEST },
  { count: 10, born: [dayOf(1994, 7, 5), dayOf(1994, 8, 28)], start: EARLY },
];

/** Children adopted, by collection year of the order, sex and age at the order. */
const ADOPTED: readonly {
  readonly year: number;
  readonly ages: readonly [from: number, to: number];
  readonly girls: number;
  readonly boys: number;
}[] = [
  { year: 2010, ages: [1, 4], girls: 20, boys: 21 },
  { year: 2011, ages: [1, 4], girls: 14, boys: 15 },
  { year: 2012, ages: [1, 3], girls: 9, boys: 6 },
  { year: 2012, ages: [4, 6], girls: 10, boys: 7 },
  { year: 2012, ages: [7, 10], girls: 5, boys: 3 },
];

/** Of those adopted in a year, how many were placed within twelve months of the decision. */
const IN_TIME: Readonly<Record<number, number>> = { 2010: 30, 2011: 22, 2012: 12 };

/** Care leavers by the year in which they turned nineteen. */
const LEAVERS: Readonly<Record<number, number>> = { 2011: 26, 2012: 35 };

/** Children who went home in the year to March 2012. */
const WENT_HOME = 86;

/** All careers; the same for the same stream. */
export function careersOf(random: Random): Career[] {
  const careers: Career[] = [];
  const add = (facts: Pick<Career, 'born' | 'start' | 'end'> & Partial<Career>): void => {
    careers.push({
      id: `SYN${String(careers.length + 1).padStart(6, '0')}`,
      sex: random.chance(0.58) ? 'M' : 'F',
      ethnicity: 'WBRI',
      moves: [],
      ...facts,
    });
  };
  for (const {
    count,
    born: [from, to],
    start,
  } of STOCK) {
    for (let i = 0; i < count; i++) {
      const born = random.int(from, to);
      add({ born, start: random.int(Math.max(born + 2, start[0]), Math.max(born + 3, start[1])), end: OPEN });
    }
  }
  const already = new Map<number, number>();
  for (const { year, ages, girls, boys } of ADOPTED) {
    for (let i = 0; i < girls + boys; i++) {
      const nth = already.get(year) ?? 0;
      already.set(year, nth + 1);
      const end = random.int(dayOf(year - 1, 4, 20), dayOf(year, 3, 20));
      const inTime = nth < IN_TIME[year]!;
      const age = random.int(inTime ? ages[0] : Math.max(2, ages[0]), ages[1]);
      const born = random.int(addYears(end, -age - 1) + 5, addYears(end, -age) - 5);
      const start = Math.max(born + 3, end - random.int(900, 1100));
      const adopters = end - random.int(150, 200);
      const waited = inTime ? random.int(40, 120) : random.int(375, 420);
      const decided = Math.max(start + 1, adopters - waited);
      add({ born, start, end, adopters, decided, adopted: true, sex: i < girls ? 'F' : 'M' });
    }
  }
  for (const [year, count] of Object.entries(LEAVERS)) {
    for (let i = 0; i < count; i++) {
      const born = random.int(dayOf(Number(year) - 20, 4, 3), dayOf(Number(year) - 19, 3, 28));
      add({ born, start: random.int(addYears(born, 12), addYears(born, 15)), end: addYears(born, 18) });
    }
  }
  for (let i = 0; i < WENT_HOME; i++) {
    const start = random.int(dayOf(2010, 4, 10), dayOf(2011, 3, 20));
    add({
      born: start - random.int(500, 5200),
      start,
      end: random.int(dayOf(2011, 4, 10), dayOf(2012, 3, 20)),
    });
  }
  return careers;
}

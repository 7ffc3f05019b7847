import { addYears, type Day, dayOf, OPEN } from '@cic/core';
import type { Random } from '@cic/synth';
import { COHORTS, groupsOf } from './plan.ts';

/** A child who never existed, with one period of care. */
export interface Career {
  readonly id: string;
  readonly born: Day;
  readonly sex: 'M' | 'F';
  readonly ethnicity: 'WBRI' | 'AIND' | 'BAFR' | 'MWBC';
  readonly unaccompanied: boolean;
  readonly start: Day;
  /** OPEN while in care. */
  end: Day;
  /** Day of the one move to other carers, where there is one. */
  moved?: Day;
}

/** Last day that is known: the report's own. */
export const REPORTED: Day = dayOf(2008, 10, 31);

export const septemberOf = (year: number): Day => dayOf(year, 9, 30);

/** School year group in the school year just past on 30 September of a year. Nobody here is born in September. */
export const groupAt = ({ born }: Pick<Career, 'born'>, year: number): number =>
  Math.floor((septemberOf(year) - born) / 365.25) - 5;

/** Born so that on 30 September of the year the school year just past was that of the group. */
const bornFor = (group: number, year: number, random: Random): Day =>
  random.int(dayOf(year - group - 6, 10, 1), dayOf(year - group - 5, 8, 28));

interface Made {
  readonly careers: Career[];
  readonly random: Random;
}

const nextId = (careers: readonly Career[]): string => `SYN${String(careers.length + 1).padStart(6, '0')}`;

export function addCareer(
  { careers, random }: Made,
  facts: Pick<Career, 'born' | 'start'> & Partial<Career>,
): Career {
  const career: Career = {
    id: nextId(careers),
    sex: random.chance(0.56) ? 'M' : 'F',
    ethnicity: random.weighted([
      ['WBRI', 84],
      ['AIND', 6],
      ['BAFR', 4],
      ['MWBC', 6],
    ]),
    unaccompanied: false,
    end: OPEN,
    ...facts,
  };
  careers.push(career);
  return career;
}

/** Those of a cohort who are in the next one too; everybody else leaves in between. */
function goOn(members: readonly Career[], year: number, random: Random): Career[] {
  const wanted = new Map(groupsOf(COHORTS.find((one) => one.year === year + 1)!));
  const staying: Career[] = [];
  for (const career of random.shuffled([...members])) {
    const group = groupAt(career, year) + 1;
    const places = wanted.get(group) ?? 0;
    const stays = places > 0 && random.chance(0.85);
    if (stays) {
      wanted.set(group, places - 1);
      staying.push(career);
    } else {
      const eighteen = addYears(career.born, 18);
      career.end = Math.min(random.int(dayOf(year, 11, 3), dayOf(year + 1, 9, 25)), eighteen);
    }
  }
  return staying;
}

/** Fills a cohort's groups up with children who started in the year before, or earlier for the first cohort. */
function fillUp(made: Made, members: Career[], year: number, first: boolean): void {
  const { random } = made;
  const there = new Map<number, number>();
  for (const career of members) {
    const group = groupAt(career, year);
    there.set(group, (there.get(group) ?? 0) + 1);
  }
  for (const [group, wanted] of groupsOf(COHORTS.find((one) => one.year === year)!)) {
    for (let i = there.get(group) ?? 0; i < wanted; i++) {
      const born = bornFor(group, year, random);
      const earliest = first ? dayOf(year - 5, 10, 2) : dayOf(year - 2, 10, 3);
      members.push(
        addCareer(made, { born, start: random.int(Math.max(born, earliest), dayOf(year - 1, 9, 30)) }),
      );
    }
  }
}

/** Careers whose cohorts have, year by year, the sizes and ages of the plan; members of each by year. */
export function cohortCareers(made: Made): ReadonlyMap<number, readonly Career[]> {
  const cohorts = new Map<number, readonly Career[]>();
  let members: Career[] = [];
  for (const [i, { year }] of COHORTS.entries()) {
    if (i > 0) members = goOn(members, year - 1, made.random);
    fillUp(made, members, year, i === 0);
    cohorts.set(year, [...members]);
  }
  return cohorts;
}

/** As printed in the text: in care on the day of the report, and in Year 11 then. */
const IN_CARE = 308;
const YEAR_11 = 47;
const YEAR_11_UNACCOMPANIED = 12;

const inCare = ({ start, end }: Career): boolean => start <= REPORTED && end > REPORTED;

/** Children who came within the last year: outside every cohort, and in care on the day of the report. */
export function latestEntrants(made: Made): void {
  const { careers, random } = made;
  for (const career of careers) {
    const eighteen = addYears(career.born, 18);
    if (career.end === OPEN && eighteen <= REPORTED) career.end = eighteen;
  }
  const start = () => random.int(dayOf(2007, 10, 3), dayOf(2008, 10, 20));
  const year11 = careers.filter((one) => inCare(one) && groupAt(one, 2008) === 10).length;
  for (let i = 0; i < YEAR_11 - year11; i++) {
    const unaccompanied = i < YEAR_11_UNACCOMPANIED;
    const facts = { born: bornFor(10, 2008, random), start: start(), unaccompanied };
    addCareer(made, unaccompanied ? { ...facts, ethnicity: 'BAFR', sex: 'M' } : facts);
  }
  while (careers.filter(inCare).length < IN_CARE) {
    const group = random.weighted([
      [random.int(-3, 3), 3],
      [random.int(4, 7), 3],
      [random.int(8, 9), 4],
      [11, 2],
    ]);
    addCareer(made, { born: bornFor(group, 2008, random), start: start() });
  }
}

/** Formerly unaccompanied care leavers, as printed: in care for less than a year, and gone at eighteen. */
export function unaccompaniedLeavers(made: Made, wanted: number): void {
  const { random } = made;
  for (let i = 0; i < wanted; i++) {
    const year = 2006 + (i % 3);
    const born = random.int(dayOf(year - 18, 3, 1), dayOf(year - 18, 8, 28));
    addCareer(made, {
      born,
      start: random.int(dayOf(year - 1, 10, 10), dayOf(year - 1, 11, 20)),
      end: addYears(born, 18),
      unaccompanied: true,
      ethnicity: 'BAFR',
      sex: 'M',
    });
  }
}

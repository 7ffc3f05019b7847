import { ageOn } from '@cic/core';
import type { Random } from '../random/random.ts';
import { type Career, type Cell, type Column, variablesOf } from './columns.ts';
import type { Categories, Marginals } from './marginals.ts';
import type { Program } from './program.ts';

/** Reasons that need an age, first and last (rules 386, 387, 389, 460); the rest is for anybody under 18, or at 18. */
const AGES_OF_REASON: Readonly<Record<string, readonly [number, number]>> = {
  E11: [0, 17],
  E12: [0, 17],
  E43: [0, 17],
  E44: [0, 17],
  E45: [0, 17],
  E46: [0, 17],
  E47: [0, 17],
  E48: [0, 17],
  E41: [0, 17],
  E5: [14, 18],
  E6: [14, 18],
  E7: [16, 18],
  E9: [10, 18],
  E14: [10, 18],
  E15: [13, 18],
  E17: [18, 18],
};
/** Ages at which a reason is usual: others are possible, but not wanted. */
const USUAL_AGES: Readonly<Record<string, readonly [number, number]>> = {
  E11: [0, 9],
  E12: [0, 9],
  E5: [16, 18],
  E6: [16, 18],
  E9: [14, 17],
  E14: [12, 17],
  E4A: [0, 17],
  E4B: [0, 17],
  E13: [0, 17],
  E15: [15, 17],
};

const within = (ages: readonly [number, number] | undefined, age: number): boolean =>
  !ages || (age >= ages[0] && age <= ages[1]);

/** Reasons that tables leave out. */
const OTHER_REASON = '';

/** What it costs to leave a reason out where the tables list what would stand for it: less than a miss. */
const LEFT_OUT = 400;

/** Less than ages and numbers, more than times in care: see the weights of the skeleton. */
const WEIGHT = 6;

/** How many of an age cease for a reason, as a variable. */
export interface ReasonColumn {
  readonly year: number;
  readonly age: number;
  readonly reason: string;
  readonly variable: number;
}

/** Variables for who of an age ceases for which reason, bound to the careers that end at that age. */
export function addReasons(
  { year, ceased }: Marginals['years'][number],
  columns: readonly Column[],
  categories: Categories,
  program: Program<Cell>,
): ReasonColumn[] {
  if (!ceased?.reason) return [];
  const made: ReasonColumn[] = [];
  const reasons = [...Object.keys(ceased.reason), OTHER_REASON];
  const listed = categories.reason('E8') in ceased.reason;
  for (let age = 0; age <= 18; age++) {
    const ends = columns.filter(({ end, timing }) => end === year && timing.ageAtEnd === age);
    if (ends.length === 0) continue;
    const own: number[] = [];
    for (const reason of reasons) {
      const codes = reason === OTHER_REASON ? ['E8'] : categories.codesOf.reason(reason);
      if (!codes.some((code) => within(AGES_OF_REASON[code], age))) continue;
      const usual = codes.some((code) => within(USUAL_AGES[code] ?? AGES_OF_REASON[code], age));
      const dear = reason === OTHER_REASON && listed;
      const variable = program.variable(Number.POSITIVE_INFINITY, dear ? LEFT_OUT : usual ? 0 : 3);
      own.push(variable);
      made.push({ year, age, reason, variable });
    }
    program.balance(own, variablesOf(ends));
  }
  for (const [category, wanted] of Object.entries(ceased.reason)) {
    const variables = made.filter(({ reason }) => reason === category).map(({ variable }) => variable);
    program.wish({ year, table: 'ceased by reason', category }, variables, wanted, WEIGHT);
  }
  return made;
}

/** Adoption and guardianship take time: they go to the longest careers of an age, remand and home to the shortest first. */
const slowFirst = (a: string, b: string): number => speed(b) - speed(a);
const speed = (reason: string): number =>
  /adopt|^E1[12]$/i.test(reason) ? 2 : /guardian|^E4[3-8]$/i.test(reason) ? 1 : 0;

/** Deals the reasons of each year and age out to the careers that end so. */
export function withReasons(
  careers: readonly Career[],
  reasons: readonly (readonly ReasonColumn[])[],
  value: (variable: number) => number,
  random: Random,
): Career[] {
  const hands = new Map<string, string[]>();
  for (const { year, age, reason, variable } of reasons.flat()) {
    const key = `${year}|${age}`;
    const hand = hands.get(key) ?? [];
    hand.push(...new Array<string>(value(variable)).fill(reason));
    hands.set(key, hand);
  }
  for (const [key, hand] of hands) hands.set(key, random.shuffled(hand).sort(slowFirst));
  const lengths = careers.map(({ startDay, endDay }) => (endDay ?? startDay) - startDay);
  const order = careers.map((_, i) => i).sort((a, b) => lengths[b]! - lengths[a]!);
  const dealt = [...careers];
  for (const i of order) {
    const career = careers[i]!;
    if (career.end === undefined) continue;
    const reason = hands.get(`${career.end}|${ageOn(career.born, career.endDay!)}`)?.shift();
    if (reason !== undefined && reason !== OTHER_REASON) dealt[i] = { ...career, reason };
  }
  return dealt;
}

import { addYears, birthday, type Day, dayOf } from '@cic/core';
import type { Random } from '../random/random.ts';
import type { Categories } from './marginals.ts';

/**
 * A year is cut into slots of fifteen days. A career's start, its end and the child's birthday stand in three slots; what
 * matters of them is only which age and which time in care comes out.
 */
const SLOTS = 24;
const SLOT_DAYS = 15;
/** Days within a slot that keep clear of its edges, so that a leap day changes nothing. */
const FIRST_DAY = 1;
const LAST_DAY = 13;

/** A career in whole years: the financial years (by their end) of birth, start and end; no end while it lasts. */
export interface CareerYears {
  readonly birth: number;
  readonly start: number;
  readonly end?: number;
}

/** One way of timing a career within its years. */
export interface Timing {
  readonly ageAtStart: number;
  /** 18 on the birthday itself; undefined while care lasts. */
  readonly ageAtEnd?: number;
  readonly duration?: string;
  /** Slots of start, end and birthday that come out so, as one number. */
  readonly slots: readonly number[];
}

const ADULT = 18;

/** The time in care, where every day of both slots gives the same. */
function durationOf(years: number, start: number, end: number, categories: Categories): string | undefined {
  const from = dayOf(2001, 4, 1) + start * SLOT_DAYS;
  const to = addYears(dayOf(2001, 4, 1), years) + end * SLOT_DAYS;
  const shortest = categories.durationBand(from + LAST_DAY + 2, to + FIRST_DAY - 2);
  return shortest === categories.durationBand(from + FIRST_DAY - 2, to + LAST_DAY + 2) ? shortest : undefined;
}

export const timingKey = ({ ageAtStart, ageAtEnd, duration }: Omit<Timing, 'slots'>): string =>
  `${ageAtStart}|${ageAtEnd ?? ''}|${duration ?? ''}`;

/**
 * Every way of timing a career: ages at its start and end, and the time in care. Nobody starts at 18 or stays beyond the
 * 18th birthday.
 */
export function timingsOf(career: CareerYears, categories: Categories): Timing[] {
  const { birth, start, end } = career;
  const found = new Map<string, Timing & { slots: number[] }>();
  const add = (s: number, e: number, b: number, timing: Omit<Timing, 'slots'>) => {
    const key = timingKey(timing);
    const known = found.get(key);
    const slots = (s * SLOTS + e) * SLOTS + b;
    if (known) known.slots.push(slots);
    else found.set(key, { ...timing, slots: [slots] });
  };
  for (let s = 0; s < SLOTS; s++) {
    for (let e = 0; e < (end === undefined ? 1 : SLOTS); e++) {
      const duration = end === undefined ? undefined : durationOf(end - start, s, e, categories);
      if (end !== undefined && (duration === undefined || e === s || (end === start && e < s))) continue;
      for (let b = 0; b < SLOTS; b++) {
        if (b === s || (birth === start && s < b)) continue;
        const ageAtStart = start - birth - (s > b ? 0 : 1);
        if (ageAtStart >= ADULT) continue;
        if (end === undefined) {
          add(s, e, b, { ageAtStart });
          continue;
        }
        const ageAtEnd = end - birth - (e >= b ? 0 : 1);
        // Only the 18th birthday itself is a day on which both fall into one slot.
        if (ageAtEnd > ADULT || (ageAtEnd === ADULT) !== (e === b)) continue;
        add(s, e, b, { ageAtStart, ageAtEnd, duration: duration! });
      }
    }
  }
  return [...found.values()];
}

/** The days of a career that is timed so. */
export function daysOf(
  { birth, start, end }: CareerYears,
  { slots, ageAtEnd }: Timing,
  random: Random,
): { born: Day; start: Day; end?: Day } {
  const picked = random.pick(slots);
  const b = picked % SLOTS;
  const e = Math.floor(picked / SLOTS) % SLOTS;
  const s = Math.floor(picked / SLOTS / SLOTS);
  const within = (year: number, slot: number): Day =>
    dayOf(year - 1, 4, 1) + slot * SLOT_DAYS + random.int(FIRST_DAY, LAST_DAY);
  const born = within(birth, b);
  const days = { born, start: within(start, s) };
  if (end === undefined) return days;
  return { ...days, end: ageAtEnd === ADULT ? birthday(born, ADULT) : within(end, e) };
}

/** The ways of timing careers, worked out once for each distance between birth, start and end. */
export function timings(categories: Categories): (career: CareerYears) => readonly Timing[] {
  const known = new Map<string, readonly Timing[]>();
  return (career) => {
    const { birth, start, end } = career;
    const key = `${start - birth}|${end === undefined ? '' : end - start}`;
    let made = known.get(key);
    if (!made) {
      made = timingsOf(career, categories);
      known.set(key, made);
    }
    return made;
  };
}

import { birthday, type Child, careLeaverOn, type Day, dayOf, type Inside, yearEnd } from '@cic/core';
import {
  type CareLeaverAccommodationCode,
  type CareLeaverActivityCode,
  type CareLeaverContact,
  careLeaverContact,
} from '@cic/core/records';
import type { Random, Weighted } from '../random/random.ts';
import { partPerChild } from './part.ts';

/** (c) and (p): about six in ten in education, employment or training at 17 and 18, a little over half from 19 on. */
const activity = (age: number, on: Day): Weighted<CareLeaverActivityCode> => {
  const split = on >= APPRENTICESHIPS_SINCE;
  return [
    ['F1', age >= 18 ? 7 : 0],
    ['F2', age < 19 ? 38 : 16],
    ['P2', 3],
    [split ? 'F5' : 'F3', age < 19 ? 10 : 22],
    [split ? 'P5' : 'P3', 5],
    ['F4', split ? 3 : 0],
    ['G4', 10],
    ['G5', 22],
    ['G6', 5],
  ];
};

/** The codes for apprenticeships came in with collection year 2022. */
const APPRENTICESHIPS_SINCE = dayOf(2021, 4, 1);

/** (c) and (p); foyers for those who were 18 all year, staying put from 18 (rules 347 and 3001). */
const accommodation = (age: number): Weighted<CareLeaverAccommodationCode> => [
  ['B1', age < 18 ? 45 : 12],
  ['B2', 2],
  ['C1', 3],
  ['D1', age < 19 ? 28 : 14],
  ['E1', 4],
  ['K1', 2],
  ['S2', 1],
  ['T1', age >= 19 ? 5 : 0],
  ['U1', age >= 18 ? 30 : 5],
  ['U2', age >= 18 ? 2 : 0],
  ['V2', 0.6],
  ['W2', 0.4],
  ['X2', age >= 18 ? 3 : 1],
  ['Y1', 4],
  ['Z1', age >= 18 ? (age < 20 ? 22 : 8) : 0],
];

/** Whether the council was in touch, at 17 to 21. (p) */
const IN_TOUCH: Weighted<NonNullable<CareLeaverContact['inTouch']>> = [
  ['YES', 92],
  ['NO', 4],
  ['REFU', 2],
  ['NREQ', 0.6],
  ['RHOM', 1.2],
  ['DIED', 0.2],
];

/** Codes under which nothing more is asked (rule 344). */
const NOTHING_KNOWN = new Set(['DIED', 'RHOM']);
const KNOWN_FROM_OTHERS = 0.4;

/** Whoever was in care on the 17th or 18th birthday, or came back in that year, is asked about from the next one on (rules 1007, 1016). */
const asked = (child: Child, age: number, on: Day): boolean =>
  careLeaverOn(child, on) &&
  !(age <= 18 && child.episodes.some(({ start, end }) => end >= on && start <= yearEnd(on)));

function contact(
  child: Child,
  age: number,
  on: Day,
  died: boolean,
  random: Random,
): Inside<CareLeaverContact> {
  const inTouch = died ? 'DIED' : random.weighted(IN_TOUCH);
  const unknown = NOTHING_KNOWN.has(inTouch) || (inTouch !== 'YES' && !random.chance(KNOWN_FROM_OTHERS));
  return {
    child: child.id,
    asAt: on,
    inTouch,
    activity: unknown ? '0' : random.weighted(activity(age, on)),
    accommodation: unknown ? '0' : random.weighted(accommodation(age)),
  };
}

/** What the council knew of each care leaver on or around the 17th to the 21st birthday. Source: cohorts section 6. */
export const careLeavers = partPerChild(
  'care-leavers',
  careLeaverContact,
  function* (child, random, { from, until }) {
    let died = false;
    for (let age = 17; age <= 21; age++) {
      const on = birthday(child.born, age);
      if (on < from - 365 || on > until || !asked(child, age, on)) continue;
      const made = contact(child, age, on, died, random.fork(age));
      died = made.inTouch === 'DIED';
      yield made;
    }
  },
);

import { addMonths, addWorkingDays, type Child, type Day } from '@cic/core';
import { type KindOfReviewCode, type ParticipationInReviewCode, review } from '@cic/core/records';
import type { Random, Weighted } from '../random/random.ts';
import { partPerChild } from './part.ts';

/** How children take part, from four on and from eleven on. (p) */
const PARTICIPATION: Weighted<ParticipationInReviewCode> = [
  ['PN1', 30],
  ['PN2', 4],
  ['PN3', 8],
  ['PN4', 3],
  ['PN5', 12],
  ['PN6', 36],
  ['PN7', 7],
];
const PARTICIPATION_OF_OLDER: Weighted<ParticipationInReviewCode> = [
  ['PN1', 52],
  ['PN2', 3],
  ['PN3', 2],
  ['PN4', 2],
  ['PN5', 8],
  ['PN6', 24],
  ['PN7', 9],
];

/** Reviews held in time. (p) */
const ON_TIME = 0.96;
const FIRST_REVIEW_WORKING_DAYS = 20;

function participation(child: Child, held: Day, random: Random): ParticipationInReviewCode {
  const age = child.ageOn(held);
  if (age < 4) return 'PN0';
  return random.weighted(age < 11 ? PARTICIPATION : PARTICIPATION_OF_OLDER);
}

const KINDS: readonly KindOfReviewCode[] = ['first', 'second'];

/**
 * Statutory reviews: the first within 20 working days, the second within three months, later ones within six; a few held
 * late. Source: Care Planning, Placement and Case Review (England) Regulations 2010, reg. 33.
 */
export const reviews = partPerChild('reviews', review, function* (child, random, { from, until }) {
  const earliest = from - 365;
  for (const care of child.periodsOfCare) {
    let due = addWorkingDays(care.start, FIRST_REVIEW_WORKING_DAYS);
    for (let number = 0; ; number++) {
      const late = !random.chance(ON_TIME);
      const held = late ? due + random.int(1, 21) : due - random.int(0, number === 0 ? 8 : 24);
      if (held >= care.end || held > until) break;
      if (held >= earliest) {
        yield {
          child: child.id,
          kind: KINDS[number] ?? 'subsequent',
          due,
          held,
          participation: participation(child, held, random),
        };
      }
      due = addMonths(held, number === 0 ? 3 : 6);
    }
  }
});

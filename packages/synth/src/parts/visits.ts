import { addMonths, addYears, type Day, type Inside } from '@cic/core';
import { type Visit, visit } from '@cic/core/records';
import type { Random } from '../random/random.ts';
import { partPerChild } from './part.ts';

/** Foster placements meant to last: visits may be three months apart after a year. */
const LASTS = /^U[14]$/;
const FIRST_VISIT_DAYS = 7;
const VISIT_DAYS = 42;

/** Visits made in time. (p) */
const ON_TIME = 0.92;

const heldBy = (due: Day, after: Day, random: Random): Day =>
  random.chance(ON_TIME) ? Math.max(after + 1, due - random.int(0, 9)) : due + random.int(1, 14);

/**
 * Social workers' visits: within a week of each placement, then every six weeks, and every three months after a year in a
 * lasting one. Source: Care Planning, Placement and Case Review (England) Regulations 2010, reg. 28.
 */
export const visits = partPerChild('visits', visit, function* (child, random, { from, until }): Generator<
  Inside<Visit>
> {
  for (const placement of child.placements) {
    const lasting = LASTS.test(placement.lastEpisode.placementType);
    const settled = addYears(placement.start, 1);
    let due = placement.start + FIRST_VISIT_DAYS;
    let last = placement.start - 1;
    for (;;) {
      const held = heldBy(due, last, random);
      if (held >= placement.end || held > until) break;
      const alone = child.ageOn(held) >= 4 && random.chance(0.85);
      if (held >= from) {
        yield {
          child: child.id,
          due,
          held,
          visitorRole: 'social-worker',
          seen: true,
          seenAlone: alone,
          place: random.chance(0.85) ? 'placement' : 'school',
        };
      }
      last = held;
      due = lasting && held >= settled ? addMonths(held, 3) : held + VISIT_DAYS;
    }
  }
});

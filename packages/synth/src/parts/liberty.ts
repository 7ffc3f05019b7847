import { type Inside, OPEN } from '@cic/core';
import { type DeprivationOfLiberty, deprivationOfLiberty } from '@cic/core/records';
import { partPerChild } from './part.ts';

/** Of stays in a children's home at eleven or over, those under an order that the child may be deprived of liberty. (p) */
const UNDER_AN_ORDER = 0.03;
const SHORTEST = 21;
const LONGEST = 84;

/** Orders of the High Court, each within one stay in a children's home (rules 707 and 709). */
export const liberty = partPerChild(
  'liberty',
  deprivationOfLiberty,
  function* (child, random, { from, until }): Generator<Inside<DeprivationOfLiberty>> {
    for (const episode of child.episodes) {
      const mayBe = episode.placementType === 'K2' && child.ageOn(episode.start) >= 11;
      if (!mayBe || !random.chance(UNDER_AN_ORDER)) continue;
      const start = episode.start + random.int(3, 30);
      const end = start + random.int(SHORTEST, LONGEST);
      if (end < from || start > until || (episode.end !== OPEN && end >= episode.end)) continue;
      yield { child: child.id, start, ...(end <= until ? { end } : {}) };
    }
  },
);

import { addMonths, type Inside } from '@cic/core';
import { type PreviousPermanence, type PreviousPermanenceCode, previousPermanence } from '@cic/core/records';
import type { Weighted } from '../random/random.ts';
import { partPerChild } from './part.ts';

/** Permanence options that children had left before they first came into care. (p) */
const BEFORE: Weighted<PreviousPermanenceCode> = [
  ['Z1', 94],
  ['P1', 1.5],
  ['P2', 2.5],
  ['P3', 1.5],
  ['P4', 0.5],
];

/** Permanence by the way a period of care before ended. */
const AFTER: Readonly<Record<string, PreviousPermanenceCode>> = {
  E41: 'P3',
  E43: 'P2',
  E44: 'P2',
  E45: 'P2',
  E46: 'P2',
  E47: 'P2',
  E48: 'P2',
};

/** Not known which authority. */
const UNKNOWN_AUTHORITY = '999';

/** The permanence option left before care began: one record a child, of the latest start (rules 630 to 635). */
export const previousPermanences = partPerChild(
  'previous-permanence',
  previousPermanence,
  function* (child, random): Generator<Inside<PreviousPermanence>> {
    const starts = child.episodes.filter(({ reasonNewEpisode }) => reasonNewEpisode === 'S');
    if (starts.length === 0) return;
    const ended = child.periodsOfCare.at(-2)?.lastEpisode;
    const kind = ended && AFTER[ended.reasonEpisodeCeased];
    if (kind && ended) {
      yield { child: child.id, kind, arrangedBy: UNKNOWN_AUTHORITY, ended: ended.end };
      return;
    }
    const before = random.weighted(BEFORE);
    const first = starts[0]!.start;
    const oldest = child.born + 90;
    if (before === 'Z1' || first - oldest < 200) yield { child: child.id, kind: 'Z1' };
    else {
      const order = random.dayBetween(oldest, addMonths(first, -3));
      yield { child: child.id, kind: before, arrangedBy: UNKNOWN_AUTHORITY, ended: order };
    }
  },
);

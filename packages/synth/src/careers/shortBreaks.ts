import { type Day, type EpisodeInput, OPEN } from '@cic/core';
import type { Random } from '../random/random.ts';

/** Days of one break at most, and of all breaks in a year (rules 365 and 367). */
const LONGEST_BREAK = 7;

/**
 * A series of short breaks: either the agreement alone (V4) or each break as an episode of its own (V3). No postcodes and
 * no URN (rules 214 and 398), which leaves a residential care home as the placement.
 */
export function shortBreaks(
  child: string,
  start: Day,
  end: Day,
  lastDay: Day,
  random: Random,
  into: EpisodeInput[],
): void {
  const episode = (from: Day, to: Day, legalStatus: string, reason: string): EpisodeInput => ({
    child,
    start: from,
    end: to <= lastDay ? to : OPEN,
    legalStatus,
    categoryOfNeed: 'N2',
    placementType: 'R1',
    placementProvider: provider,
    reasonNewEpisode: 'S',
    reasonEpisodeCeased: to <= lastDay ? reason : '',
    reasonPlacementChange: '',
    homePostcode: '',
    placementPostcode: '',
    urn: '',
    placementLocation: '',
    placementDistance: Number.NaN,
  });
  const provider = random.chance(0.5) ? 'PR4' : 'PR3';
  if (random.chance(0.7)) {
    into.push(episode(start, end, 'V4', random.chance(0.8) ? 'E4A' : 'E8'));
    return;
  }
  for (let from = start; from <= Math.min(end, lastDay); ) {
    const days = random.int(1, LONGEST_BREAK);
    into.push(episode(from, from + days, 'V3', 'E4A'));
    from += days + random.int(24, 60);
  }
}

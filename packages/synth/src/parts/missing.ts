import type { Inside } from '@cic/core';
import { type MissingEpisode, missingEpisode } from '@cic/core/records';
import { partPerChild } from './part.ts';

/**
 * Of children of these ages, those who go missing at some time while in care, and how often a year they then do. About one
 * in nine of all children in care in a year, six or seven times each. Source: national sources (c).
 */
const GO_MISSING: readonly (readonly [fromAge: number, share: number])[] = [
  [16, 0.3],
  [13, 0.2],
  [11, 0.06],
  [0, 0],
];
const DAYS_BETWEEN = 55;
const AWAY = 0.2;

/** Spells of being missing or away, each within one episode, so that no placement ends meanwhile (rules 575 and 577). */
export const missingEpisodes = partPerChild(
  'missing',
  missingEpisode,
  function* (child, random, { from, until }): Generator<Inside<MissingEpisode>> {
    for (const episode of child.episodes) {
      if (episode.shortBreak || episode.end < from) continue;
      const firstDay = Math.max(episode.start, from - 365);
      const age = child.ageOn(firstDay);
      const older = child.ageOn(Math.min(episode.end, until));
      const share = GO_MISSING.find(([least]) => Math.max(age, older - 1) >= least)![1];
      if (!random.chance(share)) continue;
      const last = Math.min(episode.end, until + 1);
      let at = firstDay + 1 + Math.round(random.exponential(DAYS_BETWEEN));
      while (at < last) {
        const days = random.chance(0.8) ? random.int(0, 2) : random.int(3, 14);
        // The end must come before the episode's own, and before the 18th birthday.
        const end = at + days;
        if (end >= episode.end) break;
        if (child.ageOn(at) >= 10) {
          yield {
            child: child.id,
            kind: random.chance(AWAY) ? 'A' : 'M',
            start: at,
            ...(end <= until ? { end } : {}),
          };
        }
        at = end + 1 + Math.round(random.exponential(DAYS_BETWEEN));
      }
    }
  },
);

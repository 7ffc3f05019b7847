import { type Child, type Day, type Inside, OPEN, oncePerChild } from '@cic/core';
import { missingEpisode } from '@cic/core/records';
import { type MissingIncident, missingIncident } from '../generated/records.ts';

/** Where a fact stands: in this plugin's own records, in the statutory return, or in both. */
export type Source = 'register' | 'return' | 'both';

/** A time a child was missing (M) or away without authorisation (A), from whichever source knows of it. */
export interface Missing {
  readonly kind: 'M' | 'A';
  readonly from: 'care' | 'home' | 'education';
  readonly start: Day;
  /** The day the child came back; OPEN while missing. */
  readonly end: Day;
  readonly source: Source;
  /** The register's record, where there is one. */
  readonly incident?: Inside<MissingIncident>;
}

/** A day of difference between two recordings of one episode is no second episode. */
const SLACK = 1;

const touch = (a: { start: Day; end: Day }, b: { start: Day; end: Day }): boolean =>
  a.start <= b.end + SLACK && b.start <= a.end + SLACK;

/**
 * Everything known of a child's missing and away episodes, in order of start. The register's record wins; an episode of
 * the statutory return that the register knows (same kind, overlapping or a day apart) is not counted again, any other
 * is taken from the return.
 */
export const missingOf: (child: Child) => readonly Missing[] = oncePerChild((child) => {
  const incidents = child.records(missingIncident);
  const returned = child.records(missingEpisode);
  const known = returned.map((episode) => ({ ...episode, end: episode.end ?? OPEN }));
  const own = incidents.map((incident): Missing => {
    const { kind, from = 'care', start, end = OPEN } = incident;
    const same = known.some((episode) => episode.kind === kind && touch(episode, { start, end }));
    return { kind, from, start, end, source: same ? 'both' : 'register', incident };
  });
  const others = known
    .filter((episode) => !own.some((one) => one.kind === episode.kind && touch(one, episode)))
    .map(({ kind, start, end }): Missing => ({ kind, from: 'care', start, end, source: 'return' }));
  return others.length === 0 ? own : [...own, ...others].sort((a, b) => a.start - b.start);
});

/** Whether an episode overlaps a stretch of days, both ends included: it then belongs to it (cohorts section 10). */
export const overlaps = ({ start, end }: Missing, from: Day, to: Day): boolean => start <= to && end >= from;

/**
 * The days on which a child became repeatedly missing: the start of the last of `count` episodes that all begin within
 * `days` days. Counting begins anew after each.
 */
export function repeatedlyMissing(starts: readonly Day[], count: number, days: number): Day[] {
  const triggers: Day[] = [];
  let first = 0;
  for (let i = 0; i < starts.length; i++) {
    while (starts[i]! - starts[first]! >= days) first++;
    if (i - first + 1 >= count) {
      triggers.push(starts[i]!);
      first = i + 1;
    }
  }
  return triggers;
}

/** Starts of a child's missing episodes (not away) from care, in order. */
export const missingStarts: (child: Child) => readonly Day[] = oncePerChild((child) =>
  missingOf(child).flatMap(({ kind, from, start }) => (kind === 'M' && from === 'care' ? [start] : [])),
);

import { type Day, type EpisodeInput, OPEN } from '@cic/core';
import type { LegalChange } from './legalStatus.ts';
import type { Stay } from './stays.ts';

/** A period of care told in its two strands. */
export interface PeriodStory {
  readonly child: string;
  readonly start: Day;
  readonly end: Day;
  readonly categoryOfNeed: string;
  readonly homePostcode: string;
  readonly legalStatuses: readonly LegalChange[];
  readonly stays: readonly Stay[];
  readonly reasonCeased: string;
}

/**
 * Reason for the new episode: S starts care; L a change of legal status only; P, T of the placement (T with the same
 * carers); B, U of both. Source: SSDA903 code set RNE.
 */
function reasonNewEpisode(first: boolean, legal: boolean, stay: Stay | undefined): string {
  if (first) return 'S';
  if (!stay) return 'L';
  if (stay.kind === 'same') return legal ? 'U' : 'T';
  return legal ? 'B' : 'P';
}

/**
 * Weaves legal statuses and placements into episodes that meet: a new one whenever either changes, X1 between them. What
 * lies after the last day known is left out, and what goes on after it is open.
 */
export function episodesOf(story: PeriodStory, lastDay: Day, into: EpisodeInput[]): void {
  const { legalStatuses, stays } = story;
  let legalAt = 0;
  let stayAt = 0;
  let start = story.start;
  while (start <= lastDay) {
    const legal = legalStatuses[legalAt]!;
    const stay = stays[stayAt]!;
    const nextLegal = legalStatuses[legalAt + 1];
    const nextStay = stays[stayAt + 1];
    const end = Math.min(nextLegal?.from ?? OPEN, nextStay?.from ?? OPEN, story.end);
    const moves = nextStay?.from === end && end < story.end ? nextStay : undefined;
    const ended = end <= lastDay;
    const { placement } = stay;
    into.push({
      child: story.child,
      start,
      end: ended ? end : OPEN,
      legalStatus: legal.status,
      categoryOfNeed: story.categoryOfNeed,
      placementType: placement.type,
      placementProvider: placement.provider,
      reasonNewEpisode: reasonNewEpisode(
        start === story.start,
        legal.from === start,
        stay.from === start ? stay : undefined,
      ),
      reasonEpisodeCeased: !ended ? '' : end === story.end ? story.reasonCeased : 'X1',
      reasonPlacementChange: ended && moves ? moves.reason : '',
      homePostcode: story.homePostcode,
      placementPostcode: placement.postcode,
      urn: placement.urn,
      placementLocation: placement.location,
      placementDistance: placement.distance,
    });
    if (end >= story.end || !ended) return;
    if (nextLegal?.from === end) legalAt++;
    if (moves) stayAt++;
    start = end;
  }
}

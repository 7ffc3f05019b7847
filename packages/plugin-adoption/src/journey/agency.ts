import type { Child, Day } from '@cic/core';
import { journeysOf } from './journey.ts';

/** The latest match of a child on a day. */
export const matchOn = (child: Child, on: Day) =>
  journeysOf(child)
    .flatMap(({ matches }) => matches)
    .findLast(({ matched }) => matched <= on);

/** Agency of the adopters by the provider of an adoptive episode. */
const AGENCY_OF_PROVIDER: Readonly<Record<string, string>> = {
  PR1: 'own',
  PR2: 'other-authority',
  PR4: 'voluntary',
  PR5: 'voluntary',
};

/** Whose adopters a child was placed with: of the match, else by the provider of the adoptive episode. */
export function agencyOn(child: Child, on: Day): string | undefined {
  const match = matchOn(child, on);
  if (match?.agency) return match.agency;
  const episode = child.episodes.findLast(
    ({ start, placementType }) => start <= on && placementType.startsWith('A'),
  );
  return episode && AGENCY_OF_PROVIDER[episode.placementProvider];
}

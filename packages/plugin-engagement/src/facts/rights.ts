import { type Child, type Day, type Inside, type Period, within } from '@cic/core';
import { type Review, review, visit } from '@cic/core/records';
import { type IndependentVisitor, independentVisitor } from '../generated/records.ts';

const HOMES = new Set(['K1', 'K2', 'K3', 'H5', 'R1', 'R2', 'R3', 'R5', 'S1']);
const RIGHTS_OFFICER = /rights officer|rights and participation/i;

/** Why a children's rights officer is to visit a child on a day; undefined where not. */
export function toBeVisited(child: Child, on: Day): 'outside the area' | 'in a home' | undefined {
  const episode = child.episodeOn(on);
  if (!episode) return undefined;
  if (episode.placementLocation === 'OUT') return 'outside the area';
  return HOMES.has(episode.placementType) ? 'in a home' : undefined;
}

export const visitsBy = (child: Child, role: 'rights-officer' | 'independent-visitor'): Day[] =>
  child
    .records(visit)
    .flatMap(({ held, visitorRole }) => (visitorRole === role && held !== undefined ? [held] : []));

/** Reviews in a period of a child who was unaccompanied on the day. */
export const unaccompaniedReviews = (child: Child, period: Period): Inside<Review>[] =>
  child.records(review).filter(({ held }) => within(held, period) && child.unaccompaniedOn(held));

export const rightsOfficerAt = ({ attendees = [] }: Inside<Review>): boolean =>
  attendees.some((role) => RIGHTS_OFFICER.test(role));

/** The visitor a child has, or waits for, on a day. */
export const visitorOn = (child: Child, on: Day): Inside<IndependentVisitor> | undefined =>
  child
    .records(independentVisitor)
    .findLast(
      ({ considered, ended, wanted }) =>
        considered <= on && (ended === undefined || ended > on) && wanted !== false,
    );

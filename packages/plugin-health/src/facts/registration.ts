import { type Child, type Council, type Day, openOn } from '@cic/core';
import { placement as placementRecord } from '@cic/core/records';
import { healthRegistration } from '../generated/records.ts';

/**
 * The upper-tier authority a child lives in on a day: as the placement record has it, else the council's own for a
 * placement inside the area; undefined where nobody knows.
 */
export function authorityOfPlacement(child: Child, on: Day, council: Council): string | undefined {
  const recorded = child.records(placementRecord).findLast((one) => openOn(one, on))?.placementAuthority;
  if (recorded) return recorded;
  return child.episodeOn(on)?.placementLocation === 'IN' ? council.code : undefined;
}

/** Whether a child is registered with a service of a kind on a day. */
export const isRegistered = (child: Child, kind: string, on: Day): boolean =>
  registrations(child, kind, on).length > 0;

const registrations = (child: Child, wanted: string, on: Day) =>
  child
    .records(healthRegistration)
    .filter(
      ({ kind, start, end, status }) =>
        kind === wanted && status !== 'refused' && start <= on && (end === undefined || end > on),
    );

/**
 * Whether a child is registered in the area of the placement: the practice lies in the authority the child lives in, or
 * it was confirmed to be in the area since the child moved there. A registration whose place nobody knows does not count.
 */
export function isRegisteredInPlacementArea(child: Child, kind: string, on: Day, council: Council): boolean {
  const lives = authorityOfPlacement(child, on, council);
  const moved = child.placementOn(on)?.start ?? Number.POSITIVE_INFINITY;
  return registrations(child, kind, on).some(
    ({ authority, confirmedInPlacementArea: confirmed, start }) =>
      (authority !== undefined && authority === lives) ||
      (confirmed !== undefined && Math.max(confirmed, start) >= moved && confirmed <= on),
  );
}

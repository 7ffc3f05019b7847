import type { Child } from '@cic/core';
import { adoptionMeeting, adoptionProfile } from '../generated/records.ts';

/** The day it was decided whether adopters have to be found elsewhere, by profile or by a meeting. */
export function externalNeedKnown(child: Child, on: number): number | undefined {
  const byProfile = child
    .records(adoptionProfile)
    .filter(({ externalPlacementNeeded }) => externalPlacementNeeded !== undefined)
    .map(({ recorded, externalPlacementIdentified }) => externalPlacementIdentified ?? recorded);
  const byMeeting = child
    .records(adoptionMeeting)
    .filter(({ externalPlacementNeeded }) => externalPlacementNeeded !== undefined)
    .map(({ held }) => held);
  const days = [...byProfile, ...byMeeting].filter((day) => day <= on);
  return days.length === 0 ? undefined : Math.min(...days);
}

import { type CareHistory, type Child, type Day, OPEN, oncePerHistory } from '@cic/core';
import { siblingGroup } from '@cic/core/records';
import { adoptionProfile } from '../generated/records.ts';

interface Membership {
  readonly start: Day;
  readonly end: Day;
}

const membershipsIn = oncePerHistory((history: CareHistory) => {
  const memberships = new Map<string, Membership[]>();
  for (const { members } of history.otherRecords(siblingGroup)) {
    for (const { child, start = Number.NEGATIVE_INFINITY, end = OPEN } of members) {
      const known = memberships.get(child);
      if (known) known.push({ start, end });
      else memberships.set(child, [{ start, end }]);
    }
  }
  return memberships;
});

/** Whether a child belongs to a group of brothers and sisters on a day: on record as one, or so the profile says. */
export function inSiblingGroup(child: Child, on: Day): boolean {
  const memberships = membershipsIn(child.history).get(child.id) ?? [];
  if (memberships.some(({ start, end }) => start <= on && end >= on)) return true;
  const profile = child.records(adoptionProfile).findLast(({ recorded }) => recorded <= on);
  return profile?.placeWithSiblings === true || profile?.harderToPlace?.includes('sibling-group') === true;
}

const WHITE_BRITISH = 'WBRI';
const NOT_STATED = new Set(['', 'REFU', 'NOBT']);

/** Whether a child is from a minority ethnic background: any stated group but White British; undefined where not stated. */
export const fromEthnicMinority = ({ ethnicity }: Child): boolean | undefined =>
  NOT_STATED.has(ethnicity) ? undefined : ethnicity !== WHITE_BRITISH;

/** Why a child is harder to place, as recorded or as the facts show. */
export function harderToPlace(child: Child, on: Day): ReadonlySet<string> {
  const profile = child.records(adoptionProfile).findLast(({ recorded }) => recorded <= on);
  const reasons = new Set<string>(profile?.harderToPlace ?? []);
  if (child.ageOn(on) >= 5) reasons.add('age');
  if (child.disabled) reasons.add('disability');
  if (fromEthnicMinority(child)) reasons.add('ethnicity');
  if (inSiblingGroup(child, on)) reasons.add('sibling-group');
  return reasons;
}

import { type CareHistory, type Child, type Day, type Inside, oncePerHistory } from '@cic/core';
import {
  type GroupMembership,
  groupMembership,
  type KindOfParticipationGroupCode,
  type ParticipationGroup,
  participationGroup,
} from '../generated/records.ts';

export const COUNCIL: readonly KindOfParticipationGroupCode[] = ['children-in-care-council'];

/** The participation groups by id. */
export const groupsById = oncePerHistory(
  (history): ReadonlyMap<string, Inside<ParticipationGroup>> =>
    new Map(history.otherRecords(participationGroup).map((group) => [group.id, group])),
);

export const isGroupOf = (
  history: CareHistory,
  group: string | undefined,
  kinds: readonly KindOfParticipationGroupCode[],
): boolean => {
  const kind = groupsById(history).get(group ?? '')?.kind;
  return kind !== undefined && kinds.includes(kind);
};

/** A child's memberships on a day, of groups of some kinds or of any. The day of leaving does not count. */
export const membershipsOn = (
  child: Child,
  on: Day,
  kinds?: readonly KindOfParticipationGroupCode[],
): Inside<GroupMembership>[] =>
  child
    .records(groupMembership)
    .filter(
      ({ group, joined, left }) =>
        joined <= on &&
        (left === undefined || left > on) &&
        (!kinds || isGroupOf(child.history, group, kinds)),
    );

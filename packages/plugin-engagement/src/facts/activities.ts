import { type CareHistory, type Child, type Inside, oncePerHistory, type Period, within } from '@cic/core';
import {
  type Consultation,
  consultation,
  type KindOfActivityCode,
  type ParticipationActivity,
  participationActivity,
  type TakingPart,
  takingPart,
} from '../generated/records.ts';
import { COUNCIL, isGroupOf } from './groups.ts';

export type Activity = Inside<ParticipationActivity>;

/** Activities held in a period, of some kinds or of any. */
export const activitiesIn = (
  history: CareHistory,
  period: Period,
  kinds?: readonly KindOfActivityCode[],
): Activity[] =>
  history
    .otherRecords(participationActivity)
    .filter(({ held, kind }) => within(held, period) && (!kinds || kinds.includes(kind)));

/** Meetings of the children in care council. */
export const councilMeetingsIn = (history: CareHistory, period: Period): Activity[] =>
  activitiesIn(history, period, ['group-meeting']).filter(({ group }) => isGroupOf(history, group, COUNCIL));

/** How many children are on record as having taken part, by activity or consultation. */
const onRecord = oncePerHistory((history): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const records of history.recordsOf(takingPart.id)?.values() ?? []) {
    const seen = new Set<string>();
    for (const { activity, status } of records as readonly Inside<TakingPart>[]) {
      if (status !== 'took-part' || seen.has(activity)) continue;
      seen.add(activity);
      counts.set(activity, (counts.get(activity) ?? 0) + 1);
    }
  }
  return counts;
});

/** Young people at an activity: the number noted, or those on record by themselves where they are more. */
export const youngPeopleAt = (history: CareHistory, { id, youngPeople = 0 }: Activity): number =>
  Math.max(youngPeople, onRecord(history).get(id) ?? 0);

/** Ids of the activities of the children in care council. */
const ofTheCouncil = oncePerHistory(
  (history): ReadonlySet<string> =>
    new Set(
      history
        .otherRecords(participationActivity)
        .filter(({ group }) => isGroupOf(history, group, COUNCIL))
        .map(({ id }) => id),
    ),
);

/** What a child took part in in a period: with the children in care council, and in other ways. */
export function tookPartIn(
  child: Child,
  period: Period,
): { readonly council: number; readonly other: number } {
  const ids = new Set(
    child
      .records(takingPart)
      .filter(({ on, status }) => status === 'took-part' && within(on, period))
      .map(({ activity }) => activity),
  );
  const council = ofTheCouncil(child.history);
  const withCouncil = [...ids].filter((id) => council.has(id)).length;
  return { council: withCouncil, other: ids.size - withCouncil };
}

export const consultationsIn = (history: CareHistory, period: Period): Inside<Consultation>[] =>
  history.otherRecords(consultation).filter(({ opened }) => within(opened, period));

/** Where an activity stands in the breakdowns of participation. */
export const categories = ({ kind, channel, rung, level }: Activity) => ({
  'participation-activity-kind': kind,
  'participation-channel': channel,
  'ladder-rung': rung,
  'participation-level': level,
});

import {
  type CareHistory,
  type Child,
  careEvents,
  type Day,
  holdsAny,
  OPEN,
  oncePerChild,
  type Period,
  type TimelineSource,
  timelineOf,
} from '@cic/core';
import { socialWorkerEpisode } from '@cic/core/records';
import { missingOf, missingStarts } from './episodes.ts';

/** Something that may come before a missing episode, and the days on which it happened to a child. */
export interface Antecedent {
  readonly id: string;
  readonly title: string;
  /** Whether the history can tell. */
  readonly known: (history: CareHistory) => boolean;
  /** In order of time. */
  readonly days: (child: Child) => readonly Day[];
}

export const move: Antecedent = {
  id: 'placement-move',
  title: 'Move to another placement',
  known: () => true,
  days: oncePerChild((child) => {
    const cameIn = new Set(child.periodsOfCare.map(({ start }) => start));
    return [...careEvents(child, 'placement')].flatMap(({ on }) => (cameIn.has(on) ? [] : [on]));
  }),
};

export const admission: Antecedent = {
  id: 'admission',
  title: 'Coming into care',
  known: () => true,
  days: (child) => [...careEvents(child, 'admission')].map(({ on }) => on),
};

export const changeOfWorker: Antecedent = {
  id: 'change-of-social-worker',
  title: 'Change of social worker',
  known: holdsAny(socialWorkerEpisode),
  days: oncePerChild((child) => [...careEvents(child, 'change-of-social-worker')].map(({ on }) => on)),
};

export const returned: Antecedent = {
  id: 'return',
  title: 'Coming back from an earlier missing episode',
  known: () => true,
  days: oncePerChild((child) =>
    missingOf(child)
      .flatMap(({ kind, from, end }) => (kind === 'M' && from === 'care' && end !== OPEN ? [end] : []))
      .sort((a, b) => a - b),
  ),
};

/** Record types, of any plugin, that are looked at where the council has them. */
const RECORDS = ['exclusion', 'offence', 'victim-incident', 'allegation', 'complaint'];

const ofRecord = (id: string, title: string, source: TimelineSource): Antecedent => ({
  id,
  title,
  known: (history) => (history.recordsOf(id)?.size ?? 0) > 0,
  days: (child) => timelineOf(child, source, { only: [id] }).map(({ on }) => on),
});

/** Everything that is looked at before missing episodes, for a council: of its own plugins only. */
export const antecedentsFor = (
  source: TimelineSource,
  records: readonly string[] = RECORDS,
): Antecedent[] => [
  move,
  admission,
  changeOfWorker,
  returned,
  ...records.flatMap((id) => {
    const type = source.records.find((one) => one.id === id);
    return type ? [ofRecord(id, type.title, { ...source, records: [type] })] : [];
  }),
];

/** Whether one of the days lies within so many days before a day; on the day itself does not count. */
export const isBefore = (days: readonly Day[], day: Day, within: number): boolean =>
  days.some((one) => one < day && one >= day - within);

/** Days of a child's care in a period, and how many of them have one of the days within so many days before them. */
export function exposure(
  child: Child,
  days: readonly Day[],
  { start, end }: Period,
  within: number,
): { readonly inCare: number; readonly exposed: number } {
  if (days.length === 0) return { inCare: child.daysLookedAfter(start, end + 1), exposed: 0 };
  let inCare = 0;
  let exposed = 0;
  for (const care of child.periodsOfCare) {
    const from = Math.max(care.start, start);
    const until = Math.min(care.end, end + 1);
    if (until <= from) continue;
    inCare += until - from;
    let covered = from;
    for (const day of days) {
      const first = Math.max(covered, day + 1);
      const last = Math.min(until, day + within + 1);
      if (last > first) {
        exposed += last - first;
        covered = last;
      }
    }
  }
  return { inCare, exposed };
}

/** Starts of missing episodes from care in a period, while looked after. */
export const missingBegunIn = (child: Child, { start, end }: Period): Day[] =>
  missingStarts(child).filter((day) => day >= start && day <= end && child.isLookedAfter(day));

/** How often something stood before missing episodes, beside how often it stands before any day in care. */
export interface Pattern {
  readonly antecedent: string;
  readonly title: string;
  /** Missing episodes that began in the period. */
  readonly episodes: number;
  /** Those with it in the days before. */
  readonly preceded: number;
  /** Days in care in the period, over all children. */
  readonly daysInCare: number;
  /** Those with it in the days before. */
  readonly daysAfter: number;
}

/**
 * What stood before missing episodes in a council's own data. Counts only: that something comes before more often than on
 * an ordinary day in care is no proof that it is the cause. What the history cannot tell is left out.
 * @param within how many days before an episode are looked at
 */
export function beforeMissing(
  history: CareHistory,
  source: TimelineSource,
  period: Period,
  within: number,
  antecedents: readonly Antecedent[] = antecedentsFor(source),
): Pattern[] {
  return antecedents
    .filter(({ known }) => known(history))
    .map(({ id, title, days }) => {
      const sums = { episodes: 0, preceded: 0, daysInCare: 0, daysAfter: 0 };
      for (const child of history.children) {
        if (!child.lookedAfterDuring(period.start, period.end)) continue;
        const happened = days(child);
        const begun = missingBegunIn(child, period);
        const { inCare, exposed } = exposure(child, happened, period, within);
        sums.episodes += begun.length;
        sums.preceded += begun.filter((day) => isBefore(happened, day, within)).length;
        sums.daysInCare += inCare;
        sums.daysAfter += exposed;
      }
      return { antecedent: id, title, ...sums };
    });
}

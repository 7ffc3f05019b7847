import type { Council } from '../council/council.ts';
import type { Day } from '../dates/day.ts';
import type { Period } from '../dates/period.ts';
import { holdsAny } from '../history/careHistory.ts';
import type { Child } from '../history/child.ts';
import { defineIndicator, type MeasuredIndicator } from '../indicators/indicator.ts';
import { shareOf } from '../indicators/verdicts.ts';
import type { RecordType } from '../records/recordType.ts';

/** One run of a clock: what started it, when it is due, and when it was met. */
export interface DutyEvent {
  readonly startedOn: Day;
  readonly dueOn: Day;
  /** Absent while not met. */
  readonly metOn?: Day;
  /** The day the duty fell away without being met (the child left care); absent otherwise. */
  readonly endedOn?: Day;
}

export interface DutyContext {
  readonly council: Council;
  /** The last day that is known; clocks that start later do not exist yet. */
  readonly asAt: Day;
  /** Nobody asks for events due before this day: a duty may leave them out to save work. */
  readonly dueFrom?: Day;
  /** Value of a parameter on a day, so that a run keeps the limit that held when it started. */
  readonly parameter: (id: string, on: Day) => number;
}

/** A statutory or local clock. Every trigger gives exactly one event. */
export interface Duty {
  /** Unique over core and all plugins, kebab case. */
  readonly id: string;
  readonly title: string;
  /** What has to be done by when, in words. */
  readonly definition: string;
  readonly source: string;
  /** Who has to see to it, as a role. */
  readonly owner?: string;
  /** Record types that show whether it was met; where the history has none of them, nothing is said of timeliness. */
  readonly evidence: readonly RecordType<object>[];
  /**
   * True where every event falls away when care ends, so that only children looked after in a period can have one that
   * counts in it.
   */
  readonly inCareOnly?: true;
  /** Years of age, first and last, one of which a child is of on every day on which an event of the duty is due. */
  readonly ages?: readonly [first: number, last: number];
  /** Record types that start it: a child who holds none of them has no event. */
  readonly startedBy?: readonly RecordType<object>[];
  /** How many days after the last day in those records the clock can still run out; absent where there is no telling. */
  readonly reach?: number;
  readonly requirements?: readonly string[];
  /** Requirements met in part. */
  readonly partly?: readonly string[];
  readonly events: (child: Child, context: DutyContext) => Iterable<DutyEvent>;
}

export const defineDuty = (duty: Duty): Duty => duty;

/**
 * `due` and `overdue` can still be done; `missed` was not done by its date and no longer can be; `fell away` ended before
 * it was due.
 */
export type DutyStatus = 'met in time' | 'met late' | 'due' | 'overdue' | 'missed' | 'fell away';

/** A duty of one child, as at a day. */
export interface DueItem extends DutyEvent {
  readonly duty: string;
  readonly child: string;
  readonly status: DutyStatus;
  /** Days from `asAt` until due; negative when overdue. */
  readonly daysLeft: number;
}

export function dutyStatus(event: DutyEvent, asAt: Day): DutyStatus {
  const { dueOn, metOn, endedOn } = event;
  if (metOn !== undefined && metOn <= asAt) return metOn <= dueOn ? 'met in time' : 'met late';
  if (endedOn !== undefined && endedOn <= asAt) return endedOn <= dueOn ? 'fell away' : 'missed';
  return dueOn < asAt ? 'overdue' : 'due';
}

export const dutyContext = (council: Council, asAt: Day, dueFrom?: Day): DutyContext => ({
  council,
  asAt,
  ...(dueFrom === undefined ? {} : { dueFrom }),
  parameter: council.parameter,
});

let lastAsked:
  | { readonly council: Council; readonly period: Period; readonly context: DutyContext }
  | undefined;

/** The context of what is due in a period: one and the same for all children and duties that are asked in a row. */
export function dutyContextOf(council: Council, period: Period): DutyContext {
  if (lastAsked?.period !== period || lastAsked.council !== council) {
    lastAsked = { council, period, context: dutyContext(council, period.end, period.start) };
  }
  return lastAsked.context;
}

/** Every event of a child's duties that has started by `asAt`, in order of due date. */
export function dutiesOf(child: Child, duties: readonly Duty[], council: Council, asAt: Day): DueItem[] {
  const context = dutyContext(council, asAt);
  const items: DueItem[] = [];
  for (const duty of duties) {
    if (duty.startedBy?.every((type) => child.records(type).length === 0)) continue;
    for (const event of duty.events(child, context)) {
      if (event.startedOn > asAt) continue;
      items.push({
        ...event,
        duty: duty.id,
        child: child.id,
        status: dutyStatus(event, asAt),
        daysLeft: event.dueOn - asAt,
      });
    }
  }
  return items.sort((a, b) => a.dueOn - b.dueOn);
}

/**
 * The timeliness of a duty as an indicator: of the events due in the period, the share met by the due date. An event
 * that fell away before it was due is in no population.
 */
export function timelinessOf(duty: Duty): MeasuredIndicator {
  return defineIndicator({
    id: `${duty.id}-on-time`,
    title: `${duty.title}: done in time`,
    definition: `Of the clocks that ran out in the period, the share where it was done by the due date. ${duty.definition}`,
    population: 'every occasion due in the period, for each child',
    unit: 'percent',
    polarity: 'higher',
    kind: 'flow',
    source: duty.source,
    certainty: 'proposed',
    ...(duty.inCareOnly ? { among: 'looked after in the period' as const } : {}),
    ...(duty.startedBy ? { restsOn: duty.startedBy } : {}),
    ...(duty.reach === undefined ? {} : { reach: duty.reach }),
    ...(duty.ages ? { ages: duty.ages } : {}),
    needs: holdsAny(...duty.evidence),
    measure: (child, { period, council }) => {
      let numerator = 0;
      let denominator = 0;
      for (const event of duty.events(child, dutyContextOf(council, period))) {
        if (event.dueOn < period.start || event.dueOn > period.end) continue;
        const status = dutyStatus(event, period.end);
        if (status === 'fell away') continue;
        denominator++;
        if (status === 'met in time') numerator++;
      }
      return shareOf(numerator, denominator);
    },
  });
}

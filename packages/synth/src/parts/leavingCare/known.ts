import { addMonths, birthday, type Child, type Day, type Inside, OPEN } from '@cic/core';
import type { CareLeaverContact } from '@cic/core/records';
import { statusChanges, statusOn } from '@cic/plugin-leaving-care';

/** A young person on the way out of care, as far as the records before these say. */
export interface YoungPerson {
  readonly child: Child;
  /** The day a plan and an adviser are owed from: eligible, or relevant. */
  readonly owedFrom: Day;
  /** The day that ends: 21, the status lost, death, or the last day known. */
  readonly owedUntil: Day;
  /** The day of leaving care at 16 or over; OPEN while in care. */
  readonly left: Day;
  /** The last day there can be a record. */
  readonly last: Day;
  /** What the statutory return says, birthday by birthday, since leaving. */
  readonly contacts: readonly Inside<CareLeaverContact>[];
  readonly fostered: boolean;
}

/** Undefined for everybody who never was eligible or relevant, or no longer is anything by the first day wanted. */
export function youngPerson(
  child: Child,
  contacts: readonly Inside<CareLeaverContact>[],
  from: Day,
  until: Day,
): YoungPerson | undefined {
  const changes = statusChanges(child);
  const owed = changes.find(({ status }) => status === 'eligible' || status === 'relevant');
  if (!owed || owed.on > until) return undefined;
  const left = child.periodsOfCare.at(-1)!.end;
  const since = contacts.filter(({ asAt }) => asAt >= left);
  const died = since.find(({ inTouch }) => inTouch === 'DIED')?.asAt;
  const gone = changes.find(({ on, status }) => on > owed.on && status === undefined)?.on ?? OPEN;
  const last = Math.min(
    until,
    gone - 1,
    died === undefined ? OPEN : addMonths(died, -4),
    birthday(child.born, 26) - 1,
  );
  if (last < from || last <= owed.on) return undefined;
  const lost = changes.find(({ on, status }) => on > owed.on && status === 'qualifying')?.on ?? OPEN;
  return {
    child,
    owedFrom: owed.on,
    owedUntil: Math.min(last, lost - 1, birthday(child.born, 21)),
    left: left > last || child.ageOn(left) < 16 ? OPEN : left,
    last,
    contacts: since.filter(({ asAt }) => asAt <= last),
    fostered:
      child.episodes.findLast(({ shortBreak }) => !shortBreak)?.placementType.startsWith('U') === true,
  };
}

/** Whether somebody is a relevant or former relevant young person on a day. */
export const isCareLeaver = (child: Child, on: Day): boolean =>
  ['relevant', 'former-relevant'].includes(statusOn(child, on) ?? '');

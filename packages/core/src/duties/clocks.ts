import { type Day, OPEN } from '../dates/day.ts';
import type { DutyEvent } from './duty.ts';

/** Builds an event without absent properties. */
export function dutyEvent(startedOn: Day, dueOn: Day, metOn?: Day, endedOn?: Day): DutyEvent {
  const ended = endedOn !== undefined && endedOn !== OPEN;
  if (metOn === undefined) return ended ? { startedOn, dueOn, endedOn } : { startedOn, dueOn };
  return ended ? { startedOn, dueOn, metOn, endedOn } : { startedOn, dueOn, metOn };
}

/** A clock that runs once: met by the first day in `met` on or after `start` (and before `end`). */
export function onceFrom(start: Day, due: Day, met: readonly Day[], end: Day = OPEN): DutyEvent {
  return dutyEvent(
    start,
    due,
    met.find((day) => day >= start && day <= end),
    end,
  );
}

/**
 * A clock that starts again each time it is met, from `start` to `end` (not included): every run is due where `dueAfter`
 * puts it, counted from the day the last run was met. A run that is met late still starts the next one.
 *
 * @param met days on which it was met, in order; one that is entered twice counts once
 * @param dueAfter due day of a run that started on a day; `run` counts from 0
 */
export function* repeatingFrom(
  start: Day,
  end: Day,
  met: readonly Day[],
  dueAfter: (from: Day, run: number) => Day,
  asAt: Day = OPEN,
): Generator<DutyEvent> {
  let from = start;
  let run = 0;
  for (const day of met) {
    if (day < from || (run > 0 && day === from) || day > asAt) continue;
    if (day >= end) break;
    yield dutyEvent(from, dueAfter(from, run), day);
    from = day;
    run++;
  }
  if (from < end && from <= asAt) yield dutyEvent(from, dueAfter(from, run), undefined, end);
}

/** One run of a clock for each day it starts: of two on one day, the one that was met, or met first. */
export function* oncePerStart(events: Iterable<DutyEvent>): Generator<DutyEvent> {
  const byStart = new Map<Day, DutyEvent>();
  for (const event of events) {
    const known = byStart.get(event.startedOn);
    if (!known || (event.metOn ?? OPEN) < (known.metOn ?? OPEN)) byStart.set(event.startedOn, event);
  }
  yield* byStart.values();
}

/** Days in order, each once; those not known left out. */
export const inOrder = (days: Iterable<Day | undefined>): Day[] =>
  [...new Set(days)].filter((day) => day !== undefined).sort((a, b) => a - b);

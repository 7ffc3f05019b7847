import { type Child, type Day, type DutyContext, type DutyEvent, dutyEvent, type Stretch } from '@cic/core';

/** Whether a period of care starts where the history says it does: otherwise nobody knows when its clocks began. */
export const hasKnownStart = ({ firstEpisode }: Stretch): boolean => firstEpisode.reasonNewEpisode === 'S';

/**
 * The runs of a clock that starts with a day and again each time it is met, the latest first. Runs due before the day from
 * which anybody asks are left out.
 *
 * @param met days on which it was met, in order, each once
 */
export function* runsOf(
  { start, end }: Pick<Stretch, 'start' | 'end'>,
  met: readonly Day[],
  { asAt, dueFrom = Number.NEGATIVE_INFINITY }: DutyContext,
  dueAfter: (from: Day) => Day,
): Generator<DutyEvent> {
  let next: Day | undefined;
  for (let run = met.length; run >= 0; run--) {
    const from = run === 0 ? start : met[run - 1]!;
    if (run > 0 && (from <= start || from >= end)) continue;
    if (from <= asAt) {
      const due = dueAfter(from);
      if (due < dueFrom) return;
      yield dutyEvent(from, due, next, next === undefined ? end : undefined);
    }
    next = from;
  }
}

const DAYS_A_YEAR = 365.25;

/** Whether a child is, on some day of a stretch, in these years of age, give or take a week; false without a date of birth. */
export const isAged = (
  { born }: Pick<Child, 'born'>,
  [from, to]: readonly [number, number],
  start: Day,
  end: Day,
): boolean => end - born >= from * DAYS_A_YEAR - 7 && start - born <= to * DAYS_A_YEAR + 7;

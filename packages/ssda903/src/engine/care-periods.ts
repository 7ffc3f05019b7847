import type { Day } from '@cic/core/dates';
import type { ChildRows } from './context.ts';

/** A run of episodes that follow each other without a gap; `end` is NaN while its last episode is open. */
export interface PeriodOfCare {
  readonly start: Day;
  readonly end: Day;
}

/**
 * A child's periods of care by the dates alone, as rules 577, 578 and 707 cut them: an episode that starts after the
 * end of the one before opens a new period, and a period ends with its last-starting episode.
 */
export function periodsOfCare({ episodes }: ChildRows): readonly PeriodOfCare[] {
  const periods: { start: Day; end: Day }[] = [];
  for (const { DECOM, DEC } of episodes) {
    if (Number.isNaN(DECOM)) break;
    const current = periods.at(-1);
    if (current && !(DECOM > current.end)) current.end = DEC;
    else periods.push({ start: DECOM, end: DEC });
  }
  return periods;
}

/** Whether something with a start and perhaps an end fits none of the periods; never so where there is none. */
export const outsideCare = (periods: readonly PeriodOfCare[], start: Day, end: Day): boolean =>
  periods.length > 0 &&
  periods.every((period) =>
    Number.isNaN(end)
      ? !Number.isNaN(period.end) || start < period.start
      : end > period.end || end < period.start,
  );

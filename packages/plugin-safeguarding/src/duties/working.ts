import { addWorkingDays, type Day, type DutyContext } from '@cic/core';

/** No clock here runs for longer after the last day in its records. */
export const REACH_DAYS = 366;

/** More closed days than any council has in a row, beside weekends. */
const CLOSED_DAYS = 31;

/**
 * The due day of a clock of so many working days (a parameter); undefined for one that begins after the last day known, or
 * ran out before the first day anybody asks about.
 */
export function workingDaysAfter(
  start: Day,
  parameterId: string,
  { parameter, council, asAt, dueFrom = Number.NEGATIVE_INFINITY }: DutyContext,
): Day | undefined {
  if (start > asAt) return undefined;
  const days = parameter(parameterId, start);
  // A week of five working days takes seven.
  if (start + 2 * days + CLOSED_DAYS < dueFrom) return undefined;
  return addWorkingDays(start, days, council.closedDays);
}

import type { Day } from '@cic/core/dates';

/** The row with the latest day; on a tie the first of them; undefined when no day is readable. */
export function latest<R>(rows: Iterable<R>, dayOf: (row: R) => Day): R | undefined {
  let best: R | undefined;
  let bestDay = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const day = dayOf(row);
    if (day > bestDay) {
      best = row;
      bestDay = day;
    }
  }
  return best;
}

import type { Day } from '@cic/core/dates';
import type { Row } from '../tables.ts';
import { earliestFirst } from './order.ts';

export interface Spell<R> {
  readonly row: R;
  readonly start: Day;
  readonly end: Day;
}

/**
 * The rows of one child that start before the row above has ended, or below one that is open: rules 574 and 705.
 * The order is by end (by start where there is no end), then by start; full ties stay in the order of the file.
 */
export function overlapping<R extends Row<'Missing'> | Row<'DoLo'>>(
  spells: readonly Spell<R>[],
): readonly R[] {
  const until = ({ start, end }: Spell<R>): Day => (Number.isNaN(end) ? start : end);
  const ordered = spells.toSorted(
    (a, b) => earliestFirst(until(a), until(b)) || earliestFirst(a.start, b.start),
  );
  return ordered.flatMap(({ row, start }, at) => {
    const above = ordered[at - 1];
    return above && (Number.isNaN(above.end) || start < above.end) ? [row] : [];
  });
}

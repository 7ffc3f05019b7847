import { type CareHistory, type Day, oncePerHistory, type RecordType } from '@cic/core';

const firstDays = oncePerHistory(() => new Map<string, Day>());

/**
 * The day of the first record of a type in a council: before it the register did not exist, and what the statutory return
 * knows of earlier times is nothing that the register lacks. Infinity where there is none.
 */
export function registerSince(history: CareHistory, type: RecordType<object>): Day {
  const known = firstDays(history);
  let first = known.get(type.id);
  if (first === undefined) {
    first = Number.POSITIVE_INFINITY;
    for (const records of history.recordsOf(type.id)?.values() ?? []) {
      // A child's records are in order of time.
      const day = (records[0] as Readonly<Record<string, Day | undefined>>)[type.from ?? ''];
      if (day !== undefined) first = Math.min(first, day);
    }
    known.set(type.id, first);
  }
  return first;
}

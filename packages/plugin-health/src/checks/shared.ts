import { type Day, formatIsoDate } from '@cic/core';

/** A day in a message; the day itself where it cannot be written. */
export const written = (day: Day | undefined): string =>
  day === undefined || !Number.isFinite(day) ? 'an unknown day' : formatIsoDate(day);

/** Pairs of records of one kind and day, for findings that name each pair once. */
export function* repeated<T>(records: readonly T[], key: (record: T) => string | undefined): Generator<T> {
  const seen = new Set<string>();
  for (const record of records) {
    const id = key(record);
    if (id === undefined) continue;
    if (seen.has(id)) yield record;
    seen.add(id);
  }
}

/** A rule that two days of a record have to keep: the first not after the second. */
export interface Order<T> {
  readonly first: keyof T & string;
  readonly last: keyof T & string;
  /** In words: 'the report came before the child was seen'. */
  readonly wrong: string;
}

/** A message for every pair of days of a record that stand the wrong way round. */
export function* outOfOrder<T extends object>(
  records: readonly T[],
  orders: readonly Order<T>[],
  kind: (record: T) => string,
): Generator<string> {
  for (const record of records) {
    const days = record as Readonly<Record<string, Day | undefined>>;
    for (const { first, last, wrong } of orders) {
      const [a, b] = [days[first], days[last]];
      if (a !== undefined && b !== undefined && a > b)
        yield `${kind(record)}: ${wrong} (${first} ${written(a)}, ${last} ${written(b)})`;
    }
  }
}

import {
  type Day,
  formatReturnDate,
  type Inside,
  insideOf,
  OPEN,
  type RecordInput,
  type RecordType,
} from '@cic/core';
import { type Child, child, type Episode, episode } from '@cic/core/records';
import { collectionDates } from '../engine/context.ts';

/** One collection year seen from a council's records: what a table's rows are made of. */
export interface YearOf {
  readonly year: number;
  readonly start: Day;
  readonly end: Day;
  readonly children: ReadonlyMap<string, Inside<Child>>;
  /** Episodes open at some time in the year, by child, in order. */
  readonly episodes: ReadonlyMap<string, readonly Inside<Episode>[]>;
  records<T extends object>(type: RecordType<T>): readonly Inside<T>[];
}

/** 1 April to 31 March, both ends included: when something open from a day until another touches the year. */
export const touches = (year: YearOf, start: Day, end: Day | undefined): boolean =>
  start <= year.end && (end ?? OPEN) >= year.start;

/** A day as the return writes it; blank where it is not known by the end of the year. */
export const written = (day: Day | undefined, { end }: YearOf): string =>
  day === undefined || day > end ? '' : formatReturnDate(day);

/** Looks at a council's records from the end of one collection year. */
export function yearOf(inputs: readonly RecordInput[], year: number): YearOf {
  const { start, end } = collectionDates(year);
  const records = <T extends object>(type: RecordType<T>): readonly Inside<T>[] =>
    inputs.flatMap((input) => (input.type.id === type.id ? (insideOf(input) as readonly Inside<T>[]) : []));
  const children = new Map(records(child).map((one) => [one.id, one]));
  const seen: YearOf = { year, start, end, children, episodes: new Map(), records };
  const episodes = seen.episodes as Map<string, Inside<Episode>[]>;
  for (const one of records(episode)) {
    if (!touches(seen, one.start, one.end) || !children.has(one.child)) continue;
    const own = episodes.get(one.child);
    if (own) own.push(one);
    else episodes.set(one.child, [one]);
  }
  for (const own of episodes.values()) own.sort((a, b) => a.start - b.start);
  return seen;
}

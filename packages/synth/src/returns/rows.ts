import {
  type Day,
  dayOf,
  type EpisodeInput,
  formatReturnDate,
  type Inside,
  OPEN,
  type RecordInput,
  type RecordType,
} from '@cic/core';
import type { SyntheticChild } from '../council/child.ts';
import type { SyntheticCouncil } from '../council/synthesise.ts';

/** A row of the return as text, column by column; a column that is left out is blank. */
export type ReturnRow = Record<string, string>;

/** One collection year seen from the records: what a table's rows are made of. */
export interface YearOf {
  readonly year: number;
  readonly start: Day;
  readonly end: Day;
  readonly children: ReadonlyMap<string, SyntheticChild>;
  /** Episodes open at some time in the year, by child, in order. */
  readonly episodes: ReadonlyMap<string, readonly EpisodeInput[]>;
  records<T extends object>(type: RecordType<T>): readonly Inside<T>[];
}

/** 1 April to 31 March, both ends included: when something open from a day until another touches the year. */
export const touches = (year: YearOf, start: Day, end: Day | undefined): boolean =>
  start <= year.end && (end ?? OPEN) >= year.start;

/** A day as the return writes it; blank where it is not known by the end of the year. */
export const written = (day: Day | undefined, { end }: YearOf): string =>
  day === undefined || day > end ? '' : formatReturnDate(day);

/** The council's episodes by child, once for all years. */
export function episodesByChild(
  episodes: readonly EpisodeInput[],
): ReadonlyMap<string, readonly EpisodeInput[]> {
  const byChild = new Map<string, EpisodeInput[]>();
  for (const episode of episodes) {
    const known = byChild.get(episode.child);
    if (known) known.push(episode);
    else byChild.set(episode.child, [episode]);
  }
  return byChild;
}

/** The records of a type as the parts made them. */
const insideOf = (records: readonly RecordInput[], type: RecordType<object>): readonly object[] =>
  records.flatMap((input) => {
    if (input.type.id !== type.id || !('inside' in input)) return [];
    return typeof input.inside === 'function' ? input.inside() : input.inside;
  });

/** Looks at one collection year of a council. */
export function yearOf(
  council: SyntheticCouncil,
  byChild: ReadonlyMap<string, readonly EpisodeInput[]>,
  children: ReadonlyMap<string, SyntheticChild>,
  year: number,
): YearOf {
  const start = dayOf(year - 1, 4, 1);
  const end = dayOf(year, 3, 31);
  const episodes = new Map<string, readonly EpisodeInput[]>();
  for (const [child, all] of byChild) {
    const own = all.filter((episode) => episode.start <= end && episode.end >= start);
    if (own.length > 0) episodes.set(child, own);
  }
  return {
    year,
    start,
    end,
    children,
    episodes,
    records: <T extends object>(type: RecordType<T>) =>
      insideOf(council.records, type as RecordType<object>) as readonly Inside<T>[],
  };
}

import {
  type CareHistory,
  type Day,
  financialYear,
  financialYearOf,
  type Inside,
  type RecordInput,
  type RecordType,
  recordInput,
} from '@cic/core';
import type { Random } from '../../random/random.ts';
import type { PartOptions, SynthPart } from '../part.ts';

export const yearsOf = ({ from, until }: PartOptions): number[] => {
  const first = financialYearOf(from);
  return Array.from({ length: financialYearOf(until) - first + 1 }, (_, i) => first + i);
};

/** Ids of the children in care on a day who are of an age or older. */
export const inCareOn = (care: CareHistory, on: Day, from: number): string[] =>
  care.children.filter((child) => child.ageOn(on) >= from && child.isLookedAfter(on)).map(({ id }) => id);

/** What a council's year looks like to the maker of its records. */
export interface Year {
  /** The financial year that ends in this year. */
  readonly year: number;
  readonly start: Day;
  readonly care: CareHistory;
  readonly random: Random;
  readonly options: PartOptions;
}

/** A part of one type of record that is made year by year; those with a day (`on`) after the last one known are left out. */
export const partPerYear = <T extends object>(
  id: string,
  type: RecordType<T>,
  on: (record: Inside<T>) => Day,
  make: (year: Year) => readonly Inside<T>[],
): SynthPart => ({
  id,
  make: (care, random, options): RecordInput[] => [
    recordInput({
      type,
      inside: yearsOf(options)
        .flatMap((year) =>
          make({ year, start: financialYear(year).start, care, random: random.fork(String(year)), options }),
        )
        .filter((record) => on(record) <= options.until),
    }),
  ],
});

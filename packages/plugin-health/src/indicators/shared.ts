import { type Child, type Day, type Measure, shareOf, type Verdict } from '@cic/core';
import { type Fact, inCohort } from '../facts/fact.ts';

export const COHORT =
  'children looked after for the twelve months that end on the last day of the period, short breaks left out';

/** Of the children looked after for twelve months, those for whom a fact of the year is so; unknown ones left out. */
export const ofCohort =
  (
    fact: (child: Child, on: Day) => Fact | undefined,
    applies?: (child: Child, on: Day) => boolean,
  ): Measure =>
  (child, { period }) =>
    inCohort(child, period.end) && (!applies || applies(child, period.end))
      ? fact(child, period.end)?.so
      : undefined;

/** Of the children in care on the last day, those for whom something is so. */
export const ofChildrenInCare =
  (so: (child: Child, on: Day) => boolean | undefined): Measure =>
  (child, { period }) =>
    child.isLookedAfter(period.end) ? so(child, period.end) : undefined;

/** Of the records of a child that count in the period, so many for which something holds; undefined without any. */
export function shareOfRecords<T>(
  records: readonly T[],
  counts: (record: T) => boolean,
  holds: (record: T) => boolean,
): Verdict {
  let numerator = 0;
  let denominator = 0;
  for (const record of records) {
    if (!counts(record)) continue;
    denominator++;
    if (holds(record)) numerator++;
  }
  return shareOf(numerator, denominator);
}

/** The mean of a number over the records of a child for which there is one. */
export function meanOf<T>(records: readonly T[], value: (record: T) => number | undefined): Verdict {
  let numerator = 0;
  let denominator = 0;
  for (const record of records) {
    const one = value(record);
    if (one === undefined) continue;
    numerator += one;
    denominator++;
  }
  return shareOf(numerator, denominator);
}

import {
  type CareHistory,
  type Child,
  type Day,
  type Inside,
  lookedAfterFor12Months,
  oncePerHistory,
} from '@cic/core';
import { type StatutoryOutcomes, statutoryOutcomes } from '@cic/core/records';
import { remember, yearTo } from './remember.ts';

/** Where a fact was found: in the health records, in the statutory return, or nowhere although others have one. */
export type FactSource = 'health-records' | 'statutory-return' | 'not-recorded';

/** Something that is so or not for a child in the year to a day, with where that was found. */
export interface Fact {
  readonly so: boolean;
  readonly source: FactSource;
}

/** Looked after for the twelve months to a day (OC2 cohort; cohorts section 5). */
export const inCohort = remember((child, on) => lookedAfterFor12Months(child, on));

/** What the statutory return says of a child as at a day; undefined where it says nothing. */
export const outcomesOn = remember((child, on): Inside<StatutoryOutcomes> | undefined =>
  child.records(statutoryOutcomes).find(({ asAt }) => asAt === on),
);

/** The days for which a history holds outcomes of the statutory return. */
const outcomeDays = oncePerHistory((history) => {
  const days = new Set<Day>();
  for (const records of history.recordsOf(statutoryOutcomes.id)?.values() ?? [])
    for (const { asAt } of records as readonly Inside<StatutoryOutcomes>[]) days.add(asAt);
  return days;
});

export const hasOutcomes = (history: CareHistory): boolean => outcomeDays(history).size > 0;

interface YearlyFact {
  /**
   * What the health records say for the twelve months from one day to another; undefined where the child has no record
   * of this kind by then, so that the statutory return is asked.
   */
  readonly own: (child: Child, from: Day, on: Day) => boolean | undefined;
  /** The first day any child of the history has a health record of this kind; NaN where there is none. */
  readonly ownSince: (history: CareHistory) => Day;
  /** The statutory return's answer. */
  readonly returned?: (outcomes: Inside<StatutoryOutcomes>) => boolean | undefined;
}

/**
 * A fact of the year to a day: from the health records, else from the statutory return of that day, else not so, where
 * others have a record; undefined where nobody has one, because no data is not nought.
 */
export function yearlyFact({
  own,
  ownSince,
  returned,
}: YearlyFact): (child: Child, on: Day) => Fact | undefined {
  const since = oncePerHistory(ownSince);
  return remember((child, on) => {
    const found = own(child, yearTo(on), on);
    if (found !== undefined) return { so: found, source: 'health-records' };
    const outcomes = returned && outcomesOn(child, on);
    const answer = outcomes && returned(outcomes);
    if (answer !== undefined) return { so: answer, source: 'statutory-return' };
    const known =
      since(child.history) <= on || (returned !== undefined && outcomeDays(child.history).has(on));
    return known ? { so: false, source: 'not-recorded' } : undefined;
  });
}

/** The earliest day among records of one type of all children; NaN where there is none. */
export function earliest<T extends object>(
  history: CareHistory,
  type: { readonly id: string },
  when: (record: T) => Day | undefined,
): Day {
  let first = Number.POSITIVE_INFINITY;
  for (const records of history.recordsOf(type.id)?.values() ?? [])
    for (const record of records as readonly T[]) first = Math.min(first, when(record) ?? first);
  return first === Number.POSITIVE_INFINITY ? Number.NaN : first;
}

import { type Day, financialYearOf } from '@cic/core';

/** Days the national scorecards allowed, by the year in which a three-year average ends. */
export interface ScorecardThreshold {
  /** Financial year, named by its end. */
  readonly from: number;
  readonly a1: number;
  readonly a2: number;
}

/**
 * Thresholds of the national adoption scorecards as they came down, up to the current ones.
 * Source: council paper of January 2015 for 639/213, 547/182 and 487/152; gov.uk news of January 2014; which three years
 * each stands for, and 426/121, from memory.
 */
export const scorecardThresholds: readonly ScorecardThreshold[] = [
  { from: 2012, a1: 639, a2: 213 },
  { from: 2013, a1: 547, a2: 182 },
  { from: 2014, a1: 487, a2: 152 },
  { from: 2016, a1: 426, a2: 121 },
];

/**
 * The threshold that held on a day: the national one of its year, and from the last one on the council's own parameter.
 * Undefined before the scorecards.
 */
export function thresholdOn(
  measure: 'a1' | 'a2',
  on: Day,
  parameter: (id: string) => number,
): number | undefined {
  const year = financialYearOf(on);
  const last = scorecardThresholds.at(-1)!;
  if (year >= last.from) return parameter(`adoption-${measure}-days`);
  return scorecardThresholds.findLast(({ from }) => from <= year)?.[measure];
}

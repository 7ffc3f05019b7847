import type { Inside } from '@cic/core';
import { type HealthAssessment, healthAssessment } from '../generated/records.ts';
import { rememberPeriod } from './remember.ts';

const NONE: readonly Inside<HealthAssessment>[] = [];

/** The assessments held in a period of a child looked after in it, in order of time. */
export const assessmentsHeld = rememberPeriod((child, start, end): readonly Inside<HealthAssessment>[] => {
  const all = child.records(healthAssessment);
  const last = all.at(-1)?.held;
  // In order of the day they were held: nothing in the period where the last one lies before it.
  if (last === undefined || last < start || !child.lookedAfterDuring(start, end)) return NONE;
  const held = all.filter(({ held: on }) => on !== undefined && on >= start && on <= end);
  return held.length === 0 ? NONE : held;
});

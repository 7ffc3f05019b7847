import type { Day, Inside } from '@cic/core';
import type { SafeguardingTraining } from '../generated/records.ts';

/** How many of the people in post in a home have had a training by a day. */
export interface TrainingCoverage {
  readonly provider: string;
  readonly topic: SafeguardingTraining['topic'];
  /** The day of the latest training that counts. */
  readonly held: Day;
  readonly trained: number;
  readonly inPost: number;
  /** Percent; null where nobody is in post. */
  readonly percent: number | null;
}

const PERCENT = 100;

const percentOf = (trained: number, inPost: number): number | null =>
  inPost === 0 ? null : (trained / inPost) * PERCENT;

/**
 * The latest state of a training in each home or team, as at a day. A record that says nothing of people in post takes
 * part in no percentage and is left out; more trained than in post counts as all of them.
 */
export function trainingCoverage(
  records: readonly Inside<SafeguardingTraining>[],
  asAt: Day,
): TrainingCoverage[] {
  const latest = new Map<string, Inside<SafeguardingTraining>>();
  for (const one of records) {
    const key = `${one.provider} ${one.topic}`;
    const known = latest.get(key);
    if (one.inPost !== undefined && one.held <= asAt && (known === undefined || one.held >= known.held))
      latest.set(key, one);
  }
  return [...latest.values()].map(({ provider, topic, held, trained, inPost = 0 }) => {
    const counted = Math.min(trained, inPost);
    return { provider, topic, held, trained: counted, inPost, percent: percentOf(counted, inPost) };
  });
}

/** The share of people in post in all homes together who have had a training (95 % for restorative justice in 2008). */
export function trainedShare(
  coverage: readonly TrainingCoverage[],
  topic: SafeguardingTraining['topic'],
): number | null {
  const of = coverage.filter((one) => one.topic === topic);
  return percentOf(
    of.reduce((sum, { trained }) => sum + trained, 0),
    of.reduce((sum, { inPost }) => sum + inPost, 0),
  );
}

import type { Day } from '../dates/day.ts';
import type { Case, Share } from './indicator.ts';

/**
 * So many of so many: a child's part in an indicator where the child counts more than once. Undefined, which is not in the
 * population, of none.
 *
 * @param on the day as at which the child is looked at for breakdowns; the last day of the period if absent
 */
export const shareOf = (numerator: number, denominator: number, on?: Day): Share | undefined => {
  if (denominator === 0) return undefined;
  return on === undefined ? { numerator, denominator } : { numerator, denominator, on };
};

/** So many, for an indicator that counts; whoever counts for none is not in the population. */
export const countOf = (count: number, on?: Day): Share | undefined =>
  count === 0 ? undefined : shareOf(count, 1, on);

/**
 * Something that is no child and counts.
 *
 * @param about what it is, as its record names it
 * @param counts whether it is in the numerator, or how many it counts for
 * @param categories its category by id of breakdown
 */
export const aCase = (
  about: string,
  counts: boolean | number,
  denominator = 1,
  categories: NonNullable<Case['categories']> = {},
): Case => ({ about, numerator: Number(counts), denominator, categories });

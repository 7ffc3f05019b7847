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
 * Something that is no child and counts: as one, unless it says otherwise, in the numerator or not (true or false), or as
 * a number.
 *
 * @param about what it is, as its record names it
 * @param categories its category by id of breakdown
 */
export const aCase = (
  about: string,
  counts: boolean | number = true,
  denominator = 1,
  categories: NonNullable<Case['categories']> = {},
): Case => ({ about, numerator: Number(counts), denominator, categories });

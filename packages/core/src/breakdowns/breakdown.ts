import type { CodeSet } from '../codes/codeSet.ts';
import type { Council } from '../council/council.ts';
import type { Day } from '../dates/day.ts';
import type { Child } from '../history/child.ts';

export interface Category {
  readonly id: string;
  readonly label: string;
}

/** Stands in every breakdown for children whose category nobody recorded, so that the parts add up to the whole. */
export const NOT_KNOWN: Category = { id: 'not-known', label: 'Not known' };

/** A way to divide children or cases: by age, by district, by placement. Each falls in exactly one category on a day. */
export interface Breakdown {
  readonly id: string;
  readonly title: string;
  readonly categories: readonly Category[] | ((council: Council) => readonly Category[]);
  /**
   * Id of the child's category on a day; undefined, or an id that is no category, counts as not known. Absent where it
   * divides cases alone, which bring their category with them.
   */
  readonly of?: (child: Child, on: Day, council: Council) => string | undefined;
  /** True where categories are areas with a population of their own, so that rates are computed for each. */
  readonly area?: true;
  readonly requirements?: readonly string[];
  readonly partly?: readonly string[];
}

export const defineBreakdown = (breakdown: Breakdown): Breakdown => breakdown;

export const categoriesOf = (breakdown: Breakdown, council: Council): readonly Category[] =>
  typeof breakdown.categories === 'function' ? breakdown.categories(council) : breakdown.categories;

/** The categories of a breakdown by a code set: its codes, in the publisher's order. */
export const fromCodes = ({ codes }: Pick<CodeSet, 'codes'>): Category[] =>
  codes.map(({ code, label }) => ({ id: code, label }));

/** Bands from their lower edges: [0, 1, 5] gives 'Under 1', '1 to 4', '5 and over'. */
export interface Bands {
  readonly edges: readonly number[];
  readonly categories: readonly Category[];
  /** The band of a value; undefined for NaN and below the first edge. A value on an edge falls in the band above it. */
  readonly of: (value: number) => string | undefined;
}

/**
 * Bands of whole years, miles or scores.
 * @throws RangeError when the edges do not rise
 */
export function bands(edges: readonly number[]): Bands {
  edges.forEach((edge, i) => {
    if (i > 0 && edge <= edges[i - 1]!) throw new RangeError(`band edges must rise: ${edges.join(', ')}`);
  });
  const categories = edges.map((from, i): Category => {
    const to = edges[i + 1];
    if (to === undefined) return { id: `${from}+`, label: `${from} and over` };
    if (from === 0) return { id: `0-${to - 1}`, label: `Under ${to}` };
    return { id: `${from}-${to - 1}`, label: to - 1 === from ? String(from) : `${from} to ${to - 1}` };
  });
  return {
    edges,
    categories,
    of: (value) => {
      if (Number.isNaN(value) || value < edges[0]!) return undefined;
      let band = edges.length - 1;
      while (edges[band]! > value) band--;
      return categories[band]!.id;
    },
  };
}

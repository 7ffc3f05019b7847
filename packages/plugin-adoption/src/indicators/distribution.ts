/** The days behind an average. */
export interface Distribution {
  readonly count: number;
  readonly mean: number;
  readonly min: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly max: number;
  /** How many are at most the threshold; null without one. */
  readonly within: number | null;
}

/** The value at a share of the way through sorted values, between the two next to it. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below]!;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
}

/**
 * The distribution behind an average, from the rows of its drill-down (each divided by its own denominator).
 * Undefined without rows.
 *
 * @example
 * distributionOf(drillDown(council.indicator('adoption-a1'), { council, historyFor, period }), 426);
 */
export function distributionOf(
  rows: readonly { readonly numerator: number; readonly denominator: number }[],
  threshold?: number,
): Distribution | undefined {
  const sorted = rows
    .filter(({ denominator }) => denominator > 0)
    .map(({ numerator, denominator }) => numerator / denominator)
    .sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  return {
    count: sorted.length,
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    min: sorted[0]!,
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    max: sorted.at(-1)!,
    within: threshold === undefined ? null : sorted.filter((value) => value <= threshold).length,
  };
}

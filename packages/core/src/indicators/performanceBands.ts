/** One band of a performance framework, from its lowest value on. */
export interface PerformanceBand {
  /** As printed: 'Band 3', 'top band'. */
  readonly label: string;
  /** The lowest value in the band, in the indicator's unit. */
  readonly from: number;
}

/**
 * The bands of one indicator in some years. Bands are listed from the worst to the best; where lower values are better
 * (PAF C18) they are listed the same way, and `from` falls.
 */
export interface PerformanceBands {
  /** The indicator's scheme code: 'PAF C19'. */
  readonly scheme: string;
  /** Financial years, named by their end, for which these thresholds hold. */
  readonly from?: number;
  readonly to?: number;
  readonly bands: readonly PerformanceBand[];
}

const normal = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

/** Whether two printed names mean one band: 'Band 2' and 'band 2' do (IND-23). */
export const sameBand = (a: string, b: string): boolean => normal(a) === normal(b);

/** Where a printed band stands among the names of its scheme; 'top band' is best, then the highest number (AMB-06). */
export function rankOfBand(label: string): number {
  const name = normal(label);
  if (name.startsWith('top')) return Number.POSITIVE_INFINITY;
  return Number(/^band (\d+)$/.exec(name)?.[1] ?? Number.NaN);
}

/**
 * The band a value falls in, in a financial year (IND-22).
 * @returns the band's label; undefined without a value, outside the years, or below the first band
 */
export function bandOf(
  value: number | null,
  year: number,
  thresholds: readonly PerformanceBands[],
): string | undefined {
  const now = thresholds.find(({ from = year, to = year }) => from <= year && year <= to);
  if (value === null || !now) return undefined;
  const [first, second] = now.bands;
  const falling = first !== undefined && second !== undefined && second.from < first.from;
  // With falling bands `from` is the highest value that still belongs to the band.
  return now.bands.findLast(({ from }) => (falling ? value <= from : value >= from))?.label;
}

/** How a printed band moved since the year before (IND-24); 'not available' where either is unknown or no band's name. */
export function bandChange(
  now: string | undefined,
  before: string | undefined,
): 'better' | 'worse' | 'same' | 'not available' {
  if (now === undefined || before === undefined) return 'not available';
  if (sameBand(now, before)) return 'same';
  const [to, from] = [rankOfBand(now), rankOfBand(before)];
  if (Number.isNaN(to) || Number.isNaN(from)) return 'not available';
  return to > from ? 'better' : 'worse';
}

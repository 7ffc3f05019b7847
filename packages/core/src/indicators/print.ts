import { decimalsOf, type Indicator } from './indicator.ts';

/**
 * Rounds half away from zero to so many decimals, once, as printed tables do (D-IND-12): 26.25 gives 26.3 with one.
 * Binary fractions just below a half (1.005) count as the half they stand for.
 */
export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  const scaled = Math.abs(value) * factor;
  const nearest = Math.floor(scaled + 0.5 + scaled * Number.EPSILON * 4);
  return (Math.sign(value) * nearest) / factor;
}

/** The value as it is printed: rounded to the indicator's decimals, '–' where there is none. */
export function printValue(indicator: Pick<Indicator, 'unit' | 'decimals'>, value: number | null): string {
  if (value === null) return '–';
  const text = round(value, decimalsOf(indicator)).toFixed(decimalsOf(indicator));
  switch (indicator.unit) {
    case 'percent':
      return `${text}%`;
    case 'pounds':
      return `£${text}`;
    default:
      return text;
  }
}

import type { Day } from '../dates/day.ts';
import { financialYearOf } from '../dates/period.ts';
import type { Indicator } from './indicator.ts';

/**
 * The financial year (named by its end) from which the definition that holds on a day has held; undefined where it always
 * did. Two values with different answers stand on different definitions: `trend` makes none of them.
 */
export function definitionSince(indicator: Indicator, on: Day): number | undefined {
  const versions = 'versions' in indicator ? (indicator.versions ?? []) : [];
  const year = financialYearOf(on);
  const version = versions.find(({ from, to }) => (from ?? year) <= year && (to ?? year) >= year);
  if (version) return version.from;
  const before = versions.flatMap(({ to }) => (to !== undefined && to < year ? [to] : []));
  return before.length > 0 ? Math.max(...before) + 1 : indicator.from;
}

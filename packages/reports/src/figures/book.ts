import {
  breakdownKey,
  type Council,
  type Figure,
  figure,
  financialYearOf,
  type Indicator,
  type IndicatorResult,
  isDerived,
  type Period,
} from '@cic/core';
import { figureKey, inOrder } from './needs.ts';

export type Where = Readonly<Record<string, readonly string[]>>;

/** A figure looked up: as computed, or as it was released. */
export type Looked =
  | ({ readonly state: 'value'; readonly definition: string } & Figure)
  | { readonly state: 'suppressed'; readonly definition: string }
  | { readonly state: 'not computable'; readonly why: 'no definition' | 'nothing recorded' | 'no breakdown' };

/** A result whose numbers may be held back: `hidden` tells for a place (categories, none for everybody). */
export interface BookedResult extends IndicatorResult {
  readonly hidden?: (by: readonly string[], categories: readonly string[]) => boolean;
}

/** Whether there is nothing to compute a result from, which is another thing than nought, and than hidden. */
export const isNothing = ({ value, numerator, denominator, hidden }: BookedResult): boolean =>
  hidden === undefined && value === null && numerator === null && denominator === null;

/** The figures of a report, by indicator, period and categories. */
export type FigureBook = (indicator: Indicator, period: Period, where: Where) => Looked;

/** Every combination of the categories of several breakdowns. */
function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (made, list) => made.flatMap((before) => list.map((one) => [...before, one])),
    [[]],
  );
}

function measured(result: BookedResult, where: Where): Looked {
  const by = inOrder(Object.keys(where));
  const { indicator, definition } = result;
  if (isNothing(result)) return { state: 'not computable', why: 'nothing recorded' };
  if (by.length === 0) {
    if (result.hidden?.([], [])) return { state: 'suppressed', definition };
    const { value, numerator, denominator } = result;
    return { state: 'value', definition, value, numerator, denominator };
  }
  const rows = result.breakdowns.get(breakdownKey(by));
  if (!rows) return { state: 'not computable', why: 'no breakdown' };
  const wanted = combinations(by.map((id) => where[id]!));
  if (wanted.some((categories) => result.hidden?.(by, categories)))
    return { state: 'suppressed', definition };
  const found = new Map(rows.map((row) => [row.categories.join('\n'), row]));
  const parts = wanted.flatMap((categories) => found.get(categories.join('\n')) ?? []);
  if (parts.length === 1) {
    const { value, numerator, denominator } = parts[0]!;
    return { state: 'value', definition, value, numerator, denominator };
  }
  const sum = (of: 'numerator' | 'denominator') => parts.reduce((total, row) => total + (row[of] ?? 0), 0);
  // Of a released average only base and value are out: averages of several groups cannot be made of them.
  if (parts.some(({ value, numerator }) => value !== null && numerator === null))
    return { state: 'suppressed', definition };
  const denominator = sum('denominator');
  return { state: 'value', definition, ...figure(indicator, sum('numerator'), denominator, denominator) };
}

export function bookOf(council: Council, results: ReadonlyMap<string, BookedResult>): FigureBook {
  const look: FigureBook = (indicator, period, where) => {
    if (!isDerived(indicator)) {
      const result = results.get(figureKey(indicator.id, period));
      return result ? measured(result, where) : { state: 'not computable', why: 'no definition' };
    }
    const year = financialYearOf(period.end);
    if ((indicator.from ?? year) > year || (indicator.to ?? year) < year)
      return { state: 'not computable', why: 'no definition' };
    const parts = indicator.derivedFrom.map((id) => look(council.indicator(id), period, where));
    const { definition } = indicator;
    const values: number[] = [];
    for (const part of parts) {
      if (part.state === 'not computable') return part;
      if (part.state === 'suppressed') return { state: 'suppressed', definition };
      if (part.value === null) return { state: 'not computable', why: 'nothing recorded' };
      values.push(part.value);
    }
    const value = indicator.combine(values, period);
    return { state: 'value', definition, value, numerator: null, denominator: null };
  };
  return look;
}

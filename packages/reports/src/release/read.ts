import { breakdownKey, type Figure, type IndicatorResult } from '@cic/core';
import type { Cell, Publication, Table } from '@cic/disclosure';
import type { BookedResult } from '../figures/book.ts';
import { partsOf, TOTAL, tableId } from './tables.ts';

const NOTHING: Figure = { value: null, numerator: null, denominator: null };

/** Cells of a released table by their categories. */
function placesIn(table: Table): (at: readonly string[]) => Cell | undefined {
  const places = new Map(table.cells.map((cell) => [cell.at.join('\n'), cell]));
  return (at) => places.get(at.join('\n'));
}

/** A figure of a released table, and whether any of it is held back: every number stands in the publication. */
function releasedFigure(
  result: IndicatorResult,
  cellAt: (at: readonly string[]) => Cell | undefined,
  at: readonly string[],
  population: number | null,
): { readonly figure: Figure; readonly hidden: boolean } {
  const cell = (part: string) => cellAt([...at, part]);
  const n = (part: string): number | null => cell(part)?.n ?? null;
  const parts = partsOf(result);
  const total = n(TOTAL);
  if (parts === 'count') {
    if (total === null) return { figure: NOTHING, hidden: true };
    return result.indicator.unit === 'rate per 10,000'
      ? {
          figure: {
            value: population ? (total / population) * 10_000 : null,
            numerator: total,
            denominator: population,
          },
          hidden: false,
        }
      : { figure: { value: total, numerator: total, denominator: null }, hidden: false };
  }
  if (parts === 'average') {
    const average = cell('average');
    const hidden = total === null || (average !== undefined && (average.average ?? null) === null);
    return hidden
      ? { figure: NOTHING, hidden }
      : { figure: { value: average?.average ?? null, numerator: null, denominator: total }, hidden };
  }
  const inside = n('in');
  if (inside === null || total === null) return { figure: NOTHING, hidden: true };
  const value = total === 0 ? null : (inside / total) * 100;
  return { figure: { value, numerator: inside, denominator: total }, hidden: false };
}

/** What of a result may leave: its names and definition, and the numbers that were released. Takes nothing else. */
export function releasedResult(
  result: IndicatorResult,
  bys: readonly (readonly string[])[],
  released: Publication | undefined,
): BookedResult {
  const hidden = new Set<string>();
  const key = (by: readonly string[], categories: readonly string[]) => [...by, '', ...categories].join('\n');
  const read = (by: readonly string[], rows: readonly (readonly string[])[]) => {
    const table = released?.tables.find(({ id }) => id === tableId(result, by));
    const cellAt = table ? placesIn(table) : () => undefined;
    return (categories: readonly string[], population: number | null): Figure => {
      const at = rows.length === 0 ? by.map(() => TOTAL) : categories;
      const one = releasedFigure(result, cellAt, at, population);
      if (one.hidden) hidden.add(key(by, categories));
      return one.figure;
    };
  };
  const everybody = read([], [])([], result.denominator);
  const breakdowns = new Map(
    bys.map((by) => {
      const rows = result.breakdowns.get(breakdownKey(by)) ?? [];
      const figureAt = read(
        by,
        rows.map(({ categories }) => categories),
      );
      return [
        breakdownKey(by),
        rows.map(({ categories, labels, denominator }) => ({
          categories,
          labels,
          share: null,
          ...figureAt(categories, denominator),
        })),
      ] as const;
    }),
  );
  return {
    ...result,
    ...everybody,
    breakdowns,
    hidden: (by, categories) => hidden.has(key(by, categories)),
  };
}

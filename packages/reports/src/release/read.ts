import { breakdownKey, type Figure, type IndicatorResult } from '@cic/core';
import type { Cell, Publication, Table } from '@cic/disclosure';
import type { BookedResult } from '../figures/book.ts';
import { partsOf, TOTAL, tableId } from './tables.ts';

const NOTHING: Figure = { value: null, numerator: null, denominator: null };

type CellAt = (at: readonly string[]) => Cell | undefined;

/** Cells of a released table by their categories. */
function placesIn(table: Table): CellAt {
  const places = new Map(table.cells.map((cell) => [cell.at.join('\n'), cell]));
  return (at) => places.get(at.join('\n'));
}

/** A figure of a released table, and whether any of it is held back: every number stands in the publication. */
function releasedFigure(
  result: IndicatorResult,
  cellAt: CellAt,
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

/**
 * What of a result may leave: its names and definition, and the numbers that were released. Takes nothing else.
 * @param bys the breakdowns to read; the figure of everybody stands in the table without any, or as their sum
 */
export function releasedResult(
  result: IndicatorResult,
  bys: readonly (readonly string[])[],
  released: Publication,
): BookedResult & { readonly hidden: NonNullable<BookedResult['hidden']> } {
  const hidden = new Set<string>();
  const key = (by: readonly string[], categories: readonly string[]) => [...by, '', ...categories].join('\n');
  const tables = new Map(released.tables.map((table) => [table.id, placesIn(table)]));
  const cellsBy = (by: readonly string[]) => tables.get(tableId(result, by));
  const read = (
    cellAt: CellAt | undefined,
    at: readonly string[],
    place: string,
    population: number | null,
  ): Figure => {
    const one = releasedFigure(result, cellAt ?? (() => undefined), at, population);
    if (one.hidden) hidden.add(place);
    return one.figure;
  };
  const whole = [[], ...bys].find((by) => cellsBy(by)) ?? [];
  const everybody = read(
    cellsBy(whole),
    whole.map(() => TOTAL),
    key([], []),
    result.denominator,
  );
  const breakdowns = new Map(
    bys.map((by) => [
      breakdownKey(by),
      (result.breakdowns.get(breakdownKey(by)) ?? []).map(({ categories, labels, denominator }) => ({
        categories,
        labels,
        share: null,
        ...read(cellsBy(by), categories, key(by, categories), denominator),
      })),
    ]),
  );
  return {
    ...result,
    ...everybody,
    breakdowns,
    hidden: (by, categories) => hidden.has(key(by, categories)),
  };
}

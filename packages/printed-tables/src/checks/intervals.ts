import { intervalOf, type PrintedCell, type PrintedFigure, readCell } from '../figure.ts';
import type { PrintedTable } from '../table.ts';

export type Interval = readonly [number, number];

const readTables = new WeakMap<PrintedTable, readonly (readonly PrintedCell[])[]>();

/** Every cell of a table, read once however many checks look at it. */
export function cellsOf(table: PrintedTable): readonly (readonly PrintedCell[])[] {
  const known = readTables.get(table);
  if (known) return known;
  const read = table.rows.map(({ cells }) => cells.map(readCell));
  readTables.set(table, read);
  return read;
}

/** The figure of a cell; the first where it holds several. */
export const figureAt = (
  table: PrintedTable,
  row: number,
  column: number,
  figure = 0,
): PrintedFigure | undefined => cellsOf(table)[row]![column]!.figures[figure];

/** What a cell can stand for: its mark's range where the table gives one, nought for a blank in a table of counts. */
export function intervalAt(
  table: PrintedTable,
  row: number,
  column: number,
  figure = 0,
): Interval | undefined {
  const mark = table.marks[table.rows[row]!.cells[column]!.trim()];
  if (mark) return [mark.from, mark.to];
  const read = figureAt(table, row, column, figure);
  return read && intervalOf(read);
}

export const addUp = (parts: readonly Interval[]): Interval => [
  parts.reduce((sum, [low]) => sum + low, 0),
  parts.reduce((sum, [, high]) => sum + high, 0),
];

export const minus = ([low, high]: Interval, [otherLow, otherHigh]: Interval): Interval => [
  low - otherHigh,
  high - otherLow,
];

/** Whether some number is in both; a hair's breadth of floating point aside. */
export const meet = ([a, b]: Interval, [c, d]: Interval): boolean => a <= d + 1e-9 && c <= b + 1e-9;

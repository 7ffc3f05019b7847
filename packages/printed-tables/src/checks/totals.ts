import type { PrintedFigure } from '../figure.ts';
import { columnOf, type PrintedTable } from '../table.ts';
import { type Finding, inPrint, rangeInPrint } from './finding.ts';
import { addUp, figureAt, type Interval, intervalAt, meet } from './intervals.ts';

const TOTAL = /^(?:grand |la |overall |county )?totals?\b|^all(?: children(?: in care)?)?$/i;
const isTotal = (label: string): boolean => TOTAL.test(label.trim());
const isOfWhich = ({ label, ofWhich }: PrintedTable['rows'][number]): boolean =>
  ofWhich === true || /^of (?:which|whom)\b/i.test(label.trim());

/** Counts are added; rates, averages and percentages are not. */
const isCount = (figure: PrintedFigure | undefined): boolean =>
  figure === undefined || (figure.unit !== 'percent' && (figure.decimals ?? 0) === 0);

const counts = (figures: readonly (PrintedFigure | undefined)[]): boolean =>
  figures.every(isCount) && figures.filter((figure) => figure?.value !== undefined).length >= 2;

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The finding that some cells do not add up to a total; nothing where they do, are no counts, or cannot be read. */
function sumFound(
  table: PrintedTable,
  parts: readonly Cell[],
  total: Cell,
  says: (expected: string, printed: string) => string,
): Finding[] {
  const figures = [...parts, total].map(({ row, column }) => figureAt(table, row, column));
  const added = parts.map(({ row, column }) => intervalAt(table, row, column));
  const whole = intervalAt(table, total.row, total.column);
  if (!whole || !counts(figures) || added.some((part) => part === undefined)) return [];
  const sum = addUp(added as Interval[]);
  if (meet(sum, whole)) return [];
  const { label, cells } = table.rows[total.row]!;
  const [printed, expected] = [cells[total.column]!, rangeInPrint(sum)];
  return [
    {
      check: 'sum',
      table: table.id,
      row: label,
      column: table.columns[total.column + 1]!,
      printed,
      expected,
      message: says(expected, printed),
    },
  ];
}

/** Rows that belong to a total: those since the total before it, without what is shown and not added. */
function partsOf(table: PrintedTable, total: number): number[] {
  const parts: number[] = [];
  for (let row = total - 1; row >= 0 && !isTotal(table.rows[row]!.label); row--) {
    if (!isOfWhich(table.rows[row]!)) parts.unshift(row);
  }
  return parts;
}

/** Column by column, whether the rows add up to their total. Hidden cells are taken as whatever their mark allows. */
const downwards = (table: PrintedTable): Finding[] =>
  table.rows.flatMap(({ label }, total) => {
    const rows = isTotal(label) ? partsOf(table, total) : [];
    if (rows.length < 2) return [];
    return table.columns.slice(1).flatMap((heading, column) =>
      sumFound(
        table,
        rows.map((row) => ({ row, column })),
        { row: total, column },
        (expected, printed) =>
          `The rows of column '${heading}' add up to ${expected}, but '${label}' prints ${printed}.`,
      ),
    );
  });

/** Row by row, whether the columns add up to the one headed Total. */
function across(table: PrintedTable): Finding[] {
  const total = table.columns.slice(1).findIndex(isTotal);
  const others = table.columns.slice(1).flatMap((_, column) => (column === total ? [] : [column]));
  if (total < 0 || others.length < 2) return [];
  return table.rows.flatMap(({ label }, row) =>
    sumFound(
      table,
      others.map((column) => ({ row, column })),
      { row, column: total },
      (expected, printed) =>
        `The columns of row '${label}' add up to ${expected}, but '${table.columns[total + 1]}' prints ${printed}.`,
    ),
  );
}

/** A printed share of the column's total: `37 (6%)`. Only where most shares of the column are of that total. */
function shares(table: PrintedTable): Finding[] {
  const total = table.rows.findIndex(({ label }) => isTotal(label));
  if (total < 0) return [];
  return table.columns.slice(1).flatMap((column) => {
    const at = columnOf(table, column);
    const whole = figureAt(table, total, at)?.value;
    if (!whole) return [];
    const judged = table.rows.flatMap(({ label, cells }, row) => {
      const [part, share] = [figureAt(table, row, at), figureAt(table, row, at, 1)];
      if (
        row === total ||
        part?.value === undefined ||
        share?.unit !== 'percent' ||
        share.value === undefined
      )
        return [];
      const right = (part.value / whole) * 100;
      const half = 0.5 * 10 ** -(share.decimals ?? 0);
      return [
        {
          label,
          printed: cells[at]!,
          right,
          decimals: share.decimals ?? 0,
          fits: Math.abs(right - share.value) <= half + 1e-9,
        },
      ];
    });
    const fitting = judged.filter(({ fits }) => fits).length;
    if (fitting < 2 || fitting * 2 < judged.length) return [];
    return judged
      .filter(({ fits }) => !fits)
      .map(({ label, printed, right, decimals }): Finding => {
        const expected = `${inPrint(right, decimals)}%`;
        return {
          check: 'share',
          table: table.id,
          row: label,
          column,
          printed,
          expected,
          message: `'${label}' prints ${printed} in column '${column}', whose total is ${inPrint(whole)}: that is ${expected}.`,
        };
      });
  });
}

/** Sums and shares that need no naming: they are found by their labels. */
export const checkTotals = (table: PrintedTable): Finding[] => [
  ...downwards(table),
  ...across(table),
  ...shares(table),
];

import {
  type BreakdownRow,
  breakdownKey,
  decimalsOf,
  type Figure,
  type IndicatorResult,
  isSum,
  periodKey,
  round,
} from '@cic/core';
import type { Cell, CellRef, Table } from '@cic/disclosure';

/** What a table of an indicator counts: children, or children in and out of a share, or the base of an average. */
type Parts = 'count' | 'share' | 'average';

export const TOTAL = 'All';

export const partsOf = ({ indicator }: Pick<IndicatorResult, 'indicator'>): Parts => {
  if (isSum(indicator) || indicator.unit === 'rate per 10,000') return 'count';
  return indicator.unit === 'percent' ? 'share' : 'average';
};

/** The id of the table a figure is released in: one for each indicator, period and breakdown. */
export const tableId = (
  { indicator, period }: Pick<IndicatorResult, 'indicator' | 'period'>,
  by: readonly string[],
): string => [`${indicator.id} ${periodKey(period)}`, ...by].join(' by ');

function cellsOf(parts: Parts, result: IndicatorResult, at: readonly string[], figure: Figure): Cell[] {
  const { numerator, denominator, value } = figure;
  if (parts === 'count') return [{ at: [...at, TOTAL], n: numerator ?? 0 }];
  const base: Cell = { at: [...at, TOTAL], n: denominator ?? 0 };
  if (parts === 'average') {
    const dp = decimalsOf(result.indicator);
    return value === null
      ? [base]
      : [base, { at: [...at, 'average'], average: round(value, dp), dp, of: { at: [...at, TOTAL] } }];
  }
  const inside = numerator ?? 0;
  return [{ at: [...at, 'in'], n: inside }, { at: [...at, 'out'], n: (denominator ?? 0) - inside }, base];
}

/** The sums of a two-way table's rows over one of its breakdowns. */
function margin(rows: readonly BreakdownRow[], at: 0 | 1): { category: string; figure: Figure }[] {
  const groups = new Map<string, BreakdownRow[]>();
  for (const row of rows) {
    const group = groups.get(row.categories[at]!);
    if (group) group.push(row);
    else groups.set(row.categories[at]!, [row]);
  }
  const sum = (list: readonly BreakdownRow[], part: 'numerator' | 'denominator') =>
    list.reduce((total, row) => total + (row[part] ?? 0), 0);
  return [...groups].map(([category, list]) => {
    const numerator = sum(list, 'numerator');
    const denominator = sum(list, 'denominator');
    return {
      category,
      figure: { numerator, denominator, value: denominator === 0 ? null : numerator / denominator },
    };
  });
}

/** The table in which a result would be released, with every sum a reader could work out. */
export function tableOf(result: IndicatorResult, by: readonly string[]): Table {
  const parts = partsOf(result);
  const rows = result.breakdowns.get(breakdownKey(by)) ?? [];
  const cells = rows.flatMap((row) => cellsOf(parts, result, row.categories, row));
  if (by.length === 2) {
    for (const { category, figure } of margin(rows, 0))
      cells.push(...cellsOf(parts, result, [category, TOTAL], figure));
    for (const { category, figure } of margin(rows, 1))
      cells.push(...cellsOf(parts, result, [TOTAL, category], figure));
  }
  const everybody = by.map(() => TOTAL);
  cells.push(...cellsOf(parts, result, everybody, result));
  return {
    id: tableId(result, by),
    dims: [...by, 'part'],
    cells,
    totals: {
      ...Object.fromEntries(by.map((dimension) => [dimension, TOTAL])),
      ...(parts === 'share' ? { part: TOTAL } : {}),
    },
  };
}

/** Whether a table's rows add up to its total, without which nothing about it can be proved. */
export function addsUp(result: IndicatorResult, by: readonly string[]): boolean {
  const rows = result.breakdowns.get(breakdownKey(by));
  if (by.length === 0 || !rows) return by.length === 0;
  return (['numerator', 'denominator'] as const).every(
    (part) =>
      (part === 'denominator' && partsOf(result) === 'count') ||
      rows.reduce((sum, row) => sum + (row[part] ?? 0), 0) === (result[part] ?? 0),
  );
}

/** Cells of two tables of one indicator and period that hold one count: those of the breakdowns both have. */
export function linksBetween(one: Table, other: Table): { readonly cells: readonly CellRef[] }[] {
  const shared = one.dims.filter((dimension) => other.dims.includes(dimension));
  const key = (table: Table, at: readonly string[]): string | undefined => {
    const outside = table.dims.some((dimension, i) => !shared.includes(dimension) && at[i] !== TOTAL);
    return outside ? undefined : shared.map((dimension) => at[table.dims.indexOf(dimension)]).join('\n');
  };
  const others = new Map(other.cells.map(({ at }) => [key(other, at), at]));
  return one.cells.flatMap(({ at }) => {
    const place = key(one, at);
    const same = place === undefined ? undefined : others.get(place);
    return same
      ? [
          {
            cells: [
              { table: one.id, at },
              { table: other.id, at: same },
            ],
          },
        ]
      : [];
  });
}

import type { Table } from './publication.ts';

/** Whether a cell is the total over every dimension that has totals. */
export function isGrandTotal(table: Table, at: readonly string[]): boolean {
  const withTotals = table.dims.filter((dim) => table.totals?.[dim] !== undefined);
  return (
    withTotals.length > 0 && withTotals.every((dim) => rootOf(table, dim) === at[table.dims.indexOf(dim)])
  );
}

function rootOf(table: Table, dim: string): string | undefined {
  const total = table.totals?.[dim];
  if (total === undefined || typeof total === 'string') return total;
  const children = new Set(Object.values(total).flat());
  return Object.keys(total).find((parent) => !children.has(parent));
}

/** One promised sum: the total's categories and its parts'. */
export interface Sum {
  readonly dim: string;
  readonly total: readonly string[];
  readonly parts: readonly (readonly string[])[];
}

/** Every sum a table's totals promise, for each combination of the other dimensions that prints the total. */
export function sumsOf(table: Table): Sum[] {
  const sums: Sum[] = [];
  const printed = new Map(table.cells.map((cell) => [JSON.stringify(cell.at), cell]));
  for (const [dim, total] of Object.entries(table.totals ?? {})) {
    const position = table.dims.indexOf(dim);
    if (position < 0)
      throw new Error(`Table '${table.id}': totals names '${dim}', which is not one of its dims.`);
    const categories = [...new Set(table.cells.map((cell) => cell.at[position]!))];
    const tree = typeof total === 'string' ? { [total]: categories.filter((name) => name !== total) } : total;
    for (const [parent, children] of Object.entries(tree)) {
      if (!categories.includes(parent))
        throw new Error(`Table '${table.id}': no cell has the total '${parent}' of dimension '${dim}'.`);
      for (const cell of table.cells) {
        if (cell.at[position] !== parent || cell.status === 'not-applicable') continue;
        const parts = children
          .map((child) => cell.at.map((category, i) => (i === position ? child : category)))
          .filter((at) => printed.get(JSON.stringify(at))?.status !== 'not-applicable');
        if (parts.length > 0) sums.push({ dim, total: cell.at, parts });
      }
    }
  }
  return sums;
}

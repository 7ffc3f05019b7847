import type { Cell, Publication, Table } from '../publication.ts';

/**
 * Merges categories of one dimension: `{ 'other forms of accommodation': ['Secure Unit', 'Other'] }`. Counts are added
 * up; figures on merged cells are dropped, since they belong to the parts. Links and sums to merged cells have to be
 * restated by the caller, so tables with links are refused. Source: requirement D-SUP-20.
 *
 * @throws an Error when the table, the dimension or a category is not there, or a merged count is unknown.
 */
export function mergeCategories(
  publication: Publication,
  tableId: string,
  dim: string,
  groups: Readonly<Record<string, readonly string[]>>,
): Publication {
  const table = publication.tables.find((t) => t.id === tableId);
  if (!table) throw new Error(`No table '${tableId}' to merge categories in.`);
  const position = table.dims.indexOf(dim);
  if (position < 0) throw new Error(`Table '${tableId}' has no dimension '${dim}'.`);
  const targetOf = new Map(
    Object.entries(groups).flatMap(([into, parts]) => parts.map((part) => [part, into] as const)),
  );
  for (const part of targetOf.keys())
    if (!table.cells.some((cell) => cell.at[position] === part))
      throw new Error(`Table '${tableId}' has no category '${part}' of '${dim}'.`);
  const links = JSON.stringify([publication.links ?? [], publication.relations ?? [], table.links ?? []]);
  for (const part of targetOf.keys())
    if (links.includes(JSON.stringify(part)))
      throw new Error(
        `'${part}' of table '${tableId}' is linked or in a stated sum: restate those before merging.`,
      );
  const merged: Table = { ...table, cells: mergedCells(table, position, targetOf) };
  return { ...publication, tables: publication.tables.map((t) => (t === table ? merged : t)) };
}

function mergedCells(table: Table, position: number, targetOf: ReadonlyMap<string, string>): Cell[] {
  const cells = new Map<string, Cell>();
  for (const cell of table.cells) {
    const into = targetOf.get(cell.at[position]!);
    const at = into === undefined ? cell.at : cell.at.with(position, into);
    const key = JSON.stringify(at);
    const known = cells.get(key);
    if (into === undefined) cells.set(key, cell);
    else {
      if (cell.n === undefined || cell.n === null)
        throw new Error(
          `Table '${table.id}', ${cell.at.join(' / ')}: no count, so it cannot be merged into '${into}'.`,
        );
      cells.set(key, { at, n: (known?.n ?? 0) + cell.n });
    }
  }
  return [...cells.values()];
}

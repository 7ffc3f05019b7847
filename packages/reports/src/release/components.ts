import type { CellRef, PrintedRelation, Publication, Table } from '@cic/disclosure';

interface Whole {
  readonly tables: readonly Table[];
  readonly links: readonly { readonly cells: readonly CellRef[] }[];
  readonly relations: readonly PrintedRelation[];
}

/**
 * The parts of a publication that nothing joins: no count of one follows from a count of another, so that they are
 * protected one by one, which is as safe and much faster.
 */
export function together({ tables, links, relations }: Whole): Publication[] {
  const root = new Map(tables.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let at = id;
    while (root.get(at) !== at) at = root.get(at)!;
    root.set(id, at);
    return at;
  };
  const join = (refs: readonly CellRef[]) => {
    const [first, ...rest] = refs;
    for (const { table } of rest) root.set(find(table), find(first!.table));
  };
  for (const { cells } of links) join(cells);
  for (const { terms } of relations) join(terms);
  const parts = new Map<
    string,
    { tables: Table[]; links: Whole['links'][number][]; relations: PrintedRelation[] }
  >();
  const partOf = (id: string) => {
    const key = find(id);
    const known = parts.get(key) ?? { tables: [], links: [], relations: [] };
    parts.set(key, known);
    return known;
  };
  for (const table of tables) partOf(table.id).tables.push(table);
  for (const link of links) partOf(link.cells[0]!.table).links.push(link);
  for (const relation of relations) partOf(relation.terms[0]!.table).relations.push(relation);
  return [...parts.values()];
}

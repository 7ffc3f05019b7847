import { TABLE_NAMES, TABLES, type TableName } from '../tables.ts';

/** A table recognised by its heading. */
export interface Heading {
  readonly table: TableName;
  /** Where each of the table's columns stands in the file; -1 when it is missing. */
  readonly positions: readonly number[];
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  /** Columns that stand twice; the first one counts. */
  readonly repeated: readonly string[];
}

/** Below this share of common columns a heading is taken for another kind of file. */
const LEAST_LIKENESS = 0.5;

/** The columns of a heading line: upper case, no spaces around, trailing empty ones dropped. */
export function columnNames(cells: readonly string[]): readonly string[] {
  const names = cells.map((cell) => cell.trim().toUpperCase());
  while (names.at(-1) === '') names.pop();
  return names;
}

/** The table whose columns a heading shares most, in any order; undefined when it is like none or like two. */
export function recognise(names: readonly string[]): Heading | undefined {
  const likeness = TABLE_NAMES.map((table) => ({ table, share: likenessTo(table, names) })).sort(
    (a, b) => b.share - a.share,
  );
  const [best, second] = likeness;
  if (!best || !second || best.share < LEAST_LIKENESS || best.share === second.share) return undefined;
  const columns = Object.keys(TABLES[best.table]);
  return {
    table: best.table,
    positions: columns.map((column) => names.indexOf(column)),
    missing: columns.filter((column) => !names.includes(column)),
    unknown: names.filter((name) => name !== '' && !columns.includes(name)),
    repeated: columns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column)),
  };
}

/** Shared columns over all columns of the two: 1 for the same set. */
function likenessTo(table: TableName, names: readonly string[]): number {
  const columns = new Set(Object.keys(TABLES[table]));
  const found = new Set(names.filter((name) => name !== ''));
  const shared = [...found].filter((name) => columns.has(name)).length;
  return shared / (columns.size + found.size - shared);
}

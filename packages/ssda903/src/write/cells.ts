import { createRow } from '../read/row.ts';
import { type Return, type Row, TABLE_NAMES, TABLES, type Table, type TableName } from '../tables.ts';

/** A row as text, column by column; a column that is left out is blank. */
export type Cells = Readonly<Partial<Record<string, string>>>;

/** A return as text: what files hold, and what a case system can give without knowing about files. */
export type TableCells = { readonly [T in TableName]?: readonly Cells[] };

/** A row's columns as text, in the order of the table; in XML, Header has the status UASC as well. */
export function cellsOf(row: Row<TableName>): Cells {
  const values = row as unknown as Readonly<Record<string, string>>;
  const cells: Record<string, string> = {};
  for (const [column, kind] of Object.entries(TABLES[row.table])) {
    cells[column] = values[kind === 'date' ? `${column}_TEXT` : column] ?? '';
  }
  return cells;
}

/**
 * A return from rows of text, as if they had been read from files: upper-cased, dates understood.
 * @throws RangeError for a column that the table does not have
 */
export function returnFromCells(tables: TableCells, format: Return['format'] = 'csv'): Return {
  const given = TABLE_NAMES.flatMap((table) => {
    const rows = tables[table];
    return rows
      ? [[table, { rows: rowsFromCells(table, rows), sources: [] } satisfies Table<TableName>]]
      : [];
  });
  return { format, tables: Object.fromEntries(given) };
}

/** Columns of Header and Episodes that are worked out when the files do not say them. */
const DERIVED: { readonly [T in TableName]?: readonly string[] } = {
  Header: ['UASC'],
  Episodes: ['PL_LA', 'PL_LOCATION'],
};

function rowsFromCells(table: TableName, rows: readonly Cells[]): readonly Row<TableName>[] {
  const columns = Object.keys(TABLES[table]);
  const derived = DERIVED[table] ?? [];
  return rows.map((cells, index) => {
    const strange = Object.keys(cells).find((name) => !columns.includes(name) && !derived.includes(name));
    if (strange) throw new RangeError(`${table} has no column ${strange}`);
    const text = (name: string): string => (cells[name] ?? '').toUpperCase();
    const row: object = createRow(table, index, columns.map(text));
    return { ...row, ...Object.fromEntries(derived.map((name) => [name, text(name)])) } as Row<TableName>;
  });
}

import { type Day, parseReturnDate } from '@cic/core/dates';
import { type Row, TABLES, type TableName } from '../tables.ts';

const FIRST_READABLE_YEAR = 1678;
const LAST_READABLE_YEAR = 2261;

/** The day written as DD/MM/YYYY; NaN when blank, unreadable or outside the years 1678 to 2261. */
export function readDate(text: string): Day {
  if (text === '') return Number.NaN;
  const year = Number(text.slice(-4));
  return year >= FIRST_READABLE_YEAR && year <= LAST_READABLE_YEAR ? parseReturnDate(text) : Number.NaN;
}

const DERIVED: { readonly [T in TableName]?: Readonly<Record<string, string | number>> } = {
  Header: { UASC: '' },
  Episodes: { PL_LA: '', PL_LOCATION: '', PL_DISTANCE: Number.NaN },
};

/** One constructor per table, so that all rows of a table have the same shape in memory. */
function rowClass(table: TableName) {
  const columns = Object.entries(TABLES[table]);
  const derived = Object.entries(DERIVED[table] ?? {});
  return class {
    constructor(row: number, cells: readonly string[]) {
      const self = this as unknown as Record<string, unknown>;
      self['table'] = table;
      self['row'] = row;
      for (let i = 0; i < columns.length; i++) {
        const [name, kind] = columns[i]!;
        const text = cells[i] ?? '';
        if (kind === 'text') self[name] = text;
        else {
          self[name] = readDate(text);
          self[`${name}_TEXT`] = text;
        }
      }
      for (const [name, unknown] of derived) self[name] = unknown;
    }
  };
}

const ROW_CLASSES = new Map(
  (Object.keys(TABLES) as TableName[]).map((table) => [table, rowClass(table)] as const),
);

/** A row from its cells, which stand in the order of the table's columns; the columns worked out later are unknown. */
export const createRow = <T extends TableName>(table: T, row: number, cells: readonly string[]): Row<T> =>
  new (ROW_CLASSES.get(table)!)(row, cells) as unknown as Row<T>;

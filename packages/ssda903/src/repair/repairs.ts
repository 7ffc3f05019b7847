import { type Return, type Row, TABLE_NAMES, TABLES, type TableName } from '../tables.ts';
import { returnFromCells, type TableCells } from '../write/cells.ts';
import { cellsOfReturn } from '../write/write-csv.ts';
import { mendedValue } from './mend.ts';

/** A change of one cell that a person may apply; the data leaves only this one possibility. */
export interface Repair {
  readonly table: TableName;
  /** Zero-based data row. */
  readonly row: number;
  readonly file?: string;
  readonly line?: number;
  readonly child: string;
  readonly column: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** Every safe repair of a return, in the order of its rows. Nothing is changed. */
export function suggestRepairs(source: Return): readonly Repair[] {
  return TABLE_NAMES.flatMap((table) => {
    const given = source.tables[table];
    if (!given) return [];
    const [origin] = given.sources;
    return given.rows.flatMap((row) =>
      Object.entries(TABLES[table]).flatMap(([column, kind]) => {
        const from = writtenIn(row, column, kind);
        const mended = from === '' ? undefined : mendedValue(column, kind, from);
        if (!mended) return [];
        const line = origin?.lines?.[row.row];
        const place = { ...(origin && { file: origin.file }), ...(line !== undefined && { line }) };
        return [{ table, row: row.row, ...place, child: row.CHILD, column, from, ...mended }];
      }),
    );
  });
}

function writtenIn(row: Row<TableName>, column: string, kind: 'text' | 'date'): string {
  const cells = row as unknown as Readonly<Record<string, string>>;
  return cells[kind === 'date' ? `${column}_TEXT` : column] ?? '';
}

export interface Repaired {
  readonly return: Return;
  readonly applied: number;
  /** Repairs whose cell no longer holds what they expect; they were not applied. */
  readonly stale: readonly Repair[];
}

/** A return with these repairs applied; each only where the cell still holds what the repair says it does. */
export function applyRepairs(source: Return, repairs: readonly Repair[]): Repaired {
  const tables: Record<string, Record<string, string>[]> = {};
  for (const [table, rows] of Object.entries(cellsOfReturn(source))) {
    tables[table] = rows.map((cells) => ({ ...cells }) as Record<string, string>);
  }
  const stale: Repair[] = [];
  for (const repair of repairs) {
    const cells = tables[repair.table]?.[repair.row];
    if (cells && cells[repair.column] === repair.from) cells[repair.column] = repair.to;
    else stale.push(repair);
  }
  const repaired = returnFromCells(tables as TableCells, source.format);
  return { return: repaired, applied: repairs.length - stale.length, stale };
}

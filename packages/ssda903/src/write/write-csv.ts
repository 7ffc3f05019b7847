import Papa from 'papaparse';
import type { ReturnFile } from '../read/files.ts';
import { type Return, TABLE_NAMES, TABLES, type TableName } from '../tables.ts';
import { cellsOf, type TableCells } from './cells.ts';

/** One CSV file for each table that is given, named after it; reading them gives the same rows again. */
export function writeCsv(tables: TableCells): readonly ReturnFile[] {
  const encoder = new TextEncoder();
  return TABLE_NAMES.flatMap((table) => {
    const rows = tables[table];
    if (!rows) return [];
    const columns = Object.keys(TABLES[table]);
    const text = Papa.unparse({
      fields: columns,
      data: rows.map((cells) => columns.map((name) => cells[name] ?? '')),
    });
    return [{ name: fileNameOf(table), bytes: encoder.encode(`${text}\r\n`) }];
  });
}

/** A return's rows as text, for {@link writeCsv} and {@link writeXml}. */
export function cellsOfReturn({ format, tables }: Return): TableCells {
  return Object.fromEntries(
    TABLE_NAMES.flatMap((table) => {
      const rows = tables[table]?.rows;
      if (!rows) return [];
      const status = format === 'xml' && table === 'Header';
      return [
        [table, rows.map((row) => ({ ...cellsOf(row), ...(status && 'UASC' in row && { UASC: row.UASC }) }))],
      ];
    }),
  );
}

const fileNameOf = (table: TableName): string =>
  `${table.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase()}.csv`;

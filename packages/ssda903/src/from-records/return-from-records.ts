import type { RecordInput } from '@cic/core';
import { TABLES, type TableName } from '../tables.ts';
import type { Cells, TableCells } from '../write/cells.ts';
import { TABLE_MAKERS } from './tables.ts';
import { yearOf } from './year.ts';

const wholeRow = (table: TableName, row: Cells): Cells =>
  Object.fromEntries(Object.keys(TABLES[table]).map((column) => [column, row[column] ?? '']));

/**
 * The return of a collection year from a council's stored records of core: children, episodes, reviews, missing
 * episodes, social workers, outcomes, care leaver contacts, adoptions. Only what was known by 31 March is told, and only
 * the tables that the year asks for. Ready for `writeCsv`, `writeXml` and, through `returnFromCells`, for the checks.
 *
 * @param records record types with their records, as they are stored or as the history keeps them; types that the return
 * does not know are passed over
 */
export function returnFromRecords(records: readonly RecordInput[], year: number): TableCells {
  const seen = yearOf(records, year);
  return Object.fromEntries(
    TABLE_MAKERS.filter(({ since }) => year >= since).map(({ table, rows }) => [
      table,
      Array.from(rows(seen), (row) => wholeRow(table, row)),
    ]),
  );
}

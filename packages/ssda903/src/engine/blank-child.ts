import type { AnyRow, Row, TableName } from '../tables.ts';
import type { CheckContext, Tables } from './context.ts';

/**
 * Finds a child's rows in a table of this year or last, for the rules in which a blank CHILD belongs to the other
 * rows whose CHILD is blank.
 */
export function rowsOf<T extends TableName>(
  context: CheckContext,
  table: T,
  year: 'now' | 'last' = 'now',
): (id: string) => readonly Row<T>[] {
  const tables: Tables = year === 'now' ? context : context.last;
  const rows: readonly AnyRow[] = tables[table];
  const blank = rows.filter(({ CHILD }) => CHILD === '') as unknown as readonly Row<T>[];
  return (id) => (id === '' ? blank : (context.child(id)?.[year][table] ?? []));
}

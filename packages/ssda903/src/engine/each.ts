import type { Row, TableName } from '../tables.ts';
import type { CheckContext } from './context.ts';
import type { FlaggableRow, Rule } from './rule.ts';

/** Flags every row of a table that is wrong by itself. */
export const eachRow =
  <T extends TableName>(table: T, wrong: (row: Row<T>, context: CheckContext) => boolean): Rule['check'] =>
  (context, flag) => {
    const rows: readonly Row<T>[] = context[table];
    for (const row of rows) if (wrong(row, context)) flag(row as FlaggableRow);
  };

import type { Row, TableName } from '../tables.ts';
import type { CheckContext, Tables } from './context.ts';
import type { FlaggableRow, Rule } from './rule.ts';

/** Flags every row of a table that is wrong by itself. */
export const eachRow =
  <T extends TableName>(table: T, wrong: (row: Row<T>, context: CheckContext) => boolean): Rule['check'] =>
  (context, flag) => {
    const tables: Tables = context;
    for (const row of tables[table]) if (wrong(row, context)) flag(row as FlaggableRow);
  };

import type { Row, TableName } from '../tables.ts';
import type { CheckContext, Tables } from './context.ts';
import type { FlaggableRow, Rule } from './rule.ts';

/** A check that judges each row of one table by itself, so that many such checks can share one pass over the table. */
export interface RowCheck {
  (context: CheckContext, flag: (row: FlaggableRow) => void): void;
  readonly table: TableName;
  readonly wrong: (row: FlaggableRow, context: CheckContext) => boolean;
}

/** Flags every row of a table that is wrong by itself. */
export function eachRow<T extends TableName>(
  table: T,
  wrong: (row: Row<T>, context: CheckContext) => boolean,
): RowCheck {
  const judge = wrong as unknown as RowCheck['wrong'];
  const check: Rule['check'] = (context, flag) => {
    const rows = (context as Tables)[table] as readonly FlaggableRow[];
    for (const row of rows) if (judge(row, context)) flag(row);
  };
  return Object.assign(check, { table, wrong: judge });
}

export const isRowCheck = (check: Rule['check']): check is RowCheck => 'wrong' in check;

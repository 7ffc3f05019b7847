export { TABLE_NAMES, TABLES } from './tables.ts';
export type { AnyRow, ColumnName, Return, Row, Table, TableName, TableSource } from './tables.ts';

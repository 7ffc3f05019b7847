export { type CheckOptions, checkDocument } from './checks/check.ts';
export type { Finding } from './checks/finding.ts';
export { type Bound, intervalOf, type PrintedCell, type PrintedFigure, readCell } from './figure.ts';
export { type PerformanceImport, type PerformanceOptions, readPerformance } from './performance.ts';
export { periodIn } from './periods.ts';
export { requirements } from './requirements.ts';
export {
  asCorrected,
  asPrinted,
  type CellState,
  type PrintedDocument,
  type PrintedTable,
  printedDocument,
  type Reference,
  type Relation,
  readDocument,
  TableError,
} from './table.ts';

export { buildReport, type MadeReport, makeReport, type ReportInput } from './build/build.ts';
export { periodOf } from './build/periods.ts';
export { computedFigures, type FigureRequest, type FigureSource } from './figures/source.ts';
export { en, type MessageKey, type Messages } from './language/en.ts';
export { english, type Language, languageOf } from './language/language.ts';
export { languages, welsh } from './language/languages.ts';
export {
  type BuiltCell,
  type BuiltDefinition,
  type BuiltHeading,
  type BuiltList,
  type BuiltPeriod,
  type BuiltProtection,
  type BuiltReport,
  type BuiltRow,
  type BuiltSection,
  type BuiltTable,
  type BuiltText,
  type CellState,
  cellsIn,
  type LeftOut,
  type Rating,
  type SeriesPoint,
} from './model.ts';
export { aboutUs } from './ready/aboutUs.ts';
export { boardPack, type ReadyOptions } from './ready/boardPack.ts';
export { readyReports } from './ready/ready.ts';
export { returnSummary } from './ready/statutoryReturn.ts';
export { improvementPlan, strategyProgress } from './ready/strategy.ts';
export { releasedResult } from './release/read.ts';
export { type LedgerReader, policyOf, subjectOf } from './release/release.ts';
export { addsUp, linksBetween, tableId, tableOf } from './release/tables.ts';
export { renderCsv } from './render/csv.ts';
export { type HtmlOptions, renderHtml } from './render/html/page.ts';
export { readReport, renderJson } from './render/json.ts';
export { renderXlsx } from './render/xlsx.ts';
export { requirements } from './requirements.ts';
export { type DueReport, type Received, reportsDue, type ScheduleOptions } from './schedule/due.ts';
export type { StrategyRecords } from './sections/actions.ts';

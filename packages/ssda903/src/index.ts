export { type ChangedEpisode, type Comparison, compareReturns, type EpisodeKey } from './compare/compare.ts';
export type { ReturnToCheck } from './engine/build.ts';
export { appliesTo, ruleByCode, rulesOf } from './engine/catalogue.ts';
export { explainFindings, type Finding } from './engine/findings.ts';
export type { Rule } from './engine/rule.ts';
export {
  type RowsByTable,
  type RuleResult,
  type ValidateOptions,
  type Validation,
  validateReturn,
} from './engine/run.ts';
export { otherYearOf, yearNotices } from './engine/year.ts';
export { returnFromRecords } from './from-records/return-from-records.ts';
export { type CareHistories, toCareHistories, type YearFinding } from './history/care-histories.ts';
export { recordsOf, type YearReturn } from './history/records.ts';
export type { ReturnFile } from './read/files.ts';
export type { ReadFinding } from './read/finding.ts';
export { isRefusal, type ReadResult, readReturn } from './read/read-return.ts';
export { AUTHORITIES, type Authority, authorityByCode, upperTierOf } from './reference/authorities.ts';
export { openPostcodeIndex } from './reference/postcode-index.ts';
export type { Place, PostcodeDirectory } from './reference/postcodes.ts';
export type { Provider, ProviderList } from './reference/providers.ts';
export { buildPostcodeIndex, type PostcodeIndexResult } from './reference/read-postcodes.ts';
export { type ProvidersResult, readProviders } from './reference/read-providers.ts';
export { applyRepairs, type Repair, type Repaired, suggestRepairs } from './repair/repairs.ts';
export { csvReport } from './report/csv.ts';
export { htmlReport } from './report/html.ts';
export { createReport, type Report, type ReportOptions, type Summary, summarise } from './report/report.ts';
export { textReport } from './report/text.ts';
export { xlsxReport } from './report/xlsx.ts';
export { rules } from './rules/index.ts';
export * from './tables.ts';
export { type Cells, returnFromCells, type TableCells } from './write/cells.ts';
export { cellsOfReturn, writeCsv } from './write/write-csv.ts';
export { type WriteXmlOptions, type WrittenXml, writeXml } from './write/write-xml.ts';

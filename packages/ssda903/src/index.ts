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
export type { ReturnFile } from './read/files.ts';
export type { ReadFinding } from './read/finding.ts';
export { isRefusal, type ReadResult, readReturn } from './read/read-return.ts';
export type { Place, PostcodeDirectory } from './reference/postcodes.ts';
export type { Provider, ProviderList } from './reference/providers.ts';
export { rules } from './rules/index.ts';
export * from './tables.ts';

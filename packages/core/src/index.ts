export { type Bands, type Breakdown, type Category, NOT_KNOWN, bands, categoriesOf, defineBreakdown } from './breakdowns/breakdown.ts';
export { type Check, type CheckContext, type CheckFinding, defineCheck, runChecks } from './checks/check.ts';
export {
  THIRTEEN_WEEKS,
  careLeaverOn,
  ceasedIn,
  endsCare,
  lookedAfterFor12Months,
  lookedAfterForTwoAndAHalfYears,
  startedIn,
  yearEnd,
} from './cohorts/cohorts.ts';
export {
  type Council,
  type CouncilConfig,
  CouncilError,
  type DisclosurePolicy,
  type District,
  defineCouncil,
} from './council/council.ts';
export { type Parameter, defineParameter, parameterOn } from './council/parameter.ts';
export { populationOf } from './council/population.ts';
export {
  type CalendarDate,
  type Day,
  type IsoDate,
  OPEN,
  addMonths,
  addYears,
  ageOn,
  birthday,
  calendarDate,
  day,
  dayOf,
  daysInMonth,
  formatIsoDate,
  formatReturnDate,
  isLeapYear,
  parseIsoDate,
  parseReturnDate,
  weekday,
} from './dates/day.ts';
export {
  type Period,
  type PeriodKind,
  academicYear,
  academicYearOf,
  byTime,
  calendarYear,
  comparable,
  financialYear,
  financialYearOf,
  halfYear,
  longDate,
  month,
  onDate,
  parsePeriod,
  periodKey,
  previousPeriod,
  quarter,
  rangeOf,
  rolling12Months,
  threeYears,
} from './dates/period.ts';
export { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from './dates/workingDays.ts';
export { dutyEvent, onceFrom, repeatingFrom } from './duties/clocks.ts';
export {
  type DueItem,
  type Duty,
  type DutyContext,
  type DutyEvent,
  type DutyStatus,
  defineDuty,
  dutiesOf,
  dutyContext,
  dutyStatus,
  timelinessOf,
} from './duties/duty.ts';
export {
  type CareHistory,
  type CareHistoryInput,
  type HistoryFor,
  type RecordInput,
  buildCareHistory,
  recordInput,
} from './history/careHistory.ts';
export { Child, type Episode, type Stretch } from './history/child.ts';
export type { ChildInput, EpisodeInput, HistoryFinding } from './history/input.ts';
export {
  type Bound,
  type ComparedValue,
  type Comparison,
  type Direction,
  type Gap,
  type Performance,
  type TargetStatus,
  type TargetTest,
  type Trend,
  compareWith,
  gap,
  targetStatus,
  trend,
} from './indicators/compare.ts';
export {
  type BreakdownRow,
  type ComputeOptions,
  type DrillDownRow,
  type Figure,
  type IndicatorResult,
  breakdownKey,
  computeIndicators,
  contextFor,
  drillDown,
  share,
  versionFor,
} from './indicators/compute.ts';
export {
  type Certainty,
  type DerivedIndicator,
  type Indicator,
  type IndicatorVersion,
  type Measure,
  type MeasureContext,
  type MeasuredIndicator,
  type Polarity,
  type SchemeCode,
  type Share,
  type Unit,
  type Verdict,
  decimalsOf,
  defineIndicator,
  isDerived,
} from './indicators/indicator.ts';
export { printValue, round } from './indicators/print.ts';
export { core } from './plugin/core.ts';
export {
  type AccessRule,
  type Grain,
  type ListDefinition,
  type ListRow,
  type Plugin,
  type PluginRoutes,
  type ReportDefinition,
  type ReportSection,
  definePlugin,
} from './plugin/plugin.ts';
export { type CodeEntry, type CodeSet, type CodeSetDefinition, defineCodeSet } from './codes/codeSet.ts';
export { codeSets } from './generated/codeSets.ts';
export {
  type Inside,
  type JsonSchema,
  type RecordType,
  type SchemaType,
  type Sensitivity,
  type Validator,
  type ValidatorError,
  defineRecord,
  defineSchema,
  toInside,
  toOutside,
} from './records/recordType.ts';
export { type CsvColumn, csvColumns, recordsToCsv } from './validation/csvRecord.ts';
export type { Problem } from './validation/problem.ts';
export {
  type FileFormat,
  type LineProblem,
  type StreamOptions,
  type StreamProgress,
  type StreamValidation,
  formatOf,
  validateStream,
} from './validation/stream.ts';
export { explain, validate } from './validation/validate.ts';

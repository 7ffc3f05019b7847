export {
  type Bands,
  type Breakdown,
  bands,
  type Category,
  categoriesOf,
  defineBreakdown,
  fromCodes,
  NOT_KNOWN,
} from './breakdowns/breakdown.ts';
export { type Check, type CheckContext, type CheckFinding, defineCheck, runChecks } from './checks/check.ts';
export { type CodeEntry, type CodeSet, type CodeSetDefinition, defineCodeSet } from './codes/codeSet.ts';
export {
  careLeaverOn,
  ceasedIn,
  lookedAfterFor12Months,
  lookedAfterForTwoAndAHalfYears,
  startedIn,
  THIRTEEN_WEEKS,
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
export { defineParameter, type Parameter } from './council/parameter.ts';
export {
  addMonths,
  addYears,
  ageOn,
  birthday,
  type CalendarDate,
  calendarDate,
  type Day,
  day,
  dayOf,
  daysInMonth,
  formatIsoDate,
  formatReturnDate,
  type IsoDate,
  OPEN,
  parseIsoDate,
  parseReturnDate,
} from './dates/day.ts';
export {
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
  openOn,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodKey,
  previousPeriod,
  quarter,
  rangeOf,
  rolling12Months,
  threeYears,
  within,
} from './dates/period.ts';
export { addWorkingDays, isWorkingDay, workingDaysBetween } from './dates/workingDays.ts';
export { dutyEvent, inOrder, onceFrom, oncePerStart, repeatingFrom } from './duties/clocks.ts';
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
export { codeSets } from './generated/codeSets.ts';
export {
  buildCareHistory,
  type CareHistory,
  type CareHistoryInput,
  type HistoryFor,
  hasRecords,
  holdsAny,
  oncePerHistory,
} from './history/careHistory.ts';
export { Child, type Episode, oncePerChild, type Stretch } from './history/child.ts';
export {
  type Admission,
  type CareEvent,
  type CareEventKind,
  type CareEventOf,
  type Ceased,
  type ChangeOfSocialWorker,
  careEventKinds,
  careEvents,
  careEventsBetween,
  type PlacementOutOfArea,
  type PlacementStart,
} from './history/events.ts';
export type { ChildInput, EpisodeInput, HistoryFinding } from './history/input.ts';
export { insideOf, type RecordInput, recordInput } from './history/records.ts';
export {
  type TimelineEntry,
  type TimelineOptions,
  type TimelineSource,
  timelineOf,
} from './history/timeline.ts';
export {
  type Bound,
  type ComparedValue,
  type Comparison,
  compareWith,
  type Direction,
  type Gap,
  gap,
  type Performance,
  type TargetStatus,
  type TargetTest,
  type Trend,
  targetStatus,
  trend,
} from './indicators/compare.ts';
export {
  type ComputeOptions,
  casesBehind,
  computeIndicators,
  contextFor,
  type DrillDownRow,
  drillDown,
  type IndicatorResult,
  share,
  versionFor,
} from './indicators/compute.ts';
export { definitionSince } from './indicators/definition.ts';
export {
  type Case,
  type Certainty,
  type DerivedIndicator,
  decimalsOf,
  defineIndicator,
  type Indicator,
  type IndicatorVersion,
  isDerived,
  isSum,
  type Measure,
  type MeasureContext,
  type MeasuredIndicator,
  noChild,
  type Polarity,
  type SchemeCode,
  type Share,
  type Unit,
  type Verdict,
} from './indicators/indicator.ts';
export {
  bandChange,
  bandOf,
  type PerformanceBand,
  type PerformanceBands,
  sameBand,
} from './indicators/performanceBands.ts';
export { printValue, round } from './indicators/print.ts';
export { type BreakdownRow, breakdownKey, type Figure, figure } from './indicators/tables.ts';
export { aCase, countOf, shareOf } from './indicators/verdicts.ts';
export { grant } from './plugin/access.ts';
export { ageCell, columns, dateCell, percentCell, pounds } from './plugin/cells.ts';
export { core } from './plugin/core.ts';
export {
  type AccessRule,
  definePlugin,
  type Grain,
  type ListCells,
  type ListDefinition,
  type ListedRow,
  type ListRow,
  listRows,
  type Plugin,
  type PluginRoutes,
} from './plugin/plugin.ts';
export type {
  ActionColumn,
  Axis,
  Binding,
  ChartKind,
  ComparatorReference,
  GridRow,
  GridSection,
  PeriodReference,
  ReportAudience,
  ReportDefinition,
  ReportSection,
  Show,
} from './plugin/report.ts';
export {
  defineRecord,
  defineSchema,
  type Inside,
  type JsonSchema,
  type RecordType,
  recordTypesIn,
  type SchemaType,
  type Sensitivity,
  toInside,
  toOutside,
  type Validator,
  type ValidatorError,
} from './records/recordType.ts';
export { recordsToCsv } from './validation/csvRecord.ts';
export type { Problem } from './validation/problem.ts';
export {
  type FileFormat,
  formatOf,
  type LineProblem,
  type StreamOptions,
  type StreamProgress,
  type StreamValidation,
  validateStream,
} from './validation/stream.ts';
export { explain, validate } from './validation/validate.ts';

export {
  type AskedAt,
  dueBeforeApproval,
  dueBetween,
  indicatorsOf,
  latestTrend,
  overdue,
  withoutDate,
  withoutEvidence,
  withoutImpact,
  withoutOwner,
  worseWhileGreen,
} from './actionQueries.ts';
export { type AimStatus, aimsMissed, aimWithoutFigure } from './aims.ts';
export { type StrategyBook, strategyBook } from './book.ts';
export {
  type Chain,
  carriedOnInACircle,
  chainOfAction,
  chainOfObjective,
  openAcrossStrategies,
} from './carryOn.ts';
export { checkStrategies } from './check.ts';
export { type ClaimVerdict, claimsInDoubt, type TestedFigure, testClaim } from './claims.ts';
export {
  comparedValue,
  type DatedFigure,
  type FigureStatus,
  type ForecastCheck,
  forecastsThatCameDue,
  periodOf,
  seriesOf,
} from './figures.ts';
export { type StrategyFinding, type StrategyQuery, strategyQueries } from './finding.ts';
export { type ForwardEntry, type ForwardPlanOptions, forwardPlan } from './forwardPlan.ts';
export {
  boardsOf,
  emptySeats,
  lastReceived,
  type PlaceOfBoard,
  placeOf,
  protocolsToReview,
  type ReportDue,
  reportsDue,
  reportsOverdue,
} from './governance.ts';
export type { RowMessage } from './import/fields.ts';
export {
  applyImport,
  type ChangedAction,
  type ImportOptions,
  type ImportPreview,
  previewImport,
} from './import/importPlan.ts';
export { type ReadOwners, type RoleDirectory, readOwners, roleDirectory } from './import/owners.ts';
export { type PlanField, type PlanRow, type PlanTable, readPlanTable } from './import/planTable.ts';
export { exportPlan } from './import/printed.ts';
export {
  type ReadTimescale,
  readTimescale,
  type TermEnds,
  type TimescaleOptions,
} from './import/timescale.ts';
export {
  actionsNotPlanned,
  objectivesWithoutAction,
  plannedWithoutAction,
  reviewsOfStrategies,
  workOf,
} from './planQueries.ts';
export {
  joinStrategyRecords,
  readStrategyRecords,
  type StrategyRecords,
  strategyRecordTypes,
} from './records.ts';
export { nextAfter, nextOccurrence } from './recurrence.ts';
export { unknownReferences } from './references.ts';
export { type ActionState, dueDays, isOpenOn, stateOn } from './states.ts';
export {
  pathOn,
  progressOf,
  stepNeeded,
  type TargetProgress,
  type TargetStep,
  targetConflicts,
  targetSteps,
  targetsAboveBaseline,
  targetsMissed,
} from './targets.ts';

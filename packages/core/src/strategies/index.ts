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

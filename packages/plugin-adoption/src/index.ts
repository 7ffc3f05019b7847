import { definePlugin, type Plugin, recordTypesIn } from '@cic/core';
import { access } from './access.ts';
import { breakdowns } from './breakdowns.ts';
import { adopterChecks } from './checks/adopters.ts';
import { agreementChecks } from './checks/agreement.ts';
import { sequenceChecks } from './checks/sequence.ts';
import { duties } from './duties.ts';
import { codeSets } from './generated/codeSets.ts';
import * as records from './generated/records.ts';
import { type AdoptedShareBase, adoptedIndicators, adoptedShares } from './indicators/adopted.ts';
import { adopterIndicators } from './indicators/adopters.ts';
import { agencyIndicators } from './indicators/agencies.ts';
import { guardianshipIndicators } from './indicators/guardianship.ts';
import { placedIndicators } from './indicators/placed.ts';
import { planIndicators } from './indicators/plans.ts';
import { readinessIndicators } from './indicators/readiness.ts';
import { scorecardIndicators } from './indicators/scorecard.ts';
import { supportIndicators } from './indicators/support.ts';
import { timelinessIndicators } from './indicators/timeliness.ts';
import { adopters, families, gap, panels } from './lists/adopters.ts';
import { searches } from './lists/familyFinding.ts';
import { reconciliation, tracker } from './lists/tracker.ts';
import { parameters } from './parameters.ts';
import { reports } from './reports.ts';

export {
  type Household,
  type HouseholdState,
  householdsOf,
  stateOn,
  WAITS,
  waitBand,
  waitingSince,
} from './adopters/households.ts';
export { panelGaps } from './adopters/panels.ts';
export { codeSets } from './generated/codeSets.ts';
export type { AdoptedShareBase } from './indicators/adopted.ts';
export { type Distribution, distributionOf } from './indicators/distribution.ts';
export {
  type AdoptersPlacement,
  type FactSource,
  type Journey,
  journeysOf,
  type Step,
} from './journey/journey.ts';
export {
  type Adoption,
  adoptedIn,
  adoptionOf,
  type OpenPlan,
  openPlan,
  type Stage,
} from './journey/steps.ts';
export { type ScorecardThreshold, scorecardThresholds, thresholdOn } from './journey/thresholds.ts';
export { type SearchStep, searchSteps } from './lists/familyFinding.ts';
export { forStatistics, type Seal, type Split, splitAtOrder } from './sealing/split.ts';
export {
  type ParentingStatus,
  parentingStatus,
  type SupportDuty,
  supportDuty,
} from './support/supportDuty.ts';

export interface AdoptionOptions {
  /**
   * What 'looked after children that were adopted' are a share of: those leaving care, those in care on the last day,
   * those looked after at any time in the year, or those looked after for twelve months.
   */
  readonly adoptedShareOf?: AdoptedShareBase;
}

/**
 * Adoption and other permanence: the child's way from the decision to the order, adopters, panels, support, special
 * guardianship, and the sealed link between an adopted child's earlier and present identity.
 *
 * @example
 * defineCouncil({ id: 'sample', name: 'Sample Council', plugins: [adoption({ adoptedShareOf: 'leavers' })] });
 */
export const adoption = ({ adoptedShareOf = 'leavers' }: AdoptionOptions = {}): Plugin =>
  definePlugin({
    id: 'adoption',
    title: 'Adoption',
    records: recordTypesIn(records),
    codeSets: Object.values(codeSets),
    parameters,
    breakdowns,
    indicators: [
      ...scorecardIndicators,
      ...timelinessIndicators,
      ...placedIndicators,
      ...adoptedIndicators,
      ...adoptedShares(adoptedShareOf),
      ...planIndicators,
      ...readinessIndicators,
      ...adopterIndicators,
      ...agencyIndicators,
      ...supportIndicators,
      ...guardianshipIndicators,
    ],
    duties,
    checks: [...sequenceChecks, ...agreementChecks, ...adopterChecks],
    lists: [tracker, searches, reconciliation, adopters, gap, panels, families],
    reports,
    access,
  });

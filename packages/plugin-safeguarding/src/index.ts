import { definePlugin, type Plugin, recordTypesIn } from '@cic/core';
import { access } from './access.ts';
import { breakdowns } from './breakdowns.ts';
import { concernChecks } from './checks/concerns.ts';
import { missingChecks } from './checks/missing.ts';
import { offendingChecks } from './checks/offending.ts';
import { orderChecks } from './checks/order.ts';
import { disputeIndicators } from './disputes/indicators.ts';
import { concernDuties } from './duties/concerns.ts';
import { missingDuties } from './duties/missing.ts';
import { placementDuties } from './duties/placements.ts';
import { exploitationIndicators } from './exploitation/indicators.ts';
import { codeSets } from './generated/codeSets.ts';
import * as records from './generated/records.ts';
import { homeIndicators } from './homes/indicators.ts';
import { childLists } from './lists/children.ts';
import { homeLists } from './lists/homes.ts';
import { beforeMissingIndicators } from './missing/beforeIndicators.ts';
import { missingIndicators } from './missing/indicators.ts';
import { interviewIndicators } from './missing/interviewIndicators.ts';
import { offendingIndicators } from './offending/indicators.ts';
import { outOfAreaIndicators } from './outOfArea/indicators.ts';
import { parameters } from './parameters.ts';
import { protectionIndicators } from './protection/indicators.ts';
import { reports } from './reports.ts';
import { requirements } from './requirements.ts';
import { secureIndicators } from './secure/indicators.ts';

export {
  escalateDispute,
  type NewDispute,
  openDispute,
  resolveDispute,
  type Step,
} from './disputes/workflow.ts';
export { gravestRisk, rankOf, rankOn, risksOn } from './exploitation/levels.ts';
export { codeSets } from './generated/codeSets.ts';
export { type TrainingCoverage, trainedShare, trainingCoverage } from './homes/training.ts';
export {
  type Antecedent,
  antecedentsFor,
  beforeMissing,
  type Pattern,
} from './missing/before.ts';
export { type Missing, missingOf, repeatedlyMissing, type Source } from './missing/episodes.ts';
export { type Return, returnsOf } from './missing/interviews.ts';
export { offendingRatioBands } from './offending/bands.ts';
export { enteredYouthJustice, type OffendingFact, offendingIn } from './offending/outcomes.ts';
export { type SecureStay, secureStaysOf } from './secure/stays.ts';
export { type Vulnerability, vulnerabilitiesOf } from './vulnerability.ts';

/**
 * Safeguarding: missing and away, exploitation, offending, secure places and liberty, placements out of the area, disputes
 * of reviewing officers, allegations, complaints, incidents and child protection.
 *
 * @example
 * defineCouncil({ id: 'sample', name: 'Sample Council', plugins: [safeguarding()] });
 */
export const safeguarding = (): Plugin =>
  definePlugin({
    id: 'safeguarding',
    title: 'Safeguarding',
    records: recordTypesIn(records),
    codeSets: Object.values(codeSets),
    parameters,
    breakdowns,
    indicators: [
      ...missingIndicators,
      ...interviewIndicators,
      ...beforeMissingIndicators,
      ...exploitationIndicators,
      ...offendingIndicators,
      ...secureIndicators,
      ...outOfAreaIndicators,
      ...disputeIndicators,
      ...protectionIndicators,
      ...homeIndicators,
    ],
    duties: [...missingDuties, ...placementDuties, ...concernDuties],
    checks: [...missingChecks, ...offendingChecks, ...concernChecks, ...orderChecks],
    lists: [...childLists, ...homeLists],
    reports,
    access,
    meets: requirements,
  });

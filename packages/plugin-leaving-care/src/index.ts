import { definePlugin, type Plugin, recordTypesIn } from '@cic/core';
import { access } from './access.ts';
import { breakdowns } from './breakdowns.ts';
import { dateChecks } from './checks/dates.ts';
import { livingChecks } from './checks/living.ts';
import { planChecks } from './checks/plans.ts';
import { rightsChecks } from './checks/rights.ts';
import { duties } from './duties.ts';
import { suitabilityRule } from './facts/living.ts';
import { codeSets } from './generated/codeSets.ts';
import * as records from './generated/records.ts';
import { accommodationIndicators } from './indicators/accommodation.ts';
import { arrangementIndicators } from './indicators/arrangements.ts';
import { housingIndicators } from './indicators/housing.ts';
import { moneyIndicators } from './indicators/money.ts';
import { planIndicators } from './indicators/plans.ts';
import { returnedIndicators } from './indicators/returned.ts';
import { statusIndicators } from './indicators/statuses.ts';
import { surveyIndicators } from './indicators/surveys.ts';
import { transitionIndicators } from './indicators/transitions.ts';
import { workIndicators } from './indicators/work.ts';
import { housingLists } from './lists/housing.ts';
import { moneyLists } from './lists/money.ts';
import { returnList } from './lists/return.ts';
import { serviceLists } from './lists/service.ts';
import { youngPeopleLists } from './lists/young.ts';
import { parameters } from './parameters.ts';
import { reportsWith } from './reports.ts';
import { requirements } from './requirements.ts';

export { ACCOMMODATION_GROUPS } from './breakdowns.ts';
export { type BirthdayContact, contactsIn, inPublishedBase } from './facts/contacts.ts';
export { type UnitNights, unitNights } from './facts/housing.ts';
export {
  isSuitable,
  type Living,
  livingOn,
  returnCode,
  type SuitabilityRule,
  suitabilityRule,
} from './facts/living.ts';
export { codeSets } from './generated/codeSets.ts';
export { offerFor, offerInWords } from './offer/offer.ts';
export {
  type AgeStock,
  type ProjectedYear,
  type ProjectionOptions,
  projectCareLeavers,
} from './projection/projection.ts';
export {
  changeOn,
  type LeavingCareStatus,
  returning,
  STATUS_REASONS,
  type StatusChange,
  type StatusReason,
  statusChanges,
  statusOn,
  wasUnaccompanied,
} from './status/status.ts';

export interface LeavingCareOptions {
  /**
   * Codes of LIVING_ARRANGEMENT that count as unsuitable whatever was judged: `['S', 'R', 'V', 'W', 'X']`. Left out, the
   * worker's judgement counts, and the code where nobody has judged.
   */
  readonly unsuitable?: readonly string[];
  /**
   * First and last year of age of the headline figures (in touch, in education, employment or training, in suitable
   * accommodation). Left out: 17 to 21 since 2015/16, 19 to 21 before.
   */
  readonly ages?: readonly [number, number];
}

/**
 * Leaving care: statuses from the care history, pathway plans and advisers, accommodation and activity, entitlements, the
 * statutory return's lists, and places for care leavers.
 *
 * @example
 * defineCouncil({ id: 'sample', name: 'Sample Council', plugins: [leavingCare({ ages: [19, 21] })] });
 */
export function leavingCare({ unsuitable, ages }: LeavingCareOptions = {}): Plugin {
  const rule = suitabilityRule(unsuitable);
  const lists = [...youngPeopleLists, returnList(rule), ...housingLists, ...moneyLists, ...serviceLists];
  return definePlugin({
    id: 'leaving-care',
    title: 'Leaving care',
    records: recordTypesIn(records),
    codeSets: Object.values(codeSets),
    parameters,
    breakdowns,
    indicators: [
      ...statusIndicators,
      ...returnedIndicators(rule, ages),
      ...accommodationIndicators(rule),
      ...arrangementIndicators,
      ...planIndicators,
      ...housingIndicators,
      ...moneyIndicators,
      ...workIndicators,
      ...transitionIndicators,
      ...surveyIndicators,
    ],
    duties,
    checks: [...dateChecks, ...planChecks, ...livingChecks, ...rightsChecks],
    lists,
    reports: reportsWith(lists),
    access,
    meets: requirements,
  });
}

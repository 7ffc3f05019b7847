import { definePlugin, type Plugin, recordTypesIn } from '@cic/core';
import { access } from './access.ts';
import { breakdowns } from './breakdowns.ts';
import { dateChecks } from './checks/dates.ts';
import { questionnaireChecks } from './checks/questionnaires.ts';
import { recordChecks } from './checks/records.ts';
import { comparisonChecks } from './checks/returned.ts';
import { duties } from './duties/index.ts';
import { codeSets } from './generated/codeSets.ts';
import * as records from './generated/records.ts';
import { accessIndicators } from './indicators/access.ts';
import { assessmentIndicators } from './indicators/assessments.ts';
import { checkIndicators } from './indicators/checks.ts';
import { leavingCareIndicators } from './indicators/leavingCare.ts';
import { livingIndicators } from './indicators/living.ts';
import { needIndicators } from './indicators/needs.ts';
import { sdqIndicators } from './indicators/sdq.ts';
import { substanceIndicators } from './indicators/substance.ts';
import { healthIssues, leavingCareHealth, outOfAreaHealth } from './lists/access.ts';
import { healthTracker, overdueAssessments, questionnairesNotReturned } from './lists/assess.ts';
import { nurseCaseloads, serviceCapacity, standardsEvidence } from './lists/services.ts';
import { parameters } from './parameters.ts';
import { reports } from './reports.ts';
import { requirements } from './requirements.ts';

export { codeSets } from './generated/codeSets.ts';
export {
  type DueDose,
  type GivenDose,
  immunisationSchedule,
  outstandingImmunisations,
} from './immunisations/schedule.ts';
export { bmiBandOf } from './indicators/living.ts';
export { type SdqBand, type SdqFourBand, type SdqVersion, sdqBand, sdqFourBand } from './sdq/bands.ts';
export {
  type SdqAnswer,
  type SdqImpactAnswer,
  type SdqScale,
  type SdqScore,
  scoreImpact,
  scoreSdq,
  sdqScales,
} from './sdq/score.ts';
export { type HealthStandard, healthStandards } from './standards.ts';

/**
 * The health of children in care and care leavers: records, indicators, clocks, checks, worklists and reports. It needs
 * nothing but core; where a council keeps no health records yet, the figures come from the statutory return.
 *
 * @example
 * defineCouncil({ id: 'sample', name: 'Sample Council', plugins: [health()] });
 */
export const health = (): Plugin =>
  definePlugin({
    id: 'health',
    title: 'Health',
    records: recordTypesIn(records),
    codeSets: Object.values(codeSets),
    parameters,
    breakdowns,
    indicators: [
      ...assessmentIndicators,
      ...checkIndicators,
      ...sdqIndicators,
      ...substanceIndicators,
      ...needIndicators,
      ...accessIndicators,
      ...leavingCareIndicators,
      ...livingIndicators,
    ],
    duties,
    checks: [...dateChecks, ...questionnaireChecks, ...recordChecks, ...comparisonChecks],
    lists: [
      healthTracker,
      overdueAssessments,
      questionnairesNotReturned,
      outOfAreaHealth,
      leavingCareHealth,
      healthIssues,
      nurseCaseloads,
      serviceCapacity,
      standardsEvidence,
    ],
    reports,
    access,
    meets: requirements,
  });

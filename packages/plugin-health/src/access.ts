import { type AccessRule, type Grain, grant, type RecordType } from '@cic/core';
import * as health from './generated/records.ts';

/** The clinical file of a child. */
const CLINICAL = [
  health.healthAssessment,
  health.healthCheck,
  health.immunisation,
  health.immunisationStatus,
  health.growthMeasurement,
  health.healthNeed,
  health.healthReferral,
  health.wellbeingAssessment,
  health.healthPromotion,
  health.substanceMisuse,
];
const QUESTIONNAIRE = [health.strengthsAndDifficulties];
const PLANNING = [
  health.healthPlan,
  health.healthRegistration,
  health.patientHeldRecord,
  health.physicalActivity,
];
const ARRANGING = [
  health.healthNotification,
  health.responsibleCommissioner,
  health.healthWorkerAllocation,
  health.healthIssue,
];
const LEAVING = [health.healthHistorySummary, health.transitionHealthCheck, health.adultHealthTransition];
const SURVEY = [health.wellbeingResponse];
const COUNCIL = [
  health.healthOrganisation,
  health.healthTraining,
  health.healthServiceCapacity,
  health.healthStandardEvidence,
];
const OF_A_CHILD: readonly RecordType[] = [
  ...CLINICAL,
  ...QUESTIONNAIRE,
  ...PLANNING,
  ...ARRANGING,
  ...LEAVING,
  ...SURVEY,
];
const EVERYTHING = [...OF_A_CHILD, ...COUNCIL];

/** Words written about a child; `needs` are words in a plan, and codes elsewhere. */
const WORDS = ['text', 'resolution', 'declinedReason', 'barrier'];
const WORDS_OF_A_PLAN = ['views', 'summary', 'needs'];
/** The answers behind a score, which are for those who score and treat. */
const ANSWERS = ['items'];

const SCORES = { hidden: ANSWERS };

const withoutWords = (role: string, records: readonly RecordType[], read: Grain): AccessRule[] => [
  ...grant(role, [health.healthPlan], read, { hidden: WORDS_OF_A_PLAN }),
  ...grant(
    role,
    records.filter((one) => one !== health.healthPlan),
    read,
    { hidden: [...ANSWERS, ...WORDS] },
  ),
];

/** Who sees what of health; what is not named is denied. The administrator keeps the system and reads no child. */
export const access: readonly AccessRule[] = [
  ...grant('designated-nurse', EVERYTHING, 'whole council', { write: 'whole council' }),
  ...grant('social-worker', CLINICAL, 'own caseload'),
  ...grant('social-worker', [...QUESTIONNAIRE, ...PLANNING, ...ARRANGING, ...LEAVING], 'own caseload', {
    write: 'own caseload',
  }),
  ...grant('team-manager', OF_A_CHILD, 'own team', SCORES),
  ...grant(
    'independent-reviewing-officer',
    [...CLINICAL, ...QUESTIONNAIRE, ...PLANNING, ...LEAVING],
    'own caseload',
    SCORES,
  ),
  ...grant('independent-reviewing-officer', [health.healthIssue], 'own caseload', {
    write: 'own caseload',
  }),
  ...grant('personal-adviser', [...PLANNING, health.healthReferral, health.healthNeed], 'own caseload'),
  ...grant('personal-adviser', [...LEAVING, ...SURVEY], 'own caseload', { write: 'own caseload' }),
  ...grant('virtual-school', QUESTIONNAIRE, 'whole council', SCORES),
  ...grant('virtual-school', [health.healthNeed], 'aggregate only'),
  ...grant('designated-teacher', QUESTIONNAIRE, 'own establishment', SCORES),
  ...grant('adoption', [...CLINICAL, ...QUESTIONNAIRE, ...PLANNING], 'own caseload', SCORES),
  ...grant('commissioning', [...CLINICAL, ...QUESTIONNAIRE], 'aggregate only'),
  ...grant('commissioning', [health.responsibleCommissioner, health.healthNotification], 'pseudonymised'),
  ...grant('commissioning', COUNCIL, 'whole council', { write: 'whole council' }),
  ...withoutWords('analyst', OF_A_CHILD, 'pseudonymised'),
  ...grant('analyst', COUNCIL, 'whole council'),
  ...grant('participation', SURVEY, 'aggregate only'),
  ...grant('lead-member', EVERYTHING, 'released only'),
  ...withoutWords('auditor', EVERYTHING, 'whole council'),
  ...grant('integrator', EVERYTHING, 'whole council', { write: 'whole council' }),
];

import type { AccessRule, Grain } from '@cic/core';
import * as health from './generated/records.ts';

const ids = (...types: readonly { readonly id: string }[]): string[] => types.map(({ id }) => id);

/** The clinical file of a child. */
const CLINICAL = ids(
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
);
const QUESTIONNAIRE = ids(health.strengthsAndDifficulties);
const PLANNING = ids(
  health.healthPlan,
  health.healthRegistration,
  health.patientHeldRecord,
  health.physicalActivity,
);
const ARRANGING = ids(
  health.healthNotification,
  health.responsibleCommissioner,
  health.healthWorkerAllocation,
  health.healthIssue,
);
const LEAVING = ids(health.healthHistorySummary, health.transitionHealthCheck, health.adultHealthTransition);
const SURVEY = ids(health.wellbeingResponse);
const COUNCIL = ids(
  health.healthOrganisation,
  health.healthTraining,
  health.healthServiceCapacity,
  health.healthStandardEvidence,
);
const OF_A_CHILD = [...CLINICAL, ...QUESTIONNAIRE, ...PLANNING, ...ARRANGING, ...LEAVING, ...SURVEY];
const EVERYTHING = [...OF_A_CHILD, ...COUNCIL];

/** Words written about a child, by record. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'health-plan': ['views', 'summary', 'needs'],
  'health-issue': ['text', 'resolution'],
  'health-referral': ['declinedReason'],
  'adult-health-transition': ['barrier'],
};
/** The answers behind a score, which are for those who score and treat. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = { 'strengths-and-difficulties': ['items'] };

interface More {
  readonly write?: Grain;
  readonly hides?: readonly Readonly<Record<string, readonly string[]>>[];
}

const rules = (
  role: string,
  records: readonly string[],
  read: Grain,
  { write, hides = [] }: More = {},
): AccessRule[] =>
  records.map((record) => {
    const hidden = hides.flatMap((fields) => fields[record] ?? []);
    return {
      role,
      record,
      read,
      ...(write === undefined ? {} : { write }),
      ...(hidden.length === 0 ? {} : { hidden }),
    };
  });

const SCORES = { hides: [ANSWERS] };
const NO_WORDS = { hides: [ANSWERS, WORDS] };

/** Who sees what of health; what is not named is denied. The administrator keeps the system and reads no child. */
export const access: readonly AccessRule[] = [
  ...rules('designated-nurse', EVERYTHING, 'whole council', { write: 'whole council' }),
  ...rules('social-worker', CLINICAL, 'own caseload'),
  ...rules('social-worker', [...QUESTIONNAIRE, ...PLANNING, ...ARRANGING, ...LEAVING], 'own caseload', {
    write: 'own caseload',
  }),
  ...rules('team-manager', OF_A_CHILD, 'own team', SCORES),
  ...rules(
    'independent-reviewing-officer',
    [...CLINICAL, ...QUESTIONNAIRE, ...PLANNING, ...LEAVING],
    'own caseload',
    SCORES,
  ),
  ...rules('independent-reviewing-officer', ids(health.healthIssue), 'own caseload', {
    write: 'own caseload',
  }),
  ...rules(
    'personal-adviser',
    [...PLANNING, ...ids(health.healthReferral, health.healthNeed)],
    'own caseload',
  ),
  ...rules('personal-adviser', [...LEAVING, ...SURVEY], 'own caseload', { write: 'own caseload' }),
  ...rules('virtual-school', QUESTIONNAIRE, 'whole council', SCORES),
  ...rules('virtual-school', ids(health.healthNeed), 'aggregate only'),
  ...rules('designated-teacher', QUESTIONNAIRE, 'own establishment', SCORES),
  ...rules('adoption', [...CLINICAL, ...QUESTIONNAIRE, ...PLANNING], 'own caseload', SCORES),
  ...rules('commissioning', [...CLINICAL, ...QUESTIONNAIRE], 'aggregate only'),
  ...rules('commissioning', ids(health.responsibleCommissioner, health.healthNotification), 'pseudonymised'),
  ...rules('commissioning', COUNCIL, 'whole council', { write: 'whole council' }),
  ...rules('analyst', OF_A_CHILD, 'pseudonymised', NO_WORDS),
  ...rules('analyst', COUNCIL, 'whole council'),
  ...rules('participation', SURVEY, 'aggregate only'),
  ...rules('lead-member', EVERYTHING, 'released only'),
  ...rules('auditor', EVERYTHING, 'whole council', NO_WORDS),
  ...rules('integrator', EVERYTHING, 'whole council', { write: 'whole council' }),
];

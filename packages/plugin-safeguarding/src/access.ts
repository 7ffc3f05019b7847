import { type AccessRule, grant } from '@cic/core';
import * as safeguarding from './generated/records.ts';

const MISSING = [
  safeguarding.missingIncident,
  safeguarding.returnHomeInterview,
  safeguarding.strategyDiscussion,
];
const EXPLOITATION = [
  safeguarding.exploitationAssessment,
  safeguarding.victimIncident,
  safeguarding.informationShared,
];
const OFFENDING = [
  safeguarding.offence,
  safeguarding.youthJusticeReferral,
  safeguarding.youthJusticePlan,
  safeguarding.restorativeIntervention,
];
const SECURE = [safeguarding.securePlacement, safeguarding.secureReview];
const PROTECTION = [
  safeguarding.section47Enquiry,
  safeguarding.childProtectionPlan,
  safeguarding.seriousIncident,
];
const CONCERNS = [safeguarding.allegation, safeguarding.complaint, safeguarding.dispute];
const PLACEMENT = [safeguarding.outOfAreaNotification];
const HOMES = [safeguarding.providerConcern, safeguarding.homeFinding, safeguarding.safeguardingTraining];
const PROCEDURE = [safeguarding.missingProcedure];

const CASEWORK = [...MISSING, ...EXPLOITATION, ...OFFENDING, ...SECURE, ...PROTECTION, ...PLACEMENT];
const CHILD_RECORDS = [...CASEWORK, ...CONCERNS];

/**
 * Who may see and write what; everything not stated is denied. An allegation against a carer is not for the carer's own
 * worker to write, a dispute is the reviewing officer's, and nobody but the analyst sees whole councils of offences.
 */
export const access: readonly AccessRule[] = [
  ...grant('social-worker', CASEWORK, 'own caseload', { write: 'own caseload' }),
  ...grant('social-worker', [safeguarding.complaint, safeguarding.dispute], 'own caseload'),
  ...grant('social-worker', [safeguarding.allegation], 'own caseload', { hidden: ['outcome'] }),
  ...grant('social-worker', PROCEDURE, 'whole council'),
  ...grant('team-manager', CHILD_RECORDS, 'own team', { write: 'own team' }),
  ...grant('team-manager', [...HOMES, ...PROCEDURE], 'whole council'),
  ...grant(
    'independent-reviewing-officer',
    CASEWORK.filter((record) => record !== safeguarding.secureReview),
    'own caseload',
  ),
  ...grant(
    'independent-reviewing-officer',
    [safeguarding.complaint, safeguarding.allegation],
    'own caseload',
  ),
  ...grant(
    'independent-reviewing-officer',
    [safeguarding.dispute, safeguarding.secureReview],
    'own caseload',
    {
      write: 'own caseload',
    },
  ),
  ...grant('independent-reviewing-officer', [...HOMES, ...PROCEDURE], 'whole council'),
  ...grant('personal-adviser', [...MISSING, ...PLACEMENT], 'own caseload'),
  ...grant('personal-adviser', [...OFFENDING, safeguarding.victimIncident], 'own caseload'),
  ...grant('virtual-school', MISSING, 'whole council', {
    hidden: ['notes', 'themes', 'policeReference', 'harmed'],
  }),
  ...grant('designated-teacher', [safeguarding.missingIncident], 'own establishment', {
    hidden: ['notes', 'policeReference', 'harmed', 'found', 'risk', 'response'],
  }),
  ...grant(
    'designated-nurse',
    [...MISSING, safeguarding.exploitationAssessment, safeguarding.seriousIncident],
    'whole council',
    {
      hidden: ['policeReference'],
    },
  ),
  ...grant('commissioning', [...PLACEMENT, safeguarding.securePlacement], 'whole council'),
  ...grant('commissioning', HOMES, 'whole council', { write: 'whole council' }),
  ...grant('commissioning', [safeguarding.allegation], 'whole council', { hidden: ['child', 'category'] }),
  ...grant('analyst', CHILD_RECORDS, 'pseudonymised', {
    hidden: ['notes', 'policeReference', 'reference', 'summary'],
  }),
  ...grant('analyst', [...HOMES, ...PROCEDURE], 'whole council'),
  ...grant('lead-member', CHILD_RECORDS, 'released only'),
  ...grant('lead-member', PROCEDURE, 'whole council'),
  ...grant('participation', [safeguarding.complaint], 'aggregate only'),
  ...grant('auditor', CHILD_RECORDS, 'whole council', { masked: ['child'] }),
  ...grant('auditor', [...HOMES, ...PROCEDURE], 'whole council'),
  ...grant('integrator', CHILD_RECORDS, 'whole council', { write: 'whole council' }),
  ...grant('integrator', [...HOMES, ...PROCEDURE], 'whole council', { write: 'whole council' }),
];

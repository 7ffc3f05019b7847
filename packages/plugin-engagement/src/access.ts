import { type AccessRule, grant } from '@cic/core';
import {
  advocacyReferral,
  awardNomination,
  childrenService,
  consultation,
  cultureBarrier,
  engagementProcurement,
  feedback,
  groupMembership,
  independentVisitor,
  interpretation,
  leisureEntitlement,
  newsletter,
  participationActivity,
  participationChampion,
  participationGroup,
  participationTraining,
  pledge,
  serviceInformation,
  survey,
  surveyResponse,
  takingPart,
  youSaidWeDid,
} from './generated/records.ts';

const OF_A_CHILD = [
  groupMembership,
  takingPart,
  advocacyReferral,
  independentVisitor,
  interpretation,
  awardNomination,
  leisureEntitlement,
  cultureBarrier,
];
/** What is about the service and names nobody. */
const SERVICE = [
  participationGroup,
  participationActivity,
  newsletter,
  survey,
  consultation,
  youSaidWeDid,
  pledge,
  childrenService,
  participationChampion,
  serviceInformation,
  engagementProcurement,
  participationTraining,
];
/** Words and answers that could give somebody away by what they say. */
const ANONYMOUS = [surveyResponse, feedback];
const EVERYTHING = [...OF_A_CHILD, ...SERVICE, ...ANONYMOUS];

/** Where the number of answers stands beside the questions: only those who run the survey see it unprotected. */
const RAW = { hidden: ['counts'] };

/**
 * Who sees what of engagement; what is not named is denied. Single answers to surveys are read by those who run them
 * alone; everybody else sees what is protected. The administrator keeps the system and reads no child.
 */
export const access: readonly AccessRule[] = [
  ...grant('participation', [...OF_A_CHILD, ...SERVICE], 'whole council', { write: 'whole council' }),
  ...grant('participation', ANONYMOUS, 'whole council', { write: 'whole council' }),
  ...grant('social-worker', OF_A_CHILD, 'own caseload', { write: 'own caseload', ...RAW }),
  ...grant('social-worker', SERVICE, 'whole council', RAW),
  ...grant('personal-adviser', OF_A_CHILD, 'own caseload', { write: 'own caseload', ...RAW }),
  ...grant('personal-adviser', SERVICE, 'whole council', RAW),
  ...grant('team-manager', OF_A_CHILD, 'own team', { write: 'own team', ...RAW }),
  ...grant('team-manager', SERVICE, 'whole council', RAW),
  ...grant('independent-reviewing-officer', OF_A_CHILD, 'own caseload', RAW),
  ...grant('independent-reviewing-officer', SERVICE, 'whole council', RAW),
  ...grant('virtual-school', [leisureEntitlement, cultureBarrier, awardNomination], 'whole council', RAW),
  ...grant('virtual-school', SERVICE, 'whole council', RAW),
  ...grant('designated-nurse', [interpretation], 'whole council', RAW),
  ...grant('adoption', [consultation, youSaidWeDid, survey], 'whole council', RAW),
  ...grant('commissioning', [advocacyReferral, independentVisitor], 'pseudonymised', RAW),
  ...grant('commissioning', [engagementProcurement], 'whole council', { write: 'whole council', ...RAW }),
  ...grant('commissioning', [youSaidWeDid, consultation, pledge], 'whole council', RAW),
  ...grant('analyst', OF_A_CHILD, 'pseudonymised', RAW),
  ...grant('analyst', SERVICE, 'whole council', RAW),
  ...grant('analyst', ANONYMOUS, 'aggregate only', RAW),
  ...grant('lead-member', EVERYTHING, 'released only', RAW),
  ...grant('auditor', [...OF_A_CHILD, ...SERVICE], 'whole council', RAW),
  ...grant('auditor', ANONYMOUS, 'aggregate only', RAW),
  ...grant('integrator', EVERYTHING, 'whole council', { write: 'whole council' }),
];

import { type AccessRule, grant } from '@cic/core';
import {
  adopterHousehold,
  adopterPersonalBudget,
  adoptionConsultation,
  adoptionGuide,
  adoptionMatch,
  adoptionMedical,
  adoptionMeeting,
  adoptionOrder,
  adoptionPanel,
  adoptionProfile,
  adoptionRequest,
  adoptionSupportApplication,
  adoptionSupportPlan,
  adoptionTraining,
  adoptiveFamily,
  adoptivePlacement,
  careProceedings,
  earlyPermanencePlacement,
  familyFinding,
  familyTimeAgreement,
  interAgencyPlacement,
  permanenceOrder,
  permanenceReport,
  placementOrder,
} from './generated/records.ts';

/** The way of a looked after child to adoption or another permanent home. */
const CHILD = [
  adoptionProfile,
  careProceedings,
  placementOrder,
  familyFinding,
  earlyPermanencePlacement,
  adoptionMatch,
  adoptivePlacement,
  adoptionOrder,
  familyTimeAgreement,
  permanenceReport,
  adoptionMeeting,
  adoptionGuide,
  adoptionSupportPlan,
  permanenceOrder,
];

const ADOPTERS = [adopterHousehold, interAgencyPlacement, adoptionPanel];
const AFTERWARDS = [adoptiveFamily, adopterPersonalBudget, adoptionSupportApplication, adoptionRequest];
const SERVICE = [adoptionTraining, adoptionConsultation];

/** Where a record tells who the adopters are. */
const ADOPTERS_NAMED = ['adopters', 'home', 'regionalAgency', 'links'];

/**
 * Who sees the records of adoption, and how finely; what is not here is denied. A sealed identity has no rule at all:
 * nobody reads or writes it as a record, and only the adoption role opens it, through the store, with a reason.
 */
export const access: readonly AccessRule[] = [
  ...grant('adoption', [...CHILD, adoptionMedical, ...ADOPTERS, ...AFTERWARDS, ...SERVICE], 'whole council', {
    write: 'whole council',
  }),
  ...grant('social-worker', [...CHILD, adoptionMedical], 'own caseload', { write: 'own caseload' }),
  ...grant('team-manager', [...CHILD, adoptionMedical], 'own team', { write: 'own team' }),
  ...grant('independent-reviewing-officer', [...CHILD, adoptionMedical], 'own caseload', {
    hidden: ADOPTERS_NAMED,
  }),
  ...grant('designated-nurse', [adoptionMedical], 'whole council', { write: 'whole council' }),
  ...grant('commissioning', [adoptionMatch], 'pseudonymised', { hidden: ADOPTERS_NAMED }),
  ...grant('commissioning', [interAgencyPlacement], 'whole council', { hidden: ['adopters'] }),
  ...grant('analyst', CHILD, 'pseudonymised', { hidden: ADOPTERS_NAMED }),
  ...grant('analyst', [adoptionMedical, ...ADOPTERS, ...AFTERWARDS], 'aggregate only'),
  ...grant('analyst', SERVICE, 'whole council'),
  ...grant('participation', [adoptionConsultation], 'whole council', { write: 'whole council' }),
  ...grant('participation', [adoptionGuide], 'aggregate only'),
  ...grant('lead-member', [...CHILD, ...ADOPTERS, ...AFTERWARDS, ...SERVICE], 'released only'),
  ...grant('auditor', [...CHILD, adoptionMedical, ...ADOPTERS, ...AFTERWARDS, ...SERVICE], 'whole council'),
  ...grant('integrator', [...CHILD, adoptionMedical, ...ADOPTERS], 'whole council', {
    write: 'whole council',
  }),
  ...grant('records-officer', [...CHILD, adoptionMedical, ...ADOPTERS, ...AFTERWARDS], 'whole council', {
    write: 'whole council',
  }),
];

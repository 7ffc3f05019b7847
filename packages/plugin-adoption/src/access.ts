import type { AccessRule, Grain } from '@cic/core';
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
].map(({ id }) => id);

const ADOPTERS = [adopterHousehold, interAgencyPlacement, adoptionPanel].map(({ id }) => id);
const AFTERWARDS = [adoptiveFamily, adopterPersonalBudget, adoptionSupportApplication, adoptionRequest].map(
  ({ id }) => id,
);
const SERVICE = [adoptionTraining, adoptionConsultation].map(({ id }) => id);
const MEDICAL = adoptionMedical.id;

/** Where a record of a child tells who the adopters are. */
const TELLS_ADOPTERS: Readonly<Record<string, readonly string[]>> = {
  [adoptionMatch.id]: ['adopters', 'home', 'regionalAgency'],
  [adoptivePlacement.id]: ['adopters'],
  [familyFinding.id]: ['links'],
  [earlyPermanencePlacement.id]: ['adopters'],
};

type Without = Omit<AccessRule, 'role' | 'record'>;

const each = (role: string, records: readonly string[], rule: Without): AccessRule[] =>
  records.map((record) => ({ role, record, ...rule }));

const reads = (role: string, grain: Grain, records: readonly string[], more: Without = {}): AccessRule[] =>
  each(role, records, { read: grain, ...more });

/** Rules that hide who the adopters are from those who need not know. */
const hidingAdopters = (rules: readonly AccessRule[]): AccessRule[] =>
  rules.map((rule) => {
    const hidden = TELLS_ADOPTERS[rule.record];
    return hidden ? { ...rule, hidden } : rule;
  });

/**
 * Who sees the records of adoption, and how finely; what is not here is denied. A sealed identity has no rule at all:
 * nobody reads or writes it as a record, and only the adoption role opens it, through the store, with a reason.
 */
export const access: readonly AccessRule[] = [
  ...each('adoption', [...CHILD, MEDICAL, ...ADOPTERS, ...AFTERWARDS, ...SERVICE], {
    read: 'whole council',
    write: 'whole council',
  }),
  ...reads('social-worker', 'own caseload', [...CHILD, MEDICAL], { write: 'own caseload' }),
  ...reads('team-manager', 'own team', [...CHILD, MEDICAL], { write: 'own team' }),
  ...hidingAdopters(reads('independent-reviewing-officer', 'own caseload', [...CHILD, MEDICAL])),
  ...reads('designated-nurse', 'whole council', [MEDICAL], { write: 'whole council' }),
  ...hidingAdopters(reads('commissioning', 'pseudonymised', [adoptionMatch.id])),
  ...reads('commissioning', 'whole council', [interAgencyPlacement.id], { hidden: ['adopters'] }),
  ...hidingAdopters(reads('analyst', 'pseudonymised', CHILD)),
  ...reads('analyst', 'aggregate only', [MEDICAL, ...ADOPTERS, ...AFTERWARDS]),
  ...reads('analyst', 'whole council', SERVICE),
  ...reads('participation', 'whole council', [adoptionConsultation.id], { write: 'whole council' }),
  ...reads('participation', 'aggregate only', [adoptionGuide.id]),
  ...reads('lead-member', 'released only', [...CHILD, ...ADOPTERS, ...AFTERWARDS, ...SERVICE]),
  ...reads('auditor', 'whole council', [...CHILD, MEDICAL, ...ADOPTERS, ...AFTERWARDS, ...SERVICE]),
  ...each('integrator', [...CHILD, MEDICAL, ...ADOPTERS], { read: 'whole council', write: 'whole council' }),
  ...each('records-officer', [...CHILD, MEDICAL, ...ADOPTERS, ...AFTERWARDS], {
    read: 'whole council',
    write: 'whole council',
  }),
];

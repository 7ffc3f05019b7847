import type { AccessRule, Grain } from '@cic/core';

/** The everyday records of a child's care. */
const CARE = [
  'child',
  'episode',
  'placement',
  'placement-observation',
  'period-of-care',
  'legal-status',
  'review',
  'visit',
  'plan',
  'permanence-plan',
  'view',
  'social-worker-episode',
  'responsible-area',
  'service-involvement',
  'life-story-work',
  'missing-episode',
  'deprivation-of-liberty',
  'sibling-group',
  'statutory-outcomes',
  'care-leaver-contact',
  'previous-permanence',
  'panel-decision',
] as const;

const ADOPTION = ['adoption-decision', 'adoption-outcome'] as const;

/** What the council answers for as a whole; nobody's record. */
const GOVERNANCE = [
  'strategy',
  'priority',
  'objective',
  'action',
  'target',
  'claim',
  'post',
  'board',
  'meeting',
  'protocol',
  'risk',
  'council',
  'district',
  'population-estimate',
  'comparator-value',
  'indicator-definition',
  'indicator-value',
] as const;

type Without = Omit<AccessRule, 'role' | 'record'>;

const each = (role: string, records: readonly string[], rule: Without): AccessRule[] =>
  records.map((record) => ({ role, record, ...rule }));

const reads = (role: string, grain: Grain, records: readonly string[], more: Without = {}): AccessRule[] =>
  each(role, records, { read: grain, ...more });

const governanceFor = (...roles: string[]): AccessRule[] =>
  roles.flatMap((role) => reads(role, 'whole council', GOVERNANCE));

const EDUCATION_OF_A_CHILD = ['child', 'episode', 'review', 'social-worker-episode'] as const;
const ADDRESSES = ['homePostcode', 'placementPostcode', 'urn', 'placementAuthority'] as const;
const IDENTITY = ['ethnicity', 'unaccompaniedAsylumSeeking', 'unaccompaniedAsylumSeekingEnded'] as const;

/**
 * Who sees which of core's records, and how finely; what is not here is denied.
 * A designated nurse reads no adoption file, an analyst sees pseudonyms, members see what has been released.
 */
export const coreRules: readonly AccessRule[] = [
  ...reads('social-worker', 'own caseload', [...CARE, ...ADOPTION, 'identity'], { write: 'own caseload' }),
  ...reads('team-manager', 'own team', [...CARE, ...ADOPTION, 'identity'], { write: 'own team' }),
  ...reads('independent-reviewing-officer', 'own caseload', [...CARE, ...ADOPTION, 'identity']).map((rule) =>
    rule.record === 'review' ? { ...rule, write: 'own caseload' as const } : rule,
  ),
  ...reads('personal-adviser', 'own caseload', [
    'child',
    'episode',
    'review',
    'plan',
    'view',
    'social-worker-episode',
    'care-leaver-contact',
    'service-involvement',
    'identity',
  ]).map((rule) =>
    ['care-leaver-contact', 'view'].includes(rule.record)
      ? { ...rule, write: 'own caseload' as const }
      : rule,
  ),
  { role: 'virtual-school', record: 'child', read: 'whole council', hidden: [...IDENTITY] },
  {
    role: 'virtual-school',
    record: 'episode',
    read: 'whole council',
    hidden: ['homePostcode', 'categoryOfNeed'],
    masked: ['placementPostcode'],
  },
  ...reads('virtual-school', 'whole council', ['social-worker-episode', 'missing-episode']),
  { role: 'virtual-school', record: 'review', read: 'whole council', hidden: ['views', 'sections'] },
  ...reads('designated-teacher', 'own establishment', EDUCATION_OF_A_CHILD).map((rule) => {
    if (rule.record === 'child') return { ...rule, hidden: [...IDENTITY, 'mother', 'firstChildBorn'] };
    if (rule.record === 'episode') return { ...rule, hidden: [...ADDRESSES, 'categoryOfNeed'] };
    return rule.record === 'review' ? { ...rule, hidden: ['views', 'sections', 'themes'] } : rule;
  }),
  ...reads('designated-nurse', 'whole council', [
    'child',
    'episode',
    'placement',
    'social-worker-episode',
    'statutory-outcomes',
    'missing-episode',
  ]).map((rule) => (rule.record === 'episode' ? { ...rule, masked: ['homePostcode'] } : rule)),
  ...reads('adoption', 'whole council', [...CARE, ...ADOPTION, 'identity']).map((rule) =>
    ['adoption-decision', 'adoption-outcome', 'panel-decision', 'life-story-work'].includes(rule.record)
      ? { ...rule, write: 'whole council' as const }
      : rule,
  ),
  ...reads('commissioning', 'pseudonymised', ['child', 'episode', 'placement', 'placement-observation']),
  { role: 'commissioning', record: 'provider', read: 'whole council', write: 'whole council' },
  ...reads('analyst', 'pseudonymised', [...CARE, ...ADOPTION]),
  ...reads('analyst', 'aggregate only', ['identity', 'quality-assurance']),
  ...reads('analyst', 'whole council', ['provider']),
  { role: 'participation', record: 'view', read: 'whole council', write: 'whole council' },
  {
    role: 'participation',
    record: 'child',
    read: 'whole council',
    hidden: [...IDENTITY, 'disabilities', 'upn'],
  },
  { role: 'participation', record: 'visit', read: 'whole council', hidden: ['notes'] },
  ...reads('participation', 'aggregate only', ['episode', 'review']),
  ...reads('lead-member', 'released only', [...CARE, ...ADOPTION, 'quality-assurance']),
  ...reads('auditor', 'whole council', [...CARE, ...ADOPTION, 'quality-assurance', 'provider']),
  ...each('integrator', [...CARE, ...ADOPTION, 'identity', 'provider'], {
    read: 'whole council',
    write: 'whole council',
  }),
  { role: 'records-officer', record: 'provider', read: 'whole council', write: 'whole council' },
  ...reads('foster-carer', 'own establishment', ['child', 'plan', 'review', 'placement']).map((rule) => {
    if (rule.record === 'child') return { ...rule, hidden: [...IDENTITY, 'upn', 'firstChildBorn'] };
    if (rule.record === 'review') return { ...rule, hidden: ['views', 'sections', 'themes'] };
    return rule.record === 'placement'
      ? { ...rule, hidden: ['homePostcode', 'suitability', 'returnAssessment', 'reviewDecision'] }
      : rule;
  }),
  ...governanceFor(
    'social-worker',
    'team-manager',
    'independent-reviewing-officer',
    'virtual-school',
    'designated-nurse',
    'adoption',
    'analyst',
    'participation',
    'lead-member',
    'auditor',
    'integrator',
  ).map((rule) =>
    rule.role === 'team-manager' && rule.record === 'action'
      ? { ...rule, write: 'whole council' as const }
      : rule,
  ),
  ...each('commissioning', GOVERNANCE, { read: 'whole council', write: 'whole council' }),
  ...each('administrator', ['council', 'district', 'board'], {
    read: 'whole council',
    write: 'whole council',
  }),
];

/** Fields that tell where a child lives, by record: gone for everybody but named people where an address is protected. */
export const coreAddressFields: Readonly<Record<string, readonly string[]>> = {
  episode: ['placementPostcode', 'urn', 'placementAuthority', 'placementLocation', 'placementDistance'],
  placement: ['postcode', 'provider', 'urn', 'placementAuthority', 'placementLocation', 'placementDistance'],
};

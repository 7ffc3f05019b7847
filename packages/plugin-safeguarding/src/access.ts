import type { AccessRule, Grain, RecordType } from '@cic/core';
import * as safeguardingRecords from './generated/records.ts';

const fieldsByRecord: ReadonlyMap<string, readonly string[]> = new Map(
  (Object.values(safeguardingRecords) as readonly RecordType<object>[]).map(({ id, schema }) => [
    id,
    Object.keys(schema?.properties ?? {}),
  ]),
);

/** What a role may do with some record types of this plugin; a field that only some of them have is hidden in those. */
const may = (
  role: string,
  records: readonly string[],
  read: Grain,
  { hidden = [], ...more }: Omit<AccessRule, 'role' | 'record' | 'read'> = {},
): AccessRule[] =>
  records.map((record) => {
    const own = fieldsByRecord.get(record)?.filter((field) => hidden.includes(field)) ?? [];
    return { role, record, read, ...more, ...(own.length === 0 ? {} : { hidden: own }) };
  });

const MISSING = ['missing-incident', 'return-home-interview', 'strategy-discussion'];
const EXPLOITATION = ['exploitation-assessment', 'victim-incident', 'information-shared'];
const OFFENDING = ['offence', 'youth-justice-referral', 'youth-justice-plan', 'restorative-intervention'];
const SECURE = ['secure-placement', 'secure-review'];
const PROTECTION = ['section-47-enquiry', 'child-protection-plan', 'serious-incident'];
const CONCERNS = ['allegation', 'complaint', 'dispute'];
const PLACEMENT = ['out-of-area-notification'];
const HOMES = ['provider-concern', 'home-finding', 'safeguarding-training'];
const PROCEDURE = ['missing-procedure'];

const CASEWORK = [...MISSING, ...EXPLOITATION, ...OFFENDING, ...SECURE, ...PROTECTION, ...PLACEMENT];
const CHILD_RECORDS = [...CASEWORK, ...CONCERNS];

/**
 * Who may see and write what; everything not stated is denied. An allegation against a carer is not for the carer's own
 * worker to write, a dispute is the reviewing officer's, and nobody but the analyst sees whole councils of offences.
 */
export const access: readonly AccessRule[] = [
  ...may('social-worker', CASEWORK, 'own caseload', { write: 'own caseload' }),
  ...may('social-worker', ['complaint', 'dispute'], 'own caseload'),
  ...may('social-worker', ['allegation'], 'own caseload', { hidden: ['outcome'] }),
  ...may('social-worker', PROCEDURE, 'whole council'),
  ...may('team-manager', CHILD_RECORDS, 'own team', { write: 'own team' }),
  ...may('team-manager', [...HOMES, ...PROCEDURE], 'whole council'),
  ...may(
    'independent-reviewing-officer',
    CASEWORK.filter((record) => record !== 'secure-review'),
    'own caseload',
  ),
  ...may('independent-reviewing-officer', ['complaint', 'allegation'], 'own caseload'),
  ...may('independent-reviewing-officer', ['dispute', 'secure-review'], 'own caseload', {
    write: 'own caseload',
  }),
  ...may('independent-reviewing-officer', [...HOMES, ...PROCEDURE], 'whole council'),
  ...may('personal-adviser', [...MISSING, ...PLACEMENT], 'own caseload'),
  ...may('personal-adviser', [...OFFENDING, 'victim-incident'], 'own caseload'),
  ...may('virtual-school', MISSING, 'whole council', {
    hidden: ['notes', 'themes', 'policeReference', 'harmed'],
  }),
  ...may('designated-teacher', ['missing-incident'], 'own establishment', {
    hidden: ['notes', 'policeReference', 'harmed', 'found', 'risk', 'response'],
  }),
  ...may('designated-nurse', [...MISSING, 'exploitation-assessment', 'serious-incident'], 'whole council', {
    hidden: ['policeReference'],
  }),
  ...may('commissioning', [...PLACEMENT, 'secure-placement'], 'whole council'),
  ...may('commissioning', HOMES, 'whole council', { write: 'whole council' }),
  ...may('commissioning', ['allegation'], 'whole council', { hidden: ['child', 'category'] }),
  ...may('analyst', CHILD_RECORDS, 'pseudonymised', {
    hidden: ['notes', 'policeReference', 'reference', 'summary'],
  }),
  ...may('analyst', [...HOMES, ...PROCEDURE], 'whole council'),
  ...may('lead-member', CHILD_RECORDS, 'released only'),
  ...may('lead-member', PROCEDURE, 'whole council'),
  ...may('participation', ['complaint'], 'aggregate only'),
  ...may('auditor', CHILD_RECORDS, 'whole council', { masked: ['child'] }),
  ...may('auditor', [...HOMES, ...PROCEDURE], 'whole council'),
  ...may('integrator', CHILD_RECORDS, 'whole council', { write: 'whole council' }),
  ...may('integrator', [...HOMES, ...PROCEDURE], 'whole council', { write: 'whole council' }),
];

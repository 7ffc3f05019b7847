import type { AccessRule, Grain, RecordType } from '@cic/core';
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

type Records = readonly RecordType<object>[];

const asRecords = (...types: readonly { readonly id: string }[]): Records => types as Records;

const OF_A_CHILD = asRecords(
  groupMembership,
  takingPart,
  advocacyReferral,
  independentVisitor,
  interpretation,
  awardNomination,
  leisureEntitlement,
  cultureBarrier,
);
/** What is about the service and names nobody. */
const SERVICE = asRecords(
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
);
/** Words and answers that could give somebody away by what they say. */
const ANONYMOUS = asRecords(surveyResponse, feedback);
const EVERYTHING = [...OF_A_CHILD, ...SERVICE, ...ANONYMOUS];

/** Where the number of answers stands beside the questions: only those who run the survey see it unprotected. */
const RAW = ['counts'] as const;

const rules = (role: string, records: Records, read: Grain, write?: Grain): AccessRule[] =>
  records.map(({ id, schema }) => {
    const hidden =
      role === 'participation' || role === 'integrator'
        ? []
        : RAW.filter((field) => schema.properties?.[field] !== undefined);
    return {
      role,
      record: id,
      read,
      ...(write === undefined ? {} : { write }),
      ...(hidden.length === 0 ? {} : { hidden }),
    };
  });

/**
 * Who sees what of engagement; what is not named is denied. Single answers to surveys are read by those who run them
 * alone; everybody else sees what is protected. The administrator keeps the system and reads no child.
 */
export const access: readonly AccessRule[] = [
  ...rules('participation', [...OF_A_CHILD, ...SERVICE], 'whole council', 'whole council'),
  ...rules('participation', ANONYMOUS, 'whole council', 'whole council'),
  ...rules('social-worker', OF_A_CHILD, 'own caseload', 'own caseload'),
  ...rules('social-worker', SERVICE, 'whole council'),
  ...rules('personal-adviser', OF_A_CHILD, 'own caseload', 'own caseload'),
  ...rules('personal-adviser', SERVICE, 'whole council'),
  ...rules('team-manager', OF_A_CHILD, 'own team', 'own team'),
  ...rules('team-manager', SERVICE, 'whole council'),
  ...rules('independent-reviewing-officer', OF_A_CHILD, 'own caseload'),
  ...rules('independent-reviewing-officer', SERVICE, 'whole council'),
  ...rules('virtual-school', asRecords(leisureEntitlement, cultureBarrier, awardNomination), 'whole council'),
  ...rules('virtual-school', SERVICE, 'whole council'),
  ...rules('designated-nurse', asRecords(interpretation), 'whole council'),
  ...rules('adoption', asRecords(consultation, youSaidWeDid, survey), 'whole council'),
  ...rules('commissioning', asRecords(advocacyReferral, independentVisitor), 'pseudonymised'),
  ...rules('commissioning', asRecords(engagementProcurement), 'whole council', 'whole council'),
  ...rules('commissioning', asRecords(youSaidWeDid, consultation, pledge), 'whole council'),
  ...rules('analyst', OF_A_CHILD, 'pseudonymised'),
  ...rules('analyst', SERVICE, 'whole council'),
  ...rules('analyst', ANONYMOUS, 'aggregate only'),
  ...rules('lead-member', EVERYTHING, 'released only'),
  ...rules('auditor', [...OF_A_CHILD, ...SERVICE], 'whole council'),
  ...rules('auditor', ANONYMOUS, 'aggregate only'),
  ...rules('integrator', EVERYTHING, 'whole council', 'whole council'),
];

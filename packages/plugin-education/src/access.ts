import type { AccessRule, Grain, RecordType } from '@cic/core';
import {
  attainment,
  educationBudget,
  educationEvent,
  educationServiceInvolvement,
  educationTraining,
  enrolment,
  exclusion,
  learningEquipment,
  learningProgramme,
  mentor,
  personalEducationAllowance,
  personalEducationPlan,
  pupilPremiumPlus,
  pupilProfile,
  school,
  schoolAdoptionSupport,
  schoolAttendance,
  schoolChallenge,
  schoolMoveRequest,
  specialEducationalNeeds,
  termTimeAbsenceRequest,
  tuition,
} from './generated/records.ts';

type Records = readonly RecordType<object>[];

const asRecords = (...types: readonly { readonly id: string }[]): Records => types as Records;

const LEARNING = asRecords(
  pupilProfile,
  enrolment,
  personalEducationPlan,
  schoolAttendance,
  exclusion,
  specialEducationalNeeds,
  attainment,
  schoolMoveRequest,
  termTimeAbsenceRequest,
  educationServiceInvolvement,
  tuition,
  learningEquipment,
  learningProgramme,
);
const MONEY = asRecords(pupilPremiumPlus, personalEducationAllowance);
const SCHOOLS = asRecords(school, schoolChallenge, schoolAdoptionSupport);
const COUNCIL = asRecords(educationTraining, educationEvent, mentor, educationBudget);
const OF_A_CHILD = [...LEARNING, ...MONEY];
const EVERYTHING = [...OF_A_CHILD, ...SCHOOLS, ...COUNCIL];

/** Words a child said or that were written about a child, which are for those who work with the child. */
const WORDS = ['views', 'summary', 'readinessNotes', 'challenge', 'schoolReport', 'carerReport'] as const;

const worded = ({ schema }: RecordType<object>): readonly string[] =>
  WORDS.filter((field) => schema.properties?.[field] !== undefined);

interface More {
  readonly write?: Grain;
  readonly withoutWords?: true;
}

const rules = (
  role: string,
  records: Records,
  read: Grain,
  { write, withoutWords }: More = {},
): AccessRule[] =>
  records.map((record) => {
    const hidden = withoutWords ? worded(record) : [];
    return {
      role,
      record: record.id,
      read,
      ...(write === undefined ? {} : { write }),
      ...(hidden.length === 0 ? {} : { hidden }),
    };
  });

const except = (records: Records, without: Records): Records =>
  records.filter((one) => !without.includes(one));

const AT_SCHOOL = asRecords(
  enrolment,
  attainment,
  personalEducationPlan,
  schoolAttendance,
  exclusion,
  specialEducationalNeeds,
);

const ASKED_BY_SOCIAL_WORKERS = asRecords(personalEducationPlan, schoolMoveRequest, termTimeAbsenceRequest);

/** Who sees what of education; what is not named is denied. The administrator keeps the system and reads no child. */
export const access: readonly AccessRule[] = [
  ...rules('virtual-school', EVERYTHING, 'whole council', {
    write: 'whole council',
  }),
  ...rules('social-worker', except(LEARNING, ASKED_BY_SOCIAL_WORKERS), 'own caseload'),
  ...rules('social-worker', ASKED_BY_SOCIAL_WORKERS, 'own caseload', {
    write: 'own caseload',
  }),
  ...rules('team-manager', OF_A_CHILD, 'own team'),
  ...rules('independent-reviewing-officer', LEARNING, 'own caseload'),
  ...rules(
    'personal-adviser',
    asRecords(enrolment, attainment, personalEducationPlan, specialEducationalNeeds),
    'own caseload',
  ),
  ...rules(
    'designated-teacher',
    asRecords(
      enrolment,
      pupilProfile,
      schoolAttendance,
      exclusion,
      specialEducationalNeeds,
      attainment,
      tuition,
      pupilPremiumPlus,
    ),
    'own establishment',
  ),
  ...rules('designated-teacher', asRecords(personalEducationPlan), 'own establishment', {
    write: 'own establishment',
  }),
  ...rules('designated-nurse', asRecords(enrolment, specialEducationalNeeds), 'whole council'),
  ...rules(
    'adoption',
    asRecords(enrolment, personalEducationPlan, specialEducationalNeeds, schoolAdoptionSupport),
    'own caseload',
  ),
  ...rules('commissioning', AT_SCHOOL, 'aggregate only'),
  ...rules('commissioning', SCHOOLS, 'whole council'),
  ...rules('analyst', OF_A_CHILD, 'pseudonymised', { withoutWords: true }),
  ...rules('analyst', [...SCHOOLS, ...COUNCIL], 'whole council'),
  ...rules('participation', AT_SCHOOL, 'aggregate only'),
  ...rules('lead-member', EVERYTHING, 'released only'),
  ...rules('auditor', EVERYTHING, 'whole council', { withoutWords: true }),
  ...rules('integrator', EVERYTHING, 'whole council', {
    write: 'whole council',
    withoutWords: true,
  }),
];

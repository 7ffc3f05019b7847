import { type AccessRule, grant, type RecordType } from '@cic/core';
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

const LEARNING: readonly RecordType[] = [
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
];
const MONEY = [pupilPremiumPlus, personalEducationAllowance];
const SCHOOLS = [school, schoolChallenge, schoolAdoptionSupport];
const COUNCIL = [educationTraining, educationEvent, mentor, educationBudget];
const OF_A_CHILD = [...LEARNING, ...MONEY];
const EVERYTHING = [...OF_A_CHILD, ...SCHOOLS, ...COUNCIL];

/** Words a child said or that were written about a child, which are for those who work with the child. */
const WORDS = ['views', 'summary', 'readinessNotes', 'challenge', 'schoolReport', 'carerReport'];

const AT_SCHOOL = [
  enrolment,
  attainment,
  personalEducationPlan,
  schoolAttendance,
  exclusion,
  specialEducationalNeeds,
];

const ASKED_BY_SOCIAL_WORKERS: readonly RecordType[] = [
  personalEducationPlan,
  schoolMoveRequest,
  termTimeAbsenceRequest,
];

/** Who sees what of education; what is not named is denied. The administrator keeps the system and reads no child. */
export const access: readonly AccessRule[] = [
  ...grant('virtual-school', EVERYTHING, 'whole council', {
    write: 'whole council',
  }),
  ...grant(
    'social-worker',
    LEARNING.filter((one) => !ASKED_BY_SOCIAL_WORKERS.includes(one)),
    'own caseload',
  ),
  ...grant('social-worker', ASKED_BY_SOCIAL_WORKERS, 'own caseload', {
    write: 'own caseload',
  }),
  ...grant('team-manager', OF_A_CHILD, 'own team'),
  ...grant('independent-reviewing-officer', LEARNING, 'own caseload'),
  ...grant(
    'personal-adviser',
    [enrolment, attainment, personalEducationPlan, specialEducationalNeeds],
    'own caseload',
  ),
  ...grant(
    'designated-teacher',
    [
      enrolment,
      pupilProfile,
      schoolAttendance,
      exclusion,
      specialEducationalNeeds,
      attainment,
      tuition,
      pupilPremiumPlus,
    ],
    'own establishment',
  ),
  ...grant('designated-teacher', [personalEducationPlan], 'own establishment', {
    write: 'own establishment',
  }),
  ...grant('designated-nurse', [enrolment, specialEducationalNeeds], 'whole council'),
  ...grant(
    'adoption',
    [enrolment, personalEducationPlan, specialEducationalNeeds, schoolAdoptionSupport],
    'own caseload',
  ),
  ...grant('commissioning', AT_SCHOOL, 'aggregate only'),
  ...grant('commissioning', SCHOOLS, 'whole council'),
  ...grant('analyst', OF_A_CHILD, 'pseudonymised', { hidden: WORDS }),
  ...grant('analyst', [...SCHOOLS, ...COUNCIL], 'whole council'),
  ...grant('participation', AT_SCHOOL, 'aggregate only'),
  ...grant('lead-member', EVERYTHING, 'released only'),
  ...grant('auditor', EVERYTHING, 'whole council', { hidden: WORDS }),
  ...grant('integrator', EVERYTHING, 'whole council', {
    write: 'whole council',
    hidden: WORDS,
  }),
];

import {
  healthPlanReady,
  initialHealthAssessment,
  notificationToHealth,
  reviewHealthAssessment,
} from './assessments.ts';
import { dentalCheck, eyeTest, hearingScreening, immunisations, sdqYearly } from './checks.ts';
import { camhsFirstContact, healthHistory, issueTakenFurther, transitionCheck } from './leavingCare.ts';

/** The clocks of the health of children in care and care leavers. */
export const duties = [
  initialHealthAssessment,
  reviewHealthAssessment,
  notificationToHealth,
  healthPlanReady,
  dentalCheck,
  eyeTest,
  hearingScreening,
  immunisations,
  sdqYearly,
  healthHistory,
  transitionCheck,
  issueTakenFurther,
  camhsFirstContact,
];

import { type AccessRule, grant } from '@cic/core';
import {
  adultTransition,
  adviserAllocation,
  afterCareArrangement,
  careLeaverAccommodation,
  careLeaverActivity,
  careLeaverSurvey,
  commissionedAccommodation,
  computerIssue,
  councilTaxScheme,
  custody,
  drivingLessons,
  entitlement,
  evictionNotice,
  homelessPresentation,
  housingStep,
  immigrationStatus,
  independencePreparation,
  keepingInTouch,
  leavingCareAssessment,
  localOfferItem,
  parenthood,
  pathwayPlan,
  pathwayReview,
  ringFencedOffer,
  ringFencedPost,
  supportRequest,
  workPlacement,
} from './generated/records.ts';

/** What the adviser and the young person work on together. */
const WORK_WITH = [
  leavingCareAssessment,
  pathwayPlan,
  pathwayReview,
  keepingInTouch,
  careLeaverAccommodation,
  careLeaverActivity,
  afterCareArrangement,
  independencePreparation,
  housingStep,
  evictionNotice,
  entitlement,
  workPlacement,
  ringFencedPost,
  computerIssue,
  drivingLessons,
  supportRequest,
  adultTransition,
];
/** What only those who work with the young person read. */
const CLOSE = [parenthood, custody, immigrationStatus];
const OF_A_CHILD = [...WORK_WITH, ...CLOSE, adviserAllocation];
const SUPPLY = [commissionedAccommodation, councilTaxScheme, ringFencedOffer];
const PUBLIC = [localOfferItem, careLeaverSurvey];
const HOMELESS = [homelessPresentation];
const EVERYTHING = [...OF_A_CHILD, ...SUPPLY, ...PUBLIC, ...HOMELESS];

/** Words a young person said or that were written about one. */
const WORDS = ['views', 'summary', 'contingency', 'goals', 'actions', 'reason'];

const LEARNING = [careLeaverActivity, workPlacement, ringFencedPost, computerIssue];

/** Who sees what of leaving care; what is not named is denied. The administrator keeps the system and reads no child. */
export const access: readonly AccessRule[] = [
  ...grant('personal-adviser', [...WORK_WITH, ...CLOSE], 'own caseload', { write: 'own caseload' }),
  ...grant('personal-adviser', [adviserAllocation], 'own caseload'),
  ...grant('personal-adviser', [...SUPPLY, ...PUBLIC], 'whole council'),
  ...grant('personal-adviser', HOMELESS, 'own team', { write: 'own team' }),
  ...grant('social-worker', [...WORK_WITH, ...CLOSE], 'own caseload', { write: 'own caseload' }),
  ...grant('social-worker', [adviserAllocation], 'own caseload'),
  ...grant('social-worker', PUBLIC, 'whole council'),
  ...grant('team-manager', OF_A_CHILD, 'own team', { write: 'own team' }),
  ...grant('team-manager', HOMELESS, 'own team', { write: 'own team' }),
  ...grant('team-manager', [...SUPPLY, ...PUBLIC], 'whole council'),
  ...grant(
    'independent-reviewing-officer',
    [
      adviserAllocation,
      leavingCareAssessment,
      pathwayPlan,
      pathwayReview,
      independencePreparation,
      adultTransition,
    ],
    'own caseload',
  ),
  ...grant('virtual-school', LEARNING, 'whole council'),
  ...grant('designated-nurse', [adultTransition], 'whole council'),
  ...grant(
    'commissioning',
    [careLeaverAccommodation, afterCareArrangement, housingStep, evictionNotice],
    'pseudonymised',
    { hidden: WORDS },
  ),
  ...grant('commissioning', HOMELESS, 'aggregate only'),
  ...grant('commissioning', SUPPLY, 'whole council', { write: 'whole council' }),
  ...grant('commissioning', PUBLIC, 'whole council'),
  ...grant('analyst', [...OF_A_CHILD, ...HOMELESS], 'pseudonymised', { hidden: WORDS }),
  ...grant('analyst', [...SUPPLY, ...PUBLIC], 'whole council'),
  ...grant('participation', PUBLIC, 'whole council', { write: 'whole council' }),
  ...grant('participation', [pathwayPlan, pathwayReview], 'aggregate only'),
  ...grant('lead-member', EVERYTHING, 'released only'),
  ...grant('auditor', EVERYTHING, 'whole council', { hidden: WORDS }),
  ...grant('integrator', EVERYTHING, 'whole council', { write: 'whole council', hidden: WORDS }),
];

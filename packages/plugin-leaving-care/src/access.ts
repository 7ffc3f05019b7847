import type { AccessRule, Grain, RecordType } from '@cic/core';
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

type Records = readonly RecordType<object>[];

const asRecords = (...types: readonly { readonly id: string }[]): Records => types as Records;

/** What the adviser and the young person work on together. */
const WORK_WITH = asRecords(
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
);
/** What only those who work with the young person read. */
const CLOSE = asRecords(parenthood, custody, immigrationStatus);
const OF_A_CHILD = [...WORK_WITH, ...CLOSE, ...asRecords(adviserAllocation)];
const SUPPLY = asRecords(commissionedAccommodation, councilTaxScheme, ringFencedOffer);
const PUBLIC = asRecords(localOfferItem, careLeaverSurvey);
const HOMELESS = asRecords(homelessPresentation);
const EVERYTHING = [...OF_A_CHILD, ...SUPPLY, ...PUBLIC, ...HOMELESS];

/** Words a young person said or that were written about one. */
const WORDS = ['views', 'summary', 'contingency', 'goals', 'actions', 'reason'] as const;

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
  records.map(({ id, schema }) => {
    const hidden = withoutWords ? WORDS.filter((field) => schema.properties?.[field] !== undefined) : [];
    return {
      role,
      record: id,
      read,
      ...(write === undefined ? {} : { write }),
      ...(hidden.length === 0 ? {} : { hidden }),
    };
  });

const LEARNING = asRecords(careLeaverActivity, workPlacement, ringFencedPost, computerIssue);

/** Who sees what of leaving care; what is not named is denied. The administrator keeps the system and reads no child. */
export const access: readonly AccessRule[] = [
  ...rules('personal-adviser', [...WORK_WITH, ...CLOSE], 'own caseload', { write: 'own caseload' }),
  ...rules('personal-adviser', asRecords(adviserAllocation), 'own caseload'),
  ...rules('personal-adviser', [...SUPPLY, ...PUBLIC], 'whole council'),
  ...rules('personal-adviser', HOMELESS, 'own team', { write: 'own team' }),
  ...rules('social-worker', [...WORK_WITH, ...CLOSE], 'own caseload', { write: 'own caseload' }),
  ...rules('social-worker', asRecords(adviserAllocation), 'own caseload'),
  ...rules('social-worker', PUBLIC, 'whole council'),
  ...rules('team-manager', OF_A_CHILD, 'own team', { write: 'own team' }),
  ...rules('team-manager', HOMELESS, 'own team', { write: 'own team' }),
  ...rules('team-manager', [...SUPPLY, ...PUBLIC], 'whole council'),
  ...rules(
    'independent-reviewing-officer',
    asRecords(
      adviserAllocation,
      leavingCareAssessment,
      pathwayPlan,
      pathwayReview,
      independencePreparation,
      adultTransition,
    ),
    'own caseload',
  ),
  ...rules('virtual-school', LEARNING, 'whole council'),
  ...rules('designated-nurse', asRecords(adultTransition), 'whole council'),
  ...rules(
    'commissioning',
    asRecords(careLeaverAccommodation, afterCareArrangement, housingStep, evictionNotice),
    'pseudonymised',
    { withoutWords: true },
  ),
  ...rules('commissioning', HOMELESS, 'aggregate only'),
  ...rules('commissioning', SUPPLY, 'whole council', { write: 'whole council' }),
  ...rules('commissioning', PUBLIC, 'whole council'),
  ...rules('analyst', [...OF_A_CHILD, ...HOMELESS], 'pseudonymised', { withoutWords: true }),
  ...rules('analyst', [...SUPPLY, ...PUBLIC], 'whole council'),
  ...rules('participation', PUBLIC, 'whole council', { write: 'whole council' }),
  ...rules('participation', asRecords(pathwayPlan, pathwayReview), 'aggregate only'),
  ...rules('lead-member', EVERYTHING, 'released only'),
  ...rules('auditor', EVERYTHING, 'whole council', { withoutWords: true }),
  ...rules('integrator', EVERYTHING, 'whole council', { write: 'whole council', withoutWords: true }),
];

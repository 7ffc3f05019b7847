/** One of the fifteen health standards for children in care, and the indicators that evidence it. */
export interface HealthStandard {
  readonly number: number;
  readonly title: string;
  /** Ids of indicators of this plugin or of core. */
  readonly indicators: readonly string[];
}

/**
 * The fifteen standards with what evidences each. The choice of indicators is ours: the strategy names the standards only.
 * Source: children in care strategy 2019-21, priority 3.
 */
export const healthStandards: readonly HealthStandard[] = [
  {
    number: 1,
    title: 'Emotional health and wellbeing',
    indicators: [
      'sdq-completion',
      'sdq-average-score',
      'sdq-borderline-or-high',
      'sdq-change',
      'sdq-used',
      'camhs-referrals',
      'camhs-wait',
      'camhs-waiting',
      'entrants-wellbeing-assessed',
    ],
  },
  {
    number: 2,
    title: 'Statutory health assessments',
    indicators: [
      'initial-health-assessment-on-time',
      'review-health-assessment-on-time',
      'health-assessments-up-to-date',
      'health-notification-on-time',
      'health-assessments-to-standard',
      'health-plan-current',
    ],
  },
  {
    number: 3,
    title: 'Dental health and hygiene',
    indicators: [
      'dental-check-12-months',
      'registered-with-dentist',
      'dentist-not-available',
      'health-plans-with-dental-needs',
    ],
  },
  { number: 4, title: 'Optical health and eye tests', indicators: ['eye-test-12-months'] },
  { number: 5, title: 'Hearing screening', indicators: ['hearing-checked', 'hearing-screening-on-time'] },
  {
    number: 6,
    title: 'Immunisations and vaccinations',
    indicators: ['immunisations-up-to-date', 'immunisation-on-time'],
  },
  {
    number: 7,
    title: 'Children with additional needs or a disability',
    indicators: [
      'health-need-recorded',
      'specialist-service-allocated',
      'life-limiting-condition',
      'development-assessments-up-to-date',
    ],
  },
  { number: 8, title: 'Smoking cessation', indicators: ['stop-smoking-offered'] },
  {
    number: 9,
    title: 'Substance misuse',
    indicators: [
      'substance-misuse-identified',
      'substance-misuse-intervention-received',
      'substance-misuse-intervention-refused',
      'substance-misuse-screened',
    ],
  },
  {
    number: 10,
    title: 'Sexual health and teenage pregnancy',
    indicators: ['assessments-covering-sexual-health', 'teenage-pregnancy-support'],
  },
  {
    number: 11,
    title: 'Children and young people at risk of exploitation',
    indicators: ['assessments-covering-exploitation', 'exploitation-health-support'],
  },
  {
    number: 12,
    title: 'Healthy eating and fitness',
    indicators: [
      'bmi-91-98',
      'physical-activity',
      'free-leisure-offer',
      'assessments-covering-healthy-eating',
    ],
  },
  {
    number: 13,
    title: 'Care leavers',
    indicators: [
      'health-history-summary-offered',
      'health-history-summary-given',
      'transition-health-check-completed',
      'adult-mental-health-transition-planned',
      'survey-physical-health-well',
      'survey-mental-health-well',
    ],
  },
  { number: 14, title: 'Adoption', indicators: ['adoption-medical'] },
  {
    number: 15,
    title: 'Unaccompanied asylum-seeking children',
    indicators: ['assessments-covering-trauma-and-journey', 'unaccompanied-children'],
  },
];

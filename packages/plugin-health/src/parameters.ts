import { defineParameter } from '@cic/core';

export const GUIDANCE =
  'Promoting the health and well-being of looked-after children (statutory guidance, DfE and DHSC)';
export const REGULATION_7 = 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 7';

/** Limits a council can tighten, each from a date on. */
export const parameters = [
  defineParameter({
    id: 'initial-health-assessment-working-days',
    title: 'Initial health assessment after starting to be looked after',
    unit: 'working days',
    default: 20,
    source: GUIDANCE,
    requirements: ['CFG-05'],
  }),
  defineParameter({
    id: 'initial-health-assessment-by-report',
    title:
      'What meets the clock of the initial assessment: 0 the day the child was seen, 1 the day of the report',
    unit: 'choice',
    default: 0,
    source: `${GUIDANCE} (report in time for the first review); children in care strategy 2019-21 (assessment)`,
  }),
  defineParameter({
    id: 'review-health-assessment-months-under-five',
    title: 'Review health assessment of a child under five',
    unit: 'months',
    default: 6,
    source: REGULATION_7,
    requirements: ['CFG-05'],
  }),
  defineParameter({
    id: 'review-health-assessment-months',
    title: 'Review health assessment from the yearly age on',
    unit: 'months',
    default: 12,
    source: REGULATION_7,
  }),
  defineParameter({
    id: 'review-health-assessment-yearly-age',
    title: 'Age at the last assessment from which the next is due after a year',
    unit: 'years',
    default: 5,
    source: `${REGULATION_7}; a child of exactly five is reviewed yearly (AMB-01)`,
  }),
  defineParameter({
    id: 'dental-check-months',
    title: 'Dental check after the last one, or after starting to be looked after',
    unit: 'months',
    default: 12,
    source: 'SSDA903 OC2.TEETH_CHECK',
  }),
  defineParameter({
    id: 'eye-test-months',
    title: 'Eye test after the last one, from the fourth birthday on',
    unit: 'months',
    default: 12,
    source: 'children in care strategy 2019-21, health standard 4',
  }),
  defineParameter({
    id: 'health-notification-working-days',
    title: 'Notification to health after a child starts to be looked after',
    unit: 'working days',
    default: 5,
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 13',
  }),
  defineParameter({
    id: 'health-plan-working-days',
    title: 'Health plan after starting to be looked after, in time for the first review',
    unit: 'working days',
    default: 20,
    source: GUIDANCE,
  }),
  defineParameter({
    id: 'health-issue-days',
    title: 'Health issue settled or taken further up',
    unit: 'days',
    default: 28,
    source: 'proposed: the strategies name no limit',
  }),
  defineParameter({
    id: 'camhs-wait-days',
    title: 'First contact with child and adolescent mental health services after referral',
    unit: 'days',
    default: 126,
    source: 'NHS Constitution, 18 weeks from referral to treatment',
  }),
  defineParameter({
    id: 'sdq-alert-score',
    title: 'Total difficulties score from which early help is looked at',
    unit: 'score',
    default: 14,
    source: 'Strengths and Difficulties Questionnaire, carer version, borderline from 14',
    requirements: ['HLT-13'],
  }),
];

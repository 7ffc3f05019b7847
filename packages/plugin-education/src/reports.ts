import type { ReportDefinition } from '@cic/core';
import { moveLists } from './lists/moves.ts';
import { planLists } from './lists/plans.ts';
import { tracker } from './lists/tracker.ts';

const ATTAINMENT = [
  'good-level-of-development',
  'phonics',
  'ks2-expected',
  'ks2-expected-gap',
  'ks2-expected-predicted',
  'gcse-english-maths-standard-pass',
  'gcse-english-maths-standard-pass-gap',
  'gcse-english-maths-standard-pass-predicted',
  'attainment-8',
  'progress-8',
];

const governance: ReportDefinition = {
  id: 'virtual-school-governance',
  title: 'Virtual school: half-termly report to the governance board',
  audience: 'board',
  requirements: ['D-EDU-17'],
  sections: [
    {
      kind: 'text',
      title: 'About this report',
      text:
        'Attainment, progress, attendance, exclusions and plans of children in care. Numbers are small: a change of one ' +
        'or two pupils can move a percentage a long way. Figures of part of a year are marked and join no trend.',
    },
    {
      kind: 'scorecard',
      title: 'Who our pupils are',
      indicators: ['pupils-in-care', 'year-11-pupils', 'sen-statement-or-plan-of-pupils', 'sen-support'],
    },
    {
      kind: 'scorecard',
      title: 'Personal education plans',
      indicators: [
        'pep-completed',
        'pep-current',
        'pep-good-quality',
        'first-pep-on-time',
        'termly-pep-on-time',
        'pep-child-attended',
        'pep-views-heard',
        'school-leavers-without-route',
      ],
    },
    {
      kind: 'breakdown',
      title: 'Plans completed, by key stage',
      indicator: 'pep-completed',
      by: ['key-stage'],
    },
    {
      kind: 'breakdown',
      title: 'Plans completed, by kind of setting',
      indicator: 'pep-completed',
      by: ['setting'],
    },
    {
      kind: 'breakdown',
      title: 'Plans completed, in and out of the area',
      indicator: 'pep-completed',
      by: ['school-location'],
    },
    {
      kind: 'breakdown',
      title: 'Quality of plans',
      indicator: 'pep-completed',
      by: ['pep-quality'],
    },
    {
      kind: 'scorecard',
      title: 'Attendance',
      indicators: [
        'school-attendance',
        'school-attendance-gap',
        'school-days-lost',
        'persistent-absence',
        'severe-absence',
        'term-time-absence-without-approval',
      ],
    },
    {
      kind: 'breakdown',
      title: 'Attendance in and out of the area',
      indicator: 'school-attendance',
      by: ['school-location'],
    },
    {
      kind: 'scorecard',
      title: 'Exclusions',
      indicators: [
        'children-suspended',
        'suspended-share',
        'days-lost-to-suspension',
        'permanent-exclusions',
      ],
    },
    { kind: 'scorecard', title: 'Attainment', indicators: ATTAINMENT },
    { kind: 'scorecard', title: 'Progress', indicators: ['expected-progress'] },
    {
      kind: 'scorecard',
      title: 'Stable schooling',
      indicators: ['school-moves', 'key-stage-4-school-moves', 'key-stage-4-moves-without-agreement'],
    },
    {
      kind: 'scorecard',
      title: 'Support',
      indicators: ['education-support-officer', 'school-with-designated-teacher', 'pupil-premium-plus-spent'],
    },
  ],
};

const turbulence: ReportDefinition = {
  id: 'turbulence-report',
  title: 'Turbulence: changes of school',
  audience: 'partner',
  requirements: ['EDU-21'],
  sections: [
    {
      kind: 'scorecard',
      title: 'How often',
      indicators: [
        'school-moves',
        'pupils-who-moved-school',
        'key-stage-4-school-moves',
        'school-place-on-time',
      ],
    },
    {
      kind: 'breakdown',
      title: 'Why',
      indicator: 'school-moves',
      by: ['reason-for-school-move'],
    },
    {
      kind: 'breakdown',
      title: 'How it went',
      indicator: 'school-moves',
      by: ['outcome-of-school-move'],
    },
    {
      kind: 'breakdown',
      title: 'When',
      indicator: 'school-moves',
      by: ['key-stage'],
    },
    {
      kind: 'scorecard',
      title: 'Looked at first',
      indicators: ['school-move-requests-challenged', 'key-stage-4-moves-without-agreement'],
    },
  ],
};

const year11: ReportDefinition = {
  id: 'year-11-report',
  title: 'Year 11: who they are, and what is expected of them',
  audience: 'board',
  requirements: ['EDU-14', 'EDU-15'],
  sections: [
    {
      kind: 'scorecard',
      title: 'The year group',
      indicators: [
        'year-11-pupils',
        'year-11-cohort',
        'year-11-unaccompanied',
        'year-11-first-language-not-english',
        'year-11-sen',
        'school-leavers-with-route',
      ],
    },
    {
      kind: 'scorecard',
      title: 'Predicted and reached',
      indicators: [
        'gcse-english-maths-standard-pass-predicted',
        'gcse-english-maths-standard-pass',
        'gcse-5-a-star-to-c-predicted',
        'gcse-5-a-star-to-c',
        'gcse-1-a-star-to-g-predicted',
        'gcse-1-a-star-to-g',
      ],
    },
  ],
};

const working: ReportDefinition = {
  id: 'virtual-school-work-list',
  title: 'Virtual school: who needs something now',
  audience: 'operator',
  requirements: ['EDU-17'],
  sections: [
    {
      kind: 'duties',
      title: 'Due and overdue',
      duties: ['first-pep-begun', 'first-pep', 'termly-pep', 'school-place'],
    },
    ...[tracker, ...planLists, ...moveLists].map((list) => ({
      kind: 'list' as const,
      title: list.title,
      list,
    })),
  ],
};

/** Ready reports of the virtual school. */
export const reports: readonly ReportDefinition[] = [governance, turbulence, year11, working];

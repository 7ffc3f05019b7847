import type { ReportDefinition, ReportSection } from '@cic/core';
import { healthIssues, leavingCareHealth, outOfAreaHealth } from './lists/access.ts';
import { healthTracker, overdueAssessments, questionnairesNotReturned } from './lists/assess.ts';
import { nurseCaseloads, serviceCapacity, standardsEvidence } from './lists/services.ts';
import { healthStandards } from './standards.ts';

const list = (definition: typeof healthTracker): ReportSection => ({
  kind: 'list',
  title: definition.title,
  list: definition,
});

const boardReport: ReportDefinition = {
  id: 'health-of-children-in-care',
  title: 'Health of children in care',
  audience: 'board',
  partly: ['D-GOV-04'],
  requirements: ['HLT-29'],
  sections: [
    {
      kind: 'scorecard',
      title: 'Health assessments',
      indicators: [
        'initial-health-assessment-on-time',
        'review-health-assessment-on-time',
        'health-assessments-up-to-date',
        'late-initial-health-assessments',
        'health-assessments-to-standard',
      ],
    },
    {
      kind: 'breakdown',
      title: 'What held up initial health assessments',
      indicator: 'late-initial-health-assessments',
      by: ['late-assessment-reason'],
    },
    {
      kind: 'scorecard',
      title: 'Checks and immunisations',
      indicators: [
        'dental-check-12-months',
        'immunisations-up-to-date',
        'development-assessments-up-to-date',
        'eye-test-12-months',
        'statutory-health-needs-met',
        'paf-c19',
      ],
    },
    {
      kind: 'scorecard',
      title: 'Emotional health',
      indicators: [
        'sdq-required',
        'sdq-completed',
        'sdq-completion',
        'sdq-average-score',
        'sdq-borderline-or-high',
        'camhs-waiting',
        'camhs-wait',
      ],
    },
    {
      kind: 'breakdown',
      title: 'Questionnaire by age and sex',
      indicator: 'sdq-average-score',
      by: ['age', 'sex'],
    },
    {
      kind: 'breakdown',
      title: 'Questionnaire by kind of carer',
      indicator: 'sdq-average-score',
      by: ['sdq-carer'],
    },
    {
      kind: 'scorecard',
      title: 'Substance misuse',
      indicators: [
        'substance-misuse-identified',
        'substance-misuse-intervention-received',
        'substance-misuse-intervention-refused',
      ],
    },
    {
      kind: 'scorecard',
      title: 'Access and care leavers',
      indicators: [
        'out-of-area-registered-with-gp',
        'out-of-area-registered-with-dentist',
        'dentist-not-available',
        'health-history-summary-given',
        'transition-health-check-completed',
        'health-issues-open',
      ],
    },
  ],
};

const standardsReport: ReportDefinition = {
  id: 'health-standards',
  title: 'The fifteen health standards',
  audience: 'partner',
  requirements: ['D-HEA-04'],
  sections: healthStandards.map(({ number, title, indicators }) => ({
    kind: 'scorecard',
    title: `Standard ${number}: ${title}`,
    indicators,
  })),
};

const nurseReport: ReportDefinition = {
  id: 'designated-nurse',
  title: 'Worklists of the designated nurse',
  audience: 'operator',
  requirements: ['HLT-03', 'HLT-12'],
  sections: [
    {
      kind: 'duties',
      title: 'What is due',
      duties: [
        'initial-health-assessment',
        'review-health-assessment',
        'health-notification',
        'dental-check',
        'eye-test',
        'hearing-screening',
        'immunisation',
        'strengths-and-difficulties',
        'health-history-summary',
        'transition-health-check',
        'health-issue',
      ],
    },
    list(healthTracker),
    list(overdueAssessments),
    list(questionnairesNotReturned),
    list(outOfAreaHealth),
    list(leavingCareHealth),
    list(healthIssues),
    list(nurseCaseloads),
    list(serviceCapacity),
    list(standardsEvidence),
  ],
};

const needsReport: ReportDefinition = {
  id: 'health-needs-analysis',
  title: 'Health needs of children in care, for commissioning',
  audience: 'partner',
  requirements: ['HLT-30'],
  partly: ['HLT-19'],
  sections: [
    {
      kind: 'text',
      title: 'What this is',
      text: 'Figures about all children together, for the joint strategic needs assessment and for commissioning. Disabled children are counted in every figure, and shown apart.',
    },
    {
      kind: 'scorecard',
      title: 'Needs found at the initial health assessment',
      indicators: ['emotional-needs-at-initial-assessment', 'specialist-referrals-from-initial-assessment'],
    },
    {
      kind: 'breakdown',
      title: 'Children in care by health need',
      indicator: 'health-need-recorded',
      by: ['health-need'],
    },
    {
      kind: 'breakdown',
      title: 'Children in care by disability',
      indicator: 'health-need-recorded',
      by: ['disability'],
    },
    {
      kind: 'breakdown',
      title: 'Health assessments of disabled children',
      indicator: 'health-assessments-up-to-date',
      by: ['disability'],
    },
    {
      kind: 'scorecard',
      title: 'Services',
      indicators: [
        'camhs-referrals',
        'camhs-waiting',
        'camhs-wait',
        'substance-misuse-specialist-referrals',
        'specialist-service-allocated',
        'life-limiting-condition',
        'wait-no-longer-than-local',
        'treatment-kept-on-move',
      ],
    },
    {
      kind: 'breakdown',
      title: 'Training of carers and staff',
      indicator: 'health-training-attended',
      by: ['health-training-topic', 'health-training-audience'],
    },
  ],
};

/** Ready reports. */
export const reports: readonly ReportDefinition[] = [boardReport, standardsReport, nurseReport, needsReport];

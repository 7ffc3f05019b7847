import type { ReportDefinition } from '@cic/core';
import { codeSets } from './generated/codeSets.ts';
import { childLists } from './lists/children.ts';
import { homeLists } from './lists/homes.ts';

const listed = (...ids: readonly string[]) =>
  [...childLists, ...homeLists]
    .filter(({ id }) => ids.includes(id))
    .map((list) => ({ kind: 'list', title: list.title, list }) as const);

const missingQuarter: ReportDefinition = {
  id: 'missing-and-away',
  title: 'Children missing and away from care',
  audience: 'board',
  requirements: ['SAF-05'],
  sections: [
    {
      kind: 'scorecard',
      title: 'How many, how often',
      indicators: [
        'children-missing',
        'children-missing-share',
        'missing-episodes',
        'missing-episodes-per-child',
        'missing-at-end',
        'repeat-missing',
        'repeat-missing-90-days',
        'days-missing',
        'missing-high-risk-share',
        'missing-children-in-care-share',
        'children-away',
        'away-episodes',
      ],
    },
    {
      kind: 'scorecard',
      title: 'Coming back',
      indicators: [
        'interviews-offered',
        'interviews-accepted',
        'interviews-held',
        'return-home-interview-on-time',
        'interviews-within-72-hours',
        'interviews-independent',
        'interviews-good-quality',
        'interviews-information-used',
      ],
    },
    {
      kind: 'scorecard',
      title: 'What children spoke of',
      indicators: codeSets.INTERVIEW_THEME.codes.map(({ code }) => `interview-theme-${code}`),
    },
    { kind: 'breakdown', title: 'By area', indicator: 'missing-episodes', by: ['district'] },
    { kind: 'breakdown', title: 'By placement', indicator: 'missing-episodes', by: ['placement-group'] },
    { kind: 'breakdown', title: 'By age and sex', indicator: 'children-missing', by: ['age', 'sex'] },
    { kind: 'breakdown', title: 'How often', indicator: 'children-missing', by: ['times-missing'] },
    {
      kind: 'text',
      title: 'What stood before missing episodes',
      text:
        'Each pair of figures below says how many missing episodes had something in the four weeks before, and how many ' +
        'of all days in care did. A share above the usual one is a reason to look, not a cause.',
    },
    {
      kind: 'scorecard',
      title: 'In the four weeks before',
      indicators: [
        'missing-after-move',
        'days-after-move',
        'missing-after-change-of-worker',
        'days-after-change-of-worker',
        'missing-after-return',
        'days-after-return',
      ],
    },
    {
      kind: 'scorecard',
      title: 'Where the figures come from',
      indicators: ['missing-episodes-only-in-return'],
    },
  ],
};

const overview: ReportDefinition = {
  id: 'safeguarding-overview',
  title: 'Safeguarding of children in care',
  audience: 'board',
  requirements: ['D-PLN-06'],
  sections: [
    {
      kind: 'scorecard',
      title: 'Exploitation',
      indicators: [
        'exploitation-caseload',
        'exploitation-significant',
        'exploitation-moderate',
        'exploitation-emerging',
        'exploitation-newly-identified',
        'exploitation-risk-reduced',
        'exploitation-risk-raised',
        'exploitation-supported',
        'exploitation-disruption',
        'exploitation-caseload-all',
        'exploitation-review-on-time',
      ],
    },
    {
      kind: 'scorecard',
      title: 'Offending and youth justice',
      indicators: [
        'convicted-or-cautioned',
        'convicted-or-cautioned-all-ages',
        'offending-ratio',
        'first-time-entrants',
        'first-time-entrants-change',
        'offence-outcomes-caution',
        'offence-outcomes-conviction',
        'offence-outcomes-informal',
        'reasonable-parent-test',
        'police-called-to-placement',
        'restorative-interventions',
        'youth-justice-prevention-referrals',
        'known-to-youth-justice',
        'youth-justice-plans-linked',
        'children-victims-of-crime',
      ],
    },
    {
      kind: 'scorecard',
      title: 'Secure places and liberty',
      indicators: [
        'secure-welfare',
        'secure-remand',
        'secure-sentence',
        'children-in-secure-placements',
        'secure-days',
        'secure-review-on-time',
        'release-accommodation-planned',
        'deprivation-of-liberty-orders',
        'children-deprived-of-liberty',
        'deprivation-of-liberty-days',
      ],
    },
    {
      kind: 'scorecard',
      title: 'Outside the area',
      indicators: ['placed-out-of-area', 'out-of-area-notification-on-time', 'visits-out-of-area-a-year'],
    },
    {
      kind: 'breakdown',
      title: 'Visits in time, to children in and out of the area',
      indicator: 'visit-on-time',
      by: ['location'],
    },
    {
      kind: 'scorecard',
      title: 'Child protection, allegations, incidents and complaints',
      indicators: [
        'children-on-protection-plan',
        'children-in-care-on-protection-plan',
        'entered-care-from-protection-plan',
        'section-47-enquiries-in-care',
        'protection-conference-on-time',
        'allegations',
        'allegations-substantiated',
        'serious-incidents',
        'serious-incident-notification-on-time',
        'complaints',
        'complaints-beyond-stage-1',
        'complaint-response-on-time',
      ],
    },
    {
      kind: 'scorecard',
      title: 'Training of staff',
      indicators: ['staff-trained-restorative-justice', 'staff-trained-exploitation-and-e-safety'],
    },
    { kind: 'breakdown', title: 'Training by topic', indicator: 'staff-trained', by: ['training-topic'] },
    {
      kind: 'breakdown',
      title: 'Exploitation by kind',
      indicator: 'exploitation-caseload',
      by: ['exploitation-kind'],
    },
  ],
};

const disputes: ReportDefinition = {
  id: 'reviewing-officer-disputes',
  title: 'Disputes raised by reviewing officers',
  audience: 'board',
  requirements: ['REV-08'],
  sections: [
    {
      kind: 'scorecard',
      title: 'Raised, open, overdue',
      indicators: [
        'disputes-raised',
        'disputes-open',
        'disputes-overdue',
        'dispute-resolution-on-time',
        'dispute-days',
      ],
    },
    {
      kind: 'scorecard',
      title: 'What about',
      indicators: codeSets.DISPUTE_THEME.codes.map(({ code }) => `disputes-about-${code}`),
    },
  ],
};

const operators: ReportDefinition = {
  id: 'safeguarding-lists',
  title: 'Safeguarding: who needs a look, and why',
  audience: 'operator',
  sections: [
    {
      kind: 'duties',
      title: 'Due and overdue',
      duties: [
        'return-home-interview',
        'missing-strategy-discussion',
        'out-of-area-notification',
        'secure-review',
        'exploitation-review',
        'dispute-resolution',
        'complaint-response',
        'serious-incident-notification',
        'protection-conference',
        'designated-officer-told',
      ],
    },
    ...listed(
      'missing-tracker',
      'vulnerable-children',
      'children-out-of-area',
      'secure-and-custody',
      'open-disputes',
      'known-to-youth-justice-and-care',
      'complex-cases',
      'provider-concerns',
      'home-findings-open',
      'safeguarding-training-by-home',
    ),
  ],
};

/** Ready reports. */
export const reports = [missingQuarter, overview, disputes, operators];

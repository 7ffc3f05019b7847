import type { ReportDefinition } from '@cic/core';
import { adopters, families, gap, panels } from './lists/adopters.ts';
import { searches } from './lists/familyFinding.ts';
import { reconciliation, tracker } from './lists/tracker.ts';

/** Ready reports, as data. */
export const reports: readonly ReportDefinition[] = [
  {
    id: 'adoption-report',
    title: 'Adoption',
    audience: 'board',
    sections: [
      {
        kind: 'scorecard',
        title: 'Timeliness',
        indicators: [
          'adoption-a1',
          'adoption-a10',
          'adoption-a2',
          'adoption-a3',
          'placed-within-12-months',
          'care-proceedings-weeks',
        ],
      },
      {
        kind: 'scorecard',
        title: 'Children adopted',
        indicators: [
          'adoption-decisions',
          'placement-orders',
          'children-placed-for-adoption',
          'children-adopted',
          'adopted-share',
          'adopted-average-age',
          'adopted-aged-4-plus',
          'adoptions-ethnic-minority',
          'adoptions-aged-5-plus',
          'adoption-decisions-reversed',
          'adoption-disruptions',
        ],
      },
      { kind: 'breakdown', title: 'Adopted by age', indicator: 'children-adopted', by: ['adoption-age'] },
      { kind: 'breakdown', title: 'Adopted by locality', indicator: 'children-adopted', by: ['district'] },
      {
        kind: 'breakdown',
        title: 'Children with a plan for adoption, by stage',
        indicator: 'children-with-adoption-plan',
        by: ['adoption-stage'],
      },
      {
        kind: 'breakdown',
        title: 'Children with a plan for adoption, by stage and time',
        indicator: 'children-with-adoption-plan',
        by: ['adoption-stage', 'adoption-wait'],
      },
      {
        kind: 'breakdown',
        title: 'Days behind the A1 average',
        indicator: 'adoption-a1',
        by: ['days-to-placement'],
      },
      {
        kind: 'scorecard',
        title: 'Adopters',
        indicators: [
          'adoption-enquiries',
          'adoption-applications',
          'adopters-approved',
          'adopter-conversion',
          'adoptive-families',
          'adoptive-families-waiting',
          'adoptive-families-in-matching',
          'placed-with-own-adopters',
          'inter-agency-balance',
        ],
      },
      {
        kind: 'breakdown',
        title: 'Families in the matching process, by time waiting',
        indicator: 'adoptive-families-in-matching',
        by: ['adopter-wait'],
      },
      {
        kind: 'scorecard',
        title: 'Special guardianship and support',
        indicators: [
          'special-guardianship-orders',
          'special-guardianship-from-care',
          'special-guardianship-outside-care',
          'adoptive-families-supported',
          'adoption-requests',
        ],
      },
    ],
  },
  {
    id: 'adoption-tracking-report',
    title: 'Adoption tracking',
    audience: 'operator',
    sections: [
      { kind: 'list', title: 'Children with a plan for adoption', list: tracker },
      { kind: 'list', title: 'Family finding', list: searches },
      { kind: 'list', title: 'Placed for adoption: what does not agree', list: reconciliation },
      { kind: 'list', title: 'Adopters', list: adopters },
      { kind: 'list', title: 'Children and adopters who wait', list: gap },
      { kind: 'list', title: 'Adoption panels', list: panels },
      { kind: 'list', title: 'Adoptive families', list: families },
      {
        kind: 'duties',
        title: 'Clocks',
        duties: [
          'placement-after-adoption-decision',
          'adoption-a1-clock',
          'adoption-a2-clock',
          'adoption-first-review',
          'adoption-later-review',
          'life-story-book-after-order',
          'adoption-support-assessment',
        ],
      },
    ],
  },
];

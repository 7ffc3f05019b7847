import type { ListDefinition, ReportDefinition } from '@cic/core';
import { codeSets } from './generated/codeSets.ts';
import { surveyIndicatorId } from './indicators/surveys.ts';

/** Ready reports, as data; `lists` are the plugin's own, by id. */
export function reportsWith(lists: readonly ListDefinition[]): ReportDefinition[] {
  const listed = (...ids: readonly string[]) =>
    lists
      .filter(({ id }) => ids.includes(id))
      .map((list) => ({ kind: 'list' as const, title: list.title, list }));
  const breakdown = (title: string, indicator: string, ...by: readonly string[]) => ({
    kind: 'breakdown' as const,
    title,
    indicator,
    by,
  });
  return [
    {
      id: 'leaving-care-report',
      title: 'Leaving care',
      audience: 'board',
      requirements: ['LVC-21'],
      sections: [
        {
          kind: 'scorecard',
          title: 'Care leavers',
          indicators: [
            'care-leavers-17-21',
            'care-leavers',
            'new-care-leavers',
            'left-care-before-18',
            'uasc-care-leavers',
            'care-leavers-parents',
            'care-leavers-in-custody',
          ],
        },
        breakdown('By status', 'young-people-with-leaving-care-status', 'leaving-care-status'),
        breakdown('By age', 'care-leavers', 'care-leaver-age'),
        {
          kind: 'scorecard',
          title: 'As in the statutory return',
          indicators: [
            'care-leavers-in-touch',
            'care-leavers-eet',
            'care-leavers-eet-19-21',
            'care-leavers-eet-17-18',
            'care-leavers-suitable-accommodation',
            'care-leavers-suitable-accommodation-19-21',
          ],
        },
        breakdown('Suitable accommodation by locality', 'care-leavers-suitable-accommodation', 'district'),
        breakdown('Where care leavers live', 'care-leavers-accommodation', 'care-leaver-accommodation'),
        breakdown(
          'Where care leavers live, in six groups',
          'care-leavers-accommodation',
          'care-leaver-accommodation-group',
        ),
        breakdown('Living outside the area, by age', 'care-leavers-outside-la', 'single-year-of-age'),
        {
          kind: 'scorecard',
          title: 'Homes',
          indicators: [
            'staying-put',
            'staying-put-aged-20-plus',
            'staying-close',
            'shared-lives',
            'supported-lodgings',
            'bed-and-breakfast',
            'bed-and-breakfast-nights',
            'care-leaver-units',
            'commissioned-occupancy',
            'spot-purchase-bed-nights',
            'spot-purchase-young-people',
            'spot-purchase-average-beds',
            'tenancy-ready-course',
            'evictions',
            'evictions-diverted',
            'homeless-presentations',
            'homeless-16-17',
            'care-leavers-housing-priority',
          ],
        },
        {
          kind: 'scorecard',
          title: 'Plans and advisers',
          indicators: [
            'pathway-plan-in-place',
            'pathway-plan-current',
            'pathway-plan-own-part',
            'personal-adviser-allocated',
            'adviser-caseload',
            'adviser-changes',
            'late-allocations',
            'support-requests-21-25',
            'adult-care-transitions',
            'transition-plan-in-place',
          ],
        },
        {
          kind: 'scorecard',
          title: 'Money and rights',
          indicators: [
            'entitlements-taken-up',
            'payments-average',
            'entitlements-taken-up-gap-unaccompanied',
            'payments-average-gap-women',
            'local-offer-given',
            'council-tax-exempt',
          ],
        },
        {
          kind: 'scorecard',
          title: 'Work and learning',
          indicators: [
            'work-placements',
            'ring-fenced-posts',
            'ring-fenced-apprenticeships',
            'computers-issued',
            'driving-lessons',
            'driving-test-passed',
          ],
        },
        {
          kind: 'scorecard',
          title: 'What care leavers say',
          indicators: [
            ...codeSets.KEEP_ON_CARING_QUESTION.values.map(surveyIndicatorId),
            'care-leaver-survey-response-rate',
          ],
        },
      ],
    },
    {
      id: 'leaving-care-team-report',
      title: 'Leaving care: what is to be done',
      audience: 'operator',
      sections: [
        ...listed(
          'leaving-care-young-people',
          'leaving-care-status-changes',
          'left-care-before-18-list',
          'late-allocations-list',
          'adviser-caseloads',
          'bed-and-breakfast-list',
          'housing-steps-list',
          'eviction-notices-list',
          'homeless-presentations-list',
          'adult-transitions-list',
          'uasc-care-leavers-list',
          'entitlements-list',
        ),
        {
          kind: 'duties',
          title: 'Clocks',
          duties: [
            'pathway-assessment',
            'pathway-plan',
            'pathway-plan-review',
            'personal-adviser',
            'keep-in-touch',
            'care-leaver-birthday-contact',
            'support-21-25-assessment',
            'eviction-district-told',
            'leave-to-remain-application',
            'adult-transition-plan',
          ],
        },
      ],
    },
    {
      id: 'care-leavers-return-report',
      title: 'Care leavers for the statutory return',
      audience: 'operator',
      sections: listed('care-leavers-return'),
    },
    {
      id: 'care-leaver-sufficiency-report',
      title: 'Accommodation for care leavers: need and supply',
      audience: 'operator',
      sections: listed(
        'care-leaver-projection',
        'commissioned-accommodation-list',
        'council-tax-by-district',
        'financial-disparity',
        'keep-on-caring-outcomes',
        'care-leaver-surveys',
        'work-placements-list',
      ),
    },
    {
      id: 'local-offer-for-care-leavers',
      title: 'What you can get: our local offer',
      audience: 'public',
      requirements: ['D-LEA-28'],
      sections: listed('local-offer'),
    },
  ];
}

import type { Claim, ComparatorValue, IndicatorValue, Target } from '@cic/core/records';
import { STRATEGY } from './objectives.ts';

const DOCUMENT = 'Derby strategy 2012-15';

type Period = IndicatorValue['period'];
const year = (end: number): Period => ({
  kind: 'financial-year',
  start: `${end - 1}-04-01`,
  end: `${end}-03-31`,
  label: `${end - 1}/${String(end).slice(2)}`,
});
const schoolYear = (end: number): Period => ({
  kind: 'academic-year',
  start: `${end - 1}-09-01`,
  end: `${end}-08-31`,
  label: `${end - 1}/${String(end).slice(2)}`,
});
const on = (date: Period['start']): Period => ({ kind: 'date', start: date, end: date });
const of = (section: string) => ({ document: DOCUMENT, section });

/** A row of a performance table: outturns of two years, the neighbours with their year, the target for 2011/12. */
interface Row {
  readonly indicator: string;
  readonly section: string;
  readonly before?: number;
  readonly now: number;
  readonly neighbours?: readonly [value: number, year: number];
  readonly target?: number;
  readonly lower?: true;
}

const ROWS: readonly Row[] = [
  {
    indicator: 'ks2-level-4-english-and-maths',
    section: '6.1.1',
    before: 27,
    now: 43,
    neighbours: [53.2, 2012],
  },
  { indicator: 'ks2-level-4-english', section: '6.1.1', now: 50, neighbours: [63.1, 2012], target: 62 },
  { indicator: 'ks2-level-4-maths', section: '6.1.1', now: 43, neighbours: [58, 2012], target: 64 },
  {
    indicator: 'gcse-5-a-star-to-c-english-maths',
    section: '6.1.1',
    before: 16.7,
    now: 24.3,
    neighbours: [23, 2012],
    target: 18,
  },
  { indicator: 'gcse-5-a-star-to-c', section: '6.1.1', before: 54.3, now: 45.9, neighbours: [42.3, 2012] },
  {
    indicator: 'development-assessments-up-to-date',
    section: '6.2.1',
    before: 54,
    now: 38.5,
    neighbours: [75.4, 2012],
  },
  { indicator: 'sdq-completion', section: '6.2.1', before: 66, now: 38, neighbours: [66.5, 2012] },
  { indicator: 'sdq-average-score', section: '6.2.1', before: 16.4, now: 16.9, neighbours: [13.9, 2012] },
  {
    indicator: 'convicted-or-cautioned-all-ages',
    section: '6.3.1',
    before: 9.8,
    now: 9.9,
    neighbours: [9, 2011],
  },
  {
    indicator: 'care-leavers-suitable-accommodation-19',
    section: '6.3.1',
    before: 84.6,
    now: 91.4,
    neighbours: [89.5, 2011],
    target: 90,
  },
  {
    indicator: 'care-leavers-eet-19',
    section: '6.3.1',
    before: 57.7,
    now: 62.9,
    neighbours: [61.9, 2011],
    target: 65,
  },
  {
    indicator: 'placed-within-12-months',
    section: '7.2.1',
    before: 75.9,
    now: 30,
    neighbours: [75, 2011],
    target: 70,
  },
  {
    indicator: 'three-or-more-placements',
    section: '7.3.1',
    before: 6.7,
    now: 9.6,
    neighbours: [10, 2011],
    target: 9,
    lower: true,
  },
  {
    indicator: 'long-term-stability',
    section: '7.3.1',
    before: 69,
    now: 66.5,
    neighbours: [70, 2011],
    target: 72,
  },
];

const TEXT: readonly IndicatorValue[] = [
  { indicator: 'children-in-care', period: on('2012-06-30'), value: 476, provenance: of('4.1.1') },
  { indicator: 'children-in-care-rate', period: on('2012-06-30'), value: 88.3, provenance: of('4.1.4') },
  {
    indicator: 'sen-statement-or-plan-of-pupils',
    period: on('2011-03-31'),
    value: 27.8,
    provenance: of('4.1.5'),
  },
  { indicator: 'sen-support', period: on('2011-03-31'), value: 54.4, provenance: of('4.1.5') },
  { indicator: 'adoption-decisions', period: year(2012), value: 70, provenance: of('4.2.1') },
  { indicator: 'children-adopted', period: year(2012), value: 40, provenance: of('4.2.2') },
  { indicator: 'statutory-health-needs-met', period: year(2012), value: 74.5, provenance: of('6.2.1') },
  { indicator: 'dental-check-12-months', period: year(2012), value: 74.8, provenance: of('6.2.1') },
  { indicator: 'immunisations-up-to-date', period: year(2012), value: 92.8, provenance: of('6.2.1') },
  { indicator: 'sdq-required', period: year(2012), value: 266, provenance: of('6.2.1') },
  { indicator: 'sdq-completed', period: year(2012), value: 99, provenance: of('6.2.1') },
  ...(
    [
      [2009, 94.2],
      [2010, 95.5],
      [2011, 95.9],
    ] as const
  ).map(
    ([end, value]): IndicatorValue => ({
      indicator: 'school-attendance',
      period: schoolYear(end),
      value,
      provenance: of('6.1.1'),
    }),
  ),
];

/** 99 of 266 stand beside the percentage, so that it can be worked out again. */
const SDQ = { numerator: 99, denominator: 266 } as const;

export const values: readonly IndicatorValue[] = [
  ...ROWS.flatMap(({ indicator, section, before, now }): IndicatorValue[] => [
    ...(before === undefined
      ? []
      : [{ indicator, period: year(2011), value: before, provenance: of(section) }]),
    {
      indicator,
      period: year(2012),
      value: now,
      provenance: of(section),
      ...(indicator === 'sdq-completion' ? SDQ : {}),
    },
  ]),
  ...TEXT,
];

const england = (
  indicator: string,
  value: number,
  section: string,
  period = year(2012),
): ComparatorValue => ({
  indicator,
  comparator: 'england',
  period,
  value,
  provenance: of(section),
});

export const comparators: readonly ComparatorValue[] = [
  ...ROWS.flatMap(({ indicator, section, neighbours }): ComparatorValue[] =>
    neighbours
      ? [
          {
            indicator,
            comparator: 'statistical-neighbours',
            period: year(neighbours[1]),
            value: neighbours[0],
            provenance: of(section),
          },
        ]
      : [],
  ),
  ...(
    [
      [2009, 93.8],
      [2010, 93.8],
      [2011, 94],
    ] as const
  ).map(
    ([end, value]): ComparatorValue => ({
      indicator: 'school-attendance',
      comparator: 'all-children',
      period: schoolYear(end),
      value,
      provenance: of('6.1.1'),
    }),
  ),
  england('gcse-5-a-star-to-c-english-maths', 15.1, '6.1.2'),
  england('dental-check-12-months', 82, '6.2.1'),
  england('immunisations-up-to-date', 79, '6.2.1'),
  england('sdq-average-score', 13.9, '6.2.1', year(2011)),
];

export const targets: readonly Target[] = ROWS.flatMap(({ indicator, section, target, lower }): Target[] =>
  target === undefined
    ? []
    : [
        {
          id: `${indicator}-2012`,
          indicator,
          strategy: STRATEGY,
          section,
          values: [{ period: year(2012), value: target, comparator: lower ? 'at-most' : 'at-least' }],
        },
      ],
);

const claim = (id: string, section: string, facts: Omit<Claim, 'id' | 'section' | 'strategy'>): Claim => ({
  id,
  strategy: STRATEGY,
  section,
  ...facts,
});

/** What the strategy says of its figures, in our words, to be held against them. */
export const claims: readonly Claim[] = [
  claim('sdq-38', '6.2.1', {
    text: 'Questionnaires were completed for 38%, which is 99 of 266.',
    kind: 'stated-value',
    indicator: 'sdq-completion',
    value: 38,
  }),
  claim('eet-below-neighbours', '6.3.1', {
    text: 'Work and study are a little below similar councils.',
    kind: 'below',
    indicator: 'care-leavers-eet-19',
    comparator: 'statistical-neighbours',
  }),
  claim('gcse-improving', '6.1.4a', {
    text: 'Results go on improving at every key stage.',
    kind: 'improving',
    indicator: 'gcse-5-a-star-to-c',
  }),
  claim('stability-improving', '7.3.1', {
    text: 'Placements are more stable: three and more.',
    kind: 'improving',
    indicator: 'three-or-more-placements',
  }),
  claim('long-stability-improving', '7.3.1', {
    text: 'Placements are more stable: the same for two years.',
    kind: 'improving',
    indicator: 'long-term-stability',
  }),
  claim('attendance-above-all', '6.1.2', {
    text: 'Attendance is above that of all pupils.',
    kind: 'above',
    indicator: 'school-attendance',
    comparator: 'all-children',
  }),
  claim('gcse-above-england', '6.1.2', {
    text: 'Good results with English and maths are above England.',
    kind: 'above',
    indicator: 'gcse-5-a-star-to-c-english-maths',
    comparator: 'england',
  }),
  claim('offending-above', '6.3.1', {
    text: 'Offending is a little above similar councils.',
    kind: 'above',
    indicator: 'convicted-or-cautioned-all-ages',
    comparator: 'statistical-neighbours',
  }),
];

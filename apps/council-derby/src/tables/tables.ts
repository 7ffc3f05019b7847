import type { Binding } from '@cic/core';
import type { KnownDifference, SeedTable } from '@cic/seeds';

type Row = readonly [label: string, made: Binding | string, ...cells: string[]];

/** A printed table with the indicator of each row. */
function table(
  id: string,
  title: string,
  section: string,
  columns: readonly (readonly [heading: string, of: Binding])[],
  rows: readonly Row[],
  more: {
    readonly of?: Binding;
    readonly differences?: readonly KnownDifference[];
    readonly decimals?: number;
  } = {},
): SeedTable {
  const { of, differences, decimals } = more;
  return {
    table: {
      id,
      title,
      section,
      columns: ['Figure', ...columns.map(([heading]) => heading)],
      rows: rows.map(([label, , ...cells]) => ({ label, cells })),
      footnotes: [],
      marks: {},
      corrections: [],
    },
    made: {
      rows: rows.map(([, made]) => made),
      columns: columns.map(([, of]) => of),
      ...(of === undefined ? {} : { of }),
      ...(decimals === undefined ? {} : { decimals }),
    },
    ...(differences ? { differences } : {}),
  };
}

const JUNE = '2012-06-30';
const shareOf = (indicator: string, where?: Binding['where']): Binding => ({
  indicator,
  show: 'share',
  ...(where ? { where } : {}),
});
const inCare = (where: Binding['where']): Binding => ({ indicator: 'children-in-care', where: where ?? {} });
const NO_PLACES = 'Where placements are is not among the records made here.';

const ages = table(
  'age-profile',
  'Children in care by age, end of June 2012',
  '4.1.1',
  [
    ['Number', { period: JUNE }],
    ['Percent', { period: JUNE, show: 'share' }],
  ],
  [
    ['Under 1', inCare({ age: '0-0' }), '29', '6.1%'],
    ['1 to 4', inCare({ age: '1-4' }), '88', '18.5%'],
    ['5 to 9', inCare({ age: '5-9' }), '101', '21.2%'],
    ['10 to 14', inCare({ age: '10-14' }), '136', '28.6%'],
    ['15 to 18', inCare({ age: '15+' }), '122', '25.6%'],
  ],
);

const population = table(
  'population',
  'Children in care in the text',
  '4.1',
  [['June 2012', {}]],
  [
    ['Children in care', { indicator: 'children-in-care' }, '476'],
    ['Per 10,000 children', 'The strategy does not print the number of children in the city.', '88.3'],
    ['Girls', shareOf('children-in-care', { sex: 'F' }), '42%'],
    ['Boys', shareOf('children-in-care', { sex: 'M' }), '58%'],
    ['White British', shareOf('children-in-care', { ethnicity: 'WBRI' }), '79%'],
    ['Dual heritage', { ...shareOf('children-in-care', { ethnicity: 'MWBC' }), decimals: 1 }, '11.3%'],
    ['Living in Derby', NO_PLACES, '55%'],
    ['In Derby with foster families', NO_PLACES, '58%'],
    ['In Derby with their parents', NO_PLACES, '3%'],
    ['In Derby in homes or hostels', NO_PLACES, '8%'],
    ['In Derby placed for adoption', NO_PLACES, '12%'],
    ['In Derby living alone', NO_PLACES, '5%'],
    [
      'Statement of special educational needs',
      { indicator: 'sen-statement-or-plan-of-pupils', period: '2011-03-31' },
      '27.8%',
    ],
    ['School Action and Plus', { indicator: 'sen-support', period: '2011-03-31' }, '54.4%'],
  ],
  { of: { period: JUNE } },
);

const decided = (where: Binding['where']): Binding => shareOf('adoption-decisions', where);
const adopted = (where: Binding['where']): Binding => shareOf('children-adopted', where);
const yearsOfAge = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${from + i}-${from + i}`);

const adoption = table(
  'adoption',
  'Adoption in the text',
  '4.2, 7.2.2',
  [['2011/12', {}]],
  [
    ['Decisions for adoption', { indicator: 'adoption-decisions' }, '70'],
    ['Decisions: girls', decided({ sex: 'F' }), '44%'],
    ['Decisions: boys', decided({ sex: 'M' }), '56%'],
    ['Decisions: single children', 'Siblings are not among the records made here.', '47%'],
    ['Decisions: sibling groups', 'Siblings are not among the records made here.', '53%'],
    ['Decisions: under one year old', decided({ 'single-year-of-age': '0-0' }), '27%'],
    ['Adopted', { indicator: 'children-adopted' }, '40'],
    ['Adopted: girls', adopted({ sex: 'F' }), '60%'],
    ['Adopted: boys', adopted({ sex: 'M' }), '40%'],
    ['Adopted: under four', adopted({ 'single-year-of-age': yearsOfAge(0, 3) }), '37.5%'],
    ['Adopted: four to six', adopted({ 'single-year-of-age': yearsOfAge(4, 6) }), '42.5%'],
    ['Adopted: seven to ten', adopted({ 'single-year-of-age': yearsOfAge(7, 10) }), '20%'],
    ['Adopted in three years', { indicator: 'children-adopted', period: { threeYearsTo: 2012 } }, '110'],
    ['Three years as a share', 'What it is a share of is not printed.', '25%'],
    ['Of ethnic minorities', 'The period is not printed.', '19%'],
    [
      'Aged five and over, three years',
      'Ages of the first two years are not printed: 25 of 40 were four and over in the last.',
      '14%',
    ],
    [
      'Court proceedings in weeks',
      'Court proceedings are not among the records made here; the period is not printed.',
      '39',
    ],
  ],
  { of: { period: '2012' } },
);

const attendance = table(
  'attendance',
  'School attendance',
  '6.1.1',
  [2009, 2010, 2011].flatMap((year) => [
    [`${year - 1}-${year} in care`, { period: { academicYear: year } }] as const,
    [
      `${year - 1}-${year} all`,
      { period: { academicYear: year }, show: 'comparator', comparator: { body: 'all-children' } },
    ] as const,
    [
      `${year - 1}-${year} difference`,
      { period: { academicYear: year }, indicator: 'school-attendance-gap' },
    ] as const,
  ]),
  [
    [
      'Attendance',
      { indicator: 'school-attendance' },
      '94.2%',
      '93.8%',
      '0.4',
      '95.5%',
      '93.8%',
      '1.7',
      '95.9%',
      '94.0%',
      '1.9',
    ],
  ],
);

const KS2 = 'Level 4 and over at Key Stage 2';
const outturns = [
  ['2010/11', { period: '2011' }],
  ['2011/12', { period: '2012' }],
] as const;

/** Key Stage 2 shares are whole percentages, padded with a nought. */
const keyStage2 = table(
  'key-stage-2',
  KS2,
  '6.1.1',
  outturns,
  [
    ['English and maths', { indicator: 'ks2-level-4-english-and-maths' }, '27.0%', '43.0%'],
    ['English', { indicator: 'ks2-level-4-english' }, 'N/A', '50.0%'],
    ['Maths', { indicator: 'ks2-level-4-maths' }, 'N/A', '43.0%'],
  ],
  { decimals: 0 },
);

const performance = table(
  'performance',
  'Outturns of the performance tables',
  '6.1.1, 6.2.1, 6.3.1, 7.2.1, 7.3.1',
  outturns,
  [
    [
      'Five GCSEs at A* to C with English and maths',
      { indicator: 'gcse-5-a-star-to-c-english-maths' },
      '16.7%',
      '24.3%',
    ],
    ['Five GCSEs at A* to C', { indicator: 'gcse-5-a-star-to-c' }, '54.3%', '45.9%'],
    ['Development assessments', { indicator: 'development-assessments-up-to-date' }, '54.0%', '38.5%'],
    ['Questionnaires completed', { indicator: 'sdq-completion' }, '66%', '38.0%'],
    ['Average score', { indicator: 'sdq-average-score' }, '16.4', '16.9'],
    [
      'Final warnings, reprimands, convictions',
      { indicator: 'convicted-or-cautioned-all-ages' },
      '9.8%',
      '9.9%',
    ],
    [
      'Care leavers in suitable accommodation',
      { indicator: 'care-leavers-suitable-accommodation-19' },
      '84.6%',
      '91.4%',
    ],
    ['Care leavers in work or study', { indicator: 'care-leavers-eet-19' }, '57.7%', '62.9%'],
    ['Adopted, as a share of children in care', 'What it is a share of is not printed.', '11.6%', '13%'],
    [
      'Placed within twelve months of the decision',
      { indicator: 'placed-within-12-months' },
      '75.9%',
      '30.0%',
    ],
    ['Three placements and more', { indicator: 'three-or-more-placements' }, '6.7%', '9.6%'],
    ['Same placement for two years', { indicator: 'long-term-stability' }, '69.0%', '66.5%'],
  ],
  {
    differences: [
      {
        rows: ['Questionnaires completed'],
        columns: ['2011/12'],
        reason: 'The text gives 99 of 266, which is 37.2%; the numbers were followed, not the percentage.',
      },
      {
        rows: ['Five GCSEs at A* to C with English and maths'],
        columns: ['2010/11'],
        reason:
          'No year group of fewer than 60 gives both 16.7% and 54.3%: the two stand on different bases.',
      },
    ],
  },
);

const health = table(
  'health',
  'Health in the text',
  '6.2.1',
  [['2011/12', { period: '2012' }]],
  [
    ['Statutory health needs met', { indicator: 'statutory-health-needs-met' }, '74.5%'],
    ['Teeth checked', { indicator: 'dental-check-12-months' }, '74.8%'],
    ['Immunisations', { indicator: 'immunisations-up-to-date' }, '92.8%'],
    ['Questionnaires required', { indicator: 'sdq-required' }, '266'],
    ['Questionnaires completed', { indicator: 'sdq-completed' }, '99'],
  ],
);

/** Every table and figure of the strategy that is computed from children. */
export const tables: readonly SeedTable[] = [
  ages,
  population,
  adoption,
  attendance,
  keyStage2,
  performance,
  health,
];

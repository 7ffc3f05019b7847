import type { Binding } from '@cic/core';
import type { KnownDifference, SeedTable } from '@cic/seeds';

const REPORT_DAY = '2008-10-31';
const SINCE_APRIL = { from: '2008-04-01', to: REPORT_DAY } as const;
const TO_THE_DAY = { twelveMonthsTo: REPORT_DAY } as const;
const LAST_YEAR = { twelveMonthsTo: '2007-09-30' } as const;
const THIS_YEAR = { twelveMonthsTo: '2008-09-30' } as const;

const table = (
  id: string,
  title: string,
  section: string,
  columns: readonly string[],
  rows: readonly (readonly [label: string, ...cells: string[]])[],
): SeedTable['table'] => ({
  id,
  title,
  section,
  columns: ['Figure', ...columns],
  rows: rows.map(([label, ...cells]) => ({ label, cells })),
  footnotes: [],
  marks: {},
  corrections: [],
});

const count = (indicator: string, where?: Binding['where']): Binding => ({
  indicator,
  show: 'count',
  ...(where ? { where } : {}),
});

/** Figures that stand in sentences about this year and last. */
const headlines: SeedTable = {
  table: table(
    'headlines',
    'Outcomes in the text',
    '3, 6, 7',
    ['last year', 'this year'],
    [
      ['One GCSE or more at A to G', '70.4%', '84%'],
      ['Five GCSEs at A to C', '6.7%', '16%'],
      ['Secondary age, more than 25 days missed', '22%', '20%'],
      ['Dental checks', '59.9%', 'at least 91%'],
      ['Health of children in care (PAF C19)', '', 'over 84%'],
      ['Statement of special educational needs', '37%', '39%'],
    ],
  ),
  made: {
    rows: [
      { indicator: 'gcse-1-a-star-to-g' },
      { indicator: 'gcse-5-a-star-to-c' },
      { indicator: 'missing-over-25-days-secondary' },
      { indicator: 'dental-check-12-months' },
      { indicator: 'paf-c19' },
      { indicator: 'sen-statement-or-plan' },
    ],
    columns: [{ period: LAST_YEAR }, { period: THIS_YEAR }],
  },
  differences: [
    {
      rows: ['One GCSE or more at A to G'],
      columns: ['last year'],
      reason:
        'The text gives the figure of September 2006 for last year; the appendix has 73.3% for September 2007.',
    },
  ] satisfies KnownDifference[],
};

const stability: SeedTable = {
  table: table(
    'stability',
    'Long-term stability in the text',
    '3',
    ['June 2007', 'June 2008', 'target 2008/09'],
    [['Long-term stability (PAF D78)', '53.3%', '58.8%', '66%']],
  ),
  made: {
    of: { indicator: 'long-term-stability' },
    rows: [{}],
    columns: [{ period: '2007-06-30' }, { period: '2008-06-30' }, { period: '2008/09', show: 'target' }],
  },
};

const population: SeedTable = {
  table: table(
    'population',
    'Care population in the text',
    '2',
    ['2008'],
    [
      ['Children in care', '308'],
      ['Per 10,000 children', '23'],
      ['Per 10,000 children, England', '54.1'],
    ],
  ),
  made: {
    rows: [
      { indicator: 'children-in-care' },
      'The report does not print the number of children in the county.',
      {
        indicator: 'children-in-care-rate',
        show: 'comparator',
        comparator: { body: 'england' },
        decimals: 1,
      },
    ],
    columns: [{ period: REPORT_DAY }],
  },
};

const year11: SeedTable = {
  table: table(
    'year-11',
    'Year 11 of 2008/09 in the text',
    '6',
    ['2008/09'],
    [
      ['Cohort', '47'],
      ['Unaccompanied, new to the service', '12'],
      ['The others', '36'],
      ['Of the others, with some special educational need', '28'],
      ['Predicted five GCSEs at A to C', '11%'],
    ],
  ),
  made: {
    rows: [
      { indicator: 'year-11-pupils' },
      count('year-11-unaccompanied'),
      'Not an indicator of its own: 47 less 12 is 35, and the report prints 36.',
      count('year-11-sen'),
      'Predictions subject by subject are not among the records made here.',
    ],
    columns: [{ period: REPORT_DAY }],
  },
};

const takingPart: SeedTable = {
  table: table(
    'taking-part',
    'Taking part and leisure in the text',
    '5',
    ['2008'],
    [
      ['Young people in participation a year ago', '9'],
      ['Young people in participation', '22'],
      ['Of them aged 9 to 11', '5'],
      ['Swimming and leisure passes of children and carers', '141'],
      ['Free tickets to performances, February to May', '27'],
      ['Nominations for awards', '118'],
    ],
  ),
  made: {
    rows: [
      { indicator: 'participation-group-members', period: '2007-10-31' },
      { indicator: 'participation-group-members' },
      {
        indicator: 'participation-group-members',
        where: { 'single-year-of-age': ['9-9', '10-10', '11-11'] },
      },
      { indicator: 'leisure-passes-held' },
      { indicator: 'performance-tickets-issued', period: { from: '2008-02-01', to: '2008-05-31' } },
      { indicator: 'award-nominations', period: TO_THE_DAY },
    ],
    columns: [{}],
    of: { period: REPORT_DAY },
  },
};

const work: SeedTable = {
  table: table(
    'work',
    'Work, driving and care leavers in the text',
    '5, 10.1',
    ['2008'],
    [
      ['Mentored work experience', '10'],
      ['Of them now in work', '3'],
      ['Of them now at college', '5'],
      ['Being prepared', '5'],
      ['Work experience day in April', '7'],
      ['Summer work placements', '11'],
      ['Part-time post from a placement', '1'],
      ['Ring-fenced post', '1'],
      ['Computers a month', '2'],
      ['Driving lessons since April', '24'],
      ['Driving tests passed', '5'],
      ['Pass Plus', '2'],
      ['Unaccompanied, with care leaver status', '59'],
    ],
  ),
  made: {
    rows: [
      { indicator: 'work-placements-mentored' },
      { ...count('work-placements-to-work'), period: { from: '2007-11-01', to: '2008-03-31' } },
      { ...count('work-placements-to-college'), period: { from: '2007-11-01', to: '2008-03-31' } },
      { indicator: 'work-placements-prepared', period: REPORT_DAY },
      { indicator: 'work-placements-april-day' },
      { indicator: 'work-placements-summer' },
      { indicator: 'work-placement-jobs' },
      { indicator: 'ring-fenced-posts', period: REPORT_DAY },
      { indicator: 'computers-per-month', decimals: 0 },
      { indicator: 'driving-lessons', period: SINCE_APRIL },
      { indicator: 'driving-test-passed', period: SINCE_APRIL },
      { indicator: 'pass-plus', period: SINCE_APRIL },
      { indicator: 'uasc-care-leavers', period: REPORT_DAY },
    ],
    columns: [{}],
    of: { period: TO_THE_DAY },
  },
};

const others: SeedTable = {
  table: table(
    'others',
    'Other figures in the text',
    '6, 7, 8',
    ['2008'],
    [
      ['Mentors in training', '35'],
      ['Mentors for children in care', '15'],
      ['Dentist not available', '1'],
      ['Referred to specialists from initial assessments', '10%'],
      ['Staff of children’s homes trained in restorative justice', '95%'],
      ['Change in first-time entrants to youth justice', '-30%'],
      ['Offending against all children', '3'],
    ],
  ),
  made: {
    rows: [
      'Mentors are not among the records made here.',
      'Mentors are not among the records made here.',
      'A count from an audit of files, of which the children carry no record.',
      'Initial assessments are not recorded one by one here: the children carry the yearly return.',
      'Training of staff is not among the records made here.',
      'A change in all children of the county, not in those in care.',
      'A ratio to all children of the area, whose rate the report does not print.',
    ],
    columns: [{}],
  },
};

/** Every figure of the text, in tables by subject. */
export const textTables: readonly SeedTable[] = [
  population,
  headlines,
  stability,
  year11,
  takingPart,
  work,
  others,
];

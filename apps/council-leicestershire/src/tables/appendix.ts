import type { Binding } from '@cic/core';
import type { SeedTable } from '@cic/seeds';

/** Years in which the cohort was counted: each column is 30 September. */
export const COHORT_YEARS = [2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007] as const;

/** Row labels of the appendix, shortened. */
export const ROWS = {
  cohort: 'In care for 12 months and more at 30 September',
  eligible: 'Eligible for full-time schooling',
  sen: 'Special educational needs: number and percent',
  excluded: 'Permanently excluded',
  year11: 'In Year 11',
  sat: 'Sat one GCSE or more',
  oneG: 'One GCSE or more at A* to G',
  fiveG: 'Five GCSEs at A* to G',
  fiveC: 'Five GCSEs at A* to C',
  health: 'Health check in twelve months',
  dental: 'Dental check in twelve months',
  offending: 'Aged 10 to 17 with conviction, reprimand or final warning',
  c18: 'PAF C18: final warnings and convictions',
  c19: 'PAF C19: health of children in care',
  c24: 'PAF C24: missing at least 25 days of school',
} as const;

/** The table of the appendix as it is printed, one row an indicator. */
export const appendixTable: SeedTable['table'] = {
  id: 'appendix-1',
  title: 'Appendix 1: children in care for twelve months and more',
  section: 'App 1',
  columns: ['Indicator', ...COHORT_YEARS.map((year) => `at Sept '${String(year).slice(2)}`)],
  rows: [
    { label: ROWS.cohort, cells: ['176', '194', '195', '270', '233', '251', '231', '227'] },
    { label: ROWS.eligible, cells: ['132', '147', '153', '215', '191', '204', '185', '186'] },
    {
      label: ROWS.sen,
      cells: [
        '47 (35.6%)',
        '38 (25.9%)',
        '32 (20.9%)',
        '55 (25.6%)',
        '63 (33.0%)',
        '73 (35.8%)',
        '66 (35.7%)',
        '69 (37.1%)',
      ],
    },
    { label: ROWS.excluded, cells: ['1', '1', '1', '4', '3', '2', '6', '3'] },
    { label: ROWS.year11, cells: ['18', '26', '20', '29', '19', '32', '27', '30'] },
    {
      label: ROWS.sat,
      cells: [
        '13 (72.2%)',
        '19 (73.1%)',
        '12 (60.0%)',
        '10 (34.5%)',
        '11 (57.9%)',
        '20 (62.5%)',
        '21 (77.8%)',
        '22 (73.3%)',
      ],
    },
    {
      label: ROWS.oneG,
      cells: [
        '10 (55.6%)',
        '13 (50.0%)',
        '12 (60.0%)',
        '10 (34.5%)',
        '10 (52.6%)',
        '20 (62.5%)',
        '19 (70.4%)',
        '22 (73.3%)',
      ],
    },
    {
      label: ROWS.fiveG,
      cells: [
        '9 (50.0%)',
        '9 (34.6%)',
        '8 (40.0%)',
        '6 (20.7%)',
        '8 (42.1%)',
        '17 (53.1%)',
        '16 (59.3%)',
        '14 (46.7%)',
      ],
    },
    {
      label: ROWS.fiveC,
      cells: [
        '0 (0%)',
        '2 (10.5%)',
        '2 (16.7%)',
        '2 (6.9%)',
        '5 (26.3%)',
        '3 (9.4%)',
        '1 (3.7%)',
        '2 (6.7%)',
      ],
    },
    {
      label: ROWS.health,
      cells: ['73.3%', '75.8%', '71.3%', '67.4%', '82.8%', '78.9%', '61.9%', '68.7%'],
    },
    {
      label: ROWS.dental,
      cells: ['65.3%', '59.3%', '66.2%', '61.5%', '83.3%', '84.1%', '78.4%', '59.9%'],
    },
    {
      label: ROWS.offending,
      cells: [
        '10 (9.7%)',
        '17 (13.8%)',
        '10 (8.0%)',
        '10 (5.7%)',
        '15 (9.1%)',
        '29 (15.8%)',
        '21 (11.9%)',
        '26 (14.7%)',
      ],
    },
    {
      label: ROWS.c18,
      cells: [
        '3.4 (Band 2)',
        '5.2 (Band 2)',
        '2.6 (top band)',
        '2.4 (top band)',
        '2.8 (top band)',
        '4.2 (band 2)',
        '2.8 (top band)',
        '3.3 (band 2)',
      ],
    },
    {
      label: ROWS.c19,
      cells: [
        '74.2% (Band 4)',
        '75.6% (Band 4)',
        '68.7% (Band 3)',
        '64.4% (Band 3)',
        '83.0% (top band)',
        '81.5% (top band)',
        '70.1% (Band 4)',
        '64.3% (Band 3)',
      ],
    },
    {
      label: ROWS.c24,
      cells: [
        '22.0% (Band 1)',
        '19.7% (Band 2)',
        '11.8% (Band 3)',
        '14.4% (Band 3)',
        '12.6% (Band 3)',
        '19.1% (Band 2)',
        '18.4% (Band 2)',
        '19.4% (Band 2)',
      ],
    },
  ],
  footnotes: [],
  marks: {},
  corrections: [],
};

const numberAndPercent = (indicator: string): Binding => ({ indicator, show: ['count', 'value'] });
const rowOf = (label: string): number => appendixTable.rows.findIndex((row) => row.label === label);

/** 2001 and 2002 print the share of those who sat a GCSE; every other year that of Year 11. */
const ofThoseWhoSat = [1, 2].map((column) => ({
  row: rowOf(ROWS.fiveC),
  column,
  of: numberAndPercent('gcse-5-a-star-to-c-of-sat'),
}));

/** Immunisations were part of the measure until September 2001. */
const withImmunisations = [0, 1].map((column) => ({
  row: rowOf(ROWS.c19),
  column,
  of: { indicator: 'paf-c19-with-immunisations' },
}));

/** The appendix, every cell computed from the children. */
export const appendix: SeedTable = {
  table: appendixTable,
  made: {
    rows: [
      { indicator: 'in-care-12-months' },
      { indicator: 'eligible-for-full-time-schooling' },
      numberAndPercent('sen-statement-or-plan'),
      { indicator: 'permanent-exclusions' },
      { indicator: 'year-11-cohort' },
      numberAndPercent('gcse-sat-1'),
      numberAndPercent('gcse-1-a-star-to-g'),
      numberAndPercent('gcse-5-a-star-to-g'),
      numberAndPercent('gcse-5-a-star-to-c'),
      { indicator: 'health-assessment-12-months' },
      { indicator: 'dental-check-12-months' },
      numberAndPercent('convicted-or-cautioned'),
      'A ratio to all children of the area, whose rate the report does not print.',
      { indicator: 'paf-c19' },
      { indicator: 'missing-25-days' },
    ],
    columns: COHORT_YEARS.map((year) => ({ period: { twelveMonthsTo: `${year}-09-30` } })),
    cells: [...ofThoseWhoSat, ...withImmunisations],
  },
  differences: [
    {
      rows: [ROWS.c19],
      reason:
        'The report averages the rounded percentages and rounds a half down; the engine averages whole counts.',
    },
  ],
};

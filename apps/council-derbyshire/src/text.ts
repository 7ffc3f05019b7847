import type { Binding } from '@cic/core';
import type { Bound, SeedTable } from '@cic/seeds';
import { strategyTables, sufficiencyTables } from './printed.ts';
import { REASONS as WHY } from './reasons.ts';

/** Why figures in the text are not computed, by the subject before the colon. */
const SUBJECTS: Readonly<Record<string, string>> = {
  population: WHY.demography,
  'demography-share': WHY.demography,
  'bame-population': WHY.demography,
  'bame-share': WHY.demography,
  'cic-planning-population': WHY.projection,
  'own-placements-goal': WHY.targets,
  'carer-age': WHY.carers,
  'carer-service-length': WHY.carers,
  'carer-resignation-rate-national': WHY.carers,
  'contract-carers': WHY.carers,
  'service-staffing': WHY.staff,
  'ifa-outturn': WHY.money,
  'framework-savings': WHY.money,
  'unit-cost-adjustment': WHY.money,
  'residential-bed-capacity': WHY.homes,
  'registered-homes': WHY.homes,
  'short-break-beds': WHY.homes,
  'residential-occupancy': WHY.homes,
  'adopted-national': WHY.others,
  'care-leaver-units': WHY.staff,
  'uasc-team-staff': WHY.staff,
  'persistent-absence': WHY.education,
  'ks2-rwm-gap': WHY.education,
  'ks2-rwm-predicted': WHY.education,
  'ks2-rwm-predicted-share': WHY.education,
  'gcse-english-maths-gap': WHY.education,
  'cicc-meetings': WHY.practice,
  'cicc-newsletters': WHY.practice,
  'cicc-outings': WHY.practice,
  'big-conversations': WHY.practice,
  'believes-in-me-awards': WHY.practice,
  'hart-ladder': WHY.practice,
  'pa-allocation-age': WHY.practice,
  'health-standards': WHY.practice,
};

const reasonFor = (label: string): string => {
  const subject = label.slice(0, label.indexOf(':'));
  if (subject.startsWith('survey-')) return WHY.survey;
  return SUBJECTS[subject] ?? WHY.notFitted;
};

/** The figures of a text that the children can give, by label. */
function textOf(
  table: SeedTable['table'],
  computed: Readonly<Record<string, Binding>>,
  differences: SeedTable['differences'] = [],
): SeedTable {
  return {
    table,
    differences,
    made: { rows: table.rows.map(({ label }): Bound => computed[label] ?? reasonFor(label)), columns: [{}] },
  };
}

const older: Binding = { indicator: 'started-in-year', period: '2017', where: { age: '16+' } };

export const sufficiencyText = textOf(sufficiencyTables.get('in-the-text')!, {
  'uasc: looked after, 2016/17': {
    indicator: 'children-in-care',
    period: '2017',
    where: { unaccompanied: 'yes' },
  },
  'own-foster-share-of-care: 2017-03-31': {
    indicator: 'children-in-care',
    period: '2017',
    where: { 'placement-mix': 'own-foster' },
    show: 'share',
  },
  'admissions-16-17: 2016/17': older,
  'admissions-16-17: all admissions, 2016/17': { indicator: 'started-in-year', period: '2017' },
  'admissions-16-17-share: 2016/17': { ...older, show: 'share' },
  'adopted-average-age: 2013/14': { indicator: 'adopted-average-age', period: '2014' },
  'adopted-average-age: 2014/15': { indicator: 'adopted-average-age', period: '2015' },
  'adopted-average-age: 2015/16': { indicator: 'adopted-average-age', period: '2016' },
  'adopted-average-age: 2016/17': { indicator: 'adopted-average-age', period: '2017' },
});

export const strategyText = textOf(
  strategyTables.get('in-the-text')!,
  {
    'children-in-care: 2019-03-31': { indicator: 'children-in-care', period: '2019' },
    'three-or-more-placements: 2019-03-31': { indicator: 'three-or-more-placements', period: '2019' },
    'placed-outside-la-boundary: 2019-03-31': { indicator: 'placed-out-of-area', period: '2019' },
    'fostered-with-own-carers: 2019 (undated, currently)': {
      indicator: 'children-in-care',
      period: '2019',
      where: { provider: 'own', 'placement-group': 'foster' },
      show: 'share',
      shareOf: ['placement-group'],
    },
  },
  [
    {
      rows: ['fostered-with-own-carers: 2019 (undated, currently)'],
      reason: 'Its own table gives 63.1%: 379 of 379 and 222.',
    },
  ],
);

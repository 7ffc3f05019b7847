import type { Claim, ComparatorValue, IndicatorValue, Target } from '@cic/core/records';
import { readCell } from '@cic/printed-tables';
import { appendix, COHORT_YEARS } from '../tables/appendix.ts';
import { STRATEGY } from './strategy.ts';

const DOCUMENT = 'Corporate parenting report, October 2008';

type Period = IndicatorValue['period'];
const yearTo = (year: number): Period => ({
  kind: 'rolling-12-months',
  start: `${year - 1}-10-01`,
  end: `${year}-09-30`,
  label: `Sept ${year}`,
});
const on = (date: Period['start']): Period => ({ kind: 'date', start: date, end: date });
const FINANCIAL_2009: Period = {
  kind: 'financial-year',
  start: '2008-04-01',
  end: '2009-03-31',
  label: '2008/09',
};

/** The indicator of each row of the appendix; the ratio has one too, though it cannot be computed here. */
function indicatorOf(row: number): string {
  const bound = (appendix.made as Exclude<typeof appendix.made, string>).rows[row]!;
  return typeof bound === 'string' ? 'offending-ratio' : bound.indicator!;
}

/** A printed cell as a value, with its number, share and band as they stand there. */
function printedValue(row: number, column: number, cell: string): IndicatorValue {
  const { figures } = readCell(cell);
  const [first, second] = figures.map(({ value }) => value);
  const band = /\((.*band.*)\)$/i.exec(cell)?.[1];
  return {
    indicator: indicatorOf(row),
    period: yearTo(COHORT_YEARS[column]!),
    value: second ?? first!,
    ...(second === undefined ? {} : { numerator: first! }),
    ...(band === undefined ? {} : { band }),
    provenance: { document: DOCUMENT, section: 'App 1', printedAs: cell },
  };
}

const text = (
  indicator: string,
  period: Period,
  value: number,
  section: string,
  more: Partial<IndicatorValue> = {},
): IndicatorValue => ({
  indicator,
  period,
  value,
  provenance: { document: DOCUMENT, section },
  ...more,
});

/** Every printed value, from the appendix and the text. */
export const values: readonly IndicatorValue[] = [
  ...appendix.table.rows.flatMap(({ cells }, row) =>
    cells.map((cell, column) => printedValue(row, column, cell)),
  ),
  text('children-in-care', on('2008-10-31'), 308, '2'),
  text('children-in-care-rate', on('2008-10-31'), 23, '2'),
  text('long-term-stability', on('2007-06-30'), 53.3, '3'),
  text('long-term-stability', on('2008-06-30'), 58.8, '3'),
  text('gcse-1-a-star-to-g', yearTo(2008), 84, '3', { status: 'provisional' }),
  text('gcse-5-a-star-to-c', yearTo(2008), 16, '3', { status: 'provisional' }),
  text('missing-over-25-days-secondary', yearTo(2007), 22, '3'),
  text('missing-over-25-days-secondary', yearTo(2008), 20, '3', {
    status: 'provisional',
    provenance: { document: DOCUMENT, section: '3', printedAs: 'around 20%' },
  }),
  text('paf-c19', yearTo(2008), 84, '3', { status: 'forecast', bound: 'over', band: 'top band' }),
  text('dental-check-12-months', yearTo(2008), 91, '7', { bound: 'at-least' }),
  text('sen-statement-or-plan', yearTo(2008), 39, '6', { status: 'expected' }),
  text('gcse-5-a-star-to-c-predicted', yearTo(2009), 11, '6', { status: 'predicted', bound: 'about' }),
  text('emotional-needs-at-initial-assessment', yearTo(2008), 25, '7', { bound: 'over' }),
  text('specialist-referrals-from-initial-assessment', yearTo(2008), 10, '7', { bound: 'about' }),
  text('dentist-not-available', yearTo(2008), 1, '7'),
  text('staff-trained-restorative-justice', yearTo(2008), 95, '8'),
  text('uasc-care-leavers', on('2008-10-31'), 59, '10.1'),
];

export const comparators: readonly ComparatorValue[] = [
  {
    indicator: 'children-in-care-rate',
    comparator: 'england',
    period: on('2008-10-31'),
    value: 54.1,
    provenance: { document: DOCUMENT, section: '2' },
  },
  {
    indicator: 'sen-statement-or-plan',
    comparator: 'statistical-neighbours',
    period: yearTo(2007),
    lower: 20,
    upper: 36,
    provenance: { document: DOCUMENT, section: '6', printedAs: '20-36%' },
  },
  {
    indicator: 'sen-statement-or-plan',
    comparator: 'england',
    period: yearTo(2007),
    value: 28,
    provenance: { document: DOCUMENT, section: '6' },
  },
  {
    indicator: 'sen-statement-or-plan',
    comparator: 'all-children',
    period: yearTo(2007),
    value: 3,
    provenance: { document: DOCUMENT, section: '6' },
  },
  {
    indicator: 'missing-over-25-days-secondary',
    comparator: 'statistical-neighbours',
    period: yearTo(2007),
    value: 15.6,
    provenance: { document: DOCUMENT, section: '6' },
  },
];

export const targets: readonly Target[] = [
  {
    id: 'stability-2008-09',
    indicator: 'long-term-stability',
    strategy: STRATEGY,
    direction: 'increase',
    values: [{ period: FINANCIAL_2009, value: 66, comparator: 'at-least' }],
    section: '3',
  },
  {
    id: 'attendance-2008',
    indicator: 'missing-over-25-days-secondary',
    strategy: STRATEGY,
    direction: 'decrease',
    values: [{ period: yearTo(2008), value: 18, comparator: 'at-most' }],
    section: '3, 6',
  },
];

const claim = (id: string, section: string, facts: Omit<Claim, 'id' | 'section' | 'strategy'>): Claim => ({
  id,
  strategy: STRATEGY,
  section,
  ...facts,
});

/** What the text says of figures, in our words, to be held against them. */
export const claims: readonly Claim[] = [
  claim('gcse-last-year', '3', {
    text: 'One GCSE or more was 70.4% last year; the appendix has that for 2006.',
    kind: 'stated-value',
    indicator: 'gcse-1-a-star-to-g',
    period: yearTo(2007),
    value: 70.4,
  }),
  claim('gcse-5-last-year', '3', {
    text: 'Five good GCSEs were 6.7% last year.',
    kind: 'stated-value',
    indicator: 'gcse-5-a-star-to-c',
    period: yearTo(2007),
    value: 6.7,
  }),
  claim('attendance-below-target', '3', {
    text: 'Around 20% is called below the target of 18%, where lower is better.',
    kind: 'below',
    indicator: 'missing-over-25-days-secondary',
    period: yearTo(2008),
    target: 'attendance-2008',
  }),
  claim('attendance-improving', '3', {
    text: 'Absence of more than 25 days is to be a little better than last year.',
    kind: 'improving',
    indicator: 'missing-over-25-days-secondary',
    period: yearTo(2008),
    since: yearTo(2007),
  }),
  claim('offending-stable', '8', {
    text: 'Offending against all children has not moved much in three years.',
    kind: 'stable',
    indicator: 'offending-ratio',
    period: yearTo(2007),
    since: yearTo(2005),
    tolerance: 0.5,
  }),
  claim('sen-above-neighbours', '6', {
    text: 'Statements are more frequent than among similar councils.',
    kind: 'above',
    indicator: 'sen-statement-or-plan',
    period: yearTo(2007),
    comparator: 'statistical-neighbours',
  }),
  claim('rate-half-of-england', '2', {
    text: 'Fewer children in care than in England.',
    kind: 'below',
    indicator: 'children-in-care-rate',
    comparator: 'england',
  }),
  claim('stability-improving', '3', {
    text: 'Long-term stability is better than a year ago.',
    kind: 'improving',
    indicator: 'long-term-stability',
    period: on('2008-06-30'),
    since: on('2007-06-30'),
  }),
];

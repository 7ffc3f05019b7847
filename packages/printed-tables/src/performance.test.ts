import { comparatorValue, indicatorValue, target } from '@cic/core/records';
import { describe, expect, it } from 'vitest';
import { readPerformance } from './performance.ts';
import { readDocument } from './table.ts';

const table = (columns: string[], rows: (readonly [string, ...string[]])[]) =>
  readDocument({
    id: 'performance',
    title: 'Performance',
    section: '7.3',
    columns,
    rows: rows.map(([label, ...cells]) => ({ label, cells })),
  }).tables[0]!;

describe('a printed performance table', () => {
  const printed = table(
    [
      'Definition',
      '2010/11 outturn',
      '2010/11 Stat Neigh. average',
      '2011/12 target',
      '2011/12 outturn',
      'Trend',
    ],
    [
      ['Three or more placements', '6.7%', '10.0%', '9.0%', '9.6%', '↓'],
      ['Children adopted', '11.6%', 'N/A', 'n/a', '13%', ''],
      ['Something else', '1', '2', '3', '4', ''],
    ],
  );
  const read = readPerformance(printed, {
    document: 'A strategy',
    indicators: {
      'Three or more placements': 'three-or-more-placements',
      'Children adopted': 'share-adopted',
    },
  });

  it('becomes values, comparators of their own period, and targets [DQ-01]', () => {
    expect(read.values.map(({ indicator, period, value }) => [indicator, period.label, value])).toEqual([
      ['three-or-more-placements', '2010/11', 6.7],
      ['three-or-more-placements', '2011/12', 9.6],
      ['share-adopted', '2010/11', 11.6],
      ['share-adopted', '2011/12', 13],
    ]);
    expect(read.comparators).toMatchObject([
      { comparator: 'statistical-neighbours', period: { label: '2010/11' }, value: 10 },
      { comparator: 'statistical-neighbours', state: 'not-applicable' },
    ]);
    expect(read.targets).toMatchObject([{ indicator: 'three-or-more-placements', values: [{ value: 9 }] }]);
  });

  it('keeps the printed cell and the printed arrow as evidence only [DQ-01]', () => {
    expect(read.values[0]!.provenance).toEqual({
      document: 'A strategy',
      section: '7.3',
      printedAs: '6.7%',
      arrow: '↓',
    });
  });

  it('says which rows it left out', () => {
    expect(read.problems).toEqual([
      "table 'performance', row 'Something else': is no indicator in 'indicators', and was left out",
    ]);
  });

  it('takes over an indicator that no plugin of the council works out [CFG-11]', () => {
    const { values } = readPerformance(table(['', '2016/17'], [['Adopted', '14']]), {
      document: 'A strategy',
      indicators: { Adopted: 'of-a-plugin-not-enabled' },
    });
    expect(values).toMatchObject([{ indicator: 'of-a-plugin-not-enabled', value: 14 }]);
  });

  it('makes records that fit their schemas', () => {
    for (const value of read.values) expect(indicatorValue.validate(value)).toBe(true);
    for (const value of read.comparators) expect(comparatorValue.validate(value)).toBe(true);
    for (const one of read.targets) expect(target.validate(one)).toBe(true);
  });
});

describe('a printed yearly table', () => {
  const read = readPerformance(
    table(
      ['', "at Sept '00", "at Sept '07"],
      [
        ['Covered by SEN', '47 (35.6%)', '69 (37.1%)'],
        ['Convictions', '3.4\n(Band 2)', '3.3 (band 2)'],
      ],
    ),
    { document: 'A report', indicators: { 'Covered by SEN': 'sen', Convictions: 'convictions' } },
  );

  it('gives the percentage with the number it is made of, and the band of a value [DQ-02] [IND-20]', () => {
    expect(read.values).toMatchObject([
      { indicator: 'sen', value: 35.6, numerator: 47, period: { kind: 'date', end: '2000-09-30' } },
      { indicator: 'sen', value: 37.1, numerator: 69, period: { end: '2007-09-30' } },
      { indicator: 'convictions', value: 3.4, band: '2' },
      { indicator: 'convictions', value: 3.3, band: '2' },
    ]);
  });

  it('asks for the period of a column that names none', () => {
    const { problems } = readPerformance(table(['', 'Now'], [['Adopted', '1']]), {
      document: 'A report',
      indicators: { Adopted: 'adopted' },
    });
    expect(problems).toEqual([
      "table 'performance', column 'Now': names no period: give it one in 'periods'",
    ]);
  });

  it('takes a bare year as the kind of year it is told', () => {
    const { values } = readPerformance(table(['', '2012 outturn'], [['Level 4', '43.0%']]), {
      document: 'A strategy',
      indicators: { 'Level 4': 'level-4' },
      yearsAre: 'academic-year',
    });
    expect(values[0]!.period).toEqual({
      kind: 'academic-year',
      start: '2011-09-01',
      end: '2012-08-31',
      label: '2011/12',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { formatIsoDate } from '../dates/day.ts';
import { financialYear } from '../dates/period.ts';
import type { Claim, IndicatorDefinition, IndicatorValue, ReportingPeriod } from '../generated/types.ts';
import { strategyBook } from './book.ts';
import { claimsInDoubt, testClaim } from './claims.ts';
import type { StrategyRecords } from './records.ts';

const year = (endYear: number): ReportingPeriod => {
  const { kind, start, end, label } = financialYear(endYear);
  return { kind, start: formatIsoDate(start), end: formatIsoDate(end), label };
};

const yearly = (
  indicator: string,
  first: number,
  ...values: readonly (number | undefined)[]
): IndicatorValue[] =>
  values.flatMap((value, i) => (value === undefined ? [] : [{ indicator, period: year(first + i), value }]));

const defined = (id: string, polarity: IndicatorDefinition['polarity']): IndicatorDefinition => ({
  id,
  title: id,
  definition: id,
  unit: 'percent',
  polarity,
});

const records: StrategyRecords = {
  indicators: [defined('three-placements', 'lower'), defined('eet', 'higher'), defined('days-lost', 'lower')],
  values: [
    ...yearly('eet', 2012, 62.9),
    ...yearly('three-placements', 2011, 6.7, 9.6),
    ...yearly('staying-put', 2014, 42, 34, 46, 50),
    ...yearly('discharged', 2013, 47, 48.2, 47.6, 52.3, 41.7),
    ...yearly('foster-homes', 2012, 430, 426, 410, undefined, 421, 407),
    ...yearly('homes-each-year', 2013, 60, undefined, 51, 44),
    ...yearly('under-five', 2013, 177, 137, 124, 112, 134),
    ...yearly('ratio', 2005, 4.2, 2.8, 3.3),
    ...yearly('in-care', 2013, 664, 628, 603, 585, 630),
    ...yearly('adopted', 2016, 59, 44),
    ...yearly('days-lost', 2009, 20),
    { indicator: 'sdq', period: year(2012), value: 38, numerator: 99, denominator: 266 },
  ],
  comparators: [
    { indicator: 'eet', comparator: 'statistical-neighbours', period: year(2011), value: 61.9 },
    {
      indicator: 'days-lost',
      comparator: 'statistical-neighbours',
      period: year(2009),
      lower: 18,
      upper: 36,
    },
  ],
  targets: [{ id: 't', indicator: 'days-lost', values: [{ period: year(2009), value: 18 }] }],
};

const test = (claim: Partial<Claim> & Pick<Claim, 'kind' | 'indicator'>) =>
  testClaim(strategyBook(records), { id: 'c', text: 'As the text says.', ...claim });

describe('claims of a document against its own figures', () => {
  it('contradicts ‘below our neighbours’ where the figure is above them, and names both periods [IND-32]', () => {
    expect(test({ kind: 'below', indicator: 'eet', comparator: 'statistical-neighbours' })).toMatchObject({
      verdict: 'contradicted',
      reason: '2011/12: 62.9; statistical neighbours 2010/11: 61.9',
    });
    expect(test({ kind: 'better', indicator: 'eet', comparator: 'statistical-neighbours' }).verdict).toBe(
      'holds',
    );
  });

  it.each<[string, Pick<Claim, 'kind' | 'indicator'> & Partial<Claim>, string]>([
    [
      'an increase each year that once fell',
      { kind: 'rising-each-time', indicator: 'staying-put', since: year(2014) },
      'contradicted',
    ],
    [
      'a fall that rose on the way',
      { kind: 'falling', indicator: 'discharged', since: year(2013) },
      'in part',
    ],
    [
      'a gradual fall with a gap and a rise',
      { kind: 'falling', indicator: 'foster-homes', since: year(2012) },
      'in part',
    ],
    [
      'a rise that rose in the last year only',
      { kind: 'rising', indicator: 'under-five', since: year(2013) },
      'contradicted',
    ],
    ['a rise since the year before', { kind: 'rising', indicator: 'under-five' }, 'holds'],
    [
      'improving, where lower is better and it rose',
      { kind: 'improving', indicator: 'three-placements' },
      'contradicted',
    ],
    [
      'worsening, where lower is better and it rose',
      { kind: 'worsening', indicator: 'three-placements' },
      'holds',
    ],
    [
      'no real change, with 4.2, 2.8 and 3.3',
      { kind: 'stable', indicator: 'ratio', since: year(2005) },
      'contradicted',
    ],
    ['below a target of 18 with 20', { kind: 'below', indicator: 'days-lost', target: 't' }, 'contradicted'],
    [
      'better than a range that it lies in',
      { kind: 'better', indicator: 'days-lost', comparator: 'statistical-neighbours' },
      'contradicted',
    ],
    ['38% for 99 of 266', { kind: 'stated-value', indicator: 'sdq', value: 38 }, 'contradicted'],
    ['37.2% for 99 of 266', { kind: 'stated-value', indicator: 'sdq', value: 37.2 }, 'holds'],
    [
      'a fall of 79 from 2013 to 2016',
      { kind: 'changed-by', indicator: 'in-care', value: -79, since: year(2013), period: year(2016) },
      'holds',
    ],
    [
      'a fall of 79 from 2012, for which there is no figure',
      { kind: 'changed-by', indicator: 'in-care', value: -79, since: year(2012), period: year(2016) },
      'cannot be told',
    ],
    [
      '27% fewer, with 59 and 44',
      { kind: 'changed-by-percent', indicator: 'adopted', value: -27 },
      'contradicted',
    ],
    [
      'better, where nothing says what is better',
      { kind: 'improving', indicator: 'in-care' },
      'cannot be told',
    ],
    ['a figure of an indicator that has none', { kind: 'rising', indicator: 'reviews' }, 'cannot be told'],
  ])('%s [D-IND-16]', (_, claim, verdict) => {
    expect(test(claim).verdict).toBe(verdict);
  });

  it('does not take one step, nor a course with a year missing, for an increase each year [D-IND-16]', () => {
    const each = { kind: 'rising-each-time', indicator: 'staying-put' } as const;
    expect(test(each).verdict).toBe('cannot be told');
    expect(test({ ...each, since: year(2015) })).toMatchObject({
      verdict: 'holds',
      reason: '2014/15: 34; 2015/16: 46; 2016/17: 50',
    });
    expect(test({ ...each, since: year(2014), period: year(2015) }).verdict).toBe('contradicted');
    expect(test({ kind: 'falling-each-time', indicator: 'homes-each-year', since: year(2013) }).verdict).toBe(
      'cannot be told',
    );
  });

  it('allows the tolerance that a claim names, and takes nothing after its period', () => {
    const below = { kind: 'below', indicator: 'eet', comparator: 'statistical-neighbours' } as const;
    expect(test({ ...below, tolerance: 1 }).verdict).toBe('holds');
    expect(test({ ...below, tolerance: 0.9 }).verdict).toBe('contradicted');
    const then = { kind: 'falling', indicator: 'staying-put', period: year(2015) } as const;
    expect(test(then)).toMatchObject({ verdict: 'holds', reason: '2013/14: 42; 2014/15: 34' });
  });

  it('flags what is contradicted or holds in part, with the figures [DQ-06]', () => {
    const claims: Claim[] = [
      {
        id: 'c1',
        text: 'Year on year increase.',
        kind: 'rising-each-time',
        indicator: 'staying-put',
        since: year(2014),
      },
      { id: 'c2', text: 'Falling.', kind: 'falling', indicator: 'discharged', since: year(2013) },
      { id: 'c3', text: 'Rising.', kind: 'rising', indicator: 'under-five' },
    ];
    expect(
      claimsInDoubt(strategyBook({ ...records, claims })).map(({ query, id, message }) => [
        query,
        id,
        message,
      ]),
    ).toEqual([
      [
        'claim-contradicted',
        'c1',
        '‘Year on year increase.’ is not what the figures say: 2013/14: 42; 2014/15: 34; 2015/16: 46; 2016/17: 50',
      ],
      [
        'claim-in-part',
        'c2',
        '‘Falling.’ holds in part only: 2012/13: 47; 2013/14: 48.2; 2014/15: 47.6; 2015/16: 52.3; 2016/17: 41.7',
      ],
    ]);
  });

  it('rests on actual figures of whole periods: no forecast, no part of a year, nothing before a break [IND-15]', () => {
    const period = year(2018);
    const more: IndicatorValue[] = [
      { indicator: 'staying-put', period, value: 10, status: 'forecast' },
      { indicator: 'staying-put', period: { ...period, partYear: true }, value: 9 },
      { indicator: 'adopted', period: year(2018), value: 80, breakInSeries: true },
    ];
    const book = strategyBook({ ...records, values: [...records.values!, ...more] });
    const of = (indicator: string) => testClaim(book, { id: 'c', text: 'Up.', kind: 'rising', indicator });
    expect(of('staying-put')).toMatchObject({ verdict: 'holds', reason: '2015/16: 46; 2016/17: 50' });
    expect(of('adopted').verdict).toBe('cannot be told');
  });
});

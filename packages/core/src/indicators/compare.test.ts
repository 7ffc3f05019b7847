import { describe, expect, it } from 'vitest';
import { academicYear, financialYear } from '../dates/period.ts';
import { type ComparedValue, compareWith, gap, targetStatus, trend } from './compare.ts';
import { printValue, round } from './print.ts';

const in2012 = (value: number | null, rest: Partial<ComparedValue> = {}): ComparedValue => ({
  value,
  period: financialYear(2012),
  ...rest,
});
const in2011 = (value: number | null, rest: Partial<ComparedValue> = {}): ComparedValue => ({
  value,
  period: financialYear(2011),
  ...rest,
});

describe('a trend', () => {
  it('tells where the value went and whether that is good, apart [IND-07] [IND-03]', () => {
    const offending = trend(in2012(9.9), in2011(9.8), 'lower');
    expect(offending.direction).toBe('up');
    expect(offending.performance).toBe('worse');
  });

  it.each([
    [7.9, 5.59, 'lower', 'down', 'better'],
    [34.5, 39.4, 'lower', 'up', 'worse'],
    [34.5, 39.4, 'neutral', 'up', 'no judgement'],
    [50, 50, 'higher', 'same', 'same'],
  ] as const)(
    'from %s to %s where %s is better: %s, %s [D-IND-03]',
    (previous, current, polarity, direction, performance) => {
      expect(trend(in2012(current), in2011(previous), polarity)).toMatchObject({ direction, performance });
    },
  );

  it.each([
    ['the previous value is missing', in2012(1), in2011(null)],
    ['there is no previous period', in2012(1), undefined],
    ['the current value is missing', in2012(null), in2011(1)],
    ['the periods are of two kinds', in2012(1), { value: 1, period: academicYear(2011) }],
    [
      'a period is only part of a year',
      in2012(1, { period: { ...financialYear(2012), partYear: true } }),
      in2011(1),
    ],
    [
      'the definition changed in between',
      in2012(1, { definitionSince: 2012 }),
      in2011(1, { definitionSince: 2002 }),
    ],
    ['a value is not exact', in2012(94, { bound: 'above' }), in2011(90)],
  ])('is not available when %s [IND-09] [D-IND-11]', (_when, current, previous) => {
    const none = trend(current, previous, 'higher');
    expect(none.direction).toBe('not available');
    expect(none.performance).toBe('not available');
    expect(none.reason).toBeTruthy();
  });
});

describe('a comparison', () => {
  it('is polarity-aware and names both periods [IND-11] [IND-12] [DQ-09]', () => {
    expect(compareWith(in2012(61.9), in2011(62.9), 'higher')).toEqual({
      performance: 'worse',
      difference: expect.closeTo(-1, 6),
      period: '2011/12',
      comparatorPeriod: '2010/11',
      otherPeriod: true,
    });
  });

  it('takes a value inside a range for the same [IND-13]', () => {
    expect(compareWith(in2012(28), in2012(null, { range: [20, 36] }), 'lower').performance).toBe('same');
    expect(compareWith(in2012(40), in2012(null, { range: [20, 36] }), 'lower').performance).toBe('worse');
  });

  it('respects at least, over, about and up to [IND-14] [D-IND-08]', () => {
    expect(compareWith(in2012(94), in2012(94, { bound: 'above' }), 'higher').performance).toBe('worse');
    expect(compareWith(in2012(96), in2012(94, { bound: 'above' }), 'higher').performance).toBe(
      'not available',
    );
    expect(compareWith(in2012(30), in2012(40, { bound: 'at most' }), 'higher').performance).toBe(
      'not available',
    );
    expect(compareWith(in2012(600), in2012(600, { bound: 'about' }), 'higher').performance).toBe(
      'not available',
    );
  });

  it('says nothing where a value is missing [IND-05] [D-REF-09]', () => {
    expect(compareWith(in2012(null), in2012(5), 'higher').performance).toBe('not available');
    expect(compareWith(in2012(5), undefined, 'higher').performance).toBe('not available');
  });
});

describe('a target', () => {
  it('of 95% or above is met by 95.0, and over 95% is not [D-TGT-04] [IND-10]', () => {
    expect(targetStatus(95, { value: 95, comparator: '>=' })).toBe('met');
    expect(targetStatus(95, { value: 95, comparator: '>' })).toBe('missed');
    expect(targetStatus(null, { value: 95, comparator: '>=' })).toBe('no data');
    expect(targetStatus(95, undefined)).toBe('no target');
  });
});

describe('a gap', () => {
  it.each([
    [[43, 0], [31.8, 0], 'narrowed', -11.2],
    [[46, 0], [51, 0], 'widened', 5],
  ] as const)('from %j to %j has %s [IND-16] [IND-17] [D-IND-09]', (before, now, narrowed, change) => {
    const result = gap(now[0], now[1], { group: before[0], all: before[1] });
    expect(result.narrowed).toBe(narrowed);
    expect(result.change).toBeCloseTo(change, 6);
  });

  it('is not known where either side is missing', () => {
    expect(gap(null, 50)).toEqual({ gap: null, change: null, narrowed: 'not available' });
  });
});

describe('rounding', () => {
  it('is half-up at the stated precision, once [D-IND-12] [IND-19]', () => {
    expect(round((82 / 307) * 100, 1)).toBe(26.7);
    expect(round(1.005, 2)).toBe(1.01);
    expect(round(-2.5, 0)).toBe(-3);
    expect(round(40.79, 1)).toBe(40.8);
  });

  it('prints values in their unit', () => {
    expect(printValue({ unit: 'percent', decimals: 2 }, (45 / 805) * 100)).toBe('5.59%');
    expect(printValue({ unit: 'count' }, 630)).toBe('630');
    expect(printValue({ unit: 'rate per 10,000', decimals: 0 }, (630 / 153_377) * 10_000)).toBe('41');
    expect(printValue({ unit: 'percent' }, null)).toBe('–');
  });
});

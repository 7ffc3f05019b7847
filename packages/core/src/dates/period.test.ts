import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, dayOf, formatIsoDate } from './day.ts';
import {
  academicYear,
  byTime,
  comparable,
  financialYear,
  financialYearOf,
  halfYear,
  month,
  onDate,
  openOn,
  parsePeriod,
  periodKey,
  previousPeriod,
  quarter,
  rolling12Months,
  threeYears,
  within,
} from './period.ts';

describe('periods [IND-06] [D-REF-05]', () => {
  it('hold their first day and their last, and no day that is not known', () => {
    const year = financialYear(2017);
    const days = [year.start - 1, year.start, year.end, year.end + 1, Number.NaN, undefined];
    expect(days.map((on) => within(on, year))).toEqual([false, true, true, false, false, false]);
  });

  it('are open from the day they start until the day they end, which no longer counts', () => {
    const [start, end] = [day('2019-06-03'), day('2019-06-05')];
    expect([start - 1, start, end - 1, end].map((on) => openOn({ start, end }, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(openOn({ start }, end + 9_999)).toBe(true);
  });

  it('name a financial year by its end', () => {
    const year = financialYear(2017);
    expect([formatIsoDate(year.start), formatIsoDate(year.end), year.label]).toEqual([
      '2016-04-01',
      '2017-03-31',
      '2016/17',
    ]);
  });

  it.each([
    ['Q3 2016/17', '2016-10-01', '2016-12-31', quarter(2017, 3)],
    ['Second half 2016/17', '2016-10-01', '2017-03-31', halfYear(2017, 2)],
    ['2016/17', '2016-09-01', '2017-08-31', academicYear(2017)],
    ['March 2017', '2017-03-01', '2017-03-31', month(2017, 3)],
    ['31 March 2017', '2017-03-31', '2017-03-31', onDate(day('2017-03-31'))],
    ['12 months to 28 February 2017', '2016-03-01', '2017-02-28', rolling12Months(day('2017-02-28'))],
    ['2014 to 2017', '2014-04-01', '2017-03-31', threeYears(2017)],
  ])('print as %s', (label, start, end, period) => {
    expect([period.label, formatIsoDate(period.start), formatIsoDate(period.end)]).toEqual([
      label,
      start,
      end,
    ]);
  });

  it.each([
    financialYear(2017),
    quarter(2017, 1),
    halfYear(2017, 1),
    month(2017, 1),
    academicYear(2017),
    threeYears(2017),
  ])('just before $label end the day before it starts, or a year earlier where they overlap', (period) => {
    const before = previousPeriod(period);
    expect(before.kind).toBe(period.kind);
    if (period.kind !== 'three-years') expect(before.end).toBe(period.start - 1);
    expect(byTime(before, period)).toBeLessThan(0);
  });

  it('are comparable when of one kind and both whole [D-REF-07]', () => {
    expect(comparable(financialYear(2016), financialYear(2017))).toBe(true);
    expect(comparable(financialYear(2016), academicYear(2017))).toBe(false);
    expect(comparable(financialYear(2016), { ...financialYear(2017), partYear: true })).toBe(false);
  });

  it.each([
    ['2017', periodKey(financialYear(2017))],
    ['2016/17', periodKey(financialYear(2017))],
    ['2016-17', periodKey(financialYear(2017))],
    ['2016/2017', periodKey(financialYear(2017))],
    ['q3 2016/17', periodKey(quarter(2017, 3))],
    ['2017-03', periodKey(month(2017, 3))],
    ['2017-03-31', periodKey(onDate(day('2017-03-31')))],
  ])('are read from %s', (text, key) => {
    expect(periodKey(parsePeriod(text)!)).toBe(key);
  });

  it.each(['', '17', '2016/18', '2017-13', '2017-02-30', 'Q5 2016/17', 'soon'])(
    'are not read from %j',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  it('hold every day of the year they are named for', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf(1990, 1, 1), max: dayOf(2060, 12, 31) }), (on) => {
        const { start, end } = financialYear(financialYearOf(on));
        expect(start <= on && on <= end).toBe(true);
      }),
    );
  });
});

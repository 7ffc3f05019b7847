import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankHolidays } from '../generated/bankHolidays.ts';
import { calendarDate, day, formatIsoDate } from './day.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from './workingDays.ts';

const inYear = (year: number) =>
  bankHolidays.map(formatIsoDate).filter((date) => date.startsWith(String(year)));

describe('bank holidays of England and Wales', () => {
  it('are those the government lists for 2024 to 2026', () => {
    expect(inYear(2024)).toEqual(
      ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'].map((date) => `2024-${date}`),
    );
    expect(inYear(2025)).toEqual(
      ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'].map((date) => `2025-${date}`),
    );
    expect(inYear(2026)).toEqual(
      ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'].map((date) => `2026-${date}`),
    );
  });

  it('know the days that were added', () => {
    for (const date of [
      '1999-12-31',
      '2002-06-03',
      '2011-04-29',
      '2012-06-05',
      '2022-06-03',
      '2022-09-19',
      '2023-05-08',
    ] as const)
      expect(isWorkingDay(day(date)), date).toBe(false);
  });

  it('know the days that were moved', () => {
    for (const [usual, moved] of [
      ['1995-05-01', '1995-05-08'],
      ['2002-05-27', '2002-06-04'],
      ['2012-05-28', '2012-06-04'],
      ['2020-05-04', '2020-05-08'],
      ['2022-05-30', '2022-06-02'],
    ] as const) {
      expect(isWorkingDay(day(usual)), usual).toBe(true);
      expect(isWorkingDay(day(moved)), moved).toBe(false);
    }
  });

  it('are taken on a weekday when they fall on a weekend', () => {
    expect(inYear(2021).slice(-2)).toEqual(['2021-12-27', '2021-12-28']);
    expect(inYear(2022)[0]).toBe('2022-01-03');
    expect(inYear(2016).slice(-2)).toEqual(['2016-12-26', '2016-12-27']);
  });

  it('are eight in every year from 1991 to 2050 but those with a day more', () => {
    const more = new Map([
      [1999, 9],
      [2002, 9],
      [2011, 9],
      [2012, 9],
      [2022, 10],
      [2023, 9],
    ]);
    for (let year = 1991; year <= 2050; year++)
      expect([year, inYear(year).length]).toEqual([year, more.get(year) ?? 8]);
  });
});

describe('working days', () => {
  it('count from the day after: 20 working days after a Monday is a Monday four weeks on', () => {
    expect(formatIsoDate(addWorkingDays(day('2025-03-03'), 20))).toBe('2025-03-31');
  });

  it('pass over Easter: 20 working days after 1 April 2025 is 1 May', () => {
    expect(formatIsoDate(addWorkingDays(day('2025-04-01'), 20))).toBe('2025-05-01');
  });

  it('pass over the council’s own closed days', () => {
    const closed = new Set([day('2025-12-29'), day('2025-12-30'), day('2025-12-31')]);
    expect(formatIsoDate(addWorkingDays(day('2025-12-24'), 1, closed))).toBe('2026-01-02');
    expect(formatIsoDate(nextWorkingDay(day('2025-12-27'), closed))).toBe('2026-01-02');
    expect(workingDaysBetween(day('2025-12-24'), day('2026-01-02'), closed)).toBe(1);
  });

  it('leave a working day where it is, and move a Saturday to Monday', () => {
    expect(nextWorkingDay(day('2025-03-03'))).toBe(day('2025-03-03'));
    expect(nextWorkingDay(day('2025-03-01'))).toBe(day('2025-03-03'));
  });

  it('go back as they go forward', () => {
    const working = fc
      .integer({ min: day('1991-01-01'), max: day('2049-01-01') })
      .map((at) => nextWorkingDay(at));
    fc.assert(
      fc.property(working, fc.integer({ min: 0, max: 300 }), (from, count) => {
        const to = addWorkingDays(from, count);
        expect(addWorkingDays(to, -count)).toBe(from);
        expect(workingDaysBetween(from, to)).toBe(count);
        expect(workingDaysBetween(to, from)).toBe(count === 0 ? 0 : -count);
      }),
    );
  });

  it('know only weekends before 1991', () => {
    expect(calendarDate(bankHolidays[0]!).year).toBe(1991);
    expect(isWorkingDay(day('1990-12-25'))).toBe(true);
  });
});

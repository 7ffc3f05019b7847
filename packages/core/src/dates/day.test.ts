import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  addYears,
  ageOn,
  calendarDate,
  day,
  dayOf,
  daysInMonth,
  formatIsoDate,
  formatReturnDate,
  monthsBetween,
  parseIsoDate,
  parseReturnDate,
  weekday,
} from './day.ts';

const anyDay = fc.integer({ min: dayOf(1700, 1, 1), max: dayOf(2200, 12, 31) });

describe('a day', () => {
  it('is written and read back unchanged, in both forms', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(parseIsoDate(formatIsoDate(on))).toBe(on);
        expect(parseReturnDate(formatReturnDate(on))).toBe(on);
      }),
    );
  });

  it('follows the calendar: the day after the last of a month is the first of the next', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const { year, month, dayOfMonth } = calendarDate(on);
        const next = calendarDate(on + 1);
        const last = dayOfMonth === daysInMonth(year, month);
        expect(next.dayOfMonth).toBe(last ? 1 : dayOfMonth + 1);
        expect(weekday(on + 7)).toBe(weekday(on));
      }),
    );
  });

  it.each([
    ['31/02/2026', 'a day that does not exist'],
    ['01/04/26', 'two digits of a year'],
    ['2026-04-01', 'another form'],
    ['', 'blank'],
    ['01/04/2026 ', 'a trailing space'],
    ['31/13/2020', 'a thirteenth month'],
    ['00/01/2020', 'a zeroth day'],
    ['1/4/20266', 'a year of five digits'],
  ])('cannot be read from %j: %s [D-REF-06]', (text) => {
    expect(parseReturnDate(text)).toBeNaN();
  });

  it('is read with one digit for day and month', () => {
    expect(formatIsoDate(parseReturnDate('1/4/2026'))).toBe('2026-04-01');
  });

  it('of a literal that does not exist is a bug', () => {
    expect(() => day('2026-02-30')).toThrow("'2026-02-30' is not a day in the form YYYY-MM-DD");
  });
});

describe('ages and anniversaries', () => {
  it('completes a year on the birthday, not the day before', () => {
    const born = day('2010-06-15');
    expect(ageOn(born, day('2026-06-14'))).toBe(15);
    expect(ageOn(born, day('2026-06-15'))).toBe(16);
  });

  it('takes a birthday of 29 February to 28 February in other years', () => {
    expect(formatIsoDate(addYears(day('2008-02-29'), 17))).toBe('2025-02-28');
    expect(formatIsoDate(addYears(day('2008-02-29'), 16))).toBe('2024-02-29');
  });

  it('counts the whole months that can be added without going past a day', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(9000), (from, days) => {
        const months = monthsBetween(from, from + days);
        expect(addMonths(from, months)).toBeLessThanOrEqual(from + days);
        expect(addMonths(from, months + 1)).toBeGreaterThan(from + days);
      }),
    );
  });

  it('ends a month early where the month is shorter', () => {
    expect(formatIsoDate(addMonths(day('2025-08-31'), 6))).toBe('2026-02-28');
    expect(formatIsoDate(addMonths(day('2025-01-31'), -2))).toBe('2024-11-30');
  });
});

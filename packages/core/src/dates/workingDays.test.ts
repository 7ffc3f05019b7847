import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IsoDate, day, dayOf, formatIsoDate } from './day.ts';
import { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from './workingDays.ts';

describe('working days of England and Wales', () => {
  it.each<[string, IsoDate]>([
    ['Good Friday', '2026-04-03'],
    ['Easter Monday', '2026-04-06'],
    ['the substitute for Boxing Day on a Saturday', '2026-12-28'],
    ['the substitute for Christmas Day on a Sunday', '2022-12-27'],
    ['the first day of the Golden Jubilee', '2002-06-03'],
    ['the Golden Jubilee', '2002-06-04'],
    ['a royal wedding', '2011-04-29'],
    ['the moved spring holiday of 2012', '2012-06-04'],
    ['the Diamond Jubilee', '2012-06-05'],
    ['VE Day in place of early May 2020', '2020-05-08'],
    ['the moved spring holiday of 2022', '2022-06-02'],
    ['the Platinum Jubilee', '2022-06-03'],
    ['the state funeral of 2022', '2022-09-19'],
    ['the coronation', '2023-05-08'],
    ['the eve of the millennium', '1999-12-31'],
    ['a Saturday', '2026-11-21'],
    ['a Sunday', '2026-11-22'],
  ])('leave out %s', (_name, date) => {
    expect(isWorkingDay(day(date))).toBe(false);
  });

  it.each<[string, IsoDate]>([
    ['the first Monday of May 2020', '2020-05-04'],
    ['the last Monday of May 2022', '2022-05-30'],
    ['the last Monday of May 2012', '2012-05-28'],
    ['the last Monday of May 2002', '2002-05-27'],
    ['Maundy Thursday', '2026-04-02'],
    ['an ordinary Wednesday', '2026-11-25'],
  ])('count %s', (_name, date) => {
    expect(isWorkingDay(day(date))).toBe(true);
  });

  it('put the 20th working day after Friday 27 March 2026 past Easter, on 28 April', () => {
    expect(formatIsoDate(addWorkingDays(day('2026-03-27'), 20))).toBe('2026-04-28');
  });

  it('know the days on which a council is closed', () => {
    const closed = new Set([day('2026-11-26')]);
    expect(formatIsoDate(addWorkingDays(day('2026-11-25'), 1, closed))).toBe('2026-11-27');
    expect(formatIsoDate(nextWorkingDay(day('2026-11-26'), closed))).toBe('2026-11-27');
  });

  it('are counted as they are added', () => {
    const anyDay = fc.integer({ min: dayOf(1992, 1, 1), max: dayOf(2049, 1, 1) });
    fc.assert(
      fc.property(anyDay, fc.nat(60), (from, count) => {
        const to = addWorkingDays(from, count);
        expect(workingDaysBetween(from, to)).toBe(count);
        if (count > 0) expect(isWorkingDay(to)).toBe(true);
      }),
    );
  });
});

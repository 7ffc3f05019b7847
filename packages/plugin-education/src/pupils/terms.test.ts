import { day, formatIsoDate } from '@cic/core';
import { describe, expect, it } from 'vitest';
import { schoolCalendar } from './terms.ts';

const NEVER = new Set<number>();

describe('a school calendar', () => {
  it('has the usual terms where the council gives none, and the council’s own where it does', () => {
    const calendar = schoolCalendar([
      { start: '2023-09-04', end: '2023-12-22' },
      { start: '2024-01-08', end: '2024-07-24' },
    ]);
    const starts = (from: `${number}-${number}-${number}`, to: `${number}-${number}-${number}`) =>
      calendar.termsStarting(day(from), day(to)).map(({ start }) => formatIsoDate(start));
    expect(starts('2023-08-01', '2024-08-31')).toEqual(['2023-09-04', '2024-01-08']);
    expect(starts('2024-09-01', '2025-08-31')).toEqual(['2024-09-01', '2025-01-03', '2025-04-15']);
  });

  it('counts school days over the holidays', () => {
    const calendar = schoolCalendar();
    const after = (from: `${number}-${number}-${number}`, count: number) =>
      formatIsoDate(calendar.addSchoolDays(day(from), count, NEVER));
    expect(after('2023-09-01', 20)).toBe('2023-09-29');
    // Nine days are left in July, eleven are in September.
    expect(after('2023-07-10', 20)).toBe('2023-09-15');
  });

  it('refuses a term that ends before it starts', () => {
    expect(() => schoolCalendar([{ start: '2024-01-08', end: '2023-12-22' }])).toThrow(
      'a school term cannot run from 2024-01-08 to 2023-12-22',
    );
  });
});

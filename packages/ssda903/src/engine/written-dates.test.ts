import { formatReturnDate } from '@cic/core/dates';
import { describe, expect, it } from 'vitest';
import { isPartlyKnownDate, readLenientDate, resolvePartlyKnownDate } from './written-dates.ts';

const written = (day: number): string => (Number.isNaN(day) ? 'invalid' : formatReturnDate(day));

describe('a partly known date', () => {
  it.each([
    ['12/05/2021', '12/05/2021'],
    ['1/5/2021', '01/05/2021'],
    ['ZZ/05/2021', '31/05/2021'],
    ['ZZ/02/2024', '29/02/2024'],
    ['ZZ/12/2021', '31/12/2021'],
    ['ZZ/ZZ/1993', '31/12/1993'],
    ['05/ZZ/2020', '04/01/2021'],
    ['ZZ/ZZ/ZZZZ', '31/12/2000'],
    ['01/01/ZZZZ', '01/01/2000'],
    ['ZZ/ZZ/ZZ', 'invalid'],
    ['ZZZZ/01/2020', 'invalid'],
    ['01/01', 'invalid'],
    ['01/01/2020/', 'invalid'],
    ['31/02/2020', 'invalid'],
    ['01/01/1677', 'invalid'],
    ['', 'invalid'],
  ])('%s stands for %s', (text, expected) => {
    expect(written(resolvePartlyKnownDate(text))).toBe(expected);
    expect(isPartlyKnownDate(text)).toBe(expected !== 'invalid');
  });
});

describe('a date read leniently', () => {
  it.each([
    ['02/03/2026', '02/03/2026'],
    ['2026-03-02', '02/03/2026'],
    ['2-3-2026', '02/03/2026'],
    ['02.03.2026', '02/03/2026'],
    ['02 03 2026', '02/03/2026'],
    ['2026/3/2', '02/03/2026'],
    ['2026-03-02 00:00:00', '02/03/2026'],
    ['2026-03-02T00:00', '02/03/2026'],
    [' 02/03/2026 ', '02/03/2026'],
    ['03/13/2026', '13/03/2026'],
    ['13/13/2026', 'invalid'],
    ['2026-02-30', 'invalid'],
    ['2026-13-01', 'invalid'],
    ['02/03/26', 'invalid'],
    ['02/03/1677', 'invalid'],
    ['SOON', 'invalid'],
    ['ZZ/03/2026', 'invalid'],
    ['', 'invalid'],
  ])('%s is %s', (text, expected) => {
    expect(written(readLenientDate(text))).toBe(expected);
  });
});

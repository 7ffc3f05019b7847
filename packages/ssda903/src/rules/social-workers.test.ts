import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { socialWorkerRules } from './social-workers.ts';

const rule = (code: string) => socialWorkerRules.find((each) => each.code === code)!;

const rowFlagged = (code: string, row: Record<string, string>, year?: number): boolean =>
  check(rule(code), { SWEpisodes: [row] }, year ? { year } : {}).SWEpisodes !== undefined;

describe('SW01aSTG1 and SW01bSTG1 start, worker and reason', () => {
  it.each([
    ['31/03/2023', 'SW1234', '', false, false],
    ['31/03/2023', '', 'MANAGE', true, false],
    ['01/04/2023', 'SW1234', 'MANAGE', false, false],
    ['01/04/2023', '', 'MANAGE', false, true],
    ['01/04/2023', 'SW1234', '', false, true],
    ['02/04/2023', '', '', false, true],
    ['', 'SW1234', 'MANAGE', true, true],
    ['ZZ/04/2023', 'SW1234', 'MANAGE', true, true],
  ])('%j, %j, %j: older %s, newer %s', (SW_DECOM, SW_ID, SW_REASON, older, newer) => {
    expect(rowFlagged('SW01aSTG1', { SW_DECOM, SW_ID, SW_REASON })).toBe(older);
    expect(rowFlagged('SW01bSTG1', { SW_DECOM, SW_ID, SW_REASON })).toBe(newer);
  });
});

describe('SW02STG1 worker’s ID', () => {
  it.each([
    ['SW12', false],
    ['XX12', false],
    ['sw12', false],
    ['SW1', true],
    ['SY12', true],
    [' SW12', true],
    ['1SW2', true],
    ['', true],
  ])('%j: %s', (SW_ID, expected) => {
    expect(rowFlagged('SW02STG1', { SW_ID })).toBe(expected);
  });
});

describe('SW04STG1 and SW05STG1 dates that are none', () => {
  it.each([
    ['', false],
    ['14/06/2025', false],
    ['1/6/2025', false],
    ['ZZ/06/2025', false],
    ['14/ZZ/2025', false],
    ['ZZ/ZZ/ZZZZ', false],
    ['zz/zz/zzzz', false],
    ['ZZ/ZZ/ZZ', true],
    ['ZZZZ/06/2025', true],
    ['31/06/2025', true],
    ['14/06/25', true],
    ['14/06', true],
    ['14/06/2025/1', true],
    ['2025-06-14', true],
  ])('%j: %s', (date, expected) => {
    expect(rowFlagged('SW04STG1', { SW_DECOM: date })).toBe(expected);
    expect(rowFlagged('SW05STG1', { SW_DEC: date })).toBe(expected);
  });
});

describe('SW06STG2 starts after the year', () => {
  it.each([
    ['31/03/2026', false],
    ['01/04/2026', true],
    ['01/04/1999', false],
    ['', false],
    ['ZZ/04/2026', false],
  ])('%j: %s', (SW_DECOM, expected) => {
    expect(rowFlagged('SW06STG2', { SW_DECOM })).toBe(expected);
  });
});

describe('SW07STG2 ends outside two years', () => {
  it.each([
    ['31/03/2024', 2026, true],
    ['01/04/2024', 2026, false],
    ['31/03/2026', 2026, false],
    ['01/04/2026', 2026, true],
    ['01/04/2023', 2025, true],
    ['02/04/2023', 2025, false],
    ['', 2026, false],
    ['ZZ/04/2023', 2026, false],
  ])('%j in %i: %s', (SW_DEC, year, expected) => {
    expect(rowFlagged('SW07STG2', { SW_DEC }, year)).toBe(expected);
  });
});

describe('SW09STG2 starts and ends on one day', () => {
  it.each([
    ['14/06/2025', '14/06/2025', true],
    ['UNREADABLE', 'UNREADABLE', true],
    ['1/1/2025', '01/01/2025', false],
    ['14/06/2025', '15/06/2025', false],
    ['', '', false],
    ['14/06/2025', '', false],
  ])('%j to %j: %s', (SW_DECOM, SW_DEC, expected) => {
    expect(rowFlagged('SW09STG2', { SW_DECOM, SW_DEC })).toBe(expected);
  });
});

describe('SW13STG1 reason', () => {
  it.each([
    ['31/03/2023', '', false],
    ['01/04/2023', '', true],
    ['2023-04-01', '', true],
    ['', '', false],
    ['ZZ/04/2023', '', false],
    ['01/04/2023', 'OTHERS', false],
    ['31/03/2023', 'OTHER', true],
    ['', 'OTHER', true],
  ])('%j with %j: %s', (SW_DECOM, SW_REASON, expected) => {
    expect(rowFlagged('SW13STG1', { SW_DECOM, SW_REASON })).toBe(expected);
  });

  it('checks the other rows when a start cannot be read', () => {
    const SWEpisodes = [{ SW_DECOM: 'ZZ/04/2023' }, { SW_DECOM: '01/04/2023' }];
    expect(check(rule('SW13STG1'), { SWEpisodes })).toEqual({ SWEpisodes: [1] });
  });
});

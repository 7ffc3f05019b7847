import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { deprivationOfLibertyRules } from './deprivation-of-liberty.ts';

const rule = (code: string) => deprivationOfLibertyRules.find((each) => each.code === code)!;

const rowFlagged = (code: string, row: Record<string, string>): boolean =>
  check(rule(code), { DoLo: [row] }).DoLo !== undefined;

describe('700 and 701 dates that are none', () => {
  it.each([
    ['14/06/2026', false, false],
    ['1/6/2026', false, false],
    ['', true, false],
    ['14/06/26', true, true],
    ['31/06/2026', true, true],
    ['2026-06-14', true, true],
  ])('%j as start %s, as end %s', (date, start, end) => {
    expect(rowFlagged('700', { DOLO_START: date })).toBe(start);
    expect(rowFlagged('701', { DOLO_END: date })).toBe(end);
  });
});

describe('702 ends on or before its start', () => {
  it.each([
    ['13/06/2026', true],
    ['14/06/2026', true],
    ['15/06/2026', false],
    ['', false],
    ['UNREADABLE', false],
  ])('from 14/06/2026 to %j: %s', (DOLO_END, expected) => {
    expect(rowFlagged('702', { DOLO_START: '14/06/2026', DOLO_END })).toBe(expected);
  });
});

describe('703 starts after the year, 704 ends outside it', () => {
  it.each([
    ['31/03/2026', false, true],
    ['01/04/2026', false, false],
    ['31/03/2027', false, false],
    ['01/04/2027', true, true],
    ['', false, false],
    ['01/04/27', false, false],
  ])('%j as start %s, as end %s', (date, start, end) => {
    expect(rowFlagged('703', { DOLO_START: date })).toBe(start);
    expect(rowFlagged('704', { DOLO_END: date })).toBe(end);
  });
});

describe('705 overlapping orders', () => {
  it.each<[string, [string, string][], number[]]>([
    [
      'starts the day the one before ended',
      [
        ['01/06/2026', '14/06/2026'],
        ['14/06/2026', ''],
      ],
      [],
    ],
    [
      'starts a day earlier',
      [
        ['01/06/2026', '14/06/2026'],
        ['13/06/2026', '20/06/2026'],
      ],
      [1],
    ],
    [
      'follows an open one',
      [
        ['20/06/2026', ''],
        ['01/06/2026', ''],
      ],
      [0],
    ],
    [
      'a long one around an open one',
      [
        ['01/06/2026', '30/06/2026'],
        ['10/06/2026', ''],
      ],
      [0],
    ],
    [
      'an unreadable end is open',
      [
        ['01/06/2026', 'X'],
        ['20/06/2026', ''],
      ],
      [1],
    ],
    [
      'no start below a closed one',
      [
        ['01/06/2026', '14/06/2026'],
        ['', '20/06/2026'],
      ],
      [],
    ],
  ])('%s', (_, orders, rows) => {
    const DoLo = orders.map(([DOLO_START, DOLO_END]) => ({ CHILD: '101', DOLO_START, DOLO_END }));
    expect(check(rule('705'), { DoLo }).DoLo ?? []).toEqual(rows);
  });

  it('compares rows of one child only, and none without CHILD', () => {
    const open = { DOLO_START: '01/06/2026' };
    expect(
      check(rule('705'), {
        DoLo: [
          { CHILD: '101', ...open },
          { CHILD: '102', ...open },
        ],
      }),
    ).toEqual({});
    expect(check(rule('705'), { DoLo: [open, open] })).toEqual({});
  });
});

describe('706 last year’s open order', () => {
  const before = (DOLO_START: string, DOLO_END = '') => [{ CHILD: '101', DOLO_START, DOLO_END }];
  const now = (...starts: string[]) => starts.map((DOLO_START) => ({ CHILD: '101', DOLO_START }));

  it('is carried on by any order of this year with the same start', () => {
    const DoLo = now('01/05/2026', '14/03/2026');
    expect(check(rule('706'), { DoLo, 'last DoLo': before('14/03/2026') })).toEqual({});
    expect(check(rule('706'), { DoLo, 'last DoLo': before('14/3/2026') })).toEqual({});
    expect(check(rule('706'), { DoLo: now(''), 'last DoLo': before('') })).toEqual({});
  });

  it('else marks the first order of this year', () => {
    const DoLo = now('', '01/06/2026', '01/05/2026');
    expect(check(rule('706'), { DoLo, 'last DoLo': before('14/03/2026') })).toEqual({ DoLo: [2] });
  });

  it('else the child in Header', () => {
    const Header = [{ CHILD: '102' }, { CHILD: '101' }];
    const found = check(rule('706'), { DoLo: [], Header, 'last DoLo': before('14/03/2026') });
    expect(found).toEqual({ Header: [1] });
  });

  it('asks nothing of an order with an end, or of nobody’s', () => {
    const DoLo = now('01/05/2026');
    expect(check(rule('706'), { DoLo, 'last DoLo': before('14/03/2026', '20/03/2026') })).toEqual({});
    expect(check(rule('706'), { DoLo, 'last DoLo': [{ DOLO_START: '14/03/2026' }] })).toEqual({});
  });
});

describe('708 starts before birth', () => {
  it.each([
    ['13/06/2026', true],
    ['14/06/2026', true],
    ['15/06/2026', false],
    ['', false],
  ])('born 14/06/2026, order from %j: %s', (DOLO_START, expected) => {
    expect(rowFlagged('708', { DOB: '14/06/2026', DOLO_START })).toBe(expected);
  });

  it('passes without a date of birth', () => {
    expect(rowFlagged('708', { DOLO_START: '14/06/2026' })).toBe(false);
  });
});

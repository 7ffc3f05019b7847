import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { missingPeriodRules } from './missing-periods.ts';

const rule = (code: string) => missingPeriodRules.find((each) => each.code === code)!;

type Cells = Record<string, string>;

/** The flagged rows of Missing. */
const flagged = (code: string, rows: Cells[], last: Cells[] = []): readonly number[] =>
  check(rule(code), { Missing: rows, 'last Missing': last }).Missing ?? [];

const rowFlagged = (code: string, row: Cells): boolean => flagged(code, [row]).length > 0;

describe('564 no start date', () => {
  it.each([
    ['M', '', true],
    ['A', '', true],
    ['m', '', true],
    ['', '', false],
    ['X', '', false],
    ['M', '14/06/2025', false],
    ['M', 'UNREADABLE', false],
  ])('%j from %j: %s', (MISSING, MIS_START, expected) => {
    expect(rowFlagged('564', { MISSING, MIS_START })).toBe(expected);
  });
});

describe.each([
  ['565', 'MIS_START'],
  ['566', 'MIS_END'],
])('%s no type beside %s', (code, column) => {
  it.each([
    ['', '14/06/2025', true],
    ['', 'UNREADABLE', true],
    ['', '', false],
    ['M', '14/06/2025', false],
    ['X', '14/06/2025', false],
  ])('%j with %j: %s', (MISSING, date, expected) => {
    expect(rowFlagged(code, { MISSING, [column]: date })).toBe(expected);
  });
});

describe('567 ends before it starts', () => {
  it.each([
    ['14/06/2025', '13/06/2025', true],
    ['14/06/2025', '14/06/2025', false],
    ['14/06/2025', '15/06/2025', false],
    ['14/06/2025', '', false],
    ['UNREADABLE', '13/06/2025', false],
  ])('%j to %j: %s', (MIS_START, MIS_END, expected) => {
    expect(rowFlagged('567', { MIS_START, MIS_END })).toBe(expected);
  });
});

describe('570 starts after the year', () => {
  it.each([
    ['30/03/2026', false],
    ['31/03/2026', false],
    ['01/04/2026', true],
    ['', false],
    ['01/04/26', false],
  ])('%j: %s', (MIS_START, expected) => {
    expect(rowFlagged('570', { MIS_START })).toBe(expected);
  });
});

describe('571 ends outside the year', () => {
  it.each([
    ['31/03/2025', true],
    ['01/04/2025', false],
    ['31/03/2026', false],
    ['01/04/2026', true],
    ['', false],
    ['31/03/25', false],
  ])('%j: %s', (MIS_END, expected) => {
    expect(rowFlagged('571', { MIS_END })).toBe(expected);
  });
});

describe('574 overlapping periods', () => {
  const periods = (...dates: [MIS_START: string, MIS_END: string][]): readonly number[] =>
    flagged(
      '574',
      dates.map(([MIS_START, MIS_END]) => ({ CHILD: '101', MIS_START, MIS_END })),
    );

  it('lets a period start on the day the one before ended, not earlier', () => {
    expect(periods(['10/06/2025', '14/06/2025'], ['14/06/2025', '20/06/2025'])).toEqual([]);
    expect(periods(['10/06/2025', '14/06/2025'], ['13/06/2025', '20/06/2025'])).toEqual([1]);
  });

  it('orders by the end, so that a long period around a short one is the one flagged', () => {
    expect(periods(['01/06/2025', '30/06/2025'], ['10/06/2025', '14/06/2025'])).toEqual([0]);
  });

  it('flags what follows an open period, placed by its start', () => {
    expect(periods(['20/06/2025', '25/06/2025'], ['10/06/2025', ''])).toEqual([0]);
    expect(periods(['10/06/2025', '25/06/2025'], ['26/06/2025', ''])).toEqual([]);
    expect(periods(['10/06/2025', 'UNREADABLE'], ['20/06/2025', ''])).toEqual([1]);
  });

  it('puts a row without dates last, and counts it as open', () => {
    expect(periods(['', ''], ['10/06/2025', '14/06/2025'])).toEqual([]);
    expect(periods(['', ''], ['', ''])).toEqual([1]);
  });

  it('orders rows with the same end by their start', () => {
    expect(periods(['12/06/2025', '14/06/2025'], ['10/06/2025', '14/06/2025'])).toEqual([0]);
  });

  it('compares rows of one child only, and none without CHILD', () => {
    const open = { MIS_START: '10/06/2025' };
    expect(
      flagged('574', [
        { CHILD: '101', ...open },
        { CHILD: '102', ...open },
      ]),
    ).toEqual([]);
    expect(flagged('574', [open, open])).toEqual([]);
  });
});

describe('576 open period of last year', () => {
  const carriedOn = (starts: string[], last: [MIS_START: string, MIS_END: string][]): readonly number[] =>
    flagged(
      '576',
      starts.map((MIS_START) => ({ CHILD: '101', MIS_START })),
      last.map(([MIS_START, MIS_END]) => ({ CHILD: '101', MIS_START, MIS_END })),
    );

  it('flags the first period of this year when it starts on another day', () => {
    expect(carriedOn(['14/06/2025', '28/03/2025'], [['28/03/2025', '']])).toEqual([]);
    expect(carriedOn(['14/06/2025', '27/03/2025'], [['28/03/2025', '']])).toEqual([1]);
    expect(carriedOn(['27/03/2025', '27/03/2025'], [['28/03/2025', '']])).toEqual([0]);
  });

  it('takes an unreadable start for the year 2099', () => {
    expect(carriedOn([''], [['28/03/2025', '']])).toEqual([0]);
    expect(carriedOn(['', '28/03/2025'], [['28/03/2025', '']])).toEqual([]);
    expect(carriedOn(['UNREADABLE'], [['01/01/2099', '']])).toEqual([]);
  });

  it('looks only at rows of last year with a start and a blank end', () => {
    expect(carriedOn(['14/06/2025'], [['28/03/2025', '30/03/2025']])).toEqual([]);
    expect(carriedOn(['14/06/2025'], [['28/03/2025', 'UNREADABLE']])).toEqual([]);
    expect(carriedOn(['14/06/2025'], [['', '']])).toEqual([]);
  });

  it('compares with every open row of last year', () => {
    const both: [string, string][] = [
      ['28/03/2025', ''],
      ['20/03/2025', ''],
    ];
    expect(carriedOn(['28/03/2025', '20/03/2025'], both)).toEqual([1]);
  });

  it('cannot run without last year', () => {
    expect(check(rule('576'), { Missing: rule('576').fails.Missing! })).toEqual({});
  });
});

describe('586 starts before birth', () => {
  it.each([
    ['13/06/2025', true],
    ['14/06/2025', true],
    ['15/06/2025', false],
    ['', false],
  ])('born 14/06/2025, missing from %j: %s', (MIS_START, expected) => {
    expect(rowFlagged('586', { DOB: '14/06/2025', MIS_START })).toBe(expected);
  });

  it('passes without a date of birth', () => {
    expect(rowFlagged('586', { DOB: '', MIS_START: '14/06/2025' })).toBe(false);
  });
});

describe('1004 and 1005 dates that are none', () => {
  it.each([
    ['14/06/2025', false, false],
    ['1/6/2025', false, false],
    ['', true, false],
    ['14/06/25', true, true],
    ['31/06/2025', true, true],
    ['2025-06-14', true, true],
    ['14/06/1677', true, true],
    ['14/06/2262', true, true],
  ])('%j as start %s, as end %s', (date, start, end) => {
    expect(rowFlagged('1004', { MIS_START: date })).toBe(start);
    expect(rowFlagged('1005', { MIS_END: date })).toBe(end);
  });
});

describe('1006 type not in the list', () => {
  it.each([
    ['M', false],
    ['A', false],
    ['', false],
    ['MA', true],
    ['1', true],
  ])('%j: %s', (MISSING, expected) => {
    expect(rowFlagged('1006', { MISSING })).toBe(expected);
  });
});

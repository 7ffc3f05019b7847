import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { sexBirthAndEthnicityRules } from './sex-birth-and-ethnicity.ts';

const rule = (code: string) => sexBirthAndEthnicityRules.find((each) => each.code === code)!;

/** The rows of Header flagged, one row for each value. */
const flagged = (code: string, column: string, values: readonly string[], year?: number) =>
  check(
    rule(code),
    { Header: values.map((value, i) => ({ CHILD: `${i}`, [column]: value })) },
    year ? { year } : {},
  ).Header ?? [];

/** Whether a change of one column from last year to this is flagged. */
const changeFlagged = (code: string, column: string, last: string, now: string) =>
  check(rule(code), {
    Header: [{ CHILD: '1', [column]: now }],
    'last Header': [{ CHILD: '1', [column]: last }],
  }).Header !== undefined;

describe('101 sex', () => {
  it('accepts M, F and U in any case, nothing else', () => {
    expect(flagged('101', 'SEX', ['M', 'F', 'U', 'm', '', '1', '2', 'MALE', ' M', 'M '])).toEqual([
      4, 5, 6, 7, 8, 9,
    ]);
  });
});

describe('102 date of birth', () => {
  it('flags what is blank or cannot be read', () => {
    const dates = ['01/02/2012', '1/2/2012', '', '2012-02-01', '01/02/12', '31/06/2012', '01/02/1677', 'X'];
    expect(flagged('102', 'DOB', dates)).toEqual([2, 3, 4, 5, 6, 7]);
  });
});

describe('103 ethnicity', () => {
  it('accepts the twenty codes, also refused and not obtained', () => {
    const codes =
      'WBRI WIRI WOTH WIRT WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT';
    expect(flagged('103', 'ETHNIC', codes.split(' '))).toEqual([]);
  });
  it('flags blanks, other codes and spaces', () => {
    expect(flagged('103', 'ETHNIC', ['', 'WHIT', 'WBRI ', 'wbri'])).toEqual([0, 1, 2]);
  });
});

describe('202, 203 and 204: what must not change from last year', () => {
  it.each([
    ['202', 'SEX', 'F', 'M', true],
    ['202', 'SEX', '1', 'M', true],
    ['202', 'SEX', '', 'M', true],
    ['202', 'SEX', 'M', '', true],
    ['202', 'SEX', '', '', false],
    ['202', 'SEX', 'f', 'F', false],
    ['203', 'DOB', '01/02/2012', '02/02/2012', true],
    ['203', 'DOB', '01/02/2012', '1/2/2012', false],
    ['203', 'DOB', '01/02/2012', 'soon', true],
    ['203', 'DOB', '', '01/02/2012', true],
    ['203', 'DOB', 'later', 'soon', false],
    ['204', 'ETHNIC', 'NOBT', 'WBRI', true],
    ['204', 'ETHNIC', 'WBRI', '', true],
    ['204', 'ETHNIC', '', '', false],
    ['204', 'ETHNIC', 'wbri', 'WBRI', false],
  ])('%s: %s from %j to %j: %s', (code, column, last, now, expected) => {
    expect(changeFlagged(code, column, last, now)).toBe(expected);
  });

  it.each([
    ['202', 'SEX', 'M', 'F'],
    ['203', 'DOB', '01/02/2012', '02/02/2012'],
    ['204', 'ETHNIC', 'WBRI', 'WOTH'],
  ])('%s: compares each child with all of its rows of last year only', (code, column, one, other) => {
    expect(
      check(rule(code), {
        Header: [
          { CHILD: 'NEW', [column]: one },
          { CHILD: 'TWICE', [column]: one },
          { CHILD: 'SAME', [column]: one },
          { CHILD: 'SAME', [column]: other },
          { CHILD: '', [column]: one },
        ],
        'last Header': [
          { CHILD: 'TWICE', [column]: one },
          { CHILD: 'SAME', [column]: one },
          { CHILD: 'TWICE', [column]: other },
          { CHILD: '', [column]: other },
        ],
      }),
    ).toEqual({ Header: [1, 3] });
  });
});

describe('232 sex unknown', () => {
  it('flags U only', () => {
    expect(flagged('232', 'SEX', ['U', 'u', 'M', '', 'UU'])).toEqual([0, 1]);
  });
});

describe('301 born after the year', () => {
  it('allows 31 March of the collection year', () => {
    expect(flagged('301', 'DOB', ['31/03/2026', '01/04/2026', '', 'X', '01/01/2027'])).toEqual([1, 4]);
    expect(flagged('301', 'DOB', ['01/04/2026', '01/04/2027'], 2027)).toEqual([1]);
  });
});

describe('351 older than 25', () => {
  it('allows a 25th birthday on 1 April at the start', () => {
    expect(flagged('351', 'DOB', ['31/03/2000', '01/04/2000', '02/04/2000', '', 'X'])).toEqual([0]);
  });
});

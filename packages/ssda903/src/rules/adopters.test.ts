import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { adopterRules } from './adopters.ts';

const rule = (code: string) => adopterRules.find((each) => each.code === code)!;

/** The AD1 rows flagged, one row for each pair of values. */
const flagged = (code: string, columns: readonly string[], rows: readonly (readonly string[])[]) =>
  check(rule(code), {
    AD1: rows.map((values) => Object.fromEntries(values.map((value, i) => [columns[i]!, value]))),
  }).AD1 ?? [];

describe('114, 175, 176 and 177: codes of the adopters', () => {
  it.each([
    ['114', 'FOSTER_CARE', ['0', '1', ''], ['2', 'Y', '01', ' 1', '1.0']],
    ['175', 'NB_ADOPTR', ['1', '2', ''], ['0', '3', '2 ', '2.0']],
    ['176', 'SEX_ADOPTR', ['M1', 'F1', 'MM', 'FF', 'MF', 'mf', ''], ['FM', 'M', '1', 'MF ']],
    ['177', 'LS_ADOPTR', ['L0', 'L11', 'L12', 'L2', 'L3', 'L4', ''], ['L1', 'L13', 'C2', ' L0']],
  ])('%s accepts only the listed codes of %s, and blank', (code, column, accepted, refused) => {
    const values = [...accepted, ...refused].map((value) => [value]);
    expect(flagged(code, [column], values)).toEqual(refused.map((_, i) => accepted.length + i));
  });
});

describe('514, 517, 518, 519, 520 and 524: legal status and gender', () => {
  const genders = ['M1', 'F1', 'MM', 'FF', 'MF', '', 'XX'];
  it.each([
    ['514', 'L0', ['M1', 'F1']],
    ['517', 'L3', ['MF']],
    ['518', 'L4', ['MM', 'FF']],
    ['519', 'L2', ['MM', 'FF', 'MF']],
    ['520', 'L11', ['MF']],
    ['524', 'L12', ['MM', 'FF']],
  ])('%s: with %s only %j', (code, legalStatus, allowed) => {
    const columns = ['LS_ADOPTR', 'SEX_ADOPTR'];
    const wrong = genders.flatMap((gender, i) => (allowed.includes(gender) ? [] : [i]));
    const withStatus = (status: string) =>
      flagged(
        code,
        columns,
        genders.map((gender) => [status, gender]),
      );
    expect(withStatus(legalStatus)).toEqual(wrong);
    expect(withStatus('')).toEqual([]);
    expect(withStatus(legalStatus === 'L2' ? 'L3' : 'L2')).toEqual([]);
  });
});

describe('511 two adopters', () => {
  it('cannot have the gender of one', () => {
    const rows = [
      ['2', 'M1'],
      ['2', 'F1'],
      ['2', 'MM'],
      ['2', ''],
      ['2', 'XX'],
      ['1', 'M1'],
      ['', 'F1'],
      ['2.0', 'F1'],
    ];
    expect(flagged('511', ['NB_ADOPTR', 'SEX_ADOPTR'], rows)).toEqual([0, 1]);
  });
});

describe('335 adoption by a foster carer', () => {
  const compare = (REC: string, PLACE: string, FOSTER_CARE: string) =>
    check(rule('335'), {
      Episodes: [{ CHILD: '1', REC, PLACE }],
      AD1: [{ CHILD: '1', FOSTER_CARE }],
    });
  const both = { Episodes: [0], AD1: [0] };

  it.each(['E1', 'E11', 'E12'])('compares episodes ending with %s', (REC) => {
    for (const place of ['A2', 'A3', 'A5']) {
      expect(compare(REC, place, '0')).toEqual(both);
      expect(compare(REC, place, '1')).toEqual({});
    }
    for (const place of ['A1', 'A4', 'A6']) {
      expect(compare(REC, place, '1')).toEqual(both);
      expect(compare(REC, place, '0')).toEqual({});
    }
  });

  it.each([
    ['X1', 'A3', '0'],
    ['', 'A3', '0'],
    ['E11', 'U1', '0'],
    ['E11', 'A3', ''],
    ['E11', 'A3', '2'],
  ])('lets REC %j, PLACE %j, FOSTER_CARE %j pass', (REC, PLACE, FOSTER_CARE) => {
    expect(compare(REC, PLACE, FOSTER_CARE)).toEqual({});
  });

  it('judges every episode with every row of the same child, never of a blank one', () => {
    expect(
      check(rule('335'), {
        Episodes: [
          { CHILD: '1', REC: 'E11', PLACE: 'A3' },
          { CHILD: '1', REC: 'E12', PLACE: 'A4' },
          { CHILD: '2', REC: 'E11', PLACE: 'A3' },
          { CHILD: '', REC: 'E11', PLACE: 'A3' },
        ],
        AD1: [
          { CHILD: '', FOSTER_CARE: '0' },
          { CHILD: '1', FOSTER_CARE: '1' },
          { CHILD: '1', FOSTER_CARE: '0' },
        ],
      }),
    ).toEqual({ Episodes: [0, 1], AD1: [1, 2] });
  });
});

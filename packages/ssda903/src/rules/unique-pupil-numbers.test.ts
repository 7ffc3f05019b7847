import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { uniquePupilNumberRules } from './unique-pupil-numbers.ts';

const rule = (code: string) => uniquePupilNumberRules.find((each) => each.code === code)!;

const A = 'A12345678901A';
const B = 'A12345678901B';

describe('168 form of the UPN', () => {
  it.each([
    [A, true],
    ['a12345678901a', true],
    ['Z123456789012', true],
    ['', true],
    ['UN1', true],
    ['UN5', true],
    ['I12345678901A', false],
    ['O12345678901A', false],
    ['S12345678901A', false],
    ['A1234567890A', false],
    ['A123456789012A', false],
    ['A1234567890OA', false],
    ['1123456789012', false],
    ['UN0', false],
    ['UN6', false],
    ['UN11', false],
    ['UN', false],
    [` ${A}`, false],
    [`${A} `, false],
  ])('%j is accepted: %s', (upn, accepted) => {
    expect(check(rule('168'), { Header: [{ CHILD: '1', UPN: upn }] })).toEqual(
      accepted ? {} : { Header: [0] },
    );
  });
});

describe('208 UPN against last year', () => {
  it.each([
    [A, A, true],
    [A, A.toLowerCase(), true],
    ['', '', true],
    ['UN3', 'UN3', true],
    [A, B, false],
    [A, 'UN2', false],
    [A, '', false],
    ['', A, true],
    ['UN1', A, true],
    ['UN5', A, true],
    ['UN1', 'UN2', true],
    ['', 'UN5', true],
    ['', 'UN1', false],
    ['UN1', '', false],
    ['UN2', 'UN3', false],
    ['UN5', 'UN1', false],
    ['UN4', '', false],
    ['UN6', A, false],
    ['UN1', 'UN6', true],
  ])('from %j to %j may happen: %s', (last, now, accepted) => {
    expect(
      check(rule('208'), { Header: [{ CHILD: '1', UPN: now }], 'last Header': [{ CHILD: '1', UPN: last }] }),
    ).toEqual(accepted ? {} : { Header: [0] });
  });

  it("flags a row once any of last year's rows of the child differs", () => {
    expect(
      check(rule('208'), {
        Header: [{ CHILD: '2', UPN: A }, { CHILD: '1', UPN: A }, { UPN: A }],
        'last Header': [{ CHILD: '1', UPN: A }, { CHILD: '1', UPN: B }, { UPN: B }],
      }),
    ).toEqual({ Header: [1] });
  });
});

describe('209 UN1 at school age', () => {
  it.each([
    ['30/08/2020', 'UN1', true],
    ['31/08/2020', 'UN1', true],
    ['01/09/2020', 'UN1', false],
    ['31/08/2020', 'un1', true],
    ['31/08/2020', 'UN2', false],
    ['31/08/2020', '', false],
    ['', 'UN1', false],
    ['31-08-2020', 'UN1', false],
  ])('born %j with %j in collection year 2026: %s', (DOB, UPN, expected) => {
    expect(check(rule('209'), { Header: [{ CHILD: '1', DOB, UPN }] })).toEqual(
      expected ? { Header: [0] } : {},
    );
  });

  it('moves with the collection year', () => {
    const example = { Header: [{ CHILD: '1', DOB: '31/08/2021', UPN: 'UN1' }] };
    expect(check(rule('209'), example, { year: 2026 })).toEqual({});
    expect(check(rule('209'), example, { year: 2027 })).toEqual({ Header: [0] });
  });
});

describe('210 UN4 and a start before 24 March', () => {
  it('flags those episodes and the Header row', () => {
    expect(
      check(rule('210'), {
        Header: [
          { CHILD: '1', UPN: 'UN4' },
          { CHILD: '2', UPN: 'UN5' },
          { CHILD: '3', UPN: 'UN4' },
          { CHILD: '4', UPN: 'UN4' },
        ],
        Episodes: [
          { CHILD: '1', DECOM: '24/03/2026' },
          { CHILD: '1', DECOM: '23/03/2026' },
          { CHILD: '2', DECOM: '01/01/2026' },
          { CHILD: '3', DECOM: '24/03/2026' },
          { CHILD: '3', DECOM: '' },
          { CHILD: '4', DECOM: '2026-01-01' },
          { CHILD: '5', DECOM: '01/01/2026' },
        ],
      }),
    ).toEqual({ Header: [0], Episodes: [1] });
  });
});

describe('442 UPN blank', () => {
  it('flags children with an episode that is no short break, or without a legal status', () => {
    expect(
      check(rule('442'), {
        Header: [
          { CHILD: 'BREAKS' },
          { CHILD: 'BOTH' },
          { CHILD: 'BLANK' },
          { CHILD: 'KNOWN', UPN: 'UN1' },
          { CHILD: 'LEAVER' },
          {},
        ],
        Episodes: [
          { CHILD: 'BREAKS', LS: 'V3' },
          { CHILD: 'BREAKS', LS: 'V4' },
          { CHILD: 'BOTH', LS: 'v4' },
          { CHILD: 'BOTH', LS: 'V2' },
          { CHILD: 'BLANK', LS: '' },
          { CHILD: 'KNOWN', LS: 'C2' },
          { LS: 'C2' },
        ],
      }),
    ).toEqual({ Header: [1, 2] });
  });
});

describe('444 UPN repeated', () => {
  it('flags every copy, but no blank or UN code', () => {
    const upns = [A, 'UN1', '', B, 'UN1', '', A, A.toLowerCase(), 'UN6', 'UN6', `${B} `];
    expect(check(rule('444'), { Header: upns.map((UPN, i) => ({ CHILD: `${i}`, UPN })) })).toEqual({
      Header: [0, 6, 7, 8, 9],
    });
  });
});

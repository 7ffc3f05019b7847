import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { strengthsAndDifficultiesRules } from './strengths-and-difficulties.ts';

type Cells = Readonly<Record<string, string>>;

const ALL_YEAR = [{ CHILD: '1', DECOM: '01/04/2019', RNE: 'S' }];
const IN_PART = [{ CHILD: '1', DECOM: '02/04/2025', RNE: 'S' }];

/** The OC2 rows flagged; the child is in care all year unless their episodes say otherwise. */
const flagged = (code: string, rows: readonly Cells[], Episodes: readonly Cells[] = ALL_YEAR) =>
  check(strengthsAndDifficultiesRules.find((each) => each.code === code)!, {
    OC2: rows.map((cells) => ({ CHILD: '1', ...cells })),
    Episodes,
  }).OC2 ?? [];

describe('157, 186 and 197B: score or reason by age', () => {
  it.each([
    ['157', '01/04/2021', true],
    ['157', '02/04/2021', false],
    ['157', '31/03/2010', true],
    ['157', '30/03/2010', false],
    ['186', '01/04/2021', true],
    ['186', '02/04/2021', false],
    ['186', '01/04/2009', true],
    ['186', '31/03/2009', false],
    ['197B', '31/03/2021', false],
    ['197B', '01/04/2021', true],
    ['197B', '31/03/2022', true],
    ['197B', '01/04/2022', false],
    ['197B', '31/03/2008', false],
    ['197B', '01/04/2008', true],
    ['197B', '31/03/2009', true],
    ['197B', '01/04/2009', false],
  ])('%s: born %s: flagged %s', (code, DOB, wrong) => {
    const SDQ_REASON = code === '157' ? 'SDQ1' : '';
    expect(flagged(code, [{ DOB, SDQ_REASON }])).toEqual(wrong ? [0] : []);
  });

  it.each([
    ['157', '01/06/2015', 'SDQ1'],
    ['186', '01/06/2015', ''],
    ['197B', '01/06/2021', ''],
  ])('%s asks only for children in care all year, of a known age', (code, DOB, SDQ_REASON) => {
    const rows = [{ DOB, SDQ_REASON }];
    expect(flagged(code, rows)).toEqual([0]);
    expect(flagged(code, rows, IN_PART)).toEqual([]);
    expect(flagged(code, rows, [])).toEqual([]);
    expect(flagged(code, [{ CHILD: '', DOB, SDQ_REASON }], [{ DECOM: '01/04/2019' }])).toEqual([]);
    expect(flagged(code, [{ SDQ_REASON }, { DOB: '01/06/21', SDQ_REASON }])).toEqual([]);
  });

  it('157 is about the reason SDQ1 without a score', () => {
    const DOB = '01/06/2015';
    const reasons = ['SDQ1', 'sdq1', 'SDQ2', 'SDQ1 ', ''];
    expect(
      flagged(
        '157',
        reasons.map((SDQ_REASON) => ({ DOB, SDQ_REASON })),
      ),
    ).toEqual([0, 1]);
    expect(flagged('157', [{ DOB, SDQ_REASON: 'SDQ1', SDQ_SCORE: 'x' }])).toEqual([]);
  });

  it.each([
    ['186', '01/06/2015'],
    ['197B', '01/06/2021'],
  ])('%s is content with either, whatever it says', (code, DOB) => {
    expect(flagged(code, [{ DOB, SDQ_SCORE: '?' }, { DOB, SDQ_REASON: '?' }, { DOB }])).toEqual([2]);
  });
});

describe('180 score', () => {
  it('is a whole number from 0 to 40', () => {
    const fine = ['0', '40', '20', '20.0', '007', ''];
    const wrong = ['41', '-1', '39.5', '40.01', 'TWELVE', '1O', '12,0', '0X10', 'NAN', 'INF', '--', ' '];
    const rows = [...fine, ...wrong].map((SDQ_SCORE) => ({ SDQ_SCORE }));
    expect(flagged('180', rows)).toEqual(wrong.map((_, i) => fine.length + i));
  });
});

describe('185 and 198: not in care all year', () => {
  it.each([
    ['185', 'SDQ_SCORE'],
    ['198', 'SDQ_REASON'],
  ])('%s refuses any %s', (code, column) => {
    const rows = [{ [column]: '?' }, {}];
    expect(flagged(code, rows)).toEqual([]);
    expect(flagged(code, rows, IN_PART)).toEqual([0]);
    expect(flagged(code, rows, [])).toEqual([0]);
    expect(flagged(code, [{ CHILD: '', [column]: '?' }], [{ DECOM: '01/04/2019' }])).toEqual([0]);
  });

  it.each([
    ['started on 1 April', [{ DECOM: '01/04/2025', RNE: 'S' }], true],
    ['started on 2 April', [{ DECOM: '02/04/2025', RNE: 'S' }], false],
    ['started on 31 March at the end', [{ DECOM: '31/03/2026', RNE: 'S' }], false],
    ['a second start in the next year', [{ DECOM: '01/04/2020' }, { DECOM: '01/04/2026', RNE: 'S' }], true],
    ['left on 30 March', [{ DECOM: '01/04/2020', DEC: '30/03/2026', REC: 'E4A' }], false],
    ['left on 30 March, reason blank', [{ DECOM: '01/04/2020', DEC: '30/03/2026' }], false],
    ['left on 31 March', [{ DECOM: '01/04/2020', DEC: '31/03/2026', REC: 'E4A' }], true],
    ['ended on 30 March, care went on', [{ DECOM: '01/04/2020', DEC: '30/03/2026', REC: 'X1' }], true],
    ['left on 31 March before the year', [{ DECOM: '01/04/2020', DEC: '31/03/2025', REC: 'E4A' }], false],
    ['left on 1 April', [{ DECOM: '01/04/2020', DEC: '01/04/2025', REC: 'E4A' }], false],
    ['a short break in the year', [{ DECOM: '01/04/2020' }, { DECOM: '01/06/2025', LS: 'V3' }], false],
    ['a short break before the year', [{ DECOM: '01/04/2020' }, { DEC: '31/03/2025', LS: 'V4' }], true],
    ['no readable start', [{ DECOM: 'x' }], false],
    ['an unreadable end', [{ DECOM: '01/04/2020', DEC: 'x' }], true],
  ])('%s: in care all year %s', (_what, episodes, allYear) => {
    const ofChild = episodes.map((cells) => ({ CHILD: '1', ...cells }));
    expect(flagged('185', [{ SDQ_SCORE: '12' }], ofChild)).toEqual(allYear ? [] : [0]);
  });
});

describe('188 and 189: too young, too old', () => {
  it.each([
    ['188', '01/04/2022', true],
    ['188', '31/03/2022', false],
    ['189', '31/03/2008', true],
    ['189', '01/04/2008', false],
    ['188', '', false],
    ['188', 'x', false],
    ['189', '', false],
    ['189', '31/03/08', false],
  ])('%s: born %j: flagged %s', (code, DOB, wrong) => {
    const rows = [{ DOB, SDQ_SCORE: '?' }, { DOB, SDQ_REASON: '?' }, { DOB }];
    expect(flagged(code, rows)).toEqual(wrong ? [0, 1] : []);
  });
});

describe('196 and 197a: reason', () => {
  it('196 accepts SDQ1 to SDQ5 and blank', () => {
    const reasons = ['SDQ1', 'SDQ2', 'SDQ3', 'SDQ4', 'SDQ5', 'sdq1', '', 'SDQ0', 'SDQ6', 'SDQ', 'SDQ1 '];
    const rows = reasons.map((SDQ_REASON) => ({ SDQ_REASON }));
    expect(flagged('196', rows)).toEqual([7, 8, 9, 10]);
  });
  it('197a refuses a reason beside a score', () => {
    expect(
      flagged('197a', [
        { SDQ_SCORE: '?', SDQ_REASON: '?' },
        { SDQ_SCORE: '0', SDQ_REASON: 'SDQ2' },
        { SDQ_SCORE: '0' },
        { SDQ_REASON: 'SDQ2' },
        {},
      ]),
    ).toEqual([0, 1]);
  });
});

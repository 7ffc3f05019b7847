import { describe, expect, it } from 'vitest';
import { flaggedBy } from '../engine/testing-episodes.ts';
import { shortBreakRules } from './short-breaks.ts';

const flagged = flaggedBy(shortBreakRules);

type Cells = Record<string, string>;

const LEGAL_STATUSES = ['V3', 'V4', 'V2', 'C2', ''];
const POSTCODES = [{ postcode: 'DE11AA', easting: 435_000, northing: 336_000, authority: 'E06000015' }];

it.each([
  ['214', { PL_POST: 'DE1 1AA' }],
  ['214', { URN: 'XXXXXXX' }],
  ['214', { PL_POST: 'DE1 1AA', URN: 'SC000001' }],
  ['384', { PLACE: 'U1' }],
  ['384', { PLACE: 'U4' }],
  ['398', { HOME_POST: 'ANY' }],
  ['398', { PL_POST: 'ANY' }],
  ['420', { PL_POST: 'DE11AA' }],
])('%s flags %j on V3 and V4 only', (code, cells: Cells) => {
  const episodes = LEGAL_STATUSES.map((LS) => ({ LS, ...cells }));
  expect(flagged(code, episodes, { postcodes: POSTCODES })).toEqual([0, 1]);
});

it.each([
  ['214', { HOME_POST: 'DE1 1AA' }],
  ['384', { PLACE: 'U6' }],
  ['384', { PLACE: '' }],
  ['398', { URN: 'SC000001' }],
  ['420', { PL_POST: 'DE1 1AB', HOME_POST: 'DE1 1AA' }],
  ['420', { PL_POST: '' }],
])('%s accepts %j on a short break', (code, cells: Cells) => {
  expect(flagged(code, [{ LS: 'V3', ...cells }], { postcodes: POSTCODES })).toEqual([]);
});

describe('365 the longest break', () => {
  it.each([
    ['01/06/2025', '17/06/2025', []],
    ['01/06/2025', '18/06/2025', []],
    ['01/06/2025', '19/06/2025', [0]],
    ['13/03/2026', '', [0]],
    ['14/03/2026', '', []],
    ['01/06/2025', 'SOON', []],
    ['', '19/06/2025', []],
    ['', '', []],
  ])('from %j to %j', (DECOM, DEC, rows) => {
    expect(flagged('365', [{ LS: 'V3', DECOM, DEC }])).toEqual(rows);
    expect(flagged('365', [{ LS: 'V4', DECOM, DEC }])).toEqual([]);
  });
});

it('366 every break in a series starts care', () => {
  const episodes = ['S', 'P', 'L', 'X', ''].map((RNE) => ({ LS: 'V3', RNE }));
  expect(flagged('366', episodes)).toEqual([1, 2, 3, 4]);
  expect(flagged('366', [{ LS: 'V4', RNE: 'P' }, { RNE: 'P' }])).toEqual([]);
});

describe('367 all breaks of a year', () => {
  const breaks = (...spans: readonly (readonly [string, string])[]) =>
    spans.map(([DECOM, DEC]) => ({ CHILD: '1', LS: 'V3', DECOM, DEC }));
  const DAYS_75 = ['01/06/2025', '15/08/2025'] as const;

  it('may add up to 75 days and no more', () => {
    expect(flagged('367', breaks(DAYS_75))).toEqual([]);
    expect(flagged('367', breaks(['01/06/2025', '16/08/2025']))).toEqual([0]);
    expect(flagged('367', breaks(DAYS_75, ['01/09/2025', '02/09/2025']))).toEqual([0, 1]);
  });

  it('counts only days of the collection year, open breaks to 31 March', () => {
    expect(flagged('367', breaks(['01/01/2025', '15/06/2025']))).toEqual([]);
    expect(flagged('367', breaks(['01/01/2025', '16/06/2025']))).toEqual([0]);
    expect(flagged('367', breaks(['15/01/2026', '30/06/2026']))).toEqual([]);
    expect(flagged('367', breaks(['14/01/2026', '30/06/2026']))).toEqual([0]);
    expect(flagged('367', breaks(['15/01/2026', '']))).toEqual([]);
    expect(flagged('367', breaks(['14/01/2026', '']))).toEqual([0]);
  });

  it('neither counts nor flags breaks without days, starts or readable ends', () => {
    const none = [
      ['02/09/2025', '02/09/2025'],
      ['', '01/09/2025'],
      ['01/09/2025', 'SOON'],
      ['03/09/2025', '02/09/2025'],
    ] as const;
    expect(flagged('367', breaks(DAYS_75, ...none))).toEqual([]);
    expect(flagged('367', breaks(['01/06/2025', '16/08/2025'], ...none))).toEqual([0]);
  });

  it('adds up each child alone, and V3 only', () => {
    const long = breaks(DAYS_75);
    const short = (cells: Cells) => [{ LS: 'V3', DECOM: '01/09/2025', DEC: '02/09/2025', ...cells }];
    expect(flagged('367', [...long, ...short({ CHILD: '1' })])).toEqual([0, 1]);
    expect(flagged('367', [...long, ...short({ CHILD: '2' })])).toEqual([]);
    expect(flagged('367', [...long, ...short({ CHILD: '1', LS: 'V4' })])).toEqual([]);
    expect(flagged('367', [{ LS: 'V3', DECOM: '01/06/2025', DEC: '16/08/2025' }])).toEqual([]);
  });
});

describe('426 both ways of recording short breaks', () => {
  it('flags all short breaks of the child', () => {
    const of = (CHILD: string, ...statuses: readonly string[]) => statuses.map((LS) => ({ CHILD, LS }));
    expect(flagged('426', of('1', 'V4', 'C2', 'V3', 'V4'))).toEqual([0, 2, 3]);
    expect(flagged('426', of('1', 'V3', 'V3', 'C2'))).toEqual([]);
    expect(flagged('426', [...of('1', 'V3'), ...of('2', 'V4')])).toEqual([]);
  });

  it('takes rows without a child for one child', () => {
    expect(flagged('426', [{ LS: 'V3' }, { CHILD: '1', LS: 'V3' }, { LS: 'V4' }])).toEqual([0, 2]);
  });
});

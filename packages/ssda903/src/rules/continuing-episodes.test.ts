import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { continuingEpisodeRules } from './continuing-episodes.ts';

const rule = (code: string) => continuingEpisodeRules.find((each) => each.code === code)!;

type Cells = Record<string, string>;

/** Metres in one mile as the return reckons it. */
const MILE = 1609.3;
const at = (postcode: string, miles: number, authority: string) => ({
  postcode,
  easting: 400_000 + miles * MILE,
  northing: 300_000,
  authority,
});

const postcodes = [
  at('HO1 1ME', 0, 'E10000007'),
  at('TE1 0AA', 10, 'E10000007'),
  at('TE1 1AA', 10.1, 'E10000007'),
  at('TE1 2AA', 10.2, 'E10000007'),
  at('TE1 3AA', 10.3, 'E06000015'),
  at('SC1 1AA', 300, 'SCO'),
];

const START = '01/02/2025';

/** What is flagged for an episode that last year's return left open, unless `last` says otherwise. */
const found = (code: string, now: Cells, last: Cells) =>
  check(rule(code), {
    Episodes: [{ CHILD: '1', DECOM: START, HOME_POST: 'HO1 1ME', ...now }],
    'last Episodes': [{ CHILD: '1', DECOM: START, HOME_POST: 'HO1 1ME', ...last }],
    postcodes,
  });

const EPISODE = { Episodes: [0] };

describe('503G distance', () => {
  it.each([
    ['0.1 miles farther', 'TE1 1AA', 'TE1 0AA', {}],
    ['0.2 miles by the written digits, a little less as stored', 'TE1 2AA', 'TE1 0AA', {}],
    ['0.2 miles as stored', 'TE1 3AA', 'TE1 1AA', EPISODE],
    ['0.2 miles nearer', 'TE1 1AA', 'TE1 3AA', EPISODE],
    ['not known last year', 'TE1 1AA', 'XX1 1XX', EPISODE],
    ['not known this year', 'XX1 1XX', 'TE1 1AA', {}],
    ['never known', '', '', {}],
    ['written without the space', 'te11aa', 'TE1 1AA', {}],
  ])('%s', (_, now, last, expected) => {
    expect(found('503G', { PL_POST: now }, { PL_POST: last })).toEqual(expected);
  });
});

describe('503H authority', () => {
  it.each([
    ['the same authority', 'TE1 1AA', 'TE1 0AA', {}],
    ['another authority', 'TE1 3AA', 'TE1 0AA', EPISODE],
    ['unknown this year', '', 'TE1 0AA', EPISODE],
    ['unknown last year', 'TE1 0AA', 'XX1 1XX', EPISODE],
    ['unknown in both', '', 'XX1 1XX', {}],
  ])('%s', (_, now, last, expected) => {
    expect(found('503H', { PL_POST: now }, { PL_POST: last })).toEqual(expected);
  });
});

describe('503J inside or outside', () => {
  it.each([
    ['both inside', 'TE1 1AA', 'TE1 0AA', {}],
    ['both outside, one in Scotland', 'SC1 1AA', 'TE1 3AA', {}],
    ['moved out', 'TE1 3AA', 'TE1 0AA', EPISODE],
    ['moved in', 'TE1 0AA', 'SC1 1AA', EPISODE],
    ['unknown this year', '', 'TE1 0AA', EPISODE],
    ['unknown in both', 'XX1 1XX', '', {}],
  ])('%s', (_, now, last, expected) => {
    expect(found('503J', { PL_POST: now }, { PL_POST: last })).toEqual(expected);
  });
});

describe.each(['503G', '503H', '503J'])('%s pairs the years', (code) => {
  const near = { PL_POST: 'TE1 0AA' };
  const far = { PL_POST: 'SC1 1AA' };

  it.each([
    ["last year's episode is open", { DEC: '' }, EPISODE],
    ['its end cannot be read', { DEC: 'SOON' }, EPISODE],
    ['it ended', { DEC: '31/03/2025' }, {}],
    ['the starts differ', { DECOM: '01/01/2025' }, EPISODE],
    ["last year's start cannot be read", { DECOM: 'SOON' }, {}],
    ['it is another child', { CHILD: '2' }, {}],
    ['RNE differs', { RNE: 'P' }, EPISODE],
  ])('when %s', (_, last, expected) => {
    expect(found(code, far, { ...near, ...last })).toEqual(expected);
  });

  it('by the earliest of this year and the latest of last, the first in the file of equal ones', () => {
    const home = { HOME_POST: 'HO1 1ME' };
    expect(
      check(rule(code), {
        Episodes: [
          { CHILD: '1', DECOM: '', ...home, ...far },
          { CHILD: '1', DECOM: '02/02/2025', ...home, ...far },
          { CHILD: '1', DECOM: START, ...home, ...far },
          { CHILD: '1', DECOM: START, ...home, ...far },
          { CHILD: '2', DECOM: 'SOON', ...home, ...far },
          { DECOM: START, ...home, ...far },
        ],
        'last Episodes': [
          { CHILD: '1', DECOM: 'SOON', ...home, ...far },
          { CHILD: '1', DECOM: '01/01/2025', ...home, ...far },
          { CHILD: '1', DECOM: START, ...home, ...near },
          { CHILD: '1', DECOM: START, DEC: START, ...home, ...far },
          { CHILD: '2', DECOM: START, ...home, ...near },
          { DECOM: START, ...home, ...near },
        ],
        postcodes,
      }),
    ).toEqual({ Episodes: [2] });
  });
});

describe('504 category of need', () => {
  const found504 = (previous: Cells, episode: Cells) =>
    check(rule('504'), {
      Episodes: [
        { CHILD: '1', DECOM: '01/06/2025', CIN: 'N2', ...episode },
        { CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1', CIN: 'N1', ...previous },
      ],
    });

  it.each([
    ['changed', {}, {}, EPISODE],
    ['unchanged', {}, { CIN: 'n1' }, {}],
    ['left blank', {}, { CIN: '' }, EPISODE],
    ['blank before', { CIN: '' }, {}, EPISODE],
    ['blank in both', { CIN: '' }, { CIN: '' }, EPISODE],
    ['after care ended', { REC: 'E4A' }, {}, {}],
    ['without a reason', { REC: '' }, {}, {}],
    ['begun a day after', { DEC: '31/05/2025' }, {}, {}],
    ['begun a day before', { DEC: '02/06/2025' }, {}, {}],
    ['previous end blank', { DEC: '' }, {}, {}],
    ['start unreadable as the end', { DEC: 'SOON' }, { DECOM: 'SOON' }, {}],
    ['another child', { CHILD: '2' }, {}, {}],
    ['no child', { CHILD: '' }, { CHILD: '' }, {}],
  ])('%s', (_, previous, episode, expected) => {
    expect(found504(previous, episode)).toEqual(expected);
  });

  it('compares each episode with the one directly before', () => {
    const episodes = ['N1', 'N2', 'N2', 'N1'].map((CIN, month) => ({
      CHILD: '1',
      DECOM: `01/0${month + 5}/2025`,
      DEC: `01/0${month + 6}/2025`,
      REC: 'X1',
      CIN,
    }));
    expect(check(rule('504'), { Episodes: episodes })).toEqual({ Episodes: [1, 3] });
  });
});

describe('562 start before the year', () => {
  it.each([
    ['the same start', START, [START], {}],
    ['another start', START, ['02/02/2025'], EPISODE],
    ['not the latest of last year', START, [START, '02/02/2025'], EPISODE],
    ['the latest of last year', START, ['01/01/2025', START, ''], {}],
    ['nothing readable last year', START, ['', 'SOON'], EPISODE],
    ["the child not in last year's return", START, [], EPISODE],
    ['begun the day before the year', '31/03/2025', [START], EPISODE],
    ['begun on the first day', '01/04/2025', [START], {}],
    ['begun in the year', '01/05/2025', [START], {}],
    ['unreadable', 'SOON', [START], {}],
  ])('%s', (_, DECOM, last, expected) => {
    expect(
      check(rule('562'), {
        Episodes: [{ CHILD: '1', DECOM }],
        'last Episodes': last.map((start) => ({ CHILD: '1', DECOM: start })),
      }),
    ).toEqual(expected);
  });

  it("flags a child's earliest episode only, and none of a blank child", () => {
    const starts = ['03/02/2025', '02/02/2025', '02/02/2025', '01/06/2025'];
    expect(
      check(rule('562'), {
        Episodes: [...starts.map((DECOM) => ({ CHILD: '1', DECOM })), { DECOM: '02/02/2025' }],
        'last Episodes': [{ CHILD: '1', DECOM: START }],
      }),
    ).toEqual({ Episodes: [1] });
  });
});

describe('NoE start before the year, child new to the return', () => {
  const foundNoE = (starts: readonly string[], id: string, lastIds: readonly string[]) =>
    check(rule('NoE'), {
      Episodes: starts.map((DECOM) => ({ CHILD: id, DECOM })),
      'last Episodes': lastIds.map((CHILD) => ({ CHILD })),
    });
  const starts = ['01/04/2025', '31/03/2025', '', '2025-01-01', '01/01/2025'];

  it('flags every such episode', () => {
    expect(foundNoE(starts, '1', ['2', ''])).toEqual({ Episodes: [1, 4] });
    expect(foundNoE(starts, '1', [])).toEqual({ Episodes: [1, 4] });
    expect(foundNoE(starts, '1', ['1'])).toEqual({});
  });

  it('lets a blank child match a blank one', () => {
    expect(foundNoE(starts, '', ['1', ''])).toEqual({});
    expect(foundNoE(starts, '', ['1'])).toEqual({ Episodes: [1, 4] });
  });
});

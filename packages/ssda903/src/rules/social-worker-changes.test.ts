import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { socialWorkerChangeRules } from './social-worker-changes.ts';

const rule = (code: string) => socialWorkerChangeRules.find((each) => each.code === code)!;

type Spell = [SW_DECOM: string, SW_DEC?: string, SW_REASON?: string];

const spells = (CHILD: string, ...of: Spell[]) =>
  of.map(([SW_DECOM, SW_DEC = '', SW_REASON = '']) => ({ CHILD, SW_DECOM, SW_DEC, SW_REASON }));

/** The flagged social worker episodes of one child. */
const flagged = (code: string, of: Spell[], CHILD = '101'): readonly number[] =>
  check(rule(code), { SWEpisodes: spells(CHILD, ...of) }).SWEpisodes ?? [];

describe('SW08STG2 open but not the last', () => {
  it.each<[string, Spell[], number[]]>([
    ['only the last is open', [['14/06/2025'], ['02/05/2025', '14/06/2025']], []],
    ['an earlier one is open', [['14/06/2025'], ['02/05/2025'], ['02/06/2025', '14/06/2025']], [1]],
    ['an unreadable end is open', [['02/05/2025', 'ZZ/06/2025'], ['14/06/2025']], [0]],
    ['the last in the file of those that start together is the last', [['02/05/2025'], ['02/05/2025']], [0]],
    ['a row without a start is the last', [[''], ['02/05/2025']], [1]],
    ['a row without a start is never flagged', [[''], ['']], []],
    ['one open episode', [['02/05/2025']], []],
  ])('%s', (_, of, rows) => {
    expect(flagged('SW08STG2', of)).toEqual(rows);
    expect(flagged('SW08STG2', of, '')).toEqual([]);
  });

  it('follows each child separately', () => {
    const SWEpisodes = [...spells('101', ['02/05/2025']), ...spells('102', ['14/06/2025'])];
    expect(check(rule('SW08STG2'), { SWEpisodes })).toEqual({});
  });
});

describe('SW10STG2 does not follow on', () => {
  it.each<[string, Spell, number[]]>([
    ['eight days before the end', ['06/06/2025'], [1]],
    ['seven days before', ['07/06/2025'], []],
    ['seven days after', ['21/06/2025'], []],
    ['eight days after', ['22/06/2025'], [1]],
    ['eight days after, first contact', ['22/06/2025', '', 'FCONTA'], []],
    ['eight days after, another reason', ['22/06/2025', '', 'FCONT'], [1]],
    ['no start', [''], [1]],
    ['no start, first contact', ['', '', 'FCONTA'], []],
  ])('%s', (_, second, rows) => {
    const first: Spell = ['02/05/2025', '14/06/2025'];
    expect(flagged('SW10STG2', [first, second])).toEqual(rows);
    expect(flagged('SW10STG2', [first, second], '')).toEqual([]);
  });

  it('flags what follows an episode without a readable end', () => {
    expect(flagged('SW10STG2', [['02/05/2025'], ['14/06/2025']])).toEqual([1]);
    expect(flagged('SW10STG2', [['02/05/2025', 'X'], ['14/06/2025']])).toEqual([1]);
  });

  it('orders by start, then by end, open ones last', () => {
    const together: Spell[] = [['02/05/2025'], ['02/05/2025', '03/05/2025'], ['01/05/2025', '02/05/2025']];
    expect(flagged('SW10STG2', together)).toEqual([]);
    expect(
      flagged('SW10STG2', [
        ['02/05/2025', '14/06/2025'],
        ['02/05/2025', '03/05/2025'],
      ]),
    ).toEqual([]);
    expect(
      flagged('SW10STG2', [
        ['02/05/2025', '14/06/2025'],
        ['02/05/2025', '14/06/2025'],
      ]),
    ).toEqual([1]);
  });

  it('never flags a child’s first episode', () => {
    const SWEpisodes = [...spells('101', ['02/05/2025']), ...spells('102', ['14/06/2025'])];
    expect(check(rule('SW10STG2'), { SWEpisodes })).toEqual({});
  });
});

describe('SW11bSTG2 ends in the last days of the year', () => {
  it.each([
    ['25/03/2026', []],
    ['26/03/2026', [0]],
    ['31/03/2026', [0]],
    ['01/04/2026', []],
    ['', []],
  ])('the only episode ends %j', (end, rows) => {
    expect(flagged('SW11bSTG2', [['02/05/2025', end]])).toEqual(rows);
    expect(flagged('SW11bSTG2', [['', end]])).toEqual(rows);
    expect(flagged('SW11bSTG2', [['02/05/2025', end]], '')).toEqual([]);
  });

  it.each<[string, Spell[], number[]]>([
    [
      'the later of two',
      [
        ['02/05/2025', '14/06/2025'],
        ['14/06/2025', '28/03/2026'],
      ],
      [1],
    ],
    [
      'the later, the other without a start',
      [
        ['', '14/06/2025'],
        ['14/06/2025', '28/03/2026'],
      ],
      [0],
    ],
    ['the earlier of two', [['02/05/2025', '28/03/2026'], ['28/03/2026']], []],
    ['a middle one', [['02/05/2025', '14/06/2025'], ['14/06/2025', '28/03/2026'], ['28/03/2026']], [1]],
    [
      'the later began on the day it ended',
      [
        ['28/03/2026', '28/03/2026'],
        ['28/03/2026', '28/03/2026'],
      ],
      [],
    ],
    ['starts together, the first in the file is above', [['02/05/2025', '28/03/2026'], ['02/05/2025']], [0]],
    ['starts together, the other way round', [['02/05/2025'], ['02/05/2025', '28/03/2026']], []],
    ['two without a start', [['', '28/03/2026'], ['']], [1]],
  ])('%s', (_, of, rows) => {
    expect(flagged('SW11bSTG2', of)).toEqual(rows);
  });
});

describe('SW12STG2 care without a matching social worker', () => {
  const episodeFlagged = (episode: Record<string, string>, ...starts: string[]): boolean =>
    check(rule('SW12STG2'), {
      Episodes: [{ CHILD: '101', ...episode }],
      SWEpisodes: starts.map((SW_DECOM) => ({ CHILD: '101', SW_DECOM })),
    }).Episodes !== undefined;

  const STARTS = { DECOM: '02/05/2025', RNE: 'S', REC: 'X1', DEC: '14/06/2025' };
  const ENDS = { DECOM: '02/05/2025', RNE: 'P', REC: 'E8', DEC: '14/06/2025' };

  it.each<[string, Record<string, string>, string[], boolean]>([
    ['care starts, worker since the day before', STARTS, ['01/05/2025'], true],
    ['care starts, worker since that day', STARTS, ['02/05/2025'], false],
    ['care ends, worker since the last day', ENDS, ['14/06/2025'], false],
    ['care ends, worker since the day after', ENDS, ['15/06/2025'], true],
    ['one that does not match is enough', ENDS, ['14/06/2025', '15/06/2025'], true],
    ['a worker without a start', ENDS, ['ZZ/05/2025'], true],
    ['no worker', STARTS, [], true],
    ['starts and ends, either will do', { ...STARTS, REC: 'E8' }, ['01/01/2025', '01/07/2025'], false],
    ['neither starts nor ends', { ...STARTS, RNE: 'P' }, [], false],
    ['open and not the start', { DECOM: '02/05/2025', RNE: 'P' }, ['02/05/2025'], true],
    ['open at the start', { DECOM: '02/05/2025', RNE: 'S' }, ['02/05/2025'], false],
    ['an unreadable end is open', { ...ENDS, DEC: 'X' }, ['02/05/2025'], true],
    ['short breaks', { ...STARTS, LS: 'V3' }, [], false],
    ['short breaks in a series', { ...STARTS, LS: 'V4' }, [], false],
  ])('%s', (_, episode, starts, expected) => {
    expect(episodeFlagged(episode, ...starts)).toBe(expected);
  });

  it.each([
    ['31/03/2024', false],
    ['01/04/2024', true],
    ['31/03/2026', true],
    ['01/04/2026', false],
  ])('asks of an episode that ended %s: %s', (DEC, expected) => {
    expect(episodeFlagged({ ...ENDS, DEC })).toBe(expected);
  });

  it('compares rows of the same child only', () => {
    const found = check(rule('SW12STG2'), {
      Episodes: [{ CHILD: '101', ...STARTS }, { CHILD: '102', ...STARTS }, STARTS],
      SWEpisodes: spells('102', ['02/05/2025']),
    });
    expect(found).toEqual({ Episodes: [0, 2] });
  });
});

describe('SW17STG2 the latest has an end', () => {
  it.each<[string, Spell[], number[]]>([
    ['the latest is open', [['02/05/2025', '14/06/2025'], ['14/06/2025']], []],
    ['the latest has ended', [['14/06/2025', '20/06/2025'], ['02/05/2025']], [0]],
    ['an unreadable end is an end', [['14/06/2025', 'X']], [0]],
    ['of equal starts the first in the file', [['02/05/2025', '14/06/2025'], ['02/05/2025']], [0]],
    ['another form of date counts', [['02/05/2025', '14/06/2025'], ['2025-06-14']], []],
    ['an unreadable start does not', [['02/05/2025', '14/06/2025'], ['X']], [0]],
    ['no start at all: the first in the file', [['', '14/06/2025'], ['X']], [0]],
  ])('%s', (_, of, rows) => {
    expect(flagged('SW17STG2', of)).toEqual(rows);
    expect(flagged('SW17STG2', of, '')).toEqual(rows);
  });

  it('looks at each child', () => {
    const SWEpisodes = [...spells('101', ['02/05/2025', '03/05/2025']), ...spells('102', ['14/06/2025'])];
    expect(check(rule('SW17STG2'), { SWEpisodes })).toEqual({ SWEpisodes: [0] });
  });
});

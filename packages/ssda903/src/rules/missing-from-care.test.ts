import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { missingFromCareRules } from './missing-from-care.ts';

const rule = (code: string) => missingFromCareRules.find((each) => each.code === code)!;

type Dates = [from: string, to?: string];

/** Whether the child's only missing period is flagged beside these episodes. */
const flagged = (code: string, [MIS_START, MIS_END = '']: Dates, ...episodes: Dates[]): boolean => {
  const found = check(rule(code), {
    Missing: [{ CHILD: '101', MIS_START, MIS_END }],
    Episodes: episodes.map(([DECOM, DEC = '']) => ({ CHILD: '101', DECOM, DEC })),
  });
  return found.Missing !== undefined;
};

describe('575 open although the episode ended', () => {
  it.each([
    ['01/05/2025', '', false],
    ['02/05/2025', '', true],
    ['14/06/2025', '', true],
    ['15/06/2025', '', false],
    ['', '', false],
    ['10/06/2025', '20/06/2025', false],
    ['10/06/2025', 'UNREADABLE', false],
  ])('missing from %j to %j, episode from 02/05 to 14/06: %s', (start, end, expected) => {
    expect(flagged('575', [start, end], ['02/05/2025', '14/06/2025'])).toBe(expected);
  });

  it('needs both dates of the episode', () => {
    expect(flagged('575', ['10/06/2025'], ['02/05/2025'])).toBe(false);
    expect(flagged('575', ['10/06/2025'], ['', '14/06/2025'])).toBe(false);
  });

  it('takes any episode of the same child', () => {
    expect(flagged('575', ['10/06/2025'], ['02/05/2025'], ['02/05/2025', '14/06/2025'])).toBe(true);
    const others = {
      Missing: [{ CHILD: '101', MIS_START: '10/06/2025' }],
      Episodes: [{ CHILD: '102', DECOM: '02/05/2025', DEC: '14/06/2025' }],
    };
    expect(check(rule('575'), others)).toEqual({});
  });
});

const SPRING: Dates = ['02/05/2025', '14/06/2025'];
const AUTUMN: Dates = ['01/09/2025', '30/09/2025'];

describe('577 open or ending outside care', () => {
  it.each<[string, Dates, boolean, Dates[]]>([
    ['ends the day before care began', ['01/04/2025', '01/05/2025'], true, [SPRING]],
    ['ends the day care began', ['01/04/2025', '02/05/2025'], false, [SPRING]],
    ['ends the day care ended', ['10/06/2025', '14/06/2025'], false, [SPRING]],
    ['ends the day after', ['10/06/2025', '15/06/2025'], true, [SPRING]],
    ['open after care ended', ['10/06/2025'], true, [SPRING]],
    ['open while in care', ['10/06/2025'], false, [['02/05/2025']]],
    ['open since before care', ['01/05/2025'], true, [['02/05/2025']]],
    ['an unreadable end is open', ['10/06/2025', 'UNREADABLE'], true, [SPRING]],
    ['no start', ['', '20/06/2025'], false, [SPRING]],
    ['ends between two periods', ['10/06/2025', '01/08/2025'], true, [SPRING, AUTUMN]],
    ['ends in the second period', ['10/06/2025', '02/09/2025'], false, [AUTUMN, SPRING]],
    ['open, with care open again', ['02/09/2025'], false, [SPRING, ['01/09/2025']]],
    [
      'episodes that meet are one period',
      ['01/06/2025', '20/08/2025'],
      false,
      [SPRING, ['14/06/2025', '01/09/2025']],
    ],
    ['an open episode runs into the next', ['01/06/2025', '20/08/2025'], false, [['02/05/2025'], AUTUMN]],
    [
      'the last-starting episode ends the period',
      ['01/06/2025', '20/08/2025'],
      true,
      [
        ['02/05/2025', '01/09/2025'],
        ['03/05/2025', '01/08/2025'],
      ],
    ],
    ['no readable episode', ['10/06/2025'], false, [['UNREADABLE', '14/06/2025']]],
    ['no episode at all', ['10/06/2025'], false, []],
  ])('%s', (_, missing, expected, episodes) => {
    expect(flagged('577', missing, ...episodes)).toBe(expected);
  });
});

describe('578 starts outside care', () => {
  it.each<[string, string, boolean, Dates[]]>([
    ['the day before care began', '01/05/2025', true, [SPRING]],
    ['the day care began', '02/05/2025', false, [SPRING]],
    ['the day care ended', '14/06/2025', false, [SPRING]],
    ['the day after', '15/06/2025', true, [SPRING]],
    ['between two periods', '01/08/2025', true, [SPRING, AUTUMN]],
    ['in the second', '02/09/2025', false, [SPRING, AUTUMN]],
    ['care still open', '15/06/2025', false, [['02/05/2025']]],
    ['no start', '', false, [SPRING]],
    ['no readable episode', '15/06/2025', false, [['', '14/06/2025']]],
  ])('%s', (_, start, expected, episodes) => {
    expect(flagged('578', [start], ...episodes)).toBe(expected);
  });
});

describe('580 missing on the 18th birthday', () => {
  const episodeFlagged = (DOB: string, MIS_END: string, DEC: string, REC: string): boolean =>
    check(rule('580'), {
      Missing: [{ CHILD: '101', DOB, MIS_END }],
      Episodes: [{ CHILD: '101', DEC, REC }],
    }).Episodes !== undefined;

  it.each([
    ['14/06/2007', '14/06/2025', '14/06/2025', 'E4A', true],
    ['14/06/2007', '14/06/2025', '14/06/2025', '', true],
    ['14/06/2007', '14/06/2025', '14/06/2025', 'E8', false],
    ['13/06/2007', '14/06/2025', '14/06/2025', 'E4A', false],
    ['15/06/2007', '14/06/2025', '14/06/2025', 'E4A', false],
    ['14/06/2007', '13/06/2025', '14/06/2025', 'E4A', false],
    ['14/06/2007', '14/06/2025', '15/06/2025', 'E4A', false],
    ['', '14/06/2025', '14/06/2025', 'E4A', false],
    ['14/06/2007', '', '', 'E4A', false],
    ['29/02/2008', '28/02/2026', '28/02/2026', 'E4A', true],
    ['29/02/2008', '01/03/2026', '01/03/2026', 'E4A', false],
  ])('born %s, missing to %j, episode to %j with %j: %s', (born, missingTo, ended, reason, expected) => {
    expect(episodeFlagged(born, missingTo, ended, reason)).toBe(expected);
  });
});

describe('581 starts outside every episode', () => {
  it.each<[string, string, boolean, Dates[]]>([
    ['the day before', '01/05/2025', true, [SPRING]],
    ['the first day', '02/05/2025', false, [SPRING]],
    ['the last day', '14/06/2025', false, [SPRING]],
    ['the day after', '15/06/2025', true, [SPRING]],
    ['an open episode', '15/06/2025', false, [['02/05/2025']]],
    ['an episode without a start holds nothing', '15/06/2025', true, [['']]],
    ['one of two', '02/09/2025', false, [SPRING, AUTUMN]],
    ['no start', '', true, [SPRING]],
    ['no episode', '15/06/2025', false, []],
  ])('%s', (_, start, expected, episodes) => {
    expect(flagged('581', [start], ...episodes)).toBe(expected);
  });
});

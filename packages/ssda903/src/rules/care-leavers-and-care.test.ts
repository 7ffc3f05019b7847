import { describe, expect, it } from 'vitest';
import { LEAVER_DETAILS } from '../engine/details.ts';
import type { ExampleReturn } from '../engine/rule.ts';
import { check } from '../engine/testing.ts';
import { careLeaversAndCareRules } from './care-leavers-and-care.ts';

const rule = (code: string) => careLeaversAndCareRules.find((each) => each.code === code)!;
const found = (code: string, example: ExampleReturn) => check(rule(code), example);

const named = (...ids: string[]) => ids.map((CHILD) => ({ CHILD }));
const DETAILS = LEAVER_DETAILS.map((column) => ({ CHILD: '101', [column]: '0' }));

describe('628 motherhood of a care leaver', () => {
  const mother = (MOTHER: string, OC3: Record<string, string>[], ...episodesOf: string[]): boolean =>
    found('628', { Header: [{ CHILD: '101', MOTHER }], Episodes: named(...episodesOf), OC3 }).Header !==
    undefined;

  it.each(DETAILS)('takes %j for a care leaver', (leaver) => {
    expect(mother('1', [leaver])).toBe(true);
    expect(mother('0', [leaver], '102')).toBe(true);
    expect(mother('', [leaver])).toBe(false);
    expect(mother('1', [leaver], '101')).toBe(false);
  });

  it('does not take a blank record, or another’s, for one', () => {
    expect(mother('1', [{ CHILD: '101' }])).toBe(false);
    expect(mother('1', [{ CHILD: '102', IN_TOUCH: 'YES' }])).toBe(false);
    expect(mother('1', [{ CHILD: '101' }, { CHILD: '101', ACTIV: 'F1' }])).toBe(true);
  });

  it('lets a blank CHILD match a blank one', () => {
    const blank = { Header: [{ MOTHER: '1' }], OC3: [{ ACCOM: 'B1' }] };
    expect(found('628', { ...blank, Episodes: [] })).toEqual({ Header: [0] });
    expect(found('628', { ...blank, Episodes: named('') })).toEqual({});
  });
});

describe('1000 died in care', () => {
  it.each<[string, string[], string[], boolean]>([
    ['this year', ['E2'], [], true],
    ['an earlier episode', ['E2', 'E8'], [], true],
    ['last year', [], ['X1', 'E2'], true],
    ['another reason', ['E8', ''], ['X1'], false],
  ])('%s', (_, now, last, expected) => {
    const episodes = (reasons: string[]) => reasons.map((REC) => ({ CHILD: '101', REC }));
    const result = found('1000', {
      Episodes: episodes(now),
      'last Episodes': episodes(last),
      OC3: named('102', '101', '101'),
    });
    expect(result).toEqual(expected ? { OC3: [1, 2] } : {});
  });
});

describe('1002 no episode in either year', () => {
  it.each<[string, string[], string[], number[]]>([
    ['in neither', [], [], [0, 1]],
    ['one this year', ['101'], [], [1]],
    ['one last year', [], ['101'], [1]],
    ['a blank child this year', [''], [], [0]],
    ['a blank child last year', [], ['', '101'], []],
  ])('%s', (_, now, last, rows) => {
    const result = found('1002', {
      Episodes: named(...now),
      'last Episodes': named(...last),
      OC3: named('101', ''),
    });
    expect(result).toEqual(rows.length > 0 ? { OC3: rows } : {});
  });
});

describe('1010 last year’s open episode not carried on', () => {
  const flagged = (last: [DECOM: string, DEC?: string][], now: string[] = [], CHILD = '101'): boolean =>
    found('1010', {
      Episodes: named(...now),
      'last Episodes': last.map(([DECOM, DEC = '']) => ({ CHILD, DECOM, DEC })),
      OC3: named(CHILD),
    }).OC3 !== undefined;

  it.each<[string, [string, string?][], boolean]>([
    ['open', [['02/05/2024']], true],
    ['ended', [['02/05/2024', '14/06/2024']], false],
    ['an unreadable end is an end', [['02/05/2024', 'X']], false],
    ['the latest is open', [['14/06/2024'], ['02/05/2024', '14/06/2024']], true],
    ['the latest has ended', [['14/06/2024', '20/06/2024'], ['02/05/2024']], false],
    ['of equal starts the last in the file', [['02/05/2024', '14/06/2024'], ['02/05/2024']], true],
    ['of equal starts the last in the file has ended', [['02/05/2024'], ['02/05/2024', '14/06/2024']], false],
    ['an episode without a start is left out', [['X'], ['02/05/2024', '14/06/2024']], false],
    ['no readable start', [['']], false],
    ['no episode', [], false],
  ])('%s', (_, last, expected) => {
    expect(flagged(last)).toBe(expected);
  });

  it('is content with any episode this year', () => {
    expect(flagged([['02/05/2024']], ['102'])).toBe(true);
    expect(flagged([['02/05/2024']], ['102', '101'])).toBe(false);
  });

  it('does not put rows without CHILD together: any open one counts', () => {
    expect(flagged([['02/05/2024'], ['14/06/2024', '20/06/2024']], [], '')).toBe(true);
    expect(flagged([['']], [], '')).toBe(false);
    expect(flagged([['02/05/2024']], [''], '')).toBe(false);
  });
});

describe('1011 taken over by another authority', () => {
  const flagged = (...episodes: [DECOM: string, REC: string][]): boolean =>
    found('1011', {
      Episodes: episodes.map(([DECOM, REC]) => ({ CHILD: '101', DECOM, REC })),
      OC3: [{ CHILD: '101', IN_TOUCH: 'YES' }],
    }).OC3 !== undefined;

  it.each<[string, [string, string][], boolean]>([
    [
      'the latest episode',
      [
        ['14/06/2025', 'E3'],
        ['02/05/2025', 'X1'],
      ],
      true,
    ],
    [
      'an earlier one',
      [
        ['02/05/2025', 'E3'],
        ['14/06/2025', 'E8'],
      ],
      false,
    ],
    [
      'of equal starts the first in the file',
      [
        ['02/05/2025', 'E3'],
        ['02/05/2025', 'E8'],
      ],
      true,
    ],
    [
      'of equal starts not the second',
      [
        ['02/05/2025', 'E8'],
        ['02/05/2025', 'E3'],
      ],
      false,
    ],
    ['another reason', [['02/05/2025', 'E3A']], false],
    ['no readable start', [['X', 'E3']], false],
  ])('%s', (_, episodes, expected) => {
    expect(flagged(...episodes)).toBe(expected);
  });

  it('flags records with details only', () => {
    const Episodes = [{ CHILD: '101', DECOM: '02/05/2025', REC: 'E3' }];
    expect(found('1011', { Episodes, OC3: [...DETAILS, ...named('101', '102')] })).toEqual({
      OC3: [0, 1, 2],
    });
  });
});

describe('1014 asylum-seeking status of a care leaver', () => {
  const flagged = (...episodes: [DECOM: string, DEC: string][]): boolean =>
    found('1014', {
      Episodes: episodes.map(([DECOM, DEC]) => ({ CHILD: '101', DECOM, DEC })),
      UASC: named('101'),
      OC3: [{ CHILD: '101', IN_TOUCH: 'YES' }],
    }).OC3 !== undefined;

  it.each<[string, [string, string][], boolean]>([
    ['ended the day before the year', [['02/05/2024', '31/03/2025']], true],
    ['ended on its first day', [['02/05/2024', '01/04/2025']], false],
    ['begins on its last day', [['31/03/2026', '']], false],
    ['begins the day after', [['01/04/2026', '']], true],
    ['open', [['02/05/2024', '']], false],
    ['an unreadable end is open', [['02/05/2024', 'X']], false],
    ['no start', [['', '']], true],
    [
      'one of two in the year',
      [
        ['02/05/2024', '31/03/2025'],
        ['02/05/2025', ''],
      ],
      false,
    ],
    ['no episode', [], false],
  ])('%s', (_, episodes, expected) => {
    expect(flagged(...episodes)).toBe(expected);
  });

  it('flags the records with details and every UASC row of the child', () => {
    const Episodes = [{ CHILD: '101', DECOM: '02/05/2024', DEC: '31/03/2025' }];
    const UASC = named('102', '101', '101');
    const all = { OC3: [0, 1, 2], UASC: [1, 2] };
    expect(found('1014', { Episodes, UASC, OC3: [...DETAILS, ...named('101', '102')] })).toEqual(all);
    expect(found('1014', { Episodes, UASC, OC3: named('101') })).toEqual({});
    expect(found('1014', { Episodes, UASC: named('102'), OC3: DETAILS })).toEqual({});
  });
});

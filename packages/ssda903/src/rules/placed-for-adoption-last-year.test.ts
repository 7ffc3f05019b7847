import { describe, expect, it } from 'vitest';
import { check, runExample } from '../engine/testing.ts';
import { placedForAdoptionLastYearRules } from './placed-for-adoption-last-year.ts';

const rule = (code: string) => placedForAdoptionLastYearRules.find((each) => each.code === code)!;

type Decision = readonly [placed: string, ceased?: string, reason?: string];

const rows = (decisions: readonly Decision[], CHILD = '1') =>
  decisions.map(([DATE_PLACED, DATE_PLACED_CEASED = '', REASON_PLACED_CEASED = '']) => ({
    CHILD,
    DATE_PLACED,
    DATE_PLACED_CEASED,
    REASON_PLACED_CEASED,
  }));

/** This year's rows flagged, all of one child. */
const flagged = (code: string, now: readonly Decision[], last: readonly Decision[]) =>
  check(rule(code), { PlacedAdoption: rows(now), 'last PlacedAdoption': rows(last) }).PlacedAdoption ?? [];

describe('559 a decision of an earlier year', () => {
  it.each([
    ['before the year, not reported', [['31/03/2025']], [], [0]],
    ['on 1 April', [['01/04/2025']], [], []],
    ['before the year, reported', [['31/03/2025']], [['31/03/2025']], []],
    ['reported with another date', [['31/03/2025']], [['01/01/2025']], []],
    ['reported without a date', [['31/03/2025']], [['']], [0]],
    ['reported with an unreadable date', [['31/03/2025']], [['x']], [0]],
    ['one of two without a date', [['31/03/2025']], [['31/03/2025'], ['']], [0]],
    ['blank or unreadable this year', [[''], ['x']], [], []],
  ] as const)('%s', (_what, now, last, expected) => {
    expect(flagged('559', now, last)).toEqual(expected);
  });

  it('knows no earlier decision of a row without CHILD', () => {
    expect(
      check(rule('559'), {
        PlacedAdoption: rows([['31/03/2025']], ''),
        'last PlacedAdoption': rows([['31/03/2025']], ''),
      }),
    ).toEqual({ PlacedAdoption: [0] });
  });
});

describe('560 a decision that still stood', () => {
  it.each([
    ['another date', [['02/02/2025']], [['01/02/2025']], [0]],
    ['the same date', [['01/02/2025']], [['01/02/2025']], []],
    ['the same day written differently', [['1/2/2025']], [['01/02/2025']], [0]],
    ['the same unreadable text', [['x']], [['x']], []],
    ['blank this year', [['']], [['01/02/2025']], [0]],
    ['blank last year', [['01/02/2025']], [['']], []],
    ['reversed last year', [['02/02/2025']], [['01/02/2025', '01/03/2025']], []],
    ['reversed last year on an unreadable date', [['02/02/2025']], [['01/02/2025', 'x']], []],
    ['only a reason last year', [['02/02/2025']], [['01/02/2025', '', 'RD1']], [0]],
    ['one of several differs', [['01/02/2025'], ['01/06/2025']], [['01/02/2025']], [1]],
    ['no decision last year', [['01/02/2025']], [], []],
  ] as const)('%s', (_what, now, last, expected) => {
    expect(flagged('560', now, last)).toEqual(expected);
  });
});

describe('561 a decision that was reversed', () => {
  it.each([
    ['repeated, reversed with a date', [['01/02/2025']], [['01/02/2025', '01/03/2025']], [0]],
    ['repeated, reversed with a reason', [['01/02/2025']], [['01/02/2025', '', 'RD1']], [0]],
    ['repeated, not reversed', [['01/02/2025']], [['01/02/2025']], []],
    ['another date', [['02/02/2025']], [['01/02/2025', '01/03/2025']], []],
    ['the same day written differently', [['1/2/2025']], [['01/02/2025', '01/03/2025']], []],
    ['the same unreadable text', [['x']], [['x', '01/03/2025']], [0]],
    ['blank in both years', [['']], [['', '01/03/2025']], []],
    [
      'one of several last year',
      [['01/06/2025'], ['01/02/2025']],
      [
        ['01/01/2025', 'x'],
        ['01/02/2025', 'x'],
      ],
      [1],
    ],
  ] as const)('%s', (_what, now, last, expected) => {
    expect(flagged('561', now, last)).toEqual(expected);
  });
});

describe('584 a new decision', () => {
  it.each([
    ['the same date', [['01/02/2025']], [['01/02/2025', '01/03/2025']], [0]],
    ['an earlier date', [['31/01/2025']], [['01/02/2025', '', 'RD1']], [0]],
    ['a later date, also where its text sorts first', [['01/03/2025']], [['28/02/2025', 'x']], []],
    ['not reversed last year', [['01/02/2025']], [['01/02/2025']], []],
    ['blank this year', [['']], [['01/02/2025', '01/03/2025']], [0]],
    ['unreadable this year', [['x']], [['01/02/2025', '01/03/2025']], [0]],
    ['blank in both years', [['']], [['', '01/03/2025']], [0]],
    ['blank last year', [['01/02/2025']], [['', '01/03/2025']], []],
    [
      'its own row, whatever the others',
      [['01/06/2025'], ['02/06/2025'], ['01/02/2025']],
      [
        ['01/02/2025', 'x'],
        ['01/01/2025', 'x'],
      ],
      [2],
    ],
  ] as const)('%s', (_what, now, last, expected) => {
    expect(flagged('584', now, last)).toEqual(expected);
  });
});

describe('all four', () => {
  it.each(['559', '560', '561', '584'])('%s is skipped without last year’s decisions', (code) => {
    expect(runExample(rule(code), { PlacedAdoption: rows([['01/02/2025']]) }).status).toBe('skipped');
  });

  it.each(['560', '561', '584'])('%s matches only rows of the same child', (code) => {
    const { fails } = rule(code);
    const [now] = fails.PlacedAdoption!;
    const [last] = fails['last PlacedAdoption']!;
    const withChild = (ofNow: string, ofLast: string) =>
      check(rule(code), {
        PlacedAdoption: [{ ...now, CHILD: ofNow }],
        'last PlacedAdoption': [{ ...last, CHILD: ofLast }],
      });
    expect(withChild('1', '1')).toEqual({ PlacedAdoption: [0] });
    expect(withChild('1', '2')).toEqual({});
    expect(withChild('', '')).toEqual({});
  });
});

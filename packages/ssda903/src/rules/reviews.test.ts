import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { reviewRules } from './reviews.ts';

/** The rows flagged, each given as date and code of the review and date of birth. */
const flagged = (code: string, rows: readonly (readonly [string, string?, string?])[]) =>
  check(reviewRules.find((each) => each.code === code)!, {
    Reviews: rows.map(([REVIEW, REVIEW_CODE = '', DOB = '']) => ({ REVIEW, REVIEW_CODE, DOB })),
  }).Reviews ?? [];

describe('166 review date', () => {
  it('is readable', () => {
    const dates = ['01/06/2025', '1/6/2025', '', '01/06/25', '31/06/2025', 'x'];
    expect(
      flagged(
        '166',
        dates.map((date) => [date]),
      ),
    ).toEqual([2, 3, 4, 5]);
  });
});

describe('167 how the child took part', () => {
  it('is PN0 to PN7 where there is a review, however its date is written', () => {
    const codes = ['PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7', 'pn7', 'PN8', 'PN', 'PN1 ', ''];
    for (const date of ['01/06/2025', 'x']) {
      expect(
        flagged(
          '167',
          codes.map((code) => [date, code]),
        ),
      ).toEqual([9, 10, 11, 12]);
    }
  });
  it('is blank where there is none', () => {
    expect(
      flagged('167', [
        ['', ''],
        ['', 'PN1'],
        ['', '?'],
      ]),
    ).toEqual([1, 2]);
  });
});

describe('440 and 441: the code and the fourth birthday', () => {
  it.each([
    ['02/06/2025', [440]],
    ['01/06/2025', []],
    ['31/05/2025', [441]],
    ['', []],
    ['x', []],
  ])('held %j by a child who turned 4 on 1 June: %j', (date, wrong) => {
    const codes = ['PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7', 'PN8', ''];
    const rows = codes.map((code) => [date, code, '01/06/2021'] as const);
    expect(flagged('440', rows)).toEqual(wrong.includes(440) ? [0] : []);
    expect(flagged('441', rows)).toEqual(wrong.includes(441) ? [1, 2, 3, 4, 5, 6, 7] : []);
  });

  it('falls on 28 February for a child born on 29 February, except in leap years', () => {
    const born = '29/02/2096';
    expect(
      flagged('440', [
        ['28/02/2100', 'PN0', born],
        ['01/03/2100', 'PN0', born],
      ]),
    ).toEqual([1]);
    expect(
      flagged('441', [
        ['27/02/2100', 'PN1', born],
        ['28/02/2100', 'PN1', born],
      ]),
    ).toEqual([0]);
    expect(
      flagged('441', [
        ['28/02/2024', 'PN1', '29/02/2020'],
        ['29/02/2024', 'PN1', '29/02/2020'],
      ]),
    ).toEqual([0]);
  });

  it('is unknown without a date of birth', () => {
    for (const born of ['', 'x']) {
      expect(flagged('440', [['01/06/2025', 'PN0', born]])).toEqual([]);
      expect(flagged('441', [['01/06/2025', 'PN1', born]])).toEqual([]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { flaggedBy } from '../engine/testing-episodes.ts';
import { episodeDateRules } from './episode-dates.ts';

const flagged = flaggedBy(episodeDateRules);

describe.each([
  ['141', 'DECOM'],
  ['147', 'DEC'],
])('%s an unreadable %s', (code, field) => {
  it.each([
    '31/06/2025',
    '29/02/2025',
    '2025-06-30',
    '30-06-2025',
    '30/06/25',
    'SOON',
    ' ',
    '01/01/1066',
    '01/13/2025',
  ])('flags %j', (written) => expect(flagged(code, [{ [field]: written }])).toEqual([0]));

  it.each(['', '30/06/2025', '1/6/2025', '29/02/2024', '01/01/1900'])('accepts %j', (written) =>
    expect(flagged(code, [{ [field]: written }])).toEqual([]),
  );
});

describe('148 end date and reason together', () => {
  it.each([
    ['', '', []],
    ['', 'X1', [0]],
    ['01/06/2025', '', [0]],
    ['01/06/2025', 'X1', []],
    ['SOON', '', [0]],
    ['SOON', 'E99', []],
    ['', 'E99', [0]],
  ])('DEC %j, REC %j', (DEC, REC, rows) => expect(flagged('148', [{ DEC, REC }])).toEqual(rows));
});

describe('233 reason for placement change on an open episode', () => {
  it.each([
    ['', 'CARPL', [0]],
    ['', 'ANY', [0]],
    ['', '', []],
    ['01/06/2025', 'CARPL', []],
    ['SOON', 'CARPL', []],
  ])('DEC %j, reason %j', (DEC, REASON_PLACE_CHANGE, rows) =>
    expect(flagged('233', [{ DEC, REASON_PLACE_CHANGE }])).toEqual(rows),
  );
});

describe('the limits of a date', () => {
  it.each([
    ['353', 'DECOM', '13/10/1991', [0]],
    ['353', 'DECOM', '14/10/1991', []],
    ['353', 'DECOM', '15/10/1991', []],
    ['353', 'DECOM', '', []],
    ['353', 'DECOM', '1991-10-13', []],
    ['354', 'DECOM', '30/03/2026', []],
    ['354', 'DECOM', '31/03/2026', []],
    ['354', 'DECOM', '01/04/2026', [0]],
    ['354', 'DECOM', '', []],
    ['354', 'DECOM', '2026-04-01', []],
    ['385', 'DEC', '30/03/2026', []],
    ['385', 'DEC', '31/03/2026', []],
    ['385', 'DEC', '01/04/2026', [0]],
    ['385', 'DEC', '', []],
    ['385', 'DEC', '2026-04-01', []],
  ])('%s %s %j', (code, field, written, rows) => expect(flagged(code, [{ [field]: written }])).toEqual(rows));

  it('354 and 385 move with the collection year', () => {
    expect(flagged('354', [{ DECOM: '01/04/2026' }], {}, { year: 2027 })).toEqual([]);
    expect(flagged('385', [{ DEC: '01/04/2027' }], {}, { year: 2027 })).toEqual([0]);
  });
});

describe('355 begun and ended the same day, as written', () => {
  it.each([
    ['01/06/2025', '01/06/2025', [0]],
    ['01/06/2025', '02/06/2025', []],
    ['01/06/2025', '1/06/2025', []],
    ['01/06/2025', '', []],
    ['', '01/06/2025', []],
    ['', '', [0]],
    ['SOON', 'SOON', [0]],
  ])('DECOM %j, DEC %j', (DECOM, DEC, rows) => expect(flagged('355', [{ DECOM, DEC }])).toEqual(rows));
});

describe('356 ended before it began', () => {
  it.each([
    ['02/06/2025', '01/06/2025', [0]],
    ['01/06/2025', '01/06/2025', []],
    ['01/06/2025', '02/06/2025', []],
    ['', '01/06/2025', []],
    ['02/06/2025', '', []],
    ['02/06/2025', '2025-06-01', []],
  ])('DECOM %j, DEC %j', (DECOM, DEC, rows) => expect(flagged('356', [{ DECOM, DEC }])).toEqual(rows));
});

describe('446 placement order before December 2005', () => {
  it.each([
    ['E1', '30/11/2005', [0]],
    ['E1', '01/12/2005', []],
    ['E1', '02/12/2005', []],
    ['D1', '30/11/2005', []],
    ['', '30/11/2005', []],
    ['E1', '', []],
    ['E1', 'SOON', []],
  ])('LS %j, DECOM %j', (LS, DECOM, rows) => expect(flagged('446', [{ LS, DECOM }])).toEqual(rows));
});

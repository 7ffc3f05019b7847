import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { libertyAndPlacementRules } from './liberty-and-placement.ts';

const rule = (code: string) => libertyAndPlacementRules.find((each) => each.code === code)!;

type Dates = [from: string, to?: string];

const found = (code: string, [DOLO_START, DOLO_END = '']: Dates, [DECOM, DEC = '']: Dates, PLACE = '') =>
  check(rule(code), {
    DoLo: [{ CHILD: '101', DOLO_START, DOLO_END }],
    Episodes: [{ CHILD: '101', DECOM, DEC, PLACE }],
  });

describe('707 open or ending outside care', () => {
  it.each<[string, Dates, Dates, boolean]>([
    ['ends the day before care began', ['01/05/2026', '01/06/2026'], ['02/06/2026'], true],
    ['ends the day care began', ['01/05/2026', '02/06/2026'], ['02/06/2026'], false],
    ['ends the day care ended', ['03/06/2026', '14/06/2026'], ['02/06/2026', '14/06/2026'], false],
    ['ends the day after', ['03/06/2026', '15/06/2026'], ['02/06/2026', '14/06/2026'], true],
    ['open after care', ['03/06/2026'], ['02/06/2026', '14/06/2026'], true],
    ['open since before care', ['01/06/2026'], ['02/06/2026'], true],
    ['open in care', ['02/06/2026'], ['02/06/2026'], false],
    ['no start', ['', '15/06/2026'], ['02/06/2026', '14/06/2026'], false],
    ['an unreadable end is open', ['03/06/2026', 'X'], ['02/06/2026', '14/06/2026'], true],
    ['no dated episode', ['03/06/2026'], ['', '14/06/2026'], false],
  ])('%s', (_, order, episode, expected) => {
    expect(found('707', order, episode)).toEqual(expected ? { DoLo: [0] } : {});
  });

  it('fits when one of the periods of care fits', () => {
    const Episodes = [
      { CHILD: '101', DECOM: '01/04/2026', DEC: '14/04/2026' },
      { CHILD: '101', DECOM: '02/06/2026' },
    ];
    expect(check(rule('707'), { Episodes, DoLo: [{ CHILD: '101', DOLO_START: '03/06/2026' }] })).toEqual({});
  });
});

const BOTH = { DoLo: [0], Episodes: [0] };

describe('709 unusual and 710 impossible placements', () => {
  const order: Dates = ['14/06/2026', '14/09/2026'];

  it.each([
    ['K2', {}, {}],
    ['Z12', {}, {}],
    ['Z13', {}, {}],
    ['U6', BOTH, {}],
    ['', BOTH, {}],
    ['K1', BOTH, BOTH],
    ['P1', BOTH, BOTH],
    ['R5', BOTH, BOTH],
    ['K3', BOTH, BOTH],
  ])('%j', (place, unusual, impossible) => {
    expect(found('709', order, ['02/05/2026'], place)).toEqual(unusual);
    expect(found('710', order, ['02/05/2026'], place)).toEqual(impossible);
  });

  it.each<[string, Dates, Dates, boolean]>([
    ['the episode ends the day before', order, ['02/05/2026', '13/06/2026'], false],
    ['the episode ends on the first day', order, ['02/05/2026', '14/06/2026'], true],
    ['the episode begins on the last day', order, ['14/09/2026'], true],
    ['the episode begins the day after', order, ['15/09/2026'], false],
    ['the episode has no start', order, [''], false],
    ['an unreadable end is open', order, ['02/05/2026', 'X'], true],
    ['dates in another form', ['2026-06-14', '14-09-2026'], ['2026-09-14'], true],
    ['an open order', ['14/06/2026'], ['02/05/2026'], false],
    ['an order without a start', ['', '14/09/2026'], ['02/05/2026'], false],
    ['an unreadable start, episode open', ['X', '14/09/2026'], ['02/05/2026'], true],
    ['an unreadable start, episode closed', ['X', '14/09/2026'], ['02/05/2026', '01/10/2026'], false],
    ['an unreadable end of the order', ['14/06/2026', 'X'], ['02/05/2026'], false],
  ])('%s', (_, dates, episode, expected) => {
    expect(found('710', dates, episode, 'K1')).toEqual(expected ? BOTH : {});
  });

  it('flags each pair of the same child', () => {
    const Episodes = ['101', '102', '101'].map((CHILD) => ({ CHILD, DECOM: '02/05/2026', PLACE: 'P1' }));
    const DoLo = ['103', '101'].map((CHILD) => ({ CHILD, DOLO_START: '14/06/2026', DOLO_END: '14/09/2026' }));
    expect(check(rule('710'), { DoLo, Episodes })).toEqual({ DoLo: [1], Episodes: [0, 2] });
  });
});

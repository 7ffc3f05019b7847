import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { leavingCareRules } from './leaving-care.ts';

const rule = (code: string) => leavingCareRules.find((each) => each.code === code)!;

type Cells = Record<string, string>;

/** What is flagged for one child with one episode. */
const found = (code: string, DOB: string, episode: Cells) =>
  check(rule(code), { Header: [{ CHILD: '1', DOB }], Episodes: [{ CHILD: '1', ...episode }] });

/** What is flagged for an episode of a child that Header does not hold. */
const withoutHeader = (code: string, episode: Cells) =>
  check(rule(code), {
    Header: [{ CHILD: '2', DOB: '01/01/2000' }],
    Episodes: [{ CHILD: '1', ...episode }, episode],
  });

const BOTH = { Header: [0], Episodes: [0] };
const EPISODE = { Episodes: [0] };

describe('359 still in care after 18', () => {
  it.each([
    ['18 the day before the year ends', '30/03/2008', {}, EPISODE],
    ['18 on the last day', '31/03/2008', {}, {}],
    ['18 the day after', '01/04/2008', {}, {}],
    ['ended', '30/03/2008', { DEC: '01/05/2025' }, {}],
    ['an unreadable end', '30/03/2008', { DEC: 'SOON' }, {}],
    ["V2 in a children's home", '30/03/2008', { LS: 'V2', PLACE: 'K2' }, {}],
    ['V2 elsewhere', '30/03/2008', { LS: 'V2', PLACE: 'K1' }, EPISODE],
    ['V2, no placement', '30/03/2008', { LS: 'V2' }, EPISODE],
    ["another status in a children's home", '30/03/2008', { LS: 'C2', PLACE: 'K2' }, EPISODE],
    ["no status in a children's home", '30/03/2008', { PLACE: 'K2' }, EPISODE],
    ['no date of birth', '', {}, {}],
  ])('%s', (_, DOB, episode, expected) => {
    expect(found('359', DOB, episode)).toEqual(expected);
  });

  it('passes over children who are not in Header', () => {
    expect(withoutHeader('359', {})).toEqual({});
  });
});

describe('386 adopted at 18', () => {
  it.each([
    ['E11', '31/05/2025', {}],
    ['E11', '01/06/2025', EPISODE],
    ['e12', '02/06/2025', EPISODE],
    ['E13', '02/06/2025', {}],
    ['', '02/06/2025', {}],
    ['E11', '', {}],
    ['E11', '2025-06-02', {}],
  ])('%j on %j, born 01/06/2007', (REC, DEC, expected) => {
    expect(found('386', '01/06/2007', { REC, DEC })).toEqual(expected);
  });

  it('passes over an unknown age', () => {
    expect(found('386', '', { REC: 'E11', DEC: '02/06/2025' })).toEqual({});
    expect(withoutHeader('386', { REC: 'E11', DEC: '02/06/2025' })).toEqual({});
  });
});

describe('387 independence before 14', () => {
  it.each([
    ['E5', '31/05/2025', EPISODE],
    ['E6', '31/05/2025', EPISODE],
    ['E6', '01/06/2025', {}],
    ['E5', '02/06/2025', {}],
    ['E7', '31/05/2025', {}],
    ['E5', '', {}],
    ['E5', '31.05.2025', {}],
  ])('%s on %j, born 01/06/2011', (REC, DEC, expected) => {
    expect(found('387', '01/06/2011', { REC, DEC })).toEqual(expected);
  });

  it('counts an unknown age as too young', () => {
    expect(found('387', '', { REC: 'E5', DEC: '01/06/2025' })).toEqual(EPISODE);
    expect(found('387', '', { REC: 'E5', DEC: '' })).toEqual({});
    expect(withoutHeader('387', { REC: 'E5', DEC: '01/06/2025' })).toEqual({ Episodes: [0, 1] });
  });

  it('flags when one of two Header rows makes the child too young', () => {
    expect(
      check(rule('387'), {
        Header: ['01/06/2009', '01/06/2012'].map((DOB) => ({ CHILD: '1', DOB })),
        Episodes: [{ CHILD: '1', REC: 'E5', DEC: '01/06/2025' }],
      }),
    ).toEqual(EPISODE);
  });
});

describe('389 adult social care before 16', () => {
  it.each([
    ['E7', '31/05/2025', EPISODE],
    ['E7', '01/06/2025', {}],
    ['E7', '', EPISODE],
    ['E7', '01.06.2025', EPISODE],
    ['E5', '31/05/2025', {}],
    ['', '', {}],
  ])('%j on %j, born 01/06/2009', (REC, DEC, expected) => {
    expect(found('389', '01/06/2009', { REC, DEC })).toEqual(expected);
  });

  it('counts an unknown age as too young', () => {
    expect(found('389', 'UNKNOWN', { REC: 'E7', DEC: '01/06/2025' })).toEqual(EPISODE);
    expect(withoutHeader('389', { REC: 'E7', DEC: '01/06/2025' })).toEqual({ Episodes: [0, 1] });
  });
});

describe('407 special guardianship after 18', () => {
  it.each([
    ['E45', '02/06/2025', BOTH],
    ['E46', '02/06/2025', BOTH],
    ['E47', '02/06/2025', BOTH],
    ['E48', '02/06/2025', BOTH],
    ['E45', '01/06/2025', {}],
    ['E45', '31/05/2025', {}],
    ['E44', '02/06/2025', {}],
    ['E45', '', {}],
  ])('%s on %j, born 01/06/2007', (REC, DEC, expected) => {
    expect(found('407', '01/06/2007', { REC, DEC })).toEqual(expected);
  });

  it('flags only the row of Header that makes it so', () => {
    expect(
      check(rule('407'), {
        Header: ['', '01/06/2009', '01/06/2007'].map((DOB) => ({ CHILD: '1', DOB })),
        Episodes: [{ CHILD: '1', REC: 'E45', DEC: '02/06/2025' }],
      }),
    ).toEqual({ Header: [2], Episodes: [0] });
    expect(withoutHeader('407', { REC: 'E45', DEC: '02/06/2025' })).toEqual({});
  });
});

describe('460 stayed on before 18', () => {
  it.each([
    ['01/06/2007', 'E17', '31/05/2025', EPISODE],
    ['01/06/2007', 'E17', '01/06/2025', {}],
    ['01/06/2007', 'E17', '02/06/2025', {}],
    ['29/02/2008', 'E17', '27/02/2026', EPISODE],
    ['29/02/2008', 'E17', '28/02/2026', {}],
    ['01/06/2007', 'E16', '31/05/2025', {}],
    ['01/06/2007', 'E17', '', {}],
    ['', 'E17', '31/05/2025', {}],
  ])('born %j, %s on %j', (DOB, REC, DEC, expected) => {
    expect(found('460', DOB, { REC, DEC })).toEqual(expected);
  });

  it('survives a child standing twice in Header, or not at all', () => {
    expect(
      check(rule('460'), {
        Header: ['01/06/2005', '01/06/2009'].map((DOB) => ({ CHILD: '1', DOB })),
        Episodes: [{ CHILD: '1', REC: 'E17', DEC: '31/05/2025' }],
      }),
    ).toEqual(EPISODE);
    expect(withoutHeader('460', { REC: 'E17', DEC: '31/05/2025' })).toEqual({});
  });
});

describe('516 guardianship to a foster carer', () => {
  it.each([
    ['E45', 'A3', EPISODE],
    ['E46', '', EPISODE],
    ['E46', 'U1 ', EPISODE],
    ['E45', 'U7', EPISODE],
    ['E45', 'u1', {}],
    ['E47', 'P1', {}],
    ['', 'P1', {}],
  ])('%j from %j', (REC, PLACE, expected) => {
    expect(check(rule('516'), { Episodes: [{ CHILD: '1', REC, PLACE }] })).toEqual(expected);
  });

  it('allows every foster placement', () => {
    const Episodes = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'].map((PLACE) => ({ REC: 'E46', PLACE }));
    expect(check(rule('516'), { Episodes })).toEqual({});
  });
});

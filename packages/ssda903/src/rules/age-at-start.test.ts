import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { ageAtStartRules } from './age-at-start.ts';

const rule = (code: string) => ageAtStartRules.find((each) => each.code === code)!;

type Cells = Record<string, string>;

/** What is flagged for one child with one episode. */
const found = (code: string, DOB: string, episode: Cells) =>
  check(rule(code), { Header: [{ CHILD: '1', DOB }], Episodes: [{ CHILD: '1', ...episode }] });

const BOTH = { Header: [0], Episodes: [0] };
const EPISODE = { Episodes: [0] };

describe('234 custody under ten', () => {
  it.each([
    ['01/06/2015', '31/05/2025', BOTH],
    ['01/06/2015', '01/06/2025', {}],
    ['01/06/2015', '02/06/2025', {}],
    ['2015-06-01', '31-05-2025', BOTH],
    ['01.06.2015', '2025-05-31', BOTH],
    ['', '31/05/2025', {}],
    ['01/06/2015', '', {}],
    ['01/06/2015', 'SOON', {}],
  ])('born %j, begun %j', (DOB, DECOM, expected) => {
    expect(found('234', DOB, { DECOM, REASON_PLACE_CHANGE: 'CUSTOD' })).toEqual(expected);
  });

  it('asks about the reason on the same episode, of children in Header', () => {
    expect(found('234', '01/06/2015', { DECOM: '31/05/2025', REASON_PLACE_CHANGE: 'CARPL' })).toEqual({});
    expect(
      check(rule('234'), {
        Header: [{ CHILD: '2', DOB: '01/06/2015' }, { DOB: '01/06/2015' }],
        Episodes: ['1', ''].map((CHILD) => ({ CHILD, DECOM: '31/05/2025', REASON_PLACE_CHANGE: 'CUSTOD' })),
      }),
    ).toEqual({});
  });
});

describe('302 care before birth', () => {
  it.each([
    ['02/06/2025', '01/06/2025', BOTH],
    ['01/06/2025', '01/06/2025', {}],
    ['31/05/2025', '01/06/2025', {}],
    ['', '01/06/2025', {}],
    ['02/06/2025', '', {}],
  ])('born %j, begun %j', (DOB, DECOM, expected) => {
    expect(found('302', DOB, { DECOM, RNE: 'L' })).toEqual(expected);
  });

  it('flags the earliest readable episode only, the first of a tie', () => {
    expect(
      check(rule('302'), {
        Header: [{ CHILD: '1', DOB: '01/01/2026' }, { DOB: '01/01/2026' }, { CHILD: '2', DOB: '01/01/2026' }],
        Episodes: [
          { CHILD: '1', DECOM: 'SOON' },
          { CHILD: '1', DECOM: '03/06/2025' },
          { CHILD: '1', DECOM: '02/06/2025' },
          { CHILD: '1', DECOM: '02/06/2025' },
          { CHILD: '2', DECOM: '' },
          { DECOM: '02/06/2025' },
        ],
      }),
    ).toEqual({ Header: [0], Episodes: [2] });
  });

  it('compares with every row of the child in Header', () => {
    expect(
      check(rule('302'), {
        Header: ['01/01/2025', '01/01/2026'].map((DOB) => ({ CHILD: '1', DOB })),
        Episodes: [{ CHILD: '1', DECOM: '02/06/2025' }],
      }),
    ).toEqual({ Header: [1], Episodes: [0] });
  });
});

describe('352 came into care at 18', () => {
  it.each([
    ['01/06/2007', 'S', '31/05/2025', {}],
    ['01/06/2007', 'S', '01/06/2025', EPISODE],
    ['01/06/2007', 's', '02/06/2025', EPISODE],
    ['01/06/2007', 'L', '02/06/2025', {}],
    ['29/02/2008', 'S', '28/02/2026', EPISODE],
    ['29/02/2008', 'S', '27/02/2026', {}],
    ['', 'S', '02/06/2025', {}],
    ['01/06/2007', 'S', '', {}],
  ])('born %j, %s on %j', (DOB, RNE, DECOM, expected) => {
    expect(found('352', DOB, { RNE, DECOM })).toEqual(expected);
  });

  it('passes over a child who is not in Header', () => {
    expect(
      check(rule('352'), {
        Header: [{ CHILD: '2', DOB: '01/06/2000' }],
        Episodes: [{ CHILD: '1', RNE: 'S', DECOM: '01/06/2025' }],
      }),
    ).toEqual({});
  });
});

describe('358 youth justice under ten', () => {
  it.each([
    ['J1', '31/05/2025', BOTH],
    ['J2', '01/06/2025', BOTH],
    ['J3', '01/06/2025', BOTH],
    ['J1', '02/06/2025', {}],
    ['J4', '31/05/2025', {}],
    ['', '31/05/2025', {}],
    ['J1', '', {}],
  ])('%j from %j, born 01/06/2015', (LS, DECOM, expected) => {
    expect(found('358', '01/06/2015', { LS, DECOM })).toEqual(expected);
  });

  it('passes over an unknown date of birth', () => {
    expect(found('358', '', { LS: 'J1', DECOM: '31/05/2025' })).toEqual({});
  });
});

describe.each([
  ['371', 'K3', '2009'],
  ['372', 'R5', '2015'],
  ['373', 'S1', '2021'],
  ['374', 'P3', '2011'],
])('%s too young for %s', (code, PLACE, yearOfBirth) => {
  const DOB = `01/06/${yearOfBirth}`;
  it.each([
    ['the day before the birthday', { PLACE, DECOM: '31/05/2025', DEC: '01/12/2025' }, EPISODE],
    ['on the birthday', { PLACE, DECOM: '01/06/2025', DEC: '01/12/2025' }, {}],
    ['the day after', { PLACE, DECOM: '02/06/2025', DEC: '01/12/2025' }, {}],
    ['another placement', { PLACE: 'U4', DECOM: '31/05/2025', DEC: '01/12/2025' }, {}],
    ['no placement', { PLACE: '', DECOM: '31/05/2025', DEC: '01/12/2025' }, {}],
    ['still open', { PLACE, DECOM: '31/05/2025', DEC: '' }, {}],
    ['unreadable end', { PLACE, DECOM: '31/05/2025', DEC: '1 DEC' }, {}],
    ['unreadable start', { PLACE, DECOM: '31 MAY', DEC: '01/12/2025' }, {}],
  ])('%s', (_, episode, expected) => {
    expect(found(code, DOB, episode)).toEqual(expected);
  });

  it('needs a date of birth in Header', () => {
    const episode = { PLACE, DECOM: '31/05/2025', DEC: '01/12/2025' };
    expect(found(code, '', episode)).toEqual({});
    expect(
      check(rule(code), { Header: [{ CHILD: '2', DOB }], Episodes: [{ CHILD: '1', ...episode }] }),
    ).toEqual({});
  });
});

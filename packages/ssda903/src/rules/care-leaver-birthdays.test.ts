import { describe, expect, it } from 'vitest';
import { LEAVER_DETAILS } from '../engine/details.ts';
import { check } from '../engine/testing.ts';
import { careLeaverBirthdayRules } from './care-leaver-birthdays.ts';

const rule = (code: string) => careLeaverBirthdayRules.find((each) => each.code === code)!;

/** Whether the care leaver record of somebody born that day is flagged beside these episodes. */
const flagged = (code: string, DOB: string, ...episodes: [DECOM: string, DEC: string][]): boolean =>
  check(rule(code), {
    Episodes: episodes.map(([DECOM, DEC]) => ({ CHILD: '101', DECOM, DEC })),
    OC3: [{ CHILD: '101', DOB, IN_TOUCH: 'YES' }],
  }).OC3 !== undefined;

describe('1007 in care on the birthday', () => {
  it.each([
    ['13/06/2025', '15/06/2025', true],
    ['14/06/2025', '15/06/2025', true],
    ['15/06/2025', '16/06/2025', false],
    ['13/06/2025', '14/06/2025', false],
    ['13/06/2025', '', false],
    ['', '15/06/2025', false],
    ['13/06/2025', 'X', false],
  ])('18 on 14/06/2025, in care from %j to %j: %s', (from, to, expected) => {
    expect(flagged('1007', '14/06/2007', [from, to])).toBe(expected);
  });

  it.each<[string, string, [string, string], boolean]>([
    ['16 at the end of the year', '01/04/2009', ['01/01/2025', '01/05/2026'], false],
    ['17 on the last day', '31/03/2009', ['30/03/2026', '01/04/2026'], true],
    ['18, the birthday of this calendar year', '10/02/2008', ['10/02/2026', '11/02/2026'], true],
    ['18, not that of the last', '10/02/2008', ['01/02/2025', '01/03/2025'], false],
    ['18 until the day after the year', '01/04/2007', ['01/04/2025', '02/04/2025'], true],
    ['19 on the last day', '31/03/2007', ['30/03/2026', '01/04/2026'], false],
    ['born on 29 February', '29/02/2008', ['28/02/2026', '01/03/2026'], true],
    ['born on 29 February, in care from 1 March', '29/02/2008', ['01/03/2026', '02/03/2026'], false],
    ['no date of birth', '', ['01/01/2025', '01/05/2026'], false],
    ['unreadable date of birth', '10/02/08', ['01/01/2025', '01/05/2026'], false],
  ])('%s', (_, born, episode, expected) => {
    expect(flagged('1007', born, episode)).toBe(expected);
  });

  it('checks the others when a date cannot be read', () => {
    expect(flagged('1007', '14/06/2007', ['X', 'X'], ['02/05/2024', '15/06/2025'])).toBe(true);
  });
});

describe('1016 an episode ended on or after the birthday', () => {
  it.each<[string, string, string, boolean]>([
    ['the day before', '14/06/2007', '13/06/2025', false],
    ['the birthday', '14/06/2007', '14/06/2025', true],
    ['the day after', '14/06/2007', '15/06/2025', true],
    ['17, from the 17th on', '14/06/2008', '14/06/2025', true],
    ['17, before', '14/06/2008', '13/06/2025', false],
    ['16', '14/06/2009', '15/06/2025', false],
    ['19', '14/06/2006', '15/06/2025', false],
    ['open', '14/06/2007', '', false],
    ['unreadable end', '14/06/2007', 'X', false],
    ['no date of birth', '', '15/06/2025', false],
    ['17 by the calendar, not by average years', '31/03/2009', '31/03/2026', false],
    ['17 by average years', '30/03/2009', '30/03/2026', true],
    ['18 by the calendar, by average years still 17', '31/03/2008', '31/03/2025', true],
    ['born on 29 February', '29/02/2008', '28/02/2026', true],
    ['born on 29 February, ended before', '29/02/2008', '27/02/2026', false],
  ])('%s', (_, born, ended, expected) => {
    expect(flagged('1016', born, ['02/05/2024', ended])).toBe(expected);
  });

  it('takes any episode of the child', () => {
    expect(flagged('1016', '14/06/2007', ['02/05/2024', '13/06/2025'], ['', '20/06/2025'])).toBe(true);
  });
});

describe.each(['1007', '1016'])('%s details', (code) => {
  it('flags records with details, of the child with the episode', () => {
    const person = { CHILD: '101', DOB: '14/06/2007' };
    const found = check(rule(code), {
      Episodes: [{ CHILD: '101', DECOM: '02/05/2024', DEC: '15/06/2025' }],
      OC3: [
        ...LEAVER_DETAILS.map((column) => ({ ...person, [column]: '0' })),
        person,
        { ...person, CHILD: '102', IN_TOUCH: 'YES' },
        { ...person, DOB: 'X', IN_TOUCH: 'YES' },
      ],
    });
    expect(found).toEqual({ OC3: [0, 1, 2] });
  });
});

describe('3001 with former foster carers at 17', () => {
  const found = (ACCOM: string, ...births: string[]): boolean =>
    check(rule('3001'), {
      Header: births.map((DOB) => ({ CHILD: '101', DOB })),
      OC3: [{ CHILD: '101', ACCOM }],
    }).OC3 !== undefined;

  it.each([
    ['31/03/2008', false],
    ['01/04/2008', true],
    ['31/03/2009', true],
    ['01/04/2009', false],
    ['', false],
    ['01/04/08', false],
  ])('born %j: %s', (born, expected) => {
    expect(found('Z1', born)).toBe(expected);
    expect(found('z2', born)).toBe(expected);
    expect(found('B1', born)).toBe(false);
  });

  it('asks Header, in which any row will do', () => {
    expect(found('Z1')).toBe(false);
    expect(found('Z1', '', '01/05/2007', '01/05/2008')).toBe(true);
    const Header = [{ CHILD: '102', DOB: '01/05/2008' }];
    expect(check(rule('3001'), { Header, OC3: [{ CHILD: '101', DOB: '01/05/2008', ACCOM: 'Z1' }] })).toEqual(
      {},
    );
  });
});

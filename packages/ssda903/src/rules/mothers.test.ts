import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { motherRules } from './mothers.ts';

const rule = (code: string) => motherRules.find((each) => each.code === code)!;

type Cells = Record<string, string>;

const child = (cells: Cells): Cells => ({ CHILD: '1', ...cells });

/** Whether the child's only Header row is flagged. */
const headerFlagged = (code: string, now: Cells, last: Cells = {}, episode: Cells = {}): boolean => {
  const found = check(rule(code), {
    Header: [child(now)],
    'last Header': [child(last)],
    Episodes: [child(episode)],
  });
  return found.Header !== undefined;
};

describe('171 unreadable date of birth of the child', () => {
  it.each([
    ['01/06/2025', false],
    ['1/6/2025', false],
    ['', false],
    ['31/06/2025', true],
    ['01/06/25', true],
    ['UNKNOWN', true],
  ])('%j: %s', (MC_DOB, expected) => {
    expect(headerFlagged('171', { MC_DOB })).toBe(expected);
  });
});

describe('174 a boy with a child', () => {
  it.each([
    ['M', '01/06/2025', true],
    ['M', 'UNREADABLE', true],
    ['M', '', false],
    ['F', '01/06/2025', false],
    ['U', '01/06/2025', false],
    ['', '01/06/2025', false],
  ])('%j with %j: %s', (SEX, MC_DOB, expected) => {
    expect(headerFlagged('174', { SEX, MC_DOB })).toBe(expected);
  });
});

describe('207 no longer a mother', () => {
  it.each([
    ['1', '0', true],
    ['1', '', true],
    ['1', '1.0', true],
    ['1', '1', false],
    ['0', '1', false],
    ['', '1', false],
    ['0', '', false],
  ])('from %j to %j: %s', (last, now, expected) => {
    expect(headerFlagged('207', { MOTHER: now }, { MOTHER: last })).toBe(expected);
  });

  it('asks only about children with an episode this year and a row last year', () => {
    expect(
      check(rule('207'), {
        Header: ['LEAVER', 'NEW', 'BOTH', ''].map((CHILD) => ({ CHILD, MOTHER: '0' })),
        'last Header': ['LEAVER', 'BOTH', ''].map((CHILD) => ({ CHILD, MOTHER: '1' })),
        Episodes: ['NEW', 'BOTH', 'BOTH', ''].map((CHILD) => ({ CHILD })),
      }),
    ).toEqual({ Header: [2] });
  });
});

describe('393 girl in care without an entry', () => {
  it.each([
    ['F', '', 'C2', true],
    ['F', '', '', true],
    ['F', '', 'V3', false],
    ['F', '', 'v4', false],
    ['F', '0', 'C2', false],
    ['M', '', 'C2', false],
    ['2', '', 'C2', false],
  ])('%j, mother %j, legal status %j: %s', (SEX, MOTHER, LS, expected) => {
    expect(headerFlagged('393', { SEX, MOTHER }, {}, { LS })).toBe(expected);
  });

  it('needs one episode that is no short break', () => {
    expect(
      check(rule('393'), {
        Header: [
          { CHILD: 'A', SEX: 'F' },
          { CHILD: 'B', SEX: 'F' },
        ],
        Episodes: [
          { CHILD: 'A', LS: 'V3' },
          { CHILD: 'A', LS: 'V2' },
        ],
      }),
    ).toEqual({ Header: [0] });
  });
});

describe('607 girl who left care without an entry', () => {
  const left = { LS: 'C2', DEC: '31/03/2026', REC: 'E4A' };
  it.each([
    ['a girl who left on the last day', {}, {}, true],
    ['left on the first day', { DEC: '01/04/2025' }, {}, true],
    ['left the day before the year', { DEC: '31/03/2025' }, {}, false],
    ['left the day after the year', { DEC: '01/04/2026' }, {}, false],
    ['no end', { DEC: '' }, {}, false],
    ['an unreadable end', { DEC: '31.03.2026' }, {}, false],
    ['the episode only changed', { REC: 'X1' }, {}, false],
    ['no reason', { REC: '' }, {}, false],
    ['a short break', { LS: 'V4' }, {}, false],
    ['no legal status', { LS: '' }, {}, true],
    ['a boy', {}, { SEX: 'M' }, false],
    ['a girl by the old code', {}, { SEX: '2' }, false],
    ['an entry', {}, { MOTHER: '0' }, false],
    ['another child in Header', {}, { CHILD: '2' }, false],
  ])('%s: %s', (_, episode, header, expected) => {
    const found = check(rule('607'), {
      Episodes: [child({ ...left, ...episode })],
      Header: [child({ SEX: 'F', ...header })],
    });
    expect(found).toEqual(expected ? { Episodes: [0], Header: [0] } : {});
  });

  it('flags every such episode of the child', () => {
    expect(
      check(rule('607'), {
        Episodes: [child(left), child({ ...left, REC: 'X1' }), child({ ...left, DEC: '01/05/2025' })],
        Header: [{ CHILD: '2', SEX: 'F' }, child({ SEX: 'F' })],
      }),
    ).toEqual({ Episodes: [0, 2], Header: [1] });
  });
});

describe("611 mother without her child's date of birth", () => {
  it.each([
    ['1', '', true],
    ['1', '01/06/2025', false],
    ['1', 'UNREADABLE', false],
    ['0', '', false],
    ['', '', false],
    ['1.0', '', false],
  ])('mother %j, %j: %s', (MOTHER, MC_DOB, expected) => {
    expect(headerFlagged('611', { MOTHER, MC_DOB })).toBe(expected);
  });
});

describe("612 no mother, but a child's date of birth", () => {
  it.each([
    ['F', '0', '01/06/2025', true],
    ['F', '', 'UNREADABLE', true],
    ['F', '0', '', false],
    ['F', '1', '01/06/2025', false],
    ['F', '2', '01/06/2025', false],
    ['M', '0', '01/06/2025', false],
    ['', '', '01/06/2025', false],
  ])('%j, mother %j, %j: %s', (SEX, MOTHER, MC_DOB, expected) => {
    expect(headerFlagged('612', { SEX, MOTHER, MC_DOB })).toBe(expected);
  });
});

describe('620 mother under 11', () => {
  it.each([
    ['1', '31/03/2014', false],
    ['1', '01/04/2014', false],
    ['1', '02/04/2014', true],
    ['1', '', false],
    ['1', '02.04.2014', false],
    ['0', '02/04/2014', false],
    ['', '02/04/2014', false],
  ])('mother %j born %j: %s', (MOTHER, DOB, expected) => {
    expect(headerFlagged('620', { MOTHER, DOB })).toBe(expected);
  });
});

describe('621 mother and child', () => {
  it.each([
    ['01/06/2009', '02/06/2009', false],
    ['01/06/2009', '01/06/2009', true],
    ['01/06/2009', '31/05/2009', true],
    ['', '01/06/2025', true],
    ['UNREADABLE', '01/06/2025', true],
    ['01/06/2009', '', false],
    ['01/06/2009', 'UNREADABLE', false],
    ['', '', false],
  ])('born %j, child born %j: %s', (DOB, MC_DOB, expected) => {
    expect(headerFlagged('621', { DOB, MC_DOB, MOTHER: '0' })).toBe(expected);
  });
});

describe("624 child's date of birth against last year", () => {
  it.each([
    ['01/06/2024', '01/06/2024', false],
    ['01/06/2024', '1/6/2024', true],
    ['01/06/2024', '02/06/2024', true],
    ['01/06/2024', '', true],
    ['', '01/06/2024', false],
    ['UNREADABLE', 'unreadable', false],
    ['UNREADABLE', '', true],
  ])('from %j to %j: %s', (last, now, expected) => {
    expect(headerFlagged('624', { MC_DOB: now }, { MC_DOB: last })).toBe(expected);
  });

  it('compares with every row of last year', () => {
    expect(
      check(rule('624'), {
        Header: [{ CHILD: 'NEW', MC_DOB: '' }, child({ MC_DOB: '01/06/2024' })],
        'last Header': [child({}), child({ MC_DOB: '01/06/2024' }), child({ MC_DOB: '02/06/2024' })],
      }),
    ).toEqual({ Header: [1] });
  });
});

describe('625 child born too late', () => {
  const flagged = (MC_DOB: string, ...ends: string[]) =>
    check(rule('625'), { Header: [child({ MC_DOB })], Episodes: ends.map((DEC) => child({ DEC })) });

  it('compares with the latest end, the first of a tie', () => {
    const ends = ['01/05/2025', '01/06/2025', '01/06/2025', ''];
    expect(flagged('01/06/2025', ...ends)).toEqual({});
    expect(flagged('02/06/2025', ...ends)).toEqual({ Header: [0], Episodes: [1] });
  });

  it('compares with 31 March, even when the end is later', () => {
    expect(flagged('31/03/2026', '01/06/2026')).toEqual({});
    expect(flagged('01/04/2026', '01/06/2026')).toEqual({ Header: [0], Episodes: [0] });
  });

  it('passes over a child without a readable end, a blank child and an unreadable birth', () => {
    expect(flagged('01/04/2026', '', 'SOON')).toEqual({});
    expect(flagged('2026-04-01', '01/05/2025')).toEqual({});
    expect(
      check(rule('625'), { Header: [{ MC_DOB: '01/04/2026' }], Episodes: [{ DEC: '01/05/2025' }] }),
    ).toEqual({});
  });
});

describe('626 new mother of an older child', () => {
  it.each([
    ['0', '1', '31/03/2025', true],
    ['0', '1', '01/04/2025', false],
    ['0', '1', '', false],
    ['0', '1', '31-03-2025', false],
    ['0.0', '1.0', '31/03/2025', true],
    ['1', '1', '31/03/2025', false],
    ['', '1', '31/03/2025', false],
    ['0', '', '31/03/2025', false],
    ['0', '0', '31/03/2025', false],
    ['0', 'YES', '31/03/2025', false],
  ])('mother %j last year, %j now, child born %j: %s', (last, now, MC_DOB, expected) => {
    expect(headerFlagged('626', { MOTHER: now, MC_DOB }, { MOTHER: last })).toBe(expected);
  });
});

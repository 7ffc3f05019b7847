import { describe, expect, it } from 'vitest';
import { check, runExample } from '../engine/testing.ts';
import { asylumStatusLastYearRules } from './asylum-status-last-year.ts';

const rule = (code: string) => asylumStatusLastYearRules.find((each) => each.code === code)!;

type Cells = Record<string, string>;

const child = (cells: Cells): Cells => ({ CHILD: '1', ...cells });

/** What is flagged for one child in XML, marked so this year and last; `undefined` for a child not in last year's return. */
const found = (code: string, now: string, last: string | undefined, uasc: Cells = {}, lastUasc: Cells = {}) =>
  check(rule(code), {
    format: 'xml',
    UASC: [child(uasc)],
    Header: [child({ UASC: now })],
    'last UASC': last === undefined ? [] : [child(lastUasc)],
    'last Header': last === undefined ? [] : [child({ UASC: last })],
  });

const BOTH = { UASC: [0], Header: [0] };

describe('205A no longer marked', () => {
  it.each([
    ['no end date', '0', '1', {}, {}, BOTH],
    ['ended on the first day of last year', '0', '1', {}, { DUC: '01/04/2024' }, {}],
    ['ended on its last day', '0', '1', {}, { DUC: '31/03/2025' }, {}],
    ['ended the day before it', '0', '1', {}, { DUC: '31/03/2024' }, BOTH],
    ['ended the day after it', '0', '1', {}, { DUC: '01/04/2025' }, BOTH],
    ["last year's end unreadable", '0', '1', {}, { DUC: '31-03-2025' }, BOTH],
    ['ended last year, but a date now', '0', '1', { DUC: '31/03/2025' }, { DUC: '31/03/2025' }, BOTH],
    ['ended last year, but unreadable now', '0', '1', { DUC: 'SOON' }, { DUC: '31/03/2025' }, BOTH],
    ['marked as a blank now', '', '1', {}, {}, BOTH],
    ['still marked', '1', '1', {}, {}, {}],
    ['not marked last year', '0', '0', { DUC: '31/03/2025' }, {}, {}],
    ['a blank last year', '0', '', { DUC: '31/03/2025' }, {}, {}],
    ['not returned last year', '0', undefined, { DUC: '31/03/2025' }, {}, {}],
  ])('%s', (_, now, last, uasc, lastUasc, expected) => {
    expect(found('205A', now, last, uasc, lastUasc)).toEqual(expected);
  });

  it('cannot happen in CSV for a child in Header, whom the UASC table marks', () => {
    const tables = { UASC: [child({})], 'last UASC': [child({})], 'last Header': [child({})] };
    expect(check(rule('205A'), { ...tables, Header: [child({})] })).toEqual({});
    expect(check(rule('205A'), { ...tables, Header: [{ CHILD: '2' }] })).toEqual({ UASC: [0] });
  });
});

describe('205B marked in both years', () => {
  const eighteen = { DOB: '01/06/2007', DUC: '01/06/2025' };

  it.each([
    ['ends on the first day of the year', '1', '1', { DUC: '01/04/2025' }, eighteen, {}],
    ['ends on its last day', '1', '1', { DUC: '31/03/2026' }, eighteen, {}],
    ['ends the day before', '1', '1', { DUC: '31/03/2025' }, eighteen, BOTH],
    ['ends the day after', '1', '1', { DUC: '01/04/2026' }, eighteen, BOTH],
    [
      'ends as it was returned last year',
      '1',
      '1',
      { DUC: '1/6/2027' },
      { DOB: '01/06/2009', DUC: '01/06/2027' },
      {},
    ],
    ['no end', '1', '1', {}, eighteen, BOTH],
    ['no end in either year', '1', '1', {}, { DOB: '01/06/2007' }, BOTH],
    ['an unreadable end', '1', '1', { DUC: 'SOON' }, eighteen, BOTH],
    [
      "last year's end a day before 18",
      '1',
      '1',
      { DUC: '01/05/2025' },
      { ...eighteen, DUC: '31/05/2025' },
      BOTH,
    ],
    [
      "last year's end a day after 18",
      '1',
      '1',
      { DUC: '01/05/2025' },
      { ...eighteen, DUC: '02/06/2025' },
      BOTH,
    ],
    ['no end last year', '1', '1', { DUC: '01/05/2025' }, { DOB: '01/06/2007' }, BOTH],
    ['no date of birth last year', '1', '1', { DUC: '01/05/2025' }, { DUC: '01/06/2025' }, BOTH],
    ['born on 29 February', '1', '1', { DUC: '01/05/2025' }, { DOB: '29/02/2008', DUC: '28/02/2026' }, {}],
    ['not marked now', '0', '1', {}, {}, {}],
    ['not marked last year', '1', '0', {}, {}, {}],
    ['not returned last year', '1', undefined, {}, {}, {}],
  ])('%s', (_, now, last, uasc, lastUasc, expected) => {
    expect(found('205B', now, last, uasc, lastUasc)).toEqual(expected);
  });

  it('compares with every row of last year', () => {
    expect(
      check(rule('205B'), {
        UASC: [child({ DUC: '01/05/2025' }), { CHILD: '2', DUC: '01/05/2025' }],
        Header: [{ CHILD: '2' }, child({})],
        'last UASC': [child(eighteen), { CHILD: '2', ...eighteen }, child({ DUC: '01/06/2025' })],
        'last Header': [child({}), { CHILD: '2' }],
      }),
    ).toEqual({ UASC: [0], Header: [1] });
  });

  it('in CSV without Header takes a row with sex or end date as a mark', () => {
    const tables = (now: Cells, last: Cells) => ({ UASC: [child(now)], 'last UASC': [child(last)] });
    expect(check(rule('205B'), tables({ SEX: 'M' }, { SEX: 'M' }))).toEqual({ UASC: [0] });
    expect(check(rule('205B'), tables({ DUC: 'SOON' }, { DUC: '01/06/2025' }))).toEqual({ UASC: [0] });
    expect(check(rule('205B'), tables({ DOB: '01/06/2007' }, { SEX: 'M' }))).toEqual({});
    expect(check(rule('205B'), tables({ SEX: 'M' }, { DOB: '01/06/2007' }))).toEqual({});
  });
});

describe('205C an end date, but never marked', () => {
  const DUC = '01/06/2025';
  it.each([
    ['this year', '0', '0', { DUC }, {}, BOTH],
    ['last year', '0', '0', {}, { DUC }, BOTH],
    ['marked with blanks', '', '', { DUC }, {}, BOTH],
    ['not returned last year', '0', undefined, { DUC }, {}, BOTH],
    ['unreadable', '0', '0', { DUC: 'SOON' }, { DUC: '2025-06-01' }, {}],
    ['none', '0', '0', {}, {}, {}],
    ['marked now', '1', '0', { DUC }, {}, {}],
    ['marked last year', '0', '1', { DUC }, {}, {}],
    ['marked YES', 'YES', '0', { DUC }, {}, {}],
  ])('%s', (_, now, last, uasc, lastUasc, expected) => {
    expect(found('205C', now, last, uasc, lastUasc)).toEqual(expected);
  });

  it('flags a row whose child is in no Header, also a blank one', () => {
    expect(
      check(rule('205C'), {
        UASC: [child({ DUC }), { DUC }, { CHILD: '2', DUC }],
        Header: [{ CHILD: '2' }],
        'last UASC': [],
      }),
    ).toEqual({ UASC: [0, 1] });
  });
});

describe('205A, 205B and 205C in XML', () => {
  it.each(['205A', '205B', '205C'])('%s needs Header of both years', (code) => {
    const tables = { format: 'xml', UASC: [], 'last UASC': [] } as const;
    const status = (more: object) => runExample(rule(code), { ...tables, ...more }).status;
    expect(status({ Header: [], 'last Header': [] })).toBe('checked');
    expect(status({ Header: [] })).toBe('skipped');
    expect(status({ 'last Header': [] })).toBe('skipped');
  });
});

describe('205D newly marked', () => {
  it.each([
    ['1', '0', true],
    ['1', '', true],
    ['1', 'YES', true],
    ['1', '1', false],
    ['0', '0', false],
    ['', '0', false],
    ['1', undefined, false],
  ])('%j now, %j last year: %s', (now, last, expected) => {
    expect(found('205D', now, last)).toEqual(expected ? { Header: [0] } : {});
  });

  it('in CSV follows the UASC tables', () => {
    const ids = ['BOTH', 'NOW', 'LAST', 'NEVER', 'NEW', ''].map((CHILD) => ({ CHILD }));
    expect(
      check(rule('205D'), {
        Header: ids,
        UASC: ['BOTH', 'NOW', 'NEW', ''].map((CHILD) => ({ CHILD })),
        'last Header': ids.filter(({ CHILD }) => CHILD !== 'NEW'),
        'last UASC': ['BOTH', 'LAST'].map((CHILD) => ({ CHILD })),
      }),
    ).toEqual({ Header: [1] });
  });

  it('flags the UASC row where Header is missing', () => {
    expect(
      check(rule('205D'), {
        UASC: [child({}), child({ SEX: 'M' }), { CHILD: '2', SEX: 'M' }],
        'last UASC': [child({ DOB: '01/06/2009' })],
      }),
    ).toEqual({ UASC: [1] });
    expect(
      check(rule('205D'), { UASC: [child({ DUC: 'X' })], 'last Header': [child({})], 'last UASC': [] }),
    ).toEqual({ UASC: [0] });
  });

  it('is skipped where a year does not say who seeks asylum', () => {
    const status = (example: object) => runExample(rule('205D'), example).status;
    expect(status({ Header: [], UASC: [], 'last Header': [] })).toBe('skipped');
    expect(status({ Header: [], 'last UASC': [] })).toBe('skipped');
    expect(status({ UASC: [], 'last UASC': [] })).toBe('checked');
    expect(status({ format: 'xml', Header: [], 'last Header': [] })).toBe('checked');
  });
});

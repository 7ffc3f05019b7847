import { describe, expect, it } from 'vitest';
import type { ExampleReturn } from '../engine/rule.ts';
import { check, runExample } from '../engine/testing.ts';
import { asylumSeekingChildrenRules } from './asylum-seeking-children.ts';

const rule = (code: string) => asylumSeekingChildrenRules.find((each) => each.code === code)!;

type Cells = Record<string, string>;

describe('104 date the status ended', () => {
  it('is readable and in or after the year', () => {
    const dates = [
      '',
      '01/04/2025',
      '31/03/2025',
      '01/01/2030',
      '31/06/2025',
      '2025-06-01',
      'NO',
      '1/4/2025',
    ];
    expect(check(rule('104'), { UASC: dates.map((DUC) => ({ CHILD: '1', DUC })) })).toEqual({
      UASC: [2, 4, 5, 6],
    });
  });
});

describe('105 status in XML', () => {
  const Header = ['0', '1', '1.0', ' 1', '', '2', 'YES', '-1', '0X1'].map((UASC) => ({ CHILD: '1', UASC }));

  it('is the number 0 or 1', () => {
    expect(check(rule('105'), { Header })).toEqual({ Header: [4, 5, 6, 7, 8] });
  });

  it('is not asked for in CSV', () => {
    expect(runExample(rule('105'), { Header: [{ CHILD: '1' }] }, { format: 'csv' })).toMatchObject({
      status: 'skipped',
    });
  });
});

describe('231 under 11', () => {
  const births = ['31/03/2015', '01/04/2015', '01/01/2020', '', '2020-01-01'];

  it('counts from 31 March of the year', () => {
    expect(
      check(rule('231'), {
        Header: births.map((DOB, i) => ({ CHILD: `${i}`, DOB })),
        UASC: births.map((_, i) => ({ CHILD: `${i}` })),
      }),
    ).toEqual({ Header: [1, 2] });
  });

  it('asks about children in the UASC table, or marked 1 in XML', () => {
    const young = { DOB: '01/01/2020' };
    expect(
      check(rule('231'), { Header: [{ CHILD: '1', ...young }], UASC: [{ CHILD: '2', ...young }] }),
    ).toEqual({});
    expect(
      check(rule('231'), {
        format: 'xml',
        Header: ['0', '1', '1.0', ''].map((UASC) => ({ CHILD: '1', UASC, ...young })),
      }),
    ).toEqual({ Header: [1] });
  });

  it('is skipped where CSV comes without the UASC table', () => {
    expect(runExample(rule('231'), { Header: [{ CHILD: '1' }] })).toMatchObject({ status: 'skipped' });
  });
});

describe('303 end date without the status', () => {
  const found = (uasc: Cells, header: Cells) =>
    check(rule('303'), {
      format: 'xml',
      UASC: [{ CHILD: '1', DUC: '01/06/2025', ...uasc }],
      Header: [{ CHILD: '1', UASC: '0', ...header }],
    });

  it.each([
    ['marked 0', {}, {}, true],
    ['marked as a blank', {}, { UASC: '' }, true],
    ['marked YES', {}, { UASC: 'YES' }, true],
    ['marked 2', {}, { UASC: '2' }, true],
    ['marked 1', {}, { UASC: '1' }, false],
    ['marked 1.0', {}, { UASC: '1.0' }, false],
    ['an unreadable end', { DUC: 'JUNE' }, {}, true],
    ['no end', { DUC: '' }, {}, false],
    ['another child', {}, { CHILD: '2' }, false],
  ])('%s', (_, uasc, header, expected) => {
    expect(found(uasc, header)).toEqual(expected ? { UASC: [0], Header: [0] } : {});
  });

  it('cannot happen in CSV', () => {
    expect(
      check(rule('303'), { UASC: [{ CHILD: '1', DUC: '01/06/2025' }], Header: [{ CHILD: '1' }] }),
    ).toEqual({});
  });
});

describe('304 status beyond 18', () => {
  it.each([
    ['01/06/2007', '31/05/2025', false],
    ['01/06/2007', '01/06/2025', false],
    ['01/06/2007', '02/06/2025', true],
    ['29/02/2008', '28/02/2026', false],
    ['29/02/2008', '01/03/2026', true],
    ['', '02/06/2025', false],
    ['01/06/2007', '', false],
    ['01/06/2007', '02-06-2025', false],
  ])('born %j, ended %j: %s', (DOB, DUC, expected) => {
    expect(check(rule('304'), { UASC: [{ CHILD: '1', DOB, DUC }] })).toEqual(expected ? { UASC: [0] } : {});
  });
});

const postcodes = ['HO1 1ME', 'PL1 1AA'].map((postcode, i) => ({
  postcode,
  easting: 400_000 + i * 1000,
  northing: 300_000,
  authority: 'E10000007',
}));

const BOTH_KNOWN = { HOME_POST: 'HO1 1ME', PL_POST: 'PL1 1AA' };

describe('392a, 392b and 406: postcodes', () => {
  const found = (code: string, episode: Cells) =>
    check(rule(code), {
      Episodes: [
        { CHILD: 'UASC', LS: 'C2', ...BOTH_KNOWN, ...episode },
        { CHILD: 'OTHER', LS: 'C2', ...BOTH_KNOWN, ...episode },
      ],
      Header: [{ CHILD: 'UASC' }, { CHILD: 'OTHER' }],
      UASC: [{ CHILD: 'UASC' }],
      postcodes,
    });
  const OTHER = { Episodes: [1] };

  it.each([
    ['both known', {}, {}, {}],
    ['in lower case without a space', { HOME_POST: 'ho11me' }, {}, {}],
    ['no home', { HOME_POST: '' }, OTHER, OTHER],
    ['no placement', { PL_POST: '' }, OTHER, OTHER],
    ['neither', { HOME_POST: '', PL_POST: '' }, OTHER, OTHER],
    ['unknown home', { HOME_POST: 'XX1 1XX' }, OTHER, {}],
    ['unknown placement', { PL_POST: 'XX1 1XX' }, OTHER, {}],
    ['no home, no legal status', { HOME_POST: '', LS: '' }, OTHER, OTHER],
    ['no home on a short break', { HOME_POST: '', LS: 'V3' }, {}, {}],
    ['no placement on a short break', { PL_POST: '', LS: 'v4' }, {}, {}],
  ])('%s', (_, episode, noDistance, noPostcode) => {
    expect(found('392a', episode)).toEqual(noDistance);
    expect(found('392b', episode)).toEqual(noPostcode);
  });

  it.each([
    ['both known', {}, true],
    ['on a short break', { LS: 'V3' }, true],
    ['no home', { HOME_POST: '' }, false],
    ['unknown placement', { PL_POST: 'XX1 1XX' }, false],
  ])('406 %s: %s', (_, episode, expected) => {
    expect(found('406', episode)).toEqual(expected ? { Episodes: [0] } : {});
  });
});

describe('392a, 392b and 406: who is known to seek asylum', () => {
  const children = ['NOW', 'LAST', 'NEVER', ''];

  /** The children taken as asylum-seeking: 406 flags them, 392a and 392b flag the others. */
  const known = (tables: ExampleReturn) => {
    const flagged = (code: string, episode: Cells) =>
      (
        check(rule(code), {
          Episodes: children.map((CHILD) => ({ CHILD, ...episode })),
          postcodes,
          ...tables,
        }).Episodes ?? []
      ).map((row) => children[row]);
    const seeking = flagged('406', BOTH_KNOWN);
    const others = children.filter((child) => !seeking.includes(child));
    expect(flagged('392a', {})).toEqual(others);
    expect(flagged('392b', {})).toEqual(others);
    return seeking;
  };
  const header = children.map((CHILD) => ({ CHILD }));
  const filledIn = (CHILD: string) => [{ CHILD, SEX: 'M' }];

  it('by Header of both years, which in CSV follows the UASC tables', () => {
    expect(
      known({
        Header: header,
        UASC: [{ CHILD: 'NOW' }],
        'last Header': header,
        'last UASC': [{ CHILD: 'LAST' }],
      }),
    ).toEqual(['NOW', 'LAST']);
  });

  it('by the mark in XML', () => {
    const marked = children.map((CHILD) => ({ CHILD, UASC: CHILD === 'NOW' ? '1' : '0' }));
    expect(known({ format: 'xml', Header: marked, UASC: filledIn('NEVER') })).toEqual(['NOW']);
  });

  it('by the UASC table where there is no Header, if anything is filled in', () => {
    expect(known({ UASC: filledIn('NOW'), 'last UASC': [{ CHILD: 'LAST', DUC: 'NO' }] })).toEqual([
      'NOW',
      'LAST',
    ]);
    expect(known({ UASC: [{ CHILD: 'NOW' }], 'last UASC': [{ CHILD: 'LAST', DOB: '01/01/2010' }] })).toEqual([
      'LAST',
    ]);
  });

  it('skips 392a and 406 where no table says it, but not 392b', () => {
    const example = { Episodes: [{ CHILD: '1' }], Header: [{ CHILD: '1' }], postcodes };
    expect(runExample(rule('392a'), example)).toMatchObject({ status: 'skipped' });
    expect(runExample(rule('406'), example)).toMatchObject({ status: 'skipped' });
    expect(check(rule('392b'), example)).toEqual({ Episodes: [0] });
  });
});

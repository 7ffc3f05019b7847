import { describe, expect, it } from 'vitest';
import { check, runExample } from '../engine/testing.ts';
import { careLeaverTimeInCareRules } from './care-leaver-time-in-care.ts';

const [rule1001] = careLeaverTimeInCareRules as [(typeof careLeaverTimeInCareRules)[number]];

type Episode = [DECOM: string, DEC?: string, cells?: Record<string, string>];

const rows = (CHILD: string, of: Episode[]) =>
  of.map(([DECOM, DEC = '', cells = {}]) => ({ CHILD, DECOM, DEC, ...cells }));

/** Somebody else, so that no table is empty and somebody was in care. */
const OTHER = { Header: { CHILD: '9', DOB: '14/06/2012' }, Episodes: { CHILD: '9', DECOM: '02/05/2024' } };

/** Whether the record of somebody with these dates of birth in Header is flagged. */
const flagged = (births: string[], now: Episode[], last: Episode[] = []): boolean =>
  check(rule1001, {
    Header: [OTHER.Header, ...births.map((DOB) => ({ CHILD: '101', DOB }))],
    Episodes: [OTHER.Episodes, ...rows('101', now)],
    'last Episodes': [OTHER.Episodes, ...rows('101', last)],
    OC3: [{ CHILD: '101' }],
  }).OC3 !== undefined;

const AT_17 = ['14/06/2008'];

describe('1001 time in care', () => {
  it.each<[string, string[], Episode[], Episode[], boolean]>([
    ['90 days', AT_17, [['02/05/2025', '31/07/2025']], [], true],
    ['91 days', AT_17, [['02/05/2025', '01/08/2025']], [], false],
    [
      '91 days in three stays',
      AT_17,
      [
        ['02/05/2025', '01/06/2025'],
        ['02/07/2025', '01/08/2025'],
      ],
      [['01/01/2025', '01/02/2025']],
      false,
    ],
    ['days before 14 do not count', ['01/06/2011'], [['01/04/2025', '30/08/2025']], [], true],
    [
      '90 days since 14',
      ['01/06/2009'],
      [
        ['01/04/2023', '30/08/2023'],
        ['01/06/2025', '02/06/2025'],
      ],
      [],
      false,
    ],
    ['none since 16', ['01/06/2009'], [['01/01/2025', '01/06/2025']], [], true],
    ['one day since 16', ['01/06/2009'], [['01/01/2025', '02/06/2025']], [], false],
    [
      'a stay of a negative length takes nothing away',
      AT_17,
      [
        ['02/05/2025', '01/08/2025'],
        ['01/01/2026', '01/01/2025'],
      ],
      [],
      false,
    ],
    ['the latest, open, runs to the end of the year', AT_17, [['30/12/2025']], [], false],
    ['and not a day longer', AT_17, [['31/12/2025']], [], true],
    ['an earlier open one counts nothing', AT_17, [['02/05/2025'], ['01/03/2026', '31/03/2026']], [], true],
    ['an unreadable end is open', AT_17, [['30/12/2025', 'X']], [], false],
    [
      'without a start it counts from the birthday',
      AT_17,
      [
        ['', '01/08/2025'],
        ['01/03/2026', '02/03/2026'],
      ],
      [],
      false,
    ],
    ['no readable start at all', AT_17, [['', '01/08/2025']], [], false],
    ['no readable start and no end', AT_17, [['']], [], true],
    ['short breaks do not count', AT_17, [['02/05/2025', '01/08/2025', { LS: 'V3' }]], [], true],
    ['a series of short breaks neither', AT_17, [['02/05/2025', '01/08/2025', { LS: 'V4' }]], [], true],
    [
      'the same start in both years counts once, by the first end',
      AT_17,
      [['02/01/2025', '01/08/2025']],
      [['02/01/2025', '20/01/2025']],
      true,
    ],
    ['and the open one gives way', AT_17, [['02/01/2025', '01/08/2025']], [['02/01/2025']], false],
    [
      '20 on the last day of the year',
      ['31/03/2006'],
      [['02/05/2025', '01/08/2025']],
      [['01/04/2024', '31/03/2025']],
      true,
    ],
    ['20 the day after', ['01/04/2006'], [['02/05/2025', '01/08/2025']], [], false],
    ['not in Header', [], [['02/05/2025', '01/08/2025']], [], true],
    ['unreadable date of birth', ['X'], [['02/05/2025', '01/08/2025']], [], true],
    ['two rows in Header count twice', [...AT_17, ...AT_17], [['02/05/2025', '17/06/2025']], [], false],
    ['no episode', AT_17, [], [], true],
    [
      'born on 29 February, 14 on the 28th',
      ['29/02/2008'],
      [
        ['01/01/2022', '29/05/2022'],
        ['01/06/2025', '02/06/2025'],
      ],
      [],
      false,
    ],
  ])('%s', (_, births, now, last, expected) => {
    expect(flagged(births, now, last)).toBe(expected);
  });

  it.each<[string, Episode[], boolean]>([
    ['the latest episode', [['02/05/2025', '01/08/2025', { REC: 'E11' }]], true],
    ['the latest episode, single adopter', [['02/05/2025', '01/08/2025', { REC: 'E12' }]], true],
    ['an earlier one', [['02/05/2025', '01/08/2025', { REC: 'E11' }], ['02/08/2025']], false],
    ['another reason', [['02/05/2025', '01/08/2025', { REC: 'E13' }]], false],
  ])('adopted: %s', (_, now, expected) => {
    expect(flagged(AT_17, now)).toBe(expected);
  });

  it('flags every record of those who do not qualify, a blank child among them', () => {
    const found = check(rule1001, {
      Header: [{ CHILD: '101', DOB: '14/06/2008' }],
      Episodes: rows('101', [['02/05/2025', '01/08/2025']]),
      'last Episodes': [OTHER.Episodes],
      OC3: [{ CHILD: '102' }, { CHILD: '101' }, { CHILD: '' }, { CHILD: '102' }],
    });
    expect(found).toEqual({ OC3: [0, 2, 3] });
  });

  it('keeps the rows of the two years apart', () => {
    const found = check(rule1001, {
      Header: [{ CHILD: '101', DOB: '14/06/2008' }, OTHER.Header],
      Episodes: rows('101', [['02/05/2025', '01/08/2025']]),
      'last Episodes': [{ ...OTHER.Episodes, LS: 'V3', REC: 'E11' }],
      OC3: [{ CHILD: '101' }],
    });
    expect(found).toEqual({});
  });

  it('flags nobody where nobody under 20 was in care, short breaks apart', () => {
    const nobody = {
      Header: [{ CHILD: '101', DOB: '31/03/2006' }],
      Episodes: rows('101', [['02/05/2025', '01/08/2025']]),
      'last Episodes': [OTHER.Episodes],
      OC3: [{ CHILD: '101' }],
    };
    expect(check(rule1001, nobody)).toEqual({});
    const withOther = { ...nobody, Header: [...nobody.Header, OTHER.Header] };
    const onShortBreaks = { ...withOther, 'last Episodes': [{ ...OTHER.Episodes, LS: 'V3' }] };
    expect(check(rule1001, onShortBreaks)).toEqual({});
    expect(check(rule1001, withOther)).toEqual({ OC3: [0] });
  });

  it.each(['Header', 'Episodes', 'last Episodes', 'OC3'] as const)('is skipped when %s is empty', (table) => {
    expect(runExample(rule1001, { ...rule1001.fails, [table]: [] })).toMatchObject({ status: 'skipped' });
  });
});

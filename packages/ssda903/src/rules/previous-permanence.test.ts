import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { previousPermanenceRules } from './previous-permanence.ts';

const rule = (code: string) => previousPermanenceRules.find((each) => each.code === code)!;

type Cells = Record<string, string>;
const child = (cells: Cells): Cells => ({ CHILD: '101', ...cells });

const COMPLETE = { PREV_PERM: 'P1', DATE_PERM: '02/05/2019', LA_PERM: '830' };

describe('630 care started without a complete record', () => {
  const flagged = (episode: Cells, ...records: Cells[]): boolean =>
    check(rule('630'), { Episodes: [child(episode)], PrevPerm: records.map(child) }).Episodes !== undefined;

  it.each<[string, Cells[], boolean]>([
    ['no record', [], true],
    ['a complete one', [COMPLETE], false],
    ['no code', [{ ...COMPLETE, PREV_PERM: '' }], true],
    ['no date', [{ ...COMPLETE, DATE_PERM: '' }], true],
    ['no authority', [{ ...COMPLETE, LA_PERM: '' }], true],
    ['Z1 needs neither', [{ PREV_PERM: 'Z1' }], false],
    ['unreadable is not blank', [{ ...COMPLETE, DATE_PERM: 'UNREADABLE' }], false],
    ['one bad row is enough', [COMPLETE, {}], true],
  ])('%s', (_, records, expected) => {
    expect(flagged({ DECOM: '02/05/2025', RNE: 'S' }, ...records)).toBe(expected);
  });

  it.each([
    ['31/03/2025', 'S', false],
    ['01/04/2025', 'S', true],
    ['01/04/2027', 'S', true],
    ['', 'S', false],
    ['01/04/2025', 'P', false],
  ])('asks of an episode that began %j with %j: %s', (DECOM, RNE, expected) => {
    expect(flagged({ DECOM, RNE })).toBe(expected);
  });

  it('lets a blank CHILD match a blank one', () => {
    const Episodes = [{ DECOM: '02/05/2025', RNE: 'S' }];
    expect(check(rule('630'), { Episodes, PrevPerm: [COMPLETE] })).toEqual({});
    expect(check(rule('630'), { Episodes, PrevPerm: [child(COMPLETE)] })).toEqual({ Episodes: [0] });
  });
});

describe('631 and 633 codes', () => {
  const flagged = (code: string, cells: Cells): boolean =>
    check(rule(code), { PrevPerm: [cells] }).PrevPerm !== undefined;

  it.each([
    ['P1', false],
    ['P4', false],
    ['Z1', false],
    ['', false],
    ['P5', true],
    ['P', true],
  ])('previous permanence %j: %s', (PREV_PERM, expected) => {
    expect(flagged('631', { PREV_PERM })).toBe(expected);
  });

  it.each([
    ['800', false],
    ['999', false],
    ['WAL', false],
    ['NUK', false],
    ['', false],
    ['000', true],
    ['80', true],
    ['800.0', true],
    ['ENG', true],
  ])('authority %j: %s', (LA_PERM, expected) => {
    expect(flagged('633', { LA_PERM })).toBe(expected);
  });
});

describe('632 date of the previous order', () => {
  const pair = { Episodes: [0], PrevPerm: [0] };
  const dated = (DATE_PERM: string, ...starts: string[]) =>
    check(rule('632'), {
      Episodes: starts.map((DECOM) => child({ DECOM })),
      PrevPerm: [child({ DATE_PERM })],
    });

  it.each([
    ['01/05/2021', '02/05/2021', {}],
    ['02/05/2021', '02/05/2021', pair],
    ['03/05/2021', '02/05/2021', pair],
    ['ZZ/05/2021', '31/05/2021', pair],
    ['ZZ/05/2021', '01/06/2021', {}],
    ['ZZ/ZZ/2020', '31/12/2020', pair],
    ['ZZ/ZZ/2020', '01/01/2021', {}],
    ['05/ZZ/2020', '04/01/2021', pair],
    ['05/ZZ/2020', '05/01/2021', {}],
    ['ZZ/ZZ/ZZZZ', '31/12/2000', pair],
    ['ZZ/ZZ/ZZZZ', '01/01/2001', {}],
    ['ZZ/ZZ/ZZ', '02/05/2021', pair],
    ['UNREADABLE', '02/05/2021', pair],
    ['', '02/05/2021', {}],
    ['UNREADABLE', '', {}],
  ])('%j before %j', (order, start, expected) => {
    expect(dated(order, start)).toEqual(expected);
  });

  it('compares with the first episode of the child alone', () => {
    expect(dated('10/05/2021', '01/06/2021', '', '02/05/2021')).toEqual({ Episodes: [2], PrevPerm: [0] });
    expect(dated('10/05/2021', '02/05/2021', '02/05/2021')).toEqual(pair);
  });

  it('looks at every record of the child', () => {
    const found = check(rule('632'), {
      Episodes: [child({ DECOM: '02/05/2021' })],
      PrevPerm: [child({ DATE_PERM: '01/05/2021' }), child({ DATE_PERM: '03/05/2021' }), { DATE_PERM: 'X' }],
    });
    expect(found).toEqual({ Episodes: [0], PrevPerm: [1] });
  });
});

describe('634 no episode started this year', () => {
  const records = (record: Cells, ...starts: string[]) =>
    check(rule('634'), {
      Episodes: starts.map((DECOM) => child({ DECOM })),
      PrevPerm: [child(record)],
    });

  it('flags the record and all the episodes of the child', () => {
    expect(records({ PREV_PERM: 'Z1' }, '31/03/2025', '')).toEqual({ Episodes: [0, 1], PrevPerm: [0] });
    expect(records({ PREV_PERM: 'Z1' }, '31/03/2025', '01/04/2025')).toEqual({});
  });

  it('takes any of the three details', () => {
    const all = { Episodes: [0], PrevPerm: [0] };
    expect(records({ DATE_PERM: 'UNREADABLE' }, '31/03/2025')).toEqual(all);
    expect(records({ LA_PERM: '830' }, '31/03/2025')).toEqual(all);
    expect(records({}, '31/03/2025')).toEqual({});
  });

  it('leaves out a child without a readable episode', () => {
    expect(records({ PREV_PERM: 'Z1' }, '')).toEqual({});
    expect(records({ PREV_PERM: 'Z1' })).toEqual({});
  });
});

describe('635 details without a code', () => {
  it.each([
    [{ LA_PERM: '830' }, true],
    [{ DATE_PERM: 'UNREADABLE' }, true],
    [{ LA_PERM: '830', DATE_PERM: '02/05/2019' }, true],
    [{}, false],
    [{ LA_PERM: '830', PREV_PERM: 'Z1' }, false],
    [{ LA_PERM: '830', PREV_PERM: 'X' }, false],
  ])('%j: %s', (record, expected) => {
    expect(check(rule('635'), { PrevPerm: [record] }).PrevPerm !== undefined).toBe(expected);
  });
});

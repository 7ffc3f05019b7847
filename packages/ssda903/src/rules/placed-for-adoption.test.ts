import { describe, expect, it } from 'vitest';
import type { ExampleReturn } from '../engine/rule.ts';
import { check } from '../engine/testing.ts';
import { placedForAdoptionRules } from './placed-for-adoption.ts';

const checking = (code: string, example: ExampleReturn) =>
  check(placedForAdoptionRules.find((each) => each.code === code)!, example);

/** The rows of PlacedAdoption flagged, each given as date of the decision, date and reason of the reversal. */
const flagged = (code: string, rows: readonly (readonly [string, string?, string?])[]) =>
  checking(code, {
    PlacedAdoption: rows.map(([DATE_PLACED, DATE_PLACED_CEASED = '', REASON_PLACED_CEASED = '']) => ({
      CHILD: '1',
      DATE_PLACED,
      DATE_PLACED_CEASED,
      REASON_PLACED_CEASED,
    })),
  }).PlacedAdoption ?? [];

describe('115 and 116: unreadable dates', () => {
  it.each([
    ['115', 'DATE_PLACED'],
    ['116', 'DATE_PLACED_CEASED'],
  ])('%s flags what is written in %s but is no date', (code, column) => {
    const dates = ['01/06/2025', '1/6/2025', '', '01/06/25', '2025-06-01', '29/02/2025', 'x'];
    expect(checking(code, { PlacedAdoption: dates.map((date) => ({ [column]: date })) })).toEqual({
      PlacedAdoption: [3, 4, 5, 6],
    });
  });
});

describe('119, 120 and 563: date and reason of the reversal', () => {
  it('119 wants both or neither, whatever is written', () => {
    expect(
      flagged('119', [
        ['', '01/06/2025'],
        ['', 'soon'],
        ['', '', 'RD1'],
        ['', '', '?'],
        ['', 'soon', '?'],
        ['01/06/2025'],
      ]),
    ).toEqual([0, 1, 2, 3]);
  });
  it('120 accepts RD1 to RD4 and blank', () => {
    const reasons = ['RD1', 'RD2', 'RD3', 'RD4', 'rd1', '', 'RD0', 'RD5', 'RD1 ', '1'];
    expect(
      flagged(
        '120',
        reasons.map((reason) => ['', '', reason]),
      ),
    ).toEqual([6, 7, 8, 9]);
  });
  it('563 wants the date of a decision that was reversed with date and reason', () => {
    expect(
      flagged('563', [
        ['', '01/06/2025', 'RD1'],
        ['', 'soon', '?'],
        ['01/05/2025', '01/06/2025', 'RD1'],
        ['soon', '01/06/2025', 'RD1'],
        ['', '01/06/2025'],
        ['', '', 'RD1'],
      ]),
    ).toEqual([0, 1]);
  });
});

describe('184 decision and birth', () => {
  it.each([
    ['02/06/2025', '01/06/2025', true],
    ['01/06/2025', '01/06/2025', false],
    ['31/05/2025', '01/06/2025', false],
    ['', '01/06/2025', true],
    ['x', '01/06/2025', true],
    ['01/06/2025', '', false],
    ['01/06/2025', 'x', false],
    ['', '', false],
  ])('born %j, decided %j: flagged %s', (DOB, DATE_PLACED, wrong) => {
    const header = [{ CHILD: '1', DOB: '01/01/2030' }];
    expect(checking('184', { Header: header, PlacedAdoption: [{ CHILD: '1', DOB, DATE_PLACED }] })).toEqual(
      wrong ? { PlacedAdoption: [0] } : {},
    );
  });
});

describe('522 decision and reversal', () => {
  it('flags a reversal before the decision', () => {
    expect(
      flagged('522', [
        ['02/06/2025', '01/06/2025'],
        ['01/06/2025', '01/06/2025'],
        ['31/05/2025', '01/06/2025'],
        ['', '01/06/2025'],
        ['02/06/2025', ''],
        ['02/06/2025', '01/06/25'],
      ]),
    ).toEqual([0]);
  });
});

describe('523 the decision in two tables', () => {
  const compare = (DATE_PLACED: string, DATE_INT: string) =>
    checking('523', {
      PlacedAdoption: [{ CHILD: '1', DATE_PLACED }],
      AD1: [{ CHILD: '1', DATE_INT }],
    });

  it.each([
    ['01/06/2025', '02/06/2025', true],
    ['02/06/2025', '01/06/2025', true],
    ['01/06/2025', '1/6/2025', false],
    ['', '01/06/2025', false],
    ['01/06/2025', '', false],
    ['x', '01/06/2025', false],
    ['', '', false],
  ])('%j and %j: flagged %s', (placed, decided, wrong) => {
    expect(compare(placed, decided)).toEqual(wrong ? { PlacedAdoption: [0], AD1: [0] } : {});
  });

  it('compares every row with every other of the same child', () => {
    expect(
      checking('523', {
        PlacedAdoption: [
          { CHILD: '2', DATE_PLACED: '01/06/2025' },
          { CHILD: '1', DATE_PLACED: '01/06/2025' },
          { CHILD: '1', DATE_PLACED: '02/06/2025' },
          { CHILD: '', DATE_PLACED: '02/06/2025' },
        ],
        AD1: [
          { CHILD: '', DATE_INT: '01/06/2025' },
          { CHILD: '1', DATE_INT: '01/06/2025' },
        ],
      }),
    ).toEqual({ PlacedAdoption: [2], AD1: [1] });
  });
});

describe('525 adoption details after a reversal', () => {
  it.each(['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'])(
    'flags any %s, also an unreadable one',
    (column) => {
      expect(
        checking('525', {
          PlacedAdoption: [
            { CHILD: '1', DATE_PLACED_CEASED: 'x' },
            { CHILD: '1' },
            { CHILD: '1', REASON_PLACED_CEASED: 'RD1' },
            { CHILD: '2', DATE_PLACED_CEASED: '01/06/2025' },
            { CHILD: '', DATE_PLACED_CEASED: '01/06/2025' },
          ],
          AD1: [
            { CHILD: '', [column]: 'x' },
            { CHILD: '1', [column]: 'x' },
            { CHILD: '1', DOB: '01/01/2020' },
            { CHILD: '2' },
          ],
        }),
      ).toEqual({ PlacedAdoption: [0], AD1: [1] });
    },
  );
});

describe('579 one decision at a time', () => {
  it.each([
    ['an open one before it', [['01/04/2025'], ['01/06/2025']], [1]],
    ['an unreadable reversal before it', [['01/04/2025', 'x'], ['01/06/2025']], [1]],
    ['one reversed the day after', [['01/04/2025', '02/06/2025'], ['01/06/2025']], [1]],
    ['one reversed the same day', [['01/04/2025', '01/06/2025'], ['01/06/2025']], []],
    ['rows not in order', [['01/06/2025'], ['01/04/2025', '02/06/2025']], [0]],
    ['no date and an open one before it', [[''], ['01/06/2025']], [0]],
    ['no date and a reversed one before it', [[''], ['01/06/2025', '01/07/2025']], []],
    ['two decisions on one day', [['01/06/2025'], ['01/06/2025', '01/06/2025']], [1]],
    ['two without dates', [['', '01/06/2025'], ['x']], []],
    [
      'an overlap with one further back, which is not seen',
      [['01/04/2025', '01/09/2025'], ['01/09/2025', '02/09/2025'], ['02/09/2025']],
      [],
    ],
  ] as const)('%s', (_what, rows, expected) => {
    expect(flagged('579', rows)).toEqual(expected);
  });

  it('compares within a child, never where CHILD is blank', () => {
    expect(
      checking('579', {
        PlacedAdoption: [
          { CHILD: '1', DATE_PLACED: '01/04/2025' },
          { CHILD: '2', DATE_PLACED: '01/06/2025' },
          { CHILD: '', DATE_PLACED: '01/04/2025' },
          { CHILD: '', DATE_PLACED: '01/06/2025' },
        ],
      }),
    ).toEqual({});
  });
});

describe('583 earlier decisions left standing', () => {
  it.each([
    ['one decision', [['01/06/2025']], []],
    ['the earlier open', [['01/06/2025'], ['31/05/2025']], [1]],
    ['the earlier reversed', [['01/06/2025'], ['31/05/2025', '31/05/2025']], []],
    ['the earlier with an unreadable reversal', [['01/06/2025'], ['31/05/2025', 'x']], [1]],
    ['the later reversed, the earlier open', [['01/06/2025', '02/06/2025'], ['31/05/2025']], [1]],
    ['dates in order, not their text', [['31/01/2025'], ['01/02/2025']], [0]],
    ['an open one without a date', [[''], ['01/06/2025']], [0]],
    ['several earlier ones', [['01/04/2025'], ['01/05/2025', '01/06/2025'], ['01/06/2025'], ['x']], [0, 3]],
    ['no dates at all', [[''], ['']], [1]],
    ['equal dates', [['01/06/2025'], ['01/06/2025']], [1]],
  ] as const)('%s', (_what, rows, expected) => {
    expect(flagged('583', rows)).toEqual(expected);
  });

  it('looks at each child alone, and at none without a CHILD', () => {
    expect(
      checking('583', {
        PlacedAdoption: [
          { CHILD: '1', DATE_PLACED: '01/04/2025' },
          { CHILD: '2', DATE_PLACED: '01/06/2025' },
          { CHILD: '', DATE_PLACED: '01/04/2025' },
          { CHILD: '', DATE_PLACED: '01/06/2025' },
        ],
      }),
    ).toEqual({});
  });
});

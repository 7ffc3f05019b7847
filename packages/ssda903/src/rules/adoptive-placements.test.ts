import { describe, expect, it } from 'vitest';
import type { ExampleReturn } from '../engine/rule.ts';
import { check } from '../engine/testing.ts';
import { adoptivePlacementRules } from './adoptive-placements.ts';

const checking = (code: string, example: ExampleReturn) =>
  check(adoptivePlacementRules.find((each) => each.code === code)!, example);

type Cells = Readonly<Record<string, string>>;

/** Checks episodes and decisions to place of one child. */
const ofChild = (code: string, episodes: readonly Cells[], decisions: readonly Cells[], CHILD = '1') =>
  checking(code, {
    Episodes: episodes.map((cells) => ({ CHILD, ...cells })),
    PlacedAdoption: decisions.map((cells) => ({ CHILD, ...cells })),
  });

const both = { Episodes: [0], PlacedAdoption: [0] };
const adoptive = ['A3', 'A4', 'A5', 'A6'];

describe('117 decisions after the year or after care', () => {
  const left = { DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'E4A' };
  it.each(['DATE_PLACED', 'DATE_PLACED_CEASED'])('compares %s with the end of the last episode', (column) => {
    expect(ofChild('117', [left], [{ [column]: '02/06/2025' }])).toEqual(both);
    expect(ofChild('117', [left], [{ [column]: '01/06/2025' }])).toEqual({});
    expect(ofChild('117', [left], [{ [column]: '32/06/2025' }])).toEqual({});
  });
  it.each(['', 'x'])('compares with 31 March where the end is %j', (DEC) => {
    const open = { DECOM: '01/05/2025', DEC };
    expect(ofChild('117', [open], [{ DATE_PLACED: '01/04/2026' }])).toEqual(both);
    expect(ofChild('117', [open], [{ DATE_PLACED: '31/03/2026' }])).toEqual({});
  });
  it('takes the latest episode that does not go on, the first of two on one day', () => {
    const episodes = [
      { DECOM: '01/04/2025', DEC: '01/05/2025', REC: 'E4A' },
      { DECOM: '01/06/2025', DEC: '01/07/2025', REC: '' },
      { DECOM: '01/06/2025', DEC: '01/09/2025', REC: 'E4A' },
      { DECOM: '01/10/2025', DEC: '01/11/2025', REC: 'X1' },
      { DECOM: 'x', DEC: '01/01/2026', REC: 'E4A' },
    ];
    expect(ofChild('117', episodes, [{ DATE_PLACED: '02/07/2025' }])).toEqual({
      Episodes: [1],
      PlacedAdoption: [0],
    });
    expect(ofChild('117', episodes, [{ DATE_PLACED: '01/07/2025' }])).toEqual({});
  });
  it('passes over children without such an episode', () => {
    const late = [{ DATE_PLACED: '01/04/2027' }];
    expect(ofChild('117', [{ ...left, REC: 'X1' }], late)).toEqual({});
    expect(ofChild('117', [{ ...left, DECOM: '' }], late)).toEqual({});
    expect(ofChild('117', [], late)).toEqual({});
    expect(ofChild('117', [left], late, '')).toEqual({});
  });
  it('flags each late decision of the child', () => {
    const decisions = [{ DATE_PLACED: '01/01/2026' }, {}, { DATE_PLACED_CEASED: '01/01/2026' }];
    expect(ofChild('117', [left], decisions)).toEqual({ Episodes: [0], PlacedAdoption: [0, 2] });
  });
});

describe('118 reversals before the year or before care', () => {
  it.each([
    ['01/06/2025', '31/05/2025', both],
    ['01/06/2025', '01/06/2025', {}],
    ['01/06/2020', '31/03/2025', both],
    ['01/06/2020', '01/04/2025', {}],
    ['01/06/2025', '', {}],
    ['01/06/2025', 'x', {}],
    ['', '01/06/2020', {}],
    ['x', '01/06/2020', {}],
  ])('care from %j, reversed %j: %j', (DECOM, DATE_PLACED_CEASED, expected) => {
    expect(ofChild('118', [{ DECOM }], [{ DATE_PLACED_CEASED }])).toEqual(expected);
  });
  it('takes the first episode that is no short break', () => {
    const episodes = [
      { DECOM: '01/04/2025', LS: 'V3' },
      { DECOM: '01/04/2025', LS: 'V4' },
      { DECOM: '', LS: 'C2' },
      { DECOM: '01/09/2025', LS: 'C2' },
      { DECOM: '01/08/2025', LS: 'C2' },
      { DECOM: '01/08/2025', LS: '' },
    ];
    const expected = { Episodes: [4], PlacedAdoption: [0] };
    expect(ofChild('118', episodes, [{ DATE_PLACED_CEASED: '31/07/2025' }])).toEqual(expected);
    expect(ofChild('118', episodes, [{ DATE_PLACED_CEASED: '01/08/2025' }])).toEqual({});
  });
  it('passes over children on short breaks only, and rows without a child', () => {
    const old = [{ DATE_PLACED_CEASED: '01/06/2020' }];
    expect(ofChild('118', [{ DECOM: '01/04/2025', LS: 'V4' }], old)).toEqual({});
    expect(ofChild('118', [{ DECOM: '01/04/2025' }], old, '')).toEqual({});
    expect(ofChild('118', [], old)).toEqual({});
  });
});

describe('551 adoptive placement without a decision', () => {
  it.each(adoptive)('flags %s without a dated decision', (PLACE) => {
    expect(ofChild('551', [{ PLACE }], [])).toEqual({ Episodes: [0] });
    expect(ofChild('551', [{ PLACE }], [{ DATE_PLACED: '' }])).toEqual({ Episodes: [0] });
    expect(ofChild('551', [{ PLACE }], [{ DATE_PLACED: 'x' }])).toEqual({});
  });
  it('wants a date in each row of the child', () => {
    const dated = { DATE_PLACED: '01/05/2025' };
    expect(ofChild('551', [{ PLACE: 'A3' }, { PLACE: 'A6' }], [dated, {}])).toEqual({ Episodes: [0, 1] });
    expect(ofChild('551', [{ PLACE: 'A3' }], [dated, { CHILD: '2' }])).toEqual({});
  });
  it('lets other placements pass, and finds no decision without a CHILD', () => {
    expect(ofChild('551', [{ PLACE: 'A2' }, { PLACE: '' }, { PLACE: 'U1' }], [])).toEqual({});
    expect(ofChild('551', [{ PLACE: 'A3' }], [{ DATE_PLACED: '01/05/2025' }], '')).toEqual({ Episodes: [0] });
  });
});

describe('552 latest decision and first adoptive placement', () => {
  it.each([
    ['31/05/2025', '01/06/2025', both],
    ['01/06/2025', '01/06/2025', {}],
    ['02/06/2025', '01/06/2025', {}],
    ['', '01/06/2025', {}],
    ['31/05/2025', 'x', {}],
  ])('placed %j, decided %j: %j', (DECOM, DATE_PLACED, expected) => {
    for (const PLACE of adoptive) {
      expect(ofChild('552', [{ DECOM, PLACE }], [{ DATE_PLACED }])).toEqual(expected);
    }
    expect(ofChild('552', [{ DECOM, PLACE: 'U2' }], [{ DATE_PLACED }])).toEqual({});
  });
  it('takes the rows higher up the file of equal ones', () => {
    const episodes = [
      { DECOM: '01/01/2025', PLACE: 'U1' },
      { DECOM: '01/06/2025', PLACE: 'A4' },
      { DECOM: '01/05/2025', PLACE: 'A3' },
      { DECOM: '01/05/2025', PLACE: 'A4' },
      { DECOM: 'x', PLACE: 'A4' },
    ];
    const decisions = [
      { DATE_PLACED: 'x' },
      { DATE_PLACED: '01/01/2025' },
      { DATE_PLACED: '01/09/2025' },
      { DATE_PLACED: '01/09/2025' },
    ];
    expect(ofChild('552', episodes, decisions)).toEqual({ Episodes: [2], PlacedAdoption: [2] });
    expect(ofChild('552', episodes, decisions, '')).toEqual({});
  });
});

describe('553 placement order and decision', () => {
  it('flags an order without any decision, open or not', () => {
    expect(ofChild('553', [{ LS: 'E1' }, { LS: 'E1', DEC: '01/06/2025' }, { LS: 'C2' }, {}], [])).toEqual({
      Episodes: [0, 1],
    });
    expect(ofChild('553', [{ LS: 'E1' }], [{}], '')).toEqual({ Episodes: [0] });
  });
  it('flags reversed decisions while the order is open', () => {
    const decisions = [{}, { DATE_PLACED_CEASED: 'x' }, { REASON_PLACED_CEASED: 'RD1' }];
    expect(ofChild('553', [{ LS: 'E1' }, { LS: 'E1' }], decisions)).toEqual({ PlacedAdoption: [1, 2] });
    expect(ofChild('553', [{ LS: 'E1', DEC: 'x' }], decisions)).toEqual({});
    expect(ofChild('553', [{ LS: 'C2' }], decisions)).toEqual({});
  });
});

describe('554 decision and placement order', () => {
  it.each([
    ['01/06/2025', '02/06/2025', both],
    ['01/06/2025', '01/06/2025', {}],
    ['01/06/2025', '31/05/2025', {}],
    ['01/06/2025', '', {}],
    ['01/06/2025', 'x', {}],
    ['x', '02/06/2025', {}],
  ])('ordered %j, decided %j: %j', (DECOM, DATE_PLACED, expected) => {
    expect(ofChild('554', [{ DECOM, LS: 'E1' }], [{ DATE_PLACED }])).toEqual(expected);
    expect(ofChild('554', [{ DECOM, LS: 'C2' }], [{ DATE_PLACED }])).toEqual({});
  });
  it('sets the first order against every decision', () => {
    const episodes = [
      { DECOM: '', LS: 'E1' },
      { DECOM: '01/07/2025', LS: 'E1' },
      { DECOM: '01/06/2025', LS: 'E1' },
      { DECOM: '01/06/2025', LS: 'E1' },
      { DECOM: '01/04/2025', LS: 'C2' },
    ];
    const decisions = [
      { DATE_PLACED: '02/06/2025' },
      { DATE_PLACED: '01/05/2025' },
      { DATE_PLACED: '01/09/2025' },
    ];
    expect(ofChild('554', episodes, decisions)).toEqual({ Episodes: [2], PlacedAdoption: [0, 2] });
    expect(ofChild('554', episodes, decisions, '')).toEqual({});
  });
});

describe('557 left care unadopted', () => {
  const reversed = { DATE_PLACED_CEASED: 'x', REASON_PLACED_CEASED: 'x' };

  it.each([...adoptive.map((PLACE) => ({ PLACE })), { LS: 'E1' }])('from %j', (towardsAdoption) => {
    const episode = { ...towardsAdoption, REC: 'E4A' };
    expect(ofChild('557', [episode], [])).toEqual({ Episodes: [0] });
    expect(ofChild('557', [episode], [{}])).toEqual(both);
    expect(ofChild('557', [episode], [reversed])).toEqual({});
  });
  it.each(['', 'X1', 'E11', 'E12'])('not where the episode ends with %j', (REC) => {
    expect(ofChild('557', [{ PLACE: 'A3', LS: 'E1', REC }], [{}])).toEqual({});
  });
  it('not from other placements under other orders', () => {
    expect(ofChild('557', [{ PLACE: 'U1', LS: 'C2', REC: 'E4A' }], [{}])).toEqual({});
  });
  it('flags the decisions that still stand, in part or whole', () => {
    const decisions = [
      reversed,
      { ...reversed, DATE_PLACED_CEASED: '' },
      { ...reversed, REASON_PLACED_CEASED: '' },
      { CHILD: '2' },
    ];
    const episodes = [
      { LS: 'E1', REC: 'E4A' },
      { LS: 'E1', REC: 'X1' },
    ];
    expect(ofChild('557', episodes, decisions)).toEqual({ Episodes: [0], PlacedAdoption: [1, 2] });
  });
  it('finds no decision without a CHILD', () => {
    expect(ofChild('557', [{ LS: 'E1', REC: 'E4A' }], [{}], '')).toEqual({ Episodes: [0] });
  });
});

describe('558 adopted although all decisions were reversed', () => {
  const adopted = { REC: 'E11' };
  const reversed = { DATE_PLACED_CEASED: 'x' };
  it.each([
    ['two reversed', [adopted], [reversed, reversed], [0]],
    ['two reversed, E12', [{ REC: 'E12' }], [reversed, reversed], [0]],
    ['one reversed', [adopted], [reversed], []],
    ['one reversed, two adoption episodes', [adopted, { REC: 'X1' }, adopted], [reversed], [0, 2]],
    ['one of two stands', [adopted], [reversed, {}], []],
    ['no decision', [adopted, adopted], [], []],
    ['not adopted', [{ REC: 'E4A' }, { REC: '' }], [reversed, reversed], []],
  ] as const)('%s', (_what, episodes, decisions, expected) => {
    expect(ofChild('558', episodes, decisions).Episodes ?? []).toEqual(expected);
    expect(ofChild('558', episodes, decisions, '')).toEqual({});
  });
});

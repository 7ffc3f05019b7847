import { describe, expect, it } from 'vitest';
import { CORE_HEALTH_ITEMS, HEALTH_ITEMS, OTHER_HEALTH_ITEMS } from '../engine/details.ts';
import { check } from '../engine/testing.ts';
import { healthItemRules } from './health-items.ts';

type Cells = Readonly<Record<string, string>>;

const ALL_YEAR = [{ CHILD: '1', DECOM: '01/04/2019', RNE: 'S' }];
const IN_PART = [{ CHILD: '1', DECOM: '02/04/2025', RNE: 'S' }];
const CORE: Cells = { IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1', SUBSTANCE_MISUSE: '0' };

/** Checks OC2 rows of a child who is in care all year unless their episodes say otherwise. */
const checking = (code: string, rows: readonly Cells[], Episodes: readonly Cells[] = ALL_YEAR) =>
  check(healthItemRules.find((each) => each.code === code)!, {
    OC2: rows.map((cells) => ({ CHILD: '1', ...cells })),
    Episodes,
  });

const flagged = (...asked: Parameters<typeof checking>) => checking(...asked).OC2 ?? [];

describe('181 answers', () => {
  it.each(HEALTH_ITEMS)('of %s are 0, 1 or blank', (column) => {
    const values = ['0', '1', '', '2', 'Y', '1.0', '1 '];
    expect(
      flagged(
        '181',
        values.map((value) => ({ [column]: value })),
      ),
    ).toEqual([3, 4, 5, 6]);
  });
  it('are looked at in each item', () => {
    expect(
      flagged('181', [
        { ...CORE, CONVICTED: '1' },
        { ...CORE, CONVICTED: 'X', HEALTH_CHECK: 'X' },
      ]),
    ).toEqual([1]);
  });
});

describe('182, 544 and 547: core items beside others', () => {
  const without = (column: string) => ({ ...CORE, [column]: '' });

  it.each(OTHER_HEALTH_ITEMS)('182 wants all four beside %s', (other) => {
    const rows = CORE_HEALTH_ITEMS.map((column) => ({ ...without(column), [other]: '?' }));
    expect(flagged('182', [...rows, { [other]: '?' }])).toEqual([0, 1, 2, 3, 4]);
    expect(flagged('182', [{ ...CORE, [other]: '?' }])).toEqual([]);
  });
  it('182 lets some of the four alone pass', () => {
    expect(flagged('182', [...CORE_HEALTH_ITEMS.map(without), {}, CORE])).toEqual([]);
  });
  it.each([
    ['544', 'CONVICTED'],
    ['547', 'HEALTH_CHECK'],
  ])('%s wants all four where %s is 1', (code, column) => {
    for (const value of ['1', '0', '', '1.0', 'X']) {
      const rows = [...CORE_HEALTH_ITEMS.map(without), CORE, {}].map((row) => ({ ...row, [column]: value }));
      expect(flagged(code, rows)).toEqual(value === '1' ? [0, 1, 2, 3, 5] : []);
    }
  });
});

describe('190 not in care all year', () => {
  it.each(HEALTH_ITEMS)('refuses any %s', (column) => {
    const rows = [{ [column]: '?' }, {}, { SDQ_SCORE: '12' }];
    expect(flagged('190', rows)).toEqual([]);
    expect(flagged('190', rows, IN_PART)).toEqual([0]);
    expect(flagged('190', rows, [])).toEqual([0]);
    expect(flagged('190', [{ CHILD: '', [column]: '?' }], [{ DECOM: '01/04/2019' }])).toEqual([0]);
  });
});

describe('191 in care all year', () => {
  it.each(CORE_HEALTH_ITEMS)('needs %s', (column) => {
    const rows = [{ ...CORE, [column]: '' }, CORE];
    expect(checking('191', rows)).toEqual({ OC2: [0] });
    expect(checking('191', rows, IN_PART)).toEqual({});
    expect(checking('191', rows, [])).toEqual({});
  });
  it('needs a row at all: else the first episode is flagged, the higher in the file of two on one day', () => {
    const episodes = [
      { CHILD: '2', DECOM: 'x' },
      { CHILD: '1', DECOM: '01/09/2025', RNE: 'P' },
      { CHILD: '1', DECOM: '' },
      { CHILD: '1', DECOM: '01/06/2025', RNE: 'P' },
      { CHILD: '1', DECOM: '01/06/2025', RNE: 'L' },
      { CHILD: '3', DECOM: '02/04/2025', RNE: 'S' },
      { CHILD: '', DECOM: '01/04/2019' },
    ];
    expect(checking('191', [], episodes)).toEqual({ Episodes: [3] });
    expect(checking('191', [{ CHILD: '9' }], episodes)).toEqual({ Episodes: [3] });
    expect(checking('191', [CORE], episodes)).toEqual({});
  });
});

describe('542, 543, 545 and 546: items by age', () => {
  it.each([
    ['542', 'CONVICTED', '01/04/2016', '0', true],
    ['542', 'CONVICTED', '31/03/2016', '0', false],
    ['542', 'CONVICTED', '01/04/2016', '', false],
    ['543', 'CONVICTED', '30/03/2016', '', true],
    ['543', 'CONVICTED', '31/03/2016', '', false],
    ['543', 'CONVICTED', '30/03/2016', '?', false],
    ['545', 'HEALTH_CHECK', '01/04/2021', '', true],
    ['545', 'HEALTH_CHECK', '31/03/2021', '', false],
    ['545', 'HEALTH_CHECK', '01/04/2021', '?', false],
    ['546', 'HEALTH_CHECK', '31/03/2021', '0', true],
    ['546', 'HEALTH_CHECK', '01/04/2021', '0', false],
    ['546', 'HEALTH_CHECK', '31/03/2021', '', false],
  ])('%s: %s, born %s, %j: flagged %s', (code, column, DOB, value, wrong) => {
    const row = { DOB, [column]: value };
    expect(flagged(code, [row])).toEqual(wrong ? [0] : []);
    expect(
      flagged(code, [
        { ...row, DOB: '' },
        { ...row, DOB: DOB.replace('/20', '/') },
      ]),
    ).toEqual([]);
    const notAllYear = wrong && code === '542' ? [0] : [];
    expect(flagged(code, [row], IN_PART)).toEqual(notAllYear);
    expect(flagged(code, [row], [])).toEqual(notAllYear);
  });
});

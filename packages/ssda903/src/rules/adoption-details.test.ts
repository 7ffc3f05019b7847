import { describe, expect, it } from 'vitest';
import { ADOPTION_DETAILS } from '../engine/details.ts';
import { check } from '../engine/testing.ts';
import { adoptionDetailRules } from './adoption-details.ts';

const rule = (code: string) => adoptionDetailRules.find((each) => each.code === code)!;

type Cells = Record<string, string>;
const child = (cells: Cells): Cells => ({ CHILD: '101', ...cells });

const COMPLETE: Cells = Object.fromEntries(ADOPTION_DETAILS.map((column) => [column, 'X']));

const adoptedOn = [
  ['E11', '31/03/2025', false],
  ['E11', '01/04/2025', true],
  ['E12', '31/03/2026', true],
  ['E12', '01/04/2026', false],
  ['E11', '', false],
  ['E8', '01/05/2025', false],
] as const;

describe('601 incomplete adoption details', () => {
  const found = (episode: Cells, ...details: Cells[]) =>
    check(rule('601'), { Episodes: [child(episode)], AD1: details.map(child) });

  it.each(adoptedOn)('%s on %j: adopted this year %s', (REC, DEC, adopted) => {
    expect(found({ REC, DEC }, {})).toEqual(adopted ? { Episodes: [0], AD1: [0] } : {});
  });

  it.each(ADOPTION_DETAILS)('needs %s', (column) => {
    const details = { ...COMPLETE, [column]: '' };
    expect(found({ REC: 'E11', DEC: '01/05/2025' }, COMPLETE)).toEqual({});
    expect(found({ REC: 'E11', DEC: '01/05/2025' }, COMPLETE, details)).toEqual({ Episodes: [0], AD1: [1] });
  });

  it('compares rows of the same child only', () => {
    const Episodes = [child({ REC: 'E11', DEC: '01/05/2025' })];
    expect(check(rule('601'), { Episodes, AD1: [{ CHILD: '102' }] })).toEqual({});
  });
});

describe('602 details without an adoption', () => {
  const flagged = (details: Cells, ...episodes: Cells[]): boolean =>
    check(rule('602'), { Episodes: episodes.map(child), AD1: [child(details)] }).AD1 !== undefined;

  it.each(adoptedOn)('%s on %j: adopted this year %s', (REC, DEC, adopted) => {
    expect(flagged(COMPLETE, { REC, DEC })).toBe(!adopted);
    expect(flagged({}, { REC, DEC })).toBe(false);
  });

  it.each(ADOPTION_DETAILS)('takes %s for details', (column) => {
    expect(flagged({ [column]: 'X' })).toBe(true);
  });

  it('is content with one adoption among the episodes', () => {
    expect(flagged(COMPLETE, { REC: 'X1', DEC: '01/04/2025' }, { REC: 'E11', DEC: '01/05/2025' })).toBe(
      false,
    );
  });
});

describe('1003 decision before care began', () => {
  const found = (decision: string, ...episodes: [RNE: string, DECOM: string][]) =>
    check(rule('1003'), {
      Episodes: episodes.map(([RNE, DECOM]) => child({ RNE, DECOM })),
      PlacedAdoption: [child({ DATE_PLACED: decision })],
    });

  it.each<[string, string, [string, string][], number | undefined]>([
    ['the day before', '01/05/2025', [['S', '02/05/2025']], 0],
    ['the same day', '02/05/2025', [['S', '02/05/2025']], undefined],
    ['the day after', '03/05/2025', [['S', '02/05/2025']], undefined],
    ['no decision', '', [['S', '02/05/2025']], undefined],
    ['unreadable', '01/05/25', [['S', '02/05/2025']], undefined],
    [
      'the first start counts',
      '01/05/2025',
      [
        ['S', ''],
        ['S', '14/06/2025'],
        ['S', '02/05/2025'],
      ],
      2,
    ],
    [
      'and the first in the file of two',
      '01/05/2025',
      [
        ['S', '02/05/2025'],
        ['S', '02/05/2025'],
      ],
      0,
    ],
    ['other episodes do not', '01/05/2025', [['P', '02/05/2025']], undefined],
    [
      'an earlier one of another kind does not help',
      '01/05/2025',
      [
        ['P', '01/01/2025'],
        ['S', '02/05/2025'],
      ],
      1,
    ],
    ['no readable start', '01/05/2025', [['S', 'X']], undefined],
  ])('%s', (_, decision, episodes, row) => {
    expect(found(decision, ...episodes)).toEqual(
      row === undefined ? {} : { Episodes: [row], PlacedAdoption: [0] },
    );
  });

  it('looks at every decision of the child, and not at other children', () => {
    const result = check(rule('1003'), {
      Episodes: [child({ RNE: 'S', DECOM: '02/05/2025' }), { CHILD: '102', RNE: 'S', DECOM: 'X' }],
      PlacedAdoption: [{ CHILD: '102', DATE_PLACED: '01/05/2025' }, child({ DATE_PLACED: '01/05/2025' })],
    });
    expect(result).toEqual({ Episodes: [0], PlacedAdoption: [1] });
  });
});

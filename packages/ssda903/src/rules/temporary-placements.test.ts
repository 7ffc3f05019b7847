import { describe, expect, it } from 'vitest';
import { flaggedBy } from '../engine/testing-episodes.ts';
import { temporaryPlacementRules } from './temporary-placements.ts';

const flagged = flaggedBy(temporaryPlacementRules);

type Cells = Record<string, string>;

const child = (...episodes: readonly Cells[]): Cells[] =>
  episodes.map((episode) => ({ CHILD: '1', ...episode }));

const TEMPORARY = ['T0', 'T1', 'T2', 'T3', 'T4'];
const OTHERS = ['U4', 'T5', 'T', ''];

describe('226 a reason for placement change around a temporary placement', () => {
  const [usual, away] = [
    { DECOM: '01/05/2025', PLACE: 'U4' },
    { DECOM: '01/06/2025', PLACE: 'T1' },
  ];
  const reason = { REASON_PLACE_CHANGE: 'CARPL' };

  it('flags the temporary episode for its own reason and for that of the episode before', () => {
    expect(flagged('226', child(usual, { ...away, ...reason }))).toEqual([1]);
    expect(flagged('226', child({ ...usual, ...reason }, away))).toEqual([1]);
    expect(flagged('226', child({ ...away, ...reason }))).toEqual([0]);
    expect(flagged('226', child(usual, away))).toEqual([]);
  });

  it('judges the next episode by its own placement type', () => {
    expect(flagged('226', child(away, { ...usual, DECOM: '01/07/2025', ...reason }))).toEqual([]);
    expect(flagged('226', child({ ...away, ...reason }, { ...away, DECOM: '01/07/2025' }))).toEqual([0, 1]);
  });

  it('knows rows without a child by their own reason only', () => {
    expect(flagged('226', [{ ...usual, ...reason }, away, { ...away, ...reason }])).toEqual([2]);
    expect(
      flagged('226', [
        { CHILD: '2', ...usual, ...reason },
        { CHILD: '1', ...away },
      ]),
    ).toEqual([]);
  });

  it('orders by start, undated episodes last', () => {
    expect(flagged('226', child({ ...away, DECOM: 'SOON' }, { ...usual, ...reason }))).toEqual([0]);
  });

  it('knows every temporary code', () => {
    const rows = [...TEMPORARY, ...OTHERS].map((PLACE) => ({ PLACE, ...reason }));
    expect(flagged('226', rows)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('377 more than two placements while the carer was on holiday', () => {
  it('flags all of them from three on, whenever they were', () => {
    const stay = { PLACE: 'T3' };
    expect(flagged('377', child(stay, stay))).toEqual([]);
    expect(flagged('377', child(stay, { PLACE: 'U4' }, stay, { ...stay, DECOM: '01/01/2020' }))).toEqual([
      0, 2, 3,
    ]);
    expect(flagged('377', [...child(stay, stay), { CHILD: '2', ...stay }])).toEqual([]);
    expect(flagged('377', [stay, stay, stay])).toEqual([]);
    expect(flagged('377', child(stay, stay, { PLACE: 'T2' }))).toEqual([]);
  });
});

describe('a temporary placement by itself', () => {
  it('380 is reached by P or B only', () => {
    const rows = ['P', 'B', 'S', 'L', 'T', 'U', ''].map((RNE) => ({ PLACE: 'T1', RNE }));
    expect(flagged('380', rows)).toEqual([2, 3, 4, 5, 6]);
  });

  it('381 ends with X1, or is open', () => {
    const rows = ['X1', '', 'E4A', 'ANY'].map((REC) => ({ PLACE: 'T1', REC }));
    expect(flagged('381', rows)).toEqual([2, 3]);
  });

  it('382 is never a short break', () => {
    const rows = ['V3', 'V4', 'V2', ''].map((LS) => ({ PLACE: 'T1', LS }));
    expect(flagged('382', rows)).toEqual([0, 1]);
  });

  it.each([
    ['380', { RNE: 'S' }],
    ['381', { REC: 'E8' }],
    ['382', { LS: 'V3' }],
  ])('%s knows every temporary code and no other', (code, cells: Cells) => {
    expect(
      flagged(
        code,
        [...TEMPORARY, ...OTHERS].map((PLACE) => ({ PLACE, ...cells })),
      ),
    ).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('383 back to the usual placement', () => {
  const usual = { DECOM: '01/05/2025', PLACE: 'U4', PL_POST: 'DE1 1AA' };
  const away = { DECOM: '01/06/2025', PLACE: 'T1', PL_POST: 'DE22 3NE' };
  const back = { ...usual, DECOM: '08/06/2025', RNE: 'P' };

  it.each([
    [{}, []],
    [{ RNE: 'B' }, [2]],
    [{ RNE: '' }, [2]],
    [{ PLACE: 'U6' }, [2]],
    [{ PLACE: '' }, [2]],
    [{ PL_POST: 'DE1 1AB' }, [2]],
    [{ PL_POST: '' }, [2]],
  ])('back with %j', (difference: Cells, rows) =>
    expect(flagged('383', child(usual, away, { ...back, ...difference }))).toEqual(rows),
  );

  it('a blank on both sides is no agreement', () => {
    const blank = { PL_POST: '' };
    expect(flagged('383', child({ ...usual, ...blank }, away, { ...back, ...blank }))).toEqual([2]);
    expect(flagged('383', child({ ...usual, PLACE: '' }, away, { ...back, PLACE: '' }))).toEqual([2]);
  });

  it('needs two episodes before, the second of them temporary, all of one child', () => {
    expect(flagged('383', child(away, { ...back, PLACE: 'K2' }))).toEqual([]);
    expect(flagged('383', child(usual, { ...away, PLACE: 'U6' }, { ...back, RNE: 'L' }))).toEqual([]);
    expect(flagged('383', [usual, away, { ...back, RNE: 'L' }])).toEqual([]);
    expect(flagged('383', [{ CHILD: '2', ...usual }, ...child(away, { ...back, RNE: 'L' })])).toEqual([]);
  });

  it('compares each of two temporary episodes in a row', () => {
    const again = { ...away, DECOM: '03/06/2025' };
    expect(flagged('383', child(usual, away, again, back))).toEqual([2, 3]);
  });

  it('orders by start, also where it is written otherwise; undated episodes last', () => {
    expect(flagged('383', child({ ...back, RNE: 'L' }, away, usual))).toEqual([0]);
    expect(flagged('383', child({ ...back, DECOM: '2025-06-08', RNE: 'L' }, away, usual))).toEqual([0]);
    expect(flagged('383', child({ ...away, DECOM: '01-06-2025' }, usual, { ...back, RNE: 'L' }))).toEqual([
      2,
    ]);
    expect(flagged('383', child({ ...away, DECOM: 'SOON' }, usual, { ...back, RNE: 'L' }))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { flaggedBy } from '../engine/testing-episodes.ts';
import { placementTypeRules } from './placement-types.ts';

const flagged = flaggedBy(placementTypeRules);

type Cells = Record<string, string>;

describe('217 adoption by the present foster carer', () => {
  const wrong = { PLACE: 'A3', DECOM: '01/04/2015', RNE: 'P' };

  it.each([
    [{}, [0]],
    [{ PLACE: 'A5' }, [0]],
    [{ RNE: '' }, [0]],
    [{ RNE: 'L' }, [0]],
    [{ DECOM: '02/04/2015' }, [0]],
    [{ DECOM: '31/03/2015' }, []],
    [{ DECOM: '' }, []],
    [{ DECOM: '2020-01-01' }, []],
    [{ RNE: 'S' }, []],
    [{ RNE: 'T' }, []],
    [{ RNE: 'U' }, []],
    [{ PLACE: 'A4' }, []],
    [{ PLACE: 'A6' }, []],
    [{ PLACE: '' }, []],
  ])('%j', (difference: Cells, rows) => expect(flagged('217', [{ ...wrong, ...difference }])).toEqual(rows));
});

describe('336 placed for adoption with consent, not fostered before', () => {
  const after = (PLACE: string, next = 'A4') =>
    flagged('336', [
      { CHILD: '1', DECOM: '01/05/2025', PLACE },
      { CHILD: '1', DECOM: '01/06/2025', PLACE: next },
    ]);

  it.each(['A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'])('accepts %s before', (PLACE) => {
    expect(after(PLACE)).toEqual([]);
    expect(after(PLACE, 'A3')).toEqual([]);
  });

  it.each(['K2', 'P1', 'T1', ''])('flags %j before A3 and A4 only', (PLACE) => {
    expect(after(PLACE)).toEqual([1]);
    expect(after(PLACE, 'A3')).toEqual([1]);
    expect(after(PLACE, 'A5')).toEqual([]);
    expect(after(PLACE, 'U4')).toEqual([]);
  });

  it('lets the first dated episode pass, and takes the others in order of their start', () => {
    const [may, june] = [
      { CHILD: '1', DECOM: '01/05/2025' },
      { CHILD: '1', DECOM: '01/06/2025' },
    ];
    expect(flagged('336', [{ ...may, PLACE: 'A3' }])).toEqual([]);
    expect(
      flagged('336', [
        { ...june, PLACE: 'A3' },
        { ...may, PLACE: 'K2' },
      ]),
    ).toEqual([0]);
    expect(
      flagged('336', [
        { CHILD: '1', PLACE: 'A3' },
        { ...may, PLACE: 'K2' },
      ]),
    ).toEqual([0]);
  });

  it('checks everybody although a child has no readable start', () => {
    const undated = { CHILD: '2', DECOM: 'SOON', PLACE: 'A3' };
    const wrong = [
      { CHILD: '1', DECOM: '01/05/2025', PLACE: 'K2' },
      { CHILD: '1', DECOM: '01/06/2025', PLACE: 'A3' },
    ];
    expect(flagged('336', [...wrong, undated])).toEqual([1, 2]);
  });

  it('finds nothing before a row without a child', () => {
    expect(
      flagged('336', [
        { DECOM: '01/05/2025', PLACE: 'U4' },
        { DECOM: '01/06/2025', PLACE: 'A4' },
      ]),
    ).toEqual([1]);
  });
});

it.each([
  ['378', { PLACE: 'P1', LS: 'V2' }, true],
  ['378', { PLACE: 'P1', LS: 'C2' }, false],
  ['378', { PLACE: 'U4', LS: 'V2' }, false],
  ['378', { PLACE: 'P1', LS: '' }, false],
  ['378', { PLACE: '', LS: 'V2' }, false],
  ['390', { REC: 'E11', PLACE: 'U4' }, true],
  ['390', { REC: 'E12', PLACE: '' }, true],
  ['390', { REC: 'E11', PLACE: 'A3' }, false],
  ['390', { REC: 'E11', PLACE: 'A4' }, false],
  ['390', { REC: 'E11', PLACE: 'A5' }, false],
  ['390', { REC: 'E12', PLACE: 'A6' }, false],
  ['390', { REC: 'E13', PLACE: 'U4' }, false],
  ['390', { REC: '', PLACE: 'U4' }, false],
  ['408', { PLACE: 'A5', LS: 'C2' }, true],
  ['408', { PLACE: 'A6', LS: '' }, true],
  ['408', { PLACE: 'A6', LS: 'D1' }, true],
  ['408', { PLACE: 'A6', LS: 'E1' }, false],
  ['408', { PLACE: 'A4', LS: 'C2' }, false],
  ['408', { PLACE: '', LS: 'C2' }, false],
])('%s %j: %s', (code, cells: Cells, wrong) => expect(flagged(code, [cells])).toEqual(wrong ? [0] : []));

import { describe, expect, it } from 'vitest';
import { flaggedBy } from '../engine/testing-episodes.ts';
import { episodeChangeRules } from './episode-changes.ts';

const flagged = flaggedBy(episodeChangeRules);

type Cells = Record<string, string>;

/** Two episodes of one child, the second with what differs from the first. */
const change = (code: string, first: Cells, difference: Cells): readonly number[] => {
  const before = { CHILD: '1', DECOM: '01/05/2025', ...first };
  return flagged(code, [before, { ...before, DECOM: '01/06/2025', ...difference }]);
};

describe('225 no reason for a change of placement', () => {
  const ended = { REC: 'X1', PLACE: 'U6' };

  it.each([
    [ended, { RNE: 'P' }, [0]],
    [ended, { RNE: 'B' }, [0]],
    [ended, { RNE: 'T' }, [0]],
    [ended, { RNE: 'U' }, [0]],
    [ended, { RNE: 'L' }, []],
    [ended, { RNE: 'S' }, []],
    [ended, { RNE: '' }, []],
    [{ ...ended, REC: 'E4A' }, { RNE: 'P' }, []],
    [{ ...ended, REC: '' }, { RNE: 'P' }, []],
    [{ ...ended, REASON_PLACE_CHANGE: 'CARPL' }, { RNE: 'P' }, []],
    [{ ...ended, PLACE: 'T0' }, { RNE: 'P', PLACE: 'U4' }, []],
    [ended, { RNE: 'P', PLACE: 'T4' }, []],
    [{ ...ended, PLACE: '' }, { RNE: 'P' }, [0]],
    [ended, { RNE: 'P', PLACE: '' }, [0]],
  ])('%j, then %j', (first, second, rows) => expect(change('225', first, second)).toEqual(rows));

  it('takes the episodes in order of their start, undated ones last, each child alone', () => {
    const first = { CHILD: '1', DECOM: '01/05/2025', REC: 'X1' };
    const next = { CHILD: '1', DECOM: '01/06/2025', RNE: 'P' };
    expect(flagged('225', [next, first])).toEqual([1]);
    expect(flagged('225', [{ ...next, DECOM: '' }, first])).toEqual([1]);
    expect(flagged('225', [first, { ...next, CHILD: '2' }])).toEqual([]);
    expect(
      flagged('225', [
        { ...first, CHILD: '' },
        { ...next, CHILD: '' },
      ]),
    ).toEqual([]);
  });
});

const FULL = { LS: 'C1', PLACE: 'U4', PL_POST: 'DE1 1AA', URN: 'SC000001', PLACE_PROVIDER: 'PR1' };
const NO_URN = { ...FULL, URN: '' };
const NO_LS = { ...FULL, LS: '' };

const placementChanges: readonly Cells[] = [
  { PLACE: 'U6' },
  { PL_POST: 'DE1 1AB' },
  { URN: 'SC000002' },
  { PLACE_PROVIDER: 'PR4' },
  { URN: '' },
];

describe('434 only the legal status changes', () => {
  it.each([
    [FULL, { RNE: 'L', LS: 'C2' }, []],
    [FULL, { RNE: 'L' }, [1]],
    [FULL, { RNE: 'L', LS: '' }, []],
    [NO_LS, { RNE: 'L' }, []],
    [NO_URN, { RNE: 'L', LS: 'C2' }, []],
    [NO_URN, { RNE: 'L', LS: 'C2', URN: 'SC000001' }, [1]],
    [FULL, { RNE: 'P' }, []],
    [FULL, { RNE: '' }, []],
  ])('%j, then %j', (first, second, rows) => expect(change('434', first, second)).toEqual(rows));

  it.each(placementChanges)('flags %j', (difference) =>
    expect(change('434', FULL, { RNE: 'L', LS: 'C2', ...difference })).toEqual([1]),
  );
});

describe.each(['P', 'T'])('435 only the placement changes (%s)', (RNE) => {
  it.each([
    [FULL, { PLACE: 'U6' }, []],
    [FULL, {}, [1]],
    [FULL, { PLACE: 'U6', LS: 'C2' }, [1]],
    [FULL, { PLACE: 'U6', LS: '' }, [1]],
    [NO_LS, { PLACE: 'U6', LS: 'C1' }, [1]],
    [NO_LS, { PLACE: 'U6' }, [1]],
    [NO_URN, {}, []],
    [FULL, { URN: '' }, []],
  ])('%j, then %j', (first, second, rows) => expect(change('435', first, { RNE, ...second })).toEqual(rows));

  it.each(placementChanges)('accepts %j', (difference) =>
    expect(change('435', FULL, { RNE, ...difference })).toEqual([]),
  );
});

describe.each(['U', 'B'])('436 legal status and placement change (%s)', (RNE) => {
  it.each([
    [FULL, { LS: 'C2', PLACE: 'U6' }, []],
    [FULL, { PLACE: 'U6' }, [1]],
    [FULL, { LS: 'C2' }, [1]],
    [FULL, { LS: '', PLACE: 'U6' }, []],
    [NO_LS, { PLACE: 'U6' }, [1]],
    [NO_URN, { LS: 'C2' }, [1]],
  ])('%j, then %j', (first, second, rows) => expect(change('436', first, { RNE, ...second })).toEqual(rows));

  it.each(placementChanges)('accepts %j with a new legal status', (difference) =>
    expect(change('436', FULL, { RNE, LS: 'C2', ...difference })).toEqual([]),
  );
});

it.each([
  ['434', 'L'],
  ['435', 'P'],
  ['436', 'B'],
])('%s looks at no first episode, no other child, no other reason', (code, RNE) => {
  const [first, second] = [
    { ...FULL, DECOM: '01/05/2025', RNE },
    { ...FULL, DECOM: '01/06/2025', RNE },
  ];
  expect(flagged(code, [first, second])).toEqual([]);
  expect(
    flagged(code, [
      { ...first, CHILD: '1' },
      { ...second, CHILD: '2' },
    ]),
  ).toEqual([]);
  expect(change(code, FULL, { RNE: 'S' })).toEqual([]);
});

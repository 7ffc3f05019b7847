import { describe, expect, it } from 'vitest';
import { flaggedBy } from '../engine/testing-episodes.ts';
import { carriedOverEpisodeRules } from './carried-over-episodes.ts';

const flagged = flaggedBy(carriedOverEpisodeRules);

type Cells = Record<string, string>;

const METRES_PER_MILE = 1609.3;
const north = (postcode: string, miles: number, authority: string) => ({
  postcode,
  easting: 435_000,
  northing: 336_000 + miles * METRES_PER_MILE,
  authority,
});
const postcodes = [
  north('DE11AA', 0, 'E06000015'),
  north('DE43AA', 10, 'E10000007'),
  north('DE43AB', 10.1, 'E10000007'),
  north('DE43AC', 10.2, 'E10000007'),
  north('DE43AD', 10.3, 'E10000007'),
];

/** What is flagged this year, given the episodes of both years. */
const between = (code: string, last: readonly Cells[], now: readonly Cells[], year = 2026) =>
  flagged(code, now, { 'last Episodes': last, postcodes }, { year });

const START = { CHILD: '1', DECOM: '01/02/2025' };

const FIELDS = [
  ['503A', 'RNE', 'S', 'P'],
  ['503B', 'LS', 'C1', 'C2'],
  ['503C', 'CIN', 'N1', 'N2'],
  ['503D', 'PLACE', 'U4', 'U6'],
  ['503E', 'PLACE_PROVIDER', 'PR1', 'PR4'],
  ['503F', 'URN', 'SC000001', 'SC000002'],
] as const;

describe.each(FIELDS)('%s %s of last year’s open episode', (code, field, one, other) => {
  const pair = (last: Cells, now: Cells) => between(code, [{ ...START, ...last }], [{ ...START, ...now }]);

  it('flags another value, also where one of them is blank', () => {
    expect(pair({ [field]: one }, { [field]: other })).toEqual([0]);
    expect(pair({ [field]: one }, {})).toEqual([0]);
    expect(pair({}, { [field]: one })).toEqual([0]);
    expect(pair({ [field]: one }, { [field]: one })).toEqual([]);
    expect(pair({}, {})).toEqual([]);
  });

  it('looks only at an episode that was open; an unreadable end counts as open', () => {
    expect(pair({ [field]: one, DEC: '31/03/2025' }, { [field]: other })).toEqual([]);
    expect(pair({ [field]: one, DEC: 'SOON' }, { [field]: other })).toEqual([0]);
  });

  it('does not compare the starts', () => {
    expect(pair({ [field]: one }, { [field]: other, DECOM: '01/05/2025' })).toEqual([0]);
  });
});

describe('the pair that is compared', () => {
  const pairs = (last: readonly Cells[], now: readonly Cells[]) => between('503B', last, now);

  it('is the latest of last year and the first of this year', () => {
    const last = [
      { ...START, LS: 'C1' },
      { ...START, DECOM: '01/01/2025', LS: 'V2', DEC: '01/02/2025' },
    ];
    const now = [
      { ...START, DECOM: '01/06/2025', LS: 'E1' },
      { ...START, LS: 'C2' },
    ];
    expect(pairs(last, now)).toEqual([1]);
    expect(
      pairs(last, [
        { ...START, DECOM: '01/06/2025', LS: 'E1' },
        { ...START, LS: 'C1' },
      ]),
    ).toEqual([]);
  });

  it('is the one higher in the file on a tie', () => {
    const [c1, c2] = [
      { ...START, LS: 'C1' },
      { ...START, LS: 'C2' },
    ];
    expect(pairs([c1, c2], [c1, c2])).toEqual([]);
    expect(pairs([c1, c2], [c2, c1])).toEqual([0]);
    expect(pairs([c2, c1], [c1, c2])).toEqual([0]);
  });

  it('passes over undated episodes, and children in one year only or without an id', () => {
    const undated = { CHILD: '1', LS: 'E1' };
    expect(pairs([undated, { ...START, LS: 'C1' }], [undated, { ...START, LS: 'C1' }])).toEqual([]);
    expect(pairs([undated], [{ ...START, LS: 'C1' }])).toEqual([]);
    expect(pairs([{ ...START, LS: 'C1' }], [{ ...undated, DECOM: 'SOON' }])).toEqual([]);
    expect(pairs([{ ...START, CHILD: '2', LS: 'C1' }], [{ ...START, LS: 'C2' }])).toEqual([]);
    expect(pairs([{ ...START, CHILD: '', LS: 'C1' }], [{ ...START, CHILD: '', LS: 'C2' }])).toEqual([]);
  });

  it('is compared for everybody although one child has no readable start', () => {
    const undated = { CHILD: '2', DECOM: 'SOON', LS: 'C1' };
    expect(pairs([{ ...START, LS: 'C1' }, undated], [undated, { ...START, LS: 'C2' }])).toEqual([1]);
  });
});

describe('503D the split of Z1', () => {
  const split = (from: string, to: string, year?: number) =>
    between('503D', [{ ...START, PLACE: from }], [{ ...START, PLACE: to }], year);

  it.each(['Z11', 'Z12', 'Z13', 'Z14'])('accepts %s after Z1 in 2026 only', (to) => {
    expect(split('Z1', to)).toEqual([]);
    expect(split('Z1', to, 2027)).toEqual([0]);
    expect(split(to, 'Z1')).toEqual([0]);
  });

  it('accepts nothing else', () => {
    expect(split('Z1', 'U4')).toEqual([0]);
    expect(split('H5', 'K3')).toEqual([0]);
    expect(split('Z1', '')).toEqual([0]);
  });
});

describe('452 authority of an unchanged episode', () => {
  const DERBY = { ...START, RNE: 'S', PL_POST: 'DE1 1AA' };
  const MATLOCK = { ...DERBY, PL_POST: 'DE4 3AA' };

  it.each([
    [DERBY, MATLOCK, [0]],
    [DERBY, DERBY, []],
    [MATLOCK, { ...DERBY, PL_POST: 'DE4 3AB' }, []],
    [DERBY, { ...DERBY, PL_POST: '' }, [0]],
    [{ ...DERBY, PL_POST: 'ANY' }, { ...DERBY, PL_POST: '' }, []],
    [DERBY, { ...MATLOCK, RNE: 'P' }, []],
    [{ ...DERBY, RNE: '' }, { ...MATLOCK, RNE: '' }, []],
    [DERBY, { ...MATLOCK, DECOM: '01/05/2025' }, [0]],
    [{ ...DERBY, DEC: '31/03/2025' }, MATLOCK, []],
    [{ ...DERBY, DEC: 'SOON' }, MATLOCK, []],
  ])('%j, then %j', (last, now, rows) => expect(between('452', [last], [now])).toEqual(rows));
});

describe('453 distance of an unchanged episode', () => {
  const at = (PL_POST: string) => ({ ...START, RNE: 'S', HOME_POST: 'DE1 1AA', PL_POST });

  it.each([
    [at('DE4 3AA'), at('DE4 3AA'), []],
    [at('DE4 3AA'), at('DE4 3AB'), []],
    [at('DE4 3AA'), at('DE4 3AC'), []],
    [at('DE4 3AB'), at('DE4 3AD'), [0]],
    [at('DE4 3AD'), at('DE4 3AB'), [0]],
    [at('DE4 3AA'), at('DE4 3AD'), [0]],
    [at(''), at('DE4 3AA'), [0]],
    [at('DE4 3AA'), at(''), []],
    [at(''), at(''), []],
    [at('DE4 3AA'), { ...at('DE4 3AD'), RNE: 'P' }, []],
    [{ ...at('DE4 3AA'), RNE: '' }, { ...at('DE4 3AD'), RNE: '' }, []],
    [{ ...at('DE4 3AA'), DEC: '31/03/2025' }, at('DE4 3AD'), []],
    [{ ...at('DE4 3AA'), DEC: 'SOON' }, at('DE4 3AD'), [0]],
  ])('%j, then %j', (last, now, rows) => expect(between('453', [last], [now])).toEqual(rows));
});

describe('502 start of the open episode', () => {
  it.each([
    [[START], '01/02/2025', []],
    [[START], '31/01/2025', [0]],
    [[START], '02/02/2025', [0]],
    [[{ ...START, DEC: '01/03/2025' }], '02/02/2025', []],
    [[{ ...START, DEC: 'SOON' }], '02/02/2025', []],
    [[{ CHILD: '1' }], '01/02/2025', [0]],
    [[START, { ...START, DECOM: '01/01/2025' }], '01/02/2025', [0]],
    [[START, START], '01/02/2025', []],
    [[START], '', []],
    [[{ ...START, CHILD: '2' }], '02/02/2025', []],
  ])('last year %j, now %j', (last, DECOM, rows) =>
    expect(between('502', last, [{ CHILD: '1', DECOM }])).toEqual(rows),
  );

  it('looks at this year’s first episode, on a tie at the one higher in the file', () => {
    const [first, later] = [
      { CHILD: '1', DECOM: '02/02/2025' },
      { CHILD: '1', DECOM: '01/06/2025' },
    ];
    expect(between('502', [START], [later, first])).toEqual([1]);
    expect(between('502', [START], [later, first, first])).toEqual([1]);
    expect(between('502', [START], [{ CHILD: '1', DECOM: 'SOON' }, START])).toEqual([]);
  });
});

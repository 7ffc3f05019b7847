import { describe, expect, it } from 'vitest';
import { flaggedBy } from '../engine/testing-episodes.ts';
import { ofstedListRules } from './ofsted-list.ts';

const flagged = flaggedBy(ofstedListRules);

type Cells = Record<string, string>;

const URN = 'SC000001';
const entry = (cells: Cells) => ({ urn: URN, ...cells });

/** What is flagged for one episode with this URN, given its entries in the lists. */
const against = (code: string, entries: readonly Cells[], episode: Cells) =>
  flagged(code, [{ URN, ...episode }], {
    providers: entries.map(entry),
    postcodes: [
      { postcode: 'DE11AA', easting: 435_000, northing: 336_000, authority: 'E06000015' },
      { postcode: 'DE43AA', easting: 430_000, northing: 360_000, authority: 'E10000007' },
    ],
  });

const cases = {
  '219': [{ placementCodes: 'K1' }, { PLACE: 'K2' }],
  '221': [{ postcode: 'DE4 3AA' }, { PLACE: 'K2', PL_POST: 'DE1 1AA' }],
  '224': [{ providerCodes: 'PR1' }, { PLACE_PROVIDER: 'PR4' }],
  '227': [{ registrationEnd: '01/06/2025' }, { DECOM: '02/06/2025' }],
  '228': [{ registrationEnd: '01/06/2025' }, { DEC: '02/06/2025' }],
  '229': [{ postcode: 'DE1 1AA' }, { PLACE: 'U4', PLACE_PROVIDER: 'PR1' }],
} as const;

describe.each(Object.entries(cases))('%s', (code, [listed, episode]) => {
  it('flags a contradiction, once, also where only one of several entries contradicts', () => {
    expect(against(code, [listed], episode)).toEqual([0]);
    expect(against(code, [{ placementCodes: 'K2', postcode: 'DE43AA' }, listed, listed], episode)).toEqual([
      0,
    ]);
  });

  it('leaves alone a blank URN and the placeholder', () => {
    expect(against(code, [listed], { ...episode, URN: '' })).toEqual([]);
    expect(against(code, [listed], { ...episode, URN: 'XXXXXXX' })).toEqual([]);
  });

  it('judges a URN that is in no list', () => {
    const rows = code === '227' || code === '228' ? [] : [0];
    expect(against(code, [listed], { ...episode, URN: '1234567' })).toEqual(rows);
    expect(against(code, [listed], { ...episode, URN: 'XXXXXX' })).toEqual(rows);
  });
});

describe('219 registered placement types', () => {
  it.each([
    ['K2', 'K2', []],
    ['K2', 'R3,K2', []],
    ['K2', 'R3, K2', []],
    ['K2', 'K1,K20', [0]],
    ['K2', '', [0]],
    ['', 'K2', [0]],
    ['', '', [0]],
  ])('%j of %j', (PLACE, placementCodes, rows) =>
    expect(against('219', [{ placementCodes }], { PLACE })).toEqual(rows),
  );

  it('wants every entry of the URN to allow it', () => {
    const entries = [{ placementCodes: 'K2' }, { placementCodes: 'K2,K1' }];
    expect(against('219', entries, { PLACE: 'K2' })).toEqual([]);
    expect(against('219', entries, { PLACE: 'K1' })).toEqual([0]);
  });
});

describe('221 postcode of the provider', () => {
  it.each([
    ['DE1 1AA', {}, []],
    ['DE1 1AB', {}, [0]],
    ['', {}, [0]],
    ['', { PL_POST: ' ' }, [0]],
    ['DE1 1AB', { PL_POST: '' }, []],
    ['DE1 1AA', { PL_POST: 'd e11aa' }, []],
    ['DE1 1AB', { LS: 'V3' }, []],
    ['DE1 1AB', { LS: 'V4' }, []],
    ['DE1 1AB', { LS: '' }, [0]],
    ['DE1 1AB', { PLACE: 'K1' }, [0]],
    ['DE1 1AB', { PLACE: 'K3' }, [0]],
    ['DE1 1AB', { PLACE: 'R3' }, [0]],
    ['DE1 1AB', { PLACE: 'S1' }, [0]],
    ['DE1 1AB', { PLACE: 'U4' }, []],
    ['DE1 1AB', { PLACE: '' }, []],
  ])('listed at %j, placed with %j', (postcode, difference: Cells, rows) => {
    const episode = { PLACE: 'K2', PL_POST: 'DE1 1AA', LS: 'C2', ...difference };
    expect(against('221', [{ postcode }], episode)).toEqual(rows);
  });
});

it.each([
  ['PR1', 'PR1', []],
  ['PR1', 'PR2,PR1', []],
  ['PR1', 'PR2, PR1', []],
  ['PR1', 'PR2', [0]],
  ['PR1', '', [0]],
  ['', 'PR1', [0]],
  ['', '', [0]],
])('224 provider %j of %j', (PLACE_PROVIDER, providerCodes, rows) =>
  expect(against('224', [{ providerCodes }], { PLACE_PROVIDER })).toEqual(rows),
);

describe('a registration that ended on 1 June 2025', () => {
  const closed = [{ registrationEnd: '01/06/2025' }];

  it.each([
    ['227', { DECOM: '31/05/2025' }, []],
    ['227', { DECOM: '01/06/2025' }, [0]],
    ['227', { DECOM: '02/06/2025' }, [0]],
    ['227', { DECOM: '' }, []],
    ['227', { DECOM: 'SOON' }, []],
    ['228', { DEC: '31/05/2025' }, []],
    ['228', { DEC: '01/06/2025' }, []],
    ['228', { DEC: '02/06/2025' }, [0]],
    ['228', { DEC: '' }, [0]],
    ['228', { DEC: 'SOON' }, [0]],
  ])('%s %j', (code, episode: Cells, rows) => expect(against(code, closed, episode)).toEqual(rows));

  it('228 an open episode is counted to 31 March', () => {
    expect(against('228', [{ registrationEnd: '30/03/2026' }], {})).toEqual([0]);
    expect(against('228', [{ registrationEnd: '31/03/2026' }], {})).toEqual([]);
    expect(against('228', [{ registrationEnd: '' }], {})).toEqual([]);
    expect(against('227', [{ registrationEnd: '' }], { DECOM: '01/06/2025' })).toEqual([]);
  });
});

describe('229 own or other authority', () => {
  it.each([
    ['PR1', 'DE4 3AA', []],
    ['PR1', 'DE1 1AA', [0]],
    ['PR1', 'DE1 1AB', [0]],
    ['PR1', '', [0]],
    ['PR2', 'DE4 3AA', [0]],
    ['PR2', 'DE1 1AA', []],
    ['PR2', '', []],
    ['PR3', 'DE1 1AA', []],
    ['', 'DE1 1AA', []],
  ])('%j at %j for E10000007', (PLACE_PROVIDER, postcode, rows) =>
    expect(against('229', [{ postcode }], { PLACE: 'U4', PLACE_PROVIDER })).toEqual(rows),
  );

  it('finds a URN of no list wrong for PR1 only', () => {
    expect(against('229', [], { PLACE: 'U4', PLACE_PROVIDER: 'PR1' })).toEqual([0]);
    expect(against('229', [], { PLACE: 'U4', PLACE_PROVIDER: 'PR2' })).toEqual([]);
  });

  it.each(['K3', 'P1', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z11', 'Z12', 'Z13', 'Z14'])(
    'does not ask about %s',
    (PLACE) =>
      expect(against('229', [{ postcode: 'DE1 1AA' }], { PLACE, PLACE_PROVIDER: 'PR1' })).toEqual([]),
  );

  it('asks about a blank placement type', () => {
    expect(against('229', [{ postcode: 'DE1 1AA' }], { PLACE: '', PLACE_PROVIDER: 'PR1' })).toEqual([0]);
  });
});

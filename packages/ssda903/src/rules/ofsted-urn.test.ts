import { describe, expect, it } from 'vitest';
import { flaggedBy } from '../engine/testing-episodes.ts';
import { ofstedUrnRules } from './ofsted-urn.ts';

const flagged = flaggedBy(ofstedUrnRules);

type Cells = Record<string, string>;

const at = (postcode: string, authority: string) => ({
  postcode,
  easting: 430_000,
  northing: 360_000,
  authority,
});
const postcodes = [
  at('DE11AA', 'E06000015'),
  at('DE43AA', 'E10000007'),
  at('CF101AA', 'WAL'),
  at('EH11AA', 'SCO'),
  at('BT11AA', 'NIR'),
  at('ZZ11AA', 'CON'),
  at('ZZ12AA', 'NUK'),
];
const ABROAD = ['CF10 1AA', 'EH1 1AA', 'BT1 1AA', 'ZZ1 1AA', 'ZZ1 2AA'];
const NO_URN = ['P1', 'P3', 'R1', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'Z11', 'Z12', 'Z13', 'Z14'];

describe('218 URN missing', () => {
  const of = (cells: Cells) => flagged('218', [{ PLACE: 'K2', PL_POST: 'DE4 3AA', ...cells }], { postcodes });

  it.each([
    [{}, [0]],
    [{ DEC: '31/03/2025' }, []],
    [{ DEC: '01/04/2025' }, [0]],
    [{ DEC: '02/04/2025' }, [0]],
    [{ DEC: 'SOON' }, []],
    [{ URN: 'SC000001' }, []],
    [{ URN: 'XXXXXXX' }, []],
    [{ PLACE: '' }, [0]],
    [{ PLACE: 'K3' }, [0]],
    [{ PL_POST: '' }, [0]],
    [{ PL_POST: 'DE1 1AB' }, [0]],
  ])('%j', (cells: Cells, rows) => expect(of(cells)).toEqual(rows));

  it.each(NO_URN)('is no fault with %s', (PLACE) => expect(of({ PLACE })).toEqual([]));
  it.each(ABROAD)('is no fault at %s', (PL_POST) => expect(of({ PL_POST })).toEqual([]));
});

describe('222 URN where there is none', () => {
  it.each(NO_URN)('%s has none', (PLACE) => {
    const episodes = ['SC000001', 'ANY', 'XXXXXX', 'XXXXXXX', ''].map((URN) => ({ PLACE, URN }));
    expect(flagged('222', episodes)).toEqual([0, 1, 2]);
  });

  it.each(['K2', 'U4', 'A3', ''])('%j may have one', (PLACE) =>
    expect(flagged('222', [{ PLACE, URN: 'SC000001' }])).toEqual([]),
  );
});

describe('241 supported accommodation outside the authority', () => {
  it.each([
    [{}, [0]],
    [{ PL_POST: 'DE4 3AA' }, []],
    [{ PL_POST: '' }, [0]],
    [{ PL_POST: 'CF10 1AA' }, [0]],
    [{ PLACE: 'K2' }, []],
    [{ PLACE: '' }, []],
    [{ URN: '' }, []],
    [{ URN: 'XXXXXXX' }, []],
  ])('%j', (difference: Cells, rows) => {
    const episode = { PLACE: 'K3', URN: '2700001', PL_POST: 'DE1 1AA', ...difference };
    expect(flagged('241', [episode], { postcodes })).toEqual(rows);
  });
});

it('242 the placeholder is for foster and adoptive placements', () => {
  const allowed = ['A3', 'A4', 'A5', 'A6', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'];
  expect(
    flagged(
      '242',
      allowed.map((PLACE) => ({ PLACE, URN: 'XXXXXXX' })),
    ),
  ).toEqual([]);
  expect(
    flagged(
      '242',
      ['K2', 'P1', 'T1', ''].map((PLACE) => ({ PLACE, URN: 'xxxxxxx' })),
    ),
  ).toEqual([0, 1, 2, 3]);
  expect(
    flagged(
      '242',
      ['SC000001', 'XXXXXX', ''].map((URN) => ({ PLACE: 'K2', URN })),
    ),
  ).toEqual([]);
});

it('243 no URN outside England, not even the placeholder', () => {
  const of = (URN: string, ...places: readonly string[]) =>
    flagged(
      '243',
      places.map((PL_POST) => ({ PL_POST, URN })),
      { postcodes },
    );
  expect(of('SC000001', ...ABROAD)).toEqual([0, 1, 2, 3, 4]);
  expect(of('XXXXXXX', ...ABROAD)).toEqual([0, 1, 2, 3, 4]);
  expect(of('', ...ABROAD)).toEqual([]);
  expect(of('SC000001', 'DE1 1AA', 'DE1 1AB', '')).toEqual([]);
});

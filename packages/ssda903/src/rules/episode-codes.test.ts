import { describe, expect, it } from 'vitest';
import { flaggedBy } from '../engine/testing-episodes.ts';
import { episodeCodeRules } from './episode-codes.ts';

const flagged = flaggedBy(episodeCodeRules);

describe.each([
  ['143', 'RNE', 'S P L T U B', 'X SS 1'],
  ['144', 'LS', 'C1 C2 D1 E1 V2 V3 V4 J1 J2 J3 L1 L2 L3', 'C3 V1 E11 C'],
  ['145', 'CIN', 'N1 N2 N3 N4 N5 N6 N7 N8', 'N0 N9 1 N10'],
  [
    '146',
    'PLACE',
    'A3 A4 A5 A6 K1 K2 K3 P1 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z11 Z12 Z13 Z14',
    'Z1 P2 H5 A1 A2 U7 Z15',
  ],
  [
    '149',
    'REC',
    'E11 E12 E2 E3 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E8 E9 E14 E15 E16 E17 X1',
    'E4 E43 E44 E18 X2 E1',
  ],
  ['178', 'PLACE_PROVIDER', 'PR0 PR1 PR2 PR3 PR4 PR5', 'PR6 PR 1'],
])('%s the codes of %s', (code, field, known, unknown) => {
  const rowsOf = (codes: readonly string[]) => codes.map((value) => ({ [field]: value }));

  it('accepts each code of the list, small letters and a blank', () => {
    expect(flagged(code, rowsOf([...known.split(' '), known.split(' ')[0]!.toLowerCase(), '']))).toEqual([]);
  });

  it('flags every other code, and spaces round a code', () => {
    const others = [...unknown.split(' '), ` ${known.split(' ')[0]}`, ' '];
    expect(flagged(code, rowsOf(others))).toEqual(others.map((_, row) => row));
  });
});

describe('a provider where the placement type has none', () => {
  const placements = ['T0', 'T1', 'T2', 'T3', 'T4', 'Z11', 'Z12', 'Z13', 'Z14', 'Z1', 'U4', ''];
  const withProvider = (PLACE_PROVIDER: string) => placements.map((PLACE) => ({ PLACE, PLACE_PROVIDER }));

  it('178 leaves T4 to 213', () => {
    expect(flagged('178', withProvider('PR1'))).toEqual([0, 1, 2, 3, 5, 6, 7, 8]);
  });

  it('178 flags an unknown provider whatever the type, and never a blank one', () => {
    expect(flagged('178', withProvider('PR9'))).toEqual(placements.map((_, row) => row));
    expect(flagged('178', withProvider(''))).toEqual([]);
  });

  it('213 flags any provider on temporary and other placements', () => {
    expect(flagged('213', withProvider('PR1'))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(flagged('213', withProvider('ANY'))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(flagged('213', withProvider(''))).toEqual([]);
  });
});

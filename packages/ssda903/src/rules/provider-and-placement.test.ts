import { describe, expect, it } from 'vitest';
import { check, runExample } from '../engine/testing.ts';
import { providerAndPlacementRules } from './provider-and-placement.ts';

const rule = (code: string) => providerAndPlacementRules.find((each) => each.code === code)!;

type Cells = Record<string, string>;

const EVERY_PLACE =
  'A3 A4 A5 A6 U1 U2 U3 U4 U5 U6 P1 P2 P3 H5 K1 K2 K3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 Z1 Z11 Z12 Z13 Z14'.split(
    ' ',
  );

/** The placements flagged out of all there are, and blank as '-'. */
const placesFlagged = (code: string, PLACE_PROVIDER: string): string => {
  const places = [...EVERY_PLACE, ''];
  const rows =
    check(rule(code), { Episodes: places.map((PLACE) => ({ PLACE, PLACE_PROVIDER })) }).Episodes ?? [];
  return rows.map((row) => places[row] || '-').join(' ');
};

describe('526 provider missing', () => {
  it('is allowed for temporary and other placements only', () => {
    expect(placesFlagged('526', '')).toBe(
      'A3 A4 A5 A6 U1 U2 U3 U4 U5 U6 P1 P2 P3 H5 K1 K2 K3 R1 R2 R3 R5 S1 Z1 -',
    );
  });
  it('is not a matter of which provider', () => {
    expect(placesFlagged('526', 'PR9')).toBe('');
  });
});

describe('527 to 531 and 550: provider and placement', () => {
  it.each([
    ['527', 'PR1', 'P1 R2 R5'],
    ['528', 'pr2', 'P1 R2 R5'],
    ['529', 'PR3', 'A3 A4 A5 A6 U1 U2 U3 U4 U5 U6 P1 K1 K2'],
    ['530', 'PR4', 'P1'],
    ['531', 'PR5', 'P1'],
    ['550', 'PR0', `${EVERY_PLACE.filter((place) => place !== 'P1').join(' ')} -`],
  ])('%s: %s does not go with %s', (code, provider, places) => {
    expect(placesFlagged(code, provider)).toBe(places);
  });

  it.each(['527', '528', '529', '530', '531', '550'])(
    '%s leaves other providers and blanks alone',
    (code) => {
      expect(placesFlagged(code, '')).toBe('');
      expect(placesFlagged(code, 'PR6')).toBe('');
      expect(placesFlagged(code, 'PR1 ')).toBe('');
    },
  );
});

describe("1008 URN on Ofsted's list", () => {
  it('allows blanks, the placeholder and every provider on the list', () => {
    const urns = ['SC000001', 'sc000001', '1234567', '', 'XXXXXXX', 'XXXXXX', 'SC000002', ' SC000001'];
    expect(
      check(rule('1008'), {
        Episodes: urns.map((URN) => ({ URN })),
        providers: [{ urn: 'SC000001', registrationEnd: '01/01/2001' }, { urn: '1234567' }],
      }),
    ).toEqual({ Episodes: [5, 6, 7] });
  });

  it('flags every URN when the list is empty, and is skipped without one', () => {
    const Episodes = [{ URN: 'SC000001' }];
    expect(check(rule('1008'), { Episodes, providers: [] })).toEqual({ Episodes: [0] });
    expect(runExample(rule('1008'), { Episodes })).toMatchObject({ status: 'skipped' });
  });
});

describe('1009 reason for placement change', () => {
  it('knows twelve codes', () => {
    const codes = 'CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER carpl'.split(' ');
    expect(check(rule('1009'), { Episodes: codes.map((code) => ({ REASON_PLACE_CHANGE: code })) })).toEqual(
      {},
    );
  });
  it('flags other text, but no blank', () => {
    const codes = ['', 'CARP', 'CARPL ', ' ', '1'];
    expect(check(rule('1009'), { Episodes: codes.map((code) => ({ REASON_PLACE_CHANGE: code })) })).toEqual({
      Episodes: [1, 2, 3, 4],
    });
  });
});

describe('1015 own provision elsewhere', () => {
  const place = (postcode: string, authority: string) => ({ postcode, easting: 1, northing: 1, authority });
  const own = { PLACE_PROVIDER: 'PR1', PLACE: 'K2', LS: 'C2', PL_POST: 'AA1 1AA' };
  const found = (episode: Cells, authority = 'E10000007') =>
    check(
      rule('1015'),
      {
        Episodes: [{ ...own, ...episode }],
        postcodes: [place('AA1 1AA', 'E06000016'), place('BB1 1BB', 'E10000007')],
      },
      { authority },
    );

  it.each([
    ['in another authority', {}, true],
    ['in its own', { PL_POST: 'bb11bb' }, false],
    ['at an unknown postcode', { PL_POST: 'CC1 1CC' }, true],
    ['without a postcode', { PL_POST: '' }, true],
    ['of another provider', { PLACE_PROVIDER: 'PR2' }, false],
    ['without a provider', { PLACE_PROVIDER: '' }, false],
    ['for adoption', { PLACE: 'A6' }, false],
    ['in foster care', { PLACE: 'U1' }, false],
    ['in supported accommodation', { PLACE: 'K3' }, false],
    ['in a secure home', { PLACE: 'K1' }, true],
    ['without a type', { PLACE: '' }, false],
    ['on a short break', { LS: 'V3' }, false],
    ['on another short break', { LS: 'V4' }, false],
    ['without a legal status', { LS: '' }, false],
  ])('a placement %s', (_, episode, expected) => {
    expect(found(episode)).toEqual(expected ? { Episodes: [0] } : {});
  });

  it('depends on who makes the return', () => {
    expect(found({}, 'E06000016')).toEqual({});
    expect(found({ PL_POST: 'BB1 1BB' }, 'E06000016')).toEqual({ Episodes: [0] });
  });

  it('is skipped when nobody says who makes it', () => {
    const example = rule('1015').fails;
    expect(runExample(rule('1015'), example, { authority: '' })).toMatchObject({ status: 'skipped' });
  });
});

import { describe, expect, it } from 'vitest';
import type { ExampleReturn } from '../engine/rule.ts';
import { runExample } from '../engine/testing.ts';
import { flaggedBy } from '../engine/testing-episodes.ts';
import { placementLocationRules } from './placement-location.ts';

const flagged = flaggedBy(placementLocationRules);

type Cells = Record<string, string>;

const METRES_PER_MILE = 1609.3;

/** A postcode so many miles north of DE1 1AA. */
const northOfHome = (postcode: string, miles: number, authority = 'SCO') => ({
  postcode,
  easting: 435_000,
  northing: 336_000 + miles * METRES_PER_MILE,
  authority,
});

const HOME = northOfHome('DE11AA', 0, 'E06000015');
const NOWHERE = northOfHome('DE99ZZ', 1, '');
const postcodes = [HOME, NOWHERE, northOfHome('ZE39ZY', 999.9), northOfHome('ZE39ZZ', 1000)];

describe('164 distance out of range', () => {
  const FAR = { CHILD: '1', HOME_POST: 'DE1 1AA', PL_POST: 'ZE3 9ZZ' };
  const among = (others: ExampleReturn, episode: Cells = FAR) =>
    flagged('164', [episode], { Header: [{ CHILD: '1' }], UASC: [], postcodes, ...others });

  it('flags more than 999.9 miles, whatever the legal status, and no unknown distance', () => {
    expect(among({})).toEqual([0]);
    expect(among({}, { ...FAR, LS: 'V3' })).toEqual([0]);
    expect(among({}, { ...FAR, CHILD: '' })).toEqual([0]);
    expect(among({}, { ...FAR, PL_POST: 'ZE3 9ZY' })).toEqual([]);
    expect(among({}, { ...FAR, PL_POST: 'DE1 1AA' })).toEqual([]);
    expect(among({}, { ...FAR, PL_POST: 'ZE1 0AA' })).toEqual([]);
    expect(among({}, { ...FAR, HOME_POST: '' })).toEqual([]);
  });

  it('leaves out children known as unaccompanied asylum seekers this year or last', () => {
    const UASC = [{ CHILD: '1', SEX: '1' }];
    expect(among({ UASC })).toEqual([]);
    expect(among({ 'last Header': [{ CHILD: '1' }], 'last UASC': UASC })).toEqual([]);
    expect(among({ 'last UASC': UASC })).toEqual([]);
    expect(among({ UASC: [{ CHILD: '2', SEX: '1' }] })).toEqual([0]);
  });

  it('asks the UASC table only where Header is not given, and there for more than the child', () => {
    const withoutHeader = (cells: Cells) =>
      flagged('164', [FAR], { UASC: [{ CHILD: '1', ...cells }], postcodes });
    expect(withoutHeader({ DUC: 'SOON' })).toEqual([]);
    expect(withoutHeader({ DOB: '01/01/2010' })).toEqual([]);
    expect(withoutHeader({})).toEqual([0]);
  });

  it('is skipped where no table says who seeks asylum', () => {
    const rule = placementLocationRules.find(({ code }) => code === '164')!;
    expect(runExample(rule, { Episodes: [FAR], postcodes })).toMatchObject({ status: 'skipped' });
    expect(runExample(rule, { Header: [{ CHILD: '1' }], Episodes: [FAR], postcodes })).toMatchObject({
      status: 'skipped',
    });
  });
});

describe('where the placement is', () => {
  it.each([
    ['169', '', true],
    ['169', 'DE1 1AB', true],
    ['169', 'DE9 9ZZ', true],
    ['169', 'DE1 1AA', false],
    ['169', 'de11aa', false],
    ['169', 'ZE3 9ZZ', false],
    ['179', '', true],
    ['179', ' ', true],
    ['179', 'DE1 1AB', true],
    ['179', 'DE9 9ZZ', false],
    ['179', 'D E11AA', false],
    ['179', 'ZE3 9ZZ', false],
  ])('%s with postcode %j: %s', (code, PL_POST, wrong) => {
    const episodes = ['C2', '', 'V3', 'V4'].map((LS) => ({ LS, PL_POST }));
    expect(flagged(code, episodes, { postcodes })).toEqual(wrong ? [0, 1] : []);
  });

  it.each([
    ['IN', 'E06000015', [0]],
    ['IN', '', [0]],
    ['IN', 'E10000007', []],
    ['OUT', 'E06000015', []],
    ['', 'E06000015', []],
  ])('411 %j in authority %j of E10000007', (PL_LOCATION, PL_LA, rows) => {
    expect(flagged('411', [{ PL_LOCATION, PL_LA }], { postcodes })).toEqual(rows);
  });
});

describe('392c postcodes that do not exist', () => {
  it.each([
    ['DE1 1AA', 'DE9 9ZZ', []],
    ['de1 1aa', 'D E99ZZ', []],
    ['', '', []],
    ['DE1 1AB', '', [0]],
    ['', 'DE1 1AB', [0]],
    ['DE1 1AA', 'DE1 1AB', [0]],
    ['DE1 1AB', 'DE1 1AA', [0]],
    ['DE1-1AA', '', [0]],
    [' ', '', [0]],
  ])('home %j, placement %j', (HOME_POST, PL_POST, rows) =>
    expect(flagged('392c', [{ HOME_POST, PL_POST }], { postcodes })).toEqual(rows),
  );
});

describe('392d placement at home, but not with parents', () => {
  it.each([
    ['DE1 1AA', 'DE1 1AA', 'U4', [0]],
    ['DE1 1AA', 'de1 1aa', '', [0]],
    ['ANY', 'ANY', 'U4', [0]],
    ['DE1 1AA', 'DE11AA', 'U4', []],
    ['DE1 1AA', 'DE1 1AA', 'P1', []],
    ['DE1 1AA', 'DE1 1AB', 'U4', []],
    ['', '', 'U4', []],
  ])('home %j, placement %j, type %j', (HOME_POST, PL_POST, PLACE, rows) =>
    expect(flagged('392d', [{ HOME_POST, PL_POST, PLACE }])).toEqual(rows),
  );
});

describe('454 more than 350 miles', () => {
  it.each([
    [350, []],
    [350.1, [0]],
    [999.9, []],
    [1000, [0]],
    [0, []],
  ])('%s miles', (miles, rows) => {
    const there = northOfHome('KW14YT', miles);
    expect(
      flagged('454', [{ HOME_POST: 'DE1 1AA', PL_POST: 'KW1 4YT' }], { postcodes: [HOME, there] }),
    ).toEqual(rows);
  });

  it('passes an unknown distance', () => {
    expect(flagged('454', [{ HOME_POST: 'DE1 1AA', PL_POST: 'KW1 4YT' }], { postcodes: [HOME] })).toEqual([]);
  });
});

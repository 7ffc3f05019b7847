import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUTHORITIES, authorityByCode, upperTierOf } from './authorities.ts';
import { createPostcodeIndexBuilder, openPostcodeIndex } from './postcode-index.ts';
import { milesBetween } from './postcodes.ts';
import { buildPostcodeIndex } from './read-postcodes.ts';

async function* chunks(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const DIRECTORY = `\ufeffpcd,pcd2,pcds,dointr,doterm,oslaua,oseast1m,osnrth1m
"DE1 2AB","DE1  2AB","DE1 2AB",198001,,E06000015,435250,336300
"DE4 3AA","DE4  3AA","DE4 3AA",198001,199901,E07000035,430000,360000
"EH1 1AA","EH1  1AA","EH1 1AA",198001,,S12000036,325000,674000
"GY1 1AA","GY1  1AA","GY1 1AA",198001,,L99999999,,
"M1  1AA","M1   1AA","M1 1AA",198001,,E99999999,384000,398000
`;

describe('the postcode directory', () => {
  it.each([1, 7, 10_000])('is read in chunks of %i bytes', async (size) => {
    const built = await buildPostcodeIndex('onspd.csv', chunks(DIRECTORY, size));
    expect(built).toMatchObject({ postcodes: 4, leftOut: 1 });
    const directory = openPostcodeIndex('index' in built ? built.index : new Uint8Array())!;
    expect(directory.find('DE12AB')).toEqual({ easting: 435250, northing: 336300, authority: 'E06000015' });
    expect(directory.find('DE43AA')?.authority).toBe('E10000007');
    expect(directory.find('EH11AA')?.authority).toBe('SCO');
    expect(directory.find('M11AA')).toEqual({ easting: 384000, northing: 398000, authority: '' });
    for (const unknown of ['GY11AA', 'DE12AC', 'DE13AB', '', 'AA', 'DE1 2AB', '€€€€']) {
      expect(directory.find(unknown)).toBeUndefined();
    }
  });

  it('says in one sentence what is no directory', async () => {
    expect(await buildPostcodeIndex('x.csv', chunks('pcds,oslaua,oseast1m\n', 9))).toEqual({
      refused: 'x.csv is not a postcode directory: it has no column for the northing.',
    });
    expect(await buildPostcodeIndex('x.csv', chunks('pcds,oslaua,oseast1m,osnrth1m\n', 9))).toEqual({
      refused: 'x.csv holds no postcodes with a grid reference.',
    });
    expect(openPostcodeIndex(new TextEncoder().encode('something else'))).toBeUndefined();
  });

  it('finds every postcode that was added, in any order, and no other', () => {
    const postcode = fc.stringMatching(/^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/);
    fc.assert(
      fc.property(fc.uniqueArray(postcode, { minLength: 1, maxLength: 60 }), postcode, (postcodes, other) => {
        const builder = createPostcodeIndexBuilder();
        const placeOf = (at: number) => ({ easting: at, northing: 2 * at, authority: `E${at % 3}` });
        for (const [at, code] of postcodes.entries()) builder.add(code, placeOf(at));
        const directory = openPostcodeIndex(builder.build())!;
        for (const [at, code] of postcodes.entries()) expect(directory.find(code)).toEqual(placeOf(at));
        if (!postcodes.includes(other)) expect(directory.find(other)).toBeUndefined();
      }),
    );
  });
});

describe('distance', () => {
  it('is the straight line in miles to one decimal', () => {
    const at = (easting: number, northing: number) => ({ easting, northing, authority: '' });
    expect(milesBetween(at(0, 0), at(3000, 4000))).toBe(3.1);
    expect(milesBetween(at(0, 0), at(0, 0))).toBe(0);
    expect(milesBetween(at(0, 0), at(32_186, 0))).toBe(20);
  });
});

describe('authorities', () => {
  it('know their name and region', () => {
    expect(authorityByCode.get('E10000007')).toEqual({
      code: 'E10000007',
      name: 'Derbyshire',
      region: 'East Midlands',
    });
    expect(AUTHORITIES).toHaveLength(158);
  });

  it('answer for their districts', () => {
    expect(upperTierOf('E07000035')).toBe('E10000007');
    expect(upperTierOf('E06000015')).toBe('E06000015');
    expect(upperTierOf('W06000001')).toBe('WAL');
    expect(upperTierOf('N09000001')).toBe('NIR');
    expect(upperTierOf('E07999999')).toBe('');
  });
});

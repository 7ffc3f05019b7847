import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../random/random.ts';
import { distanceBetween, locationOf, placeOf, postcodeOfDistrict, postcodeWithin } from './geography.ts';

describe('the synthetic map', () => {
  it('knows where every postcode it gives is, in the authority it is meant for', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(20), (seed, district) => {
        const random = Random.of(seed);
        const own = postcodeOfDistrict(district, random);
        expect(placeOf(own, 'E10000999')?.authority).toBe('E10000999');
        expect(locationOf(own)).toBe('IN');
        const far = postcodeWithin('far', random);
        expect(placeOf(far, 'E10000999')?.authority).toMatch(/^E1000099[34]$/);
        expect(locationOf(far)).toBe('OUT');
        expect(distanceBetween(own, far)).toBeGreaterThan(20);
      }),
    );
  });

  it('finds postcodes with and without the space, and no others', () => {
    const own = postcodeOfDistrict(0, Random.of(1));
    expect(placeOf(own.replace(' ', ''), 'E')).toEqual(placeOf(own, 'E'));
    expect(placeOf('DE1 2FS', 'E')).toBeUndefined();
    expect(placeOf('', 'E')).toBeUndefined();
    expect(placeOf('XA1 1CC', 'E')).toBeUndefined();
    expect(distanceBetween('', own)).toBeNaN();
    expect(distanceBetween(own, own)).toBe(0);
  });
});

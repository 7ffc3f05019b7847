import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';

const drawn = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.next());

describe('a random stream', () => {
  it('depends on its seed only', () => {
    expect(drawn(Random.of('seed'), 5)).toEqual(drawn(Random.of('seed'), 5));
    expect(drawn(Random.of(1), 5)).not.toEqual(drawn(Random.of(2), 5));
    expect(drawn(Random.of(7), 3)).toEqual(drawn(Random.of('7'), 3));
  });

  it('forks by name, however many numbers were drawn before', () => {
    const random = Random.of(1);
    const before = drawn(random.fork('reviews'), 5);
    drawn(random, 100);
    expect(drawn(random.fork('reviews'), 5)).toEqual(before);
    expect(drawn(random.fork('visits'), 5)).not.toEqual(before);
    expect(drawn(Random.of(2).fork('reviews'), 5)).not.toEqual(before);
  });

  it('is even over its range', () => {
    const buckets = new Array<number>(10).fill(0);
    for (const value of drawn(Random.of(42), 50_000)) buckets[Math.floor(value * 10)]!++;
    // Chi-squared with nine degrees of freedom: above 27.9 once in a thousand seeds.
    const chiSquared = buckets.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
    expect(chiSquared).toBeLessThan(27.9);
  });

  it('stays within what it was asked for', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(40), (seed, from, size) => {
        const random = Random.of(seed);
        const to = from + size;
        for (let i = 0; i < 20; i++) {
          const value = random.int(from, to);
          expect(Number.isInteger(value) && value >= from && value <= to).toBe(true);
          const day = random.dayBetween(from, to);
          expect(day >= from && day <= to).toBe(true);
        }
        expect(random.dayBetween(to, from)).toBe(size === 0 ? from : to);
        expect(random.exponential(3)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('weighs its choices', () => {
    const random = Random.of(3);
    const counts = { often: 0, seldom: 0, never: 0 };
    for (let i = 0; i < 10_000; i++) {
      counts[
        random.weighted<keyof typeof counts>([
          ['often', 9],
          ['never', 0],
          ['seldom', 1],
        ])
      ]++;
    }
    expect(counts.never).toBe(0);
    expect(counts.often / 10_000).toBeCloseTo(0.9, 1);
    expect(() => random.weighted([['never', 0]])).toThrow('at least one value needs a weight above 0');
    expect(() => random.pick([])).toThrow('nothing to pick');
  });

  it('has the mean and the spread of the distributions it is named for', () => {
    const random = Random.of(5);
    const normal = Array.from({ length: 20_000 }, () => random.normal(10, 2));
    const mean = normal.reduce((sum, value) => sum + value, 0) / normal.length;
    const variance = normal.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normal.length;
    expect(mean).toBeCloseTo(10, 1);
    expect(Math.sqrt(variance)).toBeCloseTo(2, 1);
    const waits = Array.from({ length: 20_000 }, () => random.exponential(4));
    expect(waits.reduce((sum, value) => sum + value, 0) / waits.length).toBeCloseTo(4, 0);
  });

  it('shuffles without losing anything', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer(), (list, seed) => {
        expect(Random.of(seed).shuffled(list).sort()).toEqual([...list].sort());
      }),
    );
  });
});

import { ageOn, dayOf, financialYearOf } from '@cic/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../random/random.ts';
import { categoriesOf } from './marginals.ts';
import { daysOf, timingsOf } from './timing.ts';

const categories = categoriesOf({ years: [] });

describe('the timing of a career', () => {
  it('gives the ages and the time in care it promises, whatever the days drawn', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 18 }),
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 1996, max: 2026 }),
        fc.integer(),
        (age, stay, start, seed) => {
          const career = { birth: start - age, start, end: start + stay };
          for (const timing of timingsOf(career, categories)) {
            const days = daysOf(career, timing, Random.of(seed));
            const end = days.end!;
            expect(financialYearOf(days.born)).toBe(career.birth);
            expect(financialYearOf(days.start)).toBe(start);
            expect(financialYearOf(end)).toBe(career.end);
            expect(ageOn(days.born, days.start)).toBe(timing.ageAtStart);
            // Somebody born on 29 February turns 18 on the 28th by the return's count, on 1 March by the calendar's.
            if (timing.ageAtEnd !== 18) expect(ageOn(days.born, end)).toBe(timing.ageAtEnd);
            expect(categories.durationBand(days.start, end)).toBe(timing.duration);
            expect(days.born).toBeLessThan(days.start);
            expect(days.start).toBeLessThan(end);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('lets nobody start at 18 or stay beyond the birthday', () => {
    const timings = timingsOf({ birth: 2002, start: 2020, end: 2020 }, categories);
    expect(timings.length).toBeGreaterThan(0);
    for (const { ageAtStart, ageAtEnd } of timings) {
      expect(ageAtStart).toBe(17);
      expect(ageAtEnd).toBeLessThanOrEqual(18);
    }
    expect(timingsOf({ birth: 2001, start: 2020, end: 2020 }, categories)).toEqual([]);
  });

  it('has no end while care lasts', () => {
    const career = { birth: 2010, start: 2015 };
    const [timing] = timingsOf(career, categories);
    const days = daysOf(career, timing!, Random.of(1));
    expect(days.end).toBeUndefined();
    expect(days.start).toBeGreaterThanOrEqual(dayOf(2014, 4, 1));
  });
});

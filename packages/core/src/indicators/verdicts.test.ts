import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../dates/day.ts';
import { aCase, countOf, shareOf } from './verdicts.ts';

describe('what a child adds who counts more than once', () => {
  it('is a share with its day, and nothing where there is nothing to share', () => {
    expect(shareOf(1, 3)).toEqual({ numerator: 1, denominator: 3 });
    expect(shareOf(0, 3, day('2019-06-01'))).toEqual({
      numerator: 0,
      denominator: 3,
      on: day('2019-06-01'),
    });
    expect(shareOf(0, 0)).toBeUndefined();
  });

  it('is a number of one child, and nothing for a child who counts for none', () => {
    fc.assert(
      fc.property(fc.nat(20), (count) => {
        expect(countOf(count)).toEqual(count === 0 ? undefined : { numerator: count, denominator: 1 });
      }),
    );
  });
});

describe('a case that is no child', () => {
  it('is in the numerator or not, or counts for so many, in its categories', () => {
    expect(aCase('panel-1', true)).toEqual({
      about: 'panel-1',
      numerator: 1,
      denominator: 1,
      categories: {},
    });
    expect(aCase('panel-2', false)).toMatchObject({ numerator: 0, denominator: 1 });
    expect(aCase('survey-1', 30, 120, { audience: 'carers' })).toEqual({
      about: 'survey-1',
      numerator: 30,
      denominator: 120,
      categories: { audience: 'carers' },
    });
  });
});

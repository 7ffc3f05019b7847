import { expect, it } from 'vitest';
import { earliestFirst, latestFirst } from './order.ts';

const days = [Number.NaN, 5, -3, Number.NaN, 9];

it('sorts days either way with unreadable ones last', () => {
  expect(days.toSorted(earliestFirst)).toEqual([-3, 5, 9, Number.NaN, Number.NaN]);
  expect(days.toSorted(latestFirst)).toEqual([9, 5, -3, Number.NaN, Number.NaN]);
});

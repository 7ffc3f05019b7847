import { expect, it } from 'vitest';
import { latest } from './latest.ts';

const dated = (...days: number[]) => days.map((day, row) => ({ day, row }));
const rowOf = (...days: number[]) => latest(dated(...days), ({ day }) => day)?.row;

it('takes the latest day, and the first row of a tie', () => {
  expect(rowOf(3, 9, 5)).toBe(1);
  expect(rowOf(3, 9, 9)).toBe(1);
});

it('passes over unreadable days', () => {
  expect(rowOf(Number.NaN, 3, Number.NaN)).toBe(1);
  expect(rowOf(Number.NaN)).toBeUndefined();
  expect(rowOf()).toBeUndefined();
});

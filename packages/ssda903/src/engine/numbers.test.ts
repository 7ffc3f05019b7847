import { expect, it } from 'vitest';
import { numberIn } from './numbers.ts';

it.each([
  ['1', 1],
  ['1.0', 1],
  ['01', 1],
  [' 1 ', 1],
  ['+1.', 1],
  ['.5', 0.5],
  ['1E1', 10],
  ['-2', -2],
])('reads %j as %d', (text, value) => {
  expect(numberIn(text)).toBe(value);
});

it.each(['', ' ', 'YES', '0X1', '1 2', '1,0', 'INFINITY'])('finds no number in %j', (text) => {
  expect(numberIn(text)).toBeNaN();
});

import { expect, it } from 'vitest';
import { shortBreakRules } from '../rules/short-breaks.ts';
import { buildContext } from './build.ts';
import { join } from './join.ts';
import { exampleInput } from './testing.ts';

const context = buildContext(
  exampleInput(shortBreakRules[0]!, {
    Episodes: [{ CHILD: 'A' }, { CHILD: 'B' }, { CHILD: 'A' }, { CHILD: '' }],
    Header: [{ CHILD: 'A' }, { CHILD: 'C' }, { CHILD: 'A' }, { CHILD: '' }],
    'last Header': [{ CHILD: 'C' }, { CHILD: 'B' }],
  }),
);

const rows = (pairs: Iterable<readonly [{ row: number }, { row: number }]>) =>
  [...pairs].map(([left, right]) => [left.row, right.row]);

it('pairs all rows of a child, and none of a blank child', () => {
  expect(rows(join(context, 'Episodes', 'Header'))).toEqual([
    [0, 0],
    [0, 2],
    [2, 0],
    [2, 2],
  ]);
});

it('pairs this year with last year', () => {
  expect(rows(join(context, 'Header', 'last Header'))).toEqual([[1, 0]]);
});

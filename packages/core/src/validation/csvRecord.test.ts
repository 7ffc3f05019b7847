import { expect, it } from 'vitest';
import { recordFromCells } from './csvRecord.ts';

it('a number that may be null is read as a number, alone and in a list', () => {
  const answer = { type: ['integer', 'null'] };
  const columns = [
    { heading: 'answer', path: ['answer'], schema: answer },
    { heading: 'items', path: ['items'], schema: { type: 'array', items: answer } },
  ];
  expect(recordFromCells(columns, ['2', '2; 0; 1'])).toEqual({ answer: 2, items: [2, 0, 1] });
  expect(recordFromCells(columns, ['two', '[2,null]'])).toEqual({ answer: 'two', items: [2, null] });
});

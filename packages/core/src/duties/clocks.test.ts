import { describe, expect, it } from 'vitest';
import { addMonths, type Day, day, OPEN } from '../dates/day.ts';
import { dutyEvent, inOrder, oncePerStart, repeatingFrom } from './clocks.ts';

const monthly = (from: Day) => addMonths(from, 1);
const [start, first, second] = [day('2024-01-01'), day('2024-01-20'), day('2024-02-10')] as const;

describe('a clock that starts again each time it is met', () => {
  it('runs on from the last time', () => {
    expect([...repeatingFrom(start, OPEN, [first, second], monthly)]).toEqual([
      { startedOn: start, dueOn: monthly(start), metOn: first },
      { startedOn: first, dueOn: monthly(first), metOn: second },
      { startedOn: second, dueOn: monthly(second) },
    ]);
  });

  it('is met once by what is entered twice', () => {
    const once = [...repeatingFrom(start, OPEN, [first, second], monthly)];
    expect([...repeatingFrom(start, OPEN, [first, first, second, second], monthly)]).toEqual(once);
  });

  it('may be met on the very day it starts', () => {
    expect([...repeatingFrom(start, OPEN, [start], monthly)]).toEqual([
      { startedOn: start, dueOn: monthly(start), metOn: start },
      { startedOn: start, dueOn: monthly(start) },
    ]);
  });
});

it('two runs that start on one day are one: the one that was met, or met first', () => {
  const [unmet, late, early] = [
    dutyEvent(start, second),
    dutyEvent(start, second, second),
    dutyEvent(start, second, first),
  ];
  const other = dutyEvent(first, second);
  expect([...oncePerStart([unmet, late, other, early])]).toEqual([early, other]);
  expect([...oncePerStart([unmet, unmet])]).toEqual([unmet]);
});

it('days are put in order, each once, without those nobody knows', () => {
  expect(inOrder([second, undefined, first, second])).toEqual([first, second]);
});

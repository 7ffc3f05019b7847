import { describe, expect, it } from 'vitest';
import { day } from '../dates/day.ts';
import { strategyBook } from './book.ts';
import { checkStrategies } from './check.ts';
import { readStrategyRecords, type StrategyRecords } from './records.ts';

const records: StrategyRecords = {
  strategies: [{ id: 'sample-2019', title: 'Sample strategy', councils: ['sample'], end: '2021-03-31' }],
  priorities: [{ id: 'p1', strategy: 'sample-2019', name: 'Health' }],
  objectives: [
    { id: 'o1', strategy: 'sample-2019', priority: 'p1', text: 'Timely assessments.' },
    { id: 'o2', strategy: 'sample-2019', priority: 'p1', text: 'Nobody thought of it again.' },
  ],
  actions: [
    {
      id: 'a1',
      strategy: 'sample-2019',
      priority: 'p1',
      objectives: ['o1'],
      text: 'Send the request in three days.',
      owners: [{ role: 'Designated nurse' }],
      timescale: { due: '2019-09-30' },
      impact: 'More on time.',
    },
    { id: 'a2', strategy: 'sample-2019', objectives: ['o1'], text: 'Train.', impact: 'Better plans.' },
  ],
};

const found = (from: StrategyRecords) =>
  checkStrategies(strategyBook(from), { asAt: day('2019-10-10') }).map(
    ({ query, id, message }) => `${query} ${id}: ${message}`,
  );

describe('what the queries find in a strategy', () => {
  it('names actions overdue, without owner and without date, and objectives without action [STR-06] [STR-10] [STR-11]', () => {
    expect(found(records)).toEqual([
      'overdue a1: was due 2019-09-30, 10 days ago',
      'without-owner a2: nobody answers for it',
      'without-date a2: it names no day, nor how often it comes round',
      'objective-without-action o2: no action supports it',
    ]);
  });

  it('finds nothing in a strategy that is in order', () => {
    const { actions = [], objectives = [] } = records;
    const inOrder = {
      ...records,
      objectives: objectives.slice(0, 1),
      actions: [
        {
          ...actions[0]!,
          status: 'done' as const,
          completed: '2019-09-01' as const,
          evidence: [{ text: 'Audit.' }],
        },
      ],
    };
    expect(found(inOrder)).toEqual([]);
  });

  it('names what is not there, and the record that asks for it', () => {
    const broken: StrategyRecords = {
      ...records,
      actions: [
        {
          id: 'a1',
          strategy: 'sample-2019',
          text: 'Act.',
          objectives: ['o9'],
          board: 'lost-board',
          owners: [{ role: 'Somebody' }],
        },
      ],
      posts: [{ id: 'designated-nurse', role: 'Designated nurse' }],
    };
    expect(found(broken).filter((line) => line.startsWith('unknown'))).toEqual([
      'unknown-reference a1: names the objective ‘o9’, and there is none: add it, or correct the id',
      'unknown-reference a1: names the board ‘lost-board’, and there is none: add it, or correct the id',
      'unknown-reference a1: names the owner ‘Somebody’, and there is none: add the post, or its spelling to a post’s ‘alsoKnownAs’',
    ]);
  });

  it('reads a file of records, or names list, place and field of what is wrong', () => {
    expect(readStrategyRecords(records)).toEqual({ records, problems: [] });
    const { problems } = readStrategyRecords({ actions: [{ id: 'a1', text: 'Act.' }], action: [] });
    expect(problems.map(({ path }) => path)).toEqual(['/actions/0/strategy', '/action']);
    expect(problems[0]!.message).toContain('actions[0] (a1): ');
    expect(readStrategyRecords([]).problems).toHaveLength(1);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../generated/types.ts';
import { strategyBook } from './book.ts';
import { carriedOnInACircle, chainOfAction, openAcrossStrategies } from './carryOn.ts';
import type { StrategyRecords } from './records.ts';

const records: StrategyRecords = {
  strategies: [
    { id: 'plan-2012', title: 'First', councils: ['city'], start: '2012-04-01' },
    { id: 'plan-2016', title: 'Second', councils: ['city'], start: '2016-04-01' },
    { id: 'plan-2019', title: 'Third', councils: ['city'], start: '2019-04-01' },
  ],
  objectives: [
    { id: 'o', strategy: 'plan-2012', priority: 'p', text: 'Stable homes.' },
    {
      id: 'o',
      strategy: 'plan-2019',
      priority: 'p',
      text: 'Homes that last.',
      carriedFrom: { strategy: 'plan-2012', objective: 'o' },
    },
  ],
  actions: [
    { id: 'a', strategy: 'plan-2012', text: 'Review panels.', status: 'replaced', objectives: ['o'] },
    {
      id: 'b',
      strategy: 'plan-2016',
      text: 'Review panels.',
      carriedFrom: { strategy: 'plan-2012', action: 'a' },
    },
    {
      id: 'c',
      strategy: 'plan-2019',
      text: 'Review panels.',
      objectives: ['o'],
      carriedFrom: { strategy: 'plan-2016', action: 'b' },
    },
  ],
};

describe('work that goes on through several strategies', () => {
  it('traces what is open in 2019 back to 2012', () => {
    const { actions, objectives } = openAcrossStrategies(strategyBook(records), '2019-06-01');
    expect(actions.map(({ links, since }) => [since, ...links.map(({ strategy }) => strategy)])).toEqual([
      ['2012-04-01', 'plan-2012', 'plan-2016', 'plan-2019'],
    ]);
    expect(objectives.map(({ links }) => links.map(({ text }) => text))).toEqual([
      ['Stable homes.', 'Homes that last.'],
    ]);
  });

  it('no longer tells it once it is done', () => {
    const [a, b, c] = records.actions!;
    const done = strategyBook({ ...records, actions: [a!, b!, { ...c!, completed: '2019-05-01' }] });
    expect(openAcrossStrategies(done, '2019-06-01')).toEqual({ actions: [], objectives: [] });
    expect(openAcrossStrategies(done, '2019-04-30').actions).toHaveLength(1);
  });

  it('tells a circle once', () => {
    const [a, b, c] = records.actions!;
    const circle = [{ ...a!, carriedFrom: { strategy: 'plan-2019', action: 'c' } }, b!, c!];
    expect(carriedOnInACircle(strategyBook({ actions: circle }))).toMatchObject([
      {
        query: 'carried-on-in-a-circle',
        record: 'action',
        message: expect.stringContaining('carries itself on'),
      },
    ]);
  });

  it('has no record twice in a chain, and a circle is found exactly where there is one', () => {
    const links = fc.array(fc.option(fc.nat(11), { nil: undefined }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(links, (from) => {
        const actions = from.map(
          (earlier, i): Action => ({
            id: `a${i}`,
            strategy: 's',
            text: 'Act.',
            ...(earlier === undefined ? {} : { carriedFrom: { strategy: 's', action: `a${earlier}` } }),
          }),
        );
        const book = strategyBook({ actions });
        for (const action of actions) {
          const ids = chainOfAction(book, action, '2020-01-01').links.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.at(-1)).toBe(action.id);
        }
        const returns = (start: number): boolean => {
          let at = from[start];
          for (let step = 0; step < from.length && at !== undefined && at !== start; step++) at = from[at];
          return at === start;
        };
        expect(carriedOnInACircle(book).length > 0).toBe(from.some((_, i) => returns(i)));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { day } from '../dates/day.ts';
import type { Action, IndicatorValue } from '../generated/types.ts';
import {
  dueBeforeApproval,
  overdue,
  withoutDate,
  withoutEvidence,
  withoutImpact,
  withoutOwner,
  worseWhileGreen,
} from './actionQueries.ts';
import { strategyBook } from './book.ts';
import { actionsNotPlanned, plannedWithoutAction, reviewsOfStrategies } from './planQueries.ts';
import type { StrategyRecords } from './records.ts';
import { nextOccurrence } from './recurrence.ts';
import { stateOn } from './states.ts';

const asAt = day('2019-10-10');
const anAction = (id: string, more: Partial<Action> = {}): Action => ({
  id,
  strategy: 's',
  text: 'Act.',
  ...more,
});
const bookOf = (...actions: readonly Action[]) => strategyBook({ actions });
const idsOf = (found: readonly { id: string }[]) => found.map(({ id }) => id);

describe('actions', () => {
  it('are listed without owner or date while open [STR-10] [D-ACT-10]', () => {
    const book = bookOf(
      anAction('bare'),
      anAction('commitment', { kind: 'commitment', timescale: { printedAs: 'In time' } }),
      anAction('whole', { owners: [{ role: 'Director' }], timescale: { recurrence: 'ongoing' } }),
      anAction('done', { status: 'done' }),
    );
    expect(idsOf(withoutOwner(book, { asAt }))).toEqual(['bare', 'commitment']);
    expect(withoutDate(book, { asAt }).map(({ message }) => message)).toEqual([
      'it names no day, nor how often it comes round',
      '‘In time’ names no day, nor how often it comes round',
    ]);
  });

  it('are overdue the day after, the longest first, with owner, board and priority [D-ACT-07]', () => {
    const book = bookOf(
      anAction('today', { timescale: { due: '2019-10-10' } }),
      anAction('yesterday', { timescale: { due: '2019-10-09' } }),
      anAction('second', {
        timescale: { due: '2019-05-31' },
        furtherDays: ['2020-05-31'],
        board: 'b',
        priority: 'p',
      }),
      anAction('done', { timescale: { due: '2019-01-01' }, completed: '2019-01-01', status: 'done' }),
    );
    expect(overdue(book, { asAt })).toMatchObject([
      { id: 'second', daysLate: 132, board: 'b', priority: 'p' },
      { id: 'yesterday', daysLate: 1 },
    ]);
  });

  it('are flagged where due before approval, and where they do not say how to tell [D-ACT-05] [D-ACT-06]', () => {
    const book = strategyBook({
      strategies: [
        { id: 's', title: 'S', councils: ['c'], approvals: [{ by: 'Lead member', on: '2019-06-06' }] },
      ],
      actions: [
        anAction('early', { timescale: { due: '2019-04-30' }, impact: 'Fewer moves.' }),
        anAction('late', { timescale: { due: '2019-09-30' }, impact: ' ' }),
      ],
    });
    expect(idsOf(dueBeforeApproval(book))).toEqual(['early']);
    expect(idsOf(withoutImpact(book, { asAt }))).toEqual(['late']);
  });

  it('under way or done need something that shows it', () => {
    const book = bookOf(
      anAction('done', { status: 'done' }),
      anAction('shown', { status: 'done', evidence: [{ text: 'Audit of May.' }] }),
      anAction('not-begun'),
    );
    expect(idsOf(withoutEvidence(book, { asAt }))).toEqual(['done']);
  });

  it('have the state of the day asked about, with its reason', () => {
    const action = anAction('a', {
      status: 'in-progress',
      rag: 'green',
      history: [
        { on: '2019-01-01', status: 'not-started' },
        { on: '2019-06-01', status: 'in-progress', rag: 'red', note: 'No staff.' },
        { on: '2019-09-01', status: 'in-progress', rag: 'green' },
      ],
    });
    expect(stateOn(action, '2018-12-31').status).toBe('not-started');
    expect(stateOn(action, '2019-07-01')).toEqual({
      status: 'in-progress',
      rag: 'red',
      since: '2019-06-01',
      note: 'No staff.',
    });
    expect(stateOn(action, '2019-10-10').rag).toBe('green');
    const completed = anAction('c', { status: 'done', completed: '2019-05-01' });
    expect([stateOn(completed, '2019-04-30').status, stateOn(completed, '2019-05-01').status]).toEqual([
      'not-started',
      'done',
    ]);
  });

  it('that come round get their next day once done [D-ACT-09]', () => {
    const review = anAction('review', {
      timescale: { due: '2019-05-31', recurrence: 'yearly' },
      status: 'done',
      completed: '2019-06-03',
    });
    const next = nextOccurrence(review)!;
    expect(next).toMatchObject({
      id: 'review:2020-05-31',
      timescale: { due: '2020-05-31', recurrence: 'yearly' },
      status: 'not-started',
      carriedFrom: { strategy: 's', action: 'review' },
    });
    expect(next.completed).toBeUndefined();
    expect(nextOccurrence({ ...next, completed: '2020-06-01' })!.id).toBe('review:2021-05-31');
    expect(nextOccurrence(anAction('open', { timescale: { recurrence: 'yearly' } }))).toBeUndefined();
  });
});

describe('indicators behind actions', () => {
  const value = (year: number, figure: number): IndicatorValue => ({
    indicator: 'moves',
    period: { kind: 'financial-year', start: `${year - 1}-04-01`, end: `${year}-03-31` },
    value: figure,
  });
  const records: StrategyRecords = {
    indicators: [
      {
        id: 'moves',
        title: 'Three or more placements',
        definition: 'Share.',
        unit: 'percent',
        polarity: 'lower',
      },
    ],
    objectives: [{ id: 'o', strategy: 's', priority: 'p', text: 'Stable homes.', indicators: ['moves'] }],
    actions: [
      anAction('green', { objectives: ['o'], rag: 'green' }),
      anAction('own', { evidence: [{ indicator: 'moves' }], rag: 'green' }),
      anAction('red', { objectives: ['o'], rag: 'red' }),
    ],
  };

  it('that got worse while their actions are green are told [STR-15] [D-ACT-08]', () => {
    const book = strategyBook({ ...records, values: [value(2018, 6.7), value(2019, 9.6)] });
    expect(worseWhileGreen(book, { asAt }).map(({ id, message }) => `${id}: ${message}`)).toEqual([
      'green: it is green, while ‘Three or more placements’ rose by 2.9, which is worse',
      'own: it is green, while ‘Three or more placements’ rose by 2.9, which is worse',
    ]);
    expect(worseWhileGreen(book, { asAt: day('2018-10-10') })).toEqual([]);
  });

  it('that got better, or have one value, are not', () => {
    for (const values of [[value(2018, 9.6), value(2019, 6.7)], [value(2019, 9.6)]])
      expect(worseWhileGreen(strategyBook({ ...records, values }), { asAt })).toEqual([]);
  });
});

describe('strategies', () => {
  it('are told when their review date has passed or their period ends after it [STR-02] [D-STR-05]', () => {
    const book = strategyBook({
      strategies: [{ id: 's', title: 'S', councils: ['c'], end: '2020-03-31', reviewDates: ['2019-03-31'] }],
    });
    expect(reviewsOfStrategies(book, { asAt }).map(({ query }) => query)).toEqual([
      'review-passed',
      'review-before-end',
    ]);
    expect(reviewsOfStrategies(book, { asAt: day('2019-03-31') }).map(({ query }) => query)).toEqual([
      'review-before-end',
    ]);
  });

  it('list planned items without an action, and actions nobody planned [D-STR-04]', () => {
    const book = strategyBook({
      strategies: [
        {
          id: 's',
          title: 'S',
          councils: ['c'],
          statements: [
            { id: 'i1', kind: 'planned', text: 'Open a home.', actions: ['a'] },
            { id: 'i2', kind: 'planned', text: 'Train.' },
          ],
        },
      ],
      actions: [anAction('a'), anAction('b')],
    });
    expect(idsOf(plannedWithoutAction(book))).toEqual(['i2']);
    expect(idsOf(actionsNotPlanned(book))).toEqual(['b']);
  });
});

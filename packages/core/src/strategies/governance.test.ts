import { describe, expect, it } from 'vitest';
import { day } from '../dates/day.ts';
import { strategyBook } from './book.ts';
import { forwardPlan } from './forwardPlan.ts';
import {
  boardsOf,
  emptySeats,
  lastReceived,
  placeOf,
  protocolsToReview,
  reportsDue,
  reportsOverdue,
} from './governance.ts';
import { workOf } from './planQueries.ts';
import type { StrategyRecords } from './records.ts';

const records: StrategyRecords = {
  strategies: [{ id: 'city-2012', title: 'Plan', councils: ['city'], reviewDates: ['2014-03-31'] }],
  priorities: [{ id: 'p1', strategy: 'city-2012', name: 'Education', board: 'improvement' }],
  objectives: [
    { id: 'o1', strategy: 'city-2012', priority: 'p1', text: 'Attend.', indicators: ['attendance'] },
  ],
  actions: [
    {
      id: 'a1',
      strategy: 'city-2012',
      objectives: ['o1'],
      text: 'Call schools.',
      timescale: { due: '2013-03-15' },
    },
    {
      id: 'a2',
      strategy: 'city-2012',
      text: 'Open the home.',
      board: 'cabinet',
      timescale: { due: '2013-04-30' },
    },
  ],
  boards: [
    { id: 'cabinet', name: 'Cabinet', councils: ['city'], reportsTo: [] },
    { id: 'scrutiny', name: 'Scrutiny', councils: ['city'], reportsTo: ['cabinet'] },
    {
      id: 'improvement',
      name: 'Improvement board',
      councils: ['city', 'county'],
      reportsTo: ['cabinet', 'scrutiny'],
      meetingCycle: 'two-monthly',
      members: [
        { role: 'Director' },
        { role: 'Mental health lead', organisation: 'Health', required: true, filled: false },
      ],
      calendar: [{ on: '2013-02-01', priorities: ['p1'], topics: ['Attendance'] }],
      receives: [
        { title: 'Progress report', by: 'Head of service', cycle: 'quarterly' },
        { title: 'Annual health report', by: 'Designated nurse', cycle: 'yearly', first: '2013-05-01' },
        { title: 'Complaints', cycle: 'as-needed' },
      ],
    },
    { id: 'health-group', name: 'Health group', councils: ['county'] },
  ],
  meetings: [
    { board: 'improvement', held: '2012-10-01', reportsReceived: [{ title: 'progress report' }] },
    { board: 'improvement', held: '2012-12-03', reportsReceived: [{ title: 'Budget' }] },
  ],
  protocols: [
    { id: 'offending', title: 'Tackling offending', reviewDue: '2013-01-31' },
    { id: 'ended', title: 'Old', reviewDue: '2011-01-31', end: '2012-01-01' },
  ],
};
const book = strategyBook(records);
const asAt = day('2013-02-10');

describe('boards', () => {
  it('stand under several others, and may not know under whom [GOV-02] [GOV-04]', () => {
    const ids = (boards: readonly { id: string }[] | 'unknown') =>
      boards === 'unknown' ? boards : boards.map(({ id }) => id);
    const place = placeOf(book, 'improvement')!;
    expect(ids(place.reportsTo)).toEqual(['cabinet', 'scrutiny']);
    expect(ids(place.above)).toEqual(['cabinet', 'scrutiny']);
    expect(ids(placeOf(book, 'cabinet')!.reportedToBy)).toEqual(['scrutiny', 'improvement']);
    expect(placeOf(book, 'health-group')!.reportsTo).toBe('unknown');
    expect(placeOf(book, 'lost')).toBeUndefined();
  });

  it('bear a circle of reporting', () => {
    const circle = strategyBook({
      boards: [
        { id: 'a', name: 'A', councils: ['city'], reportsTo: ['b'] },
        { id: 'b', name: 'B', councils: ['city'], reportsTo: ['a'] },
      ],
    });
    expect(placeOf(circle, 'a')!.above.map(({ id }) => id)).toEqual(['b']);
  });

  it('belong to each of their councils [GOV-03]', () => {
    expect(boardsOf(book, 'county').map(({ id }) => id)).toEqual(['improvement', 'health-group']);
  });

  it('have empty seats listed [GOV-11]', () => {
    expect(emptySeats(book)).toMatchObject([
      { board: 'improvement', message: 'the seat of Mental health lead (Health) is empty' },
    ]);
  });

  it('see the actions and indicators of their priorities, and actions given to them [D-GOV-02]', () => {
    const { actions, indicators } = workOf(book, 'improvement');
    expect([actions.map(({ id }) => id), indicators]).toEqual([['a1'], ['attendance']]);
    expect(workOf(book, 'cabinet').actions.map(({ id }) => id)).toEqual(['a2']);
  });
});

describe('reports to boards', () => {
  it('are due one cycle after the last, or on their first day; when each was last received is known [GOV-07]', () => {
    expect(reportsDue(book, { asAt })).toEqual([
      {
        board: 'improvement',
        title: 'Progress report',
        by: 'Head of service',
        dueOn: '2013-01-01',
        lastReceived: '2012-10-01',
        daysLate: 40,
      },
      { board: 'improvement', title: 'Annual health report', by: 'Designated nurse', dueOn: '2013-05-01' },
      { board: 'improvement', title: 'Complaints' },
    ]);
    expect(lastReceived(book, 'improvement', asAt)).toBe('2012-12-03');
    expect(lastReceived(book, 'improvement', day('2012-11-01'))).toBe('2012-10-01');
    expect(reportsOverdue(book, { asAt })).toMatchObject([
      { message: '‘Progress report’ by Head of service was due 2013-01-01' },
    ]);
  });

  it('tell which protocols are to be reviewed, ended ones aside [GOV-12]', () => {
    expect(protocolsToReview(book, { asAt })).toMatchObject([{ id: 'offending', daysLate: 10 }]);
  });
});

describe('the forward plan', () => {
  const plan = (board?: string) =>
    forwardPlan(book, {
      from: day('2013-01-15'),
      to: day('2013-06-30'),
      actions: true,
      ...(board === undefined ? {} : { board }),
    });

  it('names meetings with the priorities looked at, expected ones by their rhythm, reports, reviews and actions [D-GOV-03]', () => {
    expect(plan().map(({ on, kind, title, priorities }) => [on, kind, title, ...priorities])).toEqual([
      ['2013-01-31', 'protocol review', 'Tackling offending'],
      ['2013-02-01', 'meeting', 'Improvement board', 'Education'],
      ['2013-03-15', 'action due', 'Call schools.'],
      ['2013-04-01', 'expected meeting', 'Improvement board'],
      ['2013-04-30', 'action due', 'Open the home.'],
      ['2013-05-01', 'report', 'Annual health report'],
      ['2013-06-01', 'expected meeting', 'Improvement board'],
    ]);
  });

  it('names a priority as the strategy of the day does', () => {
    const two = strategyBook({
      ...records,
      strategies: [
        { id: 'city-2012', title: 'Plan', councils: ['city'], start: '2012-04-01', end: '2015-03-31' },
        { id: 'city-2015', title: 'Next', councils: ['city'], start: '2015-04-01' },
      ],
      priorities: [...records.priorities!, { id: 'p1', strategy: 'city-2015', name: 'Learning' }],
    });
    const [, meeting] = forwardPlan(two, { from: day('2013-01-15'), to: day('2013-02-28') });
    expect(meeting).toMatchObject({ on: '2013-02-01', priorities: ['Education'] });
  });

  it('keeps to one board, and gives every entry its own id', () => {
    expect(plan('cabinet').map(({ kind }) => kind)).toEqual(['action due']);
    const ids = plan().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

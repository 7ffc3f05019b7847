import { dayOf, financialYear, formatIsoDate, type IsoDate } from '@cic/core';
import { meeting } from '@cic/core/records';
import { aChild, many } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  awardNomination,
  childrenService,
  consultation,
  newsletter,
  type ParticipationActivity,
  participationActivity,
  participationGroup,
  pledge,
  survey,
  takingPart,
} from '../src/generated/records.ts';
import { listed, parts, rows, value, withOthers } from './tell.ts';

const YEAR = financialYear(2020);
const group = {
  type: participationGroup,
  records: [
    {
      id: 'voice',
      kind: 'children-in-care-council',
      title: 'Our Voice',
      established: '2012-04-01',
      meets: 'half-termly',
    },
  ],
};
const held = (...records: ParticipationActivity[]) => ({ type: participationActivity, records });
const month = (i: number): IsoDate => formatIsoDate(dayOf(2019, 4 + (i % 9), 10 + Math.floor(i / 9)));
const of = (kind: ParticipationActivity['kind'], count: number, facts: Partial<ParticipationActivity> = {}) =>
  times(count, (i): ParticipationActivity => ({ id: `${kind}-${i}`, kind, held: month(i), ...facts }));
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('what young people are part of', () => {
  // A year as the strategy plans it: half-termly meetings, 4 newsletters, 3 outings, 2 Big Conversations.
  const year = withOthers(
    [],
    group,
    held(
      ...of('group-meeting', 6, {
        group: 'voice',
        members: 12,
        youngPeople: 9,
        rung: '4',
        level: 'consulted',
      }),
      ...of('outing', 3, { group: 'voice', youngPeople: 20 }),
      ...of('big-conversation', 2, {
        rung: '5',
        level: 'design',
        decisionMakers: ['lead-member', 'director'],
      }),
      ...of('open-door', 12, { channel: 'phone', youngPeople: 2, decisionMakers: ['director'] }),
      ...of('interview-panel', 4, { youngPeople: 3, level: 'delivery' }),
      ...of('network-event', 1),
      ...of('awards-event', 1, { nominations: 118 }),
    ),
    { type: newsletter, records: times(4, (i) => ({ id: `n${i}`, sent: month(i * 2) })) },
  );
  const is = (id: string) => value(id, year, YEAR);

  it('is counted: meetings, newsletters, outings and Big Conversations as the strategy plans them [D-ENG-01] [D-ENG-03] [D-ENG-04]', () => {
    expect(is('children-in-care-council-meetings')).toBe(6);
    expect(is('newsletters')).toBe(4);
    expect(is('participation-outings')).toBe(3);
    expect(is('big-conversations')).toBe(2);
    expect(parts('council-meeting-attendance', year, YEAR)).toEqual([54, 72]);
  });

  it('counts direct meetings, Open Door and its use by channel [ENG-04] [ENG-05] [D-ENG-14]', () => {
    expect(is('meetings-with-decision-makers')).toBe(14);
    expect(is('lead-member-meetings')).toBe(2);
    expect(is('open-door-sessions')).toBe(12);
    expect(rows('open-door-used', 'participation-channel', year, YEAR)).toMatchObject([
      { category: 'phone', value: 24 },
    ]);
  });

  it('counts young people on panels, networks and awards [ENG-16] [D-ENG-13] [ENG-22]', () => {
    expect(is('recruitment-with-young-people')).toBe(4);
    expect(is('young-people-in-recruitment')).toBe(12);
    expect(is('network-events')).toBe(1);
  });

  it('has 118 nominations where the event alone notes them, and each child’s where they are on record [ENG-18] [D-ENG-12]', () => {
    expect(is('awards-events')).toBe(1);
    expect(is('award-nominations')).toBe(118);
    const named = withOthers(
      [
        aChild().with(awardNomination, {
          scheme: 'achievement',
          nominated: '2019-05-01',
          awarded: '2019-07-01',
        }),
        aChild().with(awardNomination, { scheme: 'achievement', nominated: '2019-05-01' }),
      ],
      held(...of('awards-event', 1, { nominations: 118 })),
    );
    expect(value('award-nominations', named, YEAR)).toBe(2);
    expect(value('awards-given', named, YEAR)).toBe(1);
  });

  it('stands on rungs 4 and 5 of the ladder, activity by activity [D-ENG-10] [ENG-24]', () => {
    expect(parts('ladder-of-participation', year, YEAR)).toEqual([34, 8]);
    expect(is('ladder-of-participation')).toBe(4.25);
    expect(rows('participation-activities', 'ladder-rung', year, YEAR)).toMatchObject([
      { category: '4', value: 6 },
      { category: '5', value: 2 },
      { category: 'not-known', value: 21 },
    ]);
    expect(parts('participation-beyond-consulting', year, YEAR)).toEqual([6, 12]);
    expect(listed('participation-activities', year, YEAR)[0]).toMatchObject({
      rung: '4, assigned but informed',
      youngPeople: 9,
    });
  });

  it('counts who came by themselves where that is more than was noted', () => {
    const came = many(5, () =>
      aChild().with(takingPart, { activity: 'a', on: '2019-05-01', status: 'took-part' }),
    );
    const history = withOthers(
      came,
      held({ id: 'a', kind: 'interview-panel', held: '2019-05-01', youngPeople: 3 }),
    );
    expect(value('young-people-in-recruitment', history, YEAR)).toBe(5);
  });
});

describe('questions and points', () => {
  const history = withOthers(
    [],
    held({
      id: 'april',
      kind: 'big-conversation',
      held: '2019-04-10',
      questions: [
        { text: 'Can we have a pet?', asked: 'Head of fostering', due: '2019-05-10', answered: '2019-05-02' },
        {
          text: 'What when my worker changes?',
          asked: 'Director',
          due: '2019-05-10',
          answered: '2019-06-01',
        },
        { text: 'Why badges?', asked: 'Director', due: '2019-05-10' },
      ],
      points: [
        { text: 'Say family time', board: 'corporate-parenting', carried: '2019-06-12' },
        { text: 'No badges' },
      ],
    }),
  );

  it('are answered by named decision makers in time, or flagged [D-ENG-04]', () => {
    expect(parts('questions-answered-in-time', history, YEAR)).toEqual([1, 3]);
    expect(listed('questions-and-points', history, YEAR).map(({ to, flags }) => [to, flags])).toEqual([
      ['Head of fostering', []],
      ['Director', []],
      ['Director', ['overdue since 10 May 2019']],
      ['corporate-parenting', []],
      ['board', ['not carried to the board']],
    ]);
  });

  it('reach the board [D-ENG-14]', () => {
    expect(parts('points-carried-to-board', history, YEAR)).toEqual([1, 2]);
  });

  it('are raised where young people meet the board themselves [ENG-04]', () => {
    const boards = withOthers([], {
      type: meeting,
      records: [
        { board: 'steering-group', held: '2019-05-01', youngPeople: 3 },
        { board: 'steering-group', held: '2019-07-01', youngPeople: 0 },
        { board: 'steering-group', held: '2019-09-01' },
      ],
    });
    expect(parts('board-meetings-with-young-people', boards, YEAR)).toEqual([1, 2]);
  });
});

describe('the calendar of what is owed', () => {
  it('says how many fewer meetings, sessions and surveys there were than there should be, and which reviews are overdue [ENG-05] [ENG-06] [ENG-10] [D-ENG-05]', () => {
    const history = withOthers(
      [],
      group,
      held(...of('group-meeting', 4, { group: 'voice' }), ...of('big-conversation', 2)),
      {
        type: pledge,
        records: [
          {
            id: 'p',
            version: '2',
            from: '2018-04-01',
            until: '2021-03-31',
            promises: [{ id: 'a', text: 'A' }],
          },
        ],
      },
      { type: survey, records: [] },
      { type: childrenService, records: [] },
      { type: consultation, records: [] },
    );
    const owed = new Map(
      listed('engagement-calendar', history, YEAR).map(({ what, done, due, flags }) => [
        what,
        [done, due, flags],
      ]),
    );
    expect(owed.get('Meetings of the children in care council')).toEqual([
      4,
      '',
      ['2 fewer than 6 in twelve months'],
    ]);
    expect(owed.get('Big Conversations')).toEqual([2, '', []]);
    expect(owed.get('Open Door sessions')).toEqual([0, '', ['12 fewer than 12 in twelve months']]);
    expect(owed.get('Surveys of care leavers')).toEqual([0, '', ['2 fewer than 2 in twelve months']]);
    expect(owed.get('Pledge 2: yearly review')).toEqual(['', '2019-04-01', ['overdue']]);
    expect(owed.get('Our Voice: terms of reference')).toEqual(['', '', ['none agreed']]);
  });
});

import { financialYear } from '@cic/core';
import { aChild, many } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  groupMembership,
  participationActivity,
  participationGroup,
  takingPart,
} from '../src/generated/records.ts';
import { listed, parts, rows, value, withOthers } from './tell.ts';

const YEAR = financialYear(2009);
const GROUP = {
  id: 't2c',
  kind: 'children-in-care-council',
  title: 'T2C',
  established: '2007-04-01',
} as const;
const FORUM = { id: 'forum', kind: 'care-leaver-forum', title: 'Forum', established: '2007-04-01' } as const;
const groups = { type: participationGroup, records: [GROUP, FORUM] };
const inCare = (born: '2000-01-01' | '1992-01-01', joined?: '2007-05-01' | '2008-06-01') => {
  const child = aChild({ born }).startedOn('2006-01-01');
  return joined ? child.with(groupMembership, { group: 't2c', joined }) : child;
};

describe('members of the children in care council', () => {
  // 9 young people of 15 to 18 at the start of the year; 22 by October 2008, 5 of them aged 9 to 11.
  const council = withOthers(
    [
      ...many(9, () => inCare('1992-01-01', '2007-05-01')),
      ...many(8, () => inCare('1992-01-01', '2008-06-01')),
      ...many(5, () =>
        aChild({ born: '1998-06-01' })
          .startedOn('2006-01-01')
          .with(groupMembership, { group: 't2c', joined: '2008-06-01' }),
      ),
    ],
    groups,
  );

  it('grow from 9 to 22, 5 of them aged 9 to 11, as the report prints [ENG-01] [ENG-02]', () => {
    expect(value('children-in-care-council-members', council, financialYear(2008))).toBe(9);
    expect(value('children-in-care-council-members', council, YEAR)).toBe(22);
    expect(rows('children-in-care-council-members', 'participation-age', council, YEAR)).toMatchObject([
      { category: '9-11', value: 5 },
      { category: '15-18', value: 17 },
    ]);
    expect(value('children-in-care-council-joined', council, YEAR)).toBe(13);
    expect(value('children-in-care-council-growth', council, YEAR)).toBe(13);
  });

  it('count from the day they join until the day before they leave, once, and in their own group', () => {
    const left = withOthers(
      [
        inCare('1992-01-01').with(groupMembership, {
          group: 't2c',
          joined: '2008-05-01',
          left: '2009-03-31',
        }),
        inCare('1992-01-01').with(groupMembership, {
          group: 't2c',
          joined: '2008-05-01',
          left: '2009-04-01',
        }),
        inCare('1992-01-01').with(groupMembership, { group: 'forum', joined: '2008-05-01' }),
      ],
      groups,
    );
    expect(value('children-in-care-council-members', left, YEAR)).toBe(1);
    expect(value('participation-group-members', left, YEAR)).toBe(2);
    expect(value('children-in-care-council-left', left, YEAR)).toBe(1);
  });

  it('have no number where no membership is on record', () => {
    expect(
      value('children-in-care-council-members', withOthers([inCare('1992-01-01')], groups), YEAR),
    ).toBeNull();
  });

  it('have their support, or a flag that says what is missing [ENG-03]', () => {
    const story = aChild({ born: '1995-01-01' })
      .startedOn('2006-01-01')
      .with(groupMembership, {
        group: 't2c',
        joined: '2008-05-01',
        role: 'ambassador',
        support: [
          { kind: 'learning', provided: true },
          { kind: 'transport', provided: false },
          { kind: 'health' },
        ],
      });
    const history = withOthers([story], groups);
    expect(parts('member-support-provided', history, YEAR)).toEqual([1, 3]);
    expect(value('participation-ambassadors', history, YEAR)).toBe(1);
    expect(listed('participation-members', history, YEAR)).toEqual([
      {
        age: 14,
        groups: ['T2C'],
        since: '2008-05-01',
        support: ['learning difficulties', 'transport', 'health needs'],
        flags: ['transport: not provided', 'health needs: not known whether provided'],
      },
    ]);
  });
});

describe('children who take part', () => {
  const activities = {
    type: participationActivity,
    records: [
      { id: 'meeting', kind: 'group-meeting', held: '2008-10-01', group: 't2c' },
      { id: 'film', kind: 'workshop', held: '2008-11-01' },
    ],
  };
  const attend = (activity: string, status: 'took-part' | 'declined' = 'took-part') =>
    inCare('1992-01-01').with(takingPart, { activity, on: '2008-10-01', status });
  const history = withOthers(
    [
      attend('meeting'),
      attend('film'),
      attend('film', 'declined'),
      inCare('2000-01-01'),
      attend('meeting').with(takingPart, {
        activity: 'film',
        on: '2008-11-01',
        status: 'took-part',
        support: [{ kind: 'interpreter', provided: true }],
      }),
    ],
    groups,
    activities,
  );

  it('are a share of all children in care, with the council and in any way [D-ENG-01] [D-ENG-02]', () => {
    expect(parts('children-in-care-council-reach', history, YEAR)).toEqual([2, 5]);
    expect(parts('children-who-took-part', history, YEAR)).toEqual([3, 5]);
    expect(value('took-part-outside-council', history, YEAR)).toBe(1);
    expect(parts('taking-part-support-provided', history, YEAR)).toEqual([1, 1]);
  });
});

describe('the newsletter', () => {
  it('goes to every child in care of 8 and over on the day [D-ENG-03]', () => {
    const history = withOthers([
      aChild({ born: '2001-03-31' }).startedOn('2006-01-01'),
      aChild({ born: '2001-04-01' }).startedOn('2006-01-01'),
      aChild({ born: '1995-01-01' }).startedOn('2006-01-01'),
      aChild({ born: '1995-01-01' }).startedOn('2006-01-01').ceasedOn('2009-01-01'),
    ]);
    expect(listed('newsletter-recipients', history, YEAR)).toEqual([
      { age: 8, flags: ['new at this age'] },
      { age: 14, flags: [] },
    ]);
    const tenAndOver = { parameters: [{ id: 'newsletter-age-from', value: 10 }] };
    expect(listed('newsletter-recipients', history, YEAR, tenAndOver)).toHaveLength(1);
  });
});

import { financialYear } from '@cic/core';
import { describe, expect, it } from 'vitest';
import {
  type ChildrenService,
  childrenService,
  engagementProcurement,
  type Pledge,
  participationChampion,
  participationTraining,
  pledge,
  serviceInformation,
} from '../src/generated/records.ts';
import { listed, parts, rows, value, withOthers } from './tell.ts';

const YEAR = financialYear(2014);
const PLEDGE: Pledge = {
  id: 'pledge-2013',
  version: '2',
  agreed: '2013-03-12',
  from: '2013-04-01',
  until: '2016-03-31',
  promises: [
    { id: 'listen', text: 'We will listen.' },
    { id: 'tell', text: 'We will tell you why.' },
  ],
  signatures: [
    { by: 'Leader of the council', kind: 'council', signed: '2013-03-12' },
    { by: 'Health', kind: 'partner' },
  ],
  reviews: [
    {
      held: '2014-03-20',
      promises: [
        { promise: 'listen', state: 'kept' },
        { promise: 'tell', state: 'partly' },
      ],
    },
  ],
};
const pledges = (...records: Pledge[]) => withOthers([], { type: pledge, records });

describe('the pledge', () => {
  it('runs for three years with a yearly review of each promise [ENG-10] [D-ENG-05]', () => {
    expect(parts('promises-kept', pledges(PLEDGE), YEAR)).toEqual([1, 2]);
    // Too young to be due a review in its first year; reviewed within the year in the second, not in the third.
    expect(parts('pledges-reviewed', pledges(PLEDGE), financialYear(2014))).toEqual([0, 0]);
    const second = { ...PLEDGE, reviews: [{ held: '2014-05-01' as const }] };
    expect(parts('pledges-reviewed', pledges(second), financialYear(2015))).toEqual([1, 1]);
    expect(parts('pledges-reviewed', pledges(second), financialYear(2016))).toEqual([0, 1]);
    expect(listed('engagement-calendar', pledges(second), financialYear(2016))).toContainEqual({
      what: 'Pledge 2: yearly review',
      wanted: '',
      done: '',
      due: '2015-05-01',
      flags: ['overdue'],
    });
    expect(listed('engagement-calendar', pledges(second), financialYear(2017))).toContainEqual(
      expect.objectContaining({ what: 'Pledge 2: a new one', due: '2016-03-31' }),
    );
  });

  it('is signed by the council and its partners, and the group’s function reviewed after it [ENG-11]', () => {
    expect(value('pledge-signatures', pledges(PLEDGE), YEAR)).toBe(1);
    expect(listed('pledge-promises', pledges(PLEDGE), YEAR)).toMatchObject([
      {
        promise: 'We will listen.',
        state: 'Kept',
        signed: ['Leader of the council'],
        flags: ['1 have not signed', 'function of the corporate parenting group not reviewed after it'],
      },
      { promise: 'We will tell you why.', state: 'Kept in part' },
    ]);
    const reviewed = {
      ...PLEDGE,
      boardReviewed: '2013-09-01' as const,
      signatures: PLEDGE.signatures!.slice(0, 1),
    };
    expect(listed('pledge-promises', pledges(reviewed), YEAR)[0]!.flags).toEqual([]);
  });

  it('is followed by training of staff and members [ENG-23]', () => {
    const training = (audience: 'staff' | 'members', held: '2013-06-05' | '2013-10-01') => ({
      id: audience,
      held,
      audience,
      attended: 14,
      pledge: 'pledge-2013',
    });
    const after = (...records: object[]) =>
      withOthers([], { type: pledge, records: [PLEDGE] }, { type: participationTraining, records });
    const inTime = after(training('staff', '2013-06-05'), training('members', '2013-06-05'));
    expect(parts('pledges-followed-by-training', inTime, YEAR)).toEqual([1, 1]);
    expect(value('participation-training-attended', inTime, YEAR)).toBe(28);
    const late = after(training('staff', '2013-06-05'), training('members', '2013-10-01'));
    expect(parts('pledges-followed-by-training', late, YEAR)).toEqual([0, 1]);
  });
});

describe('teams and services', () => {
  const services: ChildrenService[] = [
    { id: 'school', title: 'Virtual school', team: 'virtual-school', opened: '2012-04-01' },
    { id: 'fostering', title: 'Fostering', team: 'fostering-team', opened: '2012-04-01', informs: false },
    { id: 'advocacy', title: 'Advocacy', opened: '2012-04-01' },
    { id: 'old', title: 'Closed', team: 'health-team', opened: '2012-04-01', closed: '2013-01-01' },
  ];
  const history = withOthers(
    [],
    { type: childrenService, records: services },
    {
      type: participationChampion,
      records: [
        { service: 'school', champion: 'W-1', start: '2013-05-01' },
        { service: 'fostering', start: '2012-05-01', end: '2013-05-01' },
      ],
    },
    {
      type: serviceInformation,
      records: [
        {
          id: 'a',
          service: 'advocacy',
          title: 'On your side',
          published: '2012-05-01',
          reviewDue: '2013-05-01',
          tells: ['who', 'what', 'contact', 'complaint'],
        },
        { id: 'b', service: 'school', title: 'School', published: '2013-05-01', tells: ['who', 'what'] },
      ],
    },
  );

  it('have a champion each, and teams and kinds of team without one are listed [D-ENG-07]', () => {
    expect(parts('teams-with-champion', history, YEAR)).toEqual([1, 2]);
    const list = listed('teams-and-services', history, YEAR);
    expect(list.find(({ service }) => service === 'Fostering')!.flags).toEqual(['no champion']);
    expect(list.filter(({ flags }) => String(flags) === 'no team of this kind on record')).toHaveLength(4);
  });

  it('tell children who they are, what they do, how to reach them and how to complain, and when that is to be reviewed [D-ENG-08]', () => {
    expect(parts('services-with-information', history, YEAR)).toEqual([1, 2]);
    expect(parts('service-information-in-date', history, YEAR)).toEqual([1, 2]);
    const flagsOf = (title: string) =>
      listed('teams-and-services', history, YEAR).find(({ service }) => service === title)!.flags;
    expect(flagsOf('Virtual school')).toEqual([
      'does not say: how to contact them',
      'does not say: how to complain',
    ]);
    expect(flagsOf('Advocacy')).toEqual(["'On your side' was due a review on 1 May 2013"]);
  });
});

describe('procurement', () => {
  it('says which engagement services went to open tender [ENG-15]', () => {
    const history = withOthers([], {
      type: engagementProcurement,
      records: [
        {
          id: 'a',
          service: 'advocacy',
          route: 'open-tender',
          started: '2013-01-10',
          awarded: '2013-06-01',
          ended: '2016-05-31',
          childrensRights: true,
          youngPeople: 3,
        },
        {
          id: 'b',
          service: 'independent-visitors',
          route: 'direct-award',
          started: '2013-01-10',
          awarded: '2013-06-01',
          ended: '2014-01-01',
        },
      ],
    });
    expect(parts('engagement-services-by-open-tender', history, YEAR)).toEqual([1, 2]);
    expect(rows('engagement-services-by-open-tender', 'procurement-route', history, YEAR)).toMatchObject([
      { category: 'open-tender', value: 100 },
      { category: 'direct-award', value: 0 },
    ]);
    expect(listed('engagement-procurements', history, YEAR).map(({ flags }) => flags)).toEqual([
      [],
      ['contract over', 'not specified upon children’s rights', 'no young people took part in choosing'],
    ]);
  });
});

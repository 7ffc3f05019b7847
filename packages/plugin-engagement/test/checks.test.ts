import type { RecordType } from '@cic/core';
import { aChild, aHistory } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  advocacyReferral,
  childrenService,
  consultation,
  feedback,
  groupMembership,
  independentVisitor,
  participationActivity,
  participationChampion,
  participationGroup,
  participationTraining,
  pledge,
  serviceInformation,
  takingPart,
  youSaidWeDid,
} from '../src/generated/records.ts';
import { found, withOthers } from './tell.ts';

const ASAT = '2025-03-31';
const others = (type: RecordType, ...records: object[]) => withOthers([], { type, records });

describe('dates', () => {
  it('of a child’s records follow each other, and nothing has happened on a day to come', () => {
    const history = aHistory(
      aChild().with(
        advocacyReferral,
        { referred: '2025-02-01', firstContact: '2025-01-30', provided: '2025-02-03' },
        { referred: '2025-05-01' },
      ),
    );
    expect(found('advocacy-referral-dates', history, ASAT)).toEqual([
      'first contact on 30 January 2025, before it was referred on 1 February 2025',
      'dated 1 May 2025, which is still to come',
    ]);
  });

  it('of other records too; a pledge may be agreed ahead', () => {
    const next = {
      id: 'p',
      version: '3',
      from: '2025-04-01',
      until: '2024-04-01',
      promises: [{ id: 'a', text: 'A' }],
    };
    expect(found('pledge-dates', others(pledge, next), ASAT)).toEqual([
      'ends on 1 April 2024, before it was in force on 1 April 2025',
    ]);
    const said = { id: 's', said: '2025-03-01', text: 'x', fedBack: '2025-02-01' };
    expect(found('you-said-we-did-dates', others(youSaidWeDid, said), ASAT)).toHaveLength(1);
  });
});

describe('records that have to agree', () => {
  it('members belong to a group that is there, once at a time [ENG-01]', () => {
    const child = aChild().with(
      groupMembership,
      { group: 'g', joined: '2023-01-01' },
      { group: 'g', joined: '2024-06-01' },
      { group: 'h', joined: '2024-06-01' },
    );
    const group = { id: 'g', kind: 'children-in-care-council', title: 'G', established: '2024-01-01' };
    expect(
      found(
        'group-membership-fits',
        withOthers([child], { type: participationGroup, records: [group] }),
        ASAT,
      ),
    ).toEqual([
      "the membership from 1 January 2023 begins before the group 'g' was established on 1 January 2024",
      'the membership from 1 June 2024 overlaps the one of the same group from 1 January 2023',
      "the membership from 1 June 2024 names group 'h', which is not on record",
    ]);
  });

  it('children take part in what is on record, on its day [D-ENG-02]', () => {
    const child = aChild().with(
      takingPart,
      { activity: 'a', on: '2024-06-02', status: 'took-part' },
      { activity: 'nothing', on: '2024-06-02', status: 'invited' },
    );
    const history = withOthers([child], {
      type: participationActivity,
      records: [{ id: 'a', kind: 'workshop', held: '2024-06-01' }],
    });
    expect(found('taking-part-in-what', history, ASAT)).toEqual([
      "took part in 'a' on 2 June 2024, which was held on 1 June 2024",
      "part in 'nothing' on 2 June 2024, which is neither an activity nor a consultation on record",
    ]);
  });

  it('activities add up [D-ENG-01] [D-ENG-04]', () => {
    const activity = {
      id: 'a',
      kind: 'group-meeting',
      held: '2024-06-01',
      members: 5,
      youngPeople: 6,
      questions: [{ text: 'x', asked: 'y', due: '2024-05-01', answered: '2024-05-02' }],
      points: [{ text: 'x', carried: '2024-05-01' }],
    };
    expect(found('participation-activity-fits', others(participationActivity, activity), ASAT)).toEqual([
      'the meeting of 1 June 2024 does not say of which group',
      '6 young people came to the meeting of 1 June 2024, but the group had 5 members',
      'a question raised on 1 June 2024 was due an answer on 1 May 2024, before that',
      'a question raised on 1 June 2024 was answered on 2 May 2024, before that',
      'a point raised on 1 June 2024 reached the board on 1 May 2024, before that',
    ]);
    expect(
      found(
        'participation-activity-fits',
        others(participationActivity, { id: 'b', kind: 'workshop', held: '2024-06-01', group: 'z' }),
        ASAT,
      ),
    ).toEqual(["names group 'z', which is not on record"]);
  });

  it('consultations add up [ENG-07]', () => {
    const record = {
      id: 'c',
      topic: 't',
      title: 'T',
      audiences: ['staff'],
      opened: '2024-06-01',
      asked: 3,
      tookPart: 4,
      survey: 'x',
    };
    expect(found('consultation-fits', others(consultation, record), ASAT)).toEqual([
      '4 took part, but 3 were asked',
      "names survey 'x', which is not on record",
    ]);
  });

  it('what was said comes before what was decided, done and told [ENG-08] [D-ENG-06]', () => {
    const record = {
      id: 's',
      said: '2024-06-01',
      text: 'x',
      decision: { on: '2024-05-01', outcome: 'no-change' },
      action: { text: 'y', done: '2024-05-02' },
      fedBack: '2024-04-01',
    };
    expect(found('you-said-we-did-order', others(youSaidWeDid, record), ASAT)).toEqual([
      'decided on 1 May 2024, before it was said on 1 June 2024',
      'done on 2 May 2024, before it was said on 1 June 2024',
      'fed back on 1 April 2024, before it was decided on 1 May 2024',
      'nothing was changed by the decision of 1 May 2024, and no reason is given',
    ]);
  });

  it('one pledge is in force at a time, and reviews judge its own promises [ENG-10] [D-ENG-05]', () => {
    const one = (id: string, from: string, more: object = {}) => ({
      id,
      version: id,
      from,
      promises: [{ id: 'a', text: 'A' }],
      ...more,
    });
    expect(
      found(
        'pledge-fits',
        others(
          pledge,
          one('p1', '2020-04-01', { until: '2023-03-31' }),
          one('p2', '2023-01-01', {
            reviews: [{ held: '2022-12-01', promises: [{ promise: 'b', state: 'kept' }] }],
          }),
        ),
        ASAT,
      ),
    ).toEqual([
      "in force from 1 January 2023, while 'p1' still is",
      'reviewed on 1 December 2022, before it was in force',
      "the review of 1 December 2022 judges promise 'b', which it does not make",
    ]);
  });

  it('what is named is on record [D-ENG-07] [D-ENG-08]', () => {
    const history = withOthers(
      [],
      { type: childrenService, records: [{ id: 's', title: 'S', opened: '2020-01-01' }] },
      {
        type: serviceInformation,
        records: [{ id: 'i', service: 'x', title: 'I', published: '2024-01-01', tells: ['who'] }],
      },
      {
        type: participationChampion,
        records: [
          { service: 's', start: '2024-01-01' },
          { service: 'y', start: '2024-01-01' },
        ],
      },
      {
        type: feedback,
        records: [
          { id: 'f', received: '2024-01-01', from: 'staff', kind: 'comment', information: 'j', service: 'z' },
        ],
      },
      {
        type: participationTraining,
        records: [{ id: 't', held: '2024-01-01', audience: 'staff', attended: 1, pledge: 'p' }],
      },
    );
    expect(found('engagement-references', history, ASAT)).toEqual([
      "is of service 'x', which is not on record",
      "a champion from 1 January 2024 is of 'y', which is not on record",
      "judges information 'j', which is not on record",
      "is about service 'z', which is not on record",
      "follows pledge 'p', which is not on record",
    ]);
  });

  it('a child has one independent visitor at a time [ENG-13]', () => {
    const history = aHistory(
      aChild().with(
        independentVisitor,
        { considered: '2023-01-01', matched: '2023-02-01' },
        { considered: '2024-01-01', matched: '2024-02-01' },
      ),
    );
    expect(found('two-independent-visitors', history, ASAT)).toEqual([
      'matched on 1 February 2024 while the match of 1 February 2023 still stands',
    ]);
  });
});

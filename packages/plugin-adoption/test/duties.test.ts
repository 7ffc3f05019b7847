import { formatIsoDate } from '@cic/core';
import { adoptionDecision, lifeStoryWork, permanencePlan, review } from '@cic/core/records';
import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  adoptionMatch,
  adoptionOrder,
  adoptionSupportPlan,
  adoptivePlacement,
  placementOrder,
} from '../src/generated/records.ts';
import { computed, due } from './tell.ts';

const told = (id: string, child: Parameters<typeof due>[1], asAt: Parameters<typeof due>[2] = '2017-12-31') =>
  due(id, child, asAt).map(({ startedOn, dueOn, status }) => [
    formatIsoDate(startedOn),
    formatIsoDate(dueOn),
    status,
  ]);

const inCare = () => aChild({ born: '2014-01-01' }).startedOn('2016-04-11');
const decided = () => inCare().with(adoptionDecision, { decided: '2016-09-01' });

describe('clocks of adoption', () => {
  it('a permanence plan is due by the second review, four months after entering care', () => {
    const planned = inCare().with(permanencePlan, { route: 'adoption', start: '2016-08-11' });
    expect(told('permanence-plan-by-second-review', planned)).toEqual([
      ['2016-04-11', '2016-08-11', 'met in time'],
    ]);
    expect(told('permanence-plan-by-second-review', inCare(), '2016-08-11')).toEqual([
      ['2016-04-11', '2016-08-11', 'due'],
    ]);
    expect(told('permanence-plan-by-second-review', inCare())).toEqual([
      ['2016-04-11', '2016-08-11', 'overdue'],
    ]);
  });

  it('placement is due 12 months after the decision, and falls away with its reversal [ADP-04]', () => {
    const placed = decided().with(adoptivePlacement, { placed: '2017-09-01' });
    expect(told('placement-after-adoption-decision', placed)).toEqual([
      ['2016-09-01', '2017-09-01', 'met in time'],
    ]);
    const reversed = inCare().with(adoptionDecision, {
      decided: '2016-09-01',
      ceased: '2017-02-01',
      reasonCeased: 'RD1',
    });
    expect(told('placement-after-adoption-decision', reversed)).toEqual([
      ['2016-09-01', '2017-09-01', 'fell away'],
    ]);
    expect(computed('placement-after-adoption-decision-on-time', { children: [placed] }).value).toBeNull();
  });

  it('A1 and A2 run for a child with a decision, an order: due after 426 and 121 days [D-ADO-20]', () => {
    const child = decided().with(placementOrder, { granted: '2016-10-03' });
    expect(told('adoption-a1-clock', child)).toEqual([['2016-04-11', '2017-06-11', 'overdue']]);
    expect(told('adoption-a2-clock', child)).toEqual([['2016-10-03', '2017-02-01', 'overdue']]);
    const matched = child
      .with(adoptionMatch, { matched: '2017-02-01' })
      .with(adoptivePlacement, { placed: '2017-06-12' });
    expect(told('adoption-a2-clock', matched)).toEqual([['2016-10-03', '2017-02-01', 'met in time']]);
    expect(told('adoption-a1-clock', matched)).toEqual([['2016-04-11', '2017-06-11', 'met late']]);
    expect(told('adoption-a1-clock', inCare())).toEqual([]);
  });

  it('a match before the order meets the clock on its first day', () => {
    const child = decided()
      .with(placementOrder, { granted: '2016-10-03' })
      .with(adoptionMatch, { matched: '2016-09-20' });
    expect(told('adoption-a2-clock', child)).toEqual([['2016-10-03', '2017-02-01', 'met in time']]);
  });

  it('reviews of a child placed for adoption fall due after 4 weeks, 3 months, then every 6 months', () => {
    const child = decided()
      .with(adoptivePlacement, { placed: '2016-12-01' })
      .with(review, { held: '2016-11-01' }, { held: '2016-12-29' }, { held: '2017-03-30' });
    expect(told('adoption-first-review', child)).toEqual([['2016-12-01', '2016-12-29', 'met in time']]);
    expect(told('adoption-later-review', child)).toEqual([
      ['2016-12-29', '2017-03-29', 'met late'],
      ['2017-03-30', '2017-09-30', 'overdue'],
    ]);
  });

  it('the life story book is due 10 working days after the order', () => {
    const adopted = decided().with(adoptivePlacement, { placed: '2016-12-01' }).ceasedOn('2017-06-01', 'E12');
    expect(told('life-story-book-after-order', adopted)).toEqual([['2017-06-01', '2017-06-15', 'overdue']]);
    const given = adopted.with(adoptionOrder, { granted: '2017-06-01', lifeStoryHandedOver: '2017-06-15' });
    expect(told('life-story-book-after-order', given)[0]![2]).toBe('met in time');
    const before = adopted.with(lifeStoryWork, {
      status: 'given',
      start: '2016-10-01',
      completed: '2017-05-20',
    });
    expect(told('life-story-book-after-order', before)[0]![2]).toBe('met in time');
  });

  it('support needs are assessed when asked, until three years after the order [ADP-16]', () => {
    const asked = decided().with(adoptionSupportPlan, {
      start: '2016-12-01',
      requested: '2016-11-01',
      assessed: '2016-11-20',
    });
    expect(told('adoption-support-assessment', asked)).toEqual([['2016-11-01', '2017-01-06', 'met in time']]);
    const late = decided()
      .ceasedOn('2017-06-01', 'E12')
      .with(adoptionSupportPlan, { start: '2020-07-01', requested: '2020-06-02' });
    expect(told('adoption-support-assessment', late, '2021-01-01')).toEqual([]);
  });
});

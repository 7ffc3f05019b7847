import { day, financialYear, formatIsoDate, onDate } from '@cic/core';
import { aChild, many } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  afterCareArrangement,
  careLeaverAccommodation,
  commissionedAccommodation,
  councilTaxScheme,
  custody,
  type Entitlement,
  entitlement,
  evictionNotice,
  homelessPresentation,
  housingStep,
  independencePreparation,
  localOfferItem,
  parenthood,
  ringFencedOffer,
  ringFencedPost,
} from '../src/generated/records.ts';
import { offerFor, offerInWords } from '../src/index.ts';
import { aged, due, listed, parts, rows, theCouncil, value, withOthers } from './tell.ts';

const march2017 = onDate(day('2017-03-31'));
const year2017 = financialYear(2017);

describe('homes', () => {
  it('lists each case of bed and breakfast with nights and reason; the target is nobody [D-LEA-23]', () => {
    const story = aged(18).with(careLeaverAccommodation, {
      kind: 'W',
      start: '2017-03-22',
      reason: 'No other place that night',
    });
    expect(value('bed-and-breakfast', [story], march2017)).toBe(1);
    expect(
      value(
        'bed-and-breakfast',
        [aged(18).with(careLeaverAccommodation, { kind: 'U', start: '2017-01-01' })],
        march2017,
      ),
    ).toBe(0);
    expect(value('bed-and-breakfast-nights', [story], year2017)).toBe(10);
    expect(listed('bed-and-breakfast-list', [story], year2017)).toEqual([
      { child: story.id, age: 18, nights: 10, flags: ['22 March 2017 to today: No other place that night'] },
    ]);
  });

  it('gives occupied nights of available nights, against 85% [D-LEA-21]', () => {
    const stay = (start: `${number}-${number}-${number}`, end: `${number}-${number}-${number}`) =>
      aged(18).with(careLeaverAccommodation, { kind: 'D', contract: 'flats', start, end });
    const history = withOthers([stay('2017-03-01', '2017-03-31'), stay('2017-03-11', '2017-03-21')], {
      type: commissionedAccommodation,
      records: [{ id: 'flats', units: 2, start: '2017-03-01' }],
    });
    const march = { ...financialYear(2017), start: day('2017-03-01') };
    expect(parts('commissioned-occupancy', history, march)).toEqual([40, 62]);
    expect(listed('commissioned-accommodation-list', history, march)[0]).toMatchObject({
      occupancy: '64.5%',
      flags: ['below 85%'],
    });
  });

  it('records staying put agreed by both, with the payment, and who stayed at 18 [LVC-10]', () => {
    const fostered = () =>
      aChild({ born: '1998-10-01' }).startedOn('2010-01-01').ceasedOn('2016-10-01', 'E17');
    const agreed = fostered().with(afterCareArrangement, {
      kind: 'staying-put',
      start: '2016-10-01',
      agreedByYoungPerson: '2016-08-01',
      agreedByCarer: '2016-08-05',
      weeklyPayment: 20000,
    });
    const young = [agreed, fostered()];
    expect(value('staying-put-at-18', young, year2017)).toBe(50);
    expect(value('staying-put-agreed-by-both', young, march2017)).toBe(100);
    expect(value('staying-put', young, year2017)).toBe(1);
  });

  it('counts staying close, Shared Lives and supported lodgings [D-LEA-14]', () => {
    const young = (
      ['staying-close', 'shared-lives', 'supported-lodgings', 'supported-lodgings'] as const
    ).map((kind) => aged(18).with(afterCareArrangement, { kind, start: '2016-10-01' }));
    expect(
      ['staying-close', 'shared-lives', 'supported-lodgings'].map((id) => value(id, young, march2017)),
    ).toEqual([1, 1, 2]);
  });

  it('follows the steps to a home of one’s own, with options and priority [LVC-08] [LVC-21]', () => {
    const young = [
      aged(18).with(housingStep, {
        step: 'starter-tenancy',
        start: '2017-01-01',
        priorityGroup: true,
        optionsConsidered: ['D', 'U'],
      }),
      aged(18).with(housingStep, { step: 'options', start: '2017-01-01' }),
    ];
    expect(
      rows('young-people-on-housing-steps', 'housing-step', young, march2017).map(({ category }) => category),
    ).toEqual(['options', 'starter-tenancy']);
    expect(value('care-leavers-housing-priority', young, march2017)).toBe(100);
    expect(listed('housing-steps-list', young, march2017)[0]).toMatchObject({
      step: 'Starter or stepped tenancy',
      priority: true,
      flags: ['tenancy without a tenancy ready course', 'no preparation on record'],
    });
    expect(rows('care-leavers', 'care-leaver-age', young, march2017)[0]).toMatchObject({
      category: '18',
      value: 2,
    });
  });

  it('counts tenancy ready courses, year by year [D-LEA-26]', () => {
    const done = (on: `${number}-${number}-${number}`) =>
      aged(19).with(independencePreparation, { kind: 'tenancy-ready', started: '2015-09-01', completed: on });
    const young = [done('2016-02-01'), done('2016-09-01'), done('2017-02-01'), aged(19)];
    expect([2016, 2017].map((year) => value('tenancy-ready-course', young, financialYear(year)))).toEqual([
      1, 2,
    ]);
    expect(value('care-leavers-tenancy-ready', young, march2017)).toBe(75);
  });

  it('knows of notices to leave, managed moves and whether the district was told [D-LEA-25]', () => {
    const young = [
      aged(18).with(evictionNotice, {
        noticed: '2017-02-01',
        districtTold: '2017-02-03',
        managedMove: '2017-02-20',
        outcome: 'managed-move',
        ended: '2017-02-20',
      }),
      aged(18).with(evictionNotice, { noticed: '2017-02-01', outcome: 'evicted', ended: '2017-03-01' }),
      aged(18).with(evictionNotice, { noticed: '2017-03-20', effective: '2017-04-20' }),
    ];
    expect(value('evictions', young, year2017)).toBe(3);
    expect(parts('evictions-diverted', young, year2017)).toEqual([1, 2]);
    expect(parts('evictions-district-told', young, year2017)).toEqual([1, 3]);
    expect(
      due('eviction-district-told', young[0]!, '2017-03-31').map(({ dueOn, status }) => [
        formatIsoDate(dueOn),
        status,
      ]),
    ).toEqual([['2017-02-08', 'met in time']]);
    expect(listed('eviction-notices-list', young, year2017).at(-1)!.flags).toEqual([
      'district council not told',
      'has to leave by 20 April 2017',
    ]);
  });

  it('counts homeless teenagers and care leavers, in care before or not, with the joint assessment [LVC-09] [D-LEA-24] [D-LEA-33]', () => {
    const history = withOthers([aged(20)], {
      type: homelessPresentation,
      records: [
        {
          id: 'a',
          presented: '2016-05-01',
          age: 17,
          accommodationNeeded: true,
          assessmentStarted: '2016-05-01',
          assessed: '2016-05-06',
          outcome: 'accommodated-section-20',
        },
        { id: 'b', presented: '2016-06-01', age: 16, accommodationNeeded: false, outcome: 'returned-home' },
        { id: 'c', presented: '2016-07-01', age: 20, careLeaver: true },
        { id: 'd', presented: '2016-07-01', age: 20 },
      ],
    });
    expect(value('homeless-presentations', history, year2017)).toBe(3);
    expect(value('homeless-16-17', history, year2017)).toBe(1);
    expect(value('homeless-16-17-jointly-assessed', history, year2017)).toBe(50);
    const list = listed('homeless-presentations-list', history, year2017);
    expect(list.map(({ presentation, flags }) => [presentation, flags])).toEqual([
      ['a', []],
      ['b', ['no joint assessment']],
      ['c', ['no outcome yet']],
      ['d', ['no outcome yet']],
    ]);
  });

  it('counts who is in custody and who is a parent', () => {
    const young = [
      aged(19).with(custody, { kind: 'sentence', start: '2017-01-01' }),
      aged(19).with(parenthood, { since: '2016-01-01', children: 1 }),
    ];
    expect(value('care-leavers-in-custody', young, march2017)).toBe(50);
    expect(value('care-leavers-parents', young, march2017)).toBe(50);
  });
});

describe('money and rights', () => {
  const grant = (amount: number, more = {}) =>
    ({
      kind: 'setting-up-allowance',
      offered: '2016-11-01',
      agreed: '2016-11-10',
      entitled: 300000,
      payments: [{ on: '2016-12-01', amount }],
      ...more,
    }) satisfies Omit<Entitlement, 'child'>;

  it('are tied to the pathway plan, and paid [LVC-06]', () => {
    const young = [
      aged(18).with(entitlement, grant(120000, { plan: 'PP-1' })),
      aged(18).with(entitlement, grant(60000)),
    ];
    expect(value('entitlements-tied-to-plan', young, march2017)).toBe(50);
    expect(value('payments-average', young, year2017)).toBe(900);
    expect(value('setting-up-allowance-average', young, year2017)).toBe(900);
    expect(value('care-leaver-payments', young, year2017)).toBe(1800);
  });

  it('differ between groups, and the gap is seen [LVC-20] [LVC-06]', () => {
    const young = [
      ...many(2, () =>
        aged(18, { unaccompaniedUntil: '2016-10-01', sex: 'M' }).with(entitlement, grant(20000)),
      ),
      ...many(2, () => aged(18).with(entitlement, grant(60000))),
    ];
    expect(value('payments-average-gap-unaccompanied', young, year2017)).toBe(-400);
    const list = listed('financial-disparity', young, year2017);
    expect(
      list
        .filter(({ by }) => by === 'Sex')
        .map(({ group, average, difference }) => [group, average, difference]),
    ).toEqual([
      ['Female', '£600.00', '+£200.00'],
      ['Male', '£200.00', '-£200.00'],
    ]);
  });

  it('are explained and taken up, and what was never offered is listed [D-LEA-28]', () => {
    const story = aged(18)
      .with(entitlement, { kind: 'local-offer', offered: '2016-10-01' })
      .with(entitlement, grant(0), { kind: 'travel', offered: '2016-11-01' });
    const history = withOthers([story, aged(19)], {
      type: localOfferItem,
      records: [
        {
          id: 'bursary',
          area: 'education',
          title: 'Bursary',
          words: 'Money for university.',
          entitlement: 'higher-education-bursary',
          statuses: ['former-relevant'],
          start: '2016-01-01',
        },
      ],
    });
    expect(value('local-offer-given', history, march2017)).toBe(50);
    expect(value('entitlements-taken-up', history, march2017)).toBe(50);
    expect(listed('entitlements-list', history, march2017)[0]!.flags).toEqual([
      'Travel: offered on 1 November 2016',
      'Higher education bursary: never offered',
    ]);
  });

  it('render the local offer in plain words, for whom it is [D-LEA-28]', () => {
    const eligible = aChild({ born: '2008-01-01' }).startedOn('2018-01-01');
    const history = withOthers([eligible], {
      type: localOfferItem,
      records: localOfferItem.schema.examples as object[],
    });
    const on = day('2024-06-01');
    const leaver = withOthers(
      [aChild({ born: '2006-01-01' }).startedOn('2018-01-01').ceasedOn('2024-01-01', 'E17')],
      {
        type: localOfferItem,
        records: localOfferItem.schema.examples as object[],
      },
    );
    expect(offerFor(history, history.children[0]!, on)).toEqual([]);
    expect(offerInWords(offerFor(leaver, leaver.children[0]!, on))).toBe(
      '## Your home\n\n**Money to set up your home.** When you move into your first home you can get money for the things you need, such as a bed and a cooker. You can get up to £3000. The law gives you this. Ask: Your personal adviser.',
    );
    expect(theCouncil().reports.find(({ id }) => id === 'local-offer-for-care-leavers')!.audience).toBe(
      'public',
    );
    expect(listed('local-offer', leaver, onDate(on))[0]).toMatchObject({
      who: ['Relevant', 'Former relevant', 'from 16', 'up to 24'],
    });
  });

  it('let care leavers off council tax, district by district [D-LEA-27]', () => {
    const exempt = (district: string) =>
      aged(19, { district }).with(entitlement, {
        kind: 'council-tax',
        offered: '2016-05-01',
        agreed: '2016-05-01',
      });
    const history = withOthers([exempt('amber'), exempt('amber'), exempt('bolsover')], {
      type: councilTaxScheme,
      records: [
        { district: 'amber', agreed: '2016-01-01', applied: '2016-04-01' },
        { district: 'bolsover', agreed: '2017-01-01' },
      ],
    });
    const council = { districts: ['amber', 'bolsover', 'erewash'].map((id) => ({ id, name: id })) };
    expect(value('council-tax-exempt', history, march2017, { council })).toBe(3);
    expect(
      listed('council-tax-by-district', history, march2017, council).map(({ district, exempt: n, flags }) => [
        district,
        n,
        flags,
      ]),
    ).toEqual([
      ['amber', 2, []],
      ['bolsover', 1, ['agreed, not in force']],
      ['erewash', 0, ['no decision yet']],
    ]);
  });
});

describe('ring-fenced posts and apprenticeships', () => {
  const history = () =>
    withOthers(
      [
        aged(19).with(ringFencedPost, {
          kind: 'post',
          offer: 'p1',
          start: '2015-07-01',
          endsBy: '2017-06-30',
          trainingInWorkingTime: true,
        }),
      ],
      {
        type: ringFencedOffer,
        records: [
          { id: 'p1', kind: 'post', opened: '2015-06-01' },
          { id: 'a1', kind: 'apprenticeship', opened: '2016-06-01', posts: 3 },
        ],
      },
    );

  it('are offered, held, and come with training [LVC-12] [LVC-13]', () => {
    expect(value('ring-fenced-posts', history(), march2017)).toBe(1);
    expect(value('ring-fenced-apprenticeships', history(), march2017)).toBe(3);
    expect(value('ring-fenced-posts-held', history(), march2017)).toBe(1);
    expect(value('ring-fenced-posts-with-training', history(), march2017)).toBe(100);
  });

  it('warn before they end [LVC-12]', () => {
    expect(listed('leaving-care-young-people', history(), march2017)[0]!.flags).toContain(
      'ring-fenced post ends on 30 June 2017',
    );
  });
});

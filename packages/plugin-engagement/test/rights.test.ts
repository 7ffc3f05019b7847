import { day, financialYear } from '@cic/core';
import { review, visit } from '@cic/core/records';
import { aChild, aHistory, many } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  advocacyReferral,
  cultureBarrier,
  independentVisitor,
  interpretation,
  leisureEntitlement,
} from '../src/generated/records.ts';
import { due, listed, parts, value } from './tell.ts';

const YEAR = financialYear(2025);
const inCare = () => aChild().startedOn('2022-01-01');

describe('advocacy', () => {
  const history = aHistory(
    inCare().with(advocacyReferral, {
      referred: '2024-06-03',
      channel: 'case-system',
      firstContact: '2024-06-05',
      provided: '2024-06-10',
    }),
    aChild({ disabled: true })
      .startedOn('2022-01-01')
      .with(advocacyReferral, { referred: '2024-07-01', channel: 'phone', firstContact: '2024-07-11' }),
    inCare().with(advocacyReferral, { referred: '2025-03-01' }),
    inCare().with(advocacyReferral, { referred: '2025-03-01', declined: '2025-03-02' }),
  );

  it('is referred and provided, for disabled children too [ENG-12]', () => {
    expect(value('advocacy-referrals', history, YEAR)).toBe(4);
    expect(value('advocacy-referrals-disabled-children', history, YEAR)).toBe(1);
    expect(parts('advocacy-provided', history, YEAR)).toEqual([1, 3]);
  });

  it('comes from the case system and answers within days [D-ENG-11]', () => {
    expect(parts('advocacy-referrals-from-case-system', history, YEAR)).toEqual([1, 2]);
    expect(parts('advocacy-wait-days', history, YEAR)).toEqual([12, 2]);
    expect(value('waiting-for-advocate', history, YEAR)).toBe(1);
    expect(parts('advocate-first-contact-on-time', history, YEAR)).toEqual([1, 3]);
    expect(listed('advocacy-and-visitors', history, YEAR).map(({ flags }) => flags)).toContainEqual([
      'no contact with an advocate for 30 days since the referral',
    ]);
  });

  it('is due five working days after the referral, bank holidays left out, once for a day', () => {
    const story = inCare().with(
      advocacyReferral,
      { referred: '2024-12-23' },
      { referred: '2024-12-23', firstContact: '2024-12-30' },
    );
    expect(due('advocate-first-contact', story, '2025-01-31')).toMatchObject([
      { startedOn: day('2024-12-23'), dueOn: day('2025-01-02'), status: 'met in time' },
    ]);
  });
});

describe('independent visitors', () => {
  const visited = (held: '2025-03-01' | '2024-10-01') =>
    inCare()
      .with(independentVisitor, { considered: '2024-01-15', matched: '2024-03-01' })
      .with(visit, { held, visitorRole: 'independent-visitor' });
  const history = aHistory(
    visited('2025-03-01'),
    visited('2024-10-01'),
    inCare().with(independentVisitor, { considered: '2025-01-01' }),
    inCare().with(independentVisitor, { considered: '2025-01-01', wanted: false }),
    inCare().with(independentVisitor, {
      considered: '2023-01-01',
      matched: '2023-02-01',
      ended: '2024-05-01',
    }),
  );

  it('are matched, and active where they visit [ENG-13]', () => {
    expect(value('independent-visitors-matched', history, YEAR)).toBe(2);
    expect(parts('independent-visitors-active', history, YEAR)).toEqual([1, 2]);
    expect(value('waiting-for-independent-visitor', history, YEAR)).toBe(1);
    expect(listed('advocacy-and-visitors', history, YEAR).map(({ flags }) => flags)).toEqual([
      [],
      ['last visit of the independent visitor on 1 October 2024'],
      ['no independent visitor for 89 days'],
    ]);
  });

  it('are due within three months, but not for who says no [ENG-13]', () => {
    const waiting = inCare().with(
      independentVisitor,
      { considered: '2025-01-01' },
      { considered: '2024-01-01', wanted: false },
    );
    expect(due('independent-visitor-matched', waiting, '2025-04-02')).toMatchObject([
      { status: 'overdue', daysLeft: -1 },
    ]);
  });
});

describe('interpretation', () => {
  it('is provided where a language is needed [ENG-14]', () => {
    const history = aHistory(
      inCare().with(
        interpretation,
        { needed: '2024-06-03', language: 'tigrinya', provided: '2024-06-04' },
        { needed: '2024-09-02', language: 'tigrinya' },
      ),
    );
    expect(parts('interpretation-provided', history, YEAR)).toEqual([1, 2]);
    expect(parts('interpretation-in-time-on-time', history, YEAR)).toEqual([1, 2]);
    expect(listed('advocacy-and-visitors', history, YEAR)[0]!.flags).toEqual([
      'tigrinya needed since 2 September 2024',
    ]);
  });
});

describe('the children’s rights officer', () => {
  const away = () => aChild().startedOn('2022-01-01', { placementLocation: 'OUT' });
  const home = () => aChild().startedOn('2022-01-01', { placementType: 'K2', placementLocation: 'IN' });
  const unaccompanied = aChild({ unaccompaniedUntil: 'still' })
    .startedOn('2022-01-01', { placementLocation: 'IN' })
    .with(
      review,
      { held: '2024-06-01', attendees: ['Children’s rights officer', 'Social worker'] },
      { held: '2024-12-01', attendees: ['Social worker'] },
    );
  const history = aHistory(
    away().with(visit, { held: '2024-05-01', visitorRole: 'rights-officer' }),
    away().with(visit, { held: '2024-05-01', visitorRole: 'social-worker' }),
    home(),
    aChild().startedOn('2022-01-01', { placementLocation: 'IN' }),
    unaccompanied,
  );

  it('visits children placed out of county or in homes; those not visited are listed [ENG-19] [REV-13]', () => {
    expect(parts('visited-by-rights-officer', history, YEAR)).toEqual([1, 3]);
    expect(listed('rights-officer', history, YEAR).map(({ flags }) => flags)).toEqual([
      ['placed outside the area, not visited in 2024/25'],
      ['placed in a home, not visited in 2024/25'],
      ['review of 1 December 2024 without the rights officer'],
    ]);
  });

  it('comes to the reviews of unaccompanied children [ENG-19] [REV-14]', () => {
    expect(parts('unaccompanied-reviews-with-rights-officer', history, YEAR)).toEqual([1, 2]);
  });
});

describe('leisure and culture', () => {
  const pass = (holder: 'child' | 'carer', used?: number) =>
    inCare().with(leisureEntitlement, {
      kind: 'leisure-pass',
      holder,
      issued: '2024-05-01',
      ...(used === undefined ? {} : { used }),
    });

  it('counts 141 passes and 27 tickets of children and carers, as the report prints [ENG-17]', () => {
    const history = aHistory(
      ...many(80, () => pass('child', 3)),
      ...many(61, () => pass('carer', 0)),
      inCare().with(leisureEntitlement, {
        kind: 'performance-ticket',
        issued: '2024-05-01',
        expires: '2024-05-31',
        tickets: 27,
      }),
      inCare(),
    );
    expect(value('leisure-passes-held', history, YEAR)).toBe(141);
    expect(value('leisure-entitlements-of-children', history, YEAR)).toBe(80);
    expect(value('leisure-entitlements-of-carers', history, YEAR)).toBe(61);
    expect(value('performance-tickets-issued', history, YEAR)).toBe(27);
    expect(parts('children-with-leisure-entitlement', history, YEAR)).toEqual([80, 143]);
    expect(parts('leisure-entitlements-used', history, YEAR)).toEqual([80, 141]);
    expect(listed('leisure-and-culture', history, YEAR).at(-1)).toMatchObject({ flags: ['no entitlement'] });
  });

  it('shows what keeps children away, and when it was out of the way [ENG-20]', () => {
    const history = aHistory(
      pass('child').with(
        cultureBarrier,
        { identified: '2024-06-01', barrier: 'transport', removed: '2024-07-01' },
        { identified: '2024-06-01', barrier: 'cost' },
      ),
    );
    expect(parts('culture-barriers-removed', history, YEAR)).toEqual([1, 2]);
    expect(value('culture-barriers', history, YEAR)).toBe(1);
    expect(listed('leisure-and-culture', history, YEAR)[0]!.flags).toEqual(['kept away by: cost']);
  });
});

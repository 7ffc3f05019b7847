import { formatIsoDate } from '@cic/core';
import { deprivationOfLiberty } from '@cic/core/records';
import { aChild, theChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { computed, due, found, listed, value } from '../../test/tell.ts';
import { securePlacement, secureReview } from '../generated/records.ts';
import { secureStaysOf } from './stays.ts';

const inCare = () => aChild({ born: '2009-05-01' }).startedOn('2020-01-06');
const inK1 = () =>
  inCare().movedOn('2024-06-03', { placementType: 'K1' }).movedOn('2024-09-02', { placementType: 'U6' });
const welfare = () =>
  inK1().with(securePlacement, { kind: 'welfare', start: '2024-06-03', end: '2024-09-02' });

describe('stays in secure accommodation and custody', () => {
  it('are known from the placements of the return, by kind [SAF-20] [D-SAF-07]', () => {
    const child = inCare()
      .movedOn('2024-05-01', { placementType: 'K1', legalStatus: 'J1' })
      .movedOn('2024-06-01', { placementType: 'R5', legalStatus: 'J1' })
      .movedOn('2024-07-01', { placementType: 'R5', legalStatus: 'C2' })
      .movedOn('2024-08-01', { placementType: 'K1', legalStatus: 'C2' })
      .movedOn('2024-09-01', { placementType: 'U6' });
    expect(
      secureStaysOf(theChild(child)).map(({ kind, start, source }) => [kind, formatIsoDate(start), source]),
    ).toEqual([
      ['remand', '2024-05-01', 'return'],
      ['sentence', '2024-07-01', 'return'],
      ['welfare', '2024-08-01', 'return'],
    ]);
    expect(
      ['secure-welfare', 'secure-remand', 'secure-sentence'].map((id) => value(id, [child, inCare()])),
    ).toEqual([1, 1, 1]);
  });

  it('are the register’s where both know of them', () => {
    expect(secureStaysOf(theChild(welfare())).map(({ source }) => source)).toEqual(['register']);
    expect(value('secure-welfare', [welfare(), inK1()])).toBe(2);
  });

  it('are counted on a day and for how long [SAF-20]', () => {
    const still = inCare().movedOn('2025-03-01', { placementType: 'K1' });
    expect(value('children-in-secure-placements', [welfare(), still])).toBe(1);
    expect(value('secure-days', [welfare(), still])).toBe(91);
    const rows = computed('children-in-secure-placements', [still], { by: [['secure-kind']] }).breakdowns.get(
      'secure-kind',
    )!;
    expect(rows.flatMap(({ numerator, labels }) => (numerator ? labels : []))).toEqual(['Secure welfare']);
  });
});

describe('reviews of secure placements', () => {
  it('are due within a month, and then every three months [D-PLN-08]', () => {
    const child = inCare()
      .movedOn('2024-06-03', { placementType: 'K1' })
      .with(secureReview, { held: '2024-07-02', criteriaMet: true, outcome: 'continue' });
    expect(due('secure-review', child, '2024-09-01')).toEqual([
      ['2024-06-03', '2024-07-03', 'met in time'],
      ['2024-07-02', '2024-10-02', 'due'],
    ]);
  });

  it('are not those of custody, and end with the placement', () => {
    const remand = inCare().movedOn('2024-06-03', { placementType: 'R5', legalStatus: 'J1' });
    expect(due('secure-review', remand, '2024-09-01')).toEqual([]);
    expect(due('secure-review', inK1(), '2025-03-31')).toEqual([['2024-06-03', '2024-07-03', 'missed']]);
  });

  it('hold the panel before, the outcome and who was heard [D-PLN-08]', () => {
    expect(
      securePlacement.validate({
        child: 'C1',
        kind: 'welfare',
        start: '2024-06-03',
        preSecurePanel: { held: '2024-06-01', agreed: true },
      }),
    ).toBe(true);
    expect(
      secureReview.validate({
        child: 'C1',
        held: '2024-07-02',
        outcome: 'other-placement',
        childHeard: true,
      }),
    ).toBe(true);
  });
});

describe('leaving secure accommodation or custody', () => {
  const released = (accommodationPlanned?: `${number}-${number}-${number}`) =>
    inK1().with(securePlacement, {
      kind: 'remand',
      start: '2024-06-03',
      end: '2024-09-02',
      ...(accommodationPlanned ? { accommodationPlanned } : {}),
    });

  it('is planned when it is settled before the day where the child will live [SAF-14]', () => {
    expect(value('release-accommodation-planned', [released('2024-08-20')])).toBe(100);
    expect(value('release-accommodation-planned', [released('2024-09-02')])).toBe(0);
    expect(value('release-accommodation-planned', [released()])).toBe(0);
  });

  it('is on a list while it is not planned [SAF-14]', () => {
    const child = inCare()
      .movedOn('2025-02-01', { placementType: 'R5', legalStatus: 'J1' })
      .with(securePlacement, { kind: 'remand', start: '2025-02-01', releaseDue: '2025-04-10' });
    expect(listed('secure-and-custody', [child, inCare()])).toEqual([
      {
        age: 15,
        kind: 'Secure remand',
        since: '2025-02-01',
        releaseDue: '2025-04-10',
        source: 'register',
        flags: ['no accommodation planned for the release'],
      },
    ]);
  });
});

describe('deprivation of liberty', () => {
  const ordered = () =>
    inCare().with(deprivationOfLiberty, { start: '2024-06-01', end: '2024-08-30' }, { start: '2025-03-01' });

  it('is counted by order, by child on a day, and by length', () => {
    expect(value('deprivation-of-liberty-orders', [ordered()])).toBe(2);
    expect(value('children-deprived-of-liberty', [ordered()])).toBe(1);
    expect(value('deprivation-of-liberty-days', [ordered()])).toBe(90);
  });

  it('does not go with secure accommodation', () => {
    const child = welfare().with(deprivationOfLiberty, { start: '2024-07-01', end: '2024-07-20' });
    expect(found('deprivation-of-liberty-in-secure-home', child)).toEqual([
      'the order from 2024-07-01 runs while the child is in secure accommodation from 2024-06-03',
    ]);
  });
});

describe('checks of secure placements', () => {
  it('compare the register with the placements, from its first day on [SAF-20]', () => {
    const child = inCare()
      .movedOn('2024-06-03', { placementType: 'K1' })
      .movedOn('2024-07-01', { placementType: 'U6' })
      .movedOn('2024-12-01', { placementType: 'K1' })
      .with(securePlacement, { kind: 'welfare', start: '2024-10-01', end: '2024-11-01' });
    expect(found('secure-register-and-placement', child)).toEqual([
      'Secure welfare from 2024-10-01 to 2024-11-01, and the placement on that day is of type U6',
      'the child is placed in K1 or R5 from 2024-12-01, and the register of secure placements has nothing on it',
    ]);
    expect(found('secure-register-and-placement', welfare())).toEqual([]);
  });

  it('find a child under 13 without approval, and a stay without an order [D-PLN-08]', () => {
    const young = aChild({ born: '2012-01-01' })
      .startedOn('2020-01-06')
      .with(securePlacement, {
        kind: 'welfare',
        start: '2024-06-03',
        orders: [{ start: '2024-06-03', end: '2024-07-03' }],
      });
    expect(found('secure-under-13', young)).toEqual([
      'the child was 12 on 2024-06-03, and no approval of the Secretary of State by then is recorded',
    ]);
    expect(found('secure-without-order', young)).toEqual([
      'the stay from 2024-06-03 goes on after 2024-07-03, the last day an order allows without a gap',
    ]);
    expect(found('secure-without-order', young, '2024-07-03')).toEqual([]);
  });

  it('find a review outside any stay', () => {
    expect(
      found('secure-review-without-placement', inCare().with(secureReview, { held: '2024-07-01' })),
    ).toEqual(['a review was held on 2024-07-01, and the child was in no secure placement']);
  });
});

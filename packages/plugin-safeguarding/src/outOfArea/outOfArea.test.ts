import { placement, visit } from '@cic/core/records';
import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { computed, due, found, listed, value } from '../../test/tell.ts';
import { outOfAreaNotification } from '../generated/records.ts';

const inCare = () => aChild({ born: '2010-05-01' }).startedOn('2020-01-06');
/** Placed outside the authority on a Friday. */
const away = () => inCare().movedOn('2024-06-07', { placementLocation: 'OUT', placementDistance: 31 });

describe('telling the area of a placement', () => {
  it('starts from core’s event of a placement out of the area, and is due before it [PLC-09] [CFG-07]', () => {
    expect(due('out-of-area-notification', away(), '2024-06-07')).toEqual([
      ['2024-06-07', '2024-06-07', 'due'],
    ]);
    expect(due('out-of-area-notification', away(), '2024-06-08')[0]![2]).toBe('overdue');
    expect(due('out-of-area-notification', inCare().movedOn('2024-06-07'), '2024-06-08')).toEqual([]);
    const told = away().with(outOfAreaNotification, { placed: '2024-06-07', notified: '2024-06-03' });
    expect(due('out-of-area-notification', told, '2024-06-08')).toEqual([
      ['2024-06-07', '2024-06-07', 'met in time'],
    ]);
    expect(
      value('out-of-area-notification-on-time', [
        told,
        away().with(outOfAreaNotification, { placed: '2024-06-07', notified: '2024-07-03' }),
      ]),
    ).toBe(50);
  });

  it('has five working days in an emergency, so recorded here or on the placement', () => {
    const emergency = away().with(outOfAreaNotification, {
      placed: '2024-06-07',
      notified: '2024-06-14',
      emergency: true,
    });
    expect(due('out-of-area-notification', emergency, '2024-07-01')).toEqual([
      ['2024-06-07', '2024-06-14', 'met in time'],
    ]);
    const unplanned = away().with(placement, { start: '2024-06-07', placementType: 'U6', planned: false });
    expect(due('out-of-area-notification', unplanned, '2024-06-10')).toEqual([
      ['2024-06-07', '2024-06-14', 'due'],
    ]);
  });

  it('is checked against the placements [PLC-09]', () => {
    const odd = away().with(outOfAreaNotification, { placed: '2024-06-08', notified: '2024-06-08' });
    expect(found('notification-without-placement', odd)).toEqual([
      'no placement outside the authority starts on 2024-06-08',
    ]);
  });
});

describe('visits to children placed outside the area', () => {
  const seen = () =>
    away().with(
      visit,
      { held: '2024-05-01', visitorRole: 'social-worker', seen: true },
      { held: '2024-06-10', visitorRole: 'social-worker', seen: true },
      { held: '2024-07-10', visitorRole: 'social-worker', seen: false },
      { held: '2024-07-12', visitorRole: 'advocate', seen: true },
      { held: '2024-07-20', visitorRole: 'social-worker', seen: true },
    );

  it('are counted per year lived there, apart from the rest [D-PLN-06]', () => {
    // 298 days from 7 June 2024 to 31 March 2025.
    expect(value('visits-out-of-area-a-year', [seen(), inCare()])).toBeCloseTo((2 / 298) * 365, 9);
  });

  it('are told apart by location when it comes to being in time [D-PLN-06]', () => {
    const near = inCare().with(visit, { held: '2025-01-02', visitorRole: 'social-worker', seen: true });
    const rows = computed('visit-on-time', [seen(), near], { by: [['location']] }).breakdowns.get(
      'location',
    )!;
    expect(rows.map(({ labels, denominator }) => [labels[0], denominator! > 0])).toEqual([
      ['Inside the area', true],
      ['Outside the area', true],
    ]);
  });

  it('are on a list with what is missing [D-PLN-06]', () => {
    expect(listed('children-out-of-area', [seen(), inCare()])).toEqual([
      {
        age: 14,
        since: '2024-06-07',
        miles: 31,
        notified: '',
        lastVisit: '2024-07-20',
        flags: ['the area was not told', 'not visited in the usual time'],
      },
    ]);
  });
});

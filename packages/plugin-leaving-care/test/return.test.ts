import { compareWith, definitionSince, financialYear, type IsoDate, targetStatus, trend } from '@cic/core';
import { careLeaverContact } from '@cic/core/records';
import { aChild, type ChildStory, many } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { careLeaverAccommodation, careLeaverActivity, keepingInTouch } from '../src/generated/records.ts';
import { found, leaver, listed, parts, result, theCouncil, value } from './tell.ts';

const year = financialYear(2018);

/** Turns an age on 1 June 2017. */
const turning = (age: number): ChildStory => leaver({ born: `${2017 - age}-06-01` as IsoDate });

describe('education, employment and training', () => {
  const at = (age: number, activity: 'F1' | 'F3' | 'G5') =>
    turning(age).with(careLeaverActivity, { activity, start: '2017-01-10' });

  it('is given at 19, 20 and 21, together and by status [LVC-04] [D-LEA-15]', () => {
    const young = [at(19, 'F1'), at(19, 'G5'), at(20, 'F3'), at(21, 'F3'), turning(21)];
    expect(parts('care-leavers-eet-19', young, year)).toEqual([1, 2]);
    expect(parts('care-leavers-eet-20', young, year)).toEqual([1, 1]);
    expect(parts('care-leavers-eet-21', young, year)).toEqual([1, 2]);
    expect(value('care-leavers-eet-19-21', young, year)).toBe(60);
    expect(value('care-leavers-in-education-19-21', young, year)).toBe(20);
    expect(value('care-leavers-neet-19-21', young, year)).toBe(20);
    expect(theCouncil().indicator('care-leavers-eet-19').codes).toEqual([{ scheme: 'NI', code: '148' }]);
  });

  it('is compared with the target and with neighbours, and more is better [LVC-04]', () => {
    const { indicator, value: of } = result('care-leavers-eet-19-21', [at(19, 'F1'), at(20, 'G5')], year);
    const own = { value: of, period: year };
    expect(targetStatus(of, { value: 60, comparator: '>=' })).toBe('missed');
    expect(compareWith(own, { value: 45, period: year }, indicator.polarity)).toMatchObject({
      performance: 'better',
      difference: 5,
    });
  });

  it('has no value where nobody’s activity is on record', () => {
    expect(value('care-leavers-eet-19-21', [turning(19)], year)).toBeNull();
  });
});

describe('suitable accommodation', () => {
  const living = (age: number, kind: 'U' | 'W', suitable?: boolean) =>
    turning(age).with(careLeaverAccommodation, {
      kind,
      start: '2017-01-01',
      ...(suitable === undefined ? {} : { suitable }),
    });

  it('is what was judged for the young person, else the type’s own flag [LVC-03] [D-LEA-07]', () => {
    const young = [living(19, 'U'), living(19, 'U', false), living(20, 'W'), living(20, 'W', true)];
    expect(value('care-leavers-suitable-accommodation', young, year)).toBe(50);
    expect(
      value('care-leavers-suitable-accommodation', [living(19, 'U', false)], year, {
        options: { unsuitable: ['W'] },
      }),
    ).toBe(100);
  });

  it('is of 17 to 21 since 2015/16, of 19 to 21 before, or of the ages the council chose [D-LEA-09]', () => {
    const young = [living(18, 'U'), living(20, 'W')];
    expect(parts('care-leavers-suitable-accommodation', young, year)).toEqual([1, 2]);
    expect(
      parts('care-leavers-suitable-accommodation', young, year, { options: { ages: [19, 21] } }),
    ).toEqual([0, 1]);
    const older = leaver({ born: '1996-06-01' }).with(careLeaverAccommodation, {
      kind: 'U',
      start: '2014-06-01',
    });
    const before = result('care-leavers-suitable-accommodation', [older], financialYear(2015));
    expect(before.definition).not.toBe(
      result('care-leavers-suitable-accommodation', [older], financialYear(2016)).definition,
    );
    expect(before.denominator).toBe(0);
  });

  it('is followed over the years beside neighbours and England, and the trend stops where the ages changed [D-LEA-08] [D-LEA-09]', () => {
    // Derbyshire, statistical neighbours, England; of those who turned 20 in the year.
    const printed = {
      2014: [88.7, 75.4, 77.6],
      2015: [84.6, 77.4, 81],
      2016: [95.4, 81.2],
      2017: [92.2],
    } as const;
    const years = Object.entries(printed).map(([end, [own, ...others]]) => {
      const period = financialYear(Number(end));
      const young = many(1000, (i) =>
        leaver({ born: `${Number(end) - 21}-06-01` as IsoDate }).with(careLeaverAccommodation, {
          kind: i < own * 10 ? 'U' : 'V',
          start: `${Number(end) - 2}-01-01` as IsoDate,
        }),
      );
      const { value: of, indicator } = result('care-leavers-suitable-accommodation', young, period);
      expect(of).toBeCloseTo(own, 9);
      for (const other of others) {
        const beside = compareWith({ value: of, period }, { value: other, period }, indicator.polarity);
        expect(beside.performance).toBe('better');
      }
      const since = definitionSince(indicator, period.end);
      return { value: of, period, ...(since === undefined ? {} : { definitionSince: since }) };
    });
    const trends = years.slice(1).map((now, i) => trend(now, years[i], 'higher').performance);
    expect(trends).toEqual(['worse', 'not available', 'worse']);
  });

  it('counts those of whom nothing is known in the base, and leaves out who died or has been home for six months', () => {
    const young = [
      living(19, 'U'),
      turning(19),
      turning(20).with(careLeaverContact, { asAt: '2017-06-01', inTouch: 'DIED' }),
      turning(20).with(careLeaverContact, { asAt: '2017-06-01', inTouch: 'RHOM' }),
    ];
    expect(parts('care-leavers-suitable-accommodation-19-21', young, year)).toEqual([1, 2]);
  });
});

describe('the return’s list of care leavers (OC3)', () => {
  it('takes the own records around the birthday, else the return, and says what is missing [LVC-03] [LVC-04]', () => {
    const own = turning(19)
      .with(keepingInTouch, { on: '2017-05-10', outcome: 'YES' })
      .with(careLeaverActivity, { activity: 'F2', start: '2016-09-01' })
      .with(careLeaverAccommodation, { kind: 'Z', start: '2016-06-01' });
    const returned = turning(20).with(careLeaverContact, {
      asAt: '2017-06-01',
      inTouch: 'YES',
      activity: 'G5',
      accommodation: 'U2',
    });
    const lines = listed('care-leavers-return', [own, returned, turning(21)], year);
    expect(
      lines.map(({ IN_TOUCH, ACTIV, ACCOM, from, flags }) => [IN_TOUCH, ACTIV, ACCOM, from, flags]),
    ).toEqual([
      ['YES', 'F2', 'Z1', 'leaving care records', []],
      ['YES', 'G5', 'U2', 'return', []],
      ['', '', '', '', ['whether in touch', 'main activity', 'accommodation']],
    ]);
  });

  it('takes a contact from three months before to one month after the birthday', () => {
    const touched = (on: IsoDate) => turning(19).with(keepingInTouch, { on, outcome: 'YES' });
    const inTouch = (on: IsoDate) => value('care-leavers-in-touch-19', [touched(on)], year);
    expect(
      ['2017-02-28', '2017-03-01', '2017-07-01', '2017-07-02'].map((on) => inTouch(on as IsoDate)),
    ).toEqual([0, 100, 100, 0]);
  });

  it('does not ask about whoever is in care on the 18th birthday, nor about 22 before 2023', () => {
    const inCare = aChild({ born: '2000-06-01' }).startedOn('2012-01-01');
    expect(listed('care-leavers-return', [inCare, turning(22)], year)).toEqual([]);
    const later = leaver({ born: '2001-06-01' });
    expect(listed('care-leavers-return', [later], financialYear(2024))).toHaveLength(1);
  });

  it('takes the latest contact of the collection year from 22 on [LVC-02]', () => {
    const later = (on: IsoDate) =>
      leaver({ born: '2001-06-01' }).with(keepingInTouch, { on, outcome: 'YES' });
    const inTouch = (on: IsoDate) => value('care-leavers-in-touch-22-25', [later(on)], financialYear(2024));
    expect([inTouch('2023-04-01'), inTouch('2024-03-31'), inTouch('2023-03-31')]).toEqual([100, 100, 0]);
  });

  it('writes X2 and S2, the only codes there are for custody and no fixed abode', () => {
    const at = (kind: 'X' | 'S') =>
      turning(19).with(careLeaverAccommodation, { kind, start: '2017-01-01', suitable: true });
    expect(listed('care-leavers-return', [at('X'), at('S')], year).map(({ ACCOM }) => ACCOM)).toEqual([
      'X2',
      'S2',
    ]);
  });

  it('is checked against the records [LVC-03]', () => {
    const differs = turning(19)
      .with(careLeaverContact, { asAt: '2017-06-01', accommodation: 'B1', activity: 'F2' })
      .with(careLeaverAccommodation, { kind: 'U', start: '2017-01-01' })
      .with(careLeaverActivity, { activity: 'G5', start: '2017-01-01' });
    expect(found('care-leaver-return-differs', [differs], '2018-03-31')).toEqual([
      "on 1 June 2017 the return has accommodation B1, the leaving care record 'Independent living' (U)",
      'on 1 June 2017 the return has activity F2, the leaving care record G5',
    ]);
  });
});

it('the rows of a breakdown by age add up to the total', () => {
  const young = many(30, (i) =>
    turning(17 + (i % 5)).with(careLeaverActivity, {
      activity: i % 3 === 0 ? 'F1' : 'G4',
      start: '2016-01-01',
    }),
  );
  const { denominator, breakdowns } = result('care-leavers-eet', young, year, {
    by: [['single-year-of-age']],
  });
  const sum = breakdowns.get('single-year-of-age')!.reduce((total, row) => total + row.denominator!, 0);
  expect(sum).toBe(denominator);
});

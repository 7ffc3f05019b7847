import { addMonths, day, financialYear, formatIsoDate, onDate, THIRTEEN_WEEKS } from '@cic/core';
import { aChild, type ChildStory, randomStories, theChild } from '@cic/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { careLeaverAccommodation } from '../src/generated/records.ts';
import { returning, statusChanges, statusOn, wasUnaccompanied } from '../src/index.ts';
import { aged, listed, value } from './tell.ts';

const changesOf = (story: ChildStory) =>
  statusChanges(theChild(story)).map(
    ({ on, status, reason }) => `${formatIsoDate(on)} ${status ?? 'none'}: ${reason}`,
  );

const born2000 = () => aChild({ born: '2000-06-15' });

describe('the leaving care status [D-LEA-01]', () => {
  it('is eligible from 16 in care, former relevant from 18, and ends at 26', () => {
    expect(changesOf(born2000().startedOn('2012-01-01').ceasedOn('2018-06-15', 'E17'))).toEqual([
      '2016-06-15 eligible: turned-16',
      '2018-06-15 former-relevant: turned-18',
      '2026-06-15 none: turned-26',
    ]);
  });

  it('is relevant for whoever leaves at 16 or 17', () => {
    expect(changesOf(born2000().startedOn('2012-01-01').ceasedOn('2017-01-10', 'E5'))).toEqual([
      '2016-06-15 eligible: turned-16',
      '2017-01-10 relevant: left-care',
      '2018-06-15 former-relevant: turned-18',
      '2026-06-15 none: turned-26',
    ]);
  });

  it('counts 13 weeks since 14, over several periods of care', () => {
    const story = born2000().startedOn('2015-01-01').ceasedOn('2015-02-01').startedOn('2016-12-01');
    expect(changesOf(story)[0]).toBe('2017-01-30 eligible: thirteen-weeks');
  });

  it('is qualifying for whoever was in care at 16 or later for less than 13 weeks', () => {
    expect(changesOf(born2000().startedOn('2017-01-01').ceasedOn('2017-03-01', 'E4A'))).toEqual([
      '2017-03-01 qualifying: left-care',
      '2026-06-15 none: turned-26',
    ]);
  });

  it('gives 90 days no more than qualifying and 91 days relevant', () => {
    const until = (date: `${number}-${number}-${number}`) =>
      statusOn(theChild(born2000().startedOn('2017-01-01').ceasedOn(date, 'E5')), day('2017-08-01'));
    expect(until('2017-04-01')).toBe('qualifying');
    expect(until('2017-04-02')).toBe('relevant');
  });

  it('does not count series of short breaks', () => {
    const story = born2000().startedOn('2014-07-01', { legalStatus: 'V3' }).ceasedOn('2017-01-01');
    expect(changesOf(story)).toEqual([]);
  });

  it('makes a young person qualifying who has been home for six months, and relevant again when that breaks down', () => {
    const home = born2000().startedOn('2012-01-01').ceasedOn('2016-10-01', 'E4A');
    expect(changesOf(home)).toEqual([
      '2016-06-15 eligible: turned-16',
      '2016-10-01 relevant: left-care',
      '2017-04-01 qualifying: home-six-months',
      '2026-06-15 none: turned-26',
    ]);
    const broken = home.with(careLeaverAccommodation, { kind: 'D', start: '2017-09-01' });
    expect(changesOf(broken).slice(2)).toEqual([
      '2017-04-01 qualifying: home-six-months',
      '2017-09-01 relevant: return-broke-down',
      '2018-06-15 former-relevant: turned-18',
      '2026-06-15 none: turned-26',
    ]);
    expect(returning(theChild(broken), day('2017-10-01'), false)).toBe(true);
  });

  it('is qualifying from 16 under special guardianship from care', () => {
    expect(changesOf(born2000().startedOn('2010-01-01').ceasedOn('2012-01-01', 'E45'))).toEqual([
      '2016-06-15 qualifying: turned-16',
      '2026-06-15 none: turned-26',
    ]);
  });

  it('ends with adoption, death and another authority', () => {
    for (const [code, reason] of [
      ['E11', 'adopted'],
      ['E2', 'died'],
      ['E3', 'transferred'],
    ] as const) {
      const story = born2000().startedOn('2012-01-01').ceasedOn('2017-02-01', code);
      expect(changesOf(story).at(-1)).toBe(`2017-02-01 none: ${reason}`);
    }
  });

  it('says who came back at 21 or later for support', () => {
    const child = theChild(born2000().startedOn('2012-01-01').ceasedOn('2018-06-15', 'E17'));
    expect(returning(child, day('2022-01-01'), true)).toBe(true);
    expect(returning(child, day('2020-01-01'), true)).toBe(false);
  });

  it('knows who came unaccompanied, also after the claim was decided [LVC-16]', () => {
    const story = aChild({ born: '2000-06-15', unaccompaniedUntil: '2017-03-01' }).startedOn('2016-01-01');
    expect(wasUnaccompanied(theChild(story))).toBe(true);
    expect(wasUnaccompanied(theChild(born2000().startedOn('2016-01-01')))).toBe(false);
  });

  it('follows from care history alone, for any history', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        for (const story of randomStories(seed, 20)) {
          const child = theChild(story);
          const changes = statusChanges(child);
          changes.forEach(({ on, status }, i) => {
            if (i > 0) {
              expect(on).toBeGreaterThan(changes[i - 1]!.on);
              expect(status).not.toBe(changes[i - 1]!.status);
            }
          });
          for (let on = addMonths(child.born, 15 * 12); on < addMonths(child.born, 27 * 12); on += 29) {
            const status = statusOn(child, on);
            const age = child.ageOn(on);
            const weeks = child.daysLookedAfter(child.birthday(14), on) >= THIRTEEN_WEEKS;
            if (status === undefined) {
              if (age >= 16 && age < 18 && weeks) expect(child.isLookedAfter(on)).toBe(false);
              continue;
            }
            expect(age).toBeGreaterThanOrEqual(16);
            expect(age).toBeLessThanOrEqual(25);
            if (status === 'eligible')
              expect([child.isLookedAfter(on), weeks, age < 18]).toEqual([true, true, true]);
            if (status === 'relevant')
              expect([child.isLookedAfter(on), weeks, age < 18]).toEqual([false, true, true]);
            if (status === 'former-relevant') expect([weeks, age >= 18]).toEqual([true, true]);
            if (age < 18 && child.isLookedAfter(on) && weeks) expect(status).toBe('eligible');
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('counts by status and age', () => {
  const year = financialYear(2017);
  const young = [aged(16), aged(17), aged(18), aged(21), aged(22), aged(25), aged(26)];

  it('counts care leavers aged 17 to 21 and by single year [D-LEA-02] [D-LEA-12]', () => {
    expect(value('care-leavers-17-21', young, year)).toBe(2);
    expect(value('care-leavers', young, year)).toBe(4);
    expect(value('young-people-with-leaving-care-status', young, year)).toBe(6);
  });

  it('stops at the age the council sets [LVC-02] [D-LEA-01]', () => {
    const council = { parameters: [{ id: 'leaving-care-last-age', value: 24 }] };
    expect(value('care-leavers', young, year, { council })).toBe(3);
  });

  it('lists everybody with status, age and adviser, and every change with its reason [LVC-01] [D-LEA-01]', () => {
    const list = listed('leaving-care-young-people', young, year);
    expect(list.map(({ age, status }) => `${age} ${status}`)).toEqual([
      '16 Eligible',
      '17 Eligible',
      '18 Former relevant',
      '21 Former relevant',
      '22 Former relevant',
      '25 Former relevant',
    ]);
    const [first] = listed('leaving-care-status-changes', [aged(18)], financialYear(2017));
    expect(first!.flags).toEqual(['1 October 2016: Former relevant (turned 18)']);
  });

  it('tells who left before 18, and why [LVC-22]', () => {
    const early = aChild({ born: '2000-01-01' }).startedOn('2012-01-01').ceasedOn('2016-09-01', 'E5');
    const stayed = aged(18);
    const adopted = aChild({ born: '2000-01-01' }).startedOn('2012-01-01').ceasedOn('2016-09-01', 'E11');
    expect(value('left-care-before-18', [early, stayed, adopted], year)).toBe(50);
    expect(listed('left-care-before-18-list', [early, stayed, adopted], year)).toEqual([
      { child: early.id, left: '2016-09-01', age: 16, reason: 'E5', status: 'Relevant' },
    ]);
  });

  it('counts those who became care leavers in the year [D-LEA-04]', () => {
    expect(value('new-care-leavers', [aged(18), aged(19), aged(17)], year)).toBe(1);
    expect(value('new-care-leavers', [aged(18)], onDate(day('2016-09-30')))).toBe(0);
  });
});

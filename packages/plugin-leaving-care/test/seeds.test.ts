import { day, financialYear, type IsoDate, onDate, rangeOf } from '@cic/core';
import { aChild, type ChildStory, many } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  afterCareArrangement,
  careLeaverAccommodation,
  careLeaverSurvey,
  commissionedAccommodation,
  computerIssue,
  drivingLessons,
  immigrationStatus,
  workPlacement,
} from '../src/generated/records.ts';
import { projectCareLeavers } from '../src/index.ts';
import { aged, leaver, listed, parts, result, rows, value, withOthers } from './tell.ts';

const march2017 = onDate(day('2017-03-31'));
const year2017 = financialYear(2017);
const SUFFICIENCY = ['S', 'R', 'V', 'W', 'X'] as const;

/** The accommodation table of March 2017: 315 care leavers by type. */
const PROFILE = {
  B: 45,
  FC: 13,
  C: 16,
  D: 56,
  R: 1,
  S: 8,
  U: 121,
  V: 3,
  W: 4,
  X: 8,
  YL: 3,
  YF: 12,
  Z: 25,
} as const;

const profile = (): ChildStory[] =>
  (Object.entries(PROFILE) as [keyof typeof PROFILE, number][]).flatMap(([kind, number]) =>
    many(number, (i) => aged(18 + (i % 4)).with(careLeaverAccommodation, { kind, start: '2016-11-01' })),
  );

describe('the sufficiency strategy of 2017', () => {
  it('projects care leavers to 25 as printed [D-LEA-03]', () => {
    const today = { 19: 92, 20: 94, 21: 110, 22: 80, 23: 74, 24: 74, 25: 57 };
    const years = projectCareLeavers(today, { fromAge: 19, toAge: 25, entrants: [84, 92, 87, 85, 88] });
    expect(years.map(({ total }) => total)).toEqual([581, 608, 626, 639, 644, 622]);
    expect(years[1]!.byAge).toEqual({ 19: 84, 20: 92, 21: 94, 22: 110, 23: 80, 24: 74, 25: 74 });
    expect(years[5]!.byAge).toEqual({ 19: 88, 20: 85, 21: 87, 22: 92, 23: 84, 24: 92, 25: 94 });
  });

  it('tells actual and projected years apart [D-LEA-05]', () => {
    const years = projectCareLeavers({ 19: 84 }, { fromAge: 19, toAge: 25, entrants: [92, 87] });
    expect(years.map(({ kind }) => kind)).toEqual(['actual', 'projected', 'projected']);
    const list = listed('care-leaver-projection', [aged(19), aged(19), aged(25)], march2017);
    expect(list.map(({ year, kind, total }) => `${year}: ${kind} ${total}`)).toEqual([
      '31 March 2017: actual 3',
      '31 March 2018: projected 2',
      '31 March 2019: projected 2',
      '31 March 2020: projected 2',
      '31 March 2021: projected 2',
    ]);
  });

  it('lets those in care at 16 and 17 grow into the projection, or the council’s own assumption [D-LEA-04]', () => {
    const young = [...many(4, () => aged(18)), ...many(3, () => aged(17)), ...many(2, () => aged(16))];
    const at19 = (config = {}) =>
      listed('care-leaver-projection', young, march2017, config).map(({ age19 }) => age19);
    expect(at19()).toEqual([0, 4, 3, 2, 3]);
    expect(at19({ parameters: [{ id: 'projected-entrants', value: 88 }] })).toEqual([0, 88, 88, 88, 88]);
    expect(at19({ parameters: [{ id: 'projected-unaccompanied', value: 5 }] })).toEqual([0, 9, 8, 7, 8]);
  });

  it('gives the accommodation profile with shares that add up to 100 [D-LEA-06] [D-REF-16]', () => {
    const young = profile();
    expect(value('care-leavers-accommodation', young, march2017)).toBe(315);
    const table = rows('care-leavers-accommodation', 'care-leaver-accommodation', young, march2017);
    const share = (code: string) => table.find(({ category }) => category === code)!;
    expect(share('U').value).toBe(121);
    expect(share('U').share).toBeCloseTo(38.4, 1);
    expect(share('B').share).toBeCloseTo(14.3, 1);
    expect(share('Z').share).toBeCloseTo(7.9, 1);
    expect(table.reduce((sum, row) => sum + row.share!, 0)).toBeCloseTo(100, 9);
    expect(value('care-leavers-independent', young, march2017)).toBeCloseTo(38.4, 1);
  });

  it('puts every type in one of six groups that add up to 100 [D-LEA-10]', () => {
    const table = rows('care-leavers-accommodation', 'care-leaver-accommodation-group', profile(), march2017);
    const shares = Object.fromEntries(
      table.map(({ category, share }) => [category, Number(share!.toFixed(1))]),
    );
    expect(shares).toEqual({
      'family-friends': 18.1,
      carers: 8.9,
      regulated: 11.7,
      supervised: 17.8,
      independent: 38.4,
      other: 5.1,
    });
    expect(table.reduce((sum, { share }) => sum + share!, 0)).toBeCloseTo(100, 9);
  });

  it('gives 92.4% and 97.1% in suitable accommodation by the flags used, and prints them [D-LEA-07]', () => {
    const young = profile();
    const share = (unsuitable: readonly string[]) =>
      value('care-leavers-suitable-accommodation-now', young, march2017, { options: { unsuitable } });
    expect(share(SUFFICIENCY)).toBeCloseTo(92.4, 1);
    expect(share(['S', 'R'])).toBeCloseTo(97.1, 1);
    expect(share(['S', 'R', 'V', 'W'])).toBeCloseTo(94.9, 1);
    const { definition } = result('care-leavers-suitable-accommodation-now', young, march2017, {
      options: { unsuitable: ['S', 'R'] },
    });
    expect(definition).toContain('every type but S (No fixed abode or homeless), R (Residence not known)');
  });

  it('gives it by locality [D-LEA-08] [LVC-03]', () => {
    const district = (name: string, suitable: number, unsuitable: number) => [
      ...many(suitable, () =>
        aged(19, { district: name }).with(careLeaverAccommodation, { kind: 'U', start: '2016-06-01' }),
      ),
      ...many(unsuitable, () =>
        aged(19, { district: name }).with(careLeaverAccommodation, { kind: 'W', start: '2016-06-01' }),
      ),
    ];
    const young = [
      ...district('high-peak', 10, 1),
      ...district('chesterfield', 52, 3),
      ...district('amber', 12, 0),
    ];
    const council = {
      districts: ['high-peak', 'chesterfield', 'amber'].map((id) => ({ id, name: id })),
    };
    const table = rows('care-leavers-suitable-accommodation', 'district', young, year2017, { council });
    expect(table.map(({ category, value: of }) => `${category} ${of!.toFixed(1)}`)).toEqual([
      'high-peak 90.9',
      'chesterfield 94.5',
      'amber 100.0',
    ]);
  });

  it('gives those outside the area by age: 25 of 92, 21 of 84, 27 of 92, 32 of 94 [D-LEA-11]', () => {
    const at = (age: number, all: number, outside: number) =>
      many(all, (i) =>
        aged(age).with(careLeaverAccommodation, {
          kind: 'U',
          start: '2016-11-01',
          location: i < outside ? 'OUT' : 'IN',
        }),
      );
    const young = [...at(18, 92, 25), ...at(19, 84, 21), ...at(20, 92, 27), ...at(21, 94, 32)];
    expect(parts('care-leavers-outside-la', young, march2017)).toEqual([105, 362]);
    const table = rows('care-leavers-outside-la', 'single-year-of-age', young, march2017);
    expect(table.map(({ value: of }) => of!.toFixed(1))).toEqual(['27.2', '25.0', '29.3', '34.0']);
    expect(value('care-leavers-outside-la', young, march2017)!.toFixed(1)).toBe('29.0');
  });

  it('keeps four populations of one month apart, each under its own definition [D-LEA-12]', () => {
    const young = [...profile(), ...many(3, () => aged(20)), ...many(2, () => aged(24))];
    expect(value('care-leavers-accommodation', young, march2017)).toBe(315);
    expect(value('care-leavers-17-21', young, march2017)).toBe(318);
    expect(value('care-leavers', young, march2017)).toBe(320);
  });

  it('counts staying put over the year: 42, 34, 46, 50, and those of 20 and over [D-LEA-13]', () => {
    const printed = { 2014: 42, 2015: 34, 2016: 46, 2017: 50 };
    for (const [year, number] of Object.entries(printed)) {
      const end = Number(year);
      const young = many(number, (i) => {
        const age = i < 14 ? 20 : 18 + (i % 2);
        const born = `${end - age - 1}-10-01` as IsoDate;
        return leaver({ born }).with(afterCareArrangement, {
          kind: 'staying-put',
          start: `${end - age + 17}-10-01` as IsoDate,
        });
      });
      expect(value('staying-put', young, financialYear(end)), year).toBe(number);
      if (end === 2017)
        expect(value('staying-put-aged-20-plus', young, financialYear(end))).toBeCloseTo(28, 9);
    }
  });

  it('adds up spot purchase: 5,889 nights, 46 young people, 40 under 18 at the start, 16.1 beds [D-LEA-22]', () => {
    const nights = 5889 - 45 * 128;
    const young = many(46, (i) => {
      const length = i === 0 ? nights : 128;
      const start = day('2016-06-01');
      const end = new Date((start + length) * 86_400_000).toISOString().slice(0, 10) as IsoDate;
      return aChild({ born: i < 40 ? '1999-01-01' : '1998-01-01' })
        .startedOn('2012-01-01')
        .with(careLeaverAccommodation, { kind: 'D', purchase: 'spot', start: '2016-06-01', end });
    });
    expect(value('spot-purchase-bed-nights', young, year2017)).toBe(5889);
    expect(value('spot-purchase-young-people', young, year2017)).toBe(46);
    expect(value('spot-purchase-under-18', young, year2017)).toBe(40);
    expect(value('spot-purchase-average-beds', young, year2017)!.toFixed(1)).toBe('16.1');
  });

  it('counts commissioned units at a date: 30, 73, and 75 planned [D-LEA-20]', () => {
    const history = withOthers([], {
      type: commissionedAccommodation,
      records: [
        { id: 'houses', units: 30, start: '2017-04-01' },
        { id: 'flats', units: 43, start: '2017-10-01' },
        { id: 'more', units: 2, start: '2018-10-01', planned: true },
      ],
    });
    const at = (date: IsoDate) => value('care-leaver-units', history, onDate(day(date)));
    expect(at('2017-09-30')).toBe(30);
    expect(at('2017-10-01')).toBe(73);
    expect(at('2018-10-01')).toBe(73);
    const planned = listed('commissioned-accommodation-list', history, onDate(day('2018-09-01')));
    expect(planned.filter(({ state }) => state === 'planned').map(({ units }) => units)).toEqual([2]);
  });

  it('shows formerly unaccompanied care leavers by place and status [D-LEA-31] [LVC-16]', () => {
    const young = many(8, (i) =>
      aged(18, { unaccompaniedUntil: '2016-10-01' })
        .with(careLeaverAccommodation, { kind: 'D', start: '2016-10-01', location: i === 0 ? 'IN' : 'OUT' })
        .with(immigrationStatus, {
          status: i < 5 ? 'refugee' : 'claim-pending',
          from: '2016-05-01',
          ...(i < 5 ? { decided: '2016-05-01' } : {}),
        }),
    );
    expect(value('uasc-care-leavers', young, march2017)).toBe(8);
    const where = rows('uasc-care-leavers', 'care-leaver-location', young, march2017);
    expect(where.map(({ category, value: of }) => [category, of])).toEqual([
      ['IN', 1],
      ['OUT', 7],
    ]);
    const by = rows('uasc-care-leavers', 'immigration-status', young, march2017);
    expect(by.map(({ category, value: of }) => [category, of])).toEqual([
      ['claim-pending', 3],
      ['refugee', 5],
    ]);
    expect(value('uasc-care-leavers-decided', young, march2017)).toBe(62.5);
    expect(value('uasc-care-leavers-decided-early', young, march2017)).toBe(62.5);
    expect(listed('uasc-care-leavers-list', young, march2017)).toHaveLength(8);
  });
});

describe('the report of 2008', () => {
  const half = rangeOf(day('2008-04-01'), day('2008-09-30'));

  it('counts mentored, April and summer placements and what followed [LVC-11]', () => {
    const placed = (scheme: 'mentored' | 'april-day' | 'summer', start: IsoDate, more = {}) =>
      aChild({ born: '1991-01-01' })
        .startedOn('2004-01-01')
        .with(workPlacement, { scheme, start, ...more });
    const young = [
      ...many(3, () => placed('mentored', '2008-05-01', { outcome: 'work' })),
      ...many(5, () => placed('mentored', '2008-05-01', { outcome: 'college' })),
      ...many(2, () => placed('mentored', '2008-05-01')),
      ...many(7, () => placed('april-day', '2008-04-24', { outcome: 'other' })),
      ...many(11, (i) => placed('summer', '2008-07-28', { outcome: 'college', jobAccepted: i === 0 })),
      ...many(5, () =>
        aChild({ born: '1991-01-01' })
          .startedOn('2004-01-01')
          .with(workPlacement, { scheme: 'mentored', preparing: '2008-09-01' }),
      ),
    ];
    expect(value('work-placements-mentored', young, half)).toBe(10);
    expect(value('work-placements-april-day', young, half)).toBe(7);
    expect(value('work-placements-summer', young, half)).toBe(11);
    expect(value('work-placements', young, half)).toBe(28);
    expect(value('work-placement-jobs', young, half)).toBe(1);
    expect(value('work-placements-prepared', young, half)).toBe(5);
    const mentored = young.slice(0, 10);
    expect(value('work-placements-to-work', mentored, half)).toBe(30);
    expect(value('work-placements-to-college', mentored, half)).toBe(50);
    expect(value('work-placements-outcome-unknown', mentored, half)).toBe(20);
    expect(listed('work-placements-list', young, half)[0]).toMatchObject({
      placed: 10,
      work: 3,
      college: 5,
      unknown: 2,
    });
  });

  it('counts 24 users of driving lessons, 5 passes and 2 Pass Plus [LVC-15]', () => {
    const young = many(24, (i) =>
      aChild({ born: '1990-01-01' })
        .startedOn('2004-01-01')
        .with(drivingLessons, {
          started: '2008-04-10',
          ...(i < 5 ? { passed: '2008-08-01' } : {}),
          ...(i < 2 ? { passPlus: '2008-09-01' } : {}),
        }),
    );
    expect(value('driving-lessons', young, half)).toBe(24);
    expect(value('driving-test-passed', young, half)).toBe(5);
    expect(value('pass-plus', young, half)).toBe(2);
  });

  it('issues two computers a month [LVC-14]', () => {
    const young = many(24, (i) =>
      aChild({ born: '1990-01-01' })
        .startedOn('2004-01-01')
        .with(computerIssue, {
          issued: '2007-10-01',
          recipient: i % 2 === 0 ? 'in-care' : 'higher-education',
        }),
    );
    expect(value('computers-issued', young, financialYear(2008))).toBe(24);
    expect(value('computers-per-month', young, financialYear(2008))!.toFixed(1)).toBe('2.0');
  });

  it('counts 59 care leavers who came unaccompanied [LVC-16]', () => {
    const young = many(59, () =>
      aChild({ born: '1990-01-01', unaccompaniedUntil: '2008-01-01' })
        .startedOn('2006-01-01')
        .ceasedOn('2008-01-01', 'E5'),
    );
    expect(value('uasc-care-leavers', young, onDate(day('2008-10-01')))).toBe(59);
  });
});

describe('the care leaver consultation of 2018', () => {
  const answers = (question: string, counts: Readonly<Record<string, number>>) =>
    Object.entries(counts).map(([answer, count]) => ({ question, answer, count }));
  const survey = {
    id: 'consultation-2018',
    held: '2018-06-01',
    answered: 100,
    invited: 331,
    answers: [
      ...answers('independence-planning', { always: 32, mostly: 31, sometimes: 37 }),
      ...answers('eet-support', { 'very-good': 30, good: 31, poor: 39 }),
      ...answers('settled', { 'very-good': 33, good: 40, poor: 27 }),
      ...answers('safe', { 'very-good': 51, good: 40, poor: 9 }),
      ...answers('secure', { 'very-good': 48, good: 40, poor: 12 }),
      ...answers('physical-health', { good: 67, ok: 24, poor: 9 }),
      ...answers('mental-health', { good: 51, ok: 19, poor: 30 }),
      ...answers('financial-information', { yes: 28, no: 68, 'no-answer': 4 }),
      ...answers('budgeting', { 'very-good': 23, good: 40, poor: 33, 'no-answer': 4 }),
      ...answers('money-worry', { always: 20, mostly: 25, sometimes: 33, never: 18, 'no-answer': 4 }),
    ],
  };
  const history = withOthers([aged(18).with(careLeaverAccommodation, { kind: 'U', start: '2016-10-01' })], {
    type: careLeaverSurvey,
    records: [survey],
  });
  const year = financialYear(2019);

  it('is recomputed: 63, 61, 73, 91, 88, 67, 51, 28, 63, 45 [D-LEA-29]', () => {
    const questions = survey.answers.map(({ question }) => question);
    const shares = [...new Set(questions)].map((question) =>
      value(`care-leaver-survey-${question}`, history, year),
    );
    expect(shares.map((share) => Math.round(share!))).toEqual([63, 61, 73, 91, 88, 67, 51, 28, 63, 45]);
  });

  it('stands beside the hard figures under the five outcomes [D-LEA-29]', () => {
    const list = listed('keep-on-caring-outcomes', history, year);
    expect(new Set(list.filter(({ kind }) => kind === 'survey').map(({ outcome }) => outcome)).size).toBe(5);
    expect(list.filter(({ kind }) => kind === 'figure').length).toBeGreaterThan(0);
    expect(list.find(({ what }) => what === 'How safe do you feel?')).toMatchObject({
      value: '91.0%',
      base: 100,
    });
  });

  it('says when the next six-monthly questionnaire is due, how many answered, and who was told [LVC-18]', () => {
    expect(value('care-leaver-survey-response-rate', history, year)).toBeCloseTo(30.2, 1);
    expect(value('care-leaver-survey-fed-back', history, year)).toBe(0);
    expect(listed('care-leaver-surveys', history, year)[0]!.flags).toEqual([
      'no feedback to young people',
      'next survey was due on 1 December 2018',
    ]);
  });
});

import { academicYear, day, month, onDate } from '@cic/core';
import { aChild, many } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { inYear6, inYear11, listed, result, rows, value } from '../../test/tell.ts';
import { enrolment, personalEducationPlan } from '../generated/records.ts';

const october = month(2023, 10);

describe('personal education plans', () => {
  const planned = (quality?: 'good' | 'inadequate') =>
    inYear6().with(personalEducationPlan, {
      start: '2023-09-20',
      completed: '2023-10-12',
      ...(quality && { quality }),
    });

  it('are counted as completed of pupils whose first was due [EDU-02] [EDU-03]', () => {
    const justIn = aChild({ born: '2013-03-01' }).startedOn('2023-10-20');
    const baby = aChild({ born: '2022-03-01' }).startedOn('2022-05-01');
    expect(result('pep-completed', [planned(), inYear6(), justIn, baby], october)).toMatchObject({
      numerator: 1,
      denominator: 2,
      value: 50,
    });
  });

  it('show by setting, key stage, in and out of the area and quality [EDU-03] [EDU-07]', () => {
    const nursery = aChild({ born: '2019-12-01' })
      .startedOn('2020-05-01')
      .with(enrolment, {
        school: 'acorns',
        setting: 'early-years-private',
        start: '2022-09-01',
        location: 'OUT',
      })
      .with(personalEducationPlan, {
        start: '2023-09-20',
        completed: '2023-10-10',
        quality: 'good',
      });
    const school = planned('inadequate').with(enrolment, {
      school: 'a',
      setting: 'academy',
      start: '2017-09-01',
      location: 'IN',
    });
    const all = [nursery, school, inYear6()];
    expect(rows('pep-completed', 'setting', all, october)).toEqual([
      ['early-years-private', 1, 1],
      ['academy', 1, 1],
      ['not-known', 0, 1],
    ]);
    expect(rows('pep-completed', 'key-stage', all, october)).toEqual([
      ['early-years', 1, 1],
      ['key-stage-2', 1, 2],
    ]);
    expect(rows('pep-completed', 'school-location', all, october)).toEqual([
      ['IN', 1, 1],
      ['OUT', 1, 1],
      ['not-known', 0, 1],
    ]);
    expect(rows('pep-completed', 'pep-quality', all, october)).toEqual([
      ['good', 1, 1],
      ['inadequate', 1, 1],
      ['not-known', 0, 1],
    ]);
    expect(value('pep-good-quality', all, october)).toBe(50);
  });

  it('say how many criteria of quality they meet [EDU-02]', () => {
    const judged = inYear6().with(personalEducationPlan, {
      start: '2023-09-20',
      completed: '2023-10-12',
      criteria: [
        { criterion: 'child-views', met: true },
        { criterion: 'smart-targets', met: false },
        { criterion: 'ambition', met: true },
      ],
    });
    expect(value('pep-criteria-met', [judged], october)).toBeCloseTo(66.67, 1);
  });

  it('say whether the child was there and heard; those that do not say are left out [EDU-06]', () => {
    const plans = inYear6().with(
      personalEducationPlan,
      {
        start: '2023-10-01',
        completed: '2023-10-12',
        childAttended: true,
        views: 'I like science.',
      },
      {
        start: '2023-10-02',
        completed: '2023-10-13',
        childAttended: false,
        viewsGiven: false,
      },
      { start: '2023-10-03', completed: '2023-10-14' },
    );
    expect(result('pep-child-attended', [plans], october)).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
    expect(result('pep-views-heard', [plans], october)).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
  });

  it('are current for six months, or as long as the council says [EDU-04] [CFG-05]', () => {
    const last = (completed: '2023-04-01' | '2023-03-29') =>
      inYear6().with(personalEducationPlan, { start: '2023-03-10', completed });
    const on = onDate(day('2023-09-30'));
    const all = [last('2023-04-01'), last('2023-03-29'), inYear6()];
    expect(value('pupils-without-current-pep', all, on)).toBe(2);
    expect(value('pep-current', all, on)).toBeCloseTo(100 / 3);
    const council = { parameters: [{ id: 'current-pep-months', value: 4 }] };
    expect(value('pupils-without-current-pep', all, on, { council })).toBe(3);
    expect(listed('pupils-without-current-pep', all, on).map((cells) => cells.flags)).toEqual([
      ['last completed on 29 March 2023, more than 6 months ago'],
      ['no plan was ever completed'],
    ]);
  });

  it('name a route for school leavers, or the leaver is listed [EDU-05]', () => {
    const on = onDate(day('2024-03-31'));
    const route = (progressionRoute: 'college' | 'undecided') =>
      inYear11().with(personalEducationPlan, {
        start: '2024-01-10',
        completed: '2024-01-20',
        progressionRoute,
      });
    const silent = inYear11().with(personalEducationPlan, {
      start: '2024-01-10',
    });
    const all = [route('college'), route('undecided'), silent, inYear11(), inYear6()];
    expect(value('school-leavers-without-route', all, on)).toBe(3);
    expect(value('school-leavers-with-route', all, on)).toBe(25);
    expect(listed('school-leavers-without-route', all, on).map((cells) => cells.flags)).toEqual([
      ['plan of 10 January 2024: undecided'],
      ['plan of 10 January 2024 says nothing of a route'],
      ['no personal education plan'],
    ]);
  });

  it('give no value where none is on record: no data is not nought', () => {
    const all = many(3, () => inYear6());
    for (const id of [
      'pep-completed',
      'pep-current',
      'pupils-without-current-pep',
      'school-leavers-without-route',
    ])
      expect(value(id, all, academicYear(2024))).toBeNull();
  });
});

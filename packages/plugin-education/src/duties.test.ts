import { academicYear, formatIsoDate, month } from '@cic/core';
import { aChild, many } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { due, value } from '../test/tell.ts';
import { enrolment, personalEducationPlan } from './generated/records.ts';

const tenYearsOld = aChild({ born: '2013-03-01' });
const days = (events: ReturnType<typeof due>) =>
  events.map(({ startedOn, dueOn, status }) => [formatIsoDate(startedOn), formatIsoDate(dueOn), status]);

describe('the first personal education plan', () => {
  const story = tenYearsOld.startedOn('2023-03-01');

  it('is begun within 10 working days, and ready within 20 [EDU-02]', () => {
    const planned = story.with(personalEducationPlan, {
      start: '2023-03-15',
      completed: '2023-03-30',
    });
    expect(days(due('first-pep-begun', planned, '2023-06-30'))).toEqual([
      ['2023-03-01', '2023-03-15', 'met in time'],
    ]);
    expect(days(due('first-pep', planned, '2023-06-30'))).toEqual([['2023-03-01', '2023-03-29', 'met late']]);
  });

  it('is overdue the day after, and a draft does not meet it', () => {
    const draft = story.with(personalEducationPlan, { start: '2023-03-10' });
    expect(days(due('first-pep', draft, '2023-03-29'))[0]![2]).toBe('due');
    expect(days(due('first-pep', draft, '2023-03-30'))[0]![2]).toBe('overdue');
  });

  it('is due for a child who turns three in care, not for a baby or a young adult [EDU-07]', () => {
    const little = aChild({ born: '2020-06-05' }).startedOn('2021-01-01');
    expect(days(due('first-pep-begun', little, '2023-06-04'))).toEqual([]);
    expect(days(due('first-pep-begun', little, '2023-06-05'))).toEqual([['2023-06-05', '2023-06-19', 'due']]);
  });

  it('falls away when the child leaves before it is due', () => {
    expect(days(due('first-pep', story.ceasedOn('2023-03-20'), '2023-06-30'))[0]![2]).toBe('fell away');
  });

  it('keeps the limit that held when it started [CFG-05]', () => {
    const parameters = [{ id: 'first-pep-working-days', value: 15, from: '2023-03-02' as const }];
    expect(days(due('first-pep', story, '2023-06-30', { parameters }))[0]![1]).toBe('2023-03-29');
    const later = tenYearsOld.startedOn('2023-03-02');
    expect(days(due('first-pep', later, '2023-06-30', { parameters }))[0]![1]).toBe('2023-03-23');
  });
});

describe('the personal education plan of every term', () => {
  const terms = [
    { start: '2023-09-04', end: '2023-12-22' },
    { start: '2024-01-08', end: '2024-03-28' },
    { start: '2024-04-15', end: '2024-07-24' },
  ] as const;
  const story = tenYearsOld
    .startedOn('2023-03-01')
    .with(
      personalEducationPlan,
      { start: '2023-10-01', completed: '2023-10-10' },
      { start: '2024-03-20', completed: '2024-04-02' },
    );

  it('is due by the end of the term; one completed in the holidays is late [EDU-02]', () => {
    expect(days(due('termly-pep', story, '2024-08-30', {}, { terms }).slice(1))).toEqual([
      ['2023-09-04', '2023-12-22', 'met in time'],
      ['2024-01-08', '2024-03-28', 'met late'],
      ['2024-04-15', '2024-07-24', 'overdue'],
    ]);
  });

  it('gives the share done in time of itself [EDU-03]', () => {
    expect(value('termly-pep-on-time', [story], academicYear(2024))).toBeCloseTo(100 / 3);
    expect(value('termly-pep-on-time', [tenYearsOld.startedOn('2023-03-01')], academicYear(2024))).toBeNull();
  });
});

describe('a school place after losing one', () => {
  const at = (school: string, start: string, end?: string) => ({
    school,
    setting: 'academy' as const,
    start: start as `${number}-${number}-${number}`,
    ...(end && { end: end as `${number}-${number}-${number}` }),
  });

  it('is due within 20 school days of the first day without', () => {
    const story = tenYearsOld
      .startedOn('2020-03-01')
      .with(enrolment, at('a', '2019-09-02', '2023-05-02'), at('b', '2023-06-05'));
    expect(days(due('school-place', story, '2023-08-31'))).toEqual([
      ['2023-05-02', '2023-06-01', 'met late'],
    ]);
  });

  it('runs while there is none, and not for a child below school age or past Year 11', () => {
    const story = tenYearsOld.startedOn('2020-03-01').with(enrolment, at('a', '2019-09-02', '2023-05-02'));
    expect(days(due('school-place', story, '2023-05-20'))).toEqual([['2023-05-02', '2023-06-01', 'due']]);
    const old = aChild({ born: '2006-01-01' })
      .startedOn('2020-03-01')
      .with(enrolment, at('a', '2019-09-02', '2022-07-20'));
    expect(days(due('school-place', old, '2023-05-20'))).toEqual([]);
  });

  it('says nothing where nobody has an enrolment on record', () => {
    expect(due('school-place', tenYearsOld.startedOn('2020-03-01'), '2023-05-20')).toEqual([]);
  });

  it('has a share done in time', () => {
    const stories = many(4, (i) =>
      aChild({ born: '2013-03-01' })
        .startedOn('2020-03-01')
        .with(enrolment, at('a', '2019-09-02', '2023-05-02'), at('b', i === 0 ? '2023-06-05' : '2023-05-15')),
    );
    expect(value('school-place-on-time', stories, month(2023, 6))).toBe(75);
  });
});

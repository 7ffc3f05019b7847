import { academicYear, day, onDate, recordInput } from '@cic/core';
import { aChild, aHistoryWith } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { inYear6, inYear11, listed, result, value } from '../../test/tell.ts';
import {
  educationEvent,
  educationServiceInvolvement,
  educationTraining,
  enrolment,
  learningEquipment,
  learningProgramme,
  mentor,
  pupilProfile,
  school,
  schoolAdoptionSupport,
  schoolChallenge,
  tuition,
} from '../generated/records.ts';
import { schoolsWithoutDesignatedTeacher } from '../schools/designatedTeachers.ts';

const year = academicYear(2024);
const on = onDate(day('2024-03-31'));
const schools = recordInput({
  type: school,
  records: [
    {
      id: 'a',
      name: 'Long Lane Academy',
      kind: 'academy',
      location: 'IN',
      designatedTeachers: [{ start: '2020-09-01', trained: '2021-02-01' }],
    },
    {
      id: 'b',
      name: 'Brook School',
      kind: 'maintained',
      location: 'OUT',
      designatedTeachers: [{ start: '2020-09-01', end: '2024-01-01' }],
    },
    { id: 'c', name: 'Acorns Nursery', kind: 'early-years-private' },
    { id: 'd', name: 'Old School', kind: 'maintained', closed: '2023-07-20' },
    {
      id: 'e',
      name: 'New School',
      kind: 'special',
      designatedTeachers: [{ start: '2024-02-01' }],
    },
  ],
});
const at = (id: string) =>
  inYear6().with(enrolment, {
    school: id,
    setting: 'academy',
    start: '2019-09-01',
  });

describe('designated teachers', () => {
  const history = aHistoryWith([schools], at('a'), at('a'), at('b'));

  it('are in post at a share of schools, and schools without are listed, with training [EDU-08] [EDU-30]', () => {
    expect(result('schools-with-designated-teacher', history, on)).toMatchObject({
      numerator: 2,
      denominator: 3,
    });
    expect(value('school-with-designated-teacher', history, on)).toBeCloseTo(200 / 3);
    expect(schoolsWithoutDesignatedTeacher(history.otherRecords(school), on.end).map(({ id }) => id)).toEqual(
      ['b'],
    );
    expect(listed('schools-without-designated-teacher', history, on)).toEqual([
      { school: 'Brook School', trained: '', flags: ['no designated teacher'] },
      {
        school: 'New School',
        trained: '',
        flags: ['designated teacher not trained yet'],
      },
    ]);
  });
});

describe('schools', () => {
  it('with children in care are challenged each term, with concerns and support [EDU-29]', () => {
    const visits = recordInput({
      type: schoolChallenge,
      records: [
        {
          school: 'a',
          held: '2023-10-10',
          concerns: 'Two suspensions',
          support: 'Training',
          nextDue: '2024-02-10',
        },
        { school: 'b', held: '2024-03-01', concerns: 'No plan seen' },
      ],
    });
    const history = aHistoryWith([schools, visits], at('a'), at('a'), at('b'), at('x'));
    expect(
      listed('school-challenge-due', history, on).map((cells) => [cells.school, cells.pupils, cells.flags]),
    ).toEqual([
      ['Long Lane Academy', 2, ['visit was due on 10 February 2024']],
      ['Brook School', 1, ['concern without support']],
      ['x', 1, ['never visited']],
    ]);
  });

  it('that teach adopted children and need guidance are listed until they have it [EDU-31]', () => {
    const support = recordInput({
      type: schoolAdoptionSupport,
      records: [
        {
          school: 'a',
          identified: '2023-10-10',
          briefed: '2023-11-10',
          topic: 'Attachment',
        },
        { school: 'b', identified: '2023-12-10' },
      ],
    });
    const cells = listed('schools-needing-adoption-guidance', aHistoryWith([schools, support]), on);
    expect(cells.map((row) => row.flags)).toEqual([[], ['guidance not given yet']]);
  });

  it('send people to training, and so do carers and improvement officers [EDU-30] [D-EDU-15]', () => {
    const training = recordInput({
      type: educationTraining,
      records: [
        {
          held: '2023-11-05',
          audience: 'designated-teachers',
          topic: 'Plans',
          attended: 62,
        },
        {
          held: '2024-01-15',
          audience: 'designated-teachers',
          topic: 'Attachment',
          attended: 30,
        },
        {
          held: '2024-01-20',
          audience: 'improvement-officers',
          topic: 'Progress',
          attended: 8,
        },
      ],
    });
    const cells = listed('education-training', aHistoryWith([training]), year).map((row) => row);
    expect(cells).toHaveLength(8);
    expect(cells[0]).toEqual({
      audience: 'Designated teachers',
      sessions: 2,
      attended: 92,
      last: '2024-01-15',
      topics: ['Plans', 'Attachment'],
    });
    expect(cells.find(({ audience }) => audience === 'School improvement officers')!.attended).toBe(8);
  });

  it('and adopters come to briefings, young people to celebrations [EDU-32] [EDU-33]', () => {
    const events = recordInput({
      type: educationEvent,
      records: [
        { held: '2023-10-30', kind: 'celebration', attended: 24 },
        {
          held: '2023-11-12',
          kind: 'briefing-for-adopters',
          by: 'Head of the virtual school',
          attended: 9,
        },
        { held: '2022-11-12', kind: 'forum' },
      ],
    });
    expect(
      listed('education-events', aHistoryWith([events]), year).map((cells) => [cells.kind, cells.attended]),
    ).toEqual([
      ['Celebration of results', 24],
      ['Briefing for adoptive parents', 9],
    ]);
  });
});

describe('support', () => {
  const officer = (start: '2023-09-01' | '2024-05-01') =>
    inYear6().with(educationServiceInvolvement, {
      service: 'support-officer',
      worker: 'officer-1',
      start,
    });

  it('of an education support officer is for every child: the share allocated [D-EDU-13]', () => {
    expect(
      value('education-support-officer', [officer('2023-09-01'), officer('2024-05-01'), inYear6()], on),
    ).toBeCloseTo(100 / 3);
  });

  it('lists every service that helps, and who has no officer [EDU-36]', () => {
    const helped = officer('2023-09-01')
      .with(educationServiceInvolvement, {
        service: 'educational-psychology',
        start: '2024-01-10',
      })
      .with(tuition, { subject: 'maths', start: '2024-01-10' });
    const [first, second] = listed('education-services', [helped, inYear6()], on);
    expect(first).toEqual({
      services: ['Education support officer', 'Educational psychology'],
      tuition: ['maths'],
      flags: [],
    });
    expect(second!.flags).toEqual(['no education support officer']);
  });

  it('by tuition and equipment is counted', () => {
    const pupil = inYear6()
      .with(tuition, {
        start: '2024-01-10',
        end: '2024-03-01',
        hoursPlanned: 20,
        hoursDelivered: 15,
      })
      .with(learningEquipment, { kind: 'laptop', issued: '2023-09-10' });
    const grouped = inYear6().with(tuition, {
      start: '2024-01-10',
      group: true,
    });
    expect(value('pupils-with-tuition', [pupil, grouped], year)).toBe(1);
    expect(value('tuition-hours-delivered', [pupil, grouped], year)).toBe(75);
    expect(value('pupils-with-equipment', [pupil, grouped], on)).toBe(50);
  });

  it('by mentors, who are trained, available and matched to pupils of Years 9 to 11 [EDU-27]', () => {
    const matched = inYear11().with(learningProgramme, {
      kind: 'mentoring',
      mentor: 'm1',
      start: '2024-01-10',
    });
    const mentors = recordInput({
      type: mentor,
      records: [
        {
          id: 'm1',
          scheme: 'university',
          trained: '2023-12-01',
          available: '2024-01-05',
        },
        {
          id: 'm2',
          scheme: 'university',
          trained: '2023-12-01',
          available: '2024-01-05',
        },
        { id: 'm3', scheme: 'university', trainingStarted: '2024-01-01' },
      ],
    });
    const history = aHistoryWith([mentors], matched, inYear11(), inYear6());
    expect(value('pupils-mentored', history, year)).toBe(50);
    expect(listed('mentors', history, on).map((cells) => [cells.mentor, cells.matched, cells.flags])).toEqual(
      [
        ['m3', 0, []],
        ['m1', 1, []],
        ['m2', 0, ['available, no pupil matched']],
      ],
    );
  });

  it('by reading schemes: participants by age, with what school and carers say [EDU-28]', () => {
    const reader = inYear6().with(learningProgramme, {
      kind: 'reading',
      start: '2024-01-10',
      place: 'library',
      schoolReport: 'Reads more.',
      carerReport: 'Asks for books.',
      outcome: 'improved',
    });
    const figure = result('reading-scheme-participants', [reader, inYear6()], year, { by: [['age']] });
    expect(figure.value).toBe(1);
    expect(figure.breakdowns.get('age')!.find(({ categories }) => categories[0] === '10-15')!.numerator).toBe(
      1,
    );
    expect(listed('learning-programmes', [reader, inYear6()], year)).toEqual([
      {
        age: 11,
        programmes: ['Reading scheme'],
        schools: ['Reads more.'],
        carers: ['Asks for books.'],
        outcomes: ['Improved'],
      },
    ]);
  });
});

describe('three- and four-year-olds', () => {
  const atNursery = (miles?: number) =>
    aChild({ born: '2019-12-01' })
      .startedOn('2020-05-01')
      .with(enrolment, {
        school: 'acorns',
        setting: 'early-years-private',
        start: '2023-01-09',
      })
      .with(pupilProfile, {
        recorded: '2023-09-01',
        plannedSchool: 'a',
        ...(miles === undefined ? {} : { milesToPlannedSchool: miles }),
      });

  it('go to a nursery near their primary school to be; exceptions are listed [EDU-23]', () => {
    const children = [atNursery(2), atNursery(2.1), atNursery()];
    expect(value('nursery-near-planned-school', children, on)).toBe(50);
    expect(listed('nursery-far-from-planned-school', children, on).map((cells) => cells.flags)).toEqual([
      ['2.1 miles from the planned school, more than 2'],
      ['planned school or distance not known'],
    ]);
  });
});

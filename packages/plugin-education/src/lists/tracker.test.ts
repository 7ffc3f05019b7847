import { academicYear, day } from '@cic/core';
import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { inYear6, inYear11, listed } from '../../test/tell.ts';
import {
  attainment,
  educationServiceInvolvement,
  enrolment,
  exclusion,
  personalEducationPlan,
  schoolAttendance,
  specialEducationalNeeds,
} from '../generated/records.ts';

const asAt = { ...academicYear(2024), end: day('2024-02-16'), partYear: true as const };

const troubled = inYear11({ id: 'T' })
  .with(
    enrolment,
    { school: 'a', setting: 'academy', start: '2019-09-02', end: '2023-11-13', location: 'IN' },
    { school: 'b', setting: 'academy', start: '2023-11-13', location: 'OUT' },
  )
  .with(
    schoolAttendance,
    { start: '2023-09-04', end: '2023-10-20', possible: 68, attended: 66 },
    { start: '2023-10-30', end: '2023-12-20', possible: 76, attended: 60 },
  )
  .with(personalEducationPlan, { start: '2023-04-20', completed: '2023-05-10' })
  .with(exclusion, { kind: 'SUSP', start: '2023-12-04', end: '2023-12-04', sessions: 2 })
  .with(
    attainment,
    {
      taken: '2023-09-10',
      stage: 'TA',
      subject: 'science',
      status: 'progress',
      grade: '3',
      progress: 'less-than-expected',
    },
    { taken: '2024-01-20', stage: 'KS4', subject: 'maths', status: 'prediction', grade: '3' },
    { taken: '2024-01-20', stage: 'KS4', subject: 'english-language', status: 'prediction', grade: '5' },
  );

const settled = inYear6({ id: 'S' })
  .with(enrolment, { school: 'a', setting: 'academy', start: '2017-09-02', location: 'OUT' })
  .with(schoolAttendance, { start: '2023-09-04', end: '2023-12-20', possible: 140, attended: 139 })
  .with(personalEducationPlan, { start: '2023-10-20', completed: '2023-11-10' })
  .with(educationServiceInvolvement, { service: 'support-officer', start: '2022-09-01' })
  .with(specialEducationalNeeds, { provision: 'K', start: '2022-09-01' });

describe('the virtual school tracker', () => {
  it('has a row a pupil, with flags that say why to look, and priority for schools out of the area [EDU-17]', () => {
    const rows = listed(
      'virtual-school-tracker',
      [troubled, settled, aChild({ born: '2022-01-01' }).startedOn('2022-02-01')],
      asAt,
    );
    expect(rows).toEqual([
      {
        yearGroup: 'Year 11',
        school: 'b',
        location: 'OUT',
        attendance: '87.5%',
        needs: '',
        lastPlan: '2023-05-10',
        priority: 10,
        flags: [
          'suspended once this school year',
          'attendance 87.5% this school year, below 90%',
          'attendance falling: 97.1% until 29 October 2023, 78.9% since',
          'changed school in Year 11 on 13 November 2023',
          'personal education plan last completed on 10 May 2023',
          'Year 11, no route after it',
          'predicted below the standard in maths (3)',
          'progress below what was expected in science',
          'no education support officer',
        ],
      },
      {
        yearGroup: 'Year 6',
        school: 'a',
        location: 'OUT',
        attendance: '99.3%',
        needs: 'support',
        lastPlan: '2023-11-10',
        priority: 0,
        flags: [],
      },
    ]);
  });

  it('flags nothing for want of records of a kind nobody has', () => {
    expect(listed('virtual-school-tracker', [inYear6()], asAt)[0]!.flags).toEqual([]);
  });
});

describe('the roll of the virtual school', () => {
  it('shows school, year, key stage, setting, in or out of the area, and education where the child lives [EDU-01] [D-EDU-18]', () => {
    const onSite = inYear11({ id: 'O' }).with(enrolment, {
      school: 'r',
      setting: 'residential-school',
      start: '2023-09-02',
      location: 'OUT',
      onPlacementSite: true,
      hoursPerWeek: 15,
    });
    const nursery = aChild({ born: '2019-12-01' })
      .startedOn('2020-05-01')
      .with(enrolment, { school: 'acorns', setting: 'early-years-private', start: '2023-01-09' });
    const [first, second, third] = listed('virtual-school-roll', [onSite, nursery, inYear6()], asAt).map(
      (cells) => cells,
    );
    expect(first).toEqual({
      yearGroup: 'Year 11',
      keyStage: 'key-stage-4',
      school: 'r',
      setting: 'Residential special school',
      location: 'OUT',
      onPlacementSite: true,
      since: '2023-09-02',
      flags: ['15 hours a week'],
    });
    expect(second).toMatchObject({
      yearGroup: 'Nursery',
      setting: 'Private or voluntary nursery or pre-school',
    });
    expect(third!.flags).toEqual(['no school or setting on record']);
  });
});

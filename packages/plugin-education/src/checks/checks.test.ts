import { recordInput } from '@cic/core';
import { aChild, aHistoryWith } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { found, inYear6, inYear11 } from '../../test/tell.ts';
import {
  attainment,
  enrolment,
  exclusion,
  personalEducationPlan,
  school,
  schoolAttendance,
  specialEducationalNeeds,
  termTimeAbsenceRequest,
} from '../generated/records.ts';

const asAt = '2024-08-31';

describe('personal education plans', () => {
  it('two on one day are one finding [EDU-02]', () => {
    const story = inYear6().with(
      personalEducationPlan,
      { start: '2023-09-20', completed: '2023-10-10' },
      { start: '2023-09-21', completed: '2023-10-10' },
      { start: '2023-09-22', completed: '2023-10-11' },
    );
    expect(found([story], asAt)).toEqual([
      'pep-twice: two personal education plans were completed on 10 October 2023',
    ]);
  });

  it('have days that can be [EDU-02]', () => {
    const story = inYear6().with(
      personalEducationPlan,
      { start: '2023-10-20', completed: '2023-10-10' },
      { start: '2024-09-20' },
      { start: '2012-10-20' },
      { start: '2023-11-20', end: '2023-11-19' },
    );
    expect(found([story], asAt, 'pep-dates')).toEqual([
      'a personal education plan is dated 20 October 2012, before the child was born on 1 March 2013',
      'a personal education plan was completed on 10 October 2023, before it was begun on 20 October 2023',
      'a personal education plan ends on 19 November 2023, before it begins on 20 November 2023',
      'a personal education plan is dated 20 September 2024, which has not come yet',
    ]);
  });

  it('belong to care, and are judged when completed; views given are views given [EDU-06]', () => {
    const story = aChild({ born: '2013-03-01' })
      .startedOn('2023-05-01')
      .ceasedOn('2023-11-01')
      .with(
        personalEducationPlan,
        { start: '2023-12-01', completed: '2023-12-10' },
        { start: '2023-10-01', quality: 'good' },
        { start: '2023-10-02', views: 'Maths is fine.', viewsGiven: false },
      );
    expect(found([story], asAt)).toEqual([
      'pep-outside-care: a personal education plan was completed on 10 December 2023, when the child was not in care',
      'pep-draft-judged: the plan begun on 1 October 2023 is judged good but not completed',
      'pep-views-contradict: the plan begun on 2 October 2023 holds views of the child and says that none were given',
    ]);
  });
});

describe('attendance', () => {
  it('adds up, fits its days, agrees with its codes and does not overlap [EDU-09]', () => {
    const story = inYear6().with(
      schoolAttendance,
      { start: '2023-09-04', end: '2023-09-08', possible: 12, attended: 13 },
      {
        start: '2023-09-08',
        end: '2023-09-29',
        possible: 30,
        attended: 26,
        authorisedAbsence: 2,
        unauthorisedAbsence: 1,
      },
      {
        start: '2023-10-02',
        end: '2023-10-06',
        possible: 10,
        attended: 10,
        codes: [
          { code: '/', sessions: 8 },
          { code: 'I', sessions: 2 },
        ],
      },
      { start: '2023-11-06', end: '2023-11-01', possible: 2, attended: 2 },
    );
    expect(found([story], asAt)).toEqual([
      'attendance-dates: attendance ends on 1 November 2023, before it begins on 6 November 2023',
      'attendance-sums: 4 September 2023 to 8 September 2023: 13 sessions attended of 12 possible',
      'attendance-sums: 8 September 2023 to 29 September 2023: 26 attended, 2 authorised and 1 unauthorised make 29, not the 30 possible',
      'attendance-codes-and-totals: 2 October 2023 to 6 October 2023: the codes give 8 of 10 sessions, the totals 10 of 10',
      'attendance-too-many-sessions: 4 September 2023 to 8 September 2023: 12 possible sessions in 5 days, of two sessions each',
      'attendance-overlaps: 8 September 2023 to 29 September 2023 overlaps 4 September 2023 to 8 September 2023 at the same school',
    ]);
  });
});

describe('enrolments', () => {
  it('are at one main school at a time, known to the register, and where the child attends [EDU-08]', () => {
    const story = inYear6()
      .with(
        enrolment,
        { school: 'a', setting: 'academy', start: '2017-09-04' },
        { school: 'b', setting: 'academy', start: '2023-09-04', reasonForMove: 'needs' },
        { school: 'b', setting: 'alternative-provision', start: '2023-10-04', registration: 'S' },
      )
      .with(schoolAttendance, {
        school: 'z',
        start: '2023-09-04',
        end: '2023-09-08',
        possible: 10,
        attended: 10,
      });
    const schools = recordInput({
      type: school,
      records: [
        { id: 'a', name: 'Long Lane', kind: 'academy', designatedTeachers: [{ start: '2020-01-01' }] },
      ],
    });
    expect(found(aHistoryWith([schools], story), asAt)).toEqual([
      'enrolment-overlaps: on the roll of b from 4 September 2023, while still on the roll of a',
      "enrolment-unknown-school: enrolment of 4 September 2023 at 'b', which no school has",
      "enrolment-unknown-school: enrolment of 4 October 2023 at 'b', which no school has",
      'attendance-without-enrolment: attendance at z from 4 September 2023 to 8 September 2023, and no enrolment there',
    ]);
  });

  it('do not end before they begin', () => {
    const story = inYear6().with(enrolment, {
      school: 'a',
      setting: 'academy',
      start: '2023-09-04',
      end: '2023-09-01',
    });
    expect(found([story], asAt)).toEqual([
      'enrolment-dates: enrolment at a ends on 1 September 2023, before it begins on 4 September 2023',
    ]);
  });
});

describe('exclusions', () => {
  it('fit their days, the 45 days of a school year, and are entered once [EDU-18]', () => {
    const story = inYear11().with(
      exclusion,
      { kind: 'SUSP', start: '2023-09-11', end: '2023-09-12', sessions: 6 },
      { kind: 'SUSP', start: '2023-10-11', sessions: 86 },
      { kind: 'PERM', start: '2023-12-11' },
      { kind: 'PERM', start: '2023-12-11' },
    );
    expect(found([story], asAt)).toEqual([
      'exclusion-dates: suspended from 11 September 2023 to 12 September 2023, for 6 sessions: more than those days hold',
      'exclusion-dates: suspended for 92 sessions in the school year 2023/24, more than the 90 (45 days) allowed',
      'exclusion-twice: two exclusions of kind PERM begin on 11 December 2023',
    ]);
  });
});

describe('special educational needs', () => {
  it('follow one another, and a plan is issued after it was asked for [EDU-19]', () => {
    const story = inYear6().with(
      specialEducationalNeeds,
      { provision: 'K', start: '2022-09-01' },
      { provision: 'E', start: '2023-05-01', requested: '2023-06-01', issued: '2023-05-01' },
    );
    expect(found([story], asAt)).toEqual([
      'special-educational-needs-dates: an EHC plan was issued on 1 May 2023, before it was asked for on 1 June 2023',
      'special-educational-needs-dates: support E from 1 May 2023 overlaps support K from 1 September 2022',
    ]);
  });
});

describe('results', () => {
  it('belong to pupils of the year group; one on either side is let pass [EDU-13]', () => {
    const story = inYear6().with(
      attainment,
      { taken: '2024-05-14', stage: 'KS2', subject: 'reading', status: 'result', score: 104 },
      { taken: '2024-08-22', stage: 'KS4', subject: 'art', status: 'result', grade: '4' },
    );
    expect(found([story], asAt)).toEqual([
      'attainment-outside-cohort: Key Stage 4: GCSE and equivalent, art, taken on 22 August 2024, when the child was of the age for Year 6',
    ]);
  });

  it('have the grades and scores of their assessment, once, and agree with the standard [EDU-13]', () => {
    const ks4 = { taken: '2024-08-22', stage: 'KS4', status: 'result' } as const;
    const story = inYear11().with(
      attainment,
      { ...ks4, subject: 'maths', grade: 'Q' },
      { ...ks4, subject: 'art', grade: '3', metStandard: true },
      { ...ks4, subject: 'music', grade: '5' },
      { ...ks4, subject: 'music', grade: '6' },
      { ...ks4, subject: 'combined-science', grade: '5-4' },
    );
    const young = inYear6().with(
      attainment,
      { taken: '2024-05-14', stage: 'KS2', subject: 'reading', status: 'result', score: 130 },
      { taken: '2024-05-14', stage: 'KS2', subject: 'maths', status: 'result', score: 99, metStandard: true },
      { taken: '2024-09-14', stage: 'KS2', subject: 'writing', status: 'prediction', grade: 'EXS' },
    );
    expect(found([story, young], asAt)).toEqual([
      'attainment-contradicts: music on 22 August 2024 stands as 5 and as 6',
      "attainment-values: maths on 22 August 2024: 'Q' is no GCSE grade",
      'attainment-standard-contradicts: art on 22 August 2024: grade 3, and the standard said to be met',
      'attainment-dates: prediction in writing is dated 14 September 2024, which has not come yet',
      'attainment-values: reading on 14 May 2024: a scaled score of 130, not between 80 and 120',
      'attainment-standard-contradicts: maths on 14 May 2024: score 99, and the standard said to be met',
    ]);
  });
});

describe('every check', () => {
  it('finds nothing in records that are in order', () => {
    const story = inYear6()
      .with(enrolment, { school: 'a', setting: 'academy', start: '2020-09-02' })
      .with(personalEducationPlan, {
        start: '2023-09-20',
        completed: '2023-10-10',
        quality: 'good',
        views: 'Fine.',
        viewsGiven: true,
      })
      .with(schoolAttendance, {
        school: 'a',
        start: '2023-09-04',
        end: '2023-12-20',
        possible: 140,
        attended: 132,
      })
      .with(exclusion, { kind: 'SUSP', start: '2023-11-06', end: '2023-11-07', sessions: 4 })
      .with(specialEducationalNeeds, { provision: 'K', start: '2022-09-01', primaryNeed: 'SEMH' })
      .with(termTimeAbsenceRequest, {
        requested: '2024-05-01',
        start: '2024-06-10',
        end: '2024-06-14',
        decision: 'approved',
        approvedInWriting: '2024-05-20',
      })
      .with(attainment, {
        taken: '2024-05-14',
        stage: 'KS2',
        subject: 'reading',
        status: 'result',
        score: 104,
        metStandard: true,
      });
    expect(found([story], asAt)).toEqual([]);
  });
});

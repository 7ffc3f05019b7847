import { academicYear, type IsoDate } from '@cic/core';
import { describe, expect, it } from 'vitest';
import { found, inYear6, inYear11, listed, rows, value } from '../../test/tell.ts';
import {
  type Enrolment,
  enrolment,
  schoolMoveRequest,
  termTimeAbsenceRequest,
} from '../generated/records.ts';

const year = academicYear(2024);

const moving = (tell: typeof inYear6, facts: Partial<Enrolment> = {}, on: IsoDate = '2023-11-13') =>
  tell().with(
    enrolment,
    { school: 'a', setting: 'academy', start: '2019-09-02', end: on },
    { school: 'b', setting: 'academy', start: on, ...facts },
  );

describe('changes of school', () => {
  const moves = [
    moving(inYear6, {
      reasonForMove: 'placement-move',
      outcomeOfMove: 'settled',
    }),
    moving(inYear11, {
      reasonForMove: 'managed-move',
      outcomeOfMove: 'broke-down',
    }),
    inYear11(),
  ];

  it('are counted, with reason, outcome and key stage [EDU-21]', () => {
    expect(value('school-moves', moves, year)).toBe(2);
    expect(value('pupils-who-moved-school', moves, year)).toBeCloseTo(200 / 3);
    expect(value('key-stage-4-school-moves', moves, year)).toBe(1);
    const counted = (by: string) =>
      rows('school-moves', by, moves, year).filter(([, numerator]) => numerator !== 0);
    expect(counted('reason-for-school-move')).toEqual([
      ['placement-move', 1, null],
      ['managed-move', 1, null],
    ]);
    expect(counted('outcome-of-school-move')).toEqual([
      ['settled', 1, null],
      ['broke-down', 1, null],
    ]);
    expect(counted('key-stage')).toEqual([
      ['key-stage-2', 1, null],
      ['key-stage-4', 1, null],
    ]);
  });

  it('are listed with what happened before and after [EDU-21]', () => {
    expect(listed('turbulence', moves, year)[1]!).toEqual({
      moves: 1,
      when: ['13 November 2023, Year 11'],
      schools: ['a to b'],
      reasons: ['Managed move'],
      outcomes: ['Broke down'],
      flags: ['moved in Year 11 without agreement of senior management', 'no request on record'],
    });
  });
});

describe('a change of school in Key Stage 4', () => {
  const asked = (seniorAgreement?: IsoDate) =>
    moving(inYear11).with(schoolMoveRequest, {
      requested: '2023-10-20',
      toSchool: 'b',
      placementMove: true,
      ...(seniorAgreement && { seniorAgreement }),
    });

  it('needs the agreement of senior management before the move; a breach is reported [D-EDU-12]', () => {
    const stories = [asked('2023-11-13'), asked('2023-11-14'), asked(), moving(inYear6)];
    expect(value('key-stage-4-moves-without-agreement', stories, year)).toBe(2);
    expect(found([asked('2023-11-10')], '2024-01-01', 'key-stage-4-move-without-agreement')).toEqual([]);
    expect(found([asked()], '2024-01-01', 'key-stage-4-move-without-agreement')).toEqual([
      'changed from a to b on 13 November 2023, in Year 11, and no agreement of senior management is on record',
    ]);
  });
});

describe('a request to change school', () => {
  it('is logged with scrutiny, challenge and decision [EDU-22]', () => {
    const story = inYear6().with(
      schoolMoveRequest,
      {
        requested: '2023-10-20',
        reason: 'carer-request',
        scrutinisedBy: 'Admissions team',
        challenged: true,
        challenge: 'Why not after the summer?',
        decision: 'refused',
        decided: '2023-11-01',
      },
      { requested: '2024-02-01', reason: 'needs', moved: '2024-02-20' },
    );
    expect(value('school-move-requests-challenged', [story], year)).toBe(50);
    expect(listed('school-move-requests', [story, inYear6()], year)).toEqual([
      {
        requested: ['20 October 2023', '1 February 2024'],
        reasons: ['Request of carers or parents', 'Another school meets the needs better'],
        scrutiny: ['Admissions team', 'nobody yet'],
        challenges: ['Why not after the summer?', 'no'],
        decisions: ['Refused', 'Not decided yet'],
        flags: ['not scrutinised', 'moved without approval'],
      },
    ]);
  });
});

describe('absence in term time', () => {
  const asked = (facts: object) =>
    inYear6().with(termTimeAbsenceRequest, {
      requested: '2024-05-01',
      start: '2024-06-10',
      end: '2024-06-14',
      ...facts,
    });

  it('needs written approval before it begins; the others are counted and listed [D-EDU-11]', () => {
    const stories = [
      asked({ approvedInWriting: '2024-06-10', decision: 'approved' }),
      asked({ approvedInWriting: '2024-06-11', decision: 'approved' }),
      asked({ decision: 'refused', taken: false }),
      asked({ decision: 'refused', approvedInWriting: '2024-06-01' }),
      asked({}),
    ];
    expect(value('term-time-absence-without-approval', stories, year)).toBe(3);
    expect(listed('term-time-absence-without-approval', stories, year).map((cells) => cells.flags)).toEqual([
      ['approved on 11 June 2024, after it began on 10 June 2024'],
      ['refused'],
      ['no written approval'],
    ]);
    expect(found(stories, '2024-09-01', 'term-time-absence-without-approval')).toHaveLength(3);
  });
});

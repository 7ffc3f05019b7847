import { academicYear, month } from '@cic/core';
import { aChild, theChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { schoolAttendance } from '../generated/records.ts';
import { attendanceIn, attendancePercent, daysMissed, sessionsOfCodes } from './attendance.ts';

describe('sessions', () => {
  it('are worked out from register codes: activities elsewhere count as attended, closures are not possible', () => {
    expect(
      sessionsOfCodes([
        { code: '/', sessions: 60 },
        { code: '\\', sessions: 58 },
        { code: 'V', sessions: 2 },
        { code: 'I', sessions: 4 },
        { code: 'O', sessions: 8 },
        { code: '#', sessions: 10 },
      ]),
    ).toEqual({ possible: 132, attended: 120, authorised: 4, unauthorised: 8 });
  });

  it('of a period are those of records wholly within it', () => {
    const child = theChild(
      aChild().startedOn('2020-01-01').with(
        schoolAttendance,
        {
          start: '2023-09-01',
          end: '2023-09-30',
          possible: 40,
          attended: 36,
        },
        {
          start: '2023-10-01',
          end: '2023-10-31',
          possible: 34,
          attended: 34,
        },
      ),
    );
    expect(attendanceIn(child, month(2023, 9))).toEqual({
      possible: 40,
      attended: 36,
      authorised: 4,
      unauthorised: 0,
    });
    const year = attendanceIn(child, academicYear(2024))!;
    expect(attendancePercent(year)).toBeCloseTo((70 / 74) * 100);
    expect(daysMissed(year)).toBe(2);
    expect(attendanceIn(child, month(2023, 11))).toBeUndefined();
  });

  it('are not counted twice where a term and its months are both on record, but at two schools they are', () => {
    const child = theChild(
      aChild().startedOn('2020-01-01').with(
        schoolAttendance,
        {
          school: 'a',
          start: '2023-09-01',
          end: '2023-12-20',
          possible: 140,
          attended: 130,
        },
        {
          school: 'a',
          start: '2023-09-01',
          end: '2023-09-30',
          possible: 40,
          attended: 36,
        },
        {
          school: 'b',
          start: '2023-09-01',
          end: '2023-09-30',
          possible: 10,
          attended: 10,
        },
      ),
    );
    expect(attendanceIn(child, academicYear(2024))?.possible).toBe(150);
  });

  it('are never more attended than possible, whatever the record says', () => {
    const child = theChild(
      aChild().startedOn('2020-01-01').with(schoolAttendance, {
        start: '2023-09-01',
        end: '2023-09-30',
        possible: 40,
        attended: 50,
      }),
    );
    expect(attendanceIn(child, month(2023, 9))).toMatchObject({
      possible: 40,
      attended: 40,
      authorised: 0,
    });
  });
});

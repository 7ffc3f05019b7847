import { columns, type ListDefinition, longDate, percentCell, within } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { termTimeAbsenceRequest } from '../generated/records.ts';
import { approved } from '../indicators/turbulence.ts';
import { attendanceIn, attendancePercent, daysMissed } from '../pupils/attendance.ts';
import { placeOn } from '../pupils/enrolments.ts';
import { pupilAtEnd, yearGroupLabel, yearGroupOn } from '../pupils/yearGroups.ts';

const belowLimit: ListDefinition = {
  id: 'attendance-below-limit',
  title: 'Pupils whose attendance is below the limit',
  columns: columns({
    yearGroup: 'Year',
    school: 'School',
    attendance: 'Attendance',
    daysMissed: 'Days missed',
    flags: 'Why',
  }),
  requirements: ['D-EDU-03', 'EDU-09'],
  row: (child, { period, parameter }) => {
    const sessions = pupilAtEnd(child, period) ? attendanceIn(child, period) : undefined;
    const limit = parameter('attendance-limit-percent');
    if (sessions === undefined || attendancePercent(sessions) >= limit) return undefined;
    return {
      yearGroup: yearGroupLabel(yearGroupOn(child, period.end)),
      school: placeOn(child, period.end)?.school ?? '',
      attendance: percentCell(sessions.attended, sessions.possible),
      daysMissed: daysMissed(sessions),
      flags: [
        `attended ${sessions.attended} of ${sessions.possible} sessions, below ${limit}%`,
        ...(sessions.unauthorised > 0 ? [`${sessions.unauthorised} sessions without authorisation`] : []),
      ],
    };
  },
};

const requests: ListDefinition = {
  id: 'term-time-absence-without-approval',
  title: 'Absence in term time without written approval',
  columns: columns({ absences: 'From and to', decisions: 'Decision', flags: 'Why' }),
  requirements: ['D-EDU-11'],
  row: (child, { period }) => {
    const found = child
      .records(termTimeAbsenceRequest)
      .filter((one) => within(one.start, period) && !approved(one));
    if (found.length === 0) return undefined;
    return {
      absences: found.map(({ start, end }) => `${longDate(start)} to ${longDate(end)}`),
      decisions: found.map(({ decision }) => codeSets.REQUEST_DECISION.label(decision ?? 'pending')),
      flags: found.map(({ approvedInWriting, decision, start }) => {
        if (decision === 'refused') return 'refused';
        return approvedInWriting === undefined
          ? 'no written approval'
          : `approved on ${longDate(approvedInWriting)}, after it began on ${longDate(start)}`;
      }),
    };
  },
};

/** Pupils who miss school. */
export const attendanceLists = [belowLimit, requests];

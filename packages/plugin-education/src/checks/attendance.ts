import { defineCheck, type Inside, longDate } from '@cic/core';
import { type SchoolAttendance, schoolAttendance } from '../generated/records.ts';
import { sessionsOfCodes } from '../pupils/attendance.ts';
import { endsBeforeStart, impossibleDay } from './shared.ts';

const record = schoolAttendance.id;

const stretch = ({ start, end }: Inside<SchoolAttendance>): string =>
  `${longDate(start)} to ${longDate(end)}`;

const dates = defineCheck({
  id: 'attendance-dates',
  title: 'Dates of attendance that cannot be',
  record,
  fix: 'Correct the first or the last day of the stretch.',
  *find(child, { asAt }) {
    for (const one of child.records(schoolAttendance)) {
      yield* endsBeforeStart('attendance', one.start, one.end);
      yield* impossibleDay(child, 'attendance', one.start, asAt);
    }
  },
});

const sums = defineCheck({
  id: 'attendance-sums',
  title: 'Sessions that do not add up',
  record,
  fix: 'Correct the sessions: attended, authorised and unauthorised absence make up what was possible.',
  requirements: ['EDU-09'],
  *find(child) {
    for (const one of child.records(schoolAttendance)) {
      const { possible, attended, authorisedAbsence, unauthorisedAbsence } = one;
      if (possible === undefined || attended === undefined) continue;
      if (attended > possible) {
        yield `${stretch(one)}: ${attended} sessions attended of ${possible} possible`;
      } else if (authorisedAbsence !== undefined && unauthorisedAbsence !== undefined) {
        const sum = attended + authorisedAbsence + unauthorisedAbsence;
        if (sum !== possible) {
          yield `${stretch(one)}: ${attended} attended, ${authorisedAbsence} authorised and ${unauthorisedAbsence} unauthorised make ${sum}, not the ${possible} possible`;
        }
      }
    }
  },
});

const codesAndTotals = defineCheck({
  id: 'attendance-codes-and-totals',
  title: 'Register codes that do not give the totals',
  record,
  fix: 'Correct the totals or the sessions by code; the totals are used.',
  *find(child) {
    for (const one of child.records(schoolAttendance)) {
      const { possible, attended, codes } = one;
      if (codes === undefined || possible === undefined || attended === undefined) continue;
      const byCode = sessionsOfCodes(codes);
      if (byCode.possible !== possible || byCode.attended !== attended) {
        yield `${stretch(one)}: the codes give ${byCode.attended} of ${byCode.possible} sessions, the totals ${attended} of ${possible}`;
      }
    }
  },
});

const SESSIONS_A_DAY = 2;

const tooMany = defineCheck({
  id: 'attendance-too-many-sessions',
  title: 'More sessions than the days can hold',
  record,
  fix: 'Correct the sessions, or the first or last day of the stretch.',
  *find(child) {
    for (const one of child.records(schoolAttendance)) {
      const days = one.end - one.start + 1;
      if (one.possible !== undefined && days > 0 && one.possible > days * SESSIONS_A_DAY) {
        yield `${stretch(one)}: ${one.possible} possible sessions in ${days} days, of two sessions each`;
      }
    }
  },
});

const overlaps = defineCheck({
  id: 'attendance-overlaps',
  title: 'Attendance of one school that overlaps',
  record,
  fix: 'Remove one of them, or correct its dates; the one that begins first is used.',
  *find(child) {
    const last = new Map<string, Inside<SchoolAttendance>>();
    for (const one of child.records(schoolAttendance)) {
      if (one.end < one.start) continue;
      const before = last.get(one.school ?? '');
      if (before !== undefined && one.start <= before.end) {
        yield `${stretch(one)} overlaps ${stretch(before)} at the same school`;
      }
      if (before === undefined || one.end > before.end) last.set(one.school ?? '', one);
    }
  },
});

/** What cannot be right in attendance. */
export const attendanceChecks = [dates, sums, codesAndTotals, tooMany, overlaps];

import { type Child, type Inside, oncePerChild, type Period } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { type SchoolAttendance, schoolAttendance } from '../generated/records.ts';
import { remember } from './remember.ts';

/** Sessions (half days) of a stretch of time. */
export interface Sessions {
  readonly possible: number;
  readonly attended: number;
  readonly authorised: number;
  readonly unauthorised: number;
}

/** Sessions by what their register codes count as. Source: School Attendance Regulations 2024. */
export function sessionsOfCodes(codes: readonly { code: string; sessions: number }[]): Sessions {
  const sums = { present: 0, approved: 0, authorised: 0, unauthorised: 0 };
  for (const { code, sessions } of codes) {
    const group = codeSets.ATTENDANCE_CODE.group(code);
    if (group !== undefined && group in sums) sums[group as keyof typeof sums] += sessions;
  }
  const attended = sums.present + sums.approved;
  return {
    possible: attended + sums.authorised + sums.unauthorised,
    attended,
    authorised: sums.authorised,
    unauthorised: sums.unauthorised,
  };
}

/** The sessions of one record: its totals, else those of its codes. Nobody attends more than is possible. */
export function sessionsOf(record: Inside<SchoolAttendance>): Sessions {
  const { possible, attended, authorisedAbsence, unauthorisedAbsence, codes } = record;
  if (possible === undefined || attended === undefined) return sessionsOfCodes(codes ?? []);
  const present = Math.min(attended, possible);
  const unauthorised = Math.min(unauthorisedAbsence ?? 0, possible - present);
  return {
    possible,
    attended: present,
    authorised: authorisedAbsence ?? possible - present - unauthorised,
    unauthorised,
  };
}

/** Attendance by first day; of records that begin together the longest first. */
const inOrder = oncePerChild((child) =>
  child
    .records(schoolAttendance)
    .filter(({ start, end }) => end >= start)
    .sort((a, b) => a.start - b.start || b.end - a.end),
);

/**
 * A child's sessions in a period: of the records that lie wholly within it. Of records of one school that overlap, the
 * one that begins first (and of those the longest) counts, so that a term's totals and its months are not added up.
 */
export const attendanceIn = remember((child: Child, { start, end }: Period): Sessions | undefined => {
  const lastDay = new Map<string, number>();
  const sum = { possible: 0, attended: 0, authorised: 0, unauthorised: 0 };
  for (const record of inOrder(child)) {
    if (record.start < start || record.end > end) continue;
    const school = record.school ?? '';
    if (record.start <= (lastDay.get(school) ?? Number.NEGATIVE_INFINITY)) continue;
    lastDay.set(school, record.end);
    const sessions = sessionsOf(record);
    sum.possible += sessions.possible;
    sum.attended += sessions.attended;
    sum.authorised += sessions.authorised;
    sum.unauthorised += sessions.unauthorised;
  }
  return sum.possible === 0 ? undefined : sum;
});

/** Share of possible sessions attended, in percent. */
export const attendancePercent = ({ possible, attended }: Sessions): number => (attended / possible) * 100;

/** School days missed; a day is two sessions. */
export const daysMissed = ({ possible, attended }: Sessions): number => (possible - attended) / 2;

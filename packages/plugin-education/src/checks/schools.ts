import { academicYearOf, defineCheck, hasRecords, longDate } from '@cic/core';
import {
  enrolment,
  exclusion,
  school,
  schoolAttendance,
  specialEducationalNeeds,
  termTimeAbsenceRequest,
} from '../generated/records.ts';
import { approved } from '../indicators/turbulence.ts';
import { mainPlaces, schoolMovesIn } from '../pupils/enrolments.ts';
import { agreedBefore } from '../pupils/moveRequests.ts';
import { yearGroupLabel } from '../pupils/yearGroups.ts';
import { schoolById } from '../schools/designatedTeachers.ts';
import { endsBeforeStart, impossibleDay, twice } from './shared.ts';

const enrolmentDates = defineCheck({
  id: 'enrolment-dates',
  title: 'Dates of an enrolment that cannot be',
  record: enrolment.id,
  fix: 'Correct the first day on the roll or the day off it.',
  *find(child, { asAt }) {
    for (const { start, end, school: id } of child.records(enrolment)) {
      yield* endsBeforeStart(`enrolment at ${id}`, start, end);
      yield* impossibleDay(child, `enrolment at ${id}`, start, asAt);
    }
  },
});

const twoRolls = defineCheck({
  id: 'enrolment-overlaps',
  title: 'Main enrolment at two schools at once',
  record: enrolment.id,
  fix: 'Enter the day off the first roll, or mark one of the two as subsidiary (S) or guest (G).',
  *find(child) {
    const main = mainPlaces(child);
    for (let i = 1; i < main.length; i++) {
      const [before, one] = [main[i - 1]!, main[i]!];
      if (before.school !== one.school && (before.end === undefined || before.end > one.start)) {
        yield `on the roll of ${one.school} from ${longDate(one.start)}, while still on the roll of ${before.school}`;
      }
    }
  },
});

const unknownSchool = defineCheck({
  id: 'enrolment-unknown-school',
  title: 'Enrolment at a school that is not on the register of schools',
  record: enrolment.id,
  fix: 'Add the school to the register, or correct its id.',
  requirements: ['EDU-08'],
  *find(child, { history }) {
    if (!hasRecords(history, school)) return;
    for (const { school: id, start } of child.records(enrolment)) {
      if (!schoolById(history, id)) yield `enrolment of ${longDate(start)} at '${id}', which no school has`;
    }
  },
});

const attendanceWithoutEnrolment = defineCheck({
  id: 'attendance-without-enrolment',
  title: 'Attendance at a school where the child was not on the roll',
  record: schoolAttendance.id,
  fix: 'Enter the enrolment, or correct the school of the attendance.',
  *find(child) {
    const places = child.records(enrolment);
    if (places.length === 0) return;
    for (const { school: id, start, end } of child.records(schoolAttendance)) {
      if (id === undefined || end < start) continue;
      const there = places.some(
        (place) =>
          place.school === id && place.start <= end && (place.end === undefined || place.end >= start),
      );
      if (!there)
        yield `attendance at ${id} from ${longDate(start)} to ${longDate(end)}, and no enrolment there`;
    }
  },
});

const keyStage4Breach = defineCheck({
  id: 'key-stage-4-move-without-agreement',
  title: 'Change of school in Key Stage 4 without agreement of senior management',
  record: enrolment.id,
  fix: 'Enter the day of the written agreement in the school move request; where there was none, report the breach.',
  requirements: ['D-EDU-12'],
  *find(child, { asAt }) {
    for (const move of schoolMovesIn(child, {
      kind: 'range',
      label: '',
      start: child.born,
      end: asAt,
    })) {
      if ((move.yearGroup === 10 || move.yearGroup === 11) && !agreedBefore(child, move)) {
        yield `changed from ${move.from.school} to ${move.to.school} on ${longDate(move.on)}, in ${yearGroupLabel(move.yearGroup)}, and no agreement of senior management is on record`;
      }
    }
  },
});

const unapprovedAbsence = defineCheck({
  id: 'term-time-absence-without-approval',
  title: 'Absence in term time without written approval',
  record: termTimeAbsenceRequest.id,
  fix: 'Enter the day of the written approval, or say that the absence was not taken.',
  requirements: ['D-EDU-11'],
  *find(child, { asAt }) {
    for (const request of child.records(termTimeAbsenceRequest)) {
      const { start, end } = request;
      yield* endsBeforeStart('absence in term time', start, end);
      if (start <= asAt && !approved(request))
        yield `away from ${longDate(start)} to ${longDate(end)} without written approval from before it`;
    }
  },
});

/** Most school days a pupil may be suspended for in one school year, as sessions. Exclusions regulations 2012. */
const MOST_SESSIONS_SUSPENDED = 90;

const exclusions = defineCheck({
  id: 'exclusion-dates',
  title: 'Exclusions that cannot be',
  record: exclusion.id,
  fix: 'Correct the days, the sessions or the kind of the exclusion.',
  requirements: ['EDU-18'],
  *find(child, { asAt }) {
    const suspended = new Map<number, number>();
    for (const one of child.records(exclusion)) {
      yield* endsBeforeStart('an exclusion', one.start, one.end);
      yield* impossibleDay(child, 'an exclusion', one.start, asAt);
      if (one.kind !== 'SUSP') continue;
      const year = academicYearOf(one.start);
      suspended.set(year, (suspended.get(year) ?? 0) + (one.sessions ?? 0));
      if (
        one.end !== undefined &&
        one.end >= one.start &&
        (one.sessions ?? 0) > (one.end - one.start + 1) * 2
      ) {
        yield `suspended from ${longDate(one.start)} to ${longDate(one.end)}, for ${one.sessions} sessions: more than those days hold`;
      }
    }
    for (const [year, sessions] of suspended) {
      if (sessions > MOST_SESSIONS_SUSPENDED)
        yield `suspended for ${sessions} sessions in the school year ${year - 1}/${year % 100}, more than the ${MOST_SESSIONS_SUSPENDED} (45 days) allowed`;
    }
  },
});

const exclusionTwice = defineCheck({
  id: 'exclusion-twice',
  title: 'Two exclusions of one kind on one day',
  record: exclusion.id,
  fix: 'Remove the one that was entered twice, or correct its date.',
  *find(child) {
    for (const [one] of twice(child.records(exclusion), ({ kind, start }) => `${kind} ${start}`)) {
      yield `two exclusions of kind ${one!.kind} begin on ${longDate(one!.start)}`;
    }
  },
});

const needsDates = defineCheck({
  id: 'special-educational-needs-dates',
  title: 'Support for special educational needs that cannot be',
  record: specialEducationalNeeds.id,
  fix: 'Correct the dates; enter the day on which earlier support ended.',
  requirements: ['EDU-19'],
  *find(child, { asAt }) {
    let before:
      | {
          readonly start: number;
          readonly end?: number;
          readonly provision: string;
        }
      | undefined;
    for (const one of child.records(specialEducationalNeeds)) {
      yield* endsBeforeStart('support for special educational needs', one.start, one.end);
      yield* impossibleDay(child, 'support for special educational needs', one.start, asAt);
      if (one.issued !== undefined && one.requested !== undefined && one.issued < one.requested) {
        yield `an EHC plan was issued on ${longDate(one.issued)}, before it was asked for on ${longDate(one.requested)}`;
      }
      if (before !== undefined && (before.end === undefined || before.end > one.start)) {
        yield `support ${one.provision} from ${longDate(one.start)} overlaps support ${before.provision} from ${longDate(before.start)}`;
      }
      before = one;
    }
  },
});

/** What cannot be right in enrolments, exclusions and support, and breaches of the council's own rules. */
export const schoolChecks = [
  enrolmentDates,
  twoRolls,
  unknownSchool,
  attendanceWithoutEnrolment,
  keyStage4Breach,
  unapprovedAbsence,
  exclusions,
  exclusionTwice,
  needsDates,
];

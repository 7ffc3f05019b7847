import {
  type Child,
  defineIndicator,
  holdsAny,
  type IndicatorVersion,
  type Period,
  shareOf,
} from '@cic/core';
import { schoolAttendance } from '../generated/records.ts';
import { attendanceIn, attendancePercent, daysMissed, type Sessions } from '../pupils/attendance.ts';
import { allPupils } from '../pupils/comparators.ts';
import { inSchoolCohort, ofSchoolAge, pupilAtEnd, schoolYearOf, yearGroupIn } from '../pupils/yearGroups.ts';
import { AT_END, COHORT, IN_CARE_AT_END, IN_PERIOD } from './shared.ts';

const PUPILS = `${IN_CARE_AT_END}, of school age (Year 1 to Year 11), with attendance on record in the period`;
const withAttendance = holdsAny(schoolAttendance);

/** Sessions in the period of a child in care on its last day and of school age. */
const sessionsOfPupil = (child: Child, period: Period): Sessions | undefined =>
  pupilAtEnd(child, period) ? attendanceIn(child, period) : undefined;

const attendance = defineIndicator({
  id: 'school-attendance',
  title: 'School attendance',
  definition:
    'Sessions attended as a share of possible sessions, approved educational activity elsewhere counted as attended.',
  population: PUPILS,
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'Derby 2012, 6.1.1; pupil absence in schools, methodology (from memory)',
  certainty: 'from memory',
  requirements: ['EDU-09', 'EDU-11', 'EDU-35'],
  needs: withAttendance,
  among: AT_END,
  measure: (child, { period }) => {
    const sessions = sessionsOfPupil(child, period);
    return sessions && shareOf(sessions.attended, sessions.possible);
  },
});

const gapToAll = defineIndicator({
  id: 'school-attendance-gap',
  title: 'School attendance, children in care less all pupils',
  definition:
    'Attendance of children in care less that of all pupils of the area, in percentage points; below nought where they ' +
    'attend less. A period for which the council gives no figure of all pupils has none.',
  population: PUPILS,
  unit: 'percentage points',
  polarity: 'higher',
  kind: 'flow',
  source: 'Derby 2012, 6.1.1',
  certainty: 'published',
  requirements: ['EDU-09', 'IND-16', 'DQ-08'],
  needs: withAttendance,
  among: AT_END,
  measure: (child, { period, council }) => {
    const all = allPupils(council, 'school-attendance', period);
    const sessions = all === undefined ? undefined : sessionsOfPupil(child, period);
    // Weighted by sessions, so that the mean is the difference of the two rates.
    return sessions && shareOf(sessions.attended * 100 - all! * sessions.possible, sessions.possible);
  },
});

const daysLost = defineIndicator({
  id: 'school-days-lost',
  title: 'School days lost per pupil',
  definition: 'Mean number of school days missed for any reason; a session is half a day.',
  population: PUPILS,
  unit: 'days',
  polarity: 'lower',
  kind: 'flow',
  source: 'Derby 2012, annex 6.1b',
  certainty: 'proposed',
  requirements: ['EDU-09'],
  needs: withAttendance,
  among: AT_END,
  measure: (child, { period }) => {
    const sessions = sessionsOfPupil(child, period);
    return sessions && daysMissed(sessions);
  },
});

const unauthorised = defineIndicator({
  id: 'unauthorised-absence',
  title: 'Unauthorised absence',
  definition: 'Sessions of unauthorised absence as a share of possible sessions.',
  population: PUPILS,
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  source: 'pupil absence in schools, methodology (from memory)',
  certainty: 'from memory',
  needs: withAttendance,
  among: AT_END,
  measure: (child, { period }) => {
    const sessions = sessionsOfPupil(child, period);
    return sessions && shareOf(sessions.unauthorised, sessions.possible);
  },
});

const persistentAbsence = defineIndicator({
  id: 'persistent-absence',
  title: 'Persistent absence (attendance below 90%)',
  definition:
    'Share of pupils whose attendance in the period was below 90% (the council’s parameter). Attendance of exactly 90% ' +
    'is not persistent absence.',
  population: PUPILS,
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  decimals: 2,
  source: 'children in care strategy 2019-21, priority 4',
  certainty: 'published',
  requirements: ['D-EDU-01', 'D-EDU-02', 'D-EDU-04', 'IND-34'],
  needs: withAttendance,
  among: AT_END,
  measure: (child, { period, parameter }) => {
    const sessions = sessionsOfPupil(child, period);
    return sessions && attendancePercent(sessions) < parameter('attendance-limit-percent');
  },
});

/** Missed at least such a share of possible sessions. */
const missedShare =
  (percent: number) =>
  (child: Child, { period }: { readonly period: Period }): boolean | undefined => {
    if (!inSchoolCohort(child, period)) return undefined;
    const sessions = attendanceIn(child, period);
    return sessions && (sessions.possible - sessions.attended) * 100 >= percent * sessions.possible;
  };

const earlierPersistentAbsence = (from: number, to: number, percent: number): IndicatorVersion => ({
  from,
  to,
  definition: `Share of the cohort who missed ${percent}% or more of possible sessions (school years that ended from August ${from - 1} to August ${to - 1}).`,
  measure: missedShare(percent),
});

const publishedPersistentAbsence = defineIndicator({
  id: 'persistent-absence-published',
  title: 'Persistent absence (national definition)',
  definition:
    'Share of the cohort who missed 10% or more of their possible sessions (since the school year 2015/16): exactly 90% ' +
    'attendance is persistent absence here.',
  population: `${COHORT}, with attendance on record`,
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  source: 'outcomes of children looked after, methodology; years of the 15% and 20% definitions from memory',
  certainty: 'from memory',
  from: 2007,
  requirements: ['D-EDU-01', 'D-EDU-10', 'IND-34'],
  needs: withAttendance,
  among: IN_PERIOD,
  measure: missedShare(10),
  versions: [earlierPersistentAbsence(2007, 2011, 20), earlierPersistentAbsence(2012, 2016, 15)],
});

const severeAbsence = defineIndicator({
  id: 'severe-absence',
  title: 'Severe absence',
  definition: 'Share of the cohort who missed half or more of their possible sessions.',
  population: `${COHORT}, with attendance on record`,
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  source: 'pupil absence in schools, methodology (from memory)',
  certainty: 'from memory',
  needs: withAttendance,
  among: IN_PERIOD,
  measure: missedShare(50),
});

const missing25Days = defineIndicator({
  id: 'missing-25-days',
  title: 'Missing at least 25 days of school',
  definition:
    'Share of the cohort who missed at least 25 school days (the council’s parameter) in the school year, for any reason. ' +
    'A child without attendance on record counts as not missing.',
  population: COHORT,
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  codes: [{ scheme: 'PAF', code: 'C24' }],
  source: 'Leicestershire 2008, appendix 1; PAF C24',
  certainty: 'published',
  requirements: ['EDU-10', 'IND-31', 'IND-34', 'CFG-05'],
  needs: withAttendance,
  among: IN_PERIOD,
  measure: (child, { period, parameter }) => {
    if (!inSchoolCohort(child, period)) return undefined;
    const sessions = attendanceIn(child, schoolYearOf(period));
    return sessions !== undefined && daysMissed(sessions) >= parameter('days-missed-limit');
  },
});

const missingOver25Days = defineIndicator({
  id: 'missing-over-25-days-secondary',
  title: 'Missing more than 25 days of school, secondary age',
  definition:
    'Share of the cohort of secondary age (Year 7 to Year 11) who missed more than 25 school days in the school year.',
  population: 'children of secondary age looked after for twelve months',
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  codes: [{ scheme: 'OC2', code: 'absence of more than 25 days' }],
  source: 'Leicestershire 2008, sections 3 and 6',
  certainty: 'published',
  requirements: ['EDU-10', 'IND-34'],
  needs: withAttendance,
  among: IN_PERIOD,
  measure: (child, { period, parameter }) => {
    if (!(yearGroupIn(child, period) >= 7) || !inSchoolCohort(child, period)) return undefined;
    const sessions = attendanceIn(child, schoolYearOf(period));
    return sessions !== undefined && daysMissed(sessions) > parameter('days-missed-limit');
  },
});

const eligible = defineIndicator({
  id: 'eligible-for-full-time-schooling',
  title: 'Children eligible for full-time schooling',
  definition: 'Number of children of the twelve-month cohort who are of an age for full-time schooling.',
  population: COHORT,
  unit: 'count',
  polarity: 'neutral',
  kind: 'stock',
  source: 'Leicestershire 2008, appendix 1',
  certainty: 'published',
  requirements: ['EDU-20'],
  among: IN_PERIOD,
  measure: (child, { period }) => inSchoolCohort(child, period) || undefined,
});

const pupils = defineIndicator({
  id: 'pupils-in-care',
  title: 'Pupils in care',
  definition: `Number of ${IN_CARE_AT_END} who are of school age (Year 1 to Year 11).`,
  population: `${IN_CARE_AT_END}, of school age`,
  unit: 'count',
  polarity: 'neutral',
  kind: 'stock',
  source: 'Leicestershire 2008, section 6',
  certainty: 'proposed',
  requirements: ['EDU-01'],
  among: AT_END,
  measure: (child, { period }) =>
    ofSchoolAge(child, period.end) && child.isLookedAfter(period.end) ? true : undefined,
});

/** Who is a pupil, and who is at school. */
export const attendanceIndicators = [
  pupils,
  eligible,
  attendance,
  gapToAll,
  daysLost,
  unauthorised,
  persistentAbsence,
  publishedPersistentAbsence,
  severeAbsence,
  missing25Days,
  missingOver25Days,
];

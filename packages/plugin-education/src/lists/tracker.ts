import {
  type Child,
  columns,
  dateCell,
  hasRecords,
  type ListDefinition,
  longDate,
  type MeasureContext,
  percentCell,
} from '@cic/core';
import {
  educationServiceInvolvement,
  enrolment,
  personalEducationPlan,
  schoolAttendance,
} from '../generated/records.ts';
import { exclusionsIn } from '../indicators/exclusions.ts';
import { leavingSchool, planDue, routeOn } from '../indicators/plans.ts';
import { hasService } from '../indicators/support.ts';
import { attendanceIn, attendancePercent, sessionsOf } from '../pupils/attendance.ts';
import { placeOn, schoolMovesIn } from '../pupils/enrolments.ts';
import { isStandardPass } from '../pupils/grades.ts';
import { currentPlan, latestPlan } from '../pupils/plans.ts';
import { assessmentsFor, isEnglish, isMaths } from '../pupils/results.ts';
import { senGroup } from '../pupils/sen.ts';
import { pupilAtEnd, schoolYearOf, yearGroupLabel, yearGroupOn } from '../pupils/yearGroups.ts';
import { progressIn, shown } from './progress.ts';

/** The school year so far, as at the end of the period. */
const yearToDate = ({ period }: MeasureContext) => ({
  ...schoolYearOf(period),
  end: period.end,
});

/** Says why a pupil should be looked at; nothing where there is no reason, or nothing of the kind is on record at all. */
type Flag = (child: Child, context: MeasureContext) => string | undefined;

const attendanceLow: Flag = (child, context) => {
  const sessions = attendanceIn(child, yearToDate(context));
  const limit = context.parameter('attendance-limit-percent');
  return sessions && attendancePercent(sessions) < limit
    ? `attendance ${percentCell(sessions.attended, sessions.possible)} this school year, below ${limit}%`
    : undefined;
};

const attendanceFalling: Flag = (child, context) => {
  const { start, end } = yearToDate(context);
  const records = child
    .records(schoolAttendance)
    .filter((record) => record.start >= start && record.end <= end)
    .map((record) => ({ record, sessions: sessionsOf(record) }))
    .filter(({ sessions }) => sessions.possible > 0);
  const last = records.at(-1);
  const before = records.slice(0, -1);
  if (last === undefined || before.length === 0) return undefined;
  const sum = (of: 'possible' | 'attended') =>
    before.reduce((total, { sessions }) => total + sessions[of], 0);
  const earlier = (sum('attended') / sum('possible')) * 100;
  const now = attendancePercent(last.sessions);
  return earlier - now >= context.parameter('attendance-fall-points')
    ? `attendance falling: ${percentCell(sum('attended'), sum('possible'))} until ${longDate(last.record.start - 1)}, ${percentCell(last.sessions.attended, last.sessions.possible)} since`
    : undefined;
};

const noPlan: Flag = (child, context) => {
  const { end } = context.period;
  const months = context.parameter('current-pep-months');
  if (!hasRecords(context.history, personalEducationPlan)) return undefined;
  if (!planDue(child, context) || currentPlan(child, end, months)) return undefined;
  const last = latestPlan(child, end);
  return last
    ? `personal education plan last completed on ${longDate(last.completed)}`
    : 'no personal education plan';
};

const noRoute: Flag = (child, context) =>
  hasRecords(context.history, personalEducationPlan) &&
  leavingSchool(child, context) &&
  routeOn(child, context.period.end) === undefined
    ? 'Year 11, no route after it'
    : undefined;

const noPlace: Flag = (child, { period: { end }, history }) =>
  hasRecords(history, enrolment) && placeOn(child, end) === undefined ? 'no school place' : undefined;

const moved: Flag = (child, context) => {
  const last = schoolMovesIn(child, yearToDate(context)).at(-1);
  return last && `changed school in ${yearGroupLabel(last.yearGroup)} on ${longDate(last.on)}`;
};

const suspended: Flag = (child, context) => {
  const { length } = exclusionsIn(child, 'SUSP', yearToDate(context));
  return length === 0
    ? undefined
    : length === 1
      ? 'suspended once this school year'
      : `suspended ${length} times this school year`;
};

const excluded: Flag = (child, context) => {
  const last = exclusionsIn(child, 'PERM', yearToDate(context)).at(-1);
  return last && `permanently excluded on ${longDate(last.start)}`;
};

const predictedBelow: Flag = (child, context) => {
  const year = schoolYearOf(context.period);
  const group = yearGroupOn(child, year.end);
  const stage = group === 11 ? 'KS4' : group === 6 ? 'KS2' : undefined;
  const predictions = stage && assessmentsFor(child, stage, year, 'prediction');
  const below = (predictions ?? []).filter((one) =>
    stage === 'KS4'
      ? (isEnglish(one) || isMaths(one)) && !isStandardPass(one.grade)
      : one.metStandard === false,
  );
  return below.length === 0
    ? undefined
    : `predicted below the standard in ${below.map((one) => `${one.subject} (${shown(one) || '?'})`).join(', ')}`;
};

const slowProgress: Flag = (child, context) => {
  const slow = progressIn(child, yearToDate(context)).filter(
    ({ progress }) => progress === 'less-than-expected',
  );
  return slow.length === 0
    ? undefined
    : `progress below what was expected in ${slow.map(({ subject }) => subject).join(', ')}`;
};

const noOfficer: Flag = (child, { period: { end }, history }) =>
  hasRecords(history, educationServiceInvolvement) && !hasService(child, 'support-officer', end)
    ? 'no education support officer'
    : undefined;

/** Reasons to look at a pupil, the gravest first. */
const FLAGS: readonly Flag[] = [
  noPlace,
  excluded,
  suspended,
  attendanceLow,
  attendanceFalling,
  moved,
  noPlan,
  noRoute,
  predictedBelow,
  slowProgress,
  noOfficer,
];

/** Every reason to look at a pupil, as at the end of a period, in words with their figures. */
export const flagsOf = (child: Child, context: MeasureContext): string[] =>
  FLAGS.flatMap((flag) => flag(child, context) ?? []);

/**
 * The virtual school's tracker: a row a pupil in care. `priority` is the number of reasons to look, one more for pupils
 * whose school lies out of the area; 0 where there is no reason.
 */
export const tracker: ListDefinition = {
  id: 'virtual-school-tracker',
  title: 'Virtual school tracker',
  columns: columns({
    yearGroup: 'Year',
    school: 'School',
    location: 'In or out of the area',
    attendance: 'Attendance this school year',
    needs: 'Special educational needs',
    lastPlan: 'Last plan completed',
    priority: 'Priority',
    flags: 'Why to look',
  }),
  requirements: ['EDU-17'],
  row: (child, context) => {
    const { period } = context;
    if (!pupilAtEnd(child, period)) return undefined;
    const place = placeOn(child, period.end);
    const sessions = attendanceIn(child, yearToDate(context));
    const flags = flagsOf(child, context);
    return {
      yearGroup: yearGroupLabel(yearGroupOn(child, period.end)),
      school: place?.school ?? '',
      location: place?.location ?? '',
      attendance: sessions ? percentCell(sessions.attended, sessions.possible) : '',
      needs: senGroup(child, period.end) ?? '',
      lastPlan: dateCell(latestPlan(child, period.end)?.completed),
      priority: flags.length === 0 ? 0 : flags.length + (place?.location === 'OUT' ? 1 : 0),
      flags,
    };
  },
};

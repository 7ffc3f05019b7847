import {
  ageCell,
  type Child,
  columns,
  dateCell,
  hasRecords,
  type ListDefinition,
  longDate,
  type MeasureContext,
  openOn,
  within,
} from '@cic/core';
import { adviserDue, adviserOn, caseloads, firstAllocated } from '../facts/advisers.ts';
import { activityOn, livingOn } from '../facts/living.ts';
import { plannedFor, servedStatus, supportedFrom21 } from '../facts/people.ts';
import { currentPlan, lastLookedAt, planOn } from '../facts/plans.ts';
import { codeSets } from '../generated/codeSets.ts';
import {
  adviserAllocation,
  careLeaverAccommodation,
  immigrationStatus,
  keepingInTouch,
  parenthood,
  pathwayPlan,
  ringFencedPost,
} from '../generated/records.ts';
import { allocatedLate } from '../indicators/plans.ts';
import { openItems, transitionOn } from '../indicators/transitions.ts';
import { changeOn, returning, STATUS_REASONS, statusChanges, wasUnaccompanied } from '../status/status.ts';

const STATUS = codeSets.LEAVING_CARE_STATUS;
const TYPE = codeSets.LIVING_ARRANGEMENT;

type Flag = (child: Child, context: MeasureContext) => string | undefined;

const noAdviser: Flag = (child, { history, period: { end } }) =>
  hasRecords(history, adviserAllocation) && plannedFor(child, end) && !adviserOn(child, end)
    ? 'no personal adviser'
    : undefined;

const noPlan: Flag = (child, { history, period: { end }, parameter }) => {
  if (!hasRecords(history, pathwayPlan) || !plannedFor(child, end)) return undefined;
  const plan = planOn(child, end);
  if (!plan) return 'no pathway plan';
  return currentPlan(child, end, parameter('pathway-review-months'))
    ? undefined
    : `pathway plan last made or reviewed on ${longDate(lastLookedAt(child, plan, end))}`;
};

const notInTouch: Flag = (child, { history, period: { end }, parameter }) => {
  if (!hasRecords(history, keepingInTouch) || child.isLookedAfter(end) || !plannedFor(child, end))
    return undefined;
  const last = child
    .records(keepingInTouch)
    .findLast(({ on, outcome }) => on <= end && outcome === 'YES')?.on;
  if (last !== undefined && last + parameter('keep-in-touch-days') >= end) return undefined;
  return last === undefined ? 'never reached since leaving care' : `last reached on ${longDate(last)}`;
};

const unsafePlace: Flag = (child, { period: { end } }) => {
  const kind = livingOn(child, end)?.kind;
  return kind !== undefined && ['W', 'V', 'S', 'R'].includes(kind)
    ? `lives: ${TYPE.label(kind).toLowerCase()}`
    : undefined;
};

const postEnding: Flag = (child, { period: { end }, parameter }) => {
  const post = child.records(ringFencedPost).findLast((one) => openOn(one, end));
  return post?.endsBy !== undefined && post.endsBy - end <= parameter('ring-fenced-warning-days')
    ? `ring-fenced ${post.kind} ends on ${longDate(post.endsBy)}`
    : undefined;
};

const leaveEnding: Flag = (child, { period: { end }, parameter }) => {
  const last = child.records(immigrationStatus).findLast(({ from }) => from <= end);
  return last?.until !== undefined &&
    last.nextApplication === undefined &&
    last.until - parameter('leave-to-remain-days') <= end
    ? `leave to remain ends on ${longDate(last.until)}, no application made`
    : undefined;
};

const transitionOpen: Flag = (child, { period: { end } }) => {
  const transition = transitionOn(child, end);
  const open = transition ? openItems(transition, end) : [];
  return open.length === 0 ? undefined : `to adult services, still open: ${open.join(', ')}`;
};

const isParent: Flag = (child, { period: { end } }) =>
  child
    .records(parenthood)
    .some(
      ({ since, until, supported }) =>
        since <= end && (until === undefined || until > end) && supported !== true,
    )
    ? 'parent without support'
    : undefined;

const FLAGS: readonly Flag[] = [
  unsafePlace,
  noAdviser,
  noPlan,
  notInTouch,
  leaveEnding,
  postEnding,
  transitionOpen,
  isParent,
];

/** Everybody with a status: age, adviser, where they live, what they do, and why to look. */
const youngPeople: ListDefinition = {
  id: 'leaving-care-young-people',
  title: 'Young people leaving care',
  columns: columns({
    child: 'Young person',
    age: 'Age',
    status: 'Status',
    since: 'Since',
    adviser: 'Adviser',
    accommodation: 'Accommodation',
    activity: 'Activity',
    unaccompanied: 'Formerly unaccompanied',
    returning: 'Came back',
    flags: 'To look at',
  }),
  requirements: ['LVC-01', 'LVC-02', 'LVC-12', 'LVC-19', 'D-LEA-16'],
  row: (child, context) => {
    const on = context.period.end;
    const status = servedStatus(child, on, context);
    if (status === undefined) return undefined;
    const kind = livingOn(child, on)?.kind;
    return {
      child: child.id,
      age: ageCell(child.ageOn(on)),
      status: STATUS.label(status),
      since: dateCell(changeOn(child, on)?.on),
      adviser: adviserOn(child, on)?.adviser ?? '',
      accommodation: kind === undefined ? '' : TYPE.label(kind),
      activity: activityOn(child, on) ?? '',
      unaccompanied: wasUnaccompanied(child),
      returning: returning(child, on, supportedFrom21(child, on)),
      flags: FLAGS.flatMap((flag) => flag(child, context) ?? []),
    };
  },
};

/** Changes of status in the period, each with its reason; more than one of a young person in one line. */
const changes: ListDefinition = {
  id: 'leaving-care-status-changes',
  title: 'Changes of leaving care status',
  columns: columns({ child: 'Young person', now: 'Status now', flags: 'Changes' }),
  requirements: ['D-LEA-01'],
  row: (child, { period }) => {
    const all = statusChanges(child).filter(({ on }) => within(on, period));
    if (all.length === 0) return undefined;
    const words = (status: string | undefined): string =>
      status === undefined ? 'No status' : STATUS.label(status);
    return {
      child: child.id,
      now: words(changeOn(child, period.end)?.status),
      flags: all.map(
        ({ on, status, reason }) => `${longDate(on)}: ${words(status)} (${STATUS_REASONS[reason]})`,
      ),
    };
  },
};

/** Who left care between 16 and 18, when and why: they are expected to stay. */
const leftEarly: ListDefinition = {
  id: 'left-care-before-18-list',
  title: 'Young people who left care before 18',
  columns: columns({
    child: 'Young person',
    left: 'Left care',
    age: 'Age',
    reason: 'Reason',
    status: 'Status since',
  }),
  requirements: ['LVC-22'],
  row: (child, { period }) => {
    const last = child.periodsOfCare.findLast(({ end }) => within(end, period));
    if (!last || !(child.ageOn(last.end) >= 16) || last.end >= child.birthday(18)) return undefined;
    const reason = last.lastEpisode.reasonEpisodeCeased;
    if (['E2', 'E3', 'E11', 'E12'].includes(reason)) return undefined;
    const status = changeOn(child, last.end)?.status;
    return {
      child: child.id,
      left: dateCell(last.end),
      age: child.ageOn(last.end),
      reason,
      status: status === undefined ? '' : STATUS.label(status),
    };
  },
};

const lateAllocations: ListDefinition = {
  id: 'late-allocations-list',
  title: 'Young people given a worker late',
  columns: columns({ child: 'Young person', due: 'Due', allocated: 'Allocated', flags: 'Why' }),
  requirements: ['D-LEA-17'],
  row: (child, context) => {
    if (!hasRecords(context.history, adviserAllocation) || allocatedLate(child, context) !== true)
      return undefined;
    const due = adviserDue(child, context.parameter('adviser-from-months'))!;
    const allocated = firstAllocated(child);
    const known = allocated !== undefined && allocated <= context.period.end;
    return {
      child: child.id,
      due: dateCell(due),
      allocated: known ? dateCell(allocated) : '',
      flags: [known ? `${allocated - due} days after it was due` : 'nobody allocated yet'],
    };
  },
};

const advisers: ListDefinition = {
  id: 'adviser-caseloads',
  title: 'Caseloads of advisers and 16+ workers',
  columns: columns({ adviser: 'Worker', role: 'Role', youngPeople: 'Young people', flags: 'To look at' }),
  requirements: ['LVC-17'],
  rows: ({ history, period: { end }, parameter }) =>
    [...caseloads(history, end)].map(([adviser, { role, young }]) => ({
      adviser,
      role: codeSets.ADVISER_ROLE.label(role),
      youngPeople: young.size,
      flags: young.size > parameter('adviser-caseload') ? [`more than ${parameter('adviser-caseload')}`] : [],
    })),
};

/** Every night in bed and breakfast, with the reason: nobody should be there. */
const bedAndBreakfast: ListDefinition = {
  id: 'bed-and-breakfast-list',
  title: 'Young people in bed and breakfast',
  columns: columns({ child: 'Young person', age: 'Age', nights: 'Nights in the period', flags: 'Stays' }),
  requirements: ['D-LEA-23'],
  row: (child, { period }) => {
    const stays = child
      .records(careLeaverAccommodation)
      .filter(
        ({ kind, start, end }) =>
          kind === 'W' && start <= period.end && (end === undefined || end > period.start),
      );
    if (stays.length === 0) return undefined;
    const nights = stays.reduce(
      (sum, { start, end }) =>
        sum + Math.min(end ?? period.end + 1, period.end + 1) - Math.max(start, period.start),
      0,
    );
    return {
      child: child.id,
      age: ageCell(child.ageOn(stays.at(-1)!.start)),
      nights,
      flags: stays.map(
        ({ start, end, reason }) =>
          `${longDate(start)} to ${end === undefined ? 'today' : longDate(end)}: ${reason ?? 'no reason recorded'}`,
      ),
    };
  },
};

/** Lists of young people. */
export const youngPeopleLists = [youngPeople, changes, leftEarly, lateAllocations, advisers, bedAndBreakfast];

import {
  addMonths,
  addWorkingDays,
  type Child,
  type Day,
  type DutyContext,
  type DutyEvent,
  defineDuty,
  inOrder,
  onceFrom,
  oncePerChild,
  type Stretch,
} from '@cic/core';
import { isStatutory } from '../facts/yearly.ts';
import { healthAssessment, healthNotification, healthPlan } from '../generated/records.ts';
import { GUIDANCE, REGULATION_7 } from '../parameters.ts';
import { hasKnownStart, runsOf } from './runs.ts';

const daysOf = (which: 'held' | 'reported') =>
  oncePerChild((child) =>
    inOrder(
      child
        .records(healthAssessment)
        .flatMap((one) => (isStatutory(one) && one[which] !== undefined ? [one[which]] : [])),
    ),
  );

/** Days on which statutory assessments were held, and on which their reports were there. */
const [heldDays, reportDays] = [daysOf('held'), daysOf('reported')];

/** The day by which the next assessment is due, by the child's age at the last one (AMB-01). */
function nextReviewDue(child: Child, last: Day, parameter: DutyContext['parameter']): Day {
  const underYearlyAge = child.ageOn(last) < parameter('review-health-assessment-yearly-age', last);
  return addMonths(
    last,
    parameter(
      underYearlyAge ? 'review-health-assessment-months-under-five' : 'review-health-assessment-months',
      last,
    ),
  );
}

/** A clock that runs once from the start of each period of care, where that is known. */
function* onceInCare(
  child: Child,
  { asAt, dueFrom = Number.NEGATIVE_INFINITY }: DutyContext,
  dueFor: (care: Stretch) => Day,
  met: (care: Stretch) => readonly Day[],
): Generator<DutyEvent> {
  for (const care of child.periodsOfCare) {
    if (care.start > asAt || care.start + LONGEST_DAYS < dueFrom || !hasKnownStart(care)) continue;
    yield onceFrom(care.start, dueFor(care), met(care), care.end);
  }
}

/** No clock that starts with care runs longer than this. */
const LONGEST_DAYS = 366;

const inWorkingDays = (parameter: string, context: DutyContext, start: Day): Day =>
  addWorkingDays(start, context.parameter(parameter, start), context.council.closedDays);

const notified = (child: Child): Day[] =>
  child
    .records(healthNotification)
    .flatMap(({ kind, notified: on }) => (kind === 'starts-care' && on !== undefined ? [on] : []));

export const initialHealthAssessment = defineDuty({
  id: 'initial-health-assessment',
  title: 'Initial health assessment',
  definition:
    'The health of a child who starts to be looked after is assessed within 20 working days; the 20th working day is in ' +
    'time. The assessment counts on the day the child was seen, or on the day of the report where the council chose so.',
  source: `${GUIDANCE}; ${REGULATION_7}`,
  inCareOnly: true,
  evidence: [healthAssessment],
  owner: 'designated nurse',
  requirements: ['HLT-01', 'D-HEA-01'],
  events: (child, context) =>
    onceInCare(
      child,
      context,
      ({ start }) => inWorkingDays('initial-health-assessment-working-days', context, start),
      (care) =>
        context.parameter('initial-health-assessment-by-report', care.start) === 1
          ? reportDays(child)
          : heldDays(child),
    ),
});

export const reviewHealthAssessment = defineDuty({
  id: 'review-health-assessment',
  title: 'Review health assessment',
  definition:
    'Health is assessed again within 6 months of the last assessment of a child who was under five at it, within 12 ' +
    'months of that of an older child.',
  source: REGULATION_7,
  inCareOnly: true,
  evidence: [healthAssessment],
  owner: 'designated nurse',
  requirements: ['HLT-02'],
  *events(child, context) {
    const held = heldDays(child);
    for (const { start, end } of child.periodsOfCare) {
      const first = held.find((on) => on >= start && on < end);
      if (first !== undefined)
        yield* runsOf({ start: first, end }, held, context, (last) =>
          nextReviewDue(child, last, context.parameter),
        );
    }
  },
});

export const notificationToHealth = defineDuty({
  id: 'health-notification',
  title: 'Notification to health',
  definition:
    'Health is told of each child who starts to be looked after within 5 working days of the start.',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 13',
  inCareOnly: true,
  evidence: [healthNotification],
  owner: 'social worker',
  requirements: ['D-HEA-03'],
  events: (child, context) =>
    onceInCare(
      child,
      context,
      ({ start }) => inWorkingDays('health-notification-working-days', context, start),
      () => notified(child),
    ),
});

export const healthPlanReady = defineDuty({
  id: 'health-plan',
  title: 'Health plan',
  definition:
    'There is a health plan in time for the first review, within 20 working days of the start of care.',
  source: GUIDANCE,
  inCareOnly: true,
  evidence: [healthPlan],
  owner: 'social worker',
  requirements: ['HLT-14'],
  events: (child, context) =>
    onceInCare(
      child,
      context,
      ({ start }) => inWorkingDays('health-plan-working-days', context, start),
      () => child.records(healthPlan).map(({ start }) => start),
    ),
});

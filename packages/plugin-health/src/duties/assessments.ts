import {
  addMonths,
  addWorkingDays,
  type Child,
  type Day,
  type DutyContext,
  type DutyEvent,
  defineDuty,
  onceFrom,
  repeatingFrom,
  type Stretch,
} from '@cic/core';
import { isStatutory } from '../facts/yearly.ts';
import { healthAssessment, healthNotification, healthPlan } from '../generated/records.ts';
import { GUIDANCE, REGULATION_7 } from '../parameters.ts';

/** Whether a period of care starts where the history says it does: otherwise nobody knows when its clocks began. */
export const hasKnownStart = ({ firstEpisode }: Stretch): boolean => firstEpisode.reasonNewEpisode === 'S';

/** Days on which statutory assessments were held; by the day of the report where the council counts it so. */
function assessmentDays(child: Child, byReport: boolean): Day[] {
  const days: Day[] = [];
  for (const assessment of child.records(healthAssessment)) {
    const on = byReport ? assessment.reported : assessment.held;
    if (on !== undefined && isStatutory(assessment)) days.push(on);
  }
  return [...new Set(days)].sort((a, b) => a - b);
}

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

const initialDue = ({ parameter, council }: DutyContext, start: Day): Day =>
  addWorkingDays(start, parameter('initial-health-assessment-working-days', start), council.closedDays);

export const initialHealthAssessment = defineDuty({
  id: 'initial-health-assessment',
  title: 'Initial health assessment',
  definition:
    'The health of a child who starts to be looked after is assessed within 20 working days; the 20th working day is in ' +
    'time. The assessment counts on the day the child was seen, or on the day of the report where the council chose so.',
  source: `${GUIDANCE}; ${REGULATION_7}`,
  evidence: [healthAssessment],
  owner: 'designated nurse',
  requirements: ['HLT-01', 'D-HEA-01'],
  *events(child, context) {
    for (const care of child.periodsOfCare) {
      if (!hasKnownStart(care)) continue;
      const byReport = context.parameter('initial-health-assessment-by-report', care.start) === 1;
      yield onceFrom(care.start, initialDue(context, care.start), assessmentDays(child, byReport), care.end);
    }
  },
});

export const reviewHealthAssessment = defineDuty({
  id: 'review-health-assessment',
  title: 'Review health assessment',
  definition:
    'Health is assessed again within 6 months of the last assessment of a child who was under five at it, within 12 ' +
    'months of that of an older child.',
  source: REGULATION_7,
  evidence: [healthAssessment],
  owner: 'designated nurse',
  requirements: ['HLT-02'],
  *events(child, { parameter, asAt }) {
    const held = assessmentDays(child, false);
    for (const care of child.periodsOfCare) {
      const [first, ...later] = held.filter((on) => on >= care.start && on <= care.end);
      if (first === undefined) continue;
      yield* repeatingFrom(first, care.end, later, (last) => nextReviewDue(child, last, parameter), asAt);
    }
  },
});

/** The first day in a stretch on which something was done, of records about the start of care. */
function* onceInCare(
  child: Child,
  days: (care: Stretch) => readonly Day[],
  due: (start: Day) => Day,
): Generator<DutyEvent> {
  for (const care of child.periodsOfCare)
    if (hasKnownStart(care)) yield onceFrom(care.start, due(care.start), days(care), care.end);
}

export const notificationToHealth = defineDuty({
  id: 'health-notification',
  title: 'Notification to health',
  definition:
    'Health is told of each child who starts to be looked after within 5 working days of the start.',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 13',
  evidence: [healthNotification],
  owner: 'social worker',
  requirements: ['D-HEA-03'],
  events: (child, { parameter, council }) =>
    onceInCare(
      child,
      () =>
        child
          .records(healthNotification)
          .flatMap(({ kind, notified }) =>
            kind === 'starts-care' && notified !== undefined ? [notified] : [],
          ),
      (start) =>
        addWorkingDays(start, parameter('health-notification-working-days', start), council.closedDays),
    ),
});

export const healthPlanReady = defineDuty({
  id: 'health-plan',
  title: 'Health plan',
  definition:
    'There is a health plan in time for the first review, within 20 working days of the start of care.',
  source: GUIDANCE,
  evidence: [healthPlan],
  owner: 'social worker',
  requirements: ['HLT-14'],
  events: (child, { parameter, council }) =>
    onceInCare(
      child,
      () => child.records(healthPlan).map(({ start }) => start),
      (start) => addWorkingDays(start, parameter('health-plan-working-days', start), council.closedDays),
    ),
});

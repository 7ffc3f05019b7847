import { addMonths, addYears, type Day, OPEN } from '../dates/day.ts';
import { addWorkingDays } from '../dates/workingDays.ts';
import { plan, review, visit } from '../generated/records.ts';
import { type Child, oncePerChild, type Stretch } from '../history/child.ts';
import { dutyEvent, onceFrom, repeatingFrom } from './clocks.ts';
import { type Duty, type DutyContext, type DutyEvent, defineDuty } from './duty.ts';

const REVIEW_REGULATIONS = 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 33';
const VISIT_REGULATIONS = 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 28';

/** The days on which reviews were held in each period of care that began with a known start, each day once. */
const reviewedCare = oncePerChild((child) => {
  const held: Day[] = [];
  for (const { held: on } of child.records(review)) if (on !== undefined && on !== held.at(-1)) held.push(on);
  return child.periodsOfCare
    .filter(({ firstEpisode }) => firstEpisode.reasonNewEpisode === 'S')
    .map((care) => ({ care, held: within(held, care) }));
});

/** Days of one stretch of care; the day it ends still counts, so that a review on it is one of that care. */
function within(days: readonly Day[], { start, end }: Stretch): readonly Day[] {
  return days.filter((day) => day >= start && day <= end);
}

/**
 * Runs `first` to `last` of the review clock in every period of care, the latest first: run 0 is the first review and
 * starts with care, every other run with the review before it.
 */
function reviewClock(
  [first, last]: readonly [first: number, last: number],
  dueAfter: (from: Day, context: DutyContext) => Day,
): Duty['events'] {
  const runs = (child: Child, context: DutyContext): readonly DutyEvent[] => {
    const { asAt, dueFrom = Number.NEGATIVE_INFINITY } = context;
    const events: DutyEvent[] = [];
    for (const { care, held } of reviewedCare(child)) {
      for (let run = Math.min(last, held.length); run >= first; run--) {
        const from = run === 0 ? care.start : held[run - 1]!;
        if (from > asAt || from >= care.end) continue;
        const due = dueAfter(from, context);
        if (due < dueFrom) break;
        const met = held[run];
        events.push(dutyEvent(from, due, met, met === undefined ? care.end : undefined));
      }
    }
    return events;
  };
  // The duty's own timeliness and 'all reviews on time' ask the same of one child in a row.
  const latest = oncePerChild((): { context?: DutyContext; events: readonly DutyEvent[] } => ({
    events: [],
  }));
  return (child, context) => {
    const known = latest(child);
    if (known.context !== context) Object.assign(known, { context, events: runs(child, context) });
    return known.events;
  };
}

const firstReview = defineDuty({
  id: 'first-review',
  title: 'First review',
  definition:
    'The first review of the care plan is held within 20 working days of the day the child became looked after.',
  source: REVIEW_REGULATIONS,
  inCareOnly: true,
  evidence: [review],
  owner: 'independent reviewing officer',
  requirements: ['REV-01', 'REV-02', 'CFG-05'],
  events: reviewClock([0, 0], (from, context) =>
    addWorkingDays(from, context.parameter('first-review-working-days', from), context.council.closedDays),
  ),
});

const secondReview = defineDuty({
  id: 'second-review',
  title: 'Second review',
  definition: 'The second review is held within 3 months of the first.',
  source: REVIEW_REGULATIONS,
  inCareOnly: true,
  evidence: [review],
  owner: 'independent reviewing officer',
  requirements: ['REV-02'],
  events: reviewClock([1, 1], (from, context) =>
    addMonths(from, context.parameter('second-review-months', from)),
  ),
});

const laterReview = defineDuty({
  id: 'later-review',
  title: 'Later reviews',
  definition: 'Every review after the second is held within 6 months of the one before.',
  source: REVIEW_REGULATIONS,
  inCareOnly: true,
  evidence: [review],
  owner: 'independent reviewing officer',
  requirements: ['REV-02'],
  events: reviewClock([2, Number.POSITIVE_INFINITY], (from, context) =>
    addMonths(from, context.parameter('later-review-months', from)),
  ),
});

/** The three clocks of statutory reviews. */
export const reviewDuties = [firstReview, secondReview, laterReview];

/** Days on which a social worker saw the child. */
const visits = oncePerChild((child): readonly Day[] =>
  child
    .records(visit)
    .flatMap(({ held, seen, visitorRole }) =>
      held !== undefined && seen !== false && visitorRole === 'social-worker' ? [held] : [],
    ),
);

const visitToNewPlacement = defineDuty({
  id: 'visit-new-placement',
  title: 'Visit in the first week of a placement',
  definition: 'The child is visited within one week of the start of each placement.',
  source: VISIT_REGULATIONS,
  inCareOnly: true,
  evidence: [visit],
  owner: 'social worker',
  *events(child, { parameter }) {
    for (const { start, end } of child.placements) {
      yield onceFrom(start, start + parameter('first-visit-days', start), visits(child), end);
    }
  },
});

const visitDuringPlacement = defineDuty({
  id: 'visit',
  title: 'Visits during a placement',
  definition:
    'After the first visit the child is visited at least every six weeks; after a year in a placement that is meant to ' +
    'last until 18, at least every three months.',
  source: VISIT_REGULATIONS,
  inCareOnly: true,
  evidence: [visit],
  owner: 'social worker',
  requirements: ['D-PLN-06'],
  *events(child, { parameter, asAt }) {
    for (const placement of child.placements) {
      const seen = within(visits(child), placement);
      const [first, ...later] = seen;
      if (first === undefined) continue;
      yield* repeatingFrom(
        first,
        placement.end,
        later,
        (from) => nextVisitDue(placement, from, parameter),
        asAt,
      );
    }
  },
});

/** Foster placements that are meant to last (U1, U4): the code says so. */
const LASTS_UNTIL_18 = /^U[14]$/;

function nextVisitDue(placement: Stretch, from: Day, parameter: (id: string, on: Day) => number): Day {
  const afterAYear = from >= addYears(placement.start, 1);
  return afterAYear && LASTS_UNTIL_18.test(placement.lastEpisode.placementType)
    ? addMonths(from, parameter('lasting-placement-visit-months', from))
    : from + parameter('visit-days', from);
}

const placementPlan = defineDuty({
  id: 'placement-plan',
  title: 'Placement plan',
  definition: 'A placement plan is made before the placement starts, or within 5 working days of its start.',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 9',
  inCareOnly: true,
  evidence: [plan],
  owner: 'social worker',
  requirements: ['D-PLN-01'],
  *events(child, { parameter, council }) {
    const made = child.records(plan).filter(({ kind }) => kind === 'placement');
    for (const { start, end } of child.placements) {
      const due = addWorkingDays(start, parameter('placement-plan-working-days', start), council.closedDays);
      // A plan made up to a month ahead is the plan for this placement.
      const days = made.map(({ start: on }) => on).filter((on) => on >= addMonths(start, -1));
      yield onceFrom(
        start,
        due,
        days.map((on) => Math.max(on, start)),
        end,
      );
    }
  },
});

const NIGHTS_A_YEAR = 365;

const shortBreakPlan = defineDuty({
  id: 'short-break-care-plan',
  title: 'Care plan after 75 nights of short breaks',
  definition:
    'A child with more than 75 nights of short breaks in twelve months is treated as accommodated: a care plan is made ' +
    'from the 76th night on.',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 48; sufficiency strategy 2017-21, 2.1',
  evidence: [plan],
  owner: 'social worker',
  requirements: ['D-CHI-16'],
  *events(child, { parameter }) {
    const breaks = child.episodes.filter(({ legalStatus }) => legalStatus === 'V3');
    for (const { start, end } of breaks) {
      for (let night = start; night < Math.min(end, start + NIGHTS_A_YEAR); night++) {
        const from = night - NIGHTS_A_YEAR;
        let nights = 0;
        for (const one of breaks)
          nights += Math.max(0, Math.min(one.end, night + 1) - Math.max(one.start, from + 1));
        if (nights > parameter('short-break-nights', night)) {
          const plans = child.records(plan).filter(({ kind }) => kind === 'care');
          yield onceFrom(
            night,
            night,
            plans.map(({ start: on }) => on),
            OPEN,
          );
          return;
        }
      }
    }
  },
});

/** The clocks every council has. */
export const coreDuties = [
  ...reviewDuties,
  visitToNewPlacement,
  visitDuringPlacement,
  placementPlan,
  shortBreakPlan,
];

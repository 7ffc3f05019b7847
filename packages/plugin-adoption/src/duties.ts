import {
  addMonths,
  addWorkingDays,
  addYears,
  type Child,
  type Day,
  type DutyEvent,
  defineDuty,
  dutyEvent,
  OPEN,
  onceFrom,
  oncePerStart,
  repeatingFrom,
} from '@cic/core';
import { adoptionDecision, adoptionOutcome, lifeStoryWork, permanencePlan, review } from '@cic/core/records';
import { adoptionMatch, adoptionOrder, adoptionSupportPlan } from './generated/records.ts';
import { type Journey, journeysOf } from './journey/journey.ts';

const ADOPTION_TEAM = 'adoption team';
const SOCIAL_WORKER = 'social worker';
const DECISIONS = [adoptionDecision, adoptionOutcome];

/** The end of a plan for adoption: the decision reversed, or the child no longer looked after. */
const planEnd = ({ care }: Journey, ceased: Day = OPEN): Day => Math.min(care.end, ceased);

const permanence = defineDuty({
  id: 'permanence-plan-by-second-review',
  title: 'Permanence plan by the second review',
  definition:
    'A plan for permanence is decided by the second review, four months after the child became looked after.',
  source: 'Care planning, placement and case review guidance (2015), permanence',
  owner: SOCIAL_WORKER,
  evidence: [permanencePlan],
  *events(child, { parameter }) {
    const decided = child.records(permanencePlan).map((plan) => plan.decided ?? plan.start);
    const days = decided.toSorted((a, b) => a - b);
    for (const care of child.periodsOfCare) {
      if (care.firstEpisode.reasonNewEpisode !== 'S') continue;
      const due = addMonths(care.start, parameter('permanence-plan-months', care.start));
      yield onceFrom(care.start, due, days, care.end);
    }
  },
});

const placement = defineDuty({
  id: 'placement-after-adoption-decision',
  title: 'Placement for adoption after the decision',
  definition:
    'A child is placed with adopters within 12 months of the decision that the child should be placed for adoption.',
  source: 'NI 61; Looked after and adopted children strategy 2012-15, section 7.2.1',
  owner: ADOPTION_TEAM,
  evidence: DECISIONS,
  requirements: ['ADP-04'],
  events: (child, { parameter }) =>
    oncePerStart(
      journeysOf(child).flatMap((journey) =>
        journey.decisions.map(({ decided, ceased }) =>
          onceFrom(
            decided,
            addMonths(decided, parameter('adoption-placement-months', decided)),
            journey.placements.map(({ start }) => start),
            planEnd(journey, ceased),
          ),
        ),
      ),
    ),
});

/** The clock from entering care runs for a child as soon as there is a decision for adoption. */
const a1 = defineDuty({
  id: 'adoption-a1-clock',
  title: 'Moving in with the adoptive family (A1)',
  definition:
    'A child with a decision for adoption moves in with the adoptive family within 426 days of entering care. For one ' +
    'child the scorecard’s average is a limit.',
  source: 'Adoption scorecard A1, threshold 2013-16',
  owner: ADOPTION_TEAM,
  evidence: DECISIONS,
  requirements: ['D-ADO-20'],
  *events(child, { parameter, asAt }) {
    for (const journey of journeysOf(child)) {
      const { care, decisions, placements, adopted } = journey;
      const known = decisions.filter(({ decided }) => decided <= asAt);
      const last = known.at(-1);
      if (!last) continue;
      const moved = placements.find(({ start }) => start <= asAt)?.start ?? adopted?.on;
      const due = care.start + parameter('adoption-a1-days', care.start);
      const ended = moved === undefined ? planEnd(journey, last.ceased) : undefined;
      yield dutyEvent(care.start, due, moved, ended);
    }
  },
});

const a2 = defineDuty({
  id: 'adoption-a2-clock',
  title: 'Match after authority to place (A2)',
  definition: 'A child is matched with adopters within 121 days of the placement order.',
  source: 'Adoption scorecard A2, threshold 2013-16',
  owner: ADOPTION_TEAM,
  evidence: [adoptionMatch, adoptionOutcome],
  requirements: ['D-ADO-20'],
  events: (child, { parameter }) =>
    oncePerStart(
      journeysOf(child).flatMap(({ orders, matches, care, adopted }) =>
        orders.map(({ start, end }) => {
          const matched = matches.find(
            (match) => match.matched <= end && (match.ceased ?? OPEN) > start,
          )?.matched;
          const due = start + parameter('adoption-a2-days', start);
          const met = matched ?? adopted?.on;
          return dutyEvent(
            start,
            due,
            met === undefined ? undefined : Math.max(start, met),
            Math.min(end, care.end),
          );
        }),
      ),
    ),
});

const reviewDays = (child: Child): Day[] =>
  child.records(review).flatMap(({ held }) => (held === undefined ? [] : [held]));

/** The runs of the clock of reviews in each adoptive placement: run 0 is the first review, run 1 the second. */
function* reviewRuns(
  child: Child,
  wanted: (run: number) => boolean,
  parameter: (id: string, on: Day) => number,
  asAt: Day,
): Generator<DutyEvent> {
  const held = reviewDays(child);
  for (const { placements } of journeysOf(child)) {
    for (const { start, end } of placements) {
      const dueAfter = (from: Day, run: number): Day => {
        if (run === 0) return from + 7 * parameter('adoption-first-review-weeks', from);
        return addMonths(
          from,
          parameter(run === 1 ? 'adoption-second-review-months' : 'adoption-later-review-months', from),
        );
      };
      let run = 0;
      const after = held.filter((day) => day > start && day <= end);
      for (const event of repeatingFrom(start, end, after, dueAfter, asAt)) {
        if (wanted(run)) yield event;
        run++;
      }
    }
  }
}

const REVIEWS = 'Adoption Agencies Regulations 2005, reg. 36';

const firstReview = defineDuty({
  id: 'adoption-first-review',
  title: 'First review after placement for adoption',
  definition: 'The first review of a child placed for adoption is held within 4 weeks of the placement.',
  source: REVIEWS,
  owner: 'independent reviewing officer',
  evidence: [review],
  events: (child, { parameter, asAt }) =>
    oncePerStart(reviewRuns(child, (run) => run === 0, parameter, asAt)),
});

const laterReviews = defineDuty({
  id: 'adoption-later-review',
  title: 'Later reviews after placement for adoption',
  definition:
    'The second review of a child placed for adoption is held within 3 months of the first, every later one within 6 ' +
    'months of the one before, until the adoption order.',
  source: REVIEWS,
  owner: 'independent reviewing officer',
  evidence: [review],
  events: (child, { parameter, asAt }) => oncePerStart(reviewRuns(child, (run) => run > 0, parameter, asAt)),
});

const lifeStory = defineDuty({
  id: 'life-story-book-after-order',
  title: 'Life story book after the adoption order',
  definition:
    'The life story book and later life letter are handed over within 10 working days of the adoption order.',
  source: 'Statutory guidance on adoption (2013): life story book and later life letter',
  owner: SOCIAL_WORKER,
  evidence: [lifeStoryWork, adoptionOrder],
  *events(child, { parameter, council }) {
    for (const { adopted, care } of journeysOf(child)) {
      if (!adopted) continue;
      const due = addWorkingDays(
        adopted.on,
        parameter('life-story-working-days', adopted.on),
        council.closedDays,
      );
      const handedOver = child.records(adoptionOrder).flatMap((order) => order.lifeStoryHandedOver ?? []);
      const given = child
        .records(lifeStoryWork)
        .flatMap(({ status, completed }) =>
          status === 'given' && completed !== undefined ? [completed] : [],
        );
      const days = [...handedOver, ...given].filter((day) => day >= care.start);
      yield dutyEvent(
        adopted.on,
        due,
        days.length === 0 ? undefined : Math.max(adopted.on, Math.min(...days)),
      );
    }
  },
});

const supportAssessment = defineDuty({
  id: 'adoption-support-assessment',
  title: 'Adoption support assessment',
  definition:
    'Needs for adoption support are assessed when an assessment is asked for, within 45 working days; the placing ' +
    'authority’s duty ends three years after the adoption order.',
  source: 'Adoption and Children Act 2002, s. 4; limit proposed',
  owner: ADOPTION_TEAM,
  evidence: [adoptionSupportPlan],
  requirements: ['ADP-16'],
  events: (child, { parameter, council }) =>
    oncePerStart(
      child.records(adoptionSupportPlan).flatMap(({ requested, assessed }) => {
        if (requested === undefined) return [];
        const days = parameter('adoption-support-assessment-days', requested);
        const due = addWorkingDays(requested, days, council.closedDays);
        const adopted = journeysOf(child).findLast((journey) => journey.adopted)?.adopted?.on;
        const ends =
          adopted === undefined ? OPEN : addYears(adopted, parameter('adoption-support-years', adopted));
        if (ends <= requested) return [];
        const met = assessed === undefined || assessed < requested ? [] : [assessed];
        return [onceFrom(requested, due, met, ends)];
      }),
    ),
});

/** The clocks of adoption. */
export const duties = [
  permanence,
  placement,
  a1,
  a2,
  firstReview,
  laterReviews,
  lifeStory,
  supportAssessment,
];

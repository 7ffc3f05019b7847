import {
  addWorkingDays,
  type Child,
  type Day,
  type Duty,
  type DutyContext,
  type DutyEvent,
  defineDuty,
  hasRecords,
  onceFrom,
  oncePerChild,
} from '@cic/core';
import { enrolment, personalEducationPlan } from './generated/records.ts';
import { mainPlaces } from './pupils/enrolments.ts';
import { completionDays } from './pupils/plans.ts';
import type { SchoolCalendar } from './pupils/terms.ts';
import { atMostDays } from './pupils/workingDays.ts';
import { leavesSchool, startsSchool } from './pupils/yearGroups.ts';

const PLANS =
  'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 5; Promoting the education of looked-after children (2018)';
const PLACES = 'Promoting the education of looked-after children (2018): places within 20 school days';
const VIRTUAL_SCHOOL = 'virtual school head';

/** A stretch of care in which plans are made: from the start, or the birthday from which plans are made, until 18. */
interface PlanCare {
  readonly start: Day;
  readonly end: Day;
}

const careBefore18 = oncePerChild((child): readonly PlanCare[] =>
  child.periodsOfCare
    .filter(({ start, firstEpisode }) => firstEpisode.reasonNewEpisode === 'S' && start < child.birthday(18))
    .map(({ start, end }) => ({ start, end: Math.min(end, child.birthday(18)) })),
);

/** Stretches of care that may have something due from the day asked about on, no later than so many days after their end. */
function careWithPlans(child: Child, context: DutyContext, latest: number): PlanCare[] {
  const { parameter, asAt, dueFrom = Number.NEGATIVE_INFINITY } = context;
  const found: PlanCare[] = [];
  for (const { start, end } of careBefore18(child)) {
    if (end + latest < dueFrom || start > asAt) continue;
    const from = Math.max(start, child.birthday(parameter('pep-from-age', asAt)));
    if (from < end) found.push({ start: from, end });
  }
  return found;
}

/** The first plan of every stretch of care: due so many working days after its start, met by the first of some days. */
function firstPlans(
  child: Child,
  context: DutyContext,
  limit: string,
  met: (child: Child) => readonly Day[],
): DutyEvent[] {
  const { parameter, council, asAt, dueFrom = Number.NEGATIVE_INFINITY } = context;
  const events: DutyEvent[] = [];
  for (const { start, end } of careWithPlans(child, context, atMostDays(parameter(limit, asAt)))) {
    const days = parameter(limit, start);
    if (start + atMostDays(days) < dueFrom) continue;
    events.push(onceFrom(start, addWorkingDays(start, days, council.closedDays), met(child), end));
  }
  return events;
}

const begun = oncePerChild((child): readonly Day[] =>
  child.records(personalEducationPlan).map(({ start }) => start),
);

const firstPlanBegun = defineDuty({
  id: 'first-pep-begun',
  title: 'First personal education plan begun',
  definition:
    'A first personal education plan is begun within 10 working days of the day the child became looked after (or, for ' +
    'a younger child in care, reached the age for plans).',
  source: PLANS,
  owner: 'social worker',
  evidence: [personalEducationPlan],
  requirements: ['EDU-02', 'EDU-07'],
  events: (child, context) => firstPlans(child, context, 'first-pep-begun-working-days', begun),
});

const firstPlan = defineDuty({
  id: 'first-pep',
  title: 'First personal education plan ready',
  definition:
    'A first personal education plan is completed in time for the first review: within 20 working days of the day the ' +
    'child became looked after (or reached the age for plans).',
  source: PLANS,
  owner: VIRTUAL_SCHOOL,
  evidence: [personalEducationPlan],
  requirements: ['EDU-02', 'EDU-07'],
  events: (child, context) => firstPlans(child, context, 'first-pep-working-days', completionDays),
});

/** No term, and no wait for a school place over the holidays, lasts longer, in days. */
const A_YEAR = 366;

const termlyPlan = (calendar: SchoolCalendar): Duty =>
  defineDuty({
    id: 'termly-pep',
    title: 'Personal education plan every term',
    definition:
      'A personal education plan is completed in every school term that begins while the child is in care and of the ' +
      'age for plans. A plan completed in the holidays after it is late.',
    source: PLANS,
    owner: VIRTUAL_SCHOOL,
    evidence: [personalEducationPlan],
    requirements: ['EDU-02'],
    *events(child, context) {
      const { asAt, dueFrom = Number.NEGATIVE_INFINITY } = context;
      for (const care of careWithPlans(child, context, A_YEAR)) {
        const from = Math.max(care.start + 1, dueFrom - A_YEAR);
        for (const term of calendar.termsStarting(from, Math.min(care.end - 1, asAt))) {
          if (term.end < dueFrom) continue;
          const end = Math.min(term.holidaysEnd, care.end);
          yield onceFrom(term.start, term.end, completionDays(child), end);
        }
      }
    },
  });

interface WithoutPlace {
  readonly from: Day;
  /** The day on which there was a place again. */
  readonly until?: Day;
  /** The day on which care or compulsory schooling ended. */
  readonly end: Day;
}

/** Stretches in which a child in care and of compulsory school age had no main school place. */
const withoutPlace = oncePerChild((child): readonly WithoutPlace[] => {
  const places = mainPlaces(child).filter(({ start, end }) => end === undefined || end > start);
  const found: WithoutPlace[] = [];
  for (const care of child.periodsOfCare) {
    const end = Math.min(care.end, leavesSchool(child));
    let from = Math.max(care.start, startsSchool(child));
    for (const place of places) {
      if (from >= end) break;
      if (place.start > from && place.start < end) found.push({ from, until: place.start, end });
      if (place.start >= end) break;
      from = Math.max(from, place.end ?? end);
    }
    if (from < end) found.push({ from, end });
  }
  return found;
});

const schoolPlace = (calendar: SchoolCalendar): Duty =>
  defineDuty({
    id: 'school-place',
    title: 'School place after losing one',
    definition:
      'A child in care of compulsory school age without a school place has one within 20 school days of the first day ' +
      'without.',
    source: PLACES,
    owner: VIRTUAL_SCHOOL,
    evidence: [enrolment],
    requirements: ['EDU-21'],
    *events(child, { parameter, council, asAt, dueFrom = Number.NEGATIVE_INFINITY }) {
      if (Number.isNaN(child.born) || !hasRecords(child.history, enrolment)) return;
      for (const { from, until, end } of withoutPlace(child)) {
        if (from > asAt) return;
        if (from + A_YEAR < dueFrom) continue;
        const days = parameter('school-place-school-days', from);
        const due = calendar.addSchoolDays(from, days, council.closedDays);
        yield onceFrom(from, due, until === undefined ? [] : [until], end);
      }
    },
  });

/** The clocks of the virtual school. Those that count terms or school days follow the council's calendar. */
export const dutiesWith = (calendar: SchoolCalendar): readonly Duty[] => [
  firstPlanBegun,
  firstPlan,
  termlyPlan(calendar),
  schoolPlace(calendar),
];

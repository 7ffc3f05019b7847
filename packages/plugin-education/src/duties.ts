import {
  addWorkingDays,
  type Child,
  type Day,
  type Duty,
  type DutyContext,
  defineDuty,
  hasRecords,
  onceFrom,
} from '@cic/core';
import { enrolment, personalEducationPlan } from './generated/records.ts';
import { isMain } from './pupils/enrolments.ts';
import { completedPlans } from './pupils/plans.ts';
import type { SchoolCalendar } from './pupils/terms.ts';
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

function* careWithPlans(child: Child, { parameter, asAt }: DutyContext): Generator<PlanCare> {
  for (const care of child.periodsOfCare) {
    if (care.firstEpisode.reasonNewEpisode !== 'S') continue;
    const start = Math.max(care.start, child.birthday(parameter('pep-from-age', asAt)));
    const end = Math.min(care.end, child.birthday(18));
    if (start < end) yield { start, end };
  }
}

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
  *events(child, context) {
    for (const { start, end } of careWithPlans(child, context)) {
      const days = context.parameter('first-pep-begun-working-days', start);
      const begun = child.records(personalEducationPlan).map((plan) => plan.start);
      yield onceFrom(start, addWorkingDays(start, days, context.council.closedDays), begun, end);
    }
  },
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
  *events(child, context) {
    for (const { start, end } of careWithPlans(child, context)) {
      const days = context.parameter('first-pep-working-days', start);
      const completed = completedPlans(child).map((plan) => plan.completed);
      yield onceFrom(start, addWorkingDays(start, days, context.council.closedDays), completed, end);
    }
  },
});

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
      for (const care of careWithPlans(child, context)) {
        const completed = completedPlans(child).map((plan) => plan.completed);
        const until = Math.min(care.end - 1, context.asAt);
        for (const term of calendar.termsStarting(care.start + 1, until)) {
          const last = calendar.nextTermAfter(term) - 1;
          yield onceFrom(term.start, term.end, completed, Math.min(last, care.end));
        }
      }
    },
  });

/** Days from which a child in care and of compulsory school age had no main school place, and when there was one again. */
function* withoutPlace(child: Child): Generator<{ from: Day; until?: Day; end: Day }> {
  const places = child
    .records(enrolment)
    .filter((place) => isMain(place) && !(place.end !== undefined && place.end <= place.start));
  for (const care of child.periodsOfCare) {
    const end = Math.min(care.end, leavesSchool(child));
    let from = Math.max(care.start, startsSchool(child));
    for (const place of places) {
      if (from >= end) break;
      if (place.start > from && place.start < end) yield { from, until: place.start, end };
      if (place.start >= end) break;
      from = Math.max(from, place.end ?? end);
    }
    if (from < end) yield { from, end };
  }
}

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
    *events(child, { parameter, council, asAt }) {
      if (Number.isNaN(child.born) || !hasRecords(child.history, enrolment)) return;
      for (const { from, until, end } of withoutPlace(child)) {
        if (from > asAt) return;
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

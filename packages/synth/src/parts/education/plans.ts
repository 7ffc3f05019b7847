import { addWorkingDays, type Child, type Day, type Inside, type Period } from '@cic/core';
import { type SchoolCalendar, yearGroupOn } from '@cic/plugin-education';
import type { Enrolment, PersonalEducationPlan } from '@cic/plugin-education/records';
import type { Random, Weighted } from '../../random/random.ts';

const QUALITY: Weighted<NonNullable<PersonalEducationPlan['quality']>> = [
  ['outstanding', 1],
  ['good', 6],
  ['requires-improvement', 2.5],
  ['inadequate', 0.5],
];
const ROUTES: Weighted<NonNullable<PersonalEducationPlan['progressionRoute']>> = [
  ['college', 5],
  ['sixth-form', 2],
  ['apprenticeship', 1],
  ['training', 1],
  ['undecided', 1.5],
];
const CRITERIA = ['child-views', 'latest-data', 'smart-targets', 'pupil-premium', 'ambition'] as const;

/** Plans completed in their term, and first plans ready in time. (p) */
const IN_TIME = 0.9;

/** Days on which plans are completed in one stretch of care: the first, then one each term. */
function completions(start: Day, end: Day, until: Day, random: Random, calendar: SchoolCalendar): Day[] {
  const ready = addWorkingDays(start, 20);
  const days = [random.chance(IN_TIME) ? random.dayBetween(start + 10, ready) : ready + random.int(1, 20)];
  for (const term of calendar.termsStarting(start + 1, Math.min(end, until))) {
    if (random.chance(0.03)) continue;
    const on = random.chance(IN_TIME)
      ? random.dayBetween(term.start + 10, term.end)
      : Math.min(term.end + random.int(1, 10), term.holidaysEnd);
    // Two plans within three weeks are one.
    if (on > days.at(-1)! + 21) days.push(on);
  }
  return days.filter((on) => on < end);
}

/** Personal education plans from three years to 18: the first within 20 working days (most of them), then one each term. */
export function* plansOf(
  child: Child,
  places: readonly Inside<Enrolment>[],
  random: Random,
  { start: from, end: until }: Pick<Period, 'start' | 'end'>,
  calendar: SchoolCalendar,
): Generator<Inside<PersonalEducationPlan>> {
  for (const care of child.periodsOfCare) {
    const start = Math.max(care.start, child.birthday(3));
    const end = Math.min(care.end, child.birthday(18));
    if (start >= end || end < from) continue;
    for (const [i, completed] of completions(start, end, until, random, calendar).entries()) {
      if (completed < from) continue;
      const begun = i === 0 ? Math.min(completed, start + random.int(2, 12)) : completed - random.int(5, 18);
      if (begun > until) continue;
      const place = places.find(
        (one) => one.start <= completed && (one.end === undefined || one.end > completed),
      );
      const common = {
        child: child.id,
        start: begun,
        ...(place ? { school: place.school } : {}),
        ...(yearGroupOn(child, completed) >= 10 ? { progressionRoute: random.weighted(ROUTES) } : {}),
      };
      if (completed > until) {
        yield { ...common, status: 'draft' };
        continue;
      }
      yield {
        ...common,
        completed,
        status: 'agreed',
        quality: random.weighted(QUALITY),
        childAttended: random.chance(0.7),
        viewsGiven: random.chance(0.93),
        criteria: CRITERIA.map((criterion) => ({ criterion, met: random.chance(0.8) })),
        pupilPremiumPlusRequested: random.int(2, 9) * 10_000,
      };
    }
  }
}

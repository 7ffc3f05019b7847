import { addMonths, type Child, type Day, type Inside, oncePerChild, type Period } from '@cic/core';
import { type PersonalEducationPlan, personalEducationPlan } from '../generated/records.ts';
import { remember } from './remember.ts';

export type Plan = Inside<PersonalEducationPlan>;
export type CompletedPlan = Plan & { readonly completed: Day };

/** Plans that were finished, in the order in which they were. */
export const completedPlans = oncePerChild((child): readonly CompletedPlan[] =>
  child
    .records(personalEducationPlan)
    .filter((plan): plan is CompletedPlan => plan.completed !== undefined)
    .sort((a, b) => a.completed - b.completed),
);

/** The days on which they were. */
export const completionDays = oncePerChild((child): readonly Day[] =>
  completedPlans(child).map(({ completed }) => completed),
);

const NONE: readonly CompletedPlan[] = [];

/** Plans completed in a period, of a child who was in care in it. */
export const plansCompletedIn = remember((child: Child, { start, end }: Period): readonly CompletedPlan[] =>
  child.lookedAfterDuring(start, end)
    ? completedPlans(child).filter(({ completed }) => completed >= start && completed <= end)
    : NONE,
);

/** The last plan completed by a day. */
export const latestPlan = (child: Child, on: Day): CompletedPlan | undefined =>
  completedPlans(child).findLast(({ completed }) => completed <= on);

/** The plan that is current on a day: completed no more than so many months before. */
export function currentPlan(child: Child, on: Day, months: number): CompletedPlan | undefined {
  const plan = latestPlan(child, on);
  return plan !== undefined && plan.completed >= addMonths(on, -months) ? plan : undefined;
}

/** The last plan begun by a day, finished or not: where the route after Year 11 is read from. */
export const lastPlanBegun = (child: Child, on: Day): Plan | undefined =>
  child.records(personalEducationPlan).findLast(({ start }) => start <= on);

/** Of an age for a personal education plan: from a parameter's age (3) until 18. */
export const ofPlanAge = (child: Child, on: Day, fromAge: number): boolean => {
  const age = child.ageOn(on);
  return age >= fromAge && age < 18;
};

import { addMonths, type Child, type Day, type Inside, oncePerChild, type Period } from '@cic/core';
import { type PersonalEducationPlan, personalEducationPlan } from '../generated/records.ts';

export type Plan = Inside<PersonalEducationPlan>;
export type CompletedPlan = Plan & { readonly completed: Day };

/** Plans that were finished, in the order in which they were. */
export const completedPlans = oncePerChild((child): readonly CompletedPlan[] =>
  child
    .records(personalEducationPlan)
    .filter((plan): plan is CompletedPlan => plan.completed !== undefined)
    .sort((a, b) => a.completed - b.completed),
);

export const plansCompletedIn = (child: Child, { start, end }: Period): CompletedPlan[] =>
  completedPlans(child).filter(({ completed }) => completed >= start && completed <= end);

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

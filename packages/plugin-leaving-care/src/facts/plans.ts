import { addMonths, type Child, type Day, type Inside, openOn } from '@cic/core';
import { type PathwayPlan, pathwayPlan, pathwayReview } from '../generated/records.ts';

/** The pathway plan that is open on a day; a draft is none. */
export const planOn = (child: Child, on: Day): Inside<PathwayPlan> | undefined =>
  child.records(pathwayPlan).findLast((plan) => openOn(plan, on) && plan.status !== 'draft');

/** The day the plan was last made or reviewed, as at a day. */
export function lastLookedAt(child: Child, plan: Inside<PathwayPlan>, on: Day): Day {
  const reviewed = child.records(pathwayReview).findLast(({ held }) => held <= on)?.held;
  return Math.max(plan.start, reviewed ?? plan.start);
}

/** The open plan, where it was made or reviewed within the months allowed. */
export function currentPlan(child: Child, on: Day, months: number): Inside<PathwayPlan> | undefined {
  const plan = planOn(child, on);
  return plan && addMonths(lastLookedAt(child, plan, on), months) >= on ? plan : undefined;
}

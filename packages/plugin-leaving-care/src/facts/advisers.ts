import { addMonths, type CareHistory, type Child, type Day, type Inside, openOn } from '@cic/core';
import { type AdviserAllocation, adviserAllocation } from '../generated/records.ts';
import { statusChanges } from '../status/status.ts';

/** The worker allocated on a day: a personal adviser before any other. */
export function adviserOn(child: Child, on: Day): Inside<AdviserAllocation> | undefined {
  const open = child.records(adviserAllocation).filter((one) => openOn(one, on));
  return open.findLast(({ role }) => role === 'personal-adviser') ?? open.at(-1);
}

/** The day a worker should be there: when eligible, and of the age from which the council allocates one. */
export function adviserDue(child: Child, fromMonths: number): Day | undefined {
  const start = statusChanges(child).find(({ status }) => status === 'eligible' || status === 'relevant');
  return start && Math.max(start.on, addMonths(child.born, fromMonths));
}

/** The first day on which a worker was there. */
export const firstAllocated = (child: Child): Day | undefined => child.records(adviserAllocation)[0]?.start;

/** Changes from one worker to another in the same role, by the day of the change. */
export function adviserChanges(child: Child, from: Day, to: Day): number {
  const last = new Map<string, string>();
  let changes = 0;
  for (const { role, adviser, start } of child.records(adviserAllocation)) {
    const before = last.get(role);
    if (before !== undefined && before !== adviser && start >= from && start <= to) changes++;
    last.set(role, adviser);
  }
  return changes;
}

/** Young people of each worker on a day, by worker. */
export function caseloads(
  history: CareHistory,
  on: Day,
): Map<string, { readonly role: string; readonly young: Set<string> }> {
  const loads = new Map<string, { role: string; young: Set<string> }>();
  for (const child of history.children) {
    for (const { adviser, role, start, end } of child.records(adviserAllocation)) {
      if (!openOn({ start, end }, on)) continue;
      const load = loads.get(adviser) ?? { role, young: new Set() };
      load.young.add(child.id);
      loads.set(adviser, load);
    }
  }
  return loads;
}

import { type Child, type Day, type Inside, openOn } from '@cic/core';
import { type SpecialEducationalNeeds, specialEducationalNeeds } from '../generated/records.ts';

export type Needs = Inside<SpecialEducationalNeeds>;

/** What support a child has on a day: the last begun of those that had not ended. */
export const senOn = (child: Child, on: Day): Needs | undefined =>
  child.records(specialEducationalNeeds).findLast((one) => openOn(one, on));

/** Statement (S), EHC plan (E). */
export const hasPlan = (needs: Needs | undefined): boolean =>
  needs?.provision === 'E' || needs?.provision === 'S';

/** SEN support (K), and School Action (A) and School Action Plus (P) before it. */
export const hasSupport = (needs: Needs | undefined): boolean =>
  needs?.provision === 'K' || needs?.provision === 'A' || needs?.provision === 'P';

/** The three groups of published tables; undefined where nobody recorded anything. */
export function senGroup(child: Child, on: Day): 'plan' | 'support' | 'none' | undefined {
  const needs = senOn(child, on);
  if (needs === undefined) return undefined;
  return hasPlan(needs) ? 'plan' : hasSupport(needs) ? 'support' : 'none';
}

import { type Child, type Day, type Inside, OPEN, openOn, type Period, within } from '@cic/core';
import type { AdoptionDecision } from '@cic/core/records';
import type { AdoptionMatch } from '../generated/records.ts';
import { type AdoptersPlacement, type Journey, journeysOf } from './journey.ts';

/** An adoption: the way that led to an order, with the steps that led to it and not to an earlier disruption. */
export interface Adoption {
  readonly journey: Journey;
  readonly entered: Day;
  readonly on: Day;
  readonly decided?: Day;
  readonly ordered?: Day;
  readonly matched?: Day;
  /** Absent where the child was never placed with adopters before the order. */
  readonly placement?: AdoptersPlacement;
}

const upTo = <T>(list: readonly T[], dayOf: (one: T) => Day, last: Day): T | undefined =>
  list.findLast((one) => dayOf(one) <= last);

/** The adoption a way ended in; undefined where it did not. */
export function adoptionOf(journey: Journey): Adoption | undefined {
  const { adopted, care, decisions, orders, matches, placements } = journey;
  if (!adopted) return undefined;
  const on = adopted.on;
  const decided = decisions.findLast(({ decided: day, ceased = OPEN }) => day <= on && ceased >= on)?.decided;
  const ordered = orders.find(({ start, end }) => start <= on && end >= on)?.start ?? orders[0]?.start;
  const placement = placements.findLast(({ start, end }) => start <= on && end >= on);
  const matched = upTo(matches, (match) => match.matched, on)?.matched;
  return {
    journey,
    entered: care.start,
    on,
    ...(decided === undefined ? {} : { decided }),
    ...(ordered === undefined ? {} : { ordered }),
    ...(matched === undefined ? {} : { matched }),
    ...(placement === undefined ? {} : { placement }),
  };
}

/** The child's adoption in a period. */
export function adoptedIn(child: Child, period: Period): Adoption | undefined {
  for (const journey of journeysOf(child)) {
    if (within(journey.adopted?.on, period)) return adoptionOf(journey);
  }
  return undefined;
}

/** The first placement with adopters that began in a period. */
export function placedIn(
  child: Child,
  period: Period,
): { readonly journey: Journey; readonly placement: AdoptersPlacement } | undefined {
  for (const journey of journeysOf(child)) {
    const placement = journey.placements.find(({ start }) => within(start, period));
    if (placement) return { journey, placement };
  }
  return undefined;
}

/** The first decision for adoption made in a period. */
export function decidedIn(child: Child, period: Period): Inside<AdoptionDecision> | undefined {
  for (const { decisions } of journeysOf(child)) {
    const decision = decisions.find(({ decided }) => within(decided, period));
    if (decision) return decision;
  }
  return undefined;
}

/** Where a child with a plan for adoption stands. Every child with a plan is in exactly one stage. */
export type Stage = 'no-order' | 'order-not-matched' | 'matched' | 'placed';

/** A plan for adoption that is open on a day. */
export interface OpenPlan {
  readonly journey: Journey;
  readonly decided?: Day;
  readonly ordered?: Day;
  readonly matched?: Day;
  readonly placed?: Day;
  readonly stage: Stage;
  /** The day from which the child waits: the decision, else the order, else the placement. */
  readonly since: Day;
}

/**
 * The plan for adoption of a child on a day: a decision that was not reversed, or a placement with adopters, while the
 * child is looked after and not adopted.
 */
export function openPlan(child: Child, on: Day): OpenPlan | undefined {
  for (const journey of journeysOf(child)) {
    const { care, decisions, orders, matches, placements, adopted } = journey;
    if (care.start > on || care.end <= on || (adopted && adopted.on <= on)) continue;
    const placement = placements.findLast((one) => openOn(one, on));
    const decision = decisions.findLast(({ decided, ceased = OPEN }) => decided <= on && ceased > on);
    if (!decision && !placement) continue;
    const order = orders.findLast((one) => openOn(one, on));
    const match = matches.findLast((one) => holds(one, placements, on));
    const since = decision?.decided ?? order?.start ?? placement!.start;
    return {
      journey,
      since,
      stage: placement ? 'placed' : match ? 'matched' : order ? 'order-not-matched' : 'no-order',
      ...(decision ? { decided: decision.decided } : {}),
      ...(order ? { ordered: order.start } : {}),
      ...(match ? { matched: match.matched } : {}),
      ...(placement ? { placed: placement.start } : {}),
    };
  }
  return undefined;
}

/** Whether a match holds on a day: not given up, and not followed by a placement that has ended. */
function holds(
  { matched, ceased = OPEN }: Inside<AdoptionMatch>,
  placements: readonly AdoptersPlacement[],
  on: Day,
) {
  return (
    matched <= on &&
    ceased > on &&
    !placements.some(({ start, end }) => start >= matched && start <= on && end <= on)
  );
}

/** A placement with adopters that ended without an order while the child stayed in care, or with a disruption on record. */
export function disruptions(child: Child): readonly AdoptersPlacement[] {
  return journeysOf(child).flatMap(({ placements, adopted, care }) =>
    placements.filter(({ end, record }) => {
      if (end === OPEN || (adopted && end >= adopted.on)) return false;
      return record?.reasonEnded === undefined ? end < care.end : record.reasonEnded === 'disrupted';
    }),
  );
}

import { placementFor } from '../careers/placements.ts';
import { needOn, type Stay, type Told } from '../careers/stays.ts';
import type { Telling } from './story.ts';

export const PLACEMENT_ORDER = /^[DE]1$/;

/** Whether a placement may be under a legal status: with parents not by agreement, with adopters by an order (rules 378, 408). */
function allowed(type: string, status: string): boolean {
  if (type === 'P1') return status !== 'V2';
  return /^A[56]$/.test(type) ? PLACEMENT_ORDER.test(status) : true;
}

/** Registering changed the code of supported accommodation, not the place. */
const asBefore = (type: string): string => (type === 'K3' ? 'H5' : type);

const samePlace = (a: Stay, b: Stay | undefined): boolean =>
  asBefore(a.placement.type) === asBefore(b?.placement.type ?? '') &&
  a.placement.postcode === b?.placement.postcode &&
  a.placement.urn === b.placement.urn &&
  a.placement.provider === b.placement.provider;

/**
 * Stays that the legal statuses allow: a child leaves parents or adopters for a foster family on the day the status that
 * allowed it ends; and a move to where the child is already is none.
 */
export function makeLawful(telling: Telling, told: Told): void {
  const { legalStatuses, period } = telling;
  const stays: Stay[] = [];
  telling.stays.forEach((stay, i) => {
    if (!samePlace(stay, stays.at(-1))) stays.push(stay);
    const until = telling.stays[i + 1]?.from ?? period.end;
    const now = legalStatuses.findLast(({ from }) => from <= stay.from)!;
    const statuses = [now, ...legalStatuses.filter(({ from }) => from > stay.from && from < until)];
    const ended = statuses.find(({ status }) => !allowed(stay.placement.type, status));
    if (!ended) return;
    const from = Math.max(stay.from, ended.from);
    const placement = placementFor(needOn(told, from), told.register, told.random, 'U6');
    if (from === stay.from) stays.pop();
    stays.push({ from, placement, kind: 'new', reason: from === period.start ? '' : 'CARPL' });
  });
  telling.stays = stays;
}

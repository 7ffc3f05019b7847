import { type Child, type Day, type Inside, OPEN, oncePerChild, type Stretch, within } from '@cic/core';
import { type AdoptionDecision, adoptionDecision, adoptionOutcome } from '@cic/core/records';
import {
  type AdoptionMatch,
  type AdoptivePlacement,
  adoptionMatch,
  adoptionOrder,
  adoptivePlacement,
  placementOrder,
} from '../generated/records.ts';

/** Where a fact comes from: the plugin's own record, or the statutory return. */
export type FactSource = 'record' | 'return';

/** A day, and whose word it is. */
export interface Step {
  readonly on: Day;
  readonly source: FactSource;
}

/** A stretch of time, its end not included; OPEN while it lasts. */
interface Span {
  readonly start: Day;
  readonly end: Day;
}

/**
 * A child's way to adoption within one period of care. The plugin's own records come first; where there are none, the
 * statutory return is read: decisions and AD1, placement orders (E1, D1), adoptive placements (A3 to A6), reason E11, E12.
 */
export interface Journey {
  readonly care: Stretch;
  /** Decisions that the child should be placed for adoption, in order of time. */
  readonly decisions: readonly Inside<AdoptionDecision>[];
  /** Times in which there was authority to place. */
  readonly orders: readonly (Span & { readonly source: FactSource })[];
  readonly matches: readonly Inside<AdoptionMatch>[];
  /** Times with adopters. */
  readonly placements: readonly AdoptersPlacement[];
  /** The day of the adoption order. */
  readonly adopted?: Step;
  /** Adopted by, or placed for adoption with, the child's foster carers. */
  readonly byFosterCarers: boolean;
}

export interface AdoptersPlacement extends Span {
  readonly source: FactSource;
  readonly record?: Inside<AdoptivePlacement>;
  /** Start of the foster placement with the same carers, where it became an adoptive one. */
  readonly withCarersSince: Day;
}

const ADOPTED = new Set(['E11', 'E12']);
const PLACED_FOR_ADOPTION = /^A[3-6]$/;
const WITH_FOSTER_CARERS = /^A[35]$/;
const AUTHORITY = /^(E1|D1)$/;

function decisionsIn(child: Child, care: Stretch): Inside<AdoptionDecision>[] {
  const own = child.records(adoptionDecision).filter(({ decided }) => within(decided, care));
  if (own.length > 0) return own;
  return child
    .records(adoptionOutcome)
    .flatMap(({ decided }) => (within(decided, care) ? [{ child: child.id, decided }] : []));
}

/** Runs of consecutive episodes of which something is true. */
function runsOf(child: Child, care: Stretch, holds: (index: number) => boolean): Span[] {
  const runs: { start: Day; end: Day }[] = [];
  child.episodes.forEach((episode, i) => {
    if (episode.start < care.start || episode.start >= care.end || episode.shortBreak || !holds(i)) return;
    const last = runs.at(-1);
    if (last && episode.start <= last.end) last.end = Math.max(last.end, episode.end);
    else runs.push({ start: episode.start, end: episode.end });
  });
  return runs;
}

function ordersIn(child: Child, care: Stretch): Journey['orders'] {
  const own = child
    .records(placementOrder)
    .flatMap(({ granted, ended = OPEN }) =>
      within(granted, care)
        ? [{ start: granted, end: Math.min(ended, care.end), source: 'record' as const }]
        : [],
    );
  if (own.length > 0) return own;
  return runsOf(child, care, (i) => AUTHORITY.test(child.episodes[i]!.legalStatus)).map((run) => ({
    ...run,
    source: 'return' as const,
  }));
}

function placementsIn(child: Child, care: Stretch): AdoptersPlacement[] {
  const since = (start: Day): Day => {
    const open = child.episodeOn(start);
    const fostered = open !== undefined && WITH_FOSTER_CARERS.test(open.placementType);
    return fostered ? Math.max(care.start, child.placementOn(start)?.start ?? start) : start;
  };
  const own = child.records(adoptivePlacement).flatMap((record): AdoptersPlacement[] => {
    const { placed, ended = OPEN } = record;
    if (!within(placed, care)) return [];
    const end = Math.max(placed, Math.min(ended, care.end));
    return [{ start: placed, end, source: 'record', record, withCarersSince: since(placed) }];
  });
  if (own.length > 0) return own;
  return runsOf(child, care, (i) => PLACED_FOR_ADOPTION.test(child.episodes[i]!.placementType)).map(
    (run) => ({
      ...run,
      source: 'return',
      withCarersSince: since(run.start),
    }),
  );
}

function matchesIn(child: Child, care: Stretch): Inside<AdoptionMatch>[] {
  const own = child.records(adoptionMatch).filter(({ matched }) => within(matched, care));
  if (own.length > 0) return own;
  return child
    .records(adoptionOutcome)
    .flatMap(({ matched }) => (within(matched, care) ? [{ child: child.id, matched }] : []));
}

function adoptedFrom(child: Child, care: Stretch): Step | undefined {
  const order = child.records(adoptionOrder).find(({ granted }) => within(granted, care));
  if (order?.granted !== undefined) return { on: order.granted, source: 'record' };
  return care.end !== OPEN && ADOPTED.has(care.lastEpisode.reasonEpisodeCeased)
    ? { on: care.end, source: 'return' }
    : undefined;
}

function journeyIn(child: Child, care: Stretch): Journey | undefined {
  const decisions = decisionsIn(child, care);
  const orders = ordersIn(child, care);
  const placements = placementsIn(child, care);
  const adopted = adoptedFrom(child, care);
  if (decisions.length + orders.length + placements.length === 0 && !adopted) return undefined;
  const outcome = child.records(adoptionOutcome).findLast(({ decided }) => within(decided, care));
  const placementType = placements.map(({ start }) => child.episodeOn(start)?.placementType ?? '');
  return {
    care,
    decisions,
    orders,
    matches: matchesIn(child, care),
    placements,
    ...(adopted ? { adopted } : {}),
    byFosterCarers:
      outcome?.adoptedByFosterCarers ?? placementType.some((type) => WITH_FOSTER_CARERS.test(type)),
  };
}

/** A child's ways to adoption, one for each period of care in which there was a plan, an order or a placement. */
export const journeysOf = oncePerChild((child): readonly Journey[] => {
  const journeys: Journey[] = [];
  for (const care of child.periodsOfCare) {
    const journey = journeyIn(child, care);
    if (journey) journeys.push(journey);
  }
  return journeys;
});

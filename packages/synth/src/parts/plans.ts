import { addMonths, type Child, type Day, type Inside, OPEN, type Stretch } from '@cic/core';
import {
  type PermanencePlan,
  type PermanenceRouteCode,
  type Plan,
  permanencePlan,
  plan,
} from '@cic/core/records';
import type { Random } from '../random/random.ts';
import { partPerChild, type SynthPart } from './part.ts';

const ROUTE_OF_REASON: Readonly<Record<string, PermanenceRouteCode>> = {
  E11: 'adoption',
  E12: 'adoption',
  E41: 'child-arrangements',
  E43: 'special-guardianship',
  E44: 'special-guardianship',
  E45: 'special-guardianship',
  E46: 'special-guardianship',
  E47: 'special-guardianship',
  E48: 'special-guardianship',
  E4A: 'return-home',
  E4B: 'return-home',
  E13: 'return-home',
};

/** The route a child turned out to be on, or is on as far as the placement shows. */
function route(child: Child, { lastEpisode, end }: Stretch): PermanenceRouteCode {
  const known = end === OPEN ? undefined : ROUTE_OF_REASON[lastEpisode.reasonEpisodeCeased];
  if (known) return known;
  if (lastEpisode.legalStatus === 'E1') return 'adoption';
  if (child.ageOn(lastEpisode.start) >= 16) return 'independence';
  if (lastEpisode.placementType.startsWith('U')) return 'long-term-fostering';
  return lastEpisode.placementType === 'P1' ? 'return-home' : 'residential';
}

function* carePlansOf(child: Child, random: Random, from: Day, until: Day): Generator<Inside<Plan>> {
  for (const care of child.periodsOfCare) {
    if (care.end < from) continue;
    const start = care.start + random.int(-3, 10);
    if (start > until || start >= care.end) continue;
    const ended = care.end !== OPEN;
    yield {
      child: child.id,
      kind: 'care',
      start,
      ...(ended ? { end: care.end } : {}),
      agreed: Math.min(until, start + random.int(0, 14)),
      status: ended ? 'ended' : 'agreed',
    };
  }
  for (const placement of child.placements) {
    if (placement.end < from) continue;
    const start = placement.start + random.int(-2, random.chance(0.93) ? 5 : 21);
    if (start > until || start >= placement.end) continue;
    const ended = placement.end !== OPEN;
    yield {
      child: child.id,
      kind: 'placement',
      start,
      ...(ended ? { end: placement.end } : {}),
      status: ended ? 'ended' : 'agreed',
    };
  }
}

function* permanencePlansOf(
  child: Child,
  random: Random,
  from: Day,
  until: Day,
): Generator<Inside<PermanencePlan>> {
  for (const care of child.periodsOfCare) {
    if (care.end < from) continue;
    const decided = addMonths(care.start, random.chance(0.9) ? 4 : 7) - random.int(0, 20);
    if (decided > until || decided >= care.end) continue;
    const ended = care.end !== OPEN;
    const chosen = route(child, care);
    const achieved = ended && care.lastEpisode.reasonEpisodeCeased in ROUTE_OF_REASON;
    yield {
      child: child.id,
      route: chosen,
      start: decided,
      decided,
      reviewNumber: random.chance(0.9) ? 2 : 3,
      ...(ended ? { end: care.end } : {}),
      ...(achieved ? { achieved: care.end } : {}),
      status: ended ? 'ended' : 'agreed',
    };
  }
}

/** Care plans from the start of care, placement plans within five working days (most of them). */
const carePlans = partPerChild('plans', plan, (child, random, { from, until }) =>
  carePlansOf(child, random, from, until),
);
/** The route to permanence, decided by the second review (most of them). */
const permanencePlans = partPerChild('permanence', permanencePlan, (child, random, { from, until }) =>
  permanencePlansOf(child, random, from, until),
);

export const plans: readonly SynthPart[] = [carePlans, permanencePlans];

import { type Child, type Day, type Episode, type Inside, OPEN, type Stretch } from '@cic/core';
import {
  type AdoptionDecision,
  type AdoptionOutcome,
  adoptionDecision,
  adoptionOutcome,
  type LegalStatusOfAdoptersCode,
  type ReasonAdoptionDecisionReversedCode,
  type SexOfAdoptersCode,
} from '@cic/core/records';
import type { Random, Weighted } from '../random/random.ts';
import { partPerChild, type SynthPart } from './part.ts';

/** Adopters: sex and legal status fit (rules 511 to 524). (p) */
const ADOPTERS: Weighted<readonly [SexOfAdoptersCode, LegalStatusOfAdoptersCode]> = [
  [['MF', 'L11'], 62],
  [['MF', 'L3'], 11],
  [['MF', 'L2'], 1],
  [['MM', 'L12'], 6],
  [['MM', 'L4'], 3],
  [['FF', 'L12'], 4],
  [['FF', 'L4'], 2],
  [['F1', 'L0'], 9],
  [['M1', 'L0'], 2],
];

const WHY_REVERSED: Weighted<ReasonAdoptionDecisionReversedCode> = [
  ['RD1', 30],
  ['RD2', 5],
  ['RD3', 45],
  ['RD4', 20],
];

const FOR_ADOPTION = (episode: Episode): boolean =>
  episode.legalStatus === 'E1' || episode.legalStatus === 'D1' || episode.placementType.startsWith('A');
const ADOPTED = new Set(['E11', 'E12']);

interface Plan {
  readonly decided: Day;
  /** The day the plan ended without an adoption; OPEN where it did not. */
  readonly reversed: Day;
  readonly adopted?: Episode;
}

/**
 * The plan for adoption in a period of care, read off its episodes: decided shortly before the placement order, and
 * reversed on the day that order, or the care itself, ends otherwise. Both parts read the same from the same stream.
 */
function planFor(child: Child, care: Stretch, random: Random): Plan | undefined {
  const episodes = child.episodes.filter(({ start }) => start >= care.start && start < care.end);
  const first = episodes.find(FOR_ADOPTION);
  if (!first) return undefined;
  const earliest = Math.max(care.start, first.start - random.int(20, 120));
  const last = episodes.findLast(FOR_ADOPTION)!;
  const adopted = ADOPTED.has(last.reasonEpisodeCeased) ? last : undefined;
  return { decided: earliest, reversed: adopted ? OPEN : last.end, ...(adopted ? { adopted } : {}) };
}

function* plansOf(child: Child, random: Random): Generator<Plan> {
  for (const care of child.periodsOfCare) {
    const plan = planFor(child, care, random.fork(care.start));
    if (plan) yield plan;
  }
}

/** Both parts have one id and so one stream: they tell of the same plan. */
const decisions = partPerChild('adoption', adoptionDecision, function* (child, random): Generator<
  Inside<AdoptionDecision>
> {
  for (const { decided, reversed } of plansOf(child, random)) {
    yield {
      child: child.id,
      decided,
      ...(reversed === OPEN ? {} : { ceased: reversed, reasonCeased: random.weighted(WHY_REVERSED) }),
    };
  }
});

const outcomesOfAdoption = partPerChild('adoption', adoptionOutcome, function* (child, random): Generator<
  Inside<AdoptionOutcome>
> {
  for (const { decided, adopted } of plansOf(child, random)) {
    if (!adopted) continue;
    const placed = child.episodes.find(({ placementType }) => placementType.startsWith('A'))!.start;
    const [sexOfAdopters, legalStatusOfAdopters] = random.weighted(ADOPTERS);
    yield {
      child: child.id,
      decided,
      matched: random.dayBetween(Math.max(decided, placed - 60), placed),
      adoptedByFosterCarers: adopted.placementType === 'A5' || adopted.placementType === 'A3',
      adopters: legalStatusOfAdopters === 'L0' ? 1 : 2,
      sexOfAdopters,
      legalStatusOfAdopters,
    };
  }
});

export const adoption: readonly SynthPart[] = [decisions, outcomesOfAdoption];

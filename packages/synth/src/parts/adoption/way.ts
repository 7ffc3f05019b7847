import { type CareHistory, type Child, type Day, type Inside, OPEN, openOn, type Stretch } from '@cic/core';
import {
  type AdoptionDecision,
  type AdoptionOutcome,
  adoptionDecision,
  adoptionOutcome,
} from '@cic/core/records';
import type { AgencyOfAdoptersCode } from '@cic/plugin-adoption/records';
import { Random } from '../../random/random.ts';
import { madeOf, type PartOptions } from '../part.ts';

/** A stretch of time, its end not included. */
interface Span {
  readonly start: Day;
  readonly end: Day;
}

/** A child's way to adoption in one period of care, read off the episodes and the records of the return. */
export interface Way {
  readonly child: Child;
  readonly care: Stretch;
  readonly decided: Day;
  /** The day the decision was reversed; absent where it was not. */
  readonly reversed?: Day;
  readonly order?: Span;
  readonly matched?: Day;
  readonly placement?: Span;
  readonly adopted?: Day;
  readonly byFosterCarers: boolean;
  readonly agency: AgencyOfAdoptersCode;
  /** The adopters; one household for each child placed. */
  readonly household?: string;
  readonly random: Random;
}

const AGENCY: Readonly<Record<string, AgencyOfAdoptersCode>> = {
  PR1: 'own',
  PR2: 'other-authority',
  PR4: 'voluntary',
  PR5: 'voluntary',
};

/** From the first to the last episode of a kind in a period of care. */
function spanOf(
  child: Child,
  care: Stretch,
  holds: (episode: Child['episodes'][number]) => boolean,
): Span | undefined {
  const found = child.episodes.filter((one) => one.start >= care.start && one.start < care.end && holds(one));
  const first = found[0];
  return first && { start: first.start, end: found.at(-1)!.end };
}

function wayIn(
  child: Child,
  care: Stretch,
  decision: Inside<AdoptionDecision>,
  outcome: Inside<AdoptionOutcome> | undefined,
  random: Random,
): Way {
  const order = spanOf(child, care, ({ legalStatus }) => legalStatus === 'E1' || legalStatus === 'D1');
  const placement = spanOf(child, care, ({ placementType }) => placementType.startsWith('A'));
  const episode = placement && child.episodeOn(placement.start);
  const adopted = /^E1[12]$/.test(care.lastEpisode.reasonEpisodeCeased) ? care.end : undefined;
  const matched =
    outcome?.matched ??
    (placement && random.dayBetween(Math.max(decision.decided, placement.start - 60), placement.start));
  return {
    child,
    care,
    decided: decision.decided,
    ...(decision.ceased === undefined ? {} : { reversed: decision.ceased }),
    ...(order ? { order } : {}),
    ...(matched === undefined ? {} : { matched }),
    ...(placement ? { placement, household: `adopters-${child.id}` } : {}),
    ...(adopted === undefined ? {} : { adopted }),
    byFosterCarers: /^A[35]$/.test(episode?.placementType ?? ''),
    agency: AGENCY[episode?.placementProvider ?? ''] ?? 'own',
    random,
  };
}

/** Every way to adoption of a council's children. The stream depends on nothing but the child, so every part tells of the same one. */
export function waysOf(history: CareHistory, { made }: PartOptions): Way[] {
  const decisions = madeOf<AdoptionDecision>(made, adoptionDecision);
  const outcomes = madeOf<AdoptionOutcome>(made, adoptionOutcome);
  return history.children.flatMap((child) =>
    (decisions.get(child.id) ?? []).flatMap((decision) => {
      const care = child.periodsOfCare.find((one) => openOn(one, decision.decided));
      const outcome = outcomes.get(child.id)?.find(({ decided }) => decided === decision.decided);
      const random = Random.of(`way to adoption ${child.id} ${decision.decided}`);
      return care ? [wayIn(child, care, decision, outcome, random)] : [];
    }),
  );
}

/** A day that is known by the last day of a council; undefined where it lies later. */
export const by = (until: Day, day: Day | undefined): Day | undefined =>
  day === undefined || day === OPEN || day > until ? undefined : day;

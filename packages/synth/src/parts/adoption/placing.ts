import type { Day, Inside } from '@cic/core';
import {
  type AdoptionMatch,
  type AdoptionOrder,
  type AdoptionSupportPlan,
  type AdoptivePlacement,
  adoptionMatch,
  adoptionOrder,
  adoptionSupportPlan,
  adoptivePlacement,
  type EarlyPermanencePlacement,
  earlyPermanencePlacement,
  type FamilyFinding,
  type FamilyTimeAgreement,
  familyFinding,
  familyTimeAgreement,
} from '@cic/plugin-adoption/records';
import type { SynthPart } from '../part.ts';
import { partOfWays, when } from './partOfWays.ts';
import { by, type Way } from './way.ts';

/** The link that led to a match; or, for some of those who still wait, one that is being considered. */
function linksOf(
  { agency, random, started }: Pick<Way, 'agency' | 'random'> & { readonly started: Day },
  match: { readonly household: string; readonly on: Day } | undefined,
  waitsOn: Day | undefined,
): Pick<Inside<FamilyFinding>, 'links'> {
  if (match) {
    const found = Math.max(started, match.on - 30);
    return {
      links: [{ adopters: match.household, origin: agency, found, outcome: 'matched', decided: match.on }],
    };
  }
  if (waitsOn === undefined || !random.chance(0.4)) return {};
  const adopters = `adopters-waiting-${random.int(1, 3)}`;
  return {
    links: [{ adopters, origin: 'own', found: Math.max(started, waitsOn - 9), outcome: 'considered' }],
  };
}

const searches = partOfWays(
  'family finding',
  familyFinding,
  (
    { child, care, decided, matched, reversed, household, agency, random },
    { until },
  ): Inside<FamilyFinding> | undefined => {
    const known = by(until, matched);
    const started = Math.min(decided + random.int(1, 20), known ?? until, (reversed ?? care.end) - 1);
    const ended = known ?? by(until, reversed) ?? by(until, care.end);
    const elsewhere = started + 60;
    return {
      child: child.id,
      started,
      profileMade: started,
      ...when('ended', ended),
      steps: [
        { step: 'own-adopters', on: started },
        ...(agency !== 'own' && elsewhere < (ended ?? until)
          ? [{ step: 'inter-agency' as const, on: elsewhere }]
          : []),
      ],
      ...linksOf(
        { agency, random, started },
        known === undefined || household === undefined ? undefined : { household, on: known },
        ended === undefined ? until : undefined,
      ),
    };
  },
);

const REASONS = ['cultural', 'medical', 'emotional', 'siblings', 'court', 'no-adopters'] as const;

const matches = partOfWays(
  'adoption matches',
  adoptionMatch,
  (
    { child, decided, matched, household, agency, placement, adopted, random },
    { until },
  ): Inside<AdoptionMatch> | undefined => {
    if (matched === undefined || matched > until) return undefined;
    const given = placement && adopted === undefined ? by(until, placement.end) : undefined;
    return {
      child: child.id,
      linked: Math.max(decided, matched - 30),
      panel: Math.max(decided, matched - 9),
      matched,
      ...when('ceased', given),
      ...when('adopters', household),
      agency,
      home:
        agency === 'own'
          ? 'in-area'
          : random.weighted([
              ['near', 70],
              ['in-area', 15],
              ['elsewhere', 15],
            ]),
      ...(agency === 'own' ? {} : { fee: 3_100_000 }),
      ...((placement?.start ?? matched) - decided > 365 ? { reasonOver12Months: random.pick(REASONS) } : {}),
    };
  },
);

const placements = partOfWays(
  'adoptive placements',
  adoptivePlacement,
  ({ child, placement, matched, household, adopted }, { until }): Inside<AdoptivePlacement> | undefined => {
    if (!placement || placement.start > until) return undefined;
    const ended = by(until, placement.end);
    const met = Math.max(matched ?? 0, placement.start - 8);
    return {
      child: child.id,
      ...when('adopters', household),
      introductionsStarted: met,
      introductionsEnded: Math.max(met, placement.start - 1),
      placed: placement.start,
      ...when('ended', ended),
      ...(ended === undefined
        ? {}
        : ended === adopted
          ? { reasonEnded: 'adoption-order' }
          : { reasonEnded: 'disrupted', disruptionMeeting: ended }),
    };
  },
);

const adoptions = partOfWays(
  'adoption orders',
  adoptionOrder,
  ({ child, care, placement, adopted, random }, { until }): Inside<AdoptionOrder> | undefined => {
    const granted = by(until, adopted);
    if (granted === undefined) return undefined;
    const handedOver = by(until, granted + random.int(3, 18));
    return {
      child: child.id,
      applied: Math.max(placement?.start ?? care.start, granted - random.int(60, 150)),
      granted,
      opposed: care.lastEpisode.reasonEpisodeCeased === 'E12',
      ...when('lifeStoryHandedOver', handedOver),
    };
  },
);

const familyTime = partOfWays(
  'family time after adoption',
  familyTimeAgreement,
  ({ child, placement }, { until }): Inside<FamilyTimeAgreement> | undefined => {
    if (!placement || placement.start > until) return undefined;
    return {
      child: child.id,
      kind: 'letterbox',
      with: 'birth-mother',
      agreed: placement.start,
      timesAYear: 1,
    };
  },
);

const supportPlans = partOfWays(
  'adoption support plans',
  adoptionSupportPlan,
  ({ child, matched, placement, random }, { until }): Inside<AdoptionSupportPlan> | undefined => {
    if (!placement || placement.start > until || matched === undefined || !random.chance(0.93))
      return undefined;
    return {
      child: child.id,
      requested: matched,
      assessed: Math.max(matched, Math.min(placement.start, matched + 20)),
      start: placement.start,
      status: 'agreed',
      needs: random.chance(0.5) ? ['attachment'] : ['attachment', 'education'],
      services: [{ service: 'counselling', start: placement.start }],
      reviewDue: placement.start + 365,
    };
  },
);

const early = partOfWays(
  'early permanence',
  earlyPermanencePlacement,
  ({ child, care, agency, household, adopted }, { until }): Inside<EarlyPermanencePlacement> | undefined => {
    const first = child.episodes.find(
      ({ start, placementType }) => start >= care.start && start < care.end && /^U[25]$/.test(placementType),
    );
    if (!first || first.start > until) return undefined;
    return {
      child: child.id,
      kind: 'fostering-for-adoption',
      decided: Math.max(care.start, first.start - 7),
      placed: first.start,
      ...when('ended', by(until, first.end)),
      ...when('adopters', household),
      agency,
      becameAdoptive: adopted !== undefined,
    };
  },
);

/** The search for adopters, the match, the placement, the order, and the support. */
export const placingParts: readonly SynthPart[] = [
  searches,
  matches,
  placements,
  adoptions,
  familyTime,
  supportPlans,
  early,
];

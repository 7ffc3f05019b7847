import type { Inside } from '@cic/core';
import { type LifeStoryWork, lifeStoryWork, type View, view } from '@cic/core/records';
import {
  type AdoptionGuide,
  type AdoptionMedical,
  type AdoptionMeeting,
  type AdoptionProfile,
  adoptionGuide,
  adoptionMedical,
  adoptionMeeting,
  adoptionProfile,
  type CareProceedings,
  careProceedings,
  type PermanenceReport,
  type PlacementOrder,
  permanenceReport,
  placementOrder,
} from '@cic/plugin-adoption/records';
import type { SynthPart } from '../part.ts';
import { partOfWays, when } from './partOfWays.ts';
import { by } from './way.ts';

const proceedings = partOfWays(
  'care proceedings',
  careProceedings,
  ({ child, care, order, random }, { until }): Inside<CareProceedings> | undefined => {
    const concluded = by(until, order?.start);
    const issued = care.start + random.int(1, 10);
    if (issued > until || (order && order.start < issued)) return undefined;
    return {
      child: child.id,
      issued,
      ...when('concluded', concluded),
      ...(concluded === undefined
        ? {}
        : { finalOrder: 'placement-order', extended: concluded - issued > 182 }),
    };
  },
);

const orders = partOfWays(
  'placement orders',
  placementOrder,
  ({ child, order, decided, adopted }, { until }): Inside<PlacementOrder> | undefined => {
    if (!order || order.start > until) return undefined;
    const ended = by(until, order.end);
    return {
      child: child.id,
      authority: child.episodeOn(order.start)!.legalStatus === 'D1' ? 'freeing-order' : 'placement-order',
      applied: Math.max(decided, order.start - 40),
      granted: order.start,
      ...when('ended', ended),
      ...(ended === undefined ? {} : { reasonEnded: ended === adopted ? 'adoption-order' : 'revoked' }),
    };
  },
);

const reports = partOfWays(
  'permanence reports',
  permanenceReport,
  ({ child, care, decided, random }): Inside<PermanenceReport> | undefined => {
    const score = Math.min(98, Math.max(35, Math.round(random.normal(72, 12))));
    const completed = Math.max(care.start, decided - random.int(3, 21));
    return {
      child: child.id,
      due: Math.max(care.start, decided - 5),
      completed,
      score,
      quality:
        score >= 85
          ? 'outstanding'
          : score >= 65
            ? 'good'
            : score >= 50
              ? 'requires-improvement'
              : 'inadequate',
      assessed: completed,
    };
  },
);

const medicals = partOfWays(
  'adoption medicals',
  adoptionMedical,
  ({ child, care, decided, random }): Inside<AdoptionMedical> | undefined => {
    if (!random.chance(0.96)) return undefined;
    const seen = Math.max(care.start, decided - random.int(15, 60));
    return {
      child: child.id,
      seen,
      seenBy: 'Paediatrician',
      advisesPanel: true,
      reported: Math.max(seen, decided - 5),
    };
  },
);

const meetings = partOfWays(
  'adoption meetings',
  adoptionMeeting,
  ({ child, care, decided, agency, random }): Inside<AdoptionMeeting> | undefined => {
    if (!random.chance(0.92)) return undefined;
    return {
      child: child.id,
      kind: 'multi-professionals',
      held: Math.max(care.start, decided - random.int(5, 30)),
      attendees: ['Social worker', 'Paediatrician', 'Family finder'],
      externalPlacementNeeded: agency !== 'own',
    };
  },
);

const guides = partOfWays(
  'adoption guides',
  adoptionGuide,
  ({ child, decided, random }, { until }): Inside<AdoptionGuide> | undefined => {
    const given = by(until, decided + random.int(5, 60));
    if (given === undefined || given >= (child.periodOn(decided)?.end ?? 0) || !random.chance(0.9))
      return undefined;
    return {
      child: child.id,
      given,
      format: child.ageOn(given) < 5 ? 'picture-book' : 'booklet',
      explainedBy: 'Social worker',
    };
  },
);

const NEEDS = ['emotional', 'attachment', 'cultural', 'physical', 'developmental', 'religious'] as const;

const profiles = partOfWays(
  'adoption profiles',
  adoptionProfile,
  ({ child, decided, agency, random }, { until }): Inside<AdoptionProfile> | undefined => {
    if (decided > until) return undefined;
    return {
      child: child.id,
      recorded: decided,
      needs: random.shuffled(NEEDS).slice(0, random.int(1, 3)),
      harderToPlace: random.chance(0.15) ? ['health'] : [],
      externalPlacementNeeded: agency !== 'own',
      externalPlacementIdentified: decided,
      ...(random.chance(0.4) ? { mentalHealthReferral: { referred: decided } } : {}),
    };
  },
);

const views = partOfWays(
  'views on adoption',
  view,
  ({ child, care, decided, random }, { until }): Inside<View> | undefined => {
    const given = by(until, decided + random.int(10, 80));
    if (given === undefined || given >= care.end || child.ageOn(given) < 4) return undefined;
    return {
      child: child.id,
      given,
      about: 'adoption',
      heardBy: random.chance(0.5) ? 'review' : 'direct-work',
    };
  },
);

const lifeStories = partOfWays(
  'life story work',
  lifeStoryWork,
  ({ child, care, decided, adopted, random }, { until }): Inside<LifeStoryWork> | undefined => {
    const start = by(until, decided + random.int(10, 90));
    if (start === undefined || start >= care.end) return undefined;
    const given = by(until, adopted === undefined ? undefined : adopted + random.int(3, 18));
    return {
      child: child.id,
      start,
      ...when('completed', given),
      status: given === undefined ? 'in-progress' : 'given',
    };
  },
);

/** What is on record before a child is placed: proceedings, orders, reports, meetings, needs, views. */
export const preparationParts: readonly SynthPart[] = [
  proceedings,
  orders,
  reports,
  medicals,
  meetings,
  guides,
  profiles,
  views,
  lifeStories,
];

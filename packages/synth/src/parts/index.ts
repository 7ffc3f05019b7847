import { adoption } from './adoption.ts';
import { areas } from './areas.ts';
import { careLeavers } from './careLeavers.ts';
import { liberty } from './liberty.ts';
import { missingEpisodes } from './missing.ts';
import { outcomes } from './outcomes.ts';
import type { SynthPart } from './part.ts';
import { plans } from './plans.ts';
import { previousPermanences } from './previousPermanence.ts';
import { reviews } from './reviews.ts';
import { socialWorkers } from './socialWorkers.ts';
import { visits } from './visits.ts';

/** Generators of the records of core. */
export const coreParts: readonly SynthPart[] = [
  reviews,
  visits,
  socialWorkers,
  missingEpisodes,
  ...plans,
  ...areas,
  outcomes,
  careLeavers,
  ...adoption,
  previousPermanences,
  liberty,
];

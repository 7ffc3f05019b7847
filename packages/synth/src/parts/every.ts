import { adoptionParts } from './adoption/index.ts';
import { educationParts } from './education/index.ts';
import { engagementParts } from './engagement/index.ts';
import { healthParts } from './health/index.ts';
import { coreParts } from './index.ts';
import { leavingCareParts } from './leavingCare/index.ts';
import type { SynthPart } from './part.ts';
import { safeguardingParts } from './safeguarding/index.ts';

/** Generators of the records of core and of every plugin there is: for a council that enables them all. */
export const everyPart: readonly SynthPart[] = [
  ...coreParts,
  ...educationParts,
  ...healthParts,
  ...safeguardingParts,
  ...adoptionParts,
  ...leavingCareParts,
  ...engagementParts,
];

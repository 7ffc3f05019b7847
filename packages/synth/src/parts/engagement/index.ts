import type { SynthPart } from '../part.ts';
import { activityParts } from './activities.ts';
import { childParts } from './children.ts';
import { promiseParts } from './promises.ts';
import { voiceParts } from './voice.ts';

/** Records of the engagement plugin, after core's own: what children take part in and are entitled to, and what came of it. */
export const engagementParts: readonly SynthPart[] = [
  ...childParts,
  ...activityParts,
  ...voiceParts,
  ...promiseParts,
];

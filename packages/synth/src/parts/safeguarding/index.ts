import type { SynthPart } from '../part.ts';
import { concernParts } from './concerns.ts';
import { exploitation } from './exploitation.ts';
import { missingRegister } from './missing.ts';
import { offendingParts } from './offending.ts';
import { placeParts } from './places.ts';

/**
 * Records of the safeguarding plugin, after core's own: they agree with the episodes, and with the missing episodes and
 * convictions of the statutory return that the parts before them made.
 */
export const safeguardingParts: readonly SynthPart[] = [
  missingRegister,
  ...offendingParts,
  exploitation,
  ...concernParts,
  ...placeParts,
];

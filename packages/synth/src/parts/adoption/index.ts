import type { SynthPart } from '../part.ts';
import { placingParts } from './placing.ts';
import { preparationParts } from './preparation.ts';
import { serviceParts } from './service.ts';

/**
 * Records of the adoption plugin, after core's own: they agree with the episodes, with the decisions and the outcomes of
 * adoption (AD1) that the parts before them made.
 */
export const adoptionParts: readonly SynthPart[] = [...preparationParts, ...placingParts, ...serviceParts];

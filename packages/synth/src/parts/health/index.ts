import type { SynthPart } from '../part.ts';
import { assessmentParts } from './assessments.ts';
import { careParts } from './care.ts';
import { checkParts } from './checks.ts';
import { councilParts } from './council.ts';
import { leavingParts } from './leaving.ts';
import { needParts } from './needs.ts';
import { questionnaireParts } from './questionnaires.ts';

/**
 * Records of the health plugin, after core's own: they agree with the health part of the statutory return (OC2), with
 * reviews and with adoption decisions of the parts before them.
 */
export const healthParts: readonly SynthPart[] = [
  ...assessmentParts,
  ...checkParts,
  ...questionnaireParts,
  ...needParts,
  ...careParts,
  ...leavingParts,
  ...councilParts,
];

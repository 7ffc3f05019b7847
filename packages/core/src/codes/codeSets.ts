/** The code sets of core, written from schemas/core/code-sets.json: `codeSets.LS.label('C2')`. */
export { codeSets } from '../generated/codeSets.ts';

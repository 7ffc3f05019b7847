export {
  escalateDispute,
  type NewDispute,
  openDispute,
  resolveDispute,
  type Step,
} from './disputes/workflow.ts';
export { gravestRisk, rankOf, rankOn, risksOn } from './exploitation/levels.ts';
export { type TrainingCoverage, trainedShare, trainingCoverage } from './homes/training.ts';
export {
  type Antecedent,
  antecedentsFor,
  beforeMissing,
  type Pattern,
} from './missing/before.ts';
export { type Missing, missingOf, repeatedlyMissing, type Source } from './missing/episodes.ts';
export { type Return, returnsOf } from './missing/interviews.ts';
export { offendingRatioBands } from './offending/bands.ts';
export { enteredYouthJustice, type OffendingFact, offendingIn } from './offending/outcomes.ts';
export { safeguarding } from './plugin.ts';
export { type SecureStay, secureStaysOf } from './secure/stays.ts';
export { type Vulnerability, vulnerabilitiesOf } from './vulnerability.ts';

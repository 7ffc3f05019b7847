export type { SyntheticChild } from './council/child.ts';
export type { Place } from './council/geography.ts';
export type { Years } from './council/population.ts';
export { allRecords, councilConfig, type TypedRecords } from './council/records.ts';
export { type CouncilShape, type DistrictShape, SYNTHETIC_COUNCIL } from './council/shape.ts';
export { type SyntheticCouncil, type SynthOptions, synthesise } from './council/synthesise.ts';
export { type FitNote, type FitOptions, fit } from './fit/fit.ts';
export {
  AGE_BANDS,
  type Count,
  type Counts,
  DURATION_BANDS,
  type Groups,
  type Marginals,
  type PlacementGroup,
  type StockTables,
  type YearMarginals,
} from './fit/marginals.ts';
export { marginalsOf } from './fit/measure.ts';
export { adoptionParts } from './parts/adoption/index.ts';
export { educationParts } from './parts/education/index.ts';
export { engagementParts } from './parts/engagement/index.ts';
export { everyPart } from './parts/every.ts';
export { healthParts } from './parts/health/index.ts';
export { coreParts } from './parts/index.ts';
export { leavingCareParts } from './parts/leavingCare/index.ts';
export { type PartOptions, partPerChild, type SynthPart } from './parts/part.ts';
export { safeguardingParts } from './parts/safeguarding/index.ts';
export { Random, type Weighted } from './random/random.ts';
export type { PlantedError } from './returns/errors.ts';
export {
  type ReturnRow,
  type SyntheticReturn,
  type ToReturnsOptions,
  toReturns,
} from './returns/toReturns.ts';

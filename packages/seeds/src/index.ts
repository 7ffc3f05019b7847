export { compareDocument, gridOf } from './compare.ts';
export { type ComparedCell, type Outcome, outcomeOf } from './outcome.ts';
export { asJson, inWords } from './print.ts';
export type {
  Bindings,
  Bound,
  KnownDifference,
  Seed,
  SeedChildren,
  SeedDocument,
  SeedTable,
} from './seed.ts';
export { checkSeed, type DocumentResult, equalCells, lostCells, type Tally, tallyOf } from './tally.ts';

export {
  type AuditedCell,
  type AuditOptions,
  type AuditReport,
  audit,
  type Finding,
  smallestBase,
} from './audit.ts';
export { readCsv, writeCsv } from './csv.ts';
export { asHtml, asText, auditText, noteOf, printedCell, proofText } from './format.ts';
export { bandPercentages } from './methods/banding.ts';
export { type Codes, codeCounts } from './methods/coding.ts';
export { mergeCategories } from './methods/merging.ts';
export { roundCounts, type Treated } from './methods/rounding.ts';
export {
  type Attacker,
  allAttackers,
  type CompletePolicy,
  completePolicy,
  type Policy,
  type PrimaryRule,
  policies,
  type SmallCounts,
} from './policy.ts';
export {
  type Proof,
  type Protected,
  type ProtectOptions,
  type ProvedCell,
  protect,
} from './protect/protect.ts';
export type {
  Cell,
  CellRef,
  CellStatus,
  Link,
  LocalRef,
  PrintedRelation,
  Problem,
  Publication,
  Range,
  Statement,
  Table,
  Totals,
} from './publication.ts';
export { readPublication, together } from './read.ts';
export {
  isReleased,
  type Ledger,
  type LedgerEntry,
  type ReleaseDetails,
  type Released,
  type ReleaseResult,
  release,
} from './release.ts';
export { requirements } from './requirements.ts';
export { loadSolver } from './solve/highs.ts';
export { type Binding, fillSentence, notShown, type Sentence } from './text.ts';

export { type AuditedCell, type AuditOptions, type AuditReport, audit, type Finding, smallestBase } from './audit.ts';
export {
  allAttackers,
  type Attacker,
  type CompletePolicy,
  completePolicy,
  type Policy,
  type PrimaryRule,
  policies,
  type SmallCounts,
} from './policy.ts';
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
export { type Proof, type ProtectOptions, type Protected, type ProvedCell, protect } from './protect/protect.ts';
export { loadSolver } from './solve/highs.ts';

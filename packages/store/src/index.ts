export type { AuditEntry } from './audit/entry.ts';
export type { AuditQuestion } from './audit/search.ts';
export { type AuditHead, type AuditVerification, chainHash } from './audit/verify.ts';
export type { ChangeLine } from './changes.ts';
export type { Connection, Database } from './database/database.ts';
export { startEmbedded } from './database/embedded.ts';
export { createLogin, type MigrateOptions, migrate, type Owner } from './database/migrate.ts';
export type { HistoryKeeper } from './history/keeper.ts';
export { childInput, episodeInput } from './history/load.ts';
export type { ImportResult } from './imports/import.ts';
export { partsOfReturn } from './imports/ofReturn.ts';
export type { ImportInput, ImportPart, ImportPreview, RejectedRecord } from './imports/plan.ts';
export {
  type ErasureReport,
  type RetentionPolicy,
  type RetentionRule,
  statutoryRetention,
} from './keeping/retention.ts';
export type { SubjectAccess } from './keeping/subjectAccess.ts';
export { subjectAccessPage } from './keeping/subjectAccessPage.ts';
export { councilOnly } from './migrations/0001-records.ts';
export type { Migration } from './migrations/migration.ts';
export { duplicatesAmong, type PossibleDuplicate } from './people/duplicates.ts';
export type { Consent } from './people/sharing.ts';
export { type Likeness, likeness, type Person } from './people/similarity.ts';
export { type FaultKind, isRefusal, type Refusal, StoreFault } from './problem.ts';
export type { BrokenGlass } from './protection/breakGlass.ts';
export type { Restriction } from './protection/restrict.ts';
export type { SealedLink } from './protection/seal.ts';
export type { AggregateOptions, AggregateRow } from './records/figures.ts';
export type { AtTime } from './records/known.ts';
export type { Comparison, Filter, Order, Question } from './records/query.ts';
export type { InSight, ListOptions, Page, StoredRecord } from './records/read.ts';
export type { CreateOptions } from './records/write.ts';
export { requirements } from './requirements.ts';
export type { Session } from './session.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';

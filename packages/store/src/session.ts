import type { Asker, SharingAgreement } from '@cic/access';
import type { AuditEntry } from './audit/entry.ts';
import { type AuditQuestion, searchAudit } from './audit/search.ts';
import { type ChangeLine, changesFor } from './changes.ts';
import type { StoreContext } from './context.ts';
import { type Alongside, commitImport, type ImportResult, previewImport, undoAct } from './imports/import.ts';
import type { ImportInput, ImportPreview } from './imports/plan.ts';
import {
  carryOutRetention,
  type ErasureReport,
  eraseChild,
  type RetentionPolicy,
  reportErasure,
  reportRetention,
  statutoryRetention,
} from './keeping/retention.ts';
import { type SubjectAccess, subjectAccess } from './keeping/subjectAccess.ts';
import { type PossibleDuplicate, possibleDuplicates } from './people/duplicates.ts';
import { mergePersons, splitPersons } from './people/merge.ts';
import {
  agreementsInForce,
  type Consent,
  consentOf,
  endAgreement,
  recordConsent,
  signAgreement,
  withdrawConsent,
} from './people/sharing.ts';
import type { Refusal } from './problem.ts';
import { type BrokenGlass, breakGlass, glassToReview, reviewGlass } from './protection/breakGlass.ts';
import { endRestriction, openRestrictions, type Restriction, restrict } from './protection/restrict.ts';
import { openSealedLink, type SealedLink, sealAdoption } from './protection/seal.ts';
import { startAsking } from './records/asking.ts';
import {
  type AggregateOptions,
  type AggregateRow,
  aggregateRecords,
  countRecords,
} from './records/figures.ts';
import type { AtTime } from './records/known.ts';
import {
  childRecord,
  getRecord,
  type InSight,
  type ListOptions,
  listRecords,
  noteFigures,
  type Page,
  recordHistory,
  recordsInSight,
  type StoredRecord,
} from './records/read.ts';
import {
  type CreateOptions,
  createRecord,
  patchRecord,
  removeRecord,
  replaceRecord,
} from './records/write.ts';

type Fields = Readonly<Record<string, unknown>>;
type Answer<T> = Promise<T | Refusal>;

/**
 * The store as one person sees it. Every answer is decided by the policy, leaves out whatever is restricted for them as
 * if it did not exist, and is in the audit before it is given.
 */
export interface Session {
  readonly asker: Asker;
  list(record: string, options?: ListOptions): Answer<Page>;
  get(record: string, id: string, time?: AtTime): Answer<StoredRecord>;
  /** All versions, the first first. */
  history(record: string, id: string): Answer<readonly StoredRecord[]>;
  /** A child's whole record across record types. */
  child(id: string, time?: AtTime): Answer<readonly StoredRecord[]>;
  /** Every record about children the asker may read: what is worked out for them is made of these. */
  inSight(options: InSight): Promise<readonly StoredRecord[]>;
  /** Writes into the audit that the asker is about to be given figures made from the council's history. */
  noteFigures(detail: Readonly<Record<string, unknown>>): Promise<void>;
  count(record: string, options?: Omit<AggregateOptions, 'by'>): Answer<number | null>;
  aggregate(record: string, options?: AggregateOptions): Answer<readonly AggregateRow[]>;
  /** With a key, the same call made again gives the record of the first time. */
  create(record: string, fields: Fields, options?: CreateOptions): Answer<StoredRecord>;
  replace(record: string, id: string, fields: Fields, version: number): Answer<StoredRecord>;
  patch(record: string, id: string, fields: Fields, version: number): Answer<StoredRecord>;
  remove(record: string, id: string, version: number): Answer<StoredRecord>;
  /** Lines of the change feed after a number, of records the asker may read. */
  changes(after: number, limit?: number): Promise<readonly ChangeLine[]>;

  previewImport(input: ImportInput): Answer<ImportPreview>;
  commitImport(input: ImportInput, digest?: string, alongside?: Alongside): Answer<ImportResult>;
  undoImport(act: number): Answer<{ readonly act: number; readonly records: number }>;

  restrictions(): Answer<readonly Restriction[]>;
  restrict(restriction: Parameters<typeof restrict>[1]): Answer<Restriction>;
  endRestriction(id: number): Answer<{ readonly ended: number }>;
  sealAdoption(adoption: Parameters<typeof sealAdoption>[1]): Answer<{ readonly sealed: string }>;
  openSealedLink(child: string): Answer<SealedLink>;
  breakGlass(child: string): Answer<BrokenGlass>;
  glassToReview(): Answer<readonly BrokenGlass[]>;
  reviewGlass(id: number, outcome: string): Answer<BrokenGlass>;

  possibleDuplicates(atLeast?: number): Answer<readonly PossibleDuplicate[]>;
  mergePersons(kept: string, merged: string): ReturnType<typeof mergePersons>;
  splitPersons(act: number): ReturnType<typeof splitPersons>;

  agreements(): Answer<readonly SharingAgreement[]>;
  signAgreement(agreement: SharingAgreement): Answer<SharingAgreement>;
  endAgreement(id: string): Answer<{ readonly ended: string }>;
  recordConsent(consent: Parameters<typeof recordConsent>[1]): Answer<Consent>;
  withdrawConsent(child: string, id: number): Answer<Consent>;
  consentOf(child: string): Answer<readonly Consent[]>;

  subjectAccess(child: string): Answer<SubjectAccess>;
  reportErasure(child: string): Answer<ErasureReport>;
  eraseChild(child: string, digest: string): Answer<ErasureReport>;
  reportRetention(on: string, policy?: RetentionPolicy): Answer<ErasureReport>;
  carryOutRetention(on: string, digest: string, policy?: RetentionPolicy): Answer<ErasureReport>;

  searchAudit(question: AuditQuestion): Answer<readonly AuditEntry[]>;
}

export function sessionOf(
  context: StoreContext,
  asker: Asker,
  onBrokenGlass: (glass: BrokenGlass) => void,
): Session {
  const asking = () => startAsking(context, asker);
  return {
    asker,
    list: async (record, options) => listRecords(await asking(), record, options),
    get: async (record, id, time) => getRecord(await asking(), record, id, time),
    history: async (record, id) => recordHistory(await asking(), record, id),
    child: async (id, time) => childRecord(await asking(), id, time),
    inSight: async (options) => recordsInSight(await asking(), options),
    noteFigures: async (detail) => noteFigures(await asking(), detail),
    count: async (record, options) => countRecords(await asking(), record, options),
    aggregate: async (record, options) => aggregateRecords(await asking(), record, options),
    create: async (record, fields, options) => createRecord(await asking(), record, fields, options),
    replace: async (record, id, fields, version) =>
      replaceRecord(await asking(), record, id, fields, version),
    patch: async (record, id, fields, version) => patchRecord(await asking(), record, id, fields, version),
    remove: async (record, id, version) => removeRecord(await asking(), record, id, version),
    changes: async (after, limit) => changesFor(await asking(), after, limit),
    previewImport: async (input) => previewImport(await asking(), input),
    commitImport: async (input, digest, alongside) => commitImport(await asking(), input, digest, alongside),
    undoImport: async (act) => undoAct(await asking(), act),
    restrictions: async () => openRestrictions(await asking()),
    restrict: async (restriction) => restrict(await asking(), restriction),
    endRestriction: async (id) => endRestriction(await asking(), id),
    sealAdoption: async (adoption) => sealAdoption(await asking(), adoption),
    openSealedLink: async (child) => openSealedLink(await asking(), child),
    breakGlass: async (child) => breakGlass(await asking(), child, onBrokenGlass),
    glassToReview: async () => glassToReview(await asking()),
    reviewGlass: async (id, outcome) => reviewGlass(await asking(), id, outcome),
    possibleDuplicates: async (atLeast) => possibleDuplicates(await asking(), atLeast),
    mergePersons: async (kept, merged) => mergePersons(await asking(), kept, merged),
    splitPersons: async (act) => splitPersons(await asking(), act),
    agreements: async () => agreementsInForce(await asking()),
    signAgreement: async (agreement) => signAgreement(await asking(), agreement),
    endAgreement: async (id) => endAgreement(await asking(), id),
    recordConsent: async (consent) => recordConsent(await asking(), consent),
    withdrawConsent: async (child, id) => withdrawConsent(await asking(), child, id),
    consentOf: async (child) => consentOf(await asking(), child),
    subjectAccess: async (child) => subjectAccess(await asking(), child),
    reportErasure: async (child) => reportErasure(await asking(), child),
    eraseChild: async (child, digest) => eraseChild(await asking(), child, digest),
    reportRetention: async (on, policy = statutoryRetention) => reportRetention(await asking(), policy, on),
    carryOutRetention: async (on, digest, policy = statutoryRetention) =>
      carryOutRetention(await asking(), policy, on, digest),
    searchAudit: async (question) => searchAudit(await asking(), question),
  };
}

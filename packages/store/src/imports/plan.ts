import { createHash } from 'node:crypto';
import { type Problem, type RecordType, validate } from '@cic/core';
import { canonicalJson } from '../audit/entry.ts';
import type { Change } from '../records/act.ts';
import { childrenNamed, rowOf } from '../records/columns.ts';
import { type Existing, type Incoming, pairUp } from './natural.ts';

/** Records of one type to bring in. */
export interface ImportPart {
  readonly type: RecordType<object>;
  readonly records: readonly object[];
  /**
   * The fields the file speaks for; all others stay as they are stored. Left out where the file speaks for the whole
   * record.
   */
  readonly owns?: readonly string[];
  /** Records of the feed that the file no longer has are removed, unless this is false. */
  readonly removes?: boolean;
}

export interface ImportInput {
  /** The series of files it belongs to: 'SSDA903'. What one feed brought, only that feed removes. */
  readonly feed: string;
  readonly parts: readonly ImportPart[];
  /** The days the file speaks for, both included: what lies wholly outside is not removed. */
  readonly covers?: { readonly from: string; readonly until: string };
}

export interface ImportedRecord {
  readonly type: string;
  readonly id: string;
  readonly child: string | null;
}

export interface ChangedRecord extends ImportedRecord {
  readonly fields: readonly string[];
  /** Last changed by somebody else than the feed: the import would write over their work. */
  readonly overHand: boolean;
}

export interface RejectedRecord {
  readonly type: string;
  /** Place in the list of its type, from 1. */
  readonly position: number;
  readonly reason: string;
  readonly problems: readonly Problem[];
}

/** What an import would do, or has done. */
export interface ImportPreview {
  /** Names the plan: a commit that names it does exactly this or nothing. */
  readonly digest: string;
  readonly added: readonly ImportedRecord[];
  readonly changed: readonly ChangedRecord[];
  readonly unchanged: number;
  readonly removed: readonly ImportedRecord[];
  readonly rejected: readonly RejectedRecord[];
}

export interface Plan {
  readonly preview: ImportPreview;
  readonly changes: readonly Change[];
}

/** What a plan is made against. */
export interface Stand {
  /** Current records of the types brought. */
  readonly existing: readonly Existing[];
  /** Versions of removed records, by `type/id`: a record that comes back goes on from there. */
  readonly gone: ReadonlyMap<string, number>;
  /** Children that are stored. */
  readonly children: ReadonlySet<string>;
  /** Children that were found to be somebody else: id → id kept. */
  readonly merged: ReadonlyMap<string, string>;
}

/** A record with the children it names as they are known now, after merges. */
function followMerges(record: unknown, merged: ReadonlyMap<string, string>): unknown {
  if (typeof record !== 'object' || record === null) return record;
  if (Array.isArray(record)) return record.map((item) => followMerges(item, merged));
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      key === 'child' && typeof value === 'string'
        ? (merged.get(value) ?? value)
        : followMerges(value, merged),
    ]),
  );
}

const outside = (record: Existing, covers: ImportInput['covers']): boolean =>
  covers !== undefined &&
  ((record.valid_from !== null && record.valid_from > covers.until) ||
    (record.valid_until !== null && record.valid_until < covers.from));

/** A record of the file over the stored one, where the file speaks for some fields only. */
function merge(
  { owns }: ImportPart,
  record: Incoming['record'],
  existing: Existing | undefined,
): Incoming['record'] {
  if (!owns || !existing) return record;
  const others = Object.entries(existing.data).filter(([field]) => !owns.includes(field));
  return { ...Object.fromEntries(others), ...record };
}

/** Why a record cannot be brought in; undefined where it can. */
function reject(
  part: ImportPart,
  incoming: Incoming,
  known: ReadonlySet<string>,
): RejectedRecord | undefined {
  const tell = (reason: string, problems: readonly Problem[] = []): RejectedRecord => ({
    type: part.type.id,
    position: incoming.index + 1,
    reason,
    problems,
  });
  const problems = validate(part.type, incoming.record);
  if (problems.length > 0) return tell(problems.map(({ message }) => message).join('; '), problems);
  const stranger = [...childrenNamed(incoming.record)].find((child) => !known.has(child));
  return stranger === undefined
    ? undefined
    : tell(`there is no child '${stranger}', neither stored nor in the file: bring the child in too`);
}

function changedFields(before: Existing['data'], after: Existing['data']): string[] {
  return Object.keys({ ...before, ...after }).filter(
    (field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null),
  );
}

/** Compares a file with what is stored. Pure: the same file against the same records gives the same plan. */
export function planImport(
  { feed, parts, covers }: ImportInput,
  { existing, gone, children, merged }: Stand,
): Plan {
  const added: ImportedRecord[] = [];
  const changed: ChangedRecord[] = [];
  const removed: ImportedRecord[] = [];
  const rejected: RejectedRecord[] = [];
  const changes: Change[] = [];
  let unchanged = 0;
  const known = new Set(children);
  for (const { type, records } of parts) {
    if (type.id === 'child') for (const { id } of records as { id: string }[]) known.add(id);
  }
  for (const part of parts) {
    const { type } = part;
    const stored = existing.filter((one) => one.type === type.id);
    const incoming: Incoming[] = [];
    part.records.forEach((raw, index) => {
      const record = followMerges(raw, merged) as Incoming['record'];
      if (type.id === 'child' && merged.has(String(record.id))) return;
      const refused = reject(part, { index, record }, known);
      if (refused) rejected.push(refused);
      else incoming.push({ index, record });
    });
    const matched = new Set<string>();
    for (const { incoming: one, existing: before, id } of pairUp(type, incoming, stored)) {
      if (matched.has(id)) {
        const reason = `the file has the id '${id}' twice; its first record was taken`;
        rejected.push({ type: type.id, position: one.index + 1, reason, problems: [] });
        continue;
      }
      matched.add(id);
      const record = merge(part, one.record, before);
      const row = rowOf(type, id, record);
      const about = { type: type.id, id, child: row.child };
      if (!before) {
        added.push(about);
        changes.push({ ...row, expect: gone.get(`${type.id}/${id}`) ?? 0, feed });
        continue;
      }
      const fields = changedFields(before.data, record);
      if (fields.length === 0) {
        unchanged++;
        continue;
      }
      changed.push({ ...about, fields, overHand: before.feed !== feed });
      changes.push({ ...row, expect: before.version, feed });
    }
    if (part.removes === false) continue;
    for (const one of stored) {
      if (matched.has(one.id) || one.feed !== feed || outside(one, covers)) continue;
      removed.push({ type: one.type, id: one.id, child: one.child });
      changes.push({ ...rowOf(type, one.id, one.data), expect: one.version, feed, deleted: true });
    }
  }
  const digest = createHash('sha256').update(canonicalJson({ feed, changes })).digest('hex');
  return { preview: { digest, added, changed, unchanged, removed, rejected }, changes };
}

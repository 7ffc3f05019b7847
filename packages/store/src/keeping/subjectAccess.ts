import sql from 'sql-template-tag';
import { type AuditEntry, entryOf } from '../audit/entry.ts';
import { withoutPower } from '../powers.ts';
import { isRefusal, type Refusal } from '../problem.ts';
import { seenChild } from '../protection/restrict.ts';
import type { Asking } from '../records/asking.ts';
import { allVersions } from '../records/known.ts';
import { acrossTypes, noSuchRecord, type StoredRecord, stored } from '../records/read.ts';

/** One look into the person's records or one change to them. */
export interface Look {
  /** ISO 8601. */
  readonly at: string;
  readonly action: string;
  /** Roles, never a name. */
  readonly who: readonly string[];
  readonly purpose?: string;
  readonly reason?: string;
  readonly record?: string;
}

/** Everything held on one person, and who looked at it. */
export interface SubjectAccess {
  readonly child: string;
  /** ISO 8601. */
  readonly preparedAt: string;
  /** All versions of all records, by type, the first first. */
  readonly records: readonly StoredRecord[];
  readonly looks: readonly Look[];
}

const ANOTHER = '(another child)';

/** Other children stay out of what a person is given of theirs. */
function onlyThis(value: unknown, child: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => onlyThis(item, child));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'child' && item !== child ? ANOTHER : onlyThis(item, child),
    ]),
  );
}

const look = ({ at, action, roles, purpose, reason, type }: AuditEntry): Look => ({
  at,
  action,
  who: roles ?? [],
  ...(purpose === undefined ? {} : { purpose }),
  ...(reason === undefined ? {} : { reason }),
  ...(type === undefined ? {} : { record: type }),
});

/**
 * All that is held on one person, with every earlier version and every look, for the person themselves.
 * Source: UK GDPR article 15; requirement D-PLN-12.
 */
export async function subjectAccess(asking: Asking, child: string): Promise<SubjectAccess | Refusal> {
  const refused = withoutPower(asking, 'keepsRecords');
  if (refused) return refused;
  const seen = await seenChild(asking, child);
  if (isRefusal(seen)) return seen;
  const { context, asker, moment } = asking;
  const { rows, views } = await acrossTypes(
    asking,
    allVersions,
    sql`(r.child = ${seen} or r.about ? ${seen}::text)`,
  );
  if (rows.length === 0) return noSuchRecord('child', child);
  const looks = await context.database.query<{ entry: string }>(sql`
    select entry from cic.audit
    where council = ${context.council} and children @> ${JSON.stringify([seen])}::jsonb order by seq`);
  await context.auditor.record(
    entryOf(asker, moment, 'subject access', { children: [seen], detail: { records: rows.length } }),
  );
  const records = rows
    .map((row) => stored(views[row.n]!, row))
    .map((one) => ({ ...one, record: onlyThis(one.record, seen) as StoredRecord['record'] }))
    .sort((a, b) =>
      a.type < b.type ? -1 : a.type > b.type ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : a.version - b.version,
    );
  return {
    child: seen,
    preparedAt: moment.toISOString(),
    records,
    looks: looks.map(({ entry }) => look(JSON.parse(entry) as AuditEntry)),
  };
}

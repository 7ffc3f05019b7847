import sql from 'sql-template-tag';
import { type AuditEntry, canonicalJson } from '../audit/entry.ts';
import type { Connection } from '../database/database.ts';
import type { Row } from './columns.ts';

/** What becomes of one record in an act: a new version of it, or its marked deletion. */
export interface Change extends Row {
  /** The version it is now; 0 where there is none yet. Another one, and the whole act fails. */
  readonly expect: number;
  readonly deleted?: boolean;
  readonly feed?: string | null;
}

export interface Act {
  readonly kind: 'write' | 'import' | 'undo' | 'merge' | 'split';
  readonly at: Date;
  readonly by: string;
  readonly reason?: string | undefined;
  /** The series of files an import belongs to: 'SSDA903'. */
  readonly feed?: string;
  /** What an import brought, as a hash. */
  readonly digest?: string;
  readonly undoes?: number;
}

/** A record is not at the version the act was meant for. The act was undone as a whole. */
export class Overtaken extends Error {
  readonly records: readonly { readonly type: string; readonly id: string }[];

  constructor(records: readonly { readonly type: string; readonly id: string }[]) {
    super(`${records.length} of the records have been changed meanwhile`);
    this.name = 'Overtaken';
    this.records = records;
  }
}

const CHUNK = 2000;
const UNIQUE_VIOLATION = '23505';

async function writeChunk(
  connection: Connection,
  council: string,
  act: Act,
  number: number,
  changes: readonly Change[],
): Promise<void> {
  const input = changes.map(({ deleted = false, feed = null, ...change }) => ({ ...change, deleted, feed }));
  const at = act.at.toISOString();
  const written = await connection
    .query<{ type: string; id: string }>(sql`
      with input as (
        select * from jsonb_to_recordset(${JSON.stringify(input)}::jsonb) as i(type text, id text, child text,
          valid_from date, valid_until date, data jsonb, deleted boolean, feed text, expect integer)
      ), before as (
        update cic.record r
        set superseded_at = greatest(${at}::timestamptz, r.recorded_at + interval '1 microsecond')
        from input i
        where r.council = ${council} and r.type = i.type and r.id = i.id and r.version = i.expect
          and r.superseded_at is null
        returning r.type, r.id, r.superseded_at
      )
      insert into cic.record (council, type, id, version, child, valid_from, valid_until, data, deleted, feed,
        recorded_at, recorded_by, act)
      select ${council}, i.type, i.id, i.expect + 1, i.child, i.valid_from, i.valid_until, i.data, i.deleted, i.feed,
        coalesce(b.superseded_at, ${at}::timestamptz), ${act.by}, ${number}
      from input i left join before b on b.type = i.type and b.id = i.id
      where i.expect = 0 or b.id is not null
      returning type, id`)
    .catch((error: { code?: string }) => {
      if (error.code === UNIQUE_VIOLATION) throw new Overtaken(changes.filter(({ expect }) => expect === 0));
      throw error;
    });
  if (written.length === changes.length) return;
  const done = new Set(written.map(({ type, id }) => `${type}/${id}`));
  throw new Overtaken(changes.filter(({ type, id }) => !done.has(`${type}/${id}`)));
}

/**
 * Writes an act: its records, its entry in the audit and its lines in the change feed, all or nothing. To be called in a
 * transaction, as the last thing in it: from here until the commit, other acts of the council wait.
 * @returns the act's number
 * @throws Overtaken when a record is not at the version expected
 */
export async function writeAct(
  connection: Connection,
  council: string,
  act: Act,
  changes: readonly Change[],
  entry: AuditEntry,
): Promise<number> {
  const [row] = await connection.query<{ id: number }>(sql`
    insert into cic.act (council, kind, at, by_user, reason, feed, digest, undoes)
    values (${council}, ${act.kind}, ${act.at.toISOString()}::timestamptz, ${act.by}, ${act.reason ?? null}, ${act.feed ?? null},
      ${act.digest ?? null}, ${act.undoes ?? null})
    returning id`);
  const number = row!.id;
  // One order for everybody, so that two acts on the same records wait for each other and never both.
  const ordered = [...changes].sort((a, b) =>
    a.type < b.type ? -1 : a.type > b.type ? 1 : a.id < b.id ? -1 : 1,
  );
  for (let from = 0; from < ordered.length; from += CHUNK) {
    await writeChunk(connection, council, act, number, ordered.slice(from, from + CHUNK));
  }
  await connection.query(
    sql`select cic.close_act(${council}, ${number}, ${canonicalJson({ ...entry, detail: { ...entry.detail, act: number } })})`,
  );
  return number;
}

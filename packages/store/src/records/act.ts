import { randomUUID } from 'node:crypto';
import sql, { type Sql } from 'sql-template-tag';
import { type AuditEntry, canonicalJson } from '../audit/entry.ts';
import { type Connection, committedSoon, type Database } from '../database/database.ts';
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

/** Records written by one statement at most. */
const CHUNK = 2000;

const UNIQUE_VIOLATION = '23505';
const OVERTAKEN = 'CIC01';

/** What the database says where records are not at the version expected, as {@link Overtaken}. */
function overtakenOf(error: { code?: string; detail?: string }, changes: readonly Change[]): unknown {
  if (error.code === OVERTAKEN) return new Overtaken(JSON.parse(error.detail!));
  return error.code === UNIQUE_VIOLATION
    ? new Overtaken(changes.filter(({ expect }) => expect === 0))
    : error;
}

const jsonOf = (changes: readonly Change[]): string =>
  JSON.stringify(changes.map((change) => ({ deleted: false, ...change })));

/** An entry of the audit before and after the number of its act. */
function halvesOf(entry: AuditEntry): string[] {
  const number = randomUUID();
  return canonicalJson({ ...entry, detail: { ...entry.detail, act: number } }).split(`"${number}"`);
}

/** One order for everybody, so that two acts on the same records wait for each other and never both. */
const inOrder = (changes: readonly Change[]): Change[] =>
  [...changes].sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : a.id < b.id ? -1 : 1));

/** Runs a statement that gives the number of an act. */
async function numberFrom(
  connection: Connection,
  statement: Sql,
  changes: readonly Change[],
): Promise<number> {
  const [row] = await connection.query<{ act: number }>(statement).catch((error) => {
    throw overtakenOf(error, changes);
  });
  return row!.act;
}

/**
 * Writes an act: its records, its entry in the audit and its lines in the change feed, all or nothing. To be called in a
 * transaction, as the last thing in it: from its last statement until the commit, other acts of the council wait.
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
  const about = JSON.stringify(act);
  const number = await numberFrom(
    connection,
    sql`select cic.open_act(${council}, ${about}::jsonb) as act`,
    [],
  );
  const ordered = inOrder(changes);
  for (let from = 0; from < ordered.length; from += CHUNK) {
    const chunk = ordered.slice(from, from + CHUNK);
    const statement = sql`select ${number}::bigint as act
      from cic.write_records(${council}, ${number}, ${about}::jsonb, ${jsonOf(chunk)}::jsonb)`;
    await numberFrom(connection, statement, chunk);
  }
  await connection.query(
    sql`select cic.close_act(${council}, ${number}, ${halvesOf(entry).join(`${number}`)})`,
  );
  return number;
}

/**
 * Writes an act of a few records by one statement, and comes back when it is safe on disk: other acts of the council wait
 * for what the database works, neither for the application nor for the disk.
 * @throws Overtaken when a record is not at the version expected
 */
export async function writeSmallAct(
  database: Database,
  council: string,
  act: Act,
  changes: readonly Change[],
  entry: AuditEntry,
): Promise<void> {
  const statement = sql`select cic.write_act(${council}, ${JSON.stringify(act)}::jsonb, ${jsonOf(inOrder(changes))}::jsonb,
    ${halvesOf(entry)}::text[]) as act where ${committedSoon}`;
  await numberFrom(database, statement, changes);
  await database.kept();
}

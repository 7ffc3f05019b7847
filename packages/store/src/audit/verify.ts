import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Connection } from '../database/database.ts';
import { canonicalJson } from './entry.ts';

/** The end of an audit: note it elsewhere, and a later verification tells whether anything before it was cut off. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export interface AuditVerification {
  readonly whole: boolean;
  readonly entries: number;
  readonly head: AuditHead;
  /** The first entry that is not as it was written, and how that shows. */
  readonly broken?: { readonly seq: number; readonly how: string };
}

interface AuditRow {
  readonly seq: number;
  readonly entry: string;
  readonly previous: string;
  readonly hash: string;
}

const BATCH = 5000;

/** SHA-256 over the hash before it, the council, the number and the entry's canonical JSON. */
export const chainHash = (previous: string, council: string, seq: number, entry: string): string =>
  createHash('sha256').update(`${previous}${council}${seq}${entry}`).digest('hex');

function fault(row: AuditRow, expected: AuditHead, council: string): string | undefined {
  if (row.seq !== expected.seq + 1) return `entries ${expected.seq + 1} to ${row.seq - 1} are missing`;
  if (row.previous !== expected.hash)
    return 'it does not follow the entry before it: that one or this one was changed';
  if (row.hash !== chainHash(row.previous, council, row.seq, row.entry))
    return 'what it says was changed after it was written';
  if (canonicalJson(JSON.parse(row.entry)) !== row.entry)
    return 'it was not written by this store: its JSON is not canonical';
  return undefined;
}

export async function auditHead(connection: Connection, council: string): Promise<AuditHead> {
  const [last] = await connection.query<AuditHead>(
    sql`select seq, hash from cic.audit where council = ${council} order by seq desc limit 1`,
  );
  return last ?? { seq: 0, hash: '' };
}

/**
 * Walks a council's audit from its first entry to its last and recomputes every hash.
 * @param noted a head noted earlier, elsewhere: the chain has to pass through it
 */
export async function verifyAudit(
  connection: Connection,
  council: string,
  noted?: AuditHead,
): Promise<AuditVerification> {
  let head: AuditHead = { seq: 0, hash: '' };
  let entries = 0;
  for (;;) {
    const rows = await connection.query<AuditRow>(
      sql`select seq, entry, previous, hash from cic.audit where council = ${council} and seq > ${head.seq}
        order by seq limit ${BATCH}`,
    );
    for (const row of rows) {
      const how =
        fault(row, head, council) ??
        (row.seq === noted?.seq && row.hash !== noted.hash
          ? 'its hash is not the one noted: the chain was written anew'
          : undefined);
      if (how !== undefined) return { whole: false, entries, head, broken: { seq: row.seq, how } };
      head = { seq: row.seq, hash: row.hash };
      entries++;
    }
    if (rows.length < BATCH) break;
  }
  if (noted && noted.seq > head.seq) {
    const how = `entries ${head.seq + 1} to ${noted.seq} were there when the head was noted and are gone`;
    return { whole: false, entries, head, broken: { seq: head.seq + 1, how } };
  }
  return { whole: true, entries, head };
}

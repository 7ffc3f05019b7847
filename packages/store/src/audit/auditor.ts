import sql from 'sql-template-tag';
import type { Connection } from '../database/database.ts';
import { type AuditEntry, canonicalJson } from './entry.ts';

/** Writes entries of readings. What they tell of is handed out only after `record` has come back. */
export interface Auditor {
  record(entry: AuditEntry): Promise<void>;
}

interface Waiting {
  readonly entry: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Entries that come while others are being written go together with the next batch: the chain has one end, and many
 * readers at once then cost one write, not a queue of them.
 */
export function createAuditor(connection: Connection, council: string): Auditor {
  let waiting: Waiting[] = [];
  let writing = false;

  async function write(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await connection.query(
          sql`insert into cic.audit (council, entry)
            select ${council}, e.entry from unnest(${batch.map(({ entry }) => entry)}::text[]) with ordinality e(entry, n)
            order by e.n`,
        );
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    writing = false;
  }

  return {
    record: (entry) =>
      new Promise((done, failed) => {
        waiting.push({ entry: canonicalJson(entry), done, failed });
        if (!writing) void write();
      }),
  };
}

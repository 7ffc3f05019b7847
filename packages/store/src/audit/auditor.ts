import sql from 'sql-template-tag';
import { committedSoon, type Database } from '../database/database.ts';
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
export function createAuditor(database: Database, council: string): Auditor {
  let waiting: Waiting[] = [];
  let writing = false;

  async function write(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await database.query(
          sql`insert into cic.audit (council, entry)
            select ${council}, e.entry from unnest(${batch.map(({ entry }) => entry)}::text[]) with ordinality e(entry, n)
            where ${committedSoon}
            order by e.n`,
        );
        const kept = database.kept();
        for (const { done, failed } of batch) kept.then(done, failed);
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

import { type Asker, hiddenChildren, type Policy } from '@cic/access';
import type { PGlite } from '@electric-sql/pglite';
import sql from 'sql-template-tag';
import { createAuditor } from './audit/auditor.ts';
import { type AuditHead, type AuditVerification, auditHead, verifyAudit } from './audit/verify.ts';
import { type ChangeLine, changesAfter } from './changes.ts';
import { londonDay, type StoreContext } from './context.ts';
import type { Database } from './database/database.ts';
import { embedded, startEmbedded } from './database/embedded.ts';
import { migrate } from './database/migrate.ts';
import { postgres } from './database/postgres.ts';
import { type HistoryKeeper, keepHistory } from './history/keeper.ts';
import type { Migration } from './migrations/migration.ts';
import type { BrokenGlass } from './protection/breakGlass.ts';
import { type Session, sessionOf } from './session.ts';

export interface StoreOptions {
  /** Id of the council: every row is its. */
  readonly council: string;
  readonly policy: Policy;
  /** 32 to 64 bytes in hexadecimal, kept secret, the same for good: pseudonyms are made with it. */
  readonly pseudonymKey: string;
  /**
   * `postgres://…` with the application's own login; a folder or nothing for the embedded database; or an embedded
   * database that is running already.
   */
  readonly database?: string | PGlite;
  /** Steps of the enabled plugins, for the embedded database, which migrates itself. */
  readonly migrations?: Readonly<Record<string, readonly Migration[]>>;
  /** Connections to PostgreSQL at most. */
  readonly connections?: number;
  /** Milliseconds after which a statement is stopped. */
  readonly statementTimeout?: number;
  readonly clock?: () => Date;
  /** Called whenever somebody has broken the glass: for telling those who have to know. */
  readonly onBrokenGlass?: (glass: BrokenGlass) => void;
}

/** An open store of one council. */
export interface Store {
  readonly council: string;
  readonly policy: Policy;
  readonly kind: Database['kind'];
  /**
   * The council's connection, for tables of the deployment's own (see `councilOnly`). Records are read and written
   * through sessions.
   */
  readonly database: Database;
  /** The store as one person sees it. */
  as(asker: Asker): Session;
  /** Care history of the whole council, for figures that go through disclosure control: it asks nobody's rights. */
  readonly history: HistoryKeeper;
  /** The children who do not exist for an asker: to be left out of every history that is made for them. */
  hiddenFrom(asker: Asker): Promise<ReadonlySet<string>>;
  /** The change feed, for the deployment's own work. */
  changes(after: number, limit?: number): Promise<readonly ChangeLine[]>;
  auditHead(): Promise<AuditHead>;
  verifyAudit(noted?: AuditHead): Promise<AuditVerification>;
  /** Whether the database answers. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

interface Opened {
  readonly database: Database;
  readonly close: () => Promise<void>;
}

async function open(options: StoreOptions): Promise<Opened> {
  const { council, database: where, policy, migrations, connections, statementTimeout } = options;
  if (typeof where === 'string' && /^postgres(ql)?:/.test(where)) {
    const database = postgres({
      url: where,
      council,
      ...(connections === undefined ? {} : { connections }),
      ...(statementTimeout === undefined ? {} : { statementTimeout }),
    });
    return { database, close: () => database.close() };
  }
  const own = typeof where === 'object' ? undefined : await startEmbedded(where);
  const pglite = own ?? (where as PGlite);
  await migrate(pglite, { assignments: policy.assignments, ...(migrations ? { plugins: migrations } : {}) });
  return { database: embedded(pglite, council), close: async () => own?.close() };
}

/**
 * Opens a council's store. The embedded database is brought to this version's shape on the way; PostgreSQL is migrated by
 * its owner beforehand (see `migrate`), because the application's own login may not.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const {
    council,
    policy,
    pseudonymKey,
    clock = () => new Date(),
    onBrokenGlass = () => undefined,
  } = options;
  const { database, close } = await open(options);
  const context: StoreContext = {
    database,
    council,
    policy,
    pseudonymKey,
    auditor: createAuditor(database, council),
    clock,
  };
  return {
    council,
    policy,
    kind: database.kind,
    database,
    as: (asker) => sessionOf(context, asker, onBrokenGlass),
    history: keepHistory(database, council, [...policy.records.values()]),
    async hiddenFrom(asker) {
      const now = clock();
      const circumstances = { council, on: londonDay(now), now: now.toISOString() };
      const [row] = await database.query<{ children: string[] }>(
        sql`select ${hiddenChildren(asker, circumstances)} as children`,
      );
      return new Set(row!.children);
    },
    changes: (after, limit) => changesAfter(context, after, limit),
    auditHead: () => auditHead(database, council),
    verifyAudit: (noted) => verifyAudit(database, council, noted),
    ready: () =>
      database.query(sql`select 1 from cic.record limit 1`).then(
        () => true,
        () => false,
      ),
    close,
  };
}

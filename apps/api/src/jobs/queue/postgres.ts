import { type Connection, StoreFault } from '@cic/store';
import { type ConstructorOptions, type Db, PgBoss } from 'pg-boss';
import { Sql } from 'sql-template-tag';
import { ATTEMPTS } from '../run.ts';
import type { JobQueue } from './queue.ts';

/** The library's own name for the line of jobs. */
const QUEUE = 'jobs';

/** Seconds one attempt may take; then another begins. */
const LONGEST = 3600;

const DAY = 86_400;

/** Milliseconds that running jobs are given to stop. */
const GRACE = 10_000;

/** The schema with the line of one council. */
export const queueSchema = (council: string): string => `cic_jobs_${council.replaceAll('-', '_')}`;

const boss = (options: ConstructorOptions): PgBoss => {
  const made = new PgBoss({ schedule: false, reindex: false, monitorVacuum: false, ...options });
  // A database that is away is looked for again; nothing of it is said where it could be read.
  made.on('error', () => undefined);
  return made;
};

/**
 * Makes the line of a council, or brings it to this version's shape, as the owner of the database. Only logins that may
 * use the council may use its line: there is nothing in it but ids of jobs.
 * @returns whether it was not there yet
 */
export async function prepareQueue(owner: string, council: string): Promise<boolean> {
  const schema = queueSchema(council);
  const own = boss({ connectionString: owner, schema, supervise: false, registerInstance: false, max: 1 });
  await own.start();
  try {
    const options = {
      retryLimit: ATTEMPTS,
      retryDelay: 1,
      retryBackoff: true,
      expireInSeconds: LONGEST,
      deleteAfterSeconds: DAY,
    };
    const there = await own.getQueue(QUEUE);
    await (there ? own.updateQueue(QUEUE, options) : own.createQueue(QUEUE, options));
    const database = own.getDb();
    const { rows } = await database.executeSql(
      `select quote_ident(role_name) as login from cic.council_access where council in ($1, '*')`,
      [council],
    );
    for (const { login } of rows as { login: string }[]) {
      await database.executeSql(`grant usage on schema ${schema} to ${login}`);
      await database.executeSql(
        `grant select, insert, update, delete on all tables in schema ${schema} to ${login}`,
      );
    }
    return !there;
  } finally {
    await own.stop({ graceful: false });
  }
}

/** A transaction of the store as the library takes one: `$1` in its text is a value of ours. */
const within = (connection: Connection): Db => ({
  async executeSql(text, values = []) {
    const parts = text.split(/\$(\d+)/);
    const strings = parts.filter((_, i) => i % 2 === 0);
    const given = parts.filter((_, i) => i % 2 === 1).map((n) => values[Number(n) - 1]);
    return { rows: await connection.query<object>(new Sql(strings, given)) };
  },
});

export interface PostgresQueueOptions {
  /** `postgres://…` with the application's own login. */
  readonly url: string;
  readonly council: string;
  /** Seconds without a sign of life after which a worker's jobs are handed to another; at least 10. */
  readonly deadAfter?: number;
}

/**
 * Jobs in PostgreSQL, by pg-boss: however many processes work on them, each job is had by one at a time.
 * @throws StoreFault where the database was not prepared for it
 */
export async function postgresQueue({
  url,
  council,
  deadAfter = 60,
}: PostgresQueueOptions): Promise<JobQueue> {
  const looks = Math.ceil(deadAfter / 4);
  const line = boss({
    connectionString: url,
    schema: queueSchema(council),
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: looks,
    monitorIntervalSeconds: looks,
    max: 5,
  });
  await line.start().catch((error: Error) => {
    if (!/not installed|requires migrations|permission denied/.test(error.message)) throw error;
    throw new StoreFault(
      'out-of-date',
      `The database has no line of background work for '${council}' of this version: run prepareDatabase as its owner.`,
      false,
    );
  });
  const close = () => line.stop({ graceful: true, timeout: GRACE });
  return {
    async add(id, connection) {
      await line.send(QUEUE, null, { id, heartbeatSeconds: deadAfter, db: within(connection) });
    },
    async remove(id, connection) {
      await line.deleteJob(QUEUE, id, { db: within(connection) });
    },
    added: () => undefined,
    async work(handle, atOnce) {
      const stopping = new AbortController();
      for (let n = 0; n < atOnce; n++) {
        let worker = '';
        worker = await line.work(QUEUE, { pollingIntervalSeconds: 1 }, async ([job]) => {
          // What is in line next is taken at once, not when it is next looked for.
          line.notifyWorker(worker);
          await handle(job!.id, AbortSignal.any([stopping.signal, job!.signal]));
        });
      }
      return async () => {
        stopping.abort();
        await close();
      };
    },
    close,
  };
}

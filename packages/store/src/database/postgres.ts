import pg from 'pg';
import { faultOf } from '../problem.ts';
import { again, type Database, READ_AS } from './database.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, the application's own login: never the owner. */
  readonly url: string;
  readonly council: string;
  /** Connections kept open at most. */
  readonly connections?: number;
  /** Milliseconds after which a statement is stopped. */
  readonly statementTimeout?: number;
}

const types = {
  getTypeParser: ((oid: number, format?: string) =>
    READ_AS[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** A pool whose connections stand in one council from their first moment: no query has to remember it. */
export function openPool({
  url,
  council,
  connections = 10,
  statementTimeout = 30_000,
}: PostgresOptions): pg.Pool {
  if (!/^[a-z0-9-]+$/.test(council)) throw new RangeError(`'${council}' is not the id of a council`);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    options: `-c cic.council=${council} -c timezone=UTC -c statement_timeout=${statementTimeout}`,
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', () => undefined); // an idle connection broke: the pool opens another when it is needed
  return pool;
}

/** PostgreSQL through `pg`. */
export function postgres(options: PostgresOptions): Database {
  const pool = openPool(options);
  return {
    kind: 'postgres',
    council: options.council,
    async query(statement) {
      try {
        return (await pool.query({ text: statement.text, values: statement.values as unknown[] })).rows;
      } catch (error) {
        throw faultOf(error);
      }
    },
    async transaction(work) {
      try {
        return await again(async () => {
          const client = await pool.connect();
          let broken: Error | undefined;
          const heard = (error: Error) => {
            broken = error;
          };
          client.on('error', heard);
          try {
            await client.query('begin');
            const result = await work({
              query: async (statement) =>
                (await client.query({ text: statement.text, values: statement.values as unknown[] })).rows,
            });
            await client.query('commit');
            return result;
          } catch (error) {
            await client.query('rollback').catch((failed: Error) => {
              broken = failed;
            });
            throw error;
          } finally {
            client.off('error', heard);
            client.release(broken);
          }
        });
      } catch (error) {
        throw faultOf(error);
      }
    },
    close: () => pool.end(),
  };
}

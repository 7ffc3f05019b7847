import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { faultOf } from '../problem.ts';
import { again, type Database, keeping, READ_AS } from './database.ts';

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

/**
 * A connection that breaks while nobody waits for it, or while it is being closed, ends nothing: the pool opens another when
 * it is needed. Whoever waits for an answer is told by that.
 */
export function hearBreaks(pool: pg.Pool): pg.Pool {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

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
  hearBreaks(pool);
  return pool;
}

/** So many different statements are kept prepared on each connection; those beyond are planned each time. */
const PREPARED = 500;

/** Statements as the driver takes them, named by their text, so that PostgreSQL plans each once on a connection. */
function preparing(): (statement: Sql) => pg.QueryConfig {
  const names = new Map<string, string>();
  return ({ text, values }) => {
    let name = names.get(text);
    if (name === undefined && names.size < PREPARED) {
      name = `cic_${names.size}`;
      names.set(text, name);
    }
    return { text, values: values as unknown[], ...(name === undefined ? {} : { name }) };
  };
}

/** PostgreSQL through `pg`. */
export function postgres(options: PostgresOptions): Database {
  const pool = openPool(options);
  const prepared = preparing();
  const query: Database['query'] = async (statement) => {
    try {
      return (await again(() => pool.query(prepared(statement)))).rows;
    } catch (error) {
      throw faultOf(error);
    }
  };
  return {
    kind: 'postgres',
    council: options.council,
    query,
    kept: keeping(query),
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
              query: async (statement) => (await client.query(prepared(statement))).rows,
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

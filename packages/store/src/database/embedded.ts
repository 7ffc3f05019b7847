import { PGlite } from '@electric-sql/pglite';
import type { Sql } from 'sql-template-tag';
import { faultOf } from '../problem.ts';
import { again, type Connection, type Database, keeping, READ_AS } from './database.ts';

/** PostgreSQL in the process itself, kept in a folder, or in memory where none is named. One process at a time. */
export const startEmbedded = (folder?: string): Promise<PGlite> =>
  PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    parsers: READ_AS as Record<number, (text: string) => unknown>,
  });

/** The embedded database as one council's. Several councils may share one, and see nothing of each other. */
export function embedded(pglite: PGlite, council: string): Database {
  const transaction = async <R>(work: (connection: Connection) => Promise<R>): Promise<R> => {
    try {
      return await again(() =>
        pglite.transaction(async (tx) => {
          await tx.query('set local role cic_app');
          await tx.query("select set_config('cic.council', $1, true), set_config('timezone', 'UTC', true)", [
            council,
          ]);
          return work({
            query: async <Row extends object>(statement: Sql) =>
              (await tx.query<Row>(statement.text, statement.values as unknown[])).rows,
          });
        }),
      );
    } catch (error) {
      throw faultOf(error);
    }
  };
  const query: Database['query'] = (statement) => transaction((connection) => connection.query(statement));
  return {
    kind: 'embedded',
    council,
    transaction,
    query,
    kept: keeping(query),
    close: async () => undefined, // whoever started it closes it
  };
}

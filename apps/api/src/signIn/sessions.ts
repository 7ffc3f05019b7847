import { createHash, randomBytes } from 'node:crypto';
import type { Asker } from '@cic/access';
import { councilOnly, type Migration, type Store } from '@cic/store';
import sql from 'sql-template-tag';

/** Somebody's session in a browser. */
export interface PageSession {
  readonly asker: Asker;
  /** The token by which the provider knows whom to sign out. */
  readonly idToken: string;
}

/** How long a session lasts, in minutes. */
export interface SessionLimits {
  /** Since the last request: 30 where left out. */
  readonly idle?: number;
  /** Since signing in: 600 where left out. */
  readonly most?: number;
}

export const sessionMigration: Migration = {
  name: '0004-page-sessions',
  statements: [
    `create table cic.page_session (
      council text not null,
      id text not null,
      asker jsonb not null,
      id_token text not null,
      began_at timestamptz not null default now(),
      seen_at timestamptz not null default now(),
      primary key (council, id)
    )`,
    ...councilOnly('cic.page_session'),
    'grant select, insert, delete on cic.page_session to cic_app',
    'grant update (seen_at) on cic.page_session to cic_app',
  ],
};

/** Only the hash is kept: whoever reads the database cannot be anybody. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

type Shelf = Pick<Store, 'database' | 'council'>;

/** Sessions in the database: every process knows them, and a session that was ended is ended everywhere. */
export function sessionsIn({ database, council }: Shelf, { idle = 30, most = 600 }: SessionLimits = {}) {
  const alive = sql`seen_at > now() - make_interval(mins => ${idle}::int)
    and began_at > now() - make_interval(mins => ${most}::int)`;
  return {
    /** A new session. @returns the secret that its browser keeps */
    async begin(asker: Asker, idToken: string): Promise<string> {
      const secret = randomBytes(32).toString('base64url');
      await database.query(sql`
        delete from cic.page_session where council = ${council} and not (${alive})`);
      await database.query(sql`
        insert into cic.page_session (council, id, asker, id_token)
        values (${council}, ${hashOf(secret)}, ${JSON.stringify(asker)}::jsonb, ${idToken})`);
      return secret;
    },
    /** The session of a secret, from now on seen; undefined where there is none, or none any more. */
    async find(secret: string): Promise<PageSession | undefined> {
      const [row] = await database.query<{ asker: Asker; id_token: string }>(sql`
        update cic.page_session set seen_at = now()
        where council = ${council} and id = ${hashOf(secret)} and ${alive}
        returning asker, id_token`);
      return row && { asker: row.asker, idToken: row.id_token };
    },
    /** Ends a session everywhere. @returns what it was */
    async end(secret: string): Promise<PageSession | undefined> {
      const [row] = await database.query<{ asker: Asker; id_token: string }>(sql`
        delete from cic.page_session where council = ${council} and id = ${hashOf(secret)}
        returning asker, id_token`);
      return row && { asker: row.asker, idToken: row.id_token };
    },
  };
}

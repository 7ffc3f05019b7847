import type { Assignment } from '@cic/access';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { Migrator, type Migration as Step } from 'kysely/migration';
import pg from 'pg';
import { storeMigrations } from '../migrations/index.ts';
import type { Migration } from '../migrations/migration.ts';
import { faultOf } from '../problem.ts';
import { hearBreaks } from './postgres.ts';

/** The database as its owner: a URL, or the embedded database. */
export type Owner = string | PGlite;

export interface MigrateOptions {
  /** Steps of enabled plugins, by plugin: each plugin's are counted on their own, so one may come and go at any time. */
  readonly plugins?: Readonly<Record<string, readonly Migration[]>>;
  /** What ties workers, teams and establishments to children: from the council's policy. */
  readonly assignments?: readonly Assignment[];
  /** For tests: the last of the store's own steps to take. */
  readonly upTo?: string;
}

const provider = (steps: readonly Migration[]) => ({
  getMigrations: async (): Promise<Record<string, Step>> =>
    Object.fromEntries(
      steps.map(({ name, statements }) => [
        name,
        {
          up: async (database) => {
            for (const statement of statements) await sql.raw(statement).execute(database);
          },
        },
      ]),
    ),
});

async function run(
  database: Kysely<unknown>,
  id: string,
  steps: readonly Migration[],
  upTo?: string,
): Promise<string[]> {
  const migrator = new Migrator({
    db: database,
    provider: provider(steps),
    migrationTableSchema: 'cic_migrations',
    migrationTableName: id.replaceAll('-', '_'),
    migrationLockTableName: `${id.replaceAll('-', '_')}_lock`,
  });
  const { error, results = [] } = await (upTo === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(upTo));
  if (error) throw faultOf(error);
  return results.map(({ migrationName }) => `${id}/${migrationName}`);
}

/**
 * Brings a database to this version's shape, from empty or from any earlier version, and sets what ties workers to
 * children. Forward only; a database of a later version is refused. Run as the owner.
 * @returns the steps taken: none where there was nothing to do
 */
export async function migrate(owner: Owner, options: MigrateOptions = {}): Promise<string[]> {
  const dialect =
    typeof owner === 'string'
      ? new PostgresDialect({ pool: hearBreaks(new pg.Pool({ connectionString: owner, max: 2 })) })
      : new PGliteDialect({ pglite: owner });
  const database = new Kysely<unknown>({ dialect });
  try {
    const taken = await run(database, 'store', storeMigrations, options.upTo);
    for (const [plugin, steps] of Object.entries(options.plugins ?? {})) {
      taken.push(...(await run(database, `plugin-${plugin}`, steps)));
    }
    if (options.upTo === undefined) {
      const sources = (options.assignments ?? []).map(({ record, property, kind, lasts }) => ({
        type: record,
        property,
        kind,
        latest: lasts === 'latest',
      }));
      await sql`select cic.set_assignment_sources(${JSON.stringify(sources)}::jsonb)`.execute(database);
      if (typeof owner !== 'string') {
        await sql`insert into cic.council_access values ('cic_app', '*') on conflict do nothing`.execute(
          database,
        );
      }
    }
    return taken;
  } finally {
    if (typeof owner === 'string') await database.destroy();
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Makes a login for the application that may use some councils and nothing else. Run as an owner who may create roles.
 * @throws RangeError for a name that is no plain identifier
 */
export async function createLogin(
  owner: string,
  login: { readonly name: string; readonly password?: string; readonly councils: readonly string[] },
): Promise<void> {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(login.name))
    throw new RangeError(`'${login.name}' is not a name for a login`);
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query('begin');
    const password = login.password === undefined ? '' : ` password ${client.escapeLiteral(login.password)}`;
    await client.query(
      `create role ${quoted(login.name)} login nosuperuser nobypassrls nocreatedb nocreaterole${password} in role cic_app`,
    );
    await client.query(
      'insert into cic.council_access select $1, unnest($2::text[]) on conflict do nothing',
      [login.name, login.councils],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw faultOf(error);
  } finally {
    await client.end();
  }
}

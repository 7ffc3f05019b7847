import { randomBytes } from 'node:crypto';
import { type Asker, type Policy, policyOf } from '@cic/access';
import { aCouncil } from '@cic/core/testing';
import pg from 'pg';
import { createLogin, migrate } from '../database/migrate.ts';
import { openStore, type Store, type StoreOptions } from '../store.ts';

const ADMIN = process.env.CIC_TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export const KEY = '0f'.repeat(32);

/** The everyday policy: core's records and rules. */
export const everydayPolicy: Policy = policyOf(aCouncil());

/** A database of its own on the PostgreSQL server, with a login for the application. */
export interface TestDatabase {
  readonly name: string;
  /** As the owner, who migrates and dumps. */
  readonly ownerUrl: string;
  /** As the application, allowed 'sample' only. */
  readonly url: string;
  readonly login: string;
  /** As the owner: for looking, and for tampering. */
  readonly owner: pg.Client;
  drop(): Promise<void>;
}

async function admin<R>(work: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: ADMIN });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(
      `These tests need PostgreSQL at ${ADMIN.replace(/:[^:@/]*@/, ':…@')} with a superuser's login, or CIC_TEST_DATABASE_URL that names another.`,
      { cause: error },
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export const urlOf = (database: string, user?: string): string => {
  const url = new URL(ADMIN);
  url.pathname = `/${database}`;
  if (user !== undefined) url.username = user;
  return url.href;
};

/** An empty database. */
export async function createDatabase(): Promise<Omit<TestDatabase, 'login' | 'url'>> {
  const name = `cic_test_${randomBytes(6).toString('hex')}`;
  await admin(async (client) => {
    await client.query(`create database ${name}`);
    await client.query(`alter database ${name} set synchronous_commit = off`);
  });
  const owner = new pg.Client({ connectionString: urlOf(name) });
  await owner.connect();
  return {
    name,
    ownerUrl: urlOf(name),
    owner,
    async drop() {
      await owner.end();
      await admin((client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** A database of this version's shape, and a login that may use the council 'sample'. */
export async function testDatabase(policy = everydayPolicy): Promise<TestDatabase> {
  const created = await createDatabase();
  await migrate(created.ownerUrl, { assignments: policy.assignments });
  const login = `${created.name}_app`;
  await createLogin(created.ownerUrl, { name: login, councils: ['sample'] });
  return {
    ...created,
    login,
    url: urlOf(created.name, login),
    async drop() {
      await created.drop();
      await admin((client) => client.query(`drop role ${login}`));
    },
  };
}

/** A clock that is moved by hand, one second on for every look. */
export interface TestClock {
  (): Date;
  set(moment: string): void;
}

export function testClock(start = '2026-01-05T09:00:00Z'): TestClock {
  let now = Date.parse(start);
  return Object.assign(
    () => {
      now += 1000;
      return new Date(now);
    },
    {
      set(moment: string) {
        now = Date.parse(moment);
      },
    },
  );
}

export const openTestStore = (
  database: StoreOptions['database'],
  more: Partial<StoreOptions> = {},
): Promise<Store> =>
  openStore({
    council: 'sample',
    policy: everydayPolicy,
    pseudonymKey: KEY,
    connections: 4,
    ...(database === undefined ? {} : { database }),
    ...more,
  });

/** People of a council in tests. */
export const askers = {
  records: {
    user: 'records-1',
    roles: ['records-officer'],
    reason: 'keeping the records of the service',
    from: 'test',
  },
  worker: { user: 'worker-1', roles: ['social-worker'], worker: 'SW1', from: 'test' },
  otherWorker: { user: 'worker-2', roles: ['social-worker'], worker: 'SW2', from: 'test' },
  manager: { user: 'manager-1', roles: ['team-manager'], teams: ['team-1'], from: 'test' },
  nurse: { user: 'nurse-1', roles: ['designated-nurse'], from: 'test' },
  analyst: { user: 'analyst-1', roles: ['analyst'], from: 'test' },
  adoption: {
    user: 'adoption-1',
    roles: ['adoption'],
    reason: 'post adoption support was asked for',
    from: 'test',
  },
  auditor: { user: 'auditor-1', roles: ['auditor'], from: 'test' },
  administrator: { user: 'admin-1', roles: ['administrator'], from: 'test' },
  member: { user: 'member-1', roles: ['lead-member'], from: 'test' },
  integrator: { user: 'case-system', roles: ['integrator'], from: 'test' },
} as const satisfies Record<string, Asker>;

/** The value of an answer, or a failed test that says why there is none. */
export function granted<T>(answer: T): Exclude<T, { refused: string }> {
  if (typeof answer === 'object' && answer !== null && 'refused' in answer) {
    throw new Error(`refused: ${JSON.stringify(answer)}`);
  }
  return answer as Exclude<T, { refused: string }>;
}

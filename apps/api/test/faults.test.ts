import { policyOf } from '@cic/access';
import { aCouncil } from '@cic/core/testing';
import { type Store, startEmbedded } from '@cic/store';
import { enterChild, openTestStore } from '@cic/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../src/app.ts';
import { migrations } from '../src/migrations.ts';
import { developmentSignIn } from '../src/signIn/development.ts';
import { people } from '../src/testing/council.ts';

const council = aCouncil();
let pglite: Awaited<ReturnType<typeof startEmbedded>>;
let store: Store;
let api: ReturnType<typeof createApi>;

beforeAll(async () => {
  pglite = await startEmbedded();
  store = await openTestStore(pglite, { policy: policyOf(council), migrations });
  await enterChild(store, 'F1');
  const signIn = developmentSignIn({ people, database: store.kind, environment: undefined });
  api = createApi({ council, store, signIn });
});
afterAll(async () => {
  await store.close();
  await pglite.close();
});

const READ = { headers: { authorization: 'Development records' } };
const WRITE = {
  method: 'POST',
  headers: { ...READ.headers, 'content-type': 'application/json' },
  body: JSON.stringify({ child: 'F1', held: '2025-07-07', visitorRole: 'social-worker' }),
};

/** Asks while the database fails with a code of its own as soon as a table is written to. */
async function askDuring(code: string, table: string, path: string, init: RequestInit) {
  await pglite.exec(`
    create function cic.trouble() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file for F1' using errcode = '${code}'; end $$;
    create trigger trouble before insert on ${table} for each row execute function cic.trouble()`);
  const answer = await api.request(path, init);
  const text = await answer.text();
  await pglite.exec('drop function cic.trouble cascade');
  return { answer, text };
}

describe('a database that cannot do it now', () => {
  it.each([
    ['out of disk space', '53100', null, /run out of disk space.*nothing was written/],
    ['stopped at the statement timeout', '57014', '5', /statement timeout.*nothing was written/],
    ['ended by its operator', '57P01', '5', /cannot be reached/],
  ])('%s is a problem that says so, for writing and for reading', async (_, code, retry, said) => {
    for (const [table, path, init] of [
      ['cic.record', '/records/visit', WRITE],
      ['cic.audit', '/records/child/F1', READ], // what cannot be audited is not given out
    ] as const) {
      const { answer, text } = await askDuring(code, table, path, init);
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('retry-after')]).toEqual([
        503,
        'application/problem+json',
        retry,
      ]);
      expect(JSON.parse(text).detail).toMatch(said);
      expect(text).not.toMatch(/F1|extend file|2012/);
    }
    const visits = await (await api.request('/records/visit', READ)).json();
    expect(visits).toMatchObject({ records: [] });
  });
});

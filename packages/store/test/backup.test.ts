import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../src/store.ts';
import {
  askers,
  createDatabase,
  granted,
  openTestStore,
  type TestDatabase,
  testDatabase,
  urlOf,
} from '../src/testing/database.ts';
import { enterChild } from '../src/testing/people.ts';

const run = promisify(execFile);
let database: TestDatabase;
let restored: Awaited<ReturnType<typeof createDatabase>>;
let store: Store;
let folder: string;

beforeAll(async () => {
  [database, restored] = await Promise.all([testDatabase(), createDatabase()]);
  store = await openTestStore(database.url);
  folder = await mkdtemp(join(tmpdir(), 'cic-backup-'));
});
afterAll(async () => {
  await store.close();
  await restored.drop();
  await database.drop();
  await rm(folder, { recursive: true });
});

it('a dump restored elsewhere has every record with its history, the rules of access and the same audit head', async () => {
  await enterChild(store, 'B1');
  const records = store.as(askers.records);
  granted(await records.patch('child', 'B1', { sex: 'M' }, 1));
  granted(await records.restrict({ child: 'B1', kind: 'restricted', openToUsers: ['records-1'] }));
  const head = await store.auditHead();

  const file = join(folder, 'cic.dump');
  await run('pg_dump', [
    '--format=custom',
    '--schema=cic',
    '--schema=cic_migrations',
    `--file=${file}`,
    database.ownerUrl,
  ]);
  await run('pg_restore', ['--exit-on-error', '--no-owner', `--dbname=${restored.ownerUrl}`, file]);

  const again = await openTestStore(urlOf(restored.name, database.login));
  expect(await again.auditHead()).toEqual(head);
  expect(await again.verifyAudit(head)).toMatchObject({ whole: true, head });
  const versions = granted(await again.as(askers.records).history('child', 'B1'));
  expect(versions.map(({ record }) => record.sex)).toEqual(['F', 'M']);
  expect(await again.as(askers.worker).get('child', 'B1')).toMatchObject({ refused: 'not-found' });
  granted(await again.as(askers.records).patch('child', 'B1', { sex: 'F' }, 2));
  expect((await again.verifyAudit(head)).whole).toBe(true);
  await again.close();
});

import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLogin, migrate } from '../src/database/migrate.ts';
import type { Store } from '../src/store.ts';
import { askers, everydayPolicy, granted, openTestStore } from '../src/testing/database.ts';
import { enterChild } from '../src/testing/people.ts';
import { ownCluster } from './cluster.ts';

let cluster: Awaited<ReturnType<typeof ownCluster>>;
let store: Store;

beforeAll(async () => {
  // The server does not write to disk by itself for ten seconds: what is safe is so because somebody waited for it.
  cluster = await ownCluster({ wal_writer_delay: '10s', shared_buffers: '16MB' });
  const owner = cluster.urlOf('owner');
  await migrate(owner, { assignments: everydayPolicy.assignments });
  await createLogin(owner, { name: 'app', councils: ['sample'] });
  store = await openTestStore(cluster.urlOf('app'));
  await enterChild(store, 'P1');
}, 60_000);
afterAll(async () => {
  await store.close();
  await cluster.drop();
});

async function counted(text: string, values: unknown[] = []): Promise<number> {
  const owner = new pg.Client({ connectionString: cluster.urlOf('owner') });
  await owner.connect();
  const { rows } = await owner.query(text, values);
  await owner.end();
  return rows[0].n;
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

it('a power cut under load takes nothing that was confirmed, nor the audit of anything that was read', async () => {
  const confirmed: string[] = [];
  let reads = 0;
  const faults: unknown[] = [];
  let stop = false;
  const again = async (work: () => Promise<unknown>) => {
    while (!stop) {
      await work().catch(async (error: unknown) => {
        faults.push(error);
        await pause(20);
      });
    }
  };
  const writing = () =>
    again(async () => {
      const visit = { child: 'P1', held: '2025-06-06', visitorRole: 'social-worker' };
      confirmed.push(granted(await store.as(askers.worker).create('visit', visit)).id);
    });
  const reading = () =>
    again(async () => {
      granted(await store.as(askers.nurse).get('child', 'P1'));
      reads++;
    });
  const streams = [writing(), writing(), writing(), reading(), reading()];
  for (let cut = 1; cut <= 3; cut++) {
    const before = { writes: confirmed.length, reads };
    while (confirmed.length < before.writes + 20 || reads < before.reads + 20) await pause(5);
    await cluster.cut();
    await cluster.start();
  }
  stop = true;
  await Promise.all(streams);

  expect(faults.length).toBeGreaterThan(0);
  for (const fault of faults) expect(fault).toMatchObject({ name: 'StoreFault', retry: true });
  const kept = await counted('select count(*)::int as n from cic.record where id = any($1)', [confirmed]);
  expect(kept).toBe(confirmed.length);
  const audited = await counted(
    `select count(*)::int as n from cic.audit where by_user = 'nurse-1' and action = 'read'`,
  );
  expect(audited).toBeGreaterThanOrEqual(reads);
  expect((await store.verifyAudit()).whole).toBe(true);
}, 60_000);

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StoreFault } from '../src/problem.ts';
import type { Store } from '../src/store.ts';
import { askers, granted, openTestStore, type TestDatabase, testDatabase } from '../src/testing/database.ts';
import { enterChild } from '../src/testing/people.ts';

let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await testDatabase();
  store = await openTestStore(database.url);
  await enterChild(store, 'F1');
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const importer = () =>
  spawn(
    process.execPath,
    ['--conditions=@cic/source', new URL('importing.ts', import.meta.url).pathname, database.url, '1500'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

const count = async (table: string, where = 'true'): Promise<number> =>
  (await database.owner.query(`select count(*)::int as n from ${table} where ${where}`)).rows[0].n;

describe('a process killed', () => {
  it('in the middle of an import has applied nothing, and bringing the file in again completes it', async () => {
    const before = {
      records: await count('cic.record'),
      acts: await count('cic.act'),
      audit: await count('cic.audit'),
    };
    // Holding a lock that the import's last step needs makes sure that it is killed with all its rows written.
    const lock = `hashtextextended('cic.audit:sample', 0)`;
    await database.owner.query(`select pg_advisory_lock(${lock})`);
    const killed = importer();
    for (let waiting = false; !waiting; ) {
      const { rows } = await database.owner.query(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`,
      );
      waiting = rows[0].n > 0;
      if (!waiting) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await database.owner.query(`select pg_advisory_unlock(${lock})`);
    expect(await count('cic.record')).toBe(before.records);
    expect({ acts: await count('cic.act'), audit: await count('cic.audit') }).toEqual({
      acts: before.acts,
      audit: before.audit,
    });
    expect((await store.verifyAudit()).whole).toBe(true);

    const again = importer();
    const said: string[] = [];
    again.stdout.on('data', (chunk) => said.push(String(chunk)));
    await once(again, 'exit');
    expect(said.join('')).toContain('done');
    expect(await count('cic.record', `feed = 'big'`)).toBe(4500);
    expect((await store.verifyAudit()).whole).toBe(true);
  });
});

describe('the database', () => {
  const terminate = () =>
    database.owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = $1',
      [database.login],
    );

  it('restarted under a stream of writes loses none that was confirmed, and the store goes on', async () => {
    const worker = store.as(askers.worker);
    const confirmed: string[] = [];
    const faults: unknown[] = [];
    let stop = false;
    const stream = async () => {
      while (!stop) {
        try {
          confirmed.push(
            granted(
              await worker.create('visit', { child: 'F1', held: '2025-06-06', visitorRole: 'social-worker' }),
            ).id,
          );
        } catch (error) {
          faults.push(error);
        }
      }
    };
    const streams = Array.from({ length: 4 }, stream);
    for (let cut = 1; cut <= 3; cut++) {
      while (confirmed.length < cut * 6) await new Promise((resolve) => setTimeout(resolve, 5));
      await terminate();
    }
    while (confirmed.length < 24) await new Promise((resolve) => setTimeout(resolve, 5));
    stop = true;
    await Promise.all(streams);
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults)
      expect(fault).toMatchObject({ name: 'StoreFault', kind: 'unavailable', retry: true });
    const { rows } = await database.owner.query('select id from cic.record where id = any($1)', [confirmed]);
    expect(rows).toHaveLength(confirmed.length);
    expect(new Set(confirmed).size).toBe(confirmed.length);
    expect((await store.verifyAudit()).whole).toBe(true);
    expect(await store.ready()).toBe(true);
  });

  const during = async (trouble: string, work: () => Promise<unknown>): Promise<unknown> => {
    await database.owner.query(`
      create function cic.trouble() returns trigger language plpgsql as $$ begin ${trouble} end $$;
      create trigger trouble before insert on cic.record for each row execute function cic.trouble()`);
    try {
      return await work().catch((error: unknown) => error);
    } finally {
      await database.owner.query('drop function cic.trouble cascade');
    }
  };
  const writing = (from: Store) => () =>
    from.as(askers.worker).create('visit', { child: 'F1', held: '2025-07-07', visitorRole: 'social-worker' });

  it('out of disk space is told in plain words, and nothing is written', async () => {
    const fault = await during(`raise exception 'no space' using errcode = '53100';`, writing(store));
    expect(fault).toBeInstanceOf(StoreFault);
    expect(fault).toMatchObject({
      kind: 'full',
      retry: false,
      message: expect.stringContaining('disk space'),
    });
    expect(await count('cic.record', `data ->> 'held' = '2025-07-07'`)).toBe(0);
  });

  it('slower than the statement timeout is told in plain words, and nothing is written', async () => {
    const impatient = await openTestStore(database.url, { statementTimeout: 200 });
    const fault = await during('perform pg_sleep(5); return new;', writing(impatient));
    expect(fault).toMatchObject({ kind: 'too-slow', retry: true });
    expect(await count('cic.record', `data ->> 'held' = '2025-07-07'`)).toBe(0);
    await impatient.close();
  });

  it('unreachable, with an unknown login or without migrations is told apart', async () => {
    const tries = [
      ['postgres://nobody@127.0.0.1:1/none', 'unavailable'],
      [database.url.replace(database.login, 'nobody_here'), 'denied'],
      [database.ownerUrl.replace(database.name, 'postgres'), 'out-of-date'],
    ] as const;
    for (const [url, kind] of tries) {
      const lost = await openTestStore(url);
      await expect(lost.as(askers.worker).list('child')).rejects.toMatchObject({ name: 'StoreFault', kind });
      expect(await lost.ready()).toBe(false);
      await lost.close();
    }
  });

  it('gives out nothing where the audit cannot be written', async () => {
    await database.owner.query(`
      create function cic.trouble() returns trigger language plpgsql as $$
      begin raise exception 'no space' using errcode = '53100'; end $$;
      create trigger trouble before insert on cic.audit for each row execute function cic.trouble()`);
    await expect(store.as(askers.worker).get('child', 'F1')).rejects.toMatchObject({ kind: 'full' });
    await database.owner.query('drop function cic.trouble cascade');
    expect(granted(await store.as(askers.worker).get('child', 'F1')).id).toBe('F1');
  });

  it('serves two who change one record at once: one wins, the other is told', async () => {
    const made = granted(await writing(store)()) as { id: string };
    const worker = store.as(askers.worker);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => worker.patch('visit', made.id, { notes: `note ${n}` }, 1)),
    );
    expect(answers.filter((answer) => !('refused' in answer))).toHaveLength(1);
    for (const answer of answers) if ('refused' in answer) expect(answer.refused).toBe('conflict');
  });
});

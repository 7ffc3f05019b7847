import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { aCouncil } from '@cic/core/testing';
import { createLogin } from '@cic/store';
import { createDatabase, KEY, urlOf } from '@cic/store/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createServer, prepareDatabase, type RunningServer } from '../src/index.ts';
import { aReturnOf, ended, formOf, until } from '../src/testing/jobs.ts';
import { aProvider } from '../src/testing/provider.ts';
import { noting } from './worker.ts';

const council = aCouncil();
const files = aReturnOf(40);
let database: Awaited<ReturnType<typeof createDatabase>>;
let provider: Awaited<ReturnType<typeof aProvider>>;
let login: string;
let running: RunningServer;
const tokens: Record<string, string> = {};
const workers = new Set<ChildProcess>();

beforeAll(async () => {
  database = await createDatabase();
  login = `${database.name}_app`;
  await prepareDatabase({ council, owner: database.ownerUrl, login: { name: login, password: 'work' } });
  await database.owner.query(`
    create table cic.noted (n integer, process integer);
    create table cic.let_go ();
    grant all on cic.noted, cic.let_go to cic_app`);
  provider = await aProvider();
  tokens.integrator = await provider.tokenFor('case-system', ['integrator']);
  tokens.analyst = await provider.tokenFor('analyst-1', ['analyst']);
  running = await createServer({
    council,
    database: urlOf(database.name, login),
    pseudonymKey: KEY,
    oidc: { issuer: provider.issuer, audience: 'cic' },
    port: 0,
    limits: { perMinute: 1_000_000 },
    jobs: { atOnce: 0, deadAfter: 10, kinds: [noting] },
  });
});
afterEach(() => Promise.all([...workers].map((worker) => stop(worker, 'SIGKILL'))));
afterAll(async () => {
  await running.close();
  provider.close();
  await database.owner.query(`drop owned by ${login}; drop role ${login}`);
  await database.drop();
});

async function startWorker(): Promise<ChildProcess> {
  const worker = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), [urlOf(database.name, login)], {
    execArgv: ['--conditions=@cic/source'],
  });
  workers.add(worker);
  worker.once('exit', () => workers.delete(worker));
  await once(worker, 'message');
  return worker;
}

async function stop(worker: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<unknown> {
  const exit = once(worker, 'exit');
  worker.kill(signal);
  const [code] = await exit;
  return code;
}

async function ask(who: string, path: string, init: RequestInit = {}) {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${tokens[who]}`);
  const answer = await fetch(`${running.url}${path}`, { ...init, headers });
  const text = await answer.text();
  return { status: answer.status, text, body: text === '' ? undefined : JSON.parse(text) };
}
const post = (who: string, parameters: object) =>
  ask(who, '/jobs', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'noting', parameters }),
  });
const end = (who: string, id: string) => ended({ ask } as never, who, id);

async function one<Row extends object>(statement: string, values: unknown[] = []): Promise<Row> {
  return (await database.owner.query(statement, values)).rows[0];
}
const kept = async () => {
  const counts = await one<{ acts: number; records: number; files: number }>(`
    select (select count(*)::int from cic.act) as acts, (select count(*)::int from cic.record) as records,
      (select count(*)::int from cic.job_file) as files`);
  return counts;
};

/** Milliseconds a dead worker's job may wait here: ten seconds without a sign of life, and a busy machine. */
const PATIENCE = 90_000;

describe('workers', { timeout: PATIENCE }, () => {
  it('share what there is to do, and do none of it twice', async () => {
    const [first, second] = [await startWorker(), await startWorker()];
    const made = await Promise.all(Array.from({ length: 20 }, (_, n) => post('analyst', { n })));
    for (const { body } of made) expect((await end('analyst', body.id)).state).toBe('completed');
    const { rows } = await database.owner.query('select n, process from cic.noted order by n');
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(new Set(rows.map(({ process }) => process))).toEqual(new Set([first.pid, second.pid]));
    expect(await Promise.all([first, second].map((one) => stop(one, 'SIGTERM')))).toEqual([0, 0]);
  });

  it('hand back what they have when they are told to end', async () => {
    const first = await startWorker();
    const { body } = await post('analyst', { n: 100, untilLetGo: true });
    const state = async () => (await ask('analyst', `/jobs/${body.id}`)).body.state;
    await until(async () => (await state()) === 'running');
    expect(await stop(first, 'SIGTERM')).toBe(0);
    expect(await state()).toBe('waiting');
    await database.owner.query('insert into cic.let_go default values');
    const second = await startWorker();
    expect((await end('analyst', body.id)).state).toBe('completed');
    const { body: result } = await ask('analyst', `/jobs/${body.id}/result`);
    expect(result.process).toBe(second.pid);
    await stop(second, 'SIGTERM');
  });

  it('that are killed in the middle of an import leave nothing of it, and the next does it once', async () => {
    const preview = await ask('integrator', '/exchanges/ssda903/2026/preview', {
      method: 'POST',
      body: formOf(files),
    });
    const before = await kept();
    const lock = `hashtextextended('cic.audit:${council.id}', 0)`;
    await database.owner.query(`select pg_advisory_lock(${lock})`);
    const first = await startWorker();
    const parameters = { year: 2026, digest: preview.body.digest };
    const upload = () =>
      ask('integrator', '/jobs', {
        method: 'POST',
        headers: { 'idempotency-key': 'the-return-of-2026' },
        body: formOf(files, { kind: 'ssda903-import', parameters }),
      });
    const { body } = await upload();
    // Everything is written and not committed: the import waits for its turn in the audit.
    await until(async () => {
      const { waiting } = await one<{ waiting: number }>(
        `select count(*)::int as waiting from pg_locks where locktype = 'advisory' and not granted`,
      );
      return waiting === 1;
    });
    await stop(first, 'SIGKILL');
    await database.owner.query(`select pg_advisory_unlock(${lock})`);
    expect(await kept()).toEqual({ ...before, files: files.length });
    const second = await startWorker();
    expect(await upload()).toMatchObject({ status: 202, body: { id: body.id } });
    expect((await end('integrator', body.id)).state).toBe('completed');
    const done = {
      acts: before.acts + 1,
      records: before.records + preview.body.added.length,
      files: 0,
    };
    expect(await kept()).toEqual(done);
    expect((await running.store.verifyAudit()).whole).toBe(true);

    // Whoever did it may have been killed before the line knew: then it is handed out again.
    await database.owner.query(
      `update cic_jobs_sample.job set state = 'retry', completed_on = null where id = $1`,
      [body.id],
    );
    const { body: next } = await post('analyst', { n: 101 });
    await end('analyst', next.id);
    const line = await one('select state from cic_jobs_sample.job where id = $1', [body.id]);
    expect(line).toEqual({ state: 'completed' });
    expect((await end('integrator', body.id)).state).toBe('completed');
    expect(await kept()).toEqual(done);
    await stop(second, 'SIGTERM');
  });

  it('know of a job by its id only, and of no other council’s', async () => {
    const { body } = await post('analyst', { n: 102 });
    const line = await one<object>('select data, output from cic_jobs_sample.job where id = $1', [body.id]);
    expect(line).toEqual({ data: null, output: null });
    const other = `${database.name}_other`;
    await createLogin(database.ownerUrl, { name: other, councils: ['other'] });
    await prepareDatabase({ council: aCouncil({ id: 'other' }), owner: database.ownerUrl });
    const stranger = new pg.Client({
      connectionString: urlOf(database.name, other),
      options: '-c cic.council=other',
    });
    await stranger.connect();
    for (const table of ['job', 'job_file']) {
      expect((await stranger.query(`select from cic.${table}`)).rowCount).toBe(0);
    }
    await expect(stranger.query('select from cic_jobs_sample.job')).rejects.toThrow('permission denied');
    expect((await stranger.query('select from cic_jobs_other.job')).rowCount).toBe(0);
    await stranger.end();
    await database.owner.query(`drop owned by ${other}; drop role ${other}`);
    expect((await ask('analyst', `/jobs/${body.id}`, { method: 'DELETE' })).status).toBe(204);
    const left = await database.owner.query('select from cic_jobs_sample.job where id = $1', [body.id]);
    expect(left.rowCount).toBe(0);
  });
});

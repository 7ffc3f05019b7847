import { type AddressInfo, connect, createServer as createProxy, type Socket } from 'node:net';
import { defineCouncil } from '@cic/core';
import { createDatabase, KEY, urlOf } from '@cic/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer, prepareDatabase, type RunningServer } from '../src/index.ts';
import { aProvider } from '../src/testing/provider.ts';

const council = defineCouncil({ id: 'walk', name: 'Walk Council' });
let database: Awaited<ReturnType<typeof createDatabase>>;
let login: string;
let provider: Awaited<ReturnType<typeof aProvider>>;
let running: RunningServer;
let token: string;

beforeAll(async () => {
  database = await createDatabase();
  login = `${database.name}_app`;
  provider = await aProvider();
  token = await provider.tokenFor('officer', ['records-officer']);
});
afterAll(async () => {
  provider.close();
  await database.owner.query(`drop owned by ${login}`);
  await database.owner.query(`drop role ${login}`);
  await database.drop();
});

/** A line to the database that can be cut, as when it is restarted. */
async function wire() {
  const target = new URL(urlOf(database.name, login));
  const at = { port: Number(target.port || 5432), host: target.hostname };
  const open = new Set<Socket>();
  const proxy = createProxy((near) => {
    const far = connect(at);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
    }
  });
  const listen = (port: number) => new Promise<void>((done) => proxy.listen(port, '127.0.0.1', done));
  await listen(0);
  const { port } = proxy.address() as AddressInfo;
  target.host = `127.0.0.1:${port}`;
  return {
    url: target.href,
    async cut() {
      const closed = new Promise((done) => proxy.close(done));
      for (const socket of open) socket.destroy();
      await closed;
    },
    mend: () => listen(port),
  };
}

const start = (url = urlOf(database.name, login)) =>
  createServer({
    council,
    database: url,
    pseudonymKey: KEY,
    oidc: { issuer: provider.issuer, audience: 'cic' },
    port: 0,
  });

describe('a council’s own deployment on PostgreSQL', () => {
  it('is prepared by its owner, once however often', async () => {
    const prepare = () =>
      prepareDatabase({ council, owner: database.ownerUrl, login: { name: login, password: 'walk' } });
    expect(await prepare()).toEqual(expect.arrayContaining(['plugin-api/0001-released', `login ${login}`]));
    expect(await prepare()).toEqual([]);
  });

  it('answers whoever has a token, and nobody else; and finishes what it began before it ends', async () => {
    running = await start();
    const { url } = running;
    expect(await (await fetch(`${url}/ready`)).json()).toEqual({ status: 'ready' });
    const stranger = await fetch(`${url}/records/child`);
    expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="cic"']);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const made = await fetch(`${url}/records/child`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ id: 'W1', dateOfBirth: '2012-05-17', sex: 'F' }),
    });
    expect(made.status).toBe(201);
    const many = Array.from({ length: 20 }, () => fetch(`${url}/records/child`, { headers }));
    await (await many[0]!).text();
    const closing = running.close();
    const answers = await Promise.allSettled(many.map(async (one) => (await one).status));
    await closing;
    for (const answer of answers) if (answer.status === 'fulfilled') expect(answer.value).toBe(200);
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    await expect(fetch(`${url}/ready`)).rejects.toThrow();
  });

  it('says where a child’s record was read from, in an audit that is whole', async () => {
    running = await start();
    const entries = await running.store.as({ user: 'a', roles: ['auditor'] }).searchAudit({ action: 'list' });
    expect(entries).toContainEqual(
      expect.objectContaining({ by: 'officer', from: '127.0.0.1 GET /records/:type' }),
    );
    expect((await running.store.verifyAudit()).whole).toBe(true);
    await running.close();
  });

  it('says so while the database is away, loses nothing that was confirmed, and goes on when it is back', async () => {
    const line = await wire();
    running = await start(line.url);
    const { url } = running;
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${url}/records/child`, { headers })).status).toBe(200);
    await line.cut();
    const away = await fetch(`${url}/records/child`, { headers });
    expect([away.status, away.headers.get('retry-after'), away.headers.get('content-type')]).toEqual([
      503,
      '5',
      'application/problem+json',
    ]);
    expect((await fetch(`${url}/ready`)).status).toBe(503);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    await line.mend();
    const back = await fetch(`${url}/records/child`, { headers });
    expect(((await back.json()) as { records: object[] }).records).toMatchObject([{ id: 'W1', version: 1 }]);
    expect((await running.store.verifyAudit()).whole).toBe(true);
    await running.close();
    await line.cut();
  });

  it('does not start with a provider that is not asked over https', async () => {
    await expect(
      createServer({ council, pseudonymKey: KEY, oidc: { issuer: 'http://login.example', audience: 'cic' } }),
    ).rejects.toThrow('https');
  });
});

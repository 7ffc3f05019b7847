import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSigned } from '@cic/client';
import { granted } from '@cic/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, people, type ServedCouncil } from '../testing/council.ts';
import { deliverNext, keepDelivering, signatureOf } from './deliver.ts';
import { patience } from './subscriptions.ts';

interface Delivery {
  readonly body: string;
  readonly signature: string;
}

let served: ServedCouncil;
let receiver: Server;
let host: string;
let answering = 200;
const deliveries: Delivery[] = [];

beforeAll(async () => {
  receiver = createServer((request, answer) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      if (answering === 200) deliveries.push({ body, signature: String(request.headers['cic-signature']) });
      answer.statusCode = answering;
      answer.end();
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  served = await aServedCouncil({ webhookHosts: [host] });
});
afterAll(async () => {
  receiver.close();
  await served.close();
});

const changes = () =>
  deliveries.flatMap(
    ({ body }) => (JSON.parse(body) as { changes: { seq: number; child?: string; id: string }[] }).changes,
  );

describe('webhooks', () => {
  let made: { id: string; secret: string };

  it('are made by other systems, for hosts the council has named', async () => {
    const post = (who: string, url: string) =>
      served.ask(who, '/webhooks', { method: 'POST', json: { url } });
    for (const url of [
      'https://evil.example/x',
      'http://169.254.169.254/',
      'file:///etc/passwd',
      'x',
      `http://a:b@${host}/`,
    ]) {
      expect((await post('integrator', url)).status).toBe(422);
    }
    expect((await post('worker', `http://${host}/hook`)).status).toBe(403);
    const { status, body } = await post('integrator', `http://${host}/hook`);
    expect(status).toBe(201);
    made = body;
    const list = await served.ask('integrator', '/webhooks');
    expect(list.body.webhooks).toEqual([{ id: made.id, url: `http://${host}/hook`, after: 0, failures: 0 }]);
    expect(list.text).not.toContain(made.secret);
    expect((await served.ask('records', '/webhooks')).body.webhooks).toEqual([]);
    expect((await served.ask('records', `/webhooks/${made.id}`, { method: 'DELETE' })).status).toBe(404);
  });

  it('bring changes signed, in the order of commits, with ids and nothing else', async () => {
    await served.enterChild(served.store, 'T1', { child: { name: { given: 'Zebedee', family: 'Quill' } } });
    expect(await deliverNext(served.store, new Date())).toBe(true);
    expect(await deliverNext(served.store, new Date())).toBe(false);
    const [{ body, signature }] = deliveries as [Delivery];
    const now = Math.floor(Date.now() / 1000);
    expect(await isSigned(made.secret, signature, body, now)).toBe(true);
    expect(await isSigned(made.secret, signature, body.replace('T1', 'T2'), now)).toBe(false);
    expect(await isSigned(made.secret, signature, body, now + 3600)).toBe(false);
    expect(signatureOf('00', 1, 'x')).toMatch(/^t=1,v1=[0-9a-f]{64}$/);
    expect(changes().map(({ child }) => child)).toEqual(['T1', 'T1', 'T1']);
    expect(body).not.toMatch(/Zebedee|2012-03-15/);
    for (const change of changes()) {
      expect(Object.keys(change).sort()).toEqual(['at', 'child', 'id', 'kind', 'seq', 'type', 'version']);
    }
  });

  it('tell nothing of a restricted child', async () => {
    await served.enterChild(served.store, 'HIDDEN');
    const records = served.store.as(people.records!);
    granted(await records.restrict({ child: 'HIDDEN', kind: 'restricted', openToUsers: ['records-1'] }));
    await deliverNext(served.store, new Date());
    expect(JSON.stringify(deliveries)).not.toContain('HIDDEN');
  });

  it('wait for a receiver that is down for an hour, ever more patiently, and then bring everything in order', async () => {
    deliveries.length = 0;
    answering = 503;
    const began = Date.now();
    let tries = 0;
    for (let seconds = 0; seconds < 3600; seconds++) {
      if (seconds === 5) await served.enterChild(served.store, 'T2');
      if (seconds === 1800) await served.enterChild(served.store, 'T3');
      if (await deliverNext(served.store, new Date(began + seconds * 1000))) tries++;
    }
    expect(deliveries).toEqual([]);
    expect(tries).toBeGreaterThan(8);
    expect(tries).toBeLessThan(20);
    answering = 200;
    await deliverNext(served.store, new Date(began + (3600 + patience(20)) * 1000));
    expect(changes().map(({ child }) => child)).toEqual(['T2', 'T2', 'T2', 'T3', 'T3', 'T3']);
    const { body } = await served.ask('integrator', '/webhooks');
    expect(body.webhooks[0].failures).toBe(0);
  });

  it('are delivered in the background until the server ends', async () => {
    deliveries.length = 0;
    await served.store.database.query({
      text: 'update cic.webhook set next_at = now()',
      values: [],
    } as never);
    const stop = keepDelivering(served.store, 5);
    await served.enterChild(served.store, 'T4');
    while (changes().length < 3) await new Promise((done) => setTimeout(done, 5));
    await stop();
    expect(changes().map(({ child }) => child)).toEqual(['T4', 'T4', 'T4']);
  });

  it('end when their system ends them', async () => {
    expect((await served.ask('integrator', `/webhooks/${made.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await served.ask('integrator', '/webhooks')).body.webhooks).toEqual([]);
  });
});

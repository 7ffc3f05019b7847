import { policyOf } from '@cic/access';
import { startEmbedded } from '@cic/store';
import { granted, openTestStore } from '@cic/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../src/app.ts';
import { migrations } from '../src/migrations.ts';
import { developmentSignIn } from '../src/signIn/development.ts';
import { aServedCouncil, people, type ServedCouncil } from '../src/testing/council.ts';

let served: ServedCouncil;
const ask: ServedCouncil['ask'] = (...args) => served.ask(...args);

beforeAll(async () => {
  served = await aServedCouncil();
  for (const id of ['T1', 'T2', 'T3']) {
    await served.enterChild(served.store, id, {
      worker: id === 'T3' ? 'SW2' : 'SW1',
      child: { ethnicity: 'WBRI' },
    });
  }
  await served.enterChild(served.store, 'HIDDEN', { born: '2011-01-01' });
  granted(
    await served.store
      .as(people.records!)
      .restrict({ child: 'HIDDEN', kind: 'restricted', openToUsers: ['records-1'] }),
  );
});
afterAll(() => served.close());

describe('attacks on access', () => {
  it('a row of another council is not there', async () => {
    const pglite = await startEmbedded();
    const { council, store } = served;
    const options = { policy: policyOf(council), migrations };
    const here = await openTestStore(pglite, options);
    const there = await openTestStore(pglite, { ...options, council: 'other' });
    await served.enterChild(there, 'X1');
    const signIn = developmentSignIn({ people, database: store.kind, environment: undefined });
    const api = createApi({ council, store: here, signIn });
    const headers = { authorization: 'Development records' };
    expect((await api.request('/records/child/X1', { headers })).status).toBe(404);
    expect(await (await api.request('/records/child', { headers })).json()).toMatchObject({ records: [] });
    await pglite.close();
  });

  it('another worker’s child, and a restricted one, answer byte for byte like one that does not exist', async () => {
    const paths = (id: string) => [
      `/records/child/${id}`,
      `/records/child/${id}/history`,
      `/records/child?where=id.equal.${id}`,
      `/records/episode?where=child.equal.${id}`,
      `/children/${id}`,
      `/children/${id}/timeline`,
      `/duties?child=${id}`,
      `/duties.ics?child=${id}`,
    ];
    for (const hidden of ['T3', 'HIDDEN']) {
      for (const [i, path] of paths(hidden).entries()) {
        const nobody = paths('NOBODY')[i]!;
        const [real, none] = [await ask('worker', path), await ask('worker', nobody)];
        expect([path, real.status, real.text.replaceAll(hidden, 'NOBODY')]).toEqual([
          path,
          none.status,
          none.text,
        ]);
      }
      const changed = { method: 'PATCH', json: { sex: 'M' }, headers: { 'if-match': '"1"' } };
      const [real, none] = [
        await ask('worker', `/records/child/${hidden}`, changed),
        await ask('worker', '/records/child/NOBODY', changed),
      ];
      expect(real.text.replaceAll(hidden, 'NOBODY')).toBe(none.text);
      const visit = (child: string) => ({
        method: 'POST',
        json: { child, held: '2025-07-01', visitorRole: 'social-worker' },
      });
      const [known, unknown] = [
        await ask('worker', '/records/visit', visit(hidden)),
        await ask('worker', '/records/visit', visit('NOBODY')),
      ];
      expect(known.text.replaceAll(hidden, 'NOBODY')).toBe(unknown.text);
    }
  });

  it('a restricted child is in no list, export, figure, calendar, feed or drill-down of anybody else', async () => {
    for (const who of ['nurse', 'adoption', 'worker', 'auditor']) {
      for (const path of [
        '/records/child',
        '/records/episode',
        '/children',
        '/duties?status=overdue',
        '/duties.ics',
        '/changes',
      ]) {
        for (const accept of ['application/json', 'text/csv', 'application/x-ndjson']) {
          expect((await ask(who, path, { headers: { accept } })).text).not.toContain('HIDDEN');
        }
      }
    }
    const all = await ask('records', '/indicators/children-in-care/value?period=2026');
    const nurse = await ask('nurse', '/indicators/children-in-care/value?period=2026');
    expect([all.body.value, nurse.body.value]).toEqual([4, 3]);
  });

  it('a field that is hidden cannot be filtered or ordered by, and says nothing of itself', async () => {
    const hidden = ['unaccompaniedAsylumSeeking', 'ethnicity'];
    for (const field of hidden) {
      const asked = (name: string) =>
        ask('participation', '/records/child/query', {
          method: 'POST',
          json: { where: [{ field: name, is: 'present', value: true }] },
        });
      const real = await asked(field);
      const none = await asked('noSuchField');
      expect([real.status, real.text.replaceAll(field, 'noSuchField')]).toEqual([422, none.text]);
      const ordered = await ask('nurse', '/records/child?order=noSuchField');
      expect(ordered.status).toBe(422);
    }
  });

  it('a pseudonymous reader is given no name, and cannot look for one', async () => {
    await ask('records', '/records/child', {
      method: 'POST',
      json: { id: 'N1', dateOfBirth: '2013-01-01', sex: 'M', name: { given: 'Zebedee', family: 'Quill' } },
    });
    const search = await ask('analyst', '/records/child/query', {
      method: 'POST',
      json: { search: 'Zebedee' },
    });
    const nothing = await ask('analyst', '/records/child/query', {
      method: 'POST',
      json: { search: 'Nobodyatall' },
    });
    expect(search.text).toBe(nothing.text);
    expect((await ask('analyst', '/records/child')).text).not.toContain('Zebedee');
  });

  it('mass assignment: a writer sets no field they do not see, no id, and no other child', async () => {
    const at = '/records/child/T1';
    for (const json of [
      { id: 'T9' },
      { version: 7 },
      { recordedBy: 'somebody' },
      { __proto__: { sex: 'M' }, constructor: 1 },
    ]) {
      const answer = await ask('worker', at, { method: 'PATCH', json, headers: { 'if-match': '"1"' } });
      expect([JSON.stringify(json), answer.status]).toEqual([JSON.stringify(json), 422]);
    }
    expect(
      (await ask('analyst', at, { method: 'PATCH', json: { sex: 'M' }, headers: { 'if-match': '"1"' } }))
        .status,
    ).toBe(403);
    expect((await ask('nurse', at, { method: 'DELETE', headers: { 'if-match': '"1"' } })).status).toBe(403);
  });
});

describe('attacks on HTTP', () => {
  it('takes no body that is too large, too deep, or holds what are no characters', async () => {
    const post = (body: string) =>
      ask('records', '/records/child', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
    expect((await post(`{"notes":"${'x'.repeat(1_100_000)}"}`)).status).toBe(413);
    expect((await post(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`)).status).toBe(400);
    expect((await post(`${'['.repeat(100_000)}`)).status).toBe(400);
    expect((await post('{"id":"A\\u0000B"}')).status).toBe(400);
    expect((await post('{"id":"\\ud800"}')).status).toBe(400);
    expect((await post('{"id":')).status).toBe(400);
    const form = await ask('records', '/records/child', {
      method: 'POST',
      body: 'id=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.status).toBe(415); // what a page elsewhere could make a browser send
  });

  it('is not slowed by words made to slow a search', async () => {
    const bombs = [
      '(a+)+$'.repeat(50),
      '%'.repeat(1000),
      '_'.repeat(1000),
      '\\'.repeat(999),
      '.*'.repeat(500),
    ];
    for (const search of bombs) {
      const began = process.cpuUsage();
      const { status } = await ask('records', '/records/child/query', { method: 'POST', json: { search } });
      expect([200, 422]).toContain(status);
      expect(process.cpuUsage(began).user).toBeLessThan(5_000_000);
    }
  });

  it.each([
    '/records/child/..%2f..%2fetc%2fpasswd',
    '/records/..%2fchild/T1',
    '/docs/..%2f..%2fpackage.json',
    '/docs/package.json',
    '/records/child/%00',
    '/records/child/%',
    '/records/child/%ff%fe',
    `/records/child/${'x'.repeat(9000)}`,
    '/records/__proto__/T1',
    '/records/constructor',
    '/schemas/..%2f/x/y',
    "/records/child/'%20or%201=1--",
    '/records/child?where=id.equal.%27;drop%20table%20cic.record;--',
    '/records/child?order=id;drop',
    '/records/child?cursor=eyJhIjoxfQ',
    '/records/child?known-on=0000-00-00',
    '/records/child?as-at=2026-02-30',
    '//evil.example/records/child',
    '/records/child?cursor=%F0%9F%92%A9',
  ])('answers %s with what it is: nothing, or a problem', async (path) => {
    const { status, text } = await ask('records', path);
    expect(status).toBeLessThan(500);
    if (status === 200) expect(text).toContain('"records":[]');
    expect(text).not.toMatch(/select |syntax error|node_modules|at Object\./);
  });

  it('lets nobody write headers', async () => {
    const made = await ask('records', '/records/child', {
      method: 'POST',
      json: { id: 'a\r\nSet-Cookie: x=1', dateOfBirth: '2012-01-01', sex: 'F' },
    });
    expect(made.headers.get('set-cookie')).toBeNull();
    if (made.status === 201) expect(made.headers.get('location')).not.toMatch(/[\r\n]/);
    const key = await ask('records', '/records/child', {
      method: 'POST',
      json: {},
      headers: { 'idempotency-key': 'two words' },
    });
    expect(key.status).toBe(400);
  });

  it('sets no cookie, sends nobody elsewhere, and lets no other origin read: no session to fix, ride or leak', async () => {
    for (const path of [
      '/',
      '/docs',
      '/records/child',
      '/children',
      '/nothing',
      '/sign-in?next=https://evil.example',
    ]) {
      const { headers, status } = await ask('records', path, {
        headers: { origin: 'https://evil.example', cookie: 'session=chosen' },
      });
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('location')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(status < 300 || status >= 400).toBe(true);
    }
    const preflight = await ask('records', '/records/child', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('slows down one who asks too often, and no other', async () => {
    const { council, store } = served;
    const signIn = developmentSignIn({ people, database: store.kind, environment: undefined });
    const api = createApi({ council, store, signIn, limits: { perMinute: 5 } });
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) {
      statuses.push(
        (await api.request('/council', { headers: { authorization: 'Development worker' } })).status,
      );
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    expect((await api.request('/council', { headers: { authorization: 'Development nurse' } })).status).toBe(
      200,
    );
  });

  it('says nothing of what went wrong inside', async () => {
    const { council, store } = served;
    const broken = {
      ...store,
      as: (): never => {
        throw new Error('T1 lives at 1 Some Street');
      },
    };
    const signIn = developmentSignIn({ people, database: store.kind, environment: undefined });
    const answer = await createApi({ council, store: broken, signIn }).request('/records/child');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('Street');
  });
});

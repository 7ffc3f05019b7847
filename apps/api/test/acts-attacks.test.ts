import { type Asker, policyOf } from '@cic/access';
import { startEmbedded } from '@cic/store';
import { openTestStore } from '@cic/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../src/app.ts';
import { migrations } from '../src/migrations.ts';
import { developmentSignIn } from '../src/signIn/development.ts';
import { aServedCouncil, people, type ServedCouncil } from '../src/testing/council.ts';

const headers = { 'cic-reason': 'asked for by the head of service' };

let served: ServedCouncil;
beforeAll(async () => {
  served = await aServedCouncil();
  for (const id of ['C1', 'C2']) await served.enterChild(served.store, id);
});
afterAll(() => served.close());

const post = (who: string, path: string, json: object) =>
  served.ask(who, path, { method: 'POST', json, headers });

describe('attacks on whole acts', () => {
  it('numbers tell nothing: what is somebody else’s, what is not there and what is no number answer alike', async () => {
    const { body: glass } = await post('worker', '/broken-glass', { child: 'C1' });
    const { body: made } = await post('records', '/restrictions', {
      child: 'C2',
      kind: 'restricted',
      openToUsers: ['records-1'],
    });
    const said = async (who: string, method: string, path: string, json?: object) => {
      const answer = await served.ask(who, path, { method, headers, ...(json ? { json } : {}) });
      return [answer.status, answer.text.replaceAll(/\d+/g, 'N')];
    };
    const outcome = { outcome: 'needed' };
    for (const id of ['99', '0', '-1', '1e3', '%20', 'x'.repeat(500), '9'.repeat(300)]) {
      expect(await said('adoption', 'DELETE', `/restrictions/${id}`)).toEqual([404, expect.any(String)]);
      expect(await said('worker', 'POST', `/broken-glass/${id}/review`, outcome)).toEqual(
        await said('worker', 'POST', `/broken-glass/${glass.id}/review`, outcome),
      );
    }
    expect(await said('adoption', 'DELETE', `/restrictions/${made.id}`)).toEqual(
      await said('adoption', 'DELETE', '/restrictions/99'),
    );
    expect((await served.ask('records', '/restrictions')).body.restrictions).toMatchObject([{ id: made.id }]);
  });

  it.each([
    ['/restrictions', { child: 'C1', kind: 'restricted' }],
    ['/broken-glass', { child: 'C1' }],
    ['/persons/merges', { kept: 'C1', merged: 'C2' }],
    ['/subject-access', { child: 'C1' }],
    ['/erasures', { child: 'C1', digest: '0'.repeat(64) }],
    ['/consents/query', { child: 'C1' }],
  ])('nobody says at %s who asks, when, until when, or for which council', async (path, wanted) => {
    for (const more of [
      { by: 'somebody' },
      { at: '2020-01-01' },
      { until: '2099-01-01' },
      { council: 'other' },
    ]) {
      const { status, body } = await post('records', path, { ...wanted, ...more });
      expect([status, body.errors?.[0].message]).toEqual([
        422,
        `Unrecognized key: "${Object.keys(more)[0]}"`,
      ]);
    }
  });

  it('a page of what is held runs nothing that was written into a record, and names no file', async () => {
    await post('records', '/records/visit', {
      child: 'C1',
      held: '2025-07-01',
      visitorRole: 'social-worker',
      notes: '<script>alert(1)</script>"><img src=x onerror=alert(1)>',
    });
    const page = await served.ask('records', '/subject-access', {
      method: 'POST',
      json: { child: 'C1' },
      headers: { 'cic-reason': 'asked for <b>today</b>', accept: 'text/html' },
    });
    expect(page.text).toContain('&lt;script&gt;alert(1)');
    expect(page.text).not.toMatch(/<script|<img|<b>/);
    expect(page.headers.get('content-disposition')).toBeNull();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('cache-control')).toBe('no-store');
  });
});

describe('another agency', () => {
  const nurse: Asker = { user: 'nurse-9', roles: [], agency: 'health trust', purpose: 'health' };
  const agreement = {
    id: 'health-trust',
    agency: 'health trust',
    purpose: 'health',
    basis: 'UK GDPR article 6(1)(e)',
    records: [{ record: 'child', fields: ['dateOfBirth'] }],
    children: ['C1'],
    needsConsent: false,
    from: '2026-01-01',
    until: '2026-12-31',
  };

  it('sees the children and fields of its agreement at every route, and nothing once it is ended', async () => {
    const pglite = await startEmbedded();
    const { council, clock } = served;
    const store = await openTestStore(pglite, { clock, policy: policyOf(council), migrations });
    for (const id of ['C1', 'C2']) await served.enterChild(store, id);
    const known = { ...people, nurse9: nurse };
    const signIn = developmentSignIn({ people: known, database: store.kind, environment: undefined });
    const api = createApi({ council, store, signIn });
    const ask = async (who: string, path: string, init: { method?: string; json?: object } = {}) => {
      const { method = 'GET', json } = init;
      const answer = await api.request(path, {
        method,
        headers: {
          ...headers,
          authorization: `Development ${who}`,
          ...(json ? { 'content-type': 'application/json' } : {}),
        },
        ...(json ? { body: JSON.stringify(json) } : {}),
      });
      return { status: answer.status, text: await answer.text() };
    };
    expect((await ask('nurse9', '/records/child')).status).toBe(403);
    expect((await ask('records', '/agreements', { method: 'POST', json: agreement })).status).toBe(201);
    const seen = await ask('nurse9', '/records/child');
    expect(JSON.parse(seen.text).records.map(({ record }: { record: object }) => record)).toEqual([
      { id: 'C1', dateOfBirth: expect.any(String) },
    ]);
    expect((await ask('nurse9', '/records/child/C2')).status).toBe(404);
    for (const path of ['/records/episode', '/restrictions', '/agreements', '/strategies/findings'])
      expect([path, (await ask('nurse9', path)).status]).toEqual([path, 403]);
    await ask('records', '/agreements/health-trust', { method: 'DELETE' });
    expect((await ask('nurse9', '/records/child')).status).toBe(403);
    await pglite.close();
  });
});

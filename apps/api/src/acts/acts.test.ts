import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, type ServedCouncil } from '../testing/council.ts';

let served: ServedCouncil;
beforeAll(async () => {
  served = await aServedCouncil();
  for (const id of ['C1', 'C2', 'C3', 'C4']) await served.enterChild(served.store, id);
});
afterAll(() => served.close());

const REASON = 'as the head of service asked in writing';

const post = (who: string, path: string, json: object, reason: string | null = REASON) =>
  served.ask(who, path, {
    method: 'POST',
    json,
    ...(reason === null ? {} : { headers: { 'cic-reason': reason } }),
  });
const remove = (who: string, path: string) =>
  served.ask(who, path, { method: 'DELETE', headers: { 'cic-reason': REASON } });

describe('a restriction', () => {
  it('is made with a reason, hides the child from everybody else, is listed and ended', async () => {
    const wanted = { child: 'C1', kind: 'restricted', openToUsers: ['records-1'] };
    expect((await post('worker', '/restrictions', wanted)).status).toBe(403);
    expect((await post('records', '/restrictions', { ...wanted, child: 'nobody' })).status).toBe(404);
    const { status, body } = await post('records', '/restrictions', wanted);
    expect([status, body.kind]).toEqual([201, 'restricted']);
    expect((await served.ask('worker', '/records/child/C1')).status).toBe(404);
    const { body: listed } = await served.ask('records', '/restrictions');
    expect(listed.restrictions).toMatchObject([{ id: body.id, child: 'C1', openToUsers: ['records-1'] }]);
    expect((await served.ask('adoption', '/restrictions')).body).toEqual({ restrictions: [] });
    expect((await remove('adoption', `/restrictions/${body.id}`)).status).toBe(404);
    expect((await remove('records', `/restrictions/${body.id}`)).body).toEqual({ ended: body.id });
    expect((await served.ask('worker', '/records/child/C1')).status).toBe(200);
  });

  it('is refused by field where it is wrong', async () => {
    const { status, body } = await post('records', '/restrictions', { child: '', kind: 'sealed', by: 'me' });
    expect(status).toBe(422);
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual(['', 'child', 'kind']);
    expect((await remove('records', '/restrictions/99999999999999999999')).status).toBe(404);
  });
});

describe('an emergency', () => {
  it('opens a record for an hour, with a reason, and is reviewed by somebody else', async () => {
    expect((await post('worker', '/broken-glass', { child: 'C2' }, 'now')).status).toBe(422);
    const { status, body } = await post('worker', '/broken-glass', { child: 'C2' });
    expect([status, Date.parse(body.until) - Date.parse(body.at)]).toEqual([201, 3_600_000]);
    const nobody = await post('worker', '/broken-glass', { child: 'nobody' });
    expect([nobody.status, Object.keys(nobody.body)]).toEqual([201, Object.keys(body)]);
    expect((await served.ask('worker', '/broken-glass')).status).toBe(403);
    const { body: listed } = await served.ask('auditor', '/broken-glass');
    expect(listed.toReview.map(({ child }: { child: string }) => child)).toEqual(['C2', 'nobody']);
    const review = await post('auditor', `/broken-glass/${body.id}/review`, { outcome: 'needed' });
    expect(review.body).toMatchObject({ outcome: 'needed', reviewedBy: 'auditor-1' });
  });
});

describe('an adopted child', () => {
  it('is sealed, and the link is opened by the adoption role only', async () => {
    const sealed = await post('adoption', '/seals', {
      earlier: 'C3',
      present: 'C4',
      adoptedOn: '2025-12-01',
    });
    expect([sealed.status, sealed.body]).toEqual([201, { sealed: 'C3' }]);
    expect((await served.ask('records', '/records/child/C3')).status).toBe(404);
    expect((await post('records', '/seals/open', { child: 'C4' })).status).toBe(403);
    expect((await post('adoption', '/seals/open', { child: 'C4' })).body).toMatchObject({ earlier: 'C3' });
  });
});

describe('persons recorded twice', () => {
  it('are found with reasons, merged, and split again exactly', async () => {
    const name = { given: 'Zebedee', family: 'Quillfeather' };
    await served.enterChild(served.store, 'P1', { child: { name }, born: '2011-11-11' });
    await served.enterChild(served.store, 'P2', {
      child: { name: { given: 'Zebedy', family: 'Quillfeather' } },
      born: '2011-11-11',
    });
    const { body } = await post('records', '/persons/candidates', { atLeast: 0.8 });
    expect(body.pairs).toMatchObject([{ a: 'P1', b: 'P2' }]);
    expect((await post('worker', '/persons/candidates', {})).status).toBe(403);
    const before = (await served.ask('records', '/records/child/P2')).body.record;
    const merge = await post('records', '/persons/merges', { kept: 'P1', merged: 'P2' });
    expect(merge.status).toBe(201);
    expect((await served.ask('records', '/records/child/P2')).status).toBe(404);
    const split = await post('records', `/persons/merges/${merge.body.act}/split`, {});
    expect([split.status, split.body.since]).toEqual([200, []]);
    expect((await served.ask('records', '/records/child/P2')).body.record).toEqual(before);
  });
});

describe('somebody who asks what is held on them', () => {
  it('is given everything and every look, as data or as a page they can read [D-PLN-12]', async () => {
    const { body } = await post('records', '/subject-access', { child: 'C2' });
    expect(body.records.length).toBeGreaterThan(2);
    expect(body.looks.map(({ action }: { action: string }) => action)).toContain('break glass');
    const page = await served.ask('records', '/subject-access', {
      method: 'POST',
      json: { child: 'C2' },
      headers: { accept: 'text/html', 'cic-reason': REASON },
    });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain('<h1>What is held about you</h1>');
    expect((await post('manager', '/subject-access', { child: 'C2' })).status).toBe(403);
  });
});

describe('what is past keeping', () => {
  it('is reported, and goes exactly as reported or not at all', async () => {
    const { body: report } = await post('records', '/retention/report', { on: '2100-01-01' });
    expect(report.children).toContain('C1');
    const stale = { on: '2100-01-01', digest: '0'.repeat(64) };
    expect((await post('records', '/retention/carry-out', stale)).status).toBe(409);
    expect((await post('records', '/retention/carry-out', { ...stale, digest: 'x' })).status).toBe(422);
    expect((await served.ask('records', '/records/child/C1')).status).toBe(200);
  });

  it('is one child, where somebody decides so', async () => {
    await served.enterChild(served.store, 'E1');
    const { body: report } = await post('records', '/erasures/report', { child: 'E1' });
    const { status } = await post('records', '/erasures', { child: 'E1', digest: report.digest });
    expect(status).toBe(200);
    expect((await served.ask('records', '/records/child/E1')).status).toBe(404);
    expect((await served.store.verifyAudit()).whole).toBe(true);
  });
});

describe('a sharing agreement', () => {
  const agreement = {
    id: 'health-trust',
    agency: 'health trust',
    purpose: 'health',
    basis: 'UK GDPR article 6(1)(e)',
    records: [{ record: 'child', fields: ['dateOfBirth'] }],
    children: ['C2'],
    needsConsent: false,
    from: '2026-01-01',
    until: '2026-12-31',
  };

  it('says what another agency sees, for whom, until when, on what basis, and is ended at once', async () => {
    expect((await post('worker', '/agreements', agreement)).status).toBe(403);
    expect((await post('records', '/agreements', agreement)).status).toBe(201);
    expect((await post('records', '/agreements', agreement)).status).toBe(409);
    expect((await served.ask('records', '/agreements')).body).toEqual({ agreements: [agreement] });
    expect((await remove('records', '/agreements/health-trust')).body).toEqual({ ended: 'health-trust' });
    expect((await served.ask('records', '/agreements')).body).toEqual({ agreements: [] });
  });

  it('may need consent, which is recorded and withdrawn', async () => {
    const consent = {
      child: 'C2',
      purpose: 'health',
      given: true,
      givenBy: 'the young person',
      from: '2026-01-01',
    };
    const { status, body } = await post('worker', '/consents', consent);
    expect(status).toBe(201);
    expect((await post('worker', `/consents/${body.id}/withdraw`, { child: 'C2' })).body).toHaveProperty(
      'withdrawnAt',
    );
    expect((await post('worker', '/consents/query', { child: 'C2' })).body.consents).toHaveLength(1);
  });
});

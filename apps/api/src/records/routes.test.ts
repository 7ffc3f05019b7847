import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, type ServedCouncil } from '../testing/council.ts';

let served: ServedCouncil;
const ask: ServedCouncil['ask'] = (...args) => served.ask(...args);

beforeAll(async () => {
  served = await aServedCouncil();
  for (const id of ['T1', 'T2', 'T3']) {
    await served.enterChild(served.store, id, id === 'T3' ? { worker: 'SW2' } : {});
  }
});
afterAll(() => served.close());

describe('records over HTTP', () => {
  it('lists records page by page, with filters, orders and a link to the next page', async () => {
    const first = await ask('records', '/records/child?limit=2&order=-id');
    expect(first.status).toBe(200);
    expect(first.body.records.map(({ id }: { id: string }) => id)).toEqual(['T3', 'T2']);
    const second = await ask('records', `/records/child?limit=2&order=-id&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ records: [{ id: 'T1' }], next: null });
    const filtered = await ask(
      'records',
      '/records/episode?where=child.one-of.T1,T2&where=start.at-least.2025-01-01&where=end.present.false',
    );
    expect(filtered.body.records).toHaveLength(2);
  });

  it('asks in a body for what is personal, and refuses it in an address', async () => {
    const address = await ask('records', '/records/episode?where=placementPostcode.equal.AB1%201AA');
    expect(address.status).toBe(400);
    expect(address.body.detail).toContain('so that it is in no address');
    const body = await ask('records', '/records/episode/query', {
      method: 'POST',
      json: { where: [{ field: 'placementPostcode', is: 'equal', value: 'AB1 1AA' }], limit: 1 },
    });
    expect(body.body.records).toHaveLength(1);
    expect(body.body.next).toEqual(expect.any(String));
  });

  it('creates, reads, replaces, patches and marks as deleted, each by the version it is meant for', async () => {
    const visit = { child: 'T1', held: '2025-07-01', visitorRole: 'social-worker' };
    const made = await ask('worker', '/records/visit', { method: 'POST', json: visit });
    expect([made.status, made.headers.get('etag')]).toEqual([201, '"1"']);
    const at = made.headers.get('location')!;
    expect((await ask('worker', at)).body.record).toEqual(visit);
    expect((await ask('worker', at, { headers: { 'if-none-match': '"1"' } })).status).toBe(304);

    const change = { method: 'PATCH', json: { held: '2025-07-02' } };
    expect((await ask('worker', at, change)).status).toBe(428);
    const patched = await ask('worker', at, { ...change, headers: { 'if-match': '"1"' } });
    expect([patched.status, patched.headers.get('etag'), patched.body.record.held]).toEqual([
      200,
      '"2"',
      '2025-07-02',
    ]);
    expect((await ask('worker', at, { ...change, headers: { 'if-match': '"1"' } })).status).toBe(412);
    expect((await ask('worker', at, { ...change, headers: { 'if-match': 'W/"2"' } })).status).toBe(412);

    const replaced = await ask('worker', at, { method: 'PUT', json: visit, headers: { 'if-match': '"2"' } });
    expect(replaced.body.version).toBe(3);
    const gone = await ask('worker', at, { method: 'DELETE', headers: { 'if-match': '"3"' } });
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect((await ask('worker', at)).status).toBe(404);
    const { body } = await ask('worker', `${at}/history`);
    expect(body.versions.map((one: { deleted?: true }) => one.deleted ?? false)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  it('creates once for one Idempotency-Key', async () => {
    const init = {
      method: 'POST',
      json: { child: 'T2', held: '2025-08-01', visitorRole: 'social-worker' },
      headers: { 'idempotency-key': 'visit-of-1-august' },
    };
    const first = await ask('worker', '/records/visit', init);
    const again = await ask('worker', '/records/visit', init);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.id).toBe(first.body.id);
    expect((await ask('worker', '/records/visit?where=child.equal.T2')).body.records).toHaveLength(1);
  });

  it('answers as it was known on a day', async () => {
    served.clock.set('2026-02-01T10:00:00Z');
    await ask('records', '/records/child/T3', {
      method: 'PATCH',
      json: { sex: 'M' },
      headers: { 'if-match': '"1"' },
    });
    expect((await ask('records', '/records/child/T3')).body.record.sex).toBe('M');
    expect((await ask('records', '/records/child/T3?known-on=2026-01-31')).body.record.sex).toBe('F');
    expect((await ask('records', '/records/episode?as-at=2025-01-31')).body.records).toEqual([]);
  });

  it('gives JSON, CSV and NDJSON, and nothing else', async () => {
    const csv = await ask('records', '/records/child', { headers: { accept: 'text/csv' } });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.text.split('\r\n')[0]).toMatch(/^recordId,version,recordedAt,id,name\.given,/);
    expect(csv.text.trim().split('\r\n')).toHaveLength(4);
    const lines = await ask('records', '/records/child', { headers: { accept: 'application/x-ndjson' } });
    expect(
      lines.text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['T1', 'T2', 'T3']);
    expect((await ask('records', '/records/child', { headers: { accept: 'image/png' } })).status).toBe(406);
  });

  it('keeps a formula out of a spreadsheet', async () => {
    const made = await ask('worker', '/records/visit', {
      method: 'POST',
      json: {
        child: 'T1',
        held: '2025-09-09',
        visitorRole: 'social-worker',
        notes: '=HYPERLINK("http://x")',
      },
    });
    expect(made.status).toBe(201);
    const csv = await ask('worker', '/records/visit', { headers: { accept: 'text/csv' } });
    expect(csv.text).toContain(`'=HYPERLINK`);
    expect(csv.text).not.toMatch(/(^|,)"?=HYPERLINK/m);
  });

  it.each([
    ['POST', '/records/visit', { child: 'T1', held: 'soon', visitorRole: 'x' }, 422, 'held'],
    [
      'POST',
      '/records/visit',
      { child: 'T3', held: '2025-07-01', visitorRole: 'social-worker' },
      422,
      "there is no child 'T3'",
    ],
    ['POST', '/records/visit', [], 400, 'JSON object'],
    ['POST', '/records/shoe', {}, 404, 'no record type'],
    ['GET', '/records/child?where=sex', undefined, 400, 'field.comparison.value'],
    ['GET', '/records/child?colour=red', undefined, 400, 'colour'],
    ['GET', '/records/child?limit=0', undefined, 400, 'limit'],
    ['GET', '/records/child?cursor=x', undefined, 422, 'cursor'],
    ['GET', '/records/child?known-on=yesterday', undefined, 400, 'known-on'],
    ['GET', '/records/child?order=shoeSize', undefined, 422, 'shoeSize'],
    ['GET', '/records/child/nobody', undefined, 404, 'nobody'],
    ['GET', '/records/child/T3', undefined, 404, 'T3'],
  ])('answers %s %s with a problem: %j → %i', async (method, path, json, status, says) => {
    const answer = await ask('worker', path, { method, ...(json === undefined ? {} : { json }) });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(answer.text).toContain(says);
  });
});

import { type ReturnFile, writeCsv } from '@cic/ssda903';
import { synthesise, toReturns } from '@cic/synth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, type ServedCouncil } from '../src/testing/council.ts';

let served: ServedCouncil;
let files: readonly ReturnFile[];

beforeAll(async () => {
  served = await aServedCouncil();
  const council = synthesise({ seed: 3, children: 40, years: [2025, 2026] });
  const [, now] = toReturns(council, [2025, 2026], { errors: 3 });
  files = writeCsv(now!.tables);
});
afterAll(() => served.close());

function upload(who: string, step: string) {
  const form = new FormData();
  for (const { name, bytes } of files)
    form.append('file', new File([new Uint8Array(bytes)], name, { type: 'text/csv' }));
  return served.ask(who, `/exchanges/ssda903/2026/${step}`, { method: 'POST', body: form });
}

describe('bringing in a return', () => {
  it('tells its findings by the rules of the year, explained', async () => {
    const { status, body } = await upload('integrator', 'findings');
    expect(status).toBe(200);
    expect(body.findings).toBeGreaterThan(0);
    expect(body.explained[0]).toMatchObject({
      rule: expect.any(String),
      message: expect.any(String),
      fix: expect.any(String),
    });
    expect(body.tables.Header.rows).toBeGreaterThan(30);
  });

  it('shows what it would do, does exactly that, changes nothing the second time, and is undone as one act', async () => {
    const preview = await upload('integrator', 'preview');
    expect(preview.body.added.length).toBeGreaterThan(60);
    expect(preview.body.rejected).toEqual([]);
    const none = await served.ask('records', '/records/child');
    expect(none.body.records).toEqual([]);
    expect((await upload('integrator', 'commit')).status).toBe(428);
    const done = await upload('integrator', `commit?digest=${preview.body.digest}`);
    expect([done.status, done.body.added.length]).toEqual([200, preview.body.added.length]);
    expect((await upload('integrator', `commit?digest=${preview.body.digest}`)).status).toBe(409);
    const again = await upload('integrator', 'preview');
    expect(again.body).toMatchObject({ added: [], changed: [], removed: [] });
    const inCare = await served.ask('analyst', '/indicators/children-in-care/value?period=2026');
    expect(inCare.body.value).toBeGreaterThan(30);
    const undone = await served.ask('integrator', `/exchanges/acts/${done.body.act}/undo`, {
      method: 'POST',
    });
    expect(undone.body.records).toBe(preview.body.added.length);
    expect((await served.ask('records', '/records/child')).body.records).toEqual([]);
  });

  it('refuses roles that bring in no files, what is no return, and years there are none of', async () => {
    expect((await upload('worker', 'findings')).status).toBe(403);
    expect((await upload('worker', 'preview')).status).toBe(403);
    const ask = (path: string, init: RequestInit) =>
      served.ask('integrator', path, { method: 'POST', ...init });
    const text = (body: string, type: string) => ({ body, headers: { 'content-type': type } });
    expect((await ask('/exchanges/ssda903/2026/findings', text('{}', 'application/json'))).status).toBe(415);
    expect((await ask('/exchanges/ssda903/soon/findings', text('CHILD', 'text/csv'))).status).toBe(400);
    const unreadable = await ask('/exchanges/ssda903/2026/preview', text('<html>', 'application/xml'));
    expect([unreadable.status, unreadable.headers.get('content-type')]).toEqual([
      422,
      'application/problem+json',
    ]);
    expect((await ask('/exchanges/acts/99/undo', {})).status).toBe(404);
  });
});

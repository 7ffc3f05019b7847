import type { Asker } from '@cic/access';
import type { ReturnFile } from '@cic/ssda903';
import { Validator } from '@seriousme/openapi-schema-validator';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aServedCouncil, type ServedCouncil } from '../testing/council.ts';
import { aCountingKind, aReturnOf, ended, formOf, until } from '../testing/jobs.ts';
import { jobsOf } from './jobs.ts';
import { defineJobKind } from './kind.ts';

const { kind: counting, letGo } = aCountingKind();
const failing = defineJobKind({
  id: 'failing',
  summary: 'Break off in the middle',
  parameters: z.strictObject({}),
  refuses: () => undefined,
  run: async () => {
    throw new Error('Zebedee Quill, born 15 March 2012');
  },
});

let served: ServedCouncil;
let files: readonly ReturnFile[];
const now = new Map<string, Asker | undefined>();

beforeAll(async () => {
  served = await aServedCouncil({
    jobKinds: [counting, failing],
    askerNow: async (asker) => (now.has(asker.user) ? now.get(asker.user) : asker),
    limits: { perMinute: 1_000_000 },
  });
  files = aReturnOf(40);
});
afterAll(() => served.close());

const post = (who: string, job: object, headers: Record<string, string> = {}) =>
  served.ask(who, '/jobs', { method: 'POST', json: job, headers });
const count = (to: number) => ({ kind: 'counting', parameters: { to } });
const upload = (who: string, job: object) =>
  served.ask(who, '/jobs', { method: 'POST', body: formOf(files, job) });
const exchange = (step: string) =>
  served.ask('integrator', `/exchanges/ssda903/2026/${step}`, { method: 'POST', body: formOf(files) });
const state = async (who: string, id: string) => (await served.ask(who, `/jobs/${id}`)).body.state;

/** What is kept of jobs, as whoever has the database sees it. */
async function kept(table: 'job' | 'job_file'): Promise<number> {
  const from = table === 'job' ? sql`cic.job` : sql`cic.job_file`;
  const [row] = await served.store.database.query<{ n: number }>(sql`select count(*)::int as n from ${from}`);
  return row!.n;
}

describe('a return in the background', () => {
  it('has the findings that are told at once, and its files are kept no longer', async () => {
    const asked = await upload('integrator', { kind: 'ssda903-findings', parameters: { year: 2026 } });
    const { id } = asked.body;
    expect([asked.status, asked.headers.get('location')]).toEqual([202, `/jobs/${id}`]);
    expect(await ended(served, 'integrator', id)).toMatchObject({
      state: 'completed',
      steps: { done: 2, all: 2 },
      result: `/jobs/${id}/result`,
    });
    const { body } = await served.ask('integrator', `/jobs/${id}/result`);
    expect(body.findings).toBeGreaterThan(0);
    expect(body).toEqual((await exchange('findings')).body);
    expect(await kept('job_file')).toBe(0);
  });

  it('is brought in exactly as it was previewed, once, and can be undone', async () => {
    const preview = await exchange('preview');
    const job = { kind: 'ssda903-import', parameters: { year: 2026, digest: preview.body.digest } };
    const first = await upload('integrator', job);
    expect((await ended(served, 'integrator', first.body.id)).state).toBe('completed');
    const { body } = await served.ask('integrator', `/jobs/${first.body.id}/result`);
    expect(body).toMatchObject({ added: preview.body.added.length, rejected: 0 });
    const again = await upload('integrator', job);
    expect((await ended(served, 'integrator', again.body.id)).problem).toMatchObject({ status: 409 });
    const result = await served.ask('integrator', `/jobs/${again.body.id}/result`);
    expect([result.status, result.headers.get('content-type')]).toEqual([409, 'application/problem+json']);
    const undone = await served.ask('integrator', body.undo, { method: 'POST' });
    expect(undone.body.records).toBe(body.added);
    expect(await kept('job_file')).toBe(0);
  });

  it('that cannot be read fails with what is wrong with the file, and leaves no file behind', async () => {
    const form = formOf([], { kind: 'ssda903-findings', parameters: { year: 2026 } });
    form.append('file', new File(['<html>'], 'return.xml'));
    const { body } = await served.ask('integrator', '/jobs', { method: 'POST', body: form });
    const { problem, ...job } = await ended(served, 'integrator', body.id);
    expect(job.state).toBe('failed');
    expect(problem).toMatchObject({ status: 422, errors: [{ path: 'return.xml' }] });
    expect(await kept('job_file')).toBe(0);
  });
});

describe('indicators in the background', () => {
  it('are what whoever asked is given one by one', async () => {
    await served.enterChild(served.store, 'T1');
    const parameters = {
      indicators: ['children-in-care', 'three-or-more-placements'],
      from: 2025,
      to: 2026,
      by: ['sex'],
    };
    for (const who of ['analyst', 'member']) {
      const { body } = await post(who, { kind: 'indicators', parameters });
      expect((await ended(served, who, body.id)).steps).toEqual({ done: 2, all: 2 });
      const result = await served.ask(who, `/jobs/${body.id}/result`);
      const series = await served.ask(who, '/indicators/children-in-care/series?from=2025&to=2026&by=sex');
      expect(result.body.indicators[0]).toEqual({ indicator: 'children-in-care', series: series.body });
    }
    const unknown = await post('analyst', { kind: 'indicators', parameters: { indicators: ['childern'] } });
    expect((await ended(served, 'analyst', unknown.body.id)).problem).toMatchObject({ status: 422 });
    expect((await post('administrator', { kind: 'indicators', parameters: {} })).status).toBe(403);
  });
});

describe('a job', () => {
  it('tells how far it is, and does not exist for anybody but who asked', async () => {
    const { body } = await post('analyst', count(4));
    const at = `/jobs/${body.id}`;
    for (let done = 1; done <= 2; done++) {
      await letGo();
      await until(async () => (await served.ask('analyst', at)).body.steps.done === done);
      expect((await served.ask('analyst', at)).body).toMatchObject({
        state: 'running',
        steps: { done, all: 4 },
      });
    }
    const early = await served.ask('analyst', `${at}/result`);
    expect(early.status).toBe(409);
    for (const who of ['administrator', 'auditor', 'records', 'integrator']) {
      for (const path of [at, `${at}/result`, `${at}/events`]) {
        expect((await served.ask(who, path)).status).toBe(404);
      }
      expect((await served.ask(who, at, { method: 'DELETE' })).status).toBe(404);
      expect((await served.ask(who, '/jobs')).text).not.toContain(body.id);
    }
    await letGo();
    await letGo();
    await ended(served, 'analyst', body.id);
    expect((await served.ask('analyst', `${at}/result`)).body).toEqual({ counted: 4 });
    expect((await served.ask('analyst', '/jobs')).body.jobs[0].id).toBe(body.id);
  });

  it('is counted for the administrator, with nothing of whose it is', async () => {
    const { text } = await served.ask('administrator', '/metrics');
    expect(text).toContain('cic_jobs{kind="ssda903-import",state="completed"} 1');
    expect(text).not.toMatch(/analyst-1|case-system/);
  });

  it('that is cancelled stops at its next step, and one that has ended cannot be', async () => {
    const { body } = await post('analyst', count(3));
    const waiting = await post('analyst', count(1));
    await until(async () => (await state('analyst', body.id)) === 'running');
    const cancel = (id: string) => served.ask('analyst', `/jobs/${id}`, { method: 'DELETE' });
    expect((await cancel(waiting.body.id)).status).toBe(204);
    expect((await cancel(body.id)).status).toBe(204);
    await letGo();
    const next = await post('analyst', count(1));
    await letGo();
    await ended(served, 'analyst', next.body.id);
    for (const { id } of [body, waiting.body]) expect(await state('analyst', id)).toBe('cancelled');
    expect((await cancel(body.id)).status).toBe(409);
    expect((await served.ask('analyst', `/jobs/${body.id}/result`)).status).toBe(409);
  });

  it('is made once for one Idempotency-Key, for each person, and not for another request', async () => {
    const headers = { 'idempotency-key': 'count-on-monday' };
    const first = await post('analyst', count(1), headers);
    const again = await post('analyst', count(1), headers);
    expect([again.status, again.body.id]).toEqual([202, first.body.id]);
    expect((await post('analyst', count(2), headers)).status).toBe(409);
    const other = await post('worker', count(1), headers);
    expect(other.body.id).not.toBe(first.body.id);
    await letGo();
    await letGo();
    await ended(served, 'worker', other.body.id);
    expect((await post('analyst', count(1), { 'idempotency-key': 'a b' })).status).toBe(400);
  });

  it('is refused to whoever may not, before it is begun and again when it is', async () => {
    expect((await post('member', count(1))).status).toBe(403);
    expect((await upload('worker', { kind: 'ssda903-findings', parameters: { year: 2026 } })).status).toBe(
      403,
    );
    const busy = await post('analyst', count(1));
    const gone = await post('worker', count(1));
    const demoted = await post('nurse', count(1));
    now.set('worker-1', undefined).set('nurse-1', { user: 'nurse-1', roles: ['lead-member'] });
    await letGo();
    await ended(served, 'analyst', busy.body.id);
    for (const [who, { body }] of [
      ['worker', gone],
      ['nurse', demoted],
    ] as const) {
      expect((await ended(served, who, body.id)).problem).toMatchObject({ status: 403 });
    }
    now.clear();
  });

  it('that goes wrong inside fails without a word of what it had in hand', async () => {
    const { body } = await post('analyst', { kind: 'failing', parameters: {} });
    const job = await ended(served, 'analyst', body.id);
    expect(job).toMatchObject({ state: 'failed', problem: { status: 500 } });
    expect(JSON.stringify(job)).not.toMatch(/Zebedee|2012/);
  });

  it('says what is wrong with what was asked', async () => {
    const asked = async (json: object) => (await post('analyst', json)).body;
    expect(await asked({ kind: 'sums' })).toMatchObject({
      status: 422,
      detail: 'kind: one of ssda903-import, ssda903-findings, indicators, report, counting, failing',
    });
    expect(await asked({ ...count(1), at: 'once' })).toMatchObject({ status: 422 });
    expect(await asked({ kind: 'counting', parameters: { to: 'ten' } })).toMatchObject({
      status: 422,
      errors: [{ path: 'parameters.to', message: expect.any(String) }],
    });
    const without = await post('integrator', { kind: 'ssda903-findings', parameters: { year: 2026 } });
    expect(without.body).toMatchObject({ status: 422, detail: expect.stringContaining('take files') });
    const withFiles = await upload('analyst', count(1));
    expect(withFiles.body).toMatchObject({ status: 422, detail: expect.stringContaining('no files') });
    expect((await served.ask('analyst', '/jobs', { method: 'POST', body: formOf(files) })).status).toBe(400);
  });

  it('that nobody did is given up after a day with its files, and forgotten a day after its end', async () => {
    const waiting = { kind: 'ssda903-findings', parameters: { year: 2026 } };
    const busy = await post('analyst', count(1));
    const { body } = await upload('integrator', waiting);
    expect(await kept('job_file')).toBeGreaterThan(0);
    const { store } = served;
    const jobs = jobsOf({ council: served.council, store });
    const longAgo = (column: 'created_at' | 'ended_at') =>
      store.database.query(
        column === 'created_at'
          ? sql`update cic.job set created_at = now() - interval '25 hours' where id = ${body.id}`
          : sql`update cic.job set ended_at = now() - interval '25 hours' where ended_at is not null`,
      );
    await longAgo('created_at');
    await jobs.sweep();
    expect((await ended(served, 'integrator', body.id)).problem).toMatchObject({ status: 503 });
    expect(await kept('job_file')).toBe(0);
    await letGo();
    await ended(served, 'analyst', busy.body.id);
    await longAgo('ended_at');
    await jobs.sweep();
    expect(await kept('job')).toBe(0);
  });

  it('of which a person has too many has to wait', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 51; n++) statuses.push((await post('analyst', count(1))).status);
    expect(statuses.filter((status) => status === 202)).toHaveLength(50);
    expect(statuses.at(-1)).toBe(429);
    const { body } = await served.ask('analyst', '/jobs');
    for (const { id } of body.jobs) await served.ask('analyst', `/jobs/${id}`, { method: 'DELETE' });
    await letGo();
  });

  it('is described in the OpenAPI document, with the parameters of every kind there is', async () => {
    const { body } = await served.ask('worker', '/openapi.json');
    expect(await new Validator().validate(body)).toMatchObject({ valid: true });
    const kinds = body.paths['/jobs'].post.requestBody.content['application/json'].schema.oneOf;
    expect(
      kinds.map((kind: { properties: { kind: { const: string } } }) => kind.properties.kind.const),
    ).toEqual(['ssda903-import', 'ssda903-findings', 'indicators', 'report', 'counting', 'failing']);
  });
});

import { askers } from '@cic/store/testing';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, type ServedCouncil } from '../testing/council.ts';
import { aCountingKind, ended, until } from '../testing/jobs.ts';
import { createFollowing, type Pace } from './events.ts';
import { ownJob } from './keep.ts';

const { kind: counting, letGo } = aCountingKind();
let served: ServedCouncil;
beforeAll(async () => {
  served = await aServedCouncil({ jobKinds: [counting], limits: { perMinute: 1_000_000 } });
});
afterAll(() => served.close());

interface Event {
  readonly id: number;
  readonly event: string;
  readonly data: { readonly state: string; readonly steps: { readonly done: number } };
}

/** Follows a job, and hands on what arrives as it does. */
async function follow(id: string, after?: number) {
  const line = await served.api.request(`/jobs/${id}/events`, {
    headers: {
      authorization: 'Development analyst',
      ...(after === undefined ? {} : { 'last-event-id': String(after) }),
    },
  });
  const events: Event[] = [];
  const reader = line.body?.pipeThrough(new TextDecoderStream()).getReader();
  const over = (async () => {
    let text = '';
    for (;;) {
      const piece = await reader?.read();
      if (!piece || piece.done) return;
      const parts = (text + piece.value).split('\n\n');
      text = parts.pop()!;
      for (const part of parts) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(part)![1]!;
        events.push({ id: Number(field('id')), event: field('event'), data: JSON.parse(field('data')) });
      }
    }
  })();
  return { line, events, over, leave: () => reader?.cancel() };
}

async function count(to: number): Promise<string> {
  const { body } = await served.ask('analyst', '/jobs', {
    method: 'POST',
    json: { kind: 'counting', parameters: { to } },
  });
  return body.id;
}

describe('a job that is followed', () => {
  it('tells how it goes on, in order, and ends the line with the job', async () => {
    const id = await count(2);
    const { line, events, over } = await follow(id);
    expect([line.status, line.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    await until(() => events.some(({ event }) => event === 'running'));
    await letGo();
    await until(() => events.at(-1)?.data.steps.done === 1);
    await letGo();
    await over;
    expect(events.map(({ id }) => id)).toEqual(events.map(({ id }) => id).toSorted((a, b) => a - b));
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events.at(-1)).toMatchObject({ event: 'completed', data: { result: `/jobs/${id}/result` } });
  });

  it('goes on where the line broke, and has nothing more for whoever has its last event', async () => {
    const id = await count(2);
    const broken = await follow(id);
    await until(() => broken.events.some(({ event }) => event === 'running'));
    await broken.leave();
    await letGo();
    await letGo();
    await ended(served, 'analyst', id);
    const last = broken.events.at(-1)!.id;
    const { events, over } = await follow(id, last);
    await over;
    expect(events).toMatchObject([{ event: 'completed', data: { steps: { done: 2 } } }]);
    expect(events[0]!.id).toBeGreaterThan(last);
    expect((await follow(id, events[0]!.id)).line.status).toBe(204);
  });

  it('tells of its cancelling', async () => {
    const id = await count(1);
    const { events, over } = await follow(id);
    await served.ask('analyst', `/jobs/${id}`, { method: 'DELETE' });
    await over;
    expect(events.at(-1)!.event).toBe('cancelled');
    await letGo();
  });

  it('is followed by one person so many times at once, with numbers of events and nothing else', async () => {
    const id = await count(1);
    const lines = await Promise.all(Array.from({ length: 10 }, () => follow(id)));
    expect((await follow(id)).line.status).toBe(429);
    await letGo();
    await Promise.all(lines.map(({ over }) => over));
    const headers = { 'last-event-id': 'x' };
    expect((await served.ask('analyst', `/jobs/${id}/events`, { headers })).status).toBe(400);
    expect((await follow(id)).line.status).toBe(200);
  });

  it('is known to be there in silence, until the line has been open long enough or the server ends', async () => {
    const id = await count(1);
    const job = (await ownJob(served.store, askers.analyst.user, id))!;
    const { user } = askers.analyst;
    async function textWith(pace: Pace, closing = new AbortController().signal): Promise<string> {
      const following = { shelf: served.store, user, job, after: 1000, closing };
      const app = new Hono().get('/', (c) => createFollowing(pace).follow(c, following));
      return (await app.request('/')).text();
    }
    expect(await textWith({ look: 1, silence: 0, longest: 50 })).toMatch(/^(: still here\n\n)+$/);
    expect(await textWith({ look: 1, silence: 10_000, longest: 50 })).toBe('');
    expect(await textWith({ look: 1, silence: 0, longest: 1e9 }, AbortSignal.abort())).toBe('');
    await letGo();
  });
});

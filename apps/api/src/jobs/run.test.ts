import { aChild } from '@cic/core/testing';
import { partsOfReturn } from '@cic/store';
import { askers } from '@cic/store/testing';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aServedCouncil, type ServedCouncil } from '../testing/council.ts';
import { aCountingKind, until } from '../testing/jobs.ts';
import type { Job } from './job.ts';
import { jobsOf } from './jobs.ts';
import { addJob, ownJob, resultOf } from './keep.ts';
import { defineJobKind, type JobKind } from './kind.ts';
import { cancelJob } from './progress.ts';
import { handlerOf } from './run.ts';

const { kind: counting, letGo } = aCountingKind();

/** Writes a child when it is let go, and ends with it. */
const gates: (() => void)[] = [];
const writing = defineJobKind({
  id: 'writing',
  summary: 'Write a child',
  parameters: z.strictObject({}),
  refuses: () => undefined,
  async run({ session, step, settle }) {
    await step(0, 1);
    await new Promise<void>((done) => gates.push(done));
    const { input, episodes } = aChild({ id: 'J1' }).startedOn('2025-05-01');
    const parts = partsOfReturn({ children: [input], episodes });
    return session.commitImport({ feed: 'jobs', parts }, undefined, (connection, { act }) =>
      settle(connection, { act }),
    );
  },
});

let served: ServedCouncil;
beforeAll(async () => {
  served = await aServedCouncil();
});
afterAll(() => served.close());

const never = new AbortController().signal;
const handler = (...kinds: readonly JobKind[]) =>
  handlerOf({ council: served.council, store: served.store }, new Map(kinds.map((kind) => [kind.id, kind])));
const { user } = askers.integrator;

/** A job that nobody has begun. */
async function aJob(kind: string, parameters: object = {}): Promise<string> {
  const asked = { kind, parameters, files: [], key: undefined };
  const made = await addJob(served.store, askers.integrator, asked, async () => undefined);
  return (made as Job).id;
}
const now = (id: string) => ownJob(served.store, user, id);
const children = async () => (await served.ask('records', '/records/child')).body.records.length;

describe('whoever carries out a job', () => {
  it('and was taken for dead comes to nothing, whatever it still does', async () => {
    const id = await aJob('writing');
    const early = handler(writing)(id, never);
    await until(() => gates.length === 1);
    const late = handler(writing)(id, never);
    await until(() => gates.length === 2);
    gates.shift()!();
    await early;
    expect(await children()).toBe(0);
    expect(await now(id)).toMatchObject({ state: 'running', attempt: 2 });
    gates.shift()!();
    await late;
    expect(await children()).toBe(1);
    expect(await now(id)).toMatchObject({ state: 'completed' });
    const { act } = (await resultOf(served.store, id)) as { act: number };
    expect((await served.ask('integrator', `/exchanges/acts/${act}/undo`, { method: 'POST' })).status).toBe(
      200,
    );
  });

  it('when it is cancelled at the last moment, has written nothing', async () => {
    const id = await aJob('writing');
    const running = handler(writing)(id, never);
    await until(() => gates.length === 1);
    const { database, council } = served.store;
    expect(await cancelJob(database, council, user, id)).toMatchObject({ state: 'cancelled' });
    gates.shift()!();
    await running;
    expect(await children()).toBe(0);
    expect(await now(id)).toMatchObject({ state: 'cancelled' });
  });

  it('gives it back when told to end, and begins none that has ended', async () => {
    const id = await aJob('counting', { to: 2 });
    const ending = new AbortController();
    const running = handler(counting)(id, ending.signal);
    await until(async () => (await now(id))?.state === 'running');
    ending.abort();
    await letGo();
    await expect(running).rejects.toThrow();
    expect(await now(id)).toMatchObject({ state: 'waiting', attempt: 1 });
    await cancelJob(served.store.database, served.store.council, user, id);
    await handler(counting)(id, never);
    expect(await now(id)).toMatchObject({ state: 'cancelled', attempt: 1 });
  });

  it('gives it up when ten before ended in the middle, or when it does not know the kind', async () => {
    const unlucky = await aJob('counting', { to: 1 });
    await served.store.database.query(
      sql`update cic.job set attempt = 10, state = 'running' where id = ${unlucky}`,
    );
    await handler(counting)(unlucky, never);
    expect(await now(unlucky)).toMatchObject({ state: 'failed', problem: { status: 500 } });
    const unknown = await aJob('sums');
    await handler(counting)(unknown, never);
    expect(await now(unknown)).toMatchObject({ state: 'failed', problem: { status: 503 } });
  });
});

describe('in one process', () => {
  it('what an earlier process left, begun or not, is done by the next', async () => {
    const [begun, waiting] = [await aJob('counting', { to: 1 }), await aJob('counting', { to: 1 })];
    await served.store.database.query(
      sql`update cic.job set state = 'running', attempt = 1 where id = ${begun}`,
    );
    const { council, store } = served;
    const jobs = jobsOf({ council, store, jobKinds: [counting] });
    await jobs.work(2);
    await letGo();
    await letGo();
    await until(async () => {
      const states = await Promise.all([now(begun), now(waiting)]);
      return states.every((job) => job?.state === 'completed');
    });
    await jobs.close();
    expect(await now(begun)).toMatchObject({ attempt: 2 });
  });
});

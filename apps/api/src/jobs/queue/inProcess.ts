import { setTimeout as pause } from 'node:timers/promises';
import type { Shelf } from '../job.ts';
import { openJobs } from '../keep.ts';
import type { Handler, JobQueue } from './queue.ts';

/** Milliseconds until a job that could not be done is tried again. */
const AGAIN = 1000;

/**
 * Jobs carried out by the one process that has an embedded database, in the order of their table. Those that an earlier
 * process left are begun again.
 */
export function inProcessQueue(shelf: Shelf): JobQueue {
  const busy = new Set<string>();
  const idle = new Set<() => void>();
  let added = 0;
  const call = () => {
    added++;
    for (const wake of idle) wake();
    idle.clear();
  };
  const stopping = new AbortController();
  const { signal } = stopping;
  const lanes: Promise<void>[] = [];

  async function next(): Promise<string | undefined> {
    const [found] = await openJobs(shelf, [...busy], 1);
    if (!found || busy.has(found.id)) return undefined;
    busy.add(found.id);
    return found.id;
  }
  const wait = () => pause(AGAIN, undefined, { signal, ref: false }).catch(() => undefined);

  async function lane(handle: Handler): Promise<void> {
    while (!signal.aborted) {
      const seen = added;
      const id = await next().catch(wait);
      if (id === undefined) {
        if (seen === added) await new Promise<void>((wake) => idle.add(wake));
        continue;
      }
      await handle(id, signal).catch(wait);
      busy.delete(id);
    }
  }

  async function close(): Promise<void> {
    stopping.abort();
    call();
    await Promise.all(lanes);
  }
  return {
    add: async () => undefined, // the table of jobs is the line
    remove: async () => undefined,
    added: call,
    async work(handle, atOnce) {
      lanes.push(...Array.from({ length: atOnce }, () => lane(handle)));
      return close;
    },
    close,
  };
}

import type { Asker } from '@cic/access';
import type { WorkingDeployment } from '../deployment.ts';
import { problemOf } from '../problem.ts';
import { addJob, type Made, type NewJob } from './keep.ts';
import type { JobKind } from './kind.ts';
import { coreKinds } from './kinds/index.ts';
import { cancelJob, sweepJobs } from './progress.ts';
import { inProcessQueue } from './queue/inProcess.ts';
import type { JobQueue } from './queue/queue.ts';
import { handlerOf } from './run.ts';

/** Milliseconds between two looks for what was abandoned and what is over. */
const SWEEP = 60_000;

const ABANDONED = problemOf(
  503,
  'It was not done within a day, and was given up. Nothing of it was written.',
);

/** The background work of a deployment. */
export interface Jobs {
  readonly kinds: ReadonlyMap<string, JobKind>;
  readonly add: (asker: Asker, job: NewJob) => Promise<Made>;
  /** Whether there was such a job of theirs to cancel. */
  readonly cancel: (user: string, id: string) => Promise<boolean>;
  /** Carries out jobs, so many at once, and clears up after those that are over, until it is closed. */
  readonly work: (atOnce: number) => Promise<void>;
  /** Gives up jobs that nobody has done and forgets those that are over: what `work` does every minute. */
  readonly sweep: () => Promise<void>;
  /** Aborted when the deployment is about to end: for whoever waits for something to happen to a job. */
  readonly closing: AbortSignal;
  /** Hands back what runs, and takes nothing more. */
  readonly close: () => Promise<void>;
}

/** The background work of a deployment, with its jobs in a line: where none is named, in this process only. */
export function jobsOf(
  deployment: WorkingDeployment,
  queue: JobQueue = inProcessQueue(deployment.store),
): Jobs {
  const { store, jobKinds = [] } = deployment;
  const kinds = new Map([...coreKinds, ...jobKinds].map((kind) => [kind.id, kind]));
  const handle = handlerOf(deployment, kinds);
  const closing = new AbortController();
  const sweep = () => sweepJobs(store, ABANDONED);
  let sweeping: NodeJS.Timeout | undefined;
  let stop = () => queue.close();
  return {
    kinds,
    sweep,
    closing: closing.signal,
    async add(asker, job) {
      const made = await addJob(store, asker, job, queue.add);
      queue.added();
      return made;
    },
    cancel: (user, id) =>
      store.database.transaction(async (connection) => {
        const cancelled = await cancelJob(connection, store.council, user, id);
        if (cancelled) await queue.remove(id, connection);
        return cancelled !== undefined;
      }),
    async work(atOnce) {
      sweeping = setInterval(() => sweep().catch(() => undefined), SWEEP).unref();
      stop = await queue.work(handle, atOnce);
    },
    async close() {
      closing.abort();
      clearInterval(sweeping);
      await stop();
    },
  };
}

/** Background work of a deployment that names none: one job at a time, in this process. */
export function jobsHere(deployment: WorkingDeployment): Jobs {
  const jobs = jobsOf(deployment);
  void jobs.work(1);
  return jobs;
}

import type { Council, Day } from '@cic/core';
import type { Store } from '@cic/store';
import type { WorkingDeployment } from '../deployment.ts';
import { type Jobs, jobsOf } from './jobs.ts';
import type { JobKind } from './kind.ts';

/** How a process takes part in background work. */
export interface JobOptions {
  /** Jobs it carries out at once: 1 where left out, 0 where other processes do. */
  readonly atOnce?: number;
  /** Seconds without a sign of life after which a process is taken for dead, and its jobs are handed to another; 60. */
  readonly deadAfter?: number;
  /** Kinds of jobs besides those there always are: the same in every process. */
  readonly kinds?: readonly JobKind[];
  /** Who somebody is now, where a directory knows; undefined where they are gone. */
  readonly askerNow?: WorkingDeployment['askerNow'];
}

interface Opening {
  readonly council: Council;
  readonly database?: string;
  readonly asAt?: () => Day;
  readonly jobs?: JobOptions;
}

/** A deployment with its background work: in PostgreSQL, whoever takes a job first carries it out. */
export async function openWork(
  { council, database, asAt, jobs = {} }: Opening,
  store: Store,
): Promise<WorkingDeployment & { readonly jobs: Jobs }> {
  const { kinds, askerNow, deadAfter } = jobs;
  const deployment: WorkingDeployment = {
    council,
    store,
    ...(asAt ? { asAt } : {}),
    ...(kinds ? { jobKinds: kinds } : {}),
    ...(askerNow ? { askerNow } : {}),
  };
  if (store.kind === 'embedded') return { ...deployment, jobs: jobsOf(deployment) };
  try {
    const { postgresQueue } = await import('./queue/postgres.ts');
    const line = { url: database!, council: council.id };
    const queue = await postgresQueue(deadAfter === undefined ? line : { ...line, deadAfter });
    return { ...deployment, jobs: jobsOf(deployment, queue) };
  } catch (error) {
    await store.close();
    throw error;
  }
}

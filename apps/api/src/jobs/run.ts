import type { Asker } from '@cic/access';
import { isRefusal, type Session, StoreFault } from '@cic/store';
import type { WorkingDeployment } from '../deployment.ts';
import { refusalProblem } from '../http/refusal.ts';
import { type Problem, problemOf } from '../problem.ts';
import type { Job } from './job.ts';
import { filesOf } from './keep.ts';
import type { JobKind, JobWork } from './kind.ts';
import { beginJob, type End, endJob, handBack, noteSteps } from './progress.ts';
import type { Handler } from './queue/queue.ts';

/** Times a job is begun before it is given up: what ended its workers every time would end the next one too. */
export const ATTEMPTS = 10;

/** Thrown where a job is no longer had by whoever carries it out: cancelled, or begun by another. */
class Taken extends Error {}

/** Thrown where a worker is to end while it has a job. */
class Ending extends Error {}

const GIVEN_UP = problemOf(
  500,
  `It was begun ${ATTEMPTS} times, and each time its process ended first. Nothing of it was written.`,
);
const WENT_WRONG = problemOf(
  500,
  'Something went wrong here; it is not your request. Nothing of it was written.',
);

/** Whoever asked, as they are now: where the deployment cannot look that up, as they were. */
async function sessionNow(deployment: WorkingDeployment, { id, asker }: Job): Promise<Session | undefined> {
  const { askerNow = async (was: Asker) => was } = deployment;
  const now = await askerNow(asker).catch(() => {
    throw new Ending(); // it cannot be told at the moment
  });
  return now && deployment.store.as({ ...now, from: `job ${id}` });
}

/** A job as its kind has it at hand, and whether that has ended it by its own transaction. */
function workOf(
  deployment: WorkingDeployment,
  session: Session,
  job: Job,
  signal: AbortSignal,
): JobWork & { readonly settled: () => boolean } {
  const { store } = deployment;
  let settled = false;
  let told = -1;
  return {
    deployment,
    session,
    parameters: job.parameters,
    files: () => filesOf(store, job.id),
    async step(done, all) {
      if (signal.aborted) throw new Ending();
      const percent = all === 0 ? 0 : Math.floor((100 * done) / all);
      if (percent === told) return;
      told = percent;
      if (!(await noteSteps(store, job, { done, all }))) throw new Taken();
    },
    async settle(connection, result) {
      if (!(await endJob(connection, store.council, job, { result }))) throw new Taken();
      settled = true;
    },
    settled: () => settled,
  };
}

/** Carries a job out; undefined where it has ended itself. */
async function carryOut(
  deployment: WorkingDeployment,
  kind: JobKind | undefined,
  job: Job,
  signal: AbortSignal,
): Promise<End | undefined> {
  const failed = (problem: Problem): End => ({ problem });
  if (job.attempt > ATTEMPTS) return failed(GIVEN_UP);
  if (!kind) return failed(problemOf(503, `No jobs of kind '${job.kind}' are carried out here any more.`));
  const session = await sessionNow(deployment, job);
  if (!session) return failed(problemOf(403, 'Whoever asked for it is no longer let in.'));
  const refused = kind.refuses({ deployment, session });
  if (refused) return failed(refusalProblem(refused));
  const work = workOf(deployment, session, job, signal);
  const result = await kind.run(work);
  if (isRefusal(result)) return failed(refusalProblem(result));
  return work.settled() ? undefined : { result };
}

/**
 * Carries out the jobs of a deployment. A job is had by one process at a time; where that one ends, the next begins it
 * again, and what it writes is written together with its end, so that it happens once.
 */
export const handlerOf =
  (deployment: WorkingDeployment, kinds: ReadonlyMap<string, JobKind>): Handler =>
  async (id, signal) => {
    const { store } = deployment;
    const job = await beginJob(store, id);
    if (!job) return; // it has ended meanwhile
    try {
      const end = await carryOut(deployment, kinds.get(job.kind), job, signal);
      if (end) await endJob(store.database, store.council, job, end);
    } catch (error) {
      if (error instanceof Taken) return;
      if (error instanceof Ending || (error instanceof StoreFault && error.retry)) {
        await handBack(store, job);
        throw error;
      }
      // What went wrong inside may hold a child's data: it is told to nobody.
      const problem = error instanceof StoreFault ? problemOf(503, error.message) : WENT_WRONG;
      await endJob(store.database, store.council, job, { problem });
    }
  };

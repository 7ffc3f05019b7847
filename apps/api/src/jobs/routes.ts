import { type Context, Hono } from 'hono';
import type { Signed } from '../deployment.ts';
import { refused } from '../http/refusal.ts';
import { type Problem, type ProblemStatus, problem } from '../problem.ts';
import { jobAsked } from './asked.ts';
import { createFollowing } from './events.ts';
import { hasEnded, type Job } from './job.ts';
import type { Jobs } from './jobs.ts';
import { ownJob, ownJobs, resultOf } from './keep.ts';
import { shownJob } from './shown.ts';

/** Jobs that are listed. */
const LISTED = 100;

const told = (c: Context, { status, detail, errors }: Problem) =>
  problem(c, status as ProblemStatus, detail, errors);

const noSuch = (c: Context) => problem(c, 404, 'There is no such job.');

type OneJob = Context<Signed, '/jobs/:id'>;

const wanted = (c: OneJob): Promise<Job | undefined> =>
  ownJob(c.var.deployment.store, c.var.session.asker.user, c.req.param('id'));

/** The number of the last event somebody has; 0 where they have none. */
function lastEvent(c: Context): number | undefined {
  const said = c.req.header('last-event-id');
  if (said === undefined || said === '') return 0;
  return /^\d{1,9}$/.test(said) ? Number(said) : undefined;
}

/** Background work: to be asked for, watched, cancelled, by whoever asked for it and nobody else. */
export function jobRoutes(jobs: Jobs) {
  const { mayFollow, follow } = createFollowing();
  return new Hono<Signed>()
    .get('/jobs', async (c) => {
      const { deployment, session } = c.var;
      const own = await ownJobs(deployment.store, session.asker.user, LISTED);
      return c.json({ jobs: own.map(shownJob) });
    })
    .post('/jobs', async (c) => {
      const asked = await jobAsked(c, jobs.kinds);
      if ('status' in asked) return told(c, asked);
      const made = await jobs.add(c.var.session.asker, asked);
      if (made === 'other request') {
        return problem(c, 409, 'This Idempotency-Key was used for another job: choose another.');
      }
      if (made === 'too many') {
        c.header('retry-after', '60');
        return problem(c, 429, 'You have as many jobs waiting as one person may have.');
      }
      c.header('location', `/jobs/${made.id}`);
      return c.json(shownJob(made), 202);
    })
    .get('/jobs/:id', async (c) => {
      const job = await wanted(c);
      return job ? c.json(shownJob(job)) : noSuch(c);
    })
    .delete('/jobs/:id', async (c) => {
      const job = await wanted(c);
      if (!job) return noSuch(c);
      return (await jobs.cancel(c.var.session.asker.user, job.id))
        ? c.body(null, 204)
        : problem(c, 409, 'The job has ended: there is nothing to cancel.');
    })
    .get('/jobs/:id/result', async (c) => {
      const job = await wanted(c as OneJob);
      if (!job) return noSuch(c);
      if (job.problem) return told(c, job.problem);
      if (job.state !== 'completed') {
        return problem(c, 409, hasEnded(job) ? 'The job was cancelled.' : 'The job has not ended yet.');
      }
      // Rights may have been taken away since.
      const denied = jobs.kinds.get(job.kind)?.refuses(c.var);
      if (denied) return refused(c, denied);
      const result = await resultOf(c.var.deployment.store, job.id);
      return result ? c.json(result) : noSuch(c);
    })
    .get('/jobs/:id/events', async (c) => {
      const job = await wanted(c as OneJob);
      if (!job) return noSuch(c);
      const after = lastEvent(c);
      if (after === undefined) return problem(c, 400, 'Last-Event-ID: the id of an event of this job');
      // Whoever has the last event is told that there are no more, so that no browser asks again.
      if (hasEnded(job) && after >= job.event) return c.body(null, 204);
      const { user } = c.var.session.asker;
      if (!mayFollow(user)) return problem(c, 429, 'You follow as many jobs as one person may.');
      return follow(c, { shelf: c.var.deployment.store, user, job, after, closing: jobs.closing });
    });
}

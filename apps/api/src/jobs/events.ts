import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { hasEnded, type Job, type Shelf } from './job.ts';
import { ownJob } from './keep.ts';
import { shownJob } from './shown.ts';

/** Milliseconds. */
export interface Pace {
  /** Between two looks. */
  readonly look: number;
  /** Of silence after which something is said, so that nothing on the way takes the line for dead. */
  readonly silence: number;
  /** A line is kept: whoever still waits comes back with `Last-Event-ID`, and is asked again who they are. */
  readonly longest: number;
}

const PACE: Pace = { look: 500, silence: 15_000, longest: 300_000 };

/** Lines that one person may have open to one process. */
const MOST = 10;

export interface Following {
  readonly shelf: Shelf;
  readonly user: string;
  readonly job: Job;
  /** Number of the last event they have. */
  readonly after: number;
  readonly closing: AbortSignal;
}

const eventOf = (job: Job) => ({
  id: String(job.event),
  event: job.state,
  data: JSON.stringify(shownJob(job)),
});

/**
 * Jobs as they go on, as server-sent events. Every event tells the whole state of the job, so that whoever comes back
 * late is told what they missed by the next one.
 */
export function createFollowing({ look, silence, longest }: Pace = PACE) {
  const open = new Map<string, number>();
  const count = (user: string, by: 1 | -1): void => {
    const now = (open.get(user) ?? 0) + by;
    if (now === 0) open.delete(user);
    else open.set(user, now);
  };
  return {
    mayFollow: (user: string): boolean => (open.get(user) ?? 0) < MOST,
    follow(c: Context, { shelf, user, job, after, closing }: Following): Response {
      count(user, 1);
      return streamSSE(c, async (stream) => {
        let present: Job | undefined = job;
        let told = after;
        const until = Date.now() + longest;
        let quietSince = Date.now();
        try {
          while (present && !stream.aborted && !closing.aborted && Date.now() < until) {
            if (present.event > told) {
              await stream.writeSSE(eventOf(present));
              told = present.event;
              quietSince = Date.now();
            } else if (Date.now() - quietSince >= silence) {
              await stream.write(': still here\n\n');
              quietSince = Date.now();
            }
            if (hasEnded(present)) return;
            await stream.sleep(look);
            // A database that is away for a while is looked for again.
            present = await ownJob(shelf, user, job.id).catch(() => present);
          }
        } finally {
          count(user, -1);
        }
      });
    },
  };
}

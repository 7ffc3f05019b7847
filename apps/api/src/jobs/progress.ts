import type { Connection } from '@cic/store';
import sql, { type Sql } from 'sql-template-tag';
import type { Problem } from '../problem.ts';
import { COLUMNS, type Job, OPEN, type Shelf } from './job.ts';

/** Changes jobs and tells of it; where that ends them, their files go with the same statement. */
const change = (council: string, which: Sql, set: Sql): Sql => sql`
  with changed as (
    update cic.job set event = event + 1, ${set} where council = ${council} and ${which} returning *
  ), gone as (
    delete from cic.job_file f using changed j where f.council = j.council and f.job = j.id and j.ended_at is not null
  )
  select ${COLUMNS} from changed`;

/** A job is begun, or begun again where whoever had it is gone; undefined where it has ended. */
export async function beginJob({ database, council }: Shelf, id: string): Promise<Job | undefined> {
  const [job] = await database.query<Job>(
    change(
      council,
      sql`id = ${id} and ${OPEN}`,
      sql`state = 'running', attempt = attempt + 1, steps_done = 0, steps_all = 0,
        started_at = coalesce(started_at, now())`,
    ),
  );
  return job;
}

/** One who carries out a job, told apart from those who did before. */
export type Attempt = Pick<Job, 'id' | 'attempt'>;

const held = ({ id, attempt }: Attempt): Sql =>
  sql`id = ${id} and attempt = ${attempt} and state = 'running'`;

/** Notes how far a job is; false where it is no longer theirs who ask: cancelled, or begun by another. */
export const noteSteps = async (
  { database, council }: Shelf,
  attempt: Attempt,
  { done, all }: Pick<Job, 'done' | 'all'>,
): Promise<boolean> =>
  (await database.query<Job>(change(council, held(attempt), sql`steps_done = ${done}, steps_all = ${all}`)))
    .length > 0;

/** Gives a job back to be begun again. */
export const handBack = async ({ database, council }: Shelf, attempt: Attempt): Promise<void> => {
  await database.query(change(council, held(attempt), sql`state = 'waiting'`));
};

/** How a job ends: with its result, or with what went wrong. */
export type End = { readonly result: object } | { readonly problem: Problem };

/** Ends a job, within whatever transaction; false where it is no longer theirs who ask. */
export const endJob = async (
  connection: Connection,
  council: string,
  attempt: Attempt,
  end: End,
): Promise<boolean> => {
  const set =
    'result' in end
      ? sql`state = 'completed', result = ${JSON.stringify(end.result)}::jsonb, steps_done = steps_all`
      : sql`state = 'failed', problem = ${JSON.stringify(end.problem)}::jsonb`;
  const ended = await connection.query<Job>(change(council, held(attempt), sql`${set}, ended_at = now()`));
  return ended.length > 0;
};

/** Cancels somebody's own job; undefined where there is none that has not ended. */
export async function cancelJob(
  connection: Connection,
  council: string,
  user: string,
  id: string,
): Promise<Job | undefined> {
  const [job] = await connection.query<Job>(
    change(
      council,
      sql`id = ${id} and by_user = ${user} and ${OPEN}`,
      sql`state = 'cancelled', ended_at = now()`,
    ),
  );
  return job;
}

/** How long a job is waited for, and kept when it has ended. */
const DAY = sql`interval '1 day'`;

/**
 * Gives up jobs that were not done within a day, whatever became of those who had them, and forgets those that ended a
 * day ago. Any process may do it at any time.
 */
export async function sweepJobs({ database, council }: Shelf, abandoned: Problem): Promise<void> {
  await database.query(
    change(
      council,
      sql`${OPEN} and created_at < now() - ${DAY}`,
      sql`state = 'failed', problem = ${JSON.stringify(abandoned)}::jsonb, ended_at = now()`,
    ),
  );
  await database.query(sql`delete from cic.job where council = ${council} and ended_at < now() - ${DAY}`);
}

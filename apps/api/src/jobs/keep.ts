import { createHash, randomUUID } from 'node:crypto';
import type { Asker } from '@cic/access';
import type { Connection } from '@cic/store';
import sql, { empty, join } from 'sql-template-tag';
import { COLUMNS, type Job, type JobFile, type JobState, OPEN, type Shelf } from './job.ts';

export interface NewJob {
  readonly kind: string;
  readonly parameters: object;
  readonly files: readonly JobFile[];
  /** Said by whoever asks, so that asking again makes no second job. */
  readonly key: string | undefined;
}

/** What was asked for, in short: the same key with something else is a mistake. */
function digestOf({ kind, parameters, files }: NewJob): string {
  const hash = createHash('sha256').update(JSON.stringify([kind, parameters, files.map(({ name }) => name)]));
  for (const { bytes } of files) hash.update(`${bytes.length}:`).update(bytes);
  return hash.digest('hex');
}

/** The job that was made, or is there already; why there is none otherwise. */
export type Made = Job | 'other request' | 'too many';

/** Jobs that one person may have waiting or running. */
const MOST = 50;

/**
 * Writes a job with its files, unless its key was used before.
 * @param line called in the same transaction with a job that is new, to put it in line
 */
export const addJob = (
  { database, council }: Shelf,
  asker: Asker,
  asked: NewJob,
  line: (id: string, connection: Connection) => Promise<void>,
): Promise<Made> => {
  const { from: _from, ...kept } = asker;
  const { user } = asker;
  const request = digestOf(asked);
  return database.transaction(async (connection) => {
    const [open] = await connection.query<{ n: number }>(sql`
      select count(*)::int as n from cic.job where council = ${council} and by_user = ${user} and ${OPEN}
        and (key is null or key is distinct from ${asked.key ?? null})`);
    if (open!.n >= MOST) return 'too many';
    const [job] = await connection.query<Job>(sql`
      insert into cic.job (council, id, kind, by_user, asker, parameters, key, request)
      values (${council}, ${randomUUID()}, ${asked.kind}, ${user}, ${JSON.stringify(kept)}::jsonb,
        ${JSON.stringify(asked.parameters)}::jsonb, ${asked.key ?? null}, ${request})
      on conflict (council, by_user, key) where key is not null do nothing
      returning ${COLUMNS}`);
    if (!job) {
      const [known] = await connection.query<Job & { request: string }>(sql`
        select ${COLUMNS}, request from cic.job
        where council = ${council} and by_user = ${user} and key = ${asked.key ?? null}`);
      return known?.request === request ? known : 'other request';
    }
    for (const [place, { name, bytes }] of asked.files.entries()) {
      await connection.query(sql`
        insert into cic.job_file (council, job, place, name, bytes)
        values (${council}, ${job.id}, ${place}, ${name}, ${Buffer.from(bytes)})`);
    }
    await line(job.id, connection);
    return job;
  });
};

/** The files that were sent with a job, in the order they were sent. */
export const filesOf = ({ database, council }: Shelf, id: string): Promise<JobFile[]> =>
  database.query<JobFile>(sql`
    select name, bytes from cic.job_file where council = ${council} and job = ${id} order by place`);

/** Somebody's own jobs, the last first. */
export const ownJobs = ({ database, council }: Shelf, user: string, limit: number): Promise<readonly Job[]> =>
  database.query<Job>(sql`
    select ${COLUMNS} from cic.job where council = ${council} and by_user = ${user}
    order by created_at desc, id limit ${limit}`);

/** Somebody's own job; of others' nobody learns that they exist. */
export async function ownJob(
  { database, council }: Shelf,
  user: string,
  id: string,
): Promise<Job | undefined> {
  const [job] = await database.query<Job>(
    sql`select ${COLUMNS} from cic.job where council = ${council} and by_user = ${user} and id = ${id}`,
  );
  return job;
}

/** What a job came to, where it completed. */
export async function resultOf({ database, council }: Shelf, id: string): Promise<object | undefined> {
  const [row] = await database.query<{ result: object | null }>(
    sql`select result from cic.job where council = ${council} and id = ${id} and state = 'completed'`,
  );
  return row?.result ?? undefined;
}

/** Jobs that have not ended, the oldest first, but for some. */
export const openJobs = (
  { database, council }: Shelf,
  except: readonly string[],
  limit: number,
): Promise<readonly { readonly id: string }[]> =>
  database.query<{ id: string }>(sql`
    select id from cic.job where council = ${council} and ${OPEN}
      ${except.length === 0 ? empty : sql`and id not in (${join(except)})`}
    order by created_at, id limit ${limit}`);

export interface JobCount {
  readonly kind: string;
  readonly state: JobState;
  readonly jobs: number;
}

/** How many jobs there are: whose they are is not told. */
export const jobCounts = ({ database, council }: Shelf): Promise<readonly JobCount[]> =>
  database.query<JobCount>(sql`
    select kind, state, count(*)::int as jobs from cic.job where council = ${council} group by 1, 2 order by 1, 2`);

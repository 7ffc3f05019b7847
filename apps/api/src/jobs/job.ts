import type { Asker } from '@cic/access';
import { councilOnly, type Migration, type Store } from '@cic/store';
import sql from 'sql-template-tag';
import type { Problem } from '../problem.ts';

export type JobState = 'waiting' | 'running' | 'completed' | 'failed' | 'cancelled';

/** A job as it is kept: who asked for what, how far it is. Nobody but whoever asked sees it. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  /** Whose eyes it sees with. */
  readonly asker: Asker;
  readonly parameters: object;
  readonly state: JobState;
  /** How often it was begun: only the last to begin it may end it. */
  readonly attempt: number;
  /** Number of the last change to what is told here, from 1. */
  readonly event: number;
  readonly done: number;
  /** Steps there are; 0 until that is known. */
  readonly all: number;
  readonly problem: Problem | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
}

/** A file that was sent with a job: kept until the job has ended and no longer. */
export interface JobFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const jobMigration: Migration = {
  name: '0003-jobs',
  statements: [
    `create table cic.job (
      council text not null,
      id text not null,
      kind text not null,
      by_user text not null,
      asker jsonb not null,
      parameters jsonb not null,
      key text,
      request text not null,
      state text not null default 'waiting'
        check (state in ('waiting', 'running', 'completed', 'failed', 'cancelled')),
      attempt integer not null default 0,
      event integer not null default 1,
      steps_done integer not null default 0,
      steps_all integer not null default 0,
      result jsonb,
      problem jsonb,
      created_at timestamptz not null default now(),
      started_at timestamptz,
      ended_at timestamptz,
      primary key (council, id)
    )`,
    'create unique index job_key on cic.job (council, by_user, key) where key is not null',
    'create index job_of on cic.job (council, by_user, created_at)',
    ...councilOnly('cic.job'),
    'grant select, insert, update, delete on cic.job to cic_app',
    `create table cic.job_file (
      council text not null,
      job text not null,
      place integer not null,
      name text not null,
      bytes bytea not null,
      primary key (council, job, place),
      foreign key (council, job) references cic.job (council, id) on delete cascade
    )`,
    ...councilOnly('cic.job_file'),
    'grant select, insert, delete on cic.job_file to cic_app',
  ],
};

/** Where jobs are kept. */
export type Shelf = Pick<Store, 'database' | 'council'>;

/** What is read of a job. */
export const COLUMNS = sql`id, kind, asker, parameters, state, attempt, event, steps_done as done, steps_all as "all", problem,
  created_at as "createdAt", started_at as "startedAt", ended_at as "endedAt"`;

export const hasEnded = ({ state }: Pick<Job, 'state'>): boolean =>
  state !== 'waiting' && state !== 'running';

/** A job that has not ended. */
export const OPEN = sql`state in ('waiting', 'running')`;

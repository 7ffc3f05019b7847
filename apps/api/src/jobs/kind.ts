import type { Connection, Refusal, Session } from '@cic/store';
import type { z } from 'zod';
import type { WorkingDeployment } from '../deployment.ts';
import type { JobFile } from './job.ts';

/** What a kind of job has at hand while it is carried out. */
export interface JobWork<Parameters = object> {
  readonly deployment: WorkingDeployment;
  /** The store as whoever asked sees it now. */
  readonly session: Session;
  readonly parameters: Parameters;
  /** What was sent with the job. */
  readonly files: () => Promise<readonly JobFile[]>;
  /**
   * Tells how far it is, and is the place where a job stops when it was cancelled or its worker is to end.
   * @throws when it has to stop: to be let through
   */
  readonly step: (done: number, all: number) => Promise<void>;
  /**
   * For kinds that write: ends the job in the transaction that writes, so that both happen or neither. Kinds that only
   * read return their result instead.
   */
  readonly settle: (connection: Connection, result: object) => Promise<void>;
}

/** A kind of work that may be asked for. Packages add their own as data: `createServer({ jobKinds: [ours] })`. */
export interface JobKind<Parameters = object> {
  readonly id: string;
  /** For the documentation: 'Bring in a return that was previewed'. */
  readonly summary: string;
  /** No more than what names things: ids, years, digests. */
  readonly parameters: z.ZodType<Parameters>;
  /** Whether files are sent with it. */
  readonly takesFiles?: boolean;
  /** Why somebody may not have it, if so: asked when it is posted, when it is begun, and when its result is read. */
  readonly refuses: (asked: Pick<JobWork, 'deployment' | 'session'>) => Refusal | undefined;
  readonly run: (work: JobWork<Parameters>) => Promise<object | Refusal>;
}

/** A kind of job, checked against its own parameters, as one of a list of kinds. */
export const defineJobKind = <Parameters extends object>(kind: JobKind<Parameters>): JobKind =>
  kind as unknown as JobKind;

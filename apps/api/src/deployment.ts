import type { Asker } from '@cic/access';
import type { Council, Day, HistoryFor, Period } from '@cic/core';
import type { Session, Store } from '@cic/store';
import type { Jobs } from './jobs/jobs.ts';
import type { JobKind } from './jobs/kind.ts';
import type { PageSignIn } from './signIn/pages.ts';
import type { SignIn } from './signIn/signIn.ts';

/** What the API serves: a council and what is known of its children, in memory. Whoever reaches it reads everything. */
export interface Deployment {
  readonly council: Council;
  readonly historyFor: HistoryFor;
  /** Periods for which there is data, in order of time; the last one is the default. */
  readonly periods: readonly Period[];
  /** The last day that is known; duties are asked as at this day unless told otherwise. */
  readonly asAt: Day;
  /** Said on the start page and in the API's description: 'synthetic children'. */
  readonly note?: string;
}

/** A council with its records in a store: everybody signs in, and sees what the policy gives them. */
export interface StoredDeployment {
  readonly council: Council;
  readonly store: Store;
  readonly signIn: SignIn;
  /** How people sign in to the pages in a browser; where left out, only those with a token are let in. */
  readonly pages?: PageSignIn;
  /** The last day that is known; today where left out. */
  readonly asAt?: () => Day;
  readonly note?: string;
  /** Whether the address of a caller stands in X-Forwarded-For, put there by a proxy in front. */
  readonly behindProxy?: boolean;
  readonly limits?: Limits;
  /** Hosts (with their port, where it is not the usual one) that webhooks may be sent to; none where left out. */
  readonly webhookHosts?: readonly string[];
  /** Kinds of background work besides those there always are. */
  readonly jobKinds?: readonly JobKind[];
  /** Carries out background work; where left out, this process does, one job at a time. */
  readonly jobs?: Jobs;
  /** Who somebody is now, asked when a job of theirs is begun; undefined where they are gone. As they were if left out. */
  readonly askerNow?: (asker: Asker) => Promise<Asker | undefined>;
}

/** What background work has of a deployment: everything but how people get in. */
export type WorkingDeployment = Omit<StoredDeployment, 'signIn'>;

export interface Limits {
  /** Bytes a record's body may have; 1 MB where left out. */
  readonly body?: number;
  /** Bytes an uploaded return may have, and the files of a job together; 64 MB where left out. */
  readonly upload?: number;
  /** Requests one person may make in a minute; 600 where left out. */
  readonly perMinute?: number;
}

/** What a signed-in request carries. */
export interface Signed {
  Variables: { readonly deployment: StoredDeployment; readonly session: Session };
}

export const isStored = (deployment: Deployment | StoredDeployment): deployment is StoredDeployment =>
  'store' in deployment;

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Override, policyOf } from '@cic/access';
import type { Council, Day } from '@cic/core';
import { type BrokenGlass, openStore, type Store } from '@cic/store';
import { serve } from '@hono/node-server';
import { createApi } from './app.ts';
import type { Limits, StoredDeployment } from './deployment.ts';
import { type JobOptions, openWork } from './jobs/work.ts';
import { migrations } from './migrations.ts';
import { keepMakingReports } from './reports/due.ts';
import { type OpenIdConnectOptions, openIdConnect } from './signIn/openIdConnect.ts';
import { type PageSignInOptions, pageSignIn } from './signIn/pages.ts';
import type { SignIn } from './signIn/signIn.ts';
import { keepDelivering } from './webhooks/deliver.ts';

export interface WorkerOptions {
  readonly council: Council;
  /** `postgres://…` with the application's own login; a folder, or nothing, for the embedded database. */
  readonly database?: string;
  /** 32 secret bytes in hexadecimal, the same for good: `openssl rand -hex 32`. */
  readonly pseudonymKey: string;
  /** The council's own word on who sees what, over the plugins' rules. */
  readonly access?: readonly Override[];
  /** Told at once when somebody opens a record in an emergency: alert whoever has to know. */
  readonly onBrokenGlass?: (glass: BrokenGlass) => void;
  readonly asAt?: () => Day;
  readonly jobs?: JobOptions;
}

export interface ServerOptions extends WorkerOptions {
  readonly oidc: OpenIdConnectOptions;
  /** Lets people in by a browser too, with sessions of their own. */
  readonly pages?: PageSignInOptions;
  /** 8080 where left out; 0 for any that is free. */
  readonly port?: number;
  /** This machine only where left out; '0.0.0.0' behind a proxy that speaks TLS. */
  readonly host?: string;
  readonly behindProxy?: boolean;
  readonly limits?: Limits;
  /** Hosts that webhooks may be sent to. */
  readonly webhookHosts?: readonly string[];
  readonly note?: string;
}

export interface RunningServer {
  readonly url: string;
  readonly store: Store;
  /** Takes no new requests, finishes those that run, closes the store. */
  close(): Promise<void>;
}

/** Milliseconds that running requests are given to finish. */
const GRACE = 10_000;

const listening = (server: Server): Promise<AddressInfo> =>
  new Promise((done, failed) => {
    server.once('error', failed);
    server.once('listening', () => done(server.address() as AddressInfo));
  });

/** Puts an API on a port, with limits on how long a caller may take. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { port = 8080, host = '127.0.0.1' }: Pick<ServerOptions, 'port' | 'host'>,
) {
  const server = serve({
    fetch,
    port,
    hostname: host,
    serverOptions: {
      requestTimeout: 120_000,
      headersTimeout: 15_000,
      keepAliveTimeout: 10_000,
      maxHeaderSize: 32 * 1024,
    },
  }) as Server;
  const at = await listening(server);
  return {
    url: `http://${at.family === 'IPv6' ? `[${at.address}]` : at.address}:${at.port}`,
    close: () =>
      new Promise<void>((done) => {
        const late = setTimeout(() => server.closeAllConnections(), GRACE);
        // A connection whose request has just been answered would be kept open for another.
        const idle = setInterval(() => server.closeIdleConnections(), 50);
        server.close(() => {
          clearTimeout(late);
          clearInterval(idle);
          done();
        });
      }),
  };
}

/** A store with the API's own tables, under the council's policy. */
export const openDeploymentStore = (
  options: Pick<ServerOptions, 'council' | 'database' | 'pseudonymKey' | 'access' | 'onBrokenGlass'>,
): Promise<Store> => {
  const { council, database, pseudonymKey, access = [], onBrokenGlass } = options;
  return openStore({
    council: council.id,
    policy: policyOf(council, { overrides: access }),
    pseudonymKey,
    migrations,
    ...(onBrokenGlass ? { onBrokenGlass } : {}),
    ...(database === undefined ? {} : { database }),
  });
};

/**
 * A process that does background work and nothing else: more of them add capacity. Start as many as there is work for,
 * on whatever machines reach the database.
 */
export async function createWorker(options: WorkerOptions): Promise<{ close(): Promise<void> }> {
  const { store, jobs } = await openWork(options, await openDeploymentStore(options));
  await jobs.work(options.jobs?.atOnce ?? 1);
  return {
    async close() {
      await jobs.close();
      await store.close();
    },
  };
}

/**
 * A council's own deployment: its records in PostgreSQL, people signed in by its OpenID Connect provider. The database
 * has been migrated by its owner beforehand; `docs/deploy.md` walks through it.
 */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const signIn: SignIn = openIdConnect(options.oidc);
  const working = await openWork(options, await openDeploymentStore(options));
  const { store, jobs } = working;
  const { note, behindProxy, limits, webhookHosts } = options;
  const deployment: StoredDeployment = {
    ...working,
    signIn,
    ...(options.pages ? { pages: pageSignIn(store, options.pages) } : {}),
    ...(note === undefined ? {} : { note }),
    ...(behindProxy === undefined ? {} : { behindProxy }),
    ...(limits ? { limits } : {}),
    ...(webhookHosts ? { webhookHosts } : {}),
  };
  const { url, close } = await listen(createApi(deployment).fetch, options).catch(async (error: unknown) => {
    await jobs.close();
    await store.close();
    throw error;
  });
  const stopDelivering = keepDelivering(store);
  const stopMaking = keepMakingReports(working);
  await jobs.work(options.jobs?.atOnce ?? 1);
  return {
    url,
    store,
    async close() {
      await Promise.all([close(), stopDelivering(), stopMaking(), jobs.close()]);
      await store.close();
    },
  };
}

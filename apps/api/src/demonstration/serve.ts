import { resolve } from 'node:path';
import { createApi } from '../app.ts';
import type { StoredDeployment } from '../deployment.ts';
import { takeFolder } from '../lock.ts';
import { listen } from '../server.ts';
import { DEVELOPMENT_NOTICE } from '../signIn/development.ts';
import { type Demonstration, demonstrationDeployment } from './deployment.ts';

function stop(code: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

/** Records that are brought in in a second, on a small machine. */
const PER_SECOND = 8000;
const secondsFor = (records: number): number => Math.ceil(records / PER_SECOND / 5) * 5;

export interface ServeOptions {
  /** Said where the council is: 'Sample Council'. */
  readonly name: string;
  /** Names the records kept in the folder: others' or another year's are kept beside them. */
  readonly dataset: string;
  /** Made when the port is there, so that a taken port is told at once. */
  readonly make: () => Demonstration | Promise<Demonstration>;
}

/**
 * Serves a council with synthetic children on this machine only, until it is stopped. `PORT` chooses the port, `CIC_DATA`
 * where the records are kept: a folder, or 'memory'. Says in one sentence why it cannot start, and ends the process.
 */
export async function serveDemonstration({ name, dataset, make }: ServeOptions): Promise<void> {
  const port = Number(process.env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    stop(2, `PORT is a number from 0 to 65535, not '${process.env.PORT}'.`);
  }
  const data = process.env.CIC_DATA ?? '.cic';
  if (process.env.NODE_ENV === 'production' || data.includes('://')) {
    stop(
      2,
      'The sample council lets everybody in, so it does not start in production or with a database elsewhere: docs/deploy.md shows a deployment of your own.',
    );
  }
  let opened: Promise<{ deployment: StoredDeployment; api: ReturnType<typeof createApi> }>;
  let giveBack: (() => Promise<void>) | undefined;

  async function open() {
    const folder = data === 'memory' ? undefined : resolve(data, dataset);
    giveBack = folder === undefined ? undefined : await takeFolder(folder);
    const deployment = await demonstrationDeployment(await make(), {
      environment: process.env.NODE_ENV,
      onFill: (records) =>
        process.stderr.write(
          `Bringing in ${records.toLocaleString('en-GB')} synthetic records: once, about ${secondsFor(records)} seconds.\n`,
        ),
      ...(folder !== undefined && giveBack ? { folder } : {}),
    });
    return { deployment, api: createApi(deployment) };
  }

  // The port first: whoever comes early waits until the records are there.
  const server = await listen(async (request) => (await opened).api.fetch(request), { port }).catch(
    (error: NodeJS.ErrnoException) =>
      stop(
        1,
        error.code === 'EADDRINUSE'
          ? `Port ${port} is taken by another program: stop it, or choose another port, as in PORT=${port + 1}.`
          : `The server cannot start: ${error.message}.`,
      ),
  );
  opened = open();
  const { deployment } = await opened.catch((error: Error) =>
    stop(1, `${name} cannot start: ${error.message}`),
  );

  const { url } = server;
  process.stdout.write(
    `${name} is at ${url}\n\n` +
      `  ${url}/          figures over the last five years\n` +
      `  ${url}/docs      the API, to browse and to try\n` +
      `  ${url}/children  synthetic children and their care histories\n\n` +
      `${DEVELOPMENT_NOTICE}\n` +
      `Be somebody else: curl -H 'Authorization: Development social-worker' ${url}/children\n\n` +
      'Press Ctrl+C to stop.\n',
  );

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await server.close();
      await deployment.store.close();
      await giveBack?.();
      process.exit(0);
    });
  }
}

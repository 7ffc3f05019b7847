import { resolve } from 'node:path';
import { createApi } from './app.ts';
import type { StoredDeployment } from './deployment.ts';
import { takeFolder } from './lock.ts';
import { sampleDeployment } from './sample.ts';
import { listen } from './server.ts';
import { DEVELOPMENT_NOTICE } from './signIn/development.ts';

/**
 * Serves the sample council on this machine only. `PORT` chooses the port, `CIC_DATA` where the records are kept: a
 * folder, or 'memory'.
 */
function stop(code: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

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

/** The last collection year that is over: the sample's data end on its 31 March. */
function lastCollectionYear(today: Date): number {
  const year = today.getFullYear();
  return today.getMonth() >= 3 ? year : year - 1;
}

const lastYear = lastCollectionYear(new Date());
let opened: Promise<{ deployment: StoredDeployment; api: ReturnType<typeof createApi> }>;
let giveBack: (() => Promise<void>) | undefined;

async function open() {
  const folder = data === 'memory' ? undefined : resolve(data, `sample-${lastYear}`);
  giveBack = folder === undefined ? undefined : await takeFolder(folder);
  const deployment = await sampleDeployment({
    lastYear,
    environment: process.env.NODE_ENV,
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
  stop(1, `The sample council cannot start: ${error.message}`),
);

const { url } = server;
process.stdout.write(
  `Sample Council is at ${url}\n\n` +
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

import { serve } from '@hono/node-server';
import { createApi } from './app.ts';
import { sampleDeployment } from './sample.ts';

/** Serves the sample council on this machine only. `PORT` chooses the port. */
const port = Number(process.env.PORT ?? 8080);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write(`PORT is a number from 0 to 65535, not '${process.env.PORT}'.\n`);
  process.exit(2);
}

/** The last collection year that is over: the sample's data end on its 31 March. */
function lastCollectionYear(today: Date): number {
  const year = today.getFullYear();
  return today.getMonth() >= 3 ? year : year - 1;
}

const server = serve(
  { fetch: createApi(sampleDeployment(lastCollectionYear(new Date()))).fetch, port, hostname: '127.0.0.1' },
  (info) => {
    const address = `http://127.0.0.1:${info.port}`;
    process.stdout.write(
      `Sample Council is at ${address}\n\n` +
        `  ${address}/          figures over the last five years\n` +
        `  ${address}/docs      the API, to browse and to try\n` +
        `  ${address}/children  synthetic children and their care histories\n\n` +
        'Press Ctrl+C to stop.\n',
    );
  },
);

server.on('error', (error: NodeJS.ErrnoException) => {
  process.stderr.write(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is taken by another program: stop it, or choose another port, as in PORT=${port + 1}.\n`
      : `The server cannot start: ${error.message}.\n`,
  );
  process.exit(1);
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => server.close(() => process.exit(0)));
}

import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PACKAGED = '/usr/lib/postgresql';

/** Where the server's own programs are: the newest of Debian's package, or wherever the path says. */
async function folderOfPrograms(): Promise<string> {
  const versions = await readdir(PACKAGED).catch(() => []);
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  return newest === undefined ? '' : `${PACKAGED}/${newest}/bin/`;
}

/** PostgreSQL refuses to run as root. */
async function whoRuns(): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)),
  );
  return { uid: uid!, gid: gid! };
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

/** A PostgreSQL server of one test's own, which may be ended as a power cut would end it. */
export async function ownCluster(settings: Readonly<Record<string, string>>) {
  const programs = await folderOfPrograms();
  const as = await whoRuns();
  const folder = await mkdtemp(join(tmpdir(), 'cic-cluster-'));
  if (as.uid !== undefined) await chown(folder, as.uid, as.gid!);
  const port = await freePort();
  const data = join(folder, 'data');
  const options = Object.entries({ port: String(port), unix_socket_directories: folder, ...settings })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
  const control = (...rest: string[]) =>
    run(`${programs}pg_ctl`, ['--pgdata', data, '--wait', '--silent', ...rest], { cwd: folder, ...as });
  const start = () => control('--log', join(folder, 'log'), '--options', options, 'start');
  await run(`${programs}initdb`, ['--pgdata', data, '--username=owner', '--auth=trust', '--no-sync'], {
    cwd: folder,
    ...as,
  });
  await start();
  return {
    urlOf: (user: string) => `postgres://${user}@127.0.0.1:${port}/postgres`,
    start,
    /** At once: what was not on disk is gone. */
    cut: () => control('--mode=immediate', 'stop'),
    async drop() {
      await control('--mode=immediate', 'stop').catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

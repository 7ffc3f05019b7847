import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createDatabase, KEY, urlOf } from '@cic/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProvider } from '../src/testing/provider.ts';

const run = promisify(execFile);
const api = fileURLToPath(new URL('..', import.meta.url));
const guide = fileURLToPath(new URL('../../../docs/deploy.md', import.meta.url));

let folder: string;
let database: Awaited<ReturnType<typeof createDatabase>>;
let keys: Awaited<ReturnType<typeof aProvider>>;
let environment: NodeJS.ProcessEnv;
let token: string;
let server: ChildProcess | undefined;

/** The JavaScript of the guide, in order, as the files it names them. */
async function filesOfTheGuide(): Promise<Readonly<Record<string, string>>> {
  const blocks = [...(await readFile(guide, 'utf8')).matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(
    ([, code]) => code!,
  );
  const [council, prepare, serve, work] = blocks;
  return {
    'council.config.js': council!,
    'prepare.js': prepare!,
    'server.js': serve!,
    'worker.js': work!,
  };
}

beforeAll(async () => {
  // Beside the built package, so that its name resolves to it.
  folder = await mkdtemp(join(api, '.deploy-guide-'));
  database = await createDatabase();
  const login = `${database.name}_app`;
  for (const [name, code] of Object.entries(await filesOfTheGuide())) {
    // Another port and login than the guide's, since tests run side by side.
    const own = code.replace('port: 8080', 'port: 0').replace("'our_council_app'", `'${login}'`);
    await writeFile(join(folder, name), own);
  }
  keys = await aProvider();
  token = await keys.tokenFor('officer', ['records-officer']);
  environment = {
    ...process.env,
    CIC_OWNER_URL: database.ownerUrl,
    CIC_LOGIN_PASSWORD: 'a-password',
    CIC_DATABASE_URL: urlOf(database.name, login),
    CIC_PSEUDONYM_KEY: KEY,
    OIDC_ISSUER: keys.issuer,
    OIDC_AUDIENCE: 'cic',
  };
});

afterAll(async () => {
  server?.kill('SIGKILL');
  keys.close();
  await rm(folder, { recursive: true });
  const login = `${database.name}_app`;
  await database.owner.query(`drop owned by ${login}`);
  await database.owner.query(`drop role ${login}`);
  await database.drop();
});

const prepare = () => run(process.execPath, ['prepare.js'], { cwd: folder, env: environment });

describe('the guide to a deployment, followed as it stands', () => {
  it('prepares the database, once however often', async () => {
    const { stdout } = await prepare();
    expect(stdout).toMatch(/^store\/0001-records\n/);
    expect(stdout).toContain(`\nlogin ${database.name}_app\n`);
    expect((await prepare()).stdout).toBe('Nothing to do.\n');
  });

  it('serves the council to whoever has a token, and ends when told', async () => {
    server = spawn(process.execPath, ['server.js'], { cwd: folder, env: environment });
    const [said] = (await once(server.stdout!, 'data')) as [Buffer];
    const [, url] = /^Our Council is at (http:\S+)/.exec(said.toString())!;
    const stranger = await fetch(`${url}/records/child`);
    expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="cic"']);
    const made = await fetch(`${url}/records/child`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{"id":"C1","dateOfBirth":"2012-05-17","sex":"F"}',
    });
    expect(await made.json()).toMatchObject({ type: 'child', id: 'C1', version: 1, recordedBy: 'officer' });
    server.kill('SIGTERM');
    const [code] = await once(server, 'exit');
    expect(code).toBe(0);
  });

  it('adds a worker, which ends when told', async () => {
    const worker = spawn(process.execPath, ['worker.js'], { cwd: folder, env: environment });
    const [said] = (await once(worker.stdout, 'data')) as [Buffer];
    expect(said.toString()).toBe('A worker of Our Council is at work\n');
    worker.kill('SIGTERM');
    const [code] = await once(worker, 'exit');
    expect(code).toBe(0);
  });
});

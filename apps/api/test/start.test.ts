import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createClient } from '../src/client.ts';

const built = fileURLToPath(new URL('../dist/start.js', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'cic-sample-'));
const running: ChildProcess[] = [];

function start(port: string, more: Record<string, string> = {}) {
  const server = spawn(process.execPath, [built], {
    env: { ...process.env, PORT: port, CIC_DATA: data, ...more },
  });
  running.push(server);
  let said = '';
  const told = (stream: NodeJS.ReadableStream) => stream.on('data', (piece) => (said += piece));
  told(server.stdout);
  told(server.stderr);
  return {
    server,
    said: () => said,
    until: async (words: RegExp): Promise<RegExpExecArray> => {
      for (;;) {
        const found = words.exec(said);
        if (found) return found;
        if (server.exitCode !== null) throw new Error(`the server stopped: ${said}`);
        await once(server.stdout, 'data');
      }
    },
  };
}

afterEach(() => {
  for (const server of running.splice(0)) server.kill('SIGKILL');
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

describe('the sample council', () => {
  it('is served by the built server, which says where, and stops when asked', async () => {
    const { server, until } = start('0');
    const [, address] = await until(/Sample Council is at (http:\S+)/);
    const api = createClient(address!);
    const answer = await api.indicators[':id'].value.$get({ param: { id: 'children-in-care' }, query: {} });
    const body = await answer.json();
    expect('value' in body && body.value).toBeGreaterThan(150);
    const front = await (await fetch(`${address}/`)).text();
    expect(front).toContain('Every child here is synthetic.');
    for (const field of [
      'core',
      'education',
      'health',
      'safeguarding',
      'adoption',
      'leaving-care',
      'engagement',
    ])
      expect(front).toContain(`<details id="${field}"`);
    expect((await fetch(`${address}/docs/swagger-ui-bundle.js`)).status).toBe(200);
    for (const page of ['/', '/docs']) {
      const shown = await fetch(`${address}${page}`);
      expect(await shown.text()).toContain('Development sign-in:');
      expect(shown.headers.get('cic-sign-in')).toContain('Development sign-in:');
    }
    const worker = await fetch(`${address}/children`, {
      headers: { authorization: 'Development social-worker' },
    });
    const { children } = (await worker.json()) as { children: { id: string }[] };
    expect(children.length).toBeGreaterThan(0);
    expect(children[0]!.id).toMatch(/^SYN/);
    server.kill('SIGTERM');
    const [code] = await once(server, 'exit');
    expect(code).toBe(0);
  });

  it('says in one sentence that the port is taken', async () => {
    const first = start('0');
    const [, port] = await first.until(/127\.0\.0\.1:(\d+)/);
    const second = start(port!);
    const [code] = await once(second.server, 'exit');
    expect(code).toBe(1);
    expect(second.said()).toBe(
      `Port ${port} is taken by another program: stop it, or choose another port, as in PORT=${Number(port) + 1}.\n`,
    );
  });

  it('lets nobody in in production, nor with a database elsewhere', async () => {
    for (const more of [{ NODE_ENV: 'production' }, { CIC_DATA: 'postgres://db.internal/cic' }]) {
      const { server, said } = start('0', more);
      const [code] = await once(server, 'exit');
      expect(code).toBe(2);
      expect(said()).toContain('The sample council lets everybody in, so it does not start in production');
    }
  });

  it('says in one sentence that the port is no port', async () => {
    const { server, said } = start('http');
    const [code] = await once(server, 'exit');
    expect([code, said()]).toEqual([2, "PORT is a number from 0 to 65535, not 'http'.\n"]);
  });
});

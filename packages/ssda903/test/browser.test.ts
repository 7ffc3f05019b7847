import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticReturn } from '../benchmarks/synthetic-return.ts';
import { answer } from './browser-worker.ts';

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const browserPath = BROWSERS.find((path) => existsSync(path));

const WORKER = `
import { answer } from './browser-worker.ts';
self.onmessage = async ({ data }) => self.postMessage(await answer(data));
`;

/** A page that may load nothing but its own script, and evaluate nothing; packing a workbook takes a worker from a blob. */
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self' blob:; connect-src 'self'";

const question = { now: syntheticReturn(60, 2026), last: syntheticReturn(60, 2025), year: 2026 };

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: WORKER, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@cic/source'],
  });
  return outputFiles[0]!.text;
}

describe('in a browser', () => {
  let script = '';
  let server: Server;
  let browser: Browser | undefined;

  beforeAll(async () => {
    script = await bundle();
    server = createServer((request, response) => {
      const isScript = request.url === '/worker.js';
      response.setHeader('Content-Security-Policy', POLICY);
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? script : '<!doctype html><title>A return in the browser</title>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  it('all that a page needs, every rule included, is under 300 kB compressed', () => {
    expect(gzipSync(script).length).toBeLessThan(300_000);
  });

  it('nothing of Node is in the bundle', () => {
    expect(script).not.toMatch(/\brequire\(|node:/);
  });

  it.runIf(browserPath !== undefined || process.env['CI'])('a worker says the same as here', async () => {
    browser = await chromium.launch({
      executablePath: browserPath ?? BROWSERS[0]!,
      args: ['--no-sandbox', '--disable-gpu'],
    });
    const page = await browser.newPage();
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/`);
    const plain = {
      ...question,
      now: question.now.map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) })),
      last: question.last.map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) })),
    };
    const inBrowser = await page.evaluate(async ({ now, last, year }) => {
      const files = (given: typeof now) =>
        given.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
      const { Worker } = globalThis as unknown as {
        Worker: new (
          url: string,
        ) => {
          postMessage(what: unknown): void;
          onmessage: (event: { data: unknown }) => void;
          onerror: (event: { message: string }) => void;
        };
      };
      const worker = new Worker('/worker.js');
      return await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage({ now: files(now), last: files(last), year });
      });
    }, plain);
    expect(inBrowser).toEqual(JSON.parse(JSON.stringify(await answer(question))));
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../src/app.ts';
import { demonstrationDeployment } from '../src/demonstration/deployment.ts';
import { sampleCouncil } from '../src/demonstration/sample.ts';

const run = promisify(execFile);
const compiler = fileURLToPath(new URL('../../../node_modules/typescript7/bin/tsc', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(fileURLToPath(new URL('../.generated-', import.meta.url)));
});
afterAll(() => rm(folder, { recursive: true }));

const USE = `
import createClient from 'openapi-fetch';
import type { paths } from './api.js';

const client = createClient<paths>({ baseUrl: 'https://council.example' });
const { data } = await client.GET('/records/episode/{id}', { params: { path: { id: 'E-1' } } });
export const start: string | undefined = data?.record.start;
const { data: plan } = await client.GET('/records/personal-education-plan', { params: { query: { limit: 10 } } });
// A list is JSON, CSV or NDJSON, as it is asked for.
export const next: string | null | undefined = typeof plan === 'object' ? plan.next : undefined;
// @ts-expect-error: there is no such route
await client.GET('/records/unheard-of');
`;

describe('a client generated from the OpenAPI document', () => {
  it('compiles, with every plugin enabled', async () => {
    const { council, asAt } = sampleCouncil(2026);
    const deployment = await demonstrationDeployment({ council, records: [], asAt }, { environment: 'test' });
    const document = (await (await createApi(deployment).request('/openapi.json')).json()) as OpenAPI3;
    await deployment.store.close();
    await writeFile(join(folder, 'api.d.ts'), astToString(await openapiTypes(document)));
    await writeFile(join(folder, 'use.ts'), USE);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', ''];
    const { stdout } = await run(process.execPath, [compiler, ...options, join(folder, 'use.ts')]).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe('');
  });
});

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Review, review } from '@cic/core/records';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiProblem, connect } from './index.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

type Answer = (response: ServerResponse, asked: Asked, number: number) => void;

/** A server on this machine that answers as told, and a client of it. */
async function aServer(answer: Answer) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const { method = '', url: path = '', headers } = request;
    asked.push({ method, path, headers, body });
    answer(response, asked.at(-1)!, asked.length);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, client: connect({ url, authorization: () => 'Bearer token', retries: 2 }) };
}

const json = (response: ServerResponse, status: number, body: unknown, headers: object = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

const seen = (id: string) => ({ type: 'review', id, version: 1, record: {}, recordedAt: '', recordedBy: '' });
const held = review.schema.examples![0] as Review;

describe('a client of the API', () => {
  it('follows the pages of a list to their end, asking in bodies', async () => {
    const { client, asked } = await aServer((response, { body }) => {
      const { cursor } = JSON.parse(body) as { cursor?: string };
      json(response, 200, {
        records: [seen(cursor ?? 'first')],
        next: cursor === undefined ? 'second' : null,
      });
    });
    const ids: string[] = [];
    const where = [{ field: 'child', is: 'equal', value: 'SYN1' }] as const;
    for await (const { id } of client.records(review).list({ where })) ids.push(id);
    expect(ids).toEqual(['first', 'second']);
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /records/review/query',
      'POST /records/review/query',
    ]);
  });

  it('waits as long as it is told and asks again', async () => {
    const { client, asked } = await aServer((response, _asked, number) =>
      number < 3 ? json(response, 503, {}, { 'retry-after': '0' }) : json(response, 200, seen('R1')),
    );
    expect((await client.records(review).get('R1'))?.id).toBe('R1');
    expect(asked).toHaveLength(3);
  });

  it('creates once, however often it has to send: each time with the same key', async () => {
    const { client, asked } = await aServer((response, _asked, number) =>
      number === 1 ? response.destroy() : json(response, 201, seen('R1')),
    );
    await client.records(review).create(held);
    const keys = asked.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('does not send a change again whose answer was lost: it may have been done', async () => {
    const { client, asked } = await aServer((response) => response.destroy());
    await expect(client.records(review).change('R1', {}, 1)).rejects.toThrow();
    expect(asked).toHaveLength(1);
    expect(asked[0]!.headers['if-match']).toBe('"1"');
  });

  it('gives up after as many repetitions as it may make, with what the API said', async () => {
    const { client, asked } = await aServer((response) =>
      json(response, 503, { type: 'x:unavailable', detail: 'Later.' }, { 'retry-after': '0' }),
    );
    await expect(client.figure('children-in-care')).rejects.toMatchObject({
      name: 'ApiProblem',
      status: 503,
      type: 'x:unavailable',
      message: 'Later.',
    });
    expect(asked).toHaveLength(3);
  });

  it('tells a problem of something else on the way by its status', async () => {
    const { client } = await aServer((response) => response.writeHead(502).end('<html>'));
    const problem = await client.figure('children-in-care').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect((problem as ApiProblem).message).toBe('The API answered 502.');
  });

  it('puts an id into the address so that it can be nothing else', async () => {
    const { client, asked } = await aServer((response) => json(response, 404, {}));
    expect(await client.records(review).get('../audit?x=1')).toBeUndefined();
    expect(asked[0]!.path).toBe('/records/review/..%2Faudit%3Fx%3D1');
  });
});

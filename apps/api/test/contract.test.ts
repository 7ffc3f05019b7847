import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, people, type ServedCouncil } from '../src/testing/council.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, { content?: Record<string, unknown>; $ref?: string }>>;
}
interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

let served: ServedCouncil;
let routes: Route[];

beforeAll(async () => {
  served = await aServedCouncil({ limits: { perMinute: 1_000_000 } });
  await served.enterChild(served.store, 'T1');
  const { body } = await served.ask('worker', '/openapi.json');
  routes = Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(
    ([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation,
      })),
  );
});
afterAll(() => served.close());

/** What a caller may put anywhere: what fits, what nearly fits, and anything. */
const word = fc.oneof(
  fc.constantFrom(
    'T1',
    'child',
    '2026',
    '2025/26',
    '2026-03-31',
    '0',
    '1',
    '-1',
    '1e9',
    'true',
    'age',
    'sex',
    '',
    "'",
    '"1"',
  ),
  fc.constantFrom(
    'children-in-care',
    'id.equal.T1',
    'start.at-least.x',
    'sex.one-of.F,M',
    'first-review',
    'LS',
    '*',
    'NaN',
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const fields = fc.dictionary(
  fc.oneof(
    fc.constantFrom('id', 'child', 'dateOfBirth', 'sex', 'start', 'held', 'where', 'search', 'limit'),
    fc.string({ maxLength: 10 }),
  ),
  fc.oneof(word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 3 })),
);
const body = fc.oneof(fields, fc.jsonValue({ maxDepth: 4 }), fc.string({ maxLength: 40 }));

const request = fc.record({
  route: fc.nat(),
  who: fc.constantFrom(...Object.keys(people)),
  words: fc.array(word, { minLength: 8, maxLength: 8 }),
  given: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  body,
  type: fc.constantFrom(
    'application/json',
    'application/merge-patch+json',
    'text/csv',
    'application/xml',
    'multipart/form-data',
    'x',
  ),
  accept: fc.constantFrom('application/json', 'text/csv', 'application/x-ndjson', '*/*', 'image/png', ';'),
});

const headerSafe = (text: string): string => text.replace(/[^\x20-\x7e]/g, '').trim();

describe('the contract', () => {
  it('is kept whatever is asked: no status that is not in the document, none of 500 or more', async () => {
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(request, async ({ route, who, words, given, body: sent, type, accept }) => {
        const { method, path, operation } = routes[route % routes.length]!;
        let at = path;
        let n = 0;
        const query = new URLSearchParams();
        const headers = new Headers({ accept, authorization: `Development ${who}` });
        for (const { name, in: where } of operation.parameters ?? []) {
          const value = words[n % 8]!;
          const wanted = given[n % 8]!;
          n++;
          if (where === 'path') at = at.replace(`{${name}}`, encodeURIComponent(value || 'x'));
          else if (where === 'query' && wanted) query.append(name, value);
          else if (where === 'header' && wanted) headers.set(name, headerSafe(value));
        }
        const init: RequestInit = { method, headers };
        if (operation.requestBody) {
          headers.set('content-type', type);
          init.body = typeof sent === 'string' ? sent : JSON.stringify(sent);
        }
        const target = `${at}${query.size > 0 ? `?${query}` : ''}`;
        const answer = await served.api.request(target, init);
        const text = await answer.text();
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        // A path parameter of dots is another path to every client.
        const moved = /\/\.{1,2}(\/|$|\?)/.test(decodeURIComponent(at));
        const told = `${method} ${target} ${answer.status} ${text.slice(0, 300)}`;
        expect(answer.status, told).toBeLessThan(500);
        if (!moved) expect(Object.keys(operation.responses), told).toContain(String(answer.status));
        if (answer.status >= 400) {
          expect(answer.headers.get('content-type'), told).toBe('application/problem+json');
          expect(JSON.parse(text), told).toMatchObject({
            type: expect.stringMatching(/^https:/),
            status: answer.status,
          });
        }
      }),
      { numRuns: 2500 },
    );
    // The property would say little if nothing ever got through.
    for (const status of [200, 400, 403, 404, 422])
      expect(seen.get(status), `how often ${status}`).toBeGreaterThan(0);
  }, 120_000);
});

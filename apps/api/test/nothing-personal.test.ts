import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../src/server.ts';
import { aServedCouncil, type ServedCouncil } from '../src/testing/council.ts';

/** What must stand nowhere but in the bodies of answers to those who may read it. */
const PERSONAL = [
  'Zebedee',
  'Quillfeather',
  'QX9 9ZZ',
  '2011-11-11',
  'A1B2C3',
  'ran away to the fair',
  'BOTH',
];

let served: ServedCouncil;
let server: Awaited<ReturnType<typeof listen>>;
let written = '';
const streams = [process.stdout, process.stderr] as const;
const originals = streams.map((stream) => stream.write);

beforeAll(async () => {
  served = await aServedCouncil();
  server = await listen(served.api.fetch, { port: 0 });
});
afterAll(async () => {
  await server.close();
  await served.close();
});
beforeEach(() => {
  for (const stream of streams) {
    stream.write = ((piece: string | Uint8Array) => {
      written += String(piece);
      return true;
    }) as typeof stream.write;
  }
});
afterEach(() => {
  streams.forEach((stream, i) => {
    stream.write = originals[i]!;
  });
});

async function send(
  who: string,
  method: string,
  path: string,
  body?: unknown,
  more: Record<string, string> = {},
) {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `Development ${who}`, 'content-type': 'application/json', ...more },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: [...answer.headers].flat().join('\n'), text: await answer.text() };
}

describe('nothing personal', () => {
  it('is in any log, address, header or problem after a whole day’s work', async () => {
    const reason = { 'cic-reason': 'ran away to the fair' };
    const child = {
      id: 'C77',
      dateOfBirth: '2011-11-11',
      sex: 'F',
      upn: 'A1B2C3',
      name: { given: 'Zebedee', family: 'Quillfeather' },
    };
    const answers = [
      await send('records', 'POST', '/records/child', { ...child, upn: undefined }, reason),
      await send('records', 'POST', '/records/episode', {
        child: 'C77',
        start: '2025-01-01',
        reasonNewEpisode: 'S',
        legalStatus: 'C2',
        categoryOfNeed: 'N1',
        placementType: 'U6',
        placementProvider: 'PR1',
        homePostcode: 'QX9 9ZZ',
        placementPostcode: 'QX9 9ZZ',
        urn: 'SC000001',
      }),
      // Somebody else asks, is refused, mistypes, or comes too late: the problem tells them nothing of the child.
      await send('worker', 'GET', '/records/child/C77', undefined, reason),
      await send('analyst', 'POST', '/records/child/query', {
        where: [{ field: 'name', is: 'equal', value: 'x' }],
      }),
      await send('nurse', 'PATCH', '/records/child/C77', { sex: 'M' }, { 'if-match': '"1"' }),
      await send('records', 'PATCH', '/records/child/C77', { sex: 'M' }, { 'if-match': '"9"' }),
      await send('records', 'PUT', '/records/child/C77', { sex: 1 }, { 'if-match': '"1"' }),
      await send('records', 'DELETE', '/records/child/C77', undefined, { 'if-match': '"9"' }),
      await send('records', 'GET', '/records/child?order=dateOfBirth'),
      await send('records', 'GET', '/records/child?where=dateOfBirth.equal.2000-01-01'),
      await send('records', 'GET', '/records/child?where=ethnicity.equal.WBRI'),
      await send('member', 'GET', '/children/C77'),
      await send('member', 'GET', '/indicators/children-in-care/value?period=2026'),
      await send('records', 'GET', '/duties.ics?child=C77'),
      await send('auditor', 'GET', '/changes'),
      await send('nobody', 'GET', '/records/child'),
      await send('records', 'GET', '/nothing/here'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([
      201, 201, 404, 422, 403, 412, 422, 412, 400, 400, 400, 403, 200, 200, 200, 401, 404,
    ]);
    const [, , ...others] = answers;
    const told = [written, ...answers.map(({ headers }) => headers), ...others.map(({ text }) => text)].join(
      '\n',
    );
    for (const secret of PERSONAL) expect(told).not.toContain(secret);
    expect(written).toBe('');
  });

  it('is in a cursor, which stands in addresses', async () => {
    for (const id of ['C78', 'C79']) {
      await send('records', 'POST', '/records/child', {
        id,
        dateOfBirth: '2011-11-11',
        sex: 'F',
        name: { given: 'Zebedee', family: 'Quillfeather' },
      });
    }
    const { text } = await send('records', 'GET', '/records/child?limit=1&order=sex');
    const cursor = Buffer.from((JSON.parse(text) as { next: string }).next, 'base64url').toString();
    for (const secret of PERSONAL) expect(cursor).not.toContain(secret);
  });
});

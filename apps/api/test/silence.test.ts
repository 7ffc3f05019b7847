import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, people, type ServedCouncil } from '../src/testing/council.ts';

const SECRET = 'C7';

/** What stands in an address: ids of the child among them. */
const VALUES: Readonly<Record<string, string>> = {
  id: SECRET,
  type: 'episode',
  year: '2026',
  act: '1',
  name: 'LS',
};

const filled = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => VALUES[name] ?? SECRET);

interface Asked {
  readonly path: string;
  readonly init: RequestInit & { readonly json?: unknown };
}

const headers = { 'cic-reason': 'looking for somebody who is not there' };

const QUESTIONS: readonly Asked[] = (
  [
    ['/records/child/query', { where: [{ field: 'id', is: 'equal', value: SECRET }] }],
    ['/records/episode/query', { search: SECRET }],
    ['/records/visit', { child: SECRET, held: '2025-05-05', visitorRole: 'social-worker' }],
    ['/restrictions', { child: SECRET, kind: 'restricted' }],
    ['/seals', { earlier: SECRET, adoptedOn: '2025-05-05' }],
    ['/persons/candidates', {}],
    ['/persons/merges', { kept: 'C1', merged: SECRET }],
    ['/subject-access', { child: SECRET }],
    ['/erasures/report', { child: SECRET }],
    ['/consents/query', { child: SECRET }],
  ] as const
).map(([path, json]) => ({ path, init: { method: 'POST', json, headers } }));

/** Every address of the document that is read, with the child in it, in every form; then the questions. */
function everythingAsked(
  paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): readonly Asked[] {
  const addresses = Object.entries(paths)
    .filter(([, operations]) => 'get' in operations)
    .map(([path]) => path)
    // How often each route was asked, for the administrator: it grows with this test itself.
    .filter((path) => path !== '/metrics')
    .flatMap((path) => {
      const list = /^\/records\/[a-z-]+$/.test(path);
      const forms = list ? ['application/json', 'text/csv', 'application/x-ndjson'] : ['*/*'];
      const address = filled(path);
      const variants = list ? [address, `${address}?limit=1`] : [address];
      return variants.flatMap((one) => forms.map((accept) => ({ path: one, init: { headers: { accept } } })));
    });
  return [...addresses, ...QUESTIONS];
}

/** Ways in which a child comes not to exist for others: how it is done, and for whom the child is still there. */
const WAYS = [
  {
    kind: 'restricted',
    seenBy: 'records',
    path: '/restrictions',
    json: { child: SECRET, kind: 'restricted', openToUsers: ['records-1'] },
  },
  {
    kind: 'sealed',
    seenBy: 'adoption',
    path: '/seals',
    json: { earlier: SECRET, adoptedOn: '2025-12-01' },
  },
] as const;

describe.each(WAYS)('a $kind child over HTTP', ({ seenBy, path: hiding, json }) => {
  let served: ServedCouncil;
  let asked: readonly Asked[];
  const before = new Map<string, readonly object[]>();
  const others = Object.keys(people).filter((who) => who !== seenBy);

  /** Status, headers and body of every answer, as bytes: but for the time and what is left of the caller's allowance. */
  async function answersTo(who: string): Promise<object[]> {
    const answers: object[] = [];
    for (const { path, init } of asked) {
      const { status, headers: all, text } = await served.ask(who, path, init);
      const kept = [...all].filter(([name]) => name !== 'date' && !name.startsWith('ratelimit'));
      answers.push({ path, init, status, headers: kept, text });
    }
    return answers;
  }

  beforeAll(async () => {
    served = await aServedCouncil({ limits: { perMinute: 1_000_000 } });
    await served.enterChild(served.store, 'C1');
    await served.enterChild(served.store, 'C2', { worker: 'SW2' });
    const { body } = await served.ask(seenBy, '/openapi.json');
    asked = everythingAsked(body.paths);
    for (const who of others) before.set(who, await answersTo(who));
    await served.enterChild(served.store, SECRET);
    const hidden = await served.ask(seenBy, hiding, { method: 'POST', json, headers });
    expect(hidden.status).toBe(201);
  });
  afterAll(() => served.close());

  it('is asked for at every address there is, in every form', () => {
    expect(asked.length).toBeGreaterThan(350);
    expect(asked.filter(({ path }) => path.includes(SECRET)).length).toBeGreaterThan(80);
  });

  it.each(others)(
    'does not exist for %s: every answer is byte for byte as before there was such a child',
    async (who) => {
      const after = await answersTo(who);
      for (const [i, answer] of before.get(who)!.entries()) expect(after[i]).toEqual(answer);
    },
  );

  it(`exists for ${seenBy}`, async () => {
    expect((await served.ask(seenBy, `/records/child/${SECRET}`)).status).toBe(200);
  });
});

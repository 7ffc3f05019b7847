import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isAboutChild } from '@cic/access';
import { aCouncil } from '@cic/core/testing';
import { askers, everydayPolicy, granted, openTestStore, testDatabase } from '@cic/store/testing';
import { allRecords, synthesise } from '@cic/synth';
import autocannon from 'autocannon';
import { prepareDatabase } from '../src/prepare.ts';
import { aProvider } from '../src/testing/provider.ts';

const CHILDREN = 1000;
const USERS = 50;
const SECONDS = Number(process.env.CIC_BENCH_SECONDS ?? 10);
/** An odd number: the middle one is told. */
const ROUNDS = 3;

const WHICH = ['bare', 'api'] as const;
type Which = (typeof WHICH)[number];

async function served(which: Which, url: string, issuer: string) {
  const script = fileURLToPath(new URL('served.ts', import.meta.url));
  const child: ChildProcess = fork(script, [which, url, issuer], { execArgv: ['--conditions=@cic/source'] });
  const [address] = (await once(child, 'message')) as [string];
  return { address, stop: () => child.kill() };
}

/** Seven reads of a child, one list of its episodes and two new visits, over and over, by 50 at once. */
function requestsOf(children: readonly string[], headers: Record<string, string>): autocannon.Request[] {
  const read = (id: string): autocannon.Request => ({ method: 'GET', path: `/records/child/${id}`, headers });
  return children.slice(0, 100).flatMap((id, i) => [
    ...children.slice(i * 7, i * 7 + 7).map(read),
    { method: 'GET', path: `/records/episode?where=child.equal.${id}`, headers } as const,
    ...[1, 2].map(
      (n): autocannon.Request => ({
        method: 'POST',
        path: '/records/visit',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ child: id, held: `2025-0${n}-01`, visitorRole: 'social-worker' }),
      }),
    ),
  ]);
}

/** 1,000 children, 50 users who read and write: the API with sign-in, policy and audit beside bare Hono and driver. */
export async function bench() {
  const database = await testDatabase();
  await prepareDatabase({ council: aCouncil(), owner: database.ownerUrl });
  await database.owner.query(`alter database ${database.name} set synchronous_commit = on`);
  await database.owner.query(
    'create table cic.bare (id bigint generated always as identity primary key, data jsonb)',
  );
  await database.owner.query('grant all on cic.bare to cic_app');
  const store = await openTestStore(database.url);
  const council = synthesise({ seed: 1, children: CHILDREN, years: [2022, 2026] });
  const parts = allRecords(council).filter(
    ({ type }) => everydayPolicy.records.has(type.id) && (isAboutChild(type) || type.id === 'provider'),
  );
  granted(await store.as(askers.records).commitImport({ feed: 'synthetic', parts }));
  await store.close();
  await database.owner.query('vacuum analyze cic.record');
  const { issuer, tokenFor, close } = await aProvider();
  const token = await tokenFor('case-system', ['integrator']);
  const requests = requestsOf(
    council.children.map(({ id }) => id),
    { authorization: `Bearer ${token}` },
  );
  const servers = {
    bare: await served('bare', database.url, issuer),
    api: await served('api', database.url, issuer),
  };
  const load = (which: Which, duration: number) =>
    autocannon({ url: servers[which].address, connections: USERS, duration, requests });
  const measured: Record<Which, autocannon.Result[]> = { bare: [], api: [] };
  // In turn, since other work on the machine comes and goes.
  for (const which of WHICH) await load(which, 3);
  for (let round = 0; round < ROUNDS; round++) {
    for (const which of WHICH) measured[which].push(await load(which, SECONDS));
  }
  for (const { stop } of Object.values(servers)) stop();
  close();
  await database.drop();
  const middle = (of: (round: number) => number): number =>
    Array.from({ length: ROUNDS }, (_, round) => of(round)).sort((a, b) => a - b)[(ROUNDS - 1) / 2]!;
  const row = (name: string, results: readonly autocannon.Result[]) => [
    name,
    Math.round(middle((round) => results[round]!.requests.average)),
    `${middle((round) => results[round]!.latency.p50)} ms`,
    `${middle((round) => results[round]!.latency.p99)} ms`,
    results.reduce((sum, { errors, non2xx }) => sum + errors + non2xx, 0),
  ];
  const shares = measured.api.map(
    ({ requests: { average } }, round) => average / measured.bare[round]!.requests.average,
  );
  const share = middle((round) => shares[round]!).toFixed(2);
  const [least, most] = [Math.min(...shares).toFixed(2), Math.max(...shares).toFixed(2)];
  return [
    {
      title: `${USERS} users, ${ROUNDS} rounds of ${SECONDS} s in turn: 70% read a child, 10% list episodes, 20% write a visit`,
      columns: ['', 'requests/s', 'median', 'p99', 'errors'],
      rows: [row('bare Hono and driver', measured.bare), row('this API: token, policy, audit', measured.api)],
      notes: [
        `${share} of the bare endpoint (${least} to ${most}), on two cores that server, database and callers share.`,
      ],
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { title, rows, notes } of await bench()) {
    process.stdout.write(`${title}\n${rows.map((row) => row.join('\t')).join('\n')}\n${notes.join('\n')}\n`);
  }
}

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

async function served(which: 'api' | 'bare', url: string, issuer: string) {
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
  const rows: (string | number)[][] = [];
  const rates: Partial<Record<'api' | 'bare', number>> = {};
  for (const which of ['bare', 'api'] as const) {
    const { address, stop } = await served(which, database.url, issuer);
    await autocannon({ url: address, connections: USERS, duration: 3, requests });
    const result = await autocannon({ url: address, connections: USERS, duration: SECONDS, requests });
    stop();
    rates[which] = result.requests.average;
    rows.push([
      which === 'api' ? 'this API: token, policy, audit' : 'bare Hono and driver',
      Math.round(result.requests.average),
      `${result.latency.p50} ms`,
      `${result.latency.p99} ms`,
      result.errors + result.non2xx,
    ]);
  }
  close();
  await database.drop();
  return [
    {
      title: `${USERS} users for ${SECONDS} s: 70% read a child, 10% list episodes, 20% write a visit`,
      columns: ['', 'requests/s', 'median', 'p99', 'errors'],
      rows,
      notes: [
        `${(rates.api! / rates.bare!).toFixed(2)} of the bare endpoint, on two cores that server, database and callers share.`,
      ],
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { title, rows, notes } of await bench()) {
    process.stdout.write(`${title}\n${rows.map((row) => row.join('\t')).join('\n')}\n${notes.join('\n')}\n`);
  }
}

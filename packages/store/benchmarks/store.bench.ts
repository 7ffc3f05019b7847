import { pathToFileURL } from 'node:url';
import { buildCareHistory } from '@cic/core';
import { allRecords, synthesise } from '@cic/synth';
import pg from 'pg';
import { postgres } from '../src/database/postgres.ts';
import { loadCareHistoryInput } from '../src/history/load.ts';
import { askers, everydayPolicy, granted, openTestStore, testDatabase } from '../src/testing/database.ts';

const CHILDREN = 1000;
const YEARS = [2022, 2026] as const;
const ROUNDS = 7;
const READS = 1500;
const AT_ONCE = 50;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** So many calls, so many at once: calls a second, and how long the slowest hundredth took. */
async function load(
  calls: number,
  call: (n: number) => Promise<unknown>,
): Promise<{ rate: number; p99: number }> {
  const times: number[] = [];
  let next = 0;
  const one = async () => {
    while (next < calls) {
      const n = next++;
      times.push(await milliseconds(() => call(n)));
    }
  };
  const whole = await milliseconds(() => Promise.all(Array.from({ length: AT_ONCE }, one)));
  times.sort((a, b) => a - b);
  return { rate: (calls / whole) * 1000, p99: times[Math.floor(times.length * 0.99)]! };
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const ratio = (value: number): string => `${value.toFixed(2)} ×`;

/** 1,000 children over five years on PostgreSQL: bringing in, loading, keeping fresh, and reading beside the bare driver. */
export async function bench() {
  const database = await testDatabase();
  await database.owner.query(`alter database ${database.name} set synchronous_commit = on`);
  const store = await openTestStore(database.url, { connections: 10 });
  const council = synthesise({ seed: 1, children: CHILDREN, years: YEARS });
  const parts = allRecords(council).filter(({ type }) => everydayPolicy.records.has(type.id));
  const aboutChildren = parts.filter(({ type }) =>
    everydayPolicy.rules
      .get(type.id)
      ?.some(({ role, write }) => role === 'integrator' && write === 'whole council'),
  );
  const input = { feed: 'synthetic', parts: aboutChildren };
  const integrator = store.as(askers.integrator);
  const bringIn = await milliseconds(async () => granted(await integrator.commitImport(input)));
  const again = await milliseconds(async () => granted(await integrator.commitImport(input)));
  await database.owner.query('vacuum analyze cic.record');
  const rows = aboutChildren.reduce((sum, { records }) => sum + records.length, 0);

  const direct = postgres({ url: database.url, council: 'sample', connections: 1 });
  const bare = new pg.Client({ connectionString: database.url, options: '-c cic.council=sample' });
  await bare.connect();
  const types = [...everydayPolicy.records.values()];
  const times: Record<'bare' | 'load' | 'build', number[]> = { bare: [], load: [], build: [] };
  for (let round = 0; round < ROUNDS; round++) {
    times.bare.push(
      await milliseconds(() =>
        bare.query(
          `select type, id, child, data from cic.record where council = 'sample' and superseded_at is null and not deleted and child is not null`,
        ),
      ),
    );
    let loaded: Awaited<ReturnType<typeof loadCareHistoryInput>> | undefined;
    times.load.push(
      await milliseconds(async () => {
        loaded = await loadCareHistoryInput(direct, 'sample', types);
      }),
    );
    times.build.push(await milliseconds(async () => buildCareHistory(loaded!)));
  }
  await direct.close();
  const [readBare, loading, building] = [median(times.bare), median(times.load), median(times.build)];

  await store.history.current();
  const idle: number[] = [];
  const fresh: number[] = [];
  const child = council.children[0]!.id;
  for (let round = 0; round < ROUNDS; round++) {
    idle.push(await milliseconds(() => store.history.current()));
    granted(await integrator.create('visit', { child, held: '2026-03-30', visitorRole: 'social-worker' }));
    fresh.push(await milliseconds(() => store.history.current()));
  }

  const pool = new pg.Pool({ connectionString: database.url, max: 10, options: '-c cic.council=sample' });
  const idOf = (n: number) => council.children[n % council.children.length]!.id;
  const reading = await load(READS, (n) =>
    pool.query(
      `select type, id, version, data from cic.record where council = 'sample' and type = 'child' and id = $1 and superseded_at is null and not deleted`,
      [idOf(n)],
    ),
  );
  const nurse = store.as(askers.nurse);
  const asking = await load(READS, async (n) => granted(await nurse.get('child', idOf(n))));
  const writing = await load(300, async (n) =>
    granted(
      await integrator.create('visit', { child: idOf(n), held: '2026-03-29', visitorRole: 'social-worker' }),
    ),
  );
  const verified = await milliseconds(() => store.verifyAudit());
  const { seq } = await store.auditHead();

  await pool.end();
  await bare.end();
  await store.close();
  await database.drop();
  return [
    {
      title: `${CHILDREN} children over five years (${rows} records) on PostgreSQL`,
      columns: ['work', 'time', 'beside the bare driver'],
      rows: [
        ['the same rows with the bare driver', ms(readBare), ratio(1)],
        ['load them for a care history', ms(loading), ratio(loading / readBare)],
        ['load and build the care history', ms(loading + building), ratio((loading + building) / readBare)],
        ['care history when nothing changed', ms(median(idle)), ratio(median(idle) / readBare)],
        ['care history after one write', ms(median(fresh)), ratio(median(fresh) / readBare)],
        ['bring them in, one act', ms(bringIn), ''],
        ['bring them in again: nothing to do', ms(again), ''],
        [`verify the audit (${seq} entries)`, ms(verified), ''],
      ],
    },
    {
      title: `${AT_ONCE} at once, 10 connections, every commit on disk`,
      columns: ['work', 'a second', '99 % within', 'beside the bare driver'],
      rows: [
        [
          'one child by a bare query, no policy, no audit',
          Math.round(reading.rate),
          ms(reading.p99),
          ratio(1),
        ],
        [
          'one child by policy, audited',
          Math.round(asking.rate),
          ms(asking.p99),
          ratio(asking.rate / reading.rate),
        ],
        [
          'one new record by policy, audited, in the change feed',
          Math.round(writing.rate),
          ms(writing.p99),
          '',
        ],
      ],
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { title, columns, rows } of await bench()) {
    console.log(title);
    console.table(rows.map((cells) => Object.fromEntries(cells.map((cell, i) => [columns[i]!, cell]))));
  }
}

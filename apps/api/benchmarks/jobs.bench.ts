import { pathToFileURL } from 'node:url';
import { aCouncil } from '@cic/core/testing';
import { askers, openTestStore, type TestDatabase, testDatabase } from '@cic/store/testing';
import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { jobsOf } from '../src/jobs/jobs.ts';
import { defineJobKind } from '../src/jobs/kind.ts';
import { postgresQueue } from '../src/jobs/queue/postgres.ts';
import { prepareDatabase } from '../src/prepare.ts';

const JOBS = 500;
const ROUNDS = 3;
const AT_ONCE = 4;
/** People who ask for them: one person may have fifty waiting. */
const PEOPLE = Math.ceil(JOBS / 40);

interface Times {
  /** Seconds to put all in line, one after the other. */
  readonly asked: number;
  /** Seconds to carry all out. */
  readonly done: number;
}

const seconds = (from: number): number => (performance.now() - from) / 1000;

/** Something that happens so many times, and a promise of the last. */
function countdown() {
  let left = JOBS;
  let last: () => void;
  const over = new Promise<void>((done) => {
    last = done;
  });
  return { over, one: () => --left === 0 && last() };
}

/** The library with nothing around it: no council, nobody who asked, no state to look at. */
async function bare({ ownerUrl }: TestDatabase): Promise<Times> {
  const boss = await new PgBoss({ connectionString: ownerUrl, schema: 'bare', max: 10 }).start();
  await boss.createQueue('jobs', { heartbeatSeconds: 60 });
  const asking = performance.now();
  for (let n = 0; n < JOBS; n++) await boss.send('jobs', { n });
  const asked = seconds(asking);
  const { over, one } = countdown();
  const doing = performance.now();
  for (let n = 0; n < AT_ONCE; n++) {
    let worker = '';
    worker = await boss.work('jobs', { pollingIntervalSeconds: 1 }, async () => {
      boss.notifyWorker(worker);
      one();
    });
  }
  await over;
  const done = seconds(doing);
  await boss.stop();
  return { asked, done };
}

/** The same as background work of a council: kept with who asked, begun with their rights, told how it ended. */
async function ours({ url }: TestDatabase): Promise<Times> {
  const council = aCouncil();
  const store = await openTestStore(url, { connections: 10 });
  const { over, one } = countdown();
  const small = defineJobKind({
    id: 'small',
    summary: 'Next to nothing',
    parameters: z.strictObject({ n: z.int() }),
    refuses: () => undefined,
    run: async ({ parameters: { n } }) => {
      one();
      return { n };
    },
  });
  const queue = await postgresQueue({ url, council: council.id });
  const jobs = jobsOf({ council, store, jobKinds: [small] }, queue);
  const asking = performance.now();
  for (let n = 0; n < JOBS; n++) {
    const asker = { ...askers.analyst, user: `analyst-${n % PEOPLE}` };
    await jobs.add(asker, { kind: 'small', parameters: { n }, files: [], key: undefined });
  }
  const asked = seconds(asking);
  const doing = performance.now();
  await jobs.work(AT_ONCE);
  await over;
  const done = seconds(doing);
  await jobs.close();
  await store.close();
  return { asked, done };
}

/** Small jobs in one process: the council's background work beside the bare library. */
export async function bench() {
  const database = await testDatabase();
  await database.owner.query(`alter database ${database.name} set synchronous_commit = on`);
  await prepareDatabase({ council: aCouncil(), owner: database.ownerUrl });
  const alone: Times[] = [];
  const kept: Times[] = [];
  // In turn, since other work on the machine comes and goes.
  for (let round = 0; round < ROUNDS; round++) {
    alone.push(await bare(database));
    kept.push(await ours(database));
  }
  await database.drop();
  const total = (times: readonly Times[], of: keyof Times) => times.reduce((sum, one) => sum + one[of], 0);
  const rate = (times: readonly Times[], of: keyof Times) => Math.round((JOBS * ROUNDS) / total(times, of));
  const row = (name: string, times: readonly Times[]) => [name, rate(times, 'asked'), rate(times, 'done')];
  const share = (of: keyof Times) => (total(alone, of) / total(kept, of)).toFixed(2);
  return [
    {
      title: `${ROUNDS} times ${JOBS} small jobs, ${AT_ONCE} at once in one process`,
      columns: ['', 'asked for/s', 'done/s'],
      rows: [row('bare pg-boss', alone), row('background work of a council', kept)],
      notes: [`${share('asked')} of the bare library in asking, ${share('done')} in doing.`],
    },
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { title, rows, notes } of await bench()) {
    process.stdout.write(`${title}\n${rows.map((row) => row.join('\t')).join('\n')}\n${notes.join('\n')}\n`);
  }
}

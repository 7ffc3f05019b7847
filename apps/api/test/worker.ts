import { setTimeout as pause } from 'node:timers/promises';
import { aCouncil } from '@cic/core/testing';
import { KEY } from '@cic/store/testing';
import sql from 'sql-template-tag';
import { z } from 'zod';
import { createWorker, defineJobKind } from '../src/index.ts';

/** Notes who carried it out, as often as it is, and is done when it is let go. */
export const noting = defineJobKind({
  id: 'noting',
  summary: 'Note who carried it out',
  parameters: z.strictObject({ n: z.int(), untilLetGo: z.boolean().default(false) }),
  refuses: () => undefined,
  async run({ deployment: { store }, parameters: { n, untilLetGo }, step }) {
    await store.database.query(sql`insert into cic.noted (n, process) values (${n}, ${process.pid})`);
    for (let steps = 0; ; steps = (steps + 1) % 100) {
      await step(steps, 100);
      await pause(100);
      const [open] = await store.database.query<object>(sql`select from cic.let_go`);
      if (open || !untilLetGo) return { process: process.pid };
    }
  },
});

/** A worker in a process of its own, as a council starts it: `worker.ts DATABASE_URL`. */
if (process.send) {
  const worker = await createWorker({
    council: aCouncil(),
    database: process.argv[2]!,
    pseudonymKey: KEY,
    jobs: { kinds: [noting], deadAfter: 10 },
  });
  process.once('SIGTERM', async () => {
    await worker.close();
    process.exit(0);
  });
  process.send('ready');
}

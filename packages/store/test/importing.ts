/** A process of its own that brings in a large file again and again; the test of faults kills it in the middle. */
import { child, episode, visit } from '@cic/core/records';
import { isRefusal } from '../src/problem.ts';
import { askers, openTestStore } from '../src/testing/database.ts';
import { EPISODE } from '../src/testing/people.ts';

const [url = '', size = '1000'] = process.argv.slice(2);
const store = await openTestStore(url);
const ids = Array.from({ length: Number(size) }, (_, i) => `K${i}`);
const input = {
  feed: 'big',
  parts: [
    { type: child, records: ids.map((id) => ({ id, dateOfBirth: '2012-01-01' })) },
    { type: episode, records: ids.map((id) => ({ child: id, start: '2025-01-01', ...EPISODE })) },
    {
      type: visit,
      records: ids.map((id) => ({ child: id, held: '2025-02-01', visitorRole: 'social-worker' })),
    },
  ],
};
process.stdout.write('started\n');
const done = await store.as(askers.integrator).commitImport(input);
process.stdout.write(isRefusal(done) ? `refused ${done.message}\n` : 'done\n');
await store.close();

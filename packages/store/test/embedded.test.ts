import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from '../src/database/embedded.ts';
import type { Store } from '../src/store.ts';
import { askers, granted, openTestStore, testClock } from '../src/testing/database.ts';
import { enterChild } from '../src/testing/people.ts';

let pglite: PGlite;
let store: Store;
let other: Store;
const clock = testClock();

beforeAll(async () => {
  pglite = await startEmbedded();
  store = await openTestStore(pglite, { clock });
  other = await openTestStore(pglite, { clock, council: 'other' });
});
afterAll(async () => {
  await pglite.close();
});

describe('the embedded database does what PostgreSQL does', () => {
  it('keeps records with their history, and answers as it was known', async () => {
    await enterChild(store, 'E1');
    clock.set('2026-02-01T10:00:00Z');
    const records = store.as(askers.records);
    granted(await records.patch('child', 'E1', { sex: 'M' }, 1));
    expect(granted(await records.get('child', 'E1', { knownOn: '2026-01-31' })).record.sex).toBe('F');
    expect(granted(await records.history('child', 'E1'))).toHaveLength(2);
    expect(await records.patch('child', 'E1', { sex: 'F' }, 1)).toMatchObject({
      refused: 'conflict',
      version: 2,
    });
    expect(granted(await records.list('episode', { asAt: '2025-01-31' })).records).toEqual([]);
    expect(granted(await records.list('episode', { asAt: '2025-02-01' })).records).toHaveLength(1);
  });

  it('keeps two councils apart [D-REF-01]', async () => {
    await enterChild(other, 'E1');
    granted(await other.as(askers.records).patch('child', 'E1', { ethnicity: 'WBRI' }, 1));
    expect(granted(await store.as(askers.records).get('child', 'E1')).record).not.toHaveProperty('ethnicity');
    expect(await other.as(askers.records).count('episode')).toBe(1);
    expect((await store.verifyAudit()).whole).toBe(true);
    expect((await other.verifyAudit()).whole).toBe(true);
  });

  it('shows pseudonyms that differ between councils', async () => {
    const [here] = granted(await store.as(askers.analyst).list('child')).records;
    const [there] = granted(await other.as(askers.analyst).list('child')).records;
    expect(here!.id).toMatch(/^p[0-9a-f]{24}$/);
    expect(here!.id).not.toBe(there!.id);
  });

  it('restricts, breaks glass, merges, imports, undoes, erases', async () => {
    await enterChild(store, 'E2');
    const records = store.as(askers.records);
    granted(await records.restrict({ child: 'E2', kind: 'restricted', openToUsers: ['records-1'] }));
    expect(await store.as(askers.worker).get('child', 'E2')).toMatchObject({ refused: 'not-found' });
    const emergency = store.as({ ...askers.worker, reason: 'found alone at the station' });
    granted(await emergency.breakGlass('E2'));
    expect(granted(await emergency.get('child', 'E2')).id).toBe('E2');
    const { act } = granted(await records.mergePersons('E1', 'E2'));
    expect((await store.history.current()).child('E1')?.episodes).toHaveLength(2);
    granted(await records.splitPersons(act));
    const visit = store.policy.records.get('visit')!;
    const file = {
      feed: 'visits',
      parts: [{ type: visit, records: [{ child: 'E1', held: '2025-07-01', visitorRole: 'social-worker' }] }],
    };
    const done = granted(await records.commitImport(file));
    expect(granted(await records.commitImport(file)).act).toBeUndefined();
    granted(await records.undoImport(done.act!));
    expect(await records.count('visit')).toBe(0);
    granted(await records.eraseChild('E2', granted(await records.reportErasure('E2')).digest));
    expect((await store.history.current()).child('E2')).toBeUndefined();
    expect((await store.verifyAudit()).whole).toBe(true);
  });

  it('refuses to change the audit', async () => {
    await expect(pglite.query('delete from cic.audit')).rejects.toThrow('append-only');
  });
});

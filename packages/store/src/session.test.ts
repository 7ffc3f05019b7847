import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from './store.ts';
import {
  askers,
  granted,
  openTestStore,
  type TestClock,
  type TestDatabase,
  testClock,
  testDatabase,
} from './testing/database.ts';

let database: TestDatabase;
let store: Store;
let clock: TestClock;

const record = (fields: object) => fields as Readonly<Record<string, unknown>>;
const EPISODE = {
  reasonNewEpisode: 'S',
  legalStatus: 'C2',
  categoryOfNeed: 'N1',
  placementType: 'U6',
  placementProvider: 'PR1',
  placementPostcode: 'AB1 1AA',
};

beforeAll(async () => {
  database = await testDatabase();
  clock = testClock();
  store = await openTestStore(database.url, { clock });
  const records = store.as(askers.records);
  for (const [n, worker] of [
    [1, 'SW1'],
    [2, 'SW2'],
    [3, 'SW1'],
  ] as const) {
    const child = `C${n}`;
    granted(
      await records.create(
        'child',
        record({
          id: child,
          dateOfBirth: `2012-0${n}-15`,
          sex: 'F',
          name: { given: 'Ada', family: `Test${n}` },
        }),
      ),
    );
    granted(await records.create('episode', record({ child, start: `2025-0${n}-01`, ...EPISODE })));
    granted(
      await records.create(
        'social-worker-episode',
        record({ child, socialWorker: worker, start: '2025-01-01', team: 'team-1' }),
      ),
    );
  }
});

afterAll(async () => {
  await store.close();
  await database.drop();
});

describe('what a social worker sees', () => {
  it('is the own caseload and nothing else', async () => {
    const page = granted(await store.as(askers.worker).list('child'));
    expect(page.records.map(({ id }) => id)).toEqual(['C1', 'C3']);
    expect(await store.as(askers.worker).get('child', 'C2')).toMatchObject({ refused: 'not-found' });
    expect(await store.as(askers.worker).count('episode')).toBe(2);
  });

  it('filters, orders and pages what is seen', async () => {
    const worker = store.as(askers.worker);
    const first = granted(
      await worker.list('child', { order: [{ field: 'dateOfBirth', descending: true }], limit: 1 }),
    );
    expect(first.records[0]?.id).toBe('C3');
    const second = granted(
      await worker.list('child', {
        order: [{ field: 'dateOfBirth', descending: true }],
        limit: 1,
        cursor: first.next!,
      }),
    );
    expect(second.records[0]?.id).toBe('C1');
    expect(second.next).toBeUndefined();
    const found = granted(await worker.list('child', { search: 'test3' }));
    expect(found.records.map(({ id }) => id)).toEqual(['C3']);
    const filtered = granted(
      await worker.list('child', { where: [{ field: 'dateOfBirth', is: 'less', value: '2012-03-01' }] }),
    );
    expect(filtered.records.map(({ id }) => id)).toEqual(['C1']);
  });
});

describe('a change', () => {
  it('needs the version it was meant for, and keeps the one before', async () => {
    const worker = store.as(askers.worker);
    const made = granted(
      await worker.create('visit', record({ child: 'C1', held: '2025-06-06', visitorRole: 'social-worker' })),
    );
    clock.set('2026-02-01T10:00:00Z');
    const changed = granted(await worker.patch('visit', made.id, record({ seenAlone: true }), 1));
    expect(changed).toMatchObject({ version: 2, record: { seenAlone: true, held: '2025-06-06' } });
    expect(await worker.patch('visit', made.id, record({ seenAlone: false }), 1)).toMatchObject({
      refused: 'conflict',
      version: 2,
    });
    const versions = granted(await worker.history('visit', made.id));
    expect(versions.map(({ version, record: fields }) => [version, fields.seenAlone])).toEqual([
      [1, undefined],
      [2, true],
    ]);
    expect(granted(await worker.get('visit', made.id, { knownOn: '2026-01-31' })).record).not.toHaveProperty(
      'seenAlone',
    );
    expect(granted(await worker.get('visit', made.id, { knownOn: '2026-02-01' })).record).toHaveProperty(
      'seenAlone',
      true,
    );
  });

  it('with a key is made once, however often it is asked for', async () => {
    const worker = store.as(askers.worker);
    const visit = { child: 'C1', held: '2025-08-08', visitorRole: 'social-worker' };
    const before = await worker.count('visit');
    const answers = await Promise.all([1, 2, 3].map(() => worker.create('visit', visit, { key: 'k1' })));
    expect(new Set(answers.map((answer) => granted(answer).id)).size).toBe(1);
    expect(await worker.count('visit')).toBe((before as number) + 1);
    expect(await worker.create('visit', { ...visit, held: '2025-08-09' }, { key: 'k1' })).toMatchObject({
      refused: 'conflict',
    });
    const other = await store
      .as({ ...askers.worker, user: 'worker-9' })
      .create('visit', visit, { key: 'k1' });
    expect(granted(other).id).not.toBe(granted(answers[0]!).id);
  });

  it('is refused in plain words where the record is not valid', async () => {
    const refused = await store
      .as(askers.worker)
      .create('visit', record({ child: 'C1', held: '06/06/2025', visitorRole: 'social-worker' }));
    expect(refused).toMatchObject({ refused: 'invalid', problems: [{ path: '/held' }] });
  });

  it('is refused for a child of somebody else in the words for a child there is not', async () => {
    const other = await store
      .as(askers.worker)
      .create('visit', record({ child: 'C2', held: '2025-06-06', visitorRole: 'social-worker' }));
    const none = await store
      .as(askers.worker)
      .create('visit', record({ child: 'C9', held: '2025-06-06', visitorRole: 'social-worker' }));
    expect(JSON.stringify(other).replaceAll('C2', 'C9')).toBe(JSON.stringify(none));
  });

  it('marks a deletion and keeps the history', async () => {
    const worker = store.as(askers.worker);
    const made = granted(
      await worker.create('visit', record({ child: 'C3', held: '2025-07-06', visitorRole: 'social-worker' })),
    );
    granted(await worker.remove('visit', made.id, 1));
    expect(await worker.get('visit', made.id)).toMatchObject({ refused: 'not-found' });
    expect(granted(await worker.history('visit', made.id)).map(({ deleted }) => deleted)).toEqual([
      undefined,
      true,
    ]);
  });
});

describe('other roles', () => {
  it('see pseudonyms, months and codes as analysts', async () => {
    const analyst = store.as(askers.analyst);
    const page = granted(await analyst.list('child'));
    expect(page.records).toHaveLength(3);
    for (const { id, record: fields } of page.records) {
      expect(id).toMatch(/^p[0-9a-f]{24}$/);
      expect(Object.keys(fields).sort()).toEqual(['dateOfBirth', 'id', 'sex']);
      expect(fields.dateOfBirth).toMatch(/-01$/);
    }
    const one = granted(await analyst.get('child', page.records[0]!.id));
    const episodes = granted(
      await analyst.list('episode', { where: [{ field: 'child', is: 'equal', value: one.id }] }),
    );
    expect(episodes.records).toHaveLength(1);
    expect(
      await analyst.list('child', { where: [{ field: 'dateOfBirth', is: 'equal', value: '2012-01-15' }] }),
    ).toMatchObject({
      refused: 'unknown-field',
    });
  });

  it('are denied what no rule allows', async () => {
    expect(await store.as(askers.nurse).list('adoption-decision')).toMatchObject({ refused: 'denied' });
    expect(await store.as(askers.administrator).list('child')).toMatchObject({ refused: 'denied' });
    expect(await store.as(askers.member).count('episode')).toMatchObject({ refused: 'denied' });
  });

  it('see a child’s whole record across record types', async () => {
    const all = granted(await store.as(askers.manager).child('C1'));
    expect([...new Set(all.map(({ type }) => type))].sort()).toEqual([
      'child',
      'episode',
      'social-worker-episode',
      'visit',
    ]);
  });
});

it('keeps an audit that is whole', async () => {
  const verified = await store.verifyAudit();
  expect(verified.whole).toBe(true);
  expect(verified.entries).toBeGreaterThan(20);
});

import type { Asker } from '@cic/access';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../session.ts';
import type { Store } from '../store.ts';
import {
  askers,
  granted,
  openTestStore,
  type TestClock,
  type TestDatabase,
  testClock,
  testDatabase,
} from '../testing/database.ts';
import { enterChild } from '../testing/people.ts';
import type { BrokenGlass } from './breakGlass.ts';

/** Two councils' databases, alike but for one child who is in the first only, and is restricted there. */
let databases: TestDatabase[];
let withChild: Store;
let without: Store;
let clock: TestClock;
const alerts: BrokenGlass[] = [];

const SECRET = 'C7';

beforeAll(async () => {
  databases = await Promise.all([testDatabase(), testDatabase()]);
  clock = testClock();
  [withChild, without] = (await Promise.all(
    databases.map(({ url }) => openTestStore(url, { clock, onBrokenGlass: (glass) => alerts.push(glass) })),
  )) as [Store, Store];
  for (const store of [withChild, without]) {
    await enterChild(store, 'C1');
    await enterChild(store, 'C2', { worker: 'SW2' });
  }
  await enterChild(withChild, SECRET);
  const members = (ids: string[]) => ({ id: 'S1', members: ids.map((child) => ({ child })) });
  for (const store of [withChild, without]) {
    granted(await store.as(askers.records).create('sibling-group', members(['C1', 'C2'])));
  }
  granted(
    await withChild.as(askers.records).create('sibling-group', { ...members(['C1', SECRET]), id: 'S2' }),
  );
  granted(
    await withChild
      .as(askers.records)
      .restrict({ child: SECRET, kind: 'restricted', openToUsers: ['records-1', 'manager-1'] }),
  );
});

afterAll(async () => {
  await Promise.all([withChild, without].map((store) => store.close()));
  await Promise.all(databases.map((database) => database.drop()));
});

const QUESTIONS: readonly (readonly [string, (session: Session) => Promise<unknown>])[] = [
  ['list of children', (session) => session.list('child')],
  [
    'list of episodes',
    (session) => session.list('episode', { order: [{ field: 'start' }, { field: 'child' }] }),
  ],
  ['list of sibling groups', (session) => session.list('sibling-group')],
  ['a page of one', (session) => session.list('child', { limit: 1 })],
  [
    'a filter on the child',
    (session) => session.list('episode', { where: [{ field: 'child', is: 'equal', value: SECRET }] }),
  ],
  ['a search', (session) => session.list('child', { search: SECRET })],
  ['the child', (session) => session.get('child', SECRET)],
  ['the child as known earlier', (session) => session.get('child', SECRET, { knownOn: '2026-01-05' })],
  ['the history', (session) => session.history('child', SECRET)],
  ['the whole record', (session) => session.child(SECRET)],
  ['a count', (session) => session.count('child')],
  ['figures', (session) => session.aggregate('episode', { by: ['legalStatus'] })],
  [
    'writing for the child',
    (session) => session.create('visit', { child: SECRET, held: '2025-05-05', visitorRole: 'social-worker' }),
  ],
  ['changing the child', (session) => session.patch('child', SECRET, { sex: 'M' }, 1)],
  ['removing the child', (session) => session.remove('child', SECRET, 1)],
  ['consent of the child', (session) => session.consentOf(SECRET)],
  ['restricting the child', (session) => session.restrict({ child: SECRET, kind: 'restricted' })],
  ['sealing the child', (session) => session.sealAdoption({ earlier: SECRET, adoptedOn: '2025-05-05' })],
  ['the audit', (session) => session.searchAudit({ child: SECRET })],
];

/** What differs between two databases in any case: moments and numbers the store gives out. */
const comparable = (answer: unknown): string =>
  JSON.stringify(answer, (key, value) =>
    ['id', 'recordedAt', 'at', 'next'].includes(key) && key !== 'child' ? undefined : value,
  ).replaceAll(/"(episode|social-worker-episode)-[0-9a-f-]{36}"/g, '"…"');

const people: readonly (readonly [string, Asker])[] = Object.entries(askers).filter(
  ([name]) => !['records', 'manager'].includes(name),
);

describe('a restricted child', () => {
  for (const [name, asker] of people) {
    it(`does not exist for ${name}: every question is answered as where there is no such child`, async () => {
      for (const [question, ask] of QUESTIONS) {
        const [one, other] = await Promise.all([ask(withChild.as(asker)), ask(without.as(asker))]);
        expect(comparable(one), question).toBe(comparable(other));
      }
    });
  }

  it('exists for whoever the restriction names', async () => {
    expect(granted(await withChild.as(askers.manager).get('child', SECRET)).id).toBe(SECRET);
    expect(await withChild.hiddenFrom(askers.worker)).toEqual(new Set([SECRET]));
    expect(await withChild.hiddenFrom(askers.manager)).toEqual(new Set());
  });

  it('is in no line of the change feed of others', async () => {
    const lines = await withChild.as(askers.worker).changes(0);
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toContain(SECRET);
    expect(JSON.stringify(await withChild.as(askers.manager).changes(0))).toContain(SECRET);
  });
});

describe('broken glass', () => {
  const emergency = { ...askers.otherWorker, reason: 'child at the police station at night' };

  it('needs a reason, lasts an hour, alerts, and is reviewed by somebody else', async () => {
    expect(await withChild.as(askers.otherWorker).breakGlass(SECRET)).toMatchObject({ refused: 'invalid' });
    expect(await withChild.as(askers.nurse).breakGlass(SECRET)).toMatchObject({ refused: 'denied' });
    clock.set('2026-01-05T22:00:00Z');
    const glass = granted(await withChild.as(emergency).breakGlass(SECRET));
    expect(alerts.map(({ id, child }) => [id, child])).toContainEqual([glass.id, SECRET]);
    expect(granted(await withChild.as(emergency).get('child', SECRET)).id).toBe(SECRET);
    expect(granted(await withChild.as(emergency).list('episode')).records).toHaveLength(2);
    clock.set('2026-01-05T23:00:02Z');
    expect(await withChild.as(emergency).get('child', SECRET)).toMatchObject({ refused: 'not-found' });
    const auditor = withChild.as(askers.auditor);
    expect(granted(await auditor.glassToReview()).map(({ id }) => id)).toEqual([glass.id]);
    const self = withChild.as({ ...emergency, roles: ['social-worker', 'auditor'] });
    expect(await self.reviewGlass(glass.id, 'fine')).toMatchObject({ refused: 'not-found' });
    expect(granted(await auditor.reviewGlass(glass.id, 'justified')).outcome).toBe('justified');
    expect(granted(await auditor.glassToReview())).toEqual([]);
  });

  it('answers alike for a child there is not', async () => {
    clock.set('2026-01-06T10:00:00Z');
    const one = granted(await withChild.as(emergency).breakGlass('C404'));
    clock.set('2026-01-06T10:00:00Z');
    const other = granted(await without.as(emergency).breakGlass('C404'));
    expect({ ...one, id: 0, at: '', until: '' }).toEqual({ ...other, id: 0, at: '', until: '' });
    expect(await withChild.as(emergency).get('child', 'C404')).toMatchObject({ refused: 'not-found' });
  });
});

describe('a protected address', () => {
  it('is gone from reading, filters, orders, searches and figures, and nothing else is', async () => {
    granted(
      await withChild
        .as(askers.records)
        .restrict({ child: 'C1', kind: 'protected-address', openToRoles: ['team-manager'] }),
    );
    const worker = withChild.as(askers.worker);
    const page = granted(await worker.list('episode'));
    expect(page.records).toHaveLength(1);
    expect(page.records[0]!.record).not.toHaveProperty('placementPostcode');
    expect(page.records[0]!.record).toHaveProperty('legalStatus', 'C2');
    const byPostcode = { where: [{ field: 'placementPostcode', is: 'equal', value: 'AB1 1AA' }] } as const;
    expect(granted(await worker.list('episode', byPostcode)).records).toEqual([]);
    expect(granted(await worker.list('episode', { search: 'AB1' })).records).toEqual([]);
    expect(granted(await worker.aggregate('episode', { by: ['urn'] }))).toEqual([
      { values: [null], count: 1 },
    ]);
    const manager = granted(await withChild.as(askers.manager).list('episode', byPostcode));
    expect(manager.records.map(({ record }) => record.child)).toContain('C1');
  });

  it('stays when somebody who does not see it changes the record', async () => {
    const worker = withChild.as(askers.worker);
    const [episode] = granted(await worker.list('episode')).records;
    expect(await worker.patch('episode', episode!.id, { urn: 'SC999999' }, 1)).toMatchObject({
      refused: 'invalid',
    });
    granted(await worker.patch('episode', episode!.id, { end: '2025-09-01', reasonEpisodeCeased: 'E4A' }, 1));
    const kept = granted(await withChild.as(askers.manager).get('episode', episode!.id));
    expect(kept.record).toMatchObject({ urn: 'SC000001', end: '2025-09-01' });
  });
});

describe('an adopted child', () => {
  it('has an earlier identity that only the adoption role sees, and a link it opens with a reason', async () => {
    await enterChild(withChild, 'C20', { worker: 'SW1' });
    await enterChild(withChild, 'C21', { worker: 'SW9' });
    const adoption = withChild.as(askers.adoption);
    granted(await adoption.sealAdoption({ earlier: 'C20', present: 'C21', adoptedOn: '2025-12-01' }));
    expect(await withChild.as(askers.worker).get('child', 'C20')).toMatchObject({ refused: 'not-found' });
    expect(await withChild.as(askers.records).get('child', 'C20')).toMatchObject({ refused: 'not-found' });
    expect(granted(await adoption.get('child', 'C20')).id).toBe('C20');
    expect(await withChild.as({ ...askers.adoption, reason: '' }).openSealedLink('C21')).toMatchObject({
      refused: 'invalid',
    });
    expect(await withChild.as(askers.records).openSealedLink('C21')).toMatchObject({ refused: 'denied' });
    expect(granted(await adoption.openSealedLink('C21'))).toEqual({
      earlier: 'C20',
      present: 'C21',
      adoptedOn: '2025-12-01',
    });
    const { rows } = await databases[0]!.owner.query(
      `select entry from cic.audit where action = 'open sealed link'`,
    );
    expect(rows).toHaveLength(1);
    const sealing = await databases[0]!.owner.query(`select entry from cic.audit where action = 'seal'`);
    expect(sealing.rows[0].entry).not.toContain('C21');
  });
});

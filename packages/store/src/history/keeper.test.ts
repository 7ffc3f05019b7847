import { day } from '@cic/core';
import { provider, siblingGroup, visit } from '@cic/core/records';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

let database: TestDatabase;
let store: Store;
let elsewhere: Store;
let clock: TestClock;

beforeAll(async () => {
  database = await testDatabase();
  clock = testClock();
  store = await openTestStore(database.url, { clock });
  elsewhere = await openTestStore(database.url, { clock });
  for (const id of ['H1', 'H2', 'H3']) await enterChild(store, id);
});
afterAll(async () => {
  await Promise.all([store.close(), elsewhere.close()]);
  await database.drop();
});

it('the history holds the children, episodes and other records of the store', async () => {
  const history = await store.history.current();
  expect(history.children.map(({ id }) => id).sort()).toEqual(['H1', 'H2', 'H3']);
  expect(history.child('H1')?.isLookedAfter(day('2025-06-01'))).toBe(true);
  expect(history.recordsOf('social-worker-episode')?.size).toBe(3);
  expect(history.findings).toEqual([]);
});

it('it is the same object while nothing changes, and never stale after a write, made here or by another process', async () => {
  const before = await store.history.current();
  expect(await store.history.current()).toBe(before);
  await elsewhere.history.current();
  for (let n = 1; n <= 5; n++) {
    const held = `2025-06-0${n}`;
    granted(
      await elsewhere.as(askers.records).create('visit', { child: 'H2', held, visitorRole: 'social-worker' }),
    );
    const now = await store.history.current();
    expect(now.child('H2')?.records(visit)).toHaveLength(n);
    expect(now.child('H2')?.records(visit).at(-1)?.held).toBe(day(held as `${number}-${number}-${number}`));
    expect(now.child('H1')?.episodes).toHaveLength(1);
  }
});

it('it follows deletions, merges and splits', async () => {
  const records = store.as(askers.records);
  const [episode] = granted(
    await records.list('episode', { where: [{ field: 'child', is: 'equal', value: 'H3' }] }),
  ).records;
  granted(await records.remove('episode', episode!.id, 1));
  expect((await store.history.current()).child('H3')?.episodes).toHaveLength(0);
  const { act } = granted(await records.mergePersons('H1', 'H2'));
  const merged = await store.history.current();
  expect(merged.child('H2')).toBeUndefined();
  expect(merged.child('H1')?.records(visit)).toHaveLength(5);
  granted(await records.splitPersons(act));
  const split = await store.history.current();
  expect(split.child('H1')?.records(visit)).toHaveLength(0);
  expect(split.child('H2')?.records(visit)).toHaveLength(5);
});

it('it can be had as it was known, and without those who do not exist for somebody', async () => {
  clock.set('2026-03-01T12:00:00Z');
  granted(
    await store
      .as(askers.records)
      .create('visit', { child: 'H1', held: '2026-02-28', visitorRole: 'social-worker' }),
  );
  expect((await store.history.knownOn('2026-02-28')).child('H1')?.records(visit)).toHaveLength(0);
  expect((await store.history.knownOn('2026-03-01')).child('H1')?.records(visit)).toHaveLength(1);
  const without = await store.history.current({ without: new Set(['H2']) });
  expect(without.child('H2')).toBeUndefined();
  expect(without.child('H1')).toBeDefined();
});

it('it loses an erased child at once', async () => {
  const records = store.as(askers.records);
  const report = granted(await records.reportErasure('H3'));
  granted(await records.eraseChild('H3', report.digest));
  expect((await store.history.current()).child('H3')).toBeUndefined();
});

it('it holds what is about no single child, from every process at once, and no group that names who is hidden', async () => {
  await store.history.current();
  const commissioner = elsewhere.as({ user: 'c', roles: ['commissioning'] });
  const home = granted(
    await commissioner.create('provider', { id: 'home-1', name: 'A home', kind: 'childrens-home' }),
  );
  const members = [{ child: 'H1' }, { child: 'H2' }];
  granted(await elsewhere.as(askers.records).create('sibling-group', { id: 'S1', members }));
  const history = await store.history.current();
  expect(history.otherRecords(provider).map(({ id }) => id)).toEqual(['home-1']);
  expect(history.otherRecords(siblingGroup).map(({ id }) => id)).toEqual(['S1']);
  const without = await store.history.current({ without: new Set(['H2']) });
  expect(without.otherRecords(siblingGroup)).toEqual([]);
  expect(without.otherRecords(provider)).toHaveLength(1);
  granted(await commissioner.remove('provider', home.id, home.version));
  expect((await store.history.current()).otherRecords(provider)).toEqual([]);
});

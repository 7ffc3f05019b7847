import { codeSets } from '@cic/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { askers, granted, openTestStore, type TestDatabase, testDatabase } from '../testing/database.ts';
import { enterChild } from '../testing/people.ts';
import { statutoryRetention } from './retention.ts';
import { subjectAccessPage } from './subjectAccessPage.ts';

let database: TestDatabase;
let store: Store;
const records = () => store.as(askers.records);

beforeAll(async () => {
  database = await testDatabase();
  store = await openTestStore(database.url);
  await enterChild(store, 'R1', { born: '2012-03-15' });
  await enterChild(store, 'R2', { born: '1950-03-15' });
  await enterChild(store, 'R3', { born: '1990-03-15', child: { dateOfDeath: '2005-06-01' } });
  await enterChild(store, 'R4', { born: '1940-01-01' });
  const [adopted] = granted(
    await records().list('episode', { where: [{ field: 'child', is: 'equal', value: 'R4' }] }),
  ).records;
  granted(
    await records().patch(
      'episode',
      adopted!.id,
      { start: '1942-01-01', end: '1945-01-01', reasonEpisodeCeased: 'E12' },
      1,
    ),
  );
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

describe('retention', () => {
  it.each([
    ['2020-05-31', []],
    ['2020-06-01', ['R3']],
    ['2025-03-14', ['R3']],
    ['2025-03-15', ['R2', 'R3']],
    ['2044-12-31', ['R2', 'R3']],
    ['2045-01-01', ['R2', 'R3', 'R4']],
    ['2087-03-14', ['R2', 'R3', 'R4']],
    ['2087-03-15', ['R1', 'R2', 'R3', 'R4']],
  ])(
    'names, on %s, those whose 75 years from birth, 15 from death or 100 from adoption are over: %j',
    async (on, children) => {
      const report = granted(await records().reportRetention(on));
      expect(report.children).toEqual(children);
      expect(report.source).toContain('regulation 50');
    },
  );

  it('erases exactly what was reported, or nothing', async () => {
    const report = granted(await records().reportRetention('2020-06-01'));
    expect(report.records).toEqual([
      { type: 'child', records: 1, versions: 1 },
      { type: 'episode', records: 1, versions: 1 },
      { type: 'social-worker-episode', records: 1, versions: 1 },
    ]);
    granted(
      await records().create('visit', { child: 'R3', held: '2004-01-01', visitorRole: 'social-worker' }),
    );
    expect(await records().carryOutRetention('2020-06-01', report.digest)).toMatchObject({
      refused: 'conflict',
    });
    const anew = granted(await records().reportRetention('2020-06-01'));
    granted(await records().carryOutRetention('2020-06-01', anew.digest));
    expect(granted(await records().reportRetention('2020-06-01')).children).toEqual([]);
    const { rows } = await database.owner.query(
      `select count(*)::int as n from cic.record where child = 'R3'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
    expect((await store.changes(0)).filter(({ kind }) => kind === 'erased')).toHaveLength(4);
    expect((await store.verifyAudit()).whole).toBe(true);
  });

  it('keeps other records as long as the council says', async () => {
    const commissioner = store.as({ user: 'c', roles: ['commissioning'] });
    granted(
      await commissioner.create('provider', {
        id: 'home-1',
        name: 'A home',
        kind: 'childrens-home',
        opened: '1990-01-01',
        closed: '2000-01-01',
      }),
    );
    const policy = {
      ...statutoryRetention,
      others: [{ record: 'provider', years: 10, source: 'corporate retention schedule' }],
    };
    expect(granted(await records().reportRetention('2009-12-31', policy)).records).toEqual([]);
    expect(granted(await records().reportRetention('2010-01-01', policy)).records).toEqual([
      { type: 'provider', records: 1, versions: 1 },
    ]);
  });

  it('names what it leaves that names the child too', async () => {
    granted(
      await records().create('sibling-group', { id: 'G8', members: [{ child: 'R1' }, { child: 'R2' }] }),
    );
    const report = granted(await records().reportErasure('R1'));
    expect(report.naming).toEqual([{ type: 'sibling-group', id: 'G8' }]);
  });

  it('takes the role that keeps records, and a reason', async () => {
    expect(await store.as(askers.worker).reportRetention('2099-01-01')).toMatchObject({ refused: 'denied' });
    const report = granted(await records().reportErasure('R1'));
    expect(await store.as({ ...askers.records, reason: '' }).eraseChild('R1', report.digest)).toMatchObject({
      refused: 'invalid',
    });
  });
});

describe('subject access', () => {
  it('holds every record with its earlier versions and every look, and no other child [D-PLN-12]', async () => {
    granted(await store.as({ ...askers.worker, reason: 'planning the review' }).get('child', 'R1'));
    granted(
      await records().create('sibling-group', { id: 'G9', members: [{ child: 'R1' }, { child: 'R2' }] }),
    );
    granted(
      await records().patch('child', 'R1', { sex: 'M', name: { given: 'Ada <b>', family: 'Test' } }, 1),
    );
    const access = granted(await records().subjectAccess('R1'));
    expect(access.records.filter(({ type }) => type === 'child').map(({ record }) => record.sex)).toEqual([
      'F',
      'M',
    ]);
    expect(access.looks).toContainEqual(
      expect.objectContaining({ action: 'read', who: ['social-worker'], reason: 'planning the review' }),
    );
    expect(JSON.stringify(access.records)).not.toContain('R2');
    expect(JSON.stringify(access)).not.toContain('worker-1');
    const page = subjectAccessPage(access, {
      types: store.policy.records,
      codeSets: Object.values(codeSets),
    });
    expect(page).toContain('<h2>Sibling group</h2>');
    expect(page).toContain('15 March 2012');
    expect(page).toContain('planning the review');
    expect(page).toContain(`<dt>legal status</dt><dd>${codeSets.LS.label('C2')}</dd>`);
    expect(page).toContain('<td>read: child</td>');
    expect(page).toContain('Ada &lt;b&gt;');
    expect(page).not.toContain('<b>');
  });

  it('is written into the audit', async () => {
    const [entry] = granted(await store.as(askers.auditor).searchAudit({ action: 'subject access' }));
    expect(entry).toMatchObject({ by: 'records-1', children: ['R1'] });
  });
});

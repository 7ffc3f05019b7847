import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../store.ts';
import {
  askers,
  everydayPolicy,
  granted,
  KEY,
  openTestStore,
  type TestDatabase,
  testDatabase,
  urlOf,
} from '../testing/database.ts';
import { enterChild } from '../testing/people.ts';
import { createLogin } from './migrate.ts';

/** Somebody with the application's own login to 'sample', and psql. 'other' is the council next door. */
let database: TestDatabase;
let stores: Store[];
let attacker: pg.Client;
const other = () => `${database.name}_other`;

beforeAll(async () => {
  database = await testDatabase();
  await createLogin(database.ownerUrl, { name: other(), councils: ['other'] });
  stores = [
    await openTestStore(database.url),
    await openStore({
      council: 'other',
      policy: everydayPolicy,
      pseudonymKey: KEY,
      database: urlOf(database.name, other()),
    }),
  ];
  for (const store of stores) await enterChild(store, 'C1');
  granted(await stores[1]!.as(askers.adoption).sealAdoption({ earlier: 'C1', adoptedOn: '2025-01-01' }));
  attacker = new pg.Client({ connectionString: database.url, options: '-c cic.council=sample' });
  await attacker.connect();
});

afterAll(async () => {
  await attacker.end();
  await Promise.all(stores.map((store) => store.close()));
  await database.owner.query(`drop owned by ${other()}; drop role ${other()}`);
  await database.drop();
});

const TABLES = [
  'record',
  'act',
  'change',
  'audit',
  'restriction',
  'break_glass',
  'assignment',
  'person_merge',
  'sharing_agreement',
  'consent',
];

describe('with the application’s login', () => {
  for (const table of TABLES) {
    it(`a query of ${table} that forgets its council finds no row of another`, async () => {
      const { rows } = await attacker.query(`select distinct council from cic.${table}`);
      expect(rows.filter(({ council }) => council !== 'sample')).toEqual([]);
    });
  }

  it('every table of the store is held to the council, so that a new one cannot be forgotten', async () => {
    const { rows } = await database.owner.query(`
      select relname from pg_class join pg_namespace n on n.oid = relnamespace
      where nspname = 'cic' and relkind = 'r' and not relrowsecurity order by 1`);
    expect(rows.map(({ relname }) => relname)).toEqual(['assignment_source', 'council_access']);
  });

  it('another council cannot be chosen', async () => {
    await attacker.query('begin');
    await attacker.query(`set local cic.council = 'other'`);
    const { rows } = await attacker.query('select * from cic.record');
    expect(rows).toEqual([]);
    const insert = attacker.query(
      `insert into cic.audit (council, entry) values ('other', '{"at":"x","action":"x","by":"x"}')`,
    );
    await expect(insert).rejects.toThrow(/row-level security/);
    await attacker.query('rollback');
  });

  const FORBIDDEN: readonly (readonly [string, string])[] = [
    [
      'rows cannot be written for another council',
      `insert into cic.act (council, kind, at, by_user) values ('other', 'write', now(), 'x')`,
    ],
    ['what a record said cannot be changed', `update cic.record set data = '{}'`],
    ['records cannot be deleted', 'delete from cic.record'],
    ['the audit cannot be changed', `update cic.audit set entry = '{}'`],
    ['the audit cannot be deleted', 'delete from cic.audit'],
    ['the audit cannot be emptied', 'truncate cic.audit'],
    [
      'an entry cannot bring its own hash',
      `insert into cic.audit (council, entry, hash) values ('sample', '{"at":"x","action":"x","by":"x"}', 'x')`,
    ],
    ['the chain cannot be switched off', 'alter table cic.audit disable trigger chain'],
    ['row security cannot be switched off', 'alter table cic.record disable row level security'],
    ['sealed links cannot be read', 'select * from cic.sealed_link'],
    [
      'a link is not opened without a reason',
      `select * from cic.open_sealed_link('sample', 'C1', '{"action":"open sealed link"}')`,
    ],
    [
      'a link of another council is not opened',
      `select * from cic.open_sealed_link('other', 'C1', '{"action":"open sealed link","reason":"curious","at":"x","by":"x"}')`,
    ],
    [
      'records of another council are not erased',
      `select cic.erase_records('other', '[]', '{"action":"erase","reason":"curious","at":"x","by":"x"}')`,
    ],
    [
      'nobody lets themselves into another council',
      `insert into cic.council_access values (current_user, 'other')`,
    ],
    [
      'assignments cannot be made up',
      `insert into cic.assignment (council, child, kind, key, type, property, latest, record) values ('sample','C1','worker','me','x','x',false,'x')`,
    ],
    ['what assigns cannot be changed', `select cic.set_assignment_sources('[]')`],
    ['the owner’s role cannot be taken', 'set role postgres'],
    ['files of the server cannot be read', `copy cic.act from '/etc/passwd'`],
    ['restrictions cannot be rewritten', `update cic.restriction set open_to_users = '{me}'`],
  ];
  for (const [what, statement] of FORBIDDEN) {
    it(what, async () => {
      await expect(attacker.query(statement)).rejects.toThrow();
    });
  }
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeMigrations } from '../migrations/index.ts';
import { createDatabase, everydayPolicy } from '../testing/database.ts';
import { migrate } from './migrate.ts';

type Empty = Awaited<ReturnType<typeof createDatabase>>;
const assignments = everydayPolicy.assignments;

async function shapeOf({ owner }: Empty): Promise<unknown> {
  const columns = await owner.query(`
    select table_name, column_name, data_type, is_nullable, is_generated from information_schema.columns
    where table_schema = 'cic' order by 1, 2`);
  const policies = await owner.query(
    `select tablename, policyname, qual from pg_policies where schemaname = 'cic' order by 1, 2`,
  );
  return { columns: columns.rows, policies: policies.rows };
}

describe('migration', () => {
  let fromEmpty: Empty;
  let fromEarlier: Empty;
  beforeAll(async () => {
    [fromEmpty, fromEarlier] = await Promise.all([createDatabase(), createDatabase()]);
  });
  afterAll(async () => {
    await Promise.all([fromEmpty.drop(), fromEarlier.drop()]);
  });

  it('goes from empty to the present shape, and a second time does nothing', async () => {
    expect(await migrate(fromEmpty.ownerUrl, { assignments })).toHaveLength(storeMigrations.length);
    expect(await migrate(fromEmpty.ownerUrl, { assignments })).toEqual([]);
  });

  it('goes from every earlier version with records in it, keeps them, and ends in the same shape', async () => {
    await migrate(fromEarlier.ownerUrl, { upTo: storeMigrations[0]!.name });
    await fromEarlier.owner.query(
      `insert into cic.act (council, kind, at, by_user) values ('sample', 'write', now(), 'x')`,
    );
    const group = JSON.stringify({ id: 'S1', members: [{ child: 'C1' }, { child: 'C2' }] });
    const worker = JSON.stringify({ child: 'C1', socialWorker: 'SW1', start: '2025-01-01' });
    await fromEarlier.owner.query(`
      insert into cic.record (council, type, id, version, child, valid_from, data, recorded_at, recorded_by, act) values
        ('sample', 'sibling-group', 'S1', 1, null, null, '${group}', now(), 'x', 1),
        ('sample', 'social-worker-episode', 'W1', 1, 'C1', '2025-01-01', '${worker}', now(), 'x', 1)`);
    for (const { name } of storeMigrations.slice(1)) {
      expect(await migrate(fromEarlier.ownerUrl, { upTo: name })).toEqual([`store/${name}`]);
    }
    await migrate(fromEarlier.ownerUrl, { assignments });
    const { rows } = await fromEarlier.owner.query('select id, about from cic.record order by id');
    expect(rows).toEqual([
      { id: 'S1', about: ['C1', 'C2'] },
      { id: 'W1', about: ['C1'] },
    ]);
    const assigned = await fromEarlier.owner.query('select child, kind, key from cic.assignment');
    expect(assigned.rows).toEqual([{ child: 'C1', kind: 'worker', key: 'SW1' }]);
    expect(await shapeOf(fromEarlier)).toEqual(await shapeOf(fromEmpty));
  });

  it('takes a plugin’s own steps when it is enabled, and loses nothing when it is disabled and comes back', async () => {
    const plugins = {
      education: [
        {
          name: '0001-index',
          statements: [`create index pep_index on cic.record (id) where type = 'personal-education-plan'`],
        },
        {
          name: '0002-table',
          statements: [
            'create table cic.school (urn text primary key)',
            `insert into cic.school values ('100001')`,
          ],
        },
      ],
    };
    expect(await migrate(fromEmpty.ownerUrl, { assignments, plugins })).toEqual([
      'plugin-education/0001-index',
      'plugin-education/0002-table',
    ]);
    expect(await migrate(fromEmpty.ownerUrl, { assignments })).toEqual([]);
    expect(await migrate(fromEmpty.ownerUrl, { assignments, plugins })).toEqual([]);
    expect((await fromEmpty.owner.query('select urn from cic.school')).rows).toEqual([{ urn: '100001' }]);
  });

  it('leaves nothing of a step that fails, and says so', async () => {
    const plugins = {
      broken: [{ name: '0001-broken', statements: ['create table cic.half (id int)', 'select 1 / 0'] }],
    };
    await expect(migrate(fromEmpty.ownerUrl, { assignments, plugins })).rejects.toThrow('division by zero');
    const { rows } = await fromEmpty.owner.query(`select to_regclass('cic.half') as half`);
    expect(rows).toEqual([{ half: null }]);
  });

  it('refuses a database of a later version', async () => {
    await fromEmpty.owner.query(
      `insert into cic_migrations.store (name, timestamp) values ('9999-later', now())`,
    );
    await expect(migrate(fromEmpty.ownerUrl, { assignments })).rejects.toThrow(/9999-later/);
  });

  it('follows a policy that ties children to people by other records than before', async () => {
    const changed = [
      { record: 'social-worker-episode', property: 'team', kind: 'team', lasts: 'open' },
    ] as const;
    await fromEarlier.owner.query(`update cic.record set data = data || '{"team":"team-1"}' where id = 'W1'`);
    await migrate(fromEarlier.ownerUrl, { assignments: [] });
    expect((await fromEarlier.owner.query('select from cic.assignment')).rowCount).toBe(0);
    await migrate(fromEarlier.ownerUrl, { assignments: changed });
    const team = await fromEarlier.owner.query('select kind, key from cic.assignment');
    expect(team.rows).toEqual([{ kind: 'team', key: 'team-1' }]);
    await migrate(fromEarlier.ownerUrl, { assignments });
    const both = await fromEarlier.owner.query('select kind, key from cic.assignment order by kind');
    expect(both.rows).toEqual([
      { kind: 'team', key: 'team-1' },
      { kind: 'worker', key: 'SW1' },
    ]);
  });
});

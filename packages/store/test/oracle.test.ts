import type { Asker } from '@cic/access';
import { fieldsOf, isAboutChild, MASKED } from '@cic/access';
import type { RecordType } from '@cic/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postgres } from '../src/database/postgres.ts';
import { type Change, writeAct } from '../src/records/act.ts';
import { rowOf } from '../src/records/columns.ts';
import type { Store } from '../src/store.ts';
import {
  askers,
  everydayPolicy,
  granted,
  openTestStore,
  type TestDatabase,
  testClock,
  testDatabase,
} from '../src/testing/database.ts';
import { fieldSeen, type Known, type Person, rowSeen, ruleOf, type World } from './oracle.ts';

const policy = everydayPolicy;
const types = [...policy.records.values()].filter(
  (type) => isAboutChild(type) || ['provider', 'action', 'board'].includes(type.id),
);

/** C1 and C2 are people's own; C3's worker has changed; C4 is restricted. */
const world: World = {
  workers: { SW1: ['C1', 'C4'], SW2: ['C2', 'C3'], IRO1: ['C1', 'C2', 'C3', 'C4'] },
  teams: { 'team-1': ['C1', 'C4'], 'team-2': ['C2', 'C3'] },
  establishments: { SC000001: ['C1', 'C4'] },
  restricted: new Set(['C4']),
};
const CHILDREN = ['C1', 'C2', 'C3', 'C4'];

function toldOf(type: RecordType<object>, child: string): Record<string, unknown>[] {
  const [example] = (type.schema.examples ?? []) as Record<string, unknown>[];
  const whose = { ...example, id: `${type.id}-${child}`, child };
  if (type.id === 'social-worker-episode') {
    const now =
      child === 'C1' || child === 'C4'
        ? { socialWorker: 'SW1', team: 'team-1' }
        : { socialWorker: 'SW2', team: 'team-2' };
    const earlier = {
      ...whose,
      id: `${whose.id}-a`,
      socialWorker: 'SW1',
      team: 'team-1',
      start: '2024-01-01',
      end: '2025-01-01',
    };
    return [{ ...whose, ...now, start: '2025-01-01', end: undefined }, ...(child === 'C3' ? [earlier] : [])];
  }
  if (type.id === 'episode') {
    return [
      {
        ...whose,
        start: '2025-01-01',
        end: undefined,
        urn: child === 'C1' || child === 'C4' ? 'SC000001' : 'SC000002',
      },
    ];
  }
  if (type.id === 'review') {
    return [
      { ...whose, held: '2025-06-01', reviewingOfficer: 'IRO1' },
      { ...whose, id: `${whose.id}-a`, held: '2024-06-01', reviewingOfficer: 'IRO9' },
    ];
  }
  return [whose];
}

function everything(): readonly { type: RecordType<object>; known: Known }[] {
  return types.flatMap((type): { type: RecordType<object>; known: Known }[] => {
    if (type.id === 'child') {
      const facts = {
        sex: 'F',
        ethnicity: 'WBRI',
        name: { given: 'Ada', family: 'Test' },
        upn: 'A123456789012',
        mother: false,
      };
      return CHILDREN.map((id) => ({
        type,
        known: { id, child: id, record: { id, dateOfBirth: '2012-05-17', ...facts } },
      }));
    }
    if (type.id === 'sibling-group') {
      return [
        ['C1', 'C2'],
        ['C2', 'C4'],
      ].map((pair, n) => {
        const record = { id: `S${n}`, members: pair.map((child) => ({ child })) };
        return { type, known: { id: record.id, child: undefined, record } };
      });
    }
    if (!isAboutChild(type)) {
      const record = (type.schema.examples as Record<string, unknown>[])[0]!;
      return [{ type, known: { id: String(record.id), child: undefined, record } }];
    }
    return CHILDREN.flatMap((child) =>
      toldOf(type, child).map((told) => {
        const record = JSON.parse(JSON.stringify(told)) as Record<string, unknown>;
        return { type, known: { id: String(record.id), child, record } };
      }),
    );
  });
}

let database: TestDatabase;
let store: Store;
const records = everything();

beforeAll(async () => {
  database = await testDatabase();
  const clock = testClock('2025-09-01T09:00:00Z');
  store = await openTestStore(database.url, { clock });
  for (const { type, known } of records)
    expect([type.id, type.validate(known.record)]).toEqual([type.id, true]);
  const direct = postgres({ url: database.url, council: 'sample', connections: 1 });
  const changes = records.map(
    ({ type, known }): Change => ({ ...rowOf(type, known.id, known.record), expect: 0 }),
  );
  await direct.transaction((connection) =>
    writeAct(connection, 'sample', { kind: 'write', at: clock(), by: 'test' }, changes, {
      at: clock().toISOString(),
      action: 'fill',
      by: 'test',
    }),
  );
  await direct.close();
  granted(await store.as(askers.records).restrict({ child: 'C4', kind: 'restricted' }));
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const person = (role: string): Person => ({
  role,
  worker: role === 'independent-reviewing-officer' ? 'IRO1' : 'SW1',
  team: 'team-1',
  establishment: 'SC000001',
});

const askerOf = ({ role, worker, team, establishment }: Person): Asker => ({
  user: role,
  roles: [role],
  worker,
  teams: [team],
  establishments: [establishment],
});

const COUNTED = new Set(['whole council', 'pseudonymised', 'own caseload', 'own team', 'own establishment']);

/** A field as it is asked about: the store knows a record's id and child whether or not the record repeats them. */
const valueAsked = ({ id, child, record }: Known, field: string): unknown =>
  field === 'id' ? id : field === 'child' ? child : record[field];

describe.each([...policy.roles.keys()])('%s', (role) => {
  const who = person(role);
  const asker = askerOf(who);

  it('sees of every record type the rows and fields that the rules say, however it asks [CFG-08] [D-SUP-22]', async () => {
    const session = store.as(asker);
    await Promise.all(
      types.map(async (type) => {
        const rule = ruleOf(policy, role, type.id);
        const where = `${role}, ${type.id}`;
        const page = await session.list(type.id, { limit: 1000 });
        if (rule?.read === undefined || rule.read === 'released only' || rule.read === 'aggregate only') {
          expect(page, where).toMatchObject({ refused: 'denied' });
          expect(await session.get(type.id, 'x'), where).toMatchObject({ refused: 'denied' });
          const counted = await session.count(type.id);
          expect(counted, where).toMatchObject({ refused: 'denied' });
          if (rule?.read === 'aggregate only') {
            const controlled = await session.count(type.id, {
              control: (rows) => rows.map((row) => ({ ...row, count: null })),
            });
            expect(controlled, where).toBeNull();
          }
          return;
        }
        expect(COUNTED).toContain(rule.read);
        const mine = records
          .filter((one) => one.type === type && rowSeen(rule, who, one.known, world))
          .map(({ known }) => known);
        const shown = granted(page).records;
        expect(shown.length, where).toBe(mine.length);
        expect(await session.count(type.id), where).toBe(mine.length);
        if (rule.read !== 'pseudonymised') {
          expect(shown.map(({ id }) => id).sort(), where).toEqual(mine.map(({ id }) => id).sort());
        }
        const askable: string[] = [];
        for (const field of fieldsOf(type)) {
          const sight = fieldSeen(rule, type, field);
          const here = `${where}, ${field}: ${sight}`;
          const told = mine.filter(({ record }) => record[field] !== undefined);
          const values = shown.filter(({ record }) => field in record).map(({ record }) => record[field]);
          expect(values.length, here).toBe(sight === 'nothing' ? 0 : told.length);
          for (const value of values) {
            if (sight === 'mask') expect(value, here).toBe(MASKED);
            if (sight === 'month') expect(value, here).toMatch(/^\d{4}-\d{2}-01$/);
            if (sight === 'pseudonym') expect(value, here).toMatch(/^p[0-9a-f]{24}$/);
            if (sight === 'value')
              expect(
                told.map(({ record }) => record[field]),
                here,
              ).toContainEqual(value);
          }
          if (sight === 'value' || sight === 'pseudonym') askable.push(field);
          else {
            const unknown = { refused: 'unknown-field' };
            expect(await session.list(type.id, { order: [{ field }] }), here).toMatchObject(unknown);
            expect(await session.aggregate(type.id, { by: [field] }), here).toMatchObject(unknown);
            const where = [{ field, is: 'present', value: true }] as const;
            expect(await session.count(type.id, { where }), here).toMatchObject(unknown);
          }
        }
        for (let f = 0; f < askable.length; f += 3) {
          const asked = askable.slice(f, f + 3);
          const here = `${where}, ${asked.join(', ')}`;
          const ordered = granted(
            await session.list(type.id, { order: asked.map((field) => ({ field })), limit: 1000 }),
          );
          expect(ordered.records.map(({ id }) => id).sort(), here).toEqual(shown.map(({ id }) => id).sort());
          const present = asked.map((field) => ({ field, is: 'present', value: true }) as const);
          const groups = granted(await session.aggregate(type.id, { by: asked, where: present }));
          const having = mine.filter((known) =>
            asked.every((field) => valueAsked(known, field) !== undefined),
          );
          expect(
            groups.reduce((sum, { count }) => sum + count!, 0),
            here,
          ).toBe(having.length);
        }
      }),
    );
  });
});

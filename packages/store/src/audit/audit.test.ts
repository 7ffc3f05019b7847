import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditCommands } from '../cli.ts';
import type { Store } from '../store.ts';
import { askers, granted, openTestStore, type TestDatabase, testDatabase } from '../testing/database.ts';
import { enterChild } from '../testing/people.ts';
import { canonicalJson } from './entry.ts';

let database: TestDatabase;
let store: Store;
let second: Store;

beforeAll(async () => {
  database = await testDatabase();
  [store, second] = await Promise.all([openTestStore(database.url), openTestStore(database.url)]);
  await enterChild(store, 'A1');
  await enterChild(store, 'A2', { worker: 'SW2' });
});
afterAll(async () => {
  await Promise.all([store.close(), second.close()]);
  await database.drop();
});

async function run(name: string, ...args: string[]) {
  const said = { out: '', err: '' };
  const command = auditCommands.find((one) => one.name === name)!;
  const io = {
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
    cwd: '.',
    isTerminal: false,
  };
  return {
    code: await command.run(['--council', 'sample', '--database', database.url, ...args], io),
    ...said,
  };
}

describe('the audit', () => {
  it('holds every read of a child’s record and every write: who, why, what, from where', async () => {
    const asker = { ...askers.worker, reason: 'preparing the visit', from: 'GET /records/child/A1' };
    granted(await store.as(asker).get('child', 'A1'));
    const [entry] = granted(await store.as(askers.auditor).searchAudit({ child: 'A1', by: 'worker-1' }));
    expect(entry).toMatchObject({
      action: 'read',
      by: 'worker-1',
      roles: ['social-worker'],
      purpose: 'care',
      reason: 'preparing the visit',
      from: 'GET /records/child/A1',
      type: 'child',
      children: ['A1'],
      detail: { id: 'A1', found: true },
    });
    const writes = granted(await store.as(askers.auditor).searchAudit({ child: 'A1', action: 'create' }));
    expect(writes.map(({ type }) => type).sort()).toEqual(['child', 'episode', 'social-worker-episode']);
  });

  it('tells a look that found nothing, too', async () => {
    await store.as(askers.worker).get('child', 'A2');
    const [entry] = granted(await store.as(askers.auditor).searchAudit({ by: 'worker-1', action: 'read' }));
    expect(entry).toMatchObject({ detail: { id: 'A2', found: false }, children: [] });
  });

  it('audits its own searching', async () => {
    granted(await store.as(askers.auditor).searchAudit({ child: 'A2' }));
    const [entry] = granted(await store.as(askers.auditor).searchAudit({ action: 'search audit' }));
    expect(entry).toMatchObject({ by: 'auditor-1', children: ['A2'] });
    expect(await store.as(askers.worker).searchAudit({})).toMatchObject({ refused: 'denied' });
  });

  it('stays one chain while two processes read and write at once', async () => {
    const work = Array.from({ length: 60 }, (_, n) => {
      const session = (n % 2 === 0 ? store : second).as(askers.worker);
      return n % 5 === 0
        ? session.create('visit', { child: 'A1', held: '2025-06-06', visitorRole: 'social-worker' })
        : session.get('child', 'A1');
    });
    for (const answer of await Promise.all(work)) granted(answer);
    const { whole, entries, head } = await store.verifyAudit();
    expect(whole).toBe(true);
    expect(head.seq).toBe(entries);
    const lines = await store.changes(0);
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, i) => i + 1));
  });
});

describe('tampering by the owner of the database', () => {
  const tamper = async (statement: string, check: () => Promise<void>) => {
    await database.owner.query('create table cic_backup as select * from cic.audit');
    await database.owner.query('alter table cic.audit disable trigger user');
    try {
      await database.owner.query(statement);
      await check();
    } finally {
      await database.owner.query('delete from cic.audit');
      await database.owner.query(
        'insert into cic.audit (council, seq, entry, previous, hash) select council, seq, entry, previous, hash from cic_backup',
      );
      await database.owner.query('alter table cic.audit enable trigger user');
      await database.owner.query('drop table cic_backup');
    }
  };

  it.each([
    [
      'a changed word',
      `update cic.audit set entry = replace(entry, 'worker-1', 'worker-9') where seq = 8`,
      8,
      /changed after/,
    ],
    ['a removed entry', 'delete from cic.audit where seq = 9', 10, /entries 9 to 9 are missing/],
    [
      'an entry given a hash of its own',
      `update cic.audit set entry = '{"action":"read","at":"","by":"x"}', hash = encode(sha256(convert_to(previous || council || seq || '{"action":"read","at":"","by":"x"}', 'UTF8')), 'hex') where seq = 7`,
      8,
      /does not follow/,
    ],
  ] as const)('is detected and located: %s', async (_, statement, seq, how) => {
    await tamper(statement, async () => {
      const found = await store.verifyAudit();
      expect(found).toMatchObject({ whole: false, broken: { seq } });
      expect(found.broken?.how).toMatch(how);
      expect((await run('verify')).code).toBe(1);
    });
    expect((await store.verifyAudit()).whole).toBe(true);
  });

  it('is detected where the end was cut off or the chain written anew, by a head that was noted', async () => {
    const noted = (await run('head')).out.trim();
    expect(noted).toMatch(/^\d+:[0-9a-f]{64}$/);
    expect(await run('verify', '--noted', noted)).toMatchObject({ code: 0 });
    await tamper(`delete from cic.audit where seq > 10`, async () => {
      expect((await store.verifyAudit()).whole).toBe(true);
      const { code, out } = await run('verify', '--noted', noted);
      expect(code).toBe(1);
      expect(out).toMatch(/Entry 11: entries 11 to \d+ were there when the head was noted and are gone/);
    });
  });

  it('commands say in one sentence why they cannot run', async () => {
    expect(await run('verify', '--noted', 'yesterday')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/cic audit head/),
    });
    expect(await run('verify', '--loud', 'x')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no option '--loud'/),
    });
  });
});

it('canonical JSON is one text for one value, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

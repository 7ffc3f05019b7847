import { type Asker, coreRules, isAboutChild, MASKED, policyOf, standardRoles } from '@cic/access';
import { type AccessRule, day, defineCouncil, type Grain, type RecordType } from '@cic/core';
import { adoption } from '@cic/plugin-adoption';
import { education } from '@cic/plugin-education';
import { engagement } from '@cic/plugin-engagement';
import { health } from '@cic/plugin-health';
import { leavingCare } from '@cic/plugin-leaving-care';
import { safeguarding } from '@cic/plugin-safeguarding';
import { startEmbedded } from '@cic/store';
import { granted, openTestStore } from '@cic/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../src/app.ts';
import { migrations } from '../src/migrations.ts';
import { developmentSignIn } from '../src/signIn/development.ts';

/**
 * Every role and every record type, over HTTP, against the rules as they stand: the oracle below reads nothing but the
 * list of rules, and shares no code with what decides.
 */
const plugins = [education(), health(), safeguarding(), adoption(), leavingCare(), engagement()];
const council = defineCouncil({ id: 'sample', name: 'Sample Council', plugins });
const rules: readonly AccessRule[] = [...coreRules, ...plugins.flatMap(({ access = [] }) => access)];

const CHILD = 'ORACLE-1';
const MINE = { worker: 'SW1', teams: ['team-1'], establishments: ['SC000001'] };
const OTHERS = { worker: 'SW9', teams: ['team-9'], establishments: ['SC000009'] };

const people: Readonly<Record<string, Asker>> = Object.fromEntries(
  standardRoles.flatMap(({ id }) => [
    [`${id}-mine`, { user: `${id}-1`, roles: [id], reason: 'comparing with the rules', ...MINE }],
    [`${id}-other`, { user: `${id}-2`, roles: [id], reason: 'comparing with the rules', ...OTHERS }],
  ]),
);

/** A record of every type that has an example, about one child where it is about one. */
function aRecordOf(type: RecordType<object>): object | undefined {
  const example = (type.schema.examples as readonly object[] | undefined)?.[0];
  if (!example || type.id === 'sealed-identity') return undefined;
  const renamed = (value: unknown): unknown =>
    typeof value !== 'object' || value === null
      ? value
      : Array.isArray(value)
        ? value.map(renamed)
        : Object.fromEntries(
            Object.entries(value).map(([key, one]) => [key, key === 'child' ? CHILD : renamed(one)]),
          );
  const record = renamed(example) as Record<string, unknown>;
  switch (type.id) {
    case 'child':
      return { ...record, id: CHILD };
    case 'episode':
      return {
        ...record,
        start: '2025-02-01',
        end: undefined,
        reasonEpisodeCeased: undefined,
        urn: 'SC000001',
      };
    case 'social-worker-episode':
      return { child: CHILD, socialWorker: 'SW1', team: 'team-1', start: '2025-01-01' };
    default:
      return record;
  }
}

let api: ReturnType<typeof createApi>;
let close: () => Promise<void>;
const stored = new Map<string, Readonly<Record<string, unknown>>>();

async function ask(
  who: string,
  path: string,
  init: { method?: string; json?: object; accept?: string } = {},
) {
  const { json, accept = 'application/json', ...rest } = init;
  const answer = await api.request(path, {
    ...rest,
    headers: {
      authorization: `Development ${who}`,
      accept,
      ...(json ? { 'content-type': 'application/json' } : {}),
    },
    ...(json ? { body: JSON.stringify(json) } : {}),
  });
  return { status: answer.status, text: await answer.text() };
}

beforeAll(async () => {
  const database = await startEmbedded();
  const policy = policyOf(council);
  const store = await openTestStore(database, {
    policy,
    migrations,
    clock: () => new Date('2026-01-05T09:00:00Z'),
  });
  const everybody = store.as({
    user: 'everybody',
    roles: standardRoles.filter(({ seesNoChild }) => !seesNoChild).map(({ id }) => id),
    reason: 'a record of every type',
  });
  const parts = council.records.flatMap((type) => {
    const record = aRecordOf(type);
    const writable = rules.some(({ record: id, write }) => id === type.id && write === 'whole council');
    return record && (writable || isAboutChild(type))
      ? [{ type, records: [JSON.parse(JSON.stringify(record))] }]
      : [];
  });
  const done = granted(await everybody.commitImport({ feed: 'oracle', parts }));
  expect(done.rejected).toEqual([]);
  for (const { type, records } of parts) stored.set(type.id, records[0]);
  const signIn = developmentSignIn({ people, database: store.kind, environment: undefined });
  api = createApi({ council, store, signIn, asAt: () => day('2026-03-31'), limits: { perMinute: 1e9 } });
  close = () => store.close();
}, 120_000);
afterAll(() => close());

interface Expected {
  /** Undefined where nothing may be read. */
  readonly read: Grain | undefined;
  readonly write: Grain | undefined;
  readonly hidden: readonly string[];
  readonly masked: readonly string[];
}

/** What the rules say of a role and a record type, in so many words. */
function expected(role: (typeof standardRoles)[number], type: RecordType<object>): Expected {
  const rule = rules.find((one) => one.role === role.id && one.record === type.id);
  const keeper = !rule && role.keepsRecords && isAboutChild(type);
  const grain = keeper ? 'whole council' : rule?.read;
  const rows = grain === 'aggregate only' || grain === 'released only' ? undefined : grain;
  return {
    read: rows,
    write: keeper ? 'whole council' : rule?.write,
    hidden: rule?.hidden ?? [],
    masked: rule?.masked ?? [],
  };
}

const OWN: ReadonlySet<Grain | undefined> = new Set(['own caseload', 'own team', 'own establishment']);

/** Whether the one record there is of a type is seen. One about several children, or none, is in nobody's caseload. */
const isSeen = ({ read }: Expected, type: RecordType<object>, mine: boolean): boolean =>
  OWN.has(read)
    ? mine && (type.id === 'child' || stored.get(type.id)!.child !== undefined)
    : read !== undefined;

const fieldsOf = (type: RecordType<object>): string[] => Object.keys(type.schema.properties ?? {});

/** A code, a day, a number, yes or no, or a list of them: nothing that somebody is known by. */
const namesNobody = (value: unknown): boolean =>
  typeof value === 'string'
    ? /^(?:[A-Za-z0-9][\w-]{0,40}|\d{4}-\d{2}-\d{2})$/.test(value) && !value.includes(CHILD)
    : typeof value !== 'object' || value === null || Object.values(value).every(namesNobody);

/** Every field of the record that came back is what the rules make of what is stored. */
function sameFields(
  shown: Readonly<Record<string, unknown>>,
  type: RecordType<object>,
  rule: Expected,
): void {
  const truth = stored.get(type.id)!;
  for (const field of fieldsOf(type)) {
    const where = `${type.id}.${field}`;
    if (rule.hidden.includes(field) || truth[field] === undefined) {
      if (rule.hidden.includes(field)) expect(shown, where).not.toHaveProperty(field);
    } else if (rule.masked.includes(field)) expect(shown[field], where).toBe(MASKED);
    else if (rule.read === 'pseudonymised') {
      if (field === 'child' || field === 'id') expect(shown[field], where).not.toBe(truth[field]);
      else if (shown[field] !== undefined) expect(namesNobody(shown[field]), where).toBe(true);
    } else expect(shown[field], where).toEqual(truth[field]);
  }
}

describe.each(standardRoles)('$title', (role) => {
  it.each(['mine', 'other'] as const)(
    'sees of every record type what the rules say, for a caseload that is %s',
    async (whose) => {
      const who = `${role.id}-${whose}`;
      for (const type of council.records.filter(({ id }) => stored.has(id))) {
        const rule = expected(role, type);
        const path = `/records/${type.id}`;
        const list = await ask(who, path);
        if (rule.read === undefined) {
          expect([path, list.status]).toEqual([path, 403]);
          expect(list.text).not.toContain(CHILD);
          continue;
        }
        expect([path, list.status]).toEqual([path, 200]);
        const { records } = JSON.parse(list.text) as {
          records: { id: string; record: Readonly<Record<string, unknown>> }[];
        };
        expect([path, records.length]).toEqual([path, isSeen(rule, type, whose === 'mine') ? 1 : 0]);
        if (rule.read === 'pseudonymised') expect(list.text).not.toContain(CHILD);
        for (const { id, record } of records) {
          sameFields(record, type, rule);
          const one = await ask(who, `${path}/${encodeURIComponent(id)}`);
          expect([path, one.status, JSON.parse(one.text).record]).toEqual([path, 200, record]);
          const history = await ask(who, `${path}/${encodeURIComponent(id)}/history`);
          expect([path, history.status, JSON.parse(history.text).versions.at(-1).record]).toEqual([
            path,
            200,
            record,
          ]);
        }
      }
    },
  );

  it('is given in exports, filters and orders no field that the rules hide', async () => {
    const who = `${role.id}-mine`;
    for (const type of council.records.filter(({ id }) => stored.has(id))) {
      const rule = expected(role, type);
      const kept = [...rule.hidden, ...rule.masked];
      if (rule.read === undefined || kept.length === 0) continue;
      const truth = stored.get(type.id)!;
      const ndjson = await ask(who, `/records/${type.id}`, { accept: 'application/x-ndjson' });
      for (const line of ndjson.text.split('\n').filter((text) => text !== '')) {
        for (const field of rule.hidden) expect(JSON.parse(line).record).not.toHaveProperty(field);
        for (const field of rule.masked.filter((one) => truth[one] !== undefined))
          expect(JSON.parse(line).record[field]).toBe(MASKED);
      }
      const csv = await ask(who, `/records/${type.id}`, { accept: 'text/csv' });
      expect([type.id, csv.status]).toEqual([type.id, 200]);
      for (const field of kept) {
        const value = truth[field];
        // Long enough to be in the file for no other reason.
        if (typeof value === 'string' && value.length > 5) expect(csv.text, field).not.toContain(value);
      }
      for (const field of kept) {
        const query = (json: object) => ask(who, `/records/${type.id}/query`, { method: 'POST', json });
        const filtered = await query({ where: [{ field, is: 'present', value: true }] });
        const ordered = await query({ order: [{ field }] });
        expect([type.id, field, filtered.status, ordered.status]).toEqual([type.id, field, 422, 422]);
      }
    }
  });

  it('writes what the rules let it write, and nothing else', async () => {
    const who = `${role.id}-other`;
    for (const type of council.records.filter(({ id }) => stored.has(id))) {
      const { write } = expected(role, type);
      const tried = await ask(who, `/records/${type.id}`, {
        method: 'POST',
        json: { 'no such field': true },
      });
      // It fits no schema: whoever may write is told so, everybody else only that they may not.
      expect([type.id, tried.status]).toEqual([type.id, write === undefined ? 403 : 422]);
    }
  });
});

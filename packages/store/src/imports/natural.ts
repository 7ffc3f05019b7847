import type { RecordType } from '@cic/core';
import { canonicalJson } from '../audit/entry.ts';

/** A record that is stored, as an import compares with it. */
export interface Existing {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly child: string | null;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly feed: string | null;
}

export interface Incoming {
  /** Place in the list that was brought, from 0. */
  readonly index: number;
  readonly record: Readonly<Record<string, unknown>>;
}

export interface Pair {
  readonly incoming: Incoming;
  readonly existing: Existing | undefined;
  readonly id: string;
}

/** What a record without an id is known by: its child and its first day. */
const naturalKey = (type: RecordType<object>, record: Readonly<Record<string, unknown>>): string =>
  `${String(record.child ?? '')}:${String((type.from && record[type.from]) ?? 'undated')}`;

/** Two records of one child and day: those that say the same belong together, the rest in their order. */
function pairGroup(key: string, incoming: readonly Incoming[], existing: readonly Existing[]): Pair[] {
  const left = [...existing].sort((a, b) => (a.id < b.id ? -1 : 1));
  const take = (test: (one: Existing) => boolean): Existing | undefined => {
    const at = left.findIndex(test);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  const same = new Map<Incoming, Existing>();
  for (const one of incoming) {
    const text = canonicalJson(one.record);
    const found = take(({ data }) => canonicalJson(data) === text);
    if (found) same.set(one, found);
  }
  const taken = new Set(existing.map(({ id }) => id));
  const free = (): string => {
    for (let n = 1; ; n++) {
      const id = n === 1 ? key : `${key}:${n}`;
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
  return incoming.map((one) => {
    const found = same.get(one) ?? left.shift();
    return { incoming: one, existing: found, id: found?.id ?? free() };
  });
}

const grouped = <T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
};

/** Which stored record each record brought is: by its id where it has one, otherwise by child and day. */
export function pairUp(
  type: RecordType<object>,
  incoming: readonly Incoming[],
  existing: readonly Existing[],
): Pair[] {
  const byId = new Map(existing.map((one) => [one.id, one]));
  const named = incoming.filter(({ record }) => typeof record.id === 'string');
  const pairs: Pair[] = named.map((one) => {
    const id = one.record.id as string;
    return { incoming: one, existing: byId.get(id), id };
  });
  const used = new Set(pairs.map(({ id }) => id));
  const free = grouped(
    existing.filter(({ id }) => !used.has(id)),
    ({ data }) => naturalKey(type, data),
  );
  const nameless = grouped(
    incoming.filter(({ record }) => typeof record.id !== 'string'),
    ({ record }) => naturalKey(type, record),
  );
  for (const [key, group] of nameless) pairs.push(...pairGroup(key, group, free.get(key) ?? []));
  return pairs;
}

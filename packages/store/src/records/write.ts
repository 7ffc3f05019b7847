import { createHash, randomUUID } from 'node:crypto';
import { hasPower, isAboutChild, type View } from '@cic/access';
import { type Problem, type RecordType, validate } from '@cic/core';
import sql from 'sql-template-tag';
import { canonicalJson, entryOf } from '../audit/entry.ts';
import { isRefusal, type Refusal, refuse } from '../problem.ts';
import { type Act, type Change, Overtaken, writeSmallAct } from './act.ts';
import type { Asking } from './asking.ts';
import { childrenNamed, rowOf } from './columns.ts';
import { versionsAt } from './known.ts';
import { type Meta, metaColumns, noSuchRecord, recordHistory, type StoredRecord, stored } from './read.ts';

type Fields = Readonly<Record<string, unknown>>;

const CURRENT = versionsAt({});

const invalid = (type: RecordType<object>, problems: readonly Problem[]): Refusal =>
  refuse('invalid', `This is not a valid ${type.title.toLowerCase()}: ${problems[0]!.message}.`, {
    problems,
  });

const wrongField = (type: RecordType<object>, field: string, expected: string, message: string): Refusal =>
  invalid(type, [{ path: `/${field}`, value: undefined, expected, message }]);

/** A property of the record type that the writer names and does not see. */
function foreignField(
  type: RecordType<object>,
  view: View,
  granted: Pick<Meta, 'granted' | 'address_hidden'>,
  record: Fields,
): Refusal | undefined {
  const foreign = Object.keys(record).find(
    (field) => type.schema.properties?.[field] !== undefined && view.visibility(granted, field) !== 'plain',
  );
  return foreign === undefined
    ? undefined
    : wrongField(type, foreign, 'left out', `${foreign} is no property of ${type.title} that you can write`);
}

/** One of the children named who is not there for the asker to write about: unknown, restricted or out of reach. */
async function childOutOfReach(
  asking: Asking,
  type: RecordType<object>,
  record: object,
): Promise<string | undefined> {
  const children = [...childrenNamed(record)];
  const childType = asking.type('child');
  if (children.length === 0 || !childType) return undefined;
  const view = asking.through(childType, asking.grants(type.id, 'write'), CURRENT);
  // For one child PostgreSQL keeps its plan; for a list of unknown length it would make one each time.
  const named = children.length === 1 ? sql`= ${children[0]}` : sql`= any(${children}::text[])`;
  const rows = await asking.context.database.query<{ child: string }>(
    sql`select r.child from ${view.from} where r.child ${named}`,
  );
  const reached = new Set(rows.map(({ child }) => child));
  return children.find((child) => !reached.has(child));
}

const noSuchChild = (type: RecordType<object>, child: string): Refusal =>
  wrongField(type, 'child', 'the id of a child', `there is no child '${child}'`);

async function write(
  asking: Asking,
  type: RecordType<object>,
  change: Change,
  fields: readonly string[],
  action: 'create' | 'replace' | 'remove',
): Promise<Refusal | undefined> {
  const { context, asker, moment } = asking;
  const act: Act = { kind: 'write', at: moment, by: asker.user, reason: asker.reason };
  const children = [
    ...new Set([...(change.child === null ? [] : [change.child]), ...childrenNamed(change.data)]),
  ];
  const detail = { id: change.id, version: change.expect + 1, fields };
  try {
    const entry = entryOf(asker, moment, action, { type: type.id, children, detail });
    await writeSmallAct(context.database, context.council, act, [change], entry);
    return undefined;
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    return refuse(
      'conflict',
      `The ${type.id} '${change.id}' has been changed since you read it: read it again and decide anew.`,
    );
  }
}

const asWritten = (
  asking: Asking,
  type: RecordType<object>,
  change: Change,
  record: Fields,
): StoredRecord => ({
  type: type.id,
  id: change.id,
  version: change.expect + 1,
  record,
  recordedAt: asking.moment.toISOString(),
  recordedBy: asking.asker.user,
});

export interface CreateOptions {
  /** Named by the caller: the same person creating again with the same key gets the record of the first time. */
  readonly key?: string;
}

const idOf = ({ context, asker }: Asking, record: string, key: string | undefined): string =>
  key === undefined
    ? `${record}-${randomUUID()}`
    : `${record}-${createHash('sha256')
        .update(canonicalJson([context.council, asker.user, record, key]))
        .digest('hex')
        .slice(0, 32)}`;

/** What a key made the first time, if it is what is asked for now. */
async function madeBefore(
  asking: Asking,
  record: string,
  id: string,
  whole: Fields,
): Promise<StoredRecord | Refusal> {
  const before = await recordHistory(asking, record, id);
  const first = isRefusal(before) ? undefined : before[0];
  return first && canonicalJson(first.record) === canonicalJson(whole)
    ? first
    : refuse('conflict', 'That key has been used for another record: take a new key.');
}

/**
 * A new record. Its id is given by the store where it is about a child, so that no answer tells which ids are taken;
 * only roles that bring in whole returns name ids of their own.
 */
export async function createRecord(
  asking: Asking,
  record: string,
  fields: Fields,
  { key }: CreateOptions = {},
): Promise<StoredRecord | Refusal> {
  const view = asking.view(record, 'write', CURRENT);
  if (isRefusal(view)) return view;
  const type = asking.type(record)!;
  const grants = asking.grants(record, 'write');
  const given = typeof fields.id === 'string' ? fields.id : undefined;
  const names =
    given === undefined || !isAboutChild(type) || hasPower(asking.context.policy, asking.asker, 'imports');
  if (!names) return wrongField(type, 'id', 'left out', 'id is given by the store: leave it out');
  const foreign = foreignField(
    type,
    view,
    { granted: grants.map(() => true), address_hidden: false },
    fields,
  );
  if (foreign) return foreign;
  const id = given ?? idOf(asking, record, key);
  const whole = type.schema.required?.includes('id') ? { ...fields, id } : fields;
  const problems = validate(type, whole);
  if (problems.length > 0) return invalid(type, problems);
  if (
    isAboutChild(type) &&
    !grants.some(({ reach }) => reach.kind === 'all') &&
    childrenNamed(whole).size === 0
  ) {
    return refuse(
      'denied',
      `These roles write records of type '${record}' about children of their own only.`,
    );
  }
  const stranger = await childOutOfReach(asking, type, whole);
  if (stranger !== undefined) return noSuchChild(type, stranger);
  const change: Change = { ...rowOf(type, id, whole), expect: 0 };
  const refused = await write(asking, type, change, Object.keys(fields), 'create');
  if (refused?.refused === 'conflict' && given === undefined && key !== undefined) {
    return madeBefore(asking, record, id, whole);
  }
  return refused ?? asWritten(asking, type, change, whole);
}

interface Standing {
  readonly view: View;
  readonly type: RecordType<object>;
  readonly row: Meta;
}

/** The record as it stands, for somebody who may write it. */
async function standing(asking: Asking, record: string, id: string): Promise<Standing | Refusal> {
  const view = asking.view(record, 'write', CURRENT);
  if (isRefusal(view)) return view;
  const [row] = await asking.context.database.query<Meta>(
    sql`select ${metaColumns(view)} from ${view.from} where r.shown_id = ${id}`,
  );
  return row ? { view, type: asking.type(record)!, row } : noSuchRecord(record, id);
}

const overtaken = (record: string, id: string, version: number): Refusal =>
  refuse('conflict', `The ${record} '${id}' is at version ${version}: read it again and decide anew.`, {
    version,
  });

/** Writes a record anew. Fields the writer does not see stay as they are. */
async function rewrite(
  asking: Asking,
  { view, type, row }: Standing,
  id: string,
  fields: Fields,
): Promise<StoredRecord | Refusal> {
  const foreign = foreignField(type, view, row, fields);
  if (foreign) return foreign;
  const kept = Object.fromEntries(
    Object.entries(row.data).filter(([field]) => view.visibility(row, field) !== 'plain'),
  );
  const whole: Fields = { ...fields, ...kept };
  const problems = validate(type, whole);
  if (problems.length > 0) return invalid(type, problems);
  for (const field of ['id', 'child'] as const) {
    if (whole[field] !== row.data[field]) {
      return wrongField(type, field, `'${String(row.data[field])}'`, `${field} cannot be changed`);
    }
  }
  const stranger = await childOutOfReach(asking, type, whole);
  if (stranger !== undefined) return noSuchChild(type, stranger);
  const changed = Object.keys({ ...row.data, ...whole }).filter(
    (field) => JSON.stringify(row.data[field]) !== JSON.stringify(whole[field]),
  );
  const change: Change = { ...rowOf(type, id, whole), expect: row.version };
  const refused = await write(asking, type, change, changed, 'replace');
  return refused ?? { ...asWritten(asking, type, change, view.show({ ...row, data: whole })) };
}

/** Replaces a record that is at the version given. */
export async function replaceRecord(
  asking: Asking,
  record: string,
  id: string,
  fields: Fields,
  version: number,
): Promise<StoredRecord | Refusal> {
  const found = await standing(asking, record, id);
  if (isRefusal(found)) return found;
  if (found.row.version !== version) return overtaken(record, id, found.row.version);
  return rewrite(asking, found, id, fields);
}

/** Changes some fields of a record that is at the version given; null takes one away (RFC 7396, top level). */
export async function patchRecord(
  asking: Asking,
  record: string,
  id: string,
  fields: Fields,
  version: number,
): Promise<StoredRecord | Refusal> {
  const found = await standing(asking, record, id);
  if (isRefusal(found)) return found;
  if (found.row.version !== version) return overtaken(record, id, found.row.version);
  const { view, row } = found;
  const seen = Object.entries(row.data).filter(([field]) => view.visibility(row, field) === 'plain');
  const merged = { ...Object.fromEntries(seen), ...fields };
  return rewrite(
    asking,
    found,
    id,
    Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)),
  );
}

/** Marks a record that is at the version given as deleted; its history stays. */
export async function removeRecord(
  asking: Asking,
  record: string,
  id: string,
  version: number,
): Promise<StoredRecord | Refusal> {
  const found = await standing(asking, record, id);
  if (isRefusal(found)) return found;
  const { row, type, view } = found;
  if (row.version !== version) return overtaken(record, id, row.version);
  const change: Change = { ...rowOf(type, id, row.data), expect: row.version, deleted: true };
  const refused = await write(asking, type, change, [], 'remove');
  return refused ?? { ...stored(view, row), version: version + 1, deleted: true };
}

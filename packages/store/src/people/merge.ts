import sql from 'sql-template-tag';
import { entryOf } from '../audit/entry.ts';
import { withoutPower, withoutReason } from '../powers.ts';
import { isRefusal, type Refusal, refuse } from '../problem.ts';
import { seenChild } from '../protection/restrict.ts';
import { type Change, writeAct } from '../records/act.ts';
import type { Asking } from '../records/asking.ts';

/** A record with one child's id in the place of another's, wherever it names a child. */
export function renameChild(record: unknown, from: string, to: string): unknown {
  if (typeof record !== 'object' || record === null) return record;
  if (Array.isArray(record)) return record.map((item) => renameChild(item, from, to));
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      key === 'child' && value === from ? to : renameChild(value, from, to),
    ]),
  );
}

interface Current {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly child: string | null;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly data: object;
  readonly feed: string | null;
  readonly deleted: boolean;
}

const renamed = (row: Current, from: string, to: string): Change => {
  const { version, ...rest } = row;
  return {
    ...rest,
    expect: version,
    child: row.child === from ? to : row.child,
    data: renameChild(row.data, from, to) as object,
  };
};

/**
 * Two records of one person become one: everything recorded of `merged` is from now on recorded of `kept`, and the
 * record of `merged` is marked as deleted. Nothing is lost; {@link splitPersons} takes it apart again.
 * @returns the act, by which the two are split again
 */
export async function mergePersons(
  asking: Asking,
  kept: string,
  merged: string,
): Promise<{ readonly act: number; readonly records: number } | Refusal> {
  const refused = withoutPower(asking, 'keepsRecords') ?? withoutReason(asking, 'merge two persons');
  if (refused) return refused;
  if (kept === merged) return refuse('invalid', 'A person cannot be merged with themselves.');
  for (const id of [kept, merged]) {
    const child = await seenChild(asking, id);
    if (isRefusal(child)) return child;
  }
  const { context, asker, moment } = asking;
  const { council } = context;
  return context.database.transaction(async (connection) => {
    const rows = await connection.query<Current>(sql`
      select type, id, version, child, valid_from, valid_until, data, feed, deleted from cic.record
      where council = ${council} and superseded_at is null and not deleted
        and (child = ${merged} or about ? ${merged}::text)`);
    const changes = rows.map((row): Change => {
      if (row.type !== 'child') return renamed(row, merged, kept);
      const { version, ...rest } = row;
      return { ...rest, expect: version, deleted: true };
    });
    const act = await writeAct(
      connection,
      council,
      { kind: 'merge', at: moment, by: asker.user, reason: asker.reason },
      changes,
      entryOf(asker, moment, 'merge persons', {
        children: [kept, merged],
        detail: { kept, merged, records: changes.length },
      }),
    );
    await connection.query(
      sql`insert into cic.person_merge (council, act, kept, merged) values (${council}, ${act}, ${kept}, ${merged})`,
    );
    return { act, records: changes.length };
  });
}

interface Moved extends Current {
  /** As the merge found it. */
  readonly data_before: object;
  readonly child_before: string | null;
  readonly valid_from_before: string | null;
  readonly valid_until_before: string | null;
  /** Whether it has been changed since the merge. */
  readonly since: boolean;
}

/** A record as it goes back: exactly as it was, or, where somebody has worked on it since, with that work kept. */
function movedBack(row: Moved, kept: string, merged: string): Change {
  const { data_before, child_before, valid_from_before, valid_until_before, since, version, ...rest } = row;
  if (since && row.type !== 'child') return { ...renamed(row, kept, merged), child: child_before };
  return {
    ...rest,
    expect: version,
    child: child_before,
    valid_from: valid_from_before,
    valid_until: valid_until_before,
    data: data_before,
    deleted: false,
  };
}

/**
 * Takes two merged persons apart: every record that was moved goes back, as it was where nobody has changed it since.
 * @returns what was recorded of the kept person since, which somebody has to look at: it stays with them
 */
export async function splitPersons(
  asking: Asking,
  act: number,
): Promise<
  | {
      readonly act: number;
      readonly records: number;
      readonly since: readonly { readonly type: string; readonly id: string }[];
    }
  | Refusal
> {
  const refused = withoutPower(asking, 'keepsRecords') ?? withoutReason(asking, 'split two persons');
  if (refused) return refused;
  const { context, asker, moment } = asking;
  const { council } = context;
  return context.database.transaction(async (connection) => {
    const [merge] = await connection.query<{ kept: string; merged: string }>(sql`
      select kept, merged from cic.person_merge where council = ${council} and act = ${act} and split_by is null`);
    if (!merge) return refuse('not-found', `There is no merge ${act} to take apart.`);
    const { kept, merged } = merge;
    const rows = await connection.query<Moved>(sql`
      select now.type, now.id, now.version, now.child, now.valid_from, now.valid_until, now.data, now.feed, now.deleted,
        was.data as data_before, was.child as child_before, was.valid_from as valid_from_before,
        was.valid_until as valid_until_before, now.act <> ${act} as since
      from cic.record moved
      join cic.record was on was.council = moved.council and was.type = moved.type and was.id = moved.id
        and was.version = moved.version - 1
      join cic.record now on now.council = moved.council and now.type = moved.type and now.id = moved.id
        and now.superseded_at is null
      where moved.council = ${council} and moved.act = ${act}`);
    const since = await connection.query<{ type: string; id: string }>(sql`
      select type, id from cic.record
      where council = ${council} and child = ${kept} and superseded_at is null and version = 1 and act > ${act}`);
    const number = await writeAct(
      connection,
      council,
      { kind: 'split', at: moment, by: asker.user, reason: asker.reason },
      rows.map((row) => movedBack(row, kept, merged)),
      entryOf(asker, moment, 'split persons', {
        children: [kept, merged],
        detail: { merge: act, records: rows.length },
      }),
    );
    await connection.query(
      sql`update cic.person_merge set split_by = ${number} where council = ${council} and act = ${act}`,
    );
    return { act: number, records: rows.length, since };
  });
}

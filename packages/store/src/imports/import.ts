import { hasPower } from '@cic/access';
import sql from 'sql-template-tag';
import { entryOf } from '../audit/entry.ts';
import type { Connection } from '../database/database.ts';
import { mergedChildren } from '../people/lineage.ts';
import { type Refusal, refuse } from '../problem.ts';
import { Overtaken, writeAct } from '../records/act.ts';
import type { Asking } from '../records/asking.ts';
import type { Existing } from './natural.ts';
import { type ImportInput, type ImportPreview, type Plan, planImport, type Stand } from './plan.ts';

/** What an import has done; `act` undoes it. Absent where there was nothing to do. */
export interface ImportResult extends ImportPreview {
  readonly act?: number;
}

/** Bringing in a file shows which of its children are stored, so it takes a role that may see and write them all. */
function mayImport({ context, asker, grants }: Asking, { parts }: ImportInput): Refusal | undefined {
  if (!hasPower(context.policy, asker, 'imports'))
    return refuse('denied', 'These roles may not bring in files of records.');
  const narrow = parts.filter(
    ({ type }) => !grants(type.id, 'write').some(({ reach }) => reach.kind === 'all'),
  );
  return narrow.length === 0
    ? undefined
    : refuse(
        'denied',
        `These roles may not bring in records of type ${narrow.map(({ type }) => `'${type.id}'`).join(', ')}.`,
      );
}

async function standOf(connection: Connection, council: string, { parts }: ImportInput): Promise<Stand> {
  const types = [...new Set(['child', ...parts.map(({ type }) => type.id)])];
  const existing = await connection.query<Existing>(sql`
    select type, id, version, child, valid_from, valid_until, data, feed from cic.record
    where council = ${council} and type = any(${types}::text[]) and superseded_at is null and not deleted`);
  // An id that was removed may come back: its versions go on.
  const gone = await connection.query<{ type: string; id: string; version: number }>(sql`
    select type, id, version from cic.record
    where council = ${council} and type = any(${types}::text[]) and superseded_at is null and deleted`);
  return {
    existing,
    gone: new Map(gone.map(({ type, id, version }) => [`${type}/${id}`, version])),
    children: new Set(existing.filter(({ type }) => type === 'child').map(({ id }) => id)),
    merged: await mergedChildren(connection, council),
  };
}

/** What bringing in a file would do. */
export async function previewImport(asking: Asking, input: ImportInput): Promise<ImportPreview | Refusal> {
  const refused = mayImport(asking, input);
  if (refused) return refused;
  const { context, asker, moment } = asking;
  const stand = await standOf(context.database, context.council, input);
  const { preview } = planImport(input, stand);
  await context.auditor.record(entryOf(asker, moment, 'preview import', { detail: summary(input, preview) }));
  return preview;
}

const summary = (input: ImportInput, preview: ImportPreview) => ({
  feed: input.feed,
  digest: preview.digest,
  added: preview.added.length,
  changed: preview.changed.length,
  removed: preview.removed.length,
  unchanged: preview.unchanged,
  rejected: preview.rejected.length,
});

const childrenOf = ({ changes }: Plan): string[] => [
  ...new Set(changes.flatMap(({ child }) => (child === null ? [] : [child]))),
];

/** Something that is written together with an import or not at all: that the job which asked for it has been done. */
export type Alongside = (connection: Connection, result: ImportResult) => Promise<void>;

/**
 * Brings in a file: all of it or nothing, as one act. The same file a second time changes nothing.
 * @param expected the digest of the preview somebody has agreed to; where what is stored has changed since, nothing is done
 * @param alongside called last in the transaction of the import; where it throws, nothing is brought in
 */
export async function commitImport(
  asking: Asking,
  input: ImportInput,
  expected?: string,
  alongside: Alongside = async () => undefined,
): Promise<ImportResult | Refusal> {
  const refused = mayImport(asking, input);
  if (refused) return refused;
  const { context, asker, moment } = asking;
  const { council } = context;
  try {
    return await context.database.transaction(async (connection): Promise<ImportResult | Refusal> => {
      const plan = planImport(input, await standOf(connection, council, input));
      const { preview, changes } = plan;
      if (expected !== undefined && expected !== preview.digest) {
        return refuse(
          'conflict',
          'Records have changed since the preview: look at a new one before bringing the file in.',
        );
      }
      const entry = entryOf(asker, moment, 'import', {
        children: childrenOf(plan),
        detail: summary(input, preview),
      });
      if (changes.length === 0) {
        await alongside(connection, preview);
        return preview;
      }
      const act = await writeAct(
        connection,
        council,
        {
          kind: 'import',
          at: moment,
          by: asker.user,
          reason: asker.reason,
          feed: input.feed,
          digest: preview.digest,
        },
        changes,
        entry,
      );
      const result = { ...preview, act };
      await alongside(connection, result);
      return result;
    });
  } catch (error) {
    if (error instanceof Overtaken) {
      return refuse(
        'conflict',
        'Somebody changed the same records at that moment: nothing was brought in. Try again.',
      );
    }
    throw error;
  }
}

interface Written {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly child: string | null;
  readonly current: boolean;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly data: object;
  readonly deleted: boolean;
  readonly feed: string | null;
  readonly was_there: boolean;
}

/** Undoes an act as a whole: every record is as it was before, by a new version. Refused where one was changed since. */
export async function undoAct(
  asking: Asking,
  act: number,
): Promise<{ readonly act: number; readonly records: number } | Refusal> {
  const { context, asker, moment } = asking;
  if (!hasPower(context.policy, asker, 'imports'))
    return refuse('denied', 'These roles may not undo an import.');
  const { council } = context;
  return context.database.transaction(async (connection) => {
    const [known] = await connection.query<{ kind: string; undone: boolean }>(sql`
      select a.kind, exists (select from cic.act u where u.undoes = a.id) as undone
      from cic.act a where a.council = ${council} and a.id = ${act}`);
    if (!known) return refuse('not-found', `There is no act ${act}.`);
    if (known.kind !== 'import') return refuse('invalid', `Act ${act} is no import.`);
    if (known.undone) return refuse('conflict', `Act ${act} has been undone already.`);
    const written = await connection.query<Written>(sql`
      select r.type, r.id, r.version, coalesce(b.child, r.child) as child, r.superseded_at is null as current,
        b.valid_from, b.valid_until, coalesce(b.data, r.data) as data, coalesce(b.deleted, true) as deleted, b.feed,
        b.id is not null as was_there
      from cic.record r
      left join cic.record b on b.council = r.council and b.type = r.type and b.id = r.id and b.version = r.version - 1
      where r.council = ${council} and r.act = ${act}`);
    const later = written.filter(({ current }) => !current);
    if (later.length > 0) {
      const named = later
        .slice(0, 5)
        .map(({ type, id }) => `${type} '${id}'`)
        .join(', ');
      return refuse(
        'conflict',
        `${later.length} of the records have been changed since, first ${named}: the import cannot be undone as a whole.`,
      );
    }
    const changes = written.map(({ current, was_there, version, ...row }) => ({ ...row, expect: version }));
    const children = [...new Set(written.flatMap(({ child }) => (child === null ? [] : [child])))];
    const number = await writeAct(
      connection,
      council,
      { kind: 'undo', at: moment, by: asker.user, reason: asker.reason, undoes: act },
      changes,
      entryOf(asker, moment, 'undo import', { children, detail: { undoes: act, records: written.length } }),
    );
    return { act: number, records: written.length };
  });
}

import { isAboutChild, type Need, type View, type ViewRow } from '@cic/access';
import sql, { join, type Sql } from 'sql-template-tag';
import { entryOf } from '../audit/entry.ts';
import { isRefusal, type Refusal, refuse } from '../problem.ts';
import { type Asking, purposesOf } from './asking.ts';
import { type AtTime, allVersions, versionsAt } from './known.ts';
import { conditionOf, type Order, paging, type Question } from './query.ts';

/** A record as somebody sees it, with what the store says of it. */
export interface StoredRecord {
  readonly type: string;
  /** A pseudonym for whoever sees pseudonyms. */
  readonly id: string;
  /** 1 for the first; what an update has to name. */
  readonly version: number;
  readonly record: Readonly<Record<string, unknown>>;
  /** ISO 8601. */
  readonly recordedAt: string;
  readonly recordedBy: string;
  /** When a later version took its place; absent for the current one. */
  readonly supersededAt?: string;
  readonly deleted?: true;
}

export interface ListOptions extends Question, AtTime {
  readonly order?: readonly Order[];
  /** 1 to 1000; 100 where left out. */
  readonly limit?: number;
  /** From the page before. */
  readonly cursor?: string;
}

export interface Page {
  readonly records: readonly StoredRecord[];
  /** Absent on the last page. */
  readonly next?: string;
}

export interface Meta extends ViewRow {
  readonly type: string;
  readonly version: number;
  readonly child: string | null;
  readonly about: readonly string[];
  readonly recorded_at: string;
  readonly recorded_by: string;
  readonly superseded_at: string | null;
  readonly deleted: boolean;
}

const META = sql`r.type, r.version, r.child, r.about, r.recorded_at, r.recorded_by, r.superseded_at, r.deleted`;

/** Everything of a row that makes it a {@link StoredRecord}. */
export const metaColumns = (view: View): Sql => sql`${META}, ${view.columns}`;

export const stored = (view: View, row: Meta): StoredRecord => ({
  type: row.type,
  id: row.shown_id,
  version: row.version,
  record: view.show(row),
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
  ...(row.superseded_at === null ? {} : { supersededAt: row.superseded_at }),
  ...(row.deleted ? { deleted: true } : {}),
});

const childrenOf = (rows: readonly Pick<Meta, 'child' | 'about'>[]): string[] => [
  ...new Set(rows.flatMap(({ child, about }) => (child === null ? about : [child, ...about]))),
];

/** Writes into the audit whose records somebody is about to be given; nobody's need no entry. */
export async function auditReading(
  { context, asker, moment, grants }: Asking,
  action: string,
  record: string,
  rows: readonly Pick<Meta, 'child' | 'about'>[],
  detail: Readonly<Record<string, unknown>>,
  need: Need = 'rows',
): Promise<void> {
  const type = context.policy.records.get(record);
  if (!type || !isAboutChild(type)) return;
  const purpose = asker.purpose ?? purposesOf(grants(record, need));
  await context.auditor.record(
    entryOf({ ...asker, ...(purpose === '' ? {} : { purpose: purpose as never }) }, moment, action, {
      type: record,
      children: childrenOf(rows),
      detail,
    }),
  );
}

const timesOf = ({ asAt, knownOn }: AtTime): object => ({ asAt, knownOn });

/** Records of a type, page by page, as the asker sees them. */
export async function listRecords(
  asking: Asking,
  record: string,
  options: ListOptions = {},
): Promise<Page | Refusal> {
  const { limit = 100, cursor, order = [] } = options;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    return refuse('invalid', 'The limit of a page is a whole number from 1 to 1000.');
  }
  const view = asking.view(record, 'rows', versionsAt(options));
  if (isRefusal(view)) return view;
  const condition = conditionOf(view, options);
  if (isRefusal(condition)) return condition;
  const page = paging(view, order, limit + 1, cursor);
  if (isRefusal(page)) return page;
  const rows = await asking.context.database.query<Meta>(sql`
    select ${metaColumns(view)}, ${page.columns} from ${view.from}
    where (${condition}) and ${page.after} ${page.end}`);
  const given = rows.slice(0, limit);
  const { where, search } = options;
  await auditReading(asking, 'list', record, given, {
    where,
    search,
    order,
    ...timesOf(options),
    rows: given.length,
  });
  return {
    records: given.map((row) => stored(view, row)),
    ...(rows.length > limit ? { next: page.cursorOf(given.at(-1)!) } : {}),
  };
}

/** What is said of a record that is not there, or not there for the asker. */
export const noSuchRecord = (record: string, id: string): Refusal =>
  refuse('not-found', `There is no ${record} with the id '${id}'.`);

/** One record as the asker sees it. */
export async function getRecord(
  asking: Asking,
  record: string,
  id: string,
  time: AtTime = {},
): Promise<StoredRecord | Refusal> {
  const view = asking.view(record, 'rows', versionsAt(time));
  if (isRefusal(view)) return view;
  const [row] = await asking.context.database.query<Meta>(
    sql`select ${metaColumns(view)} from ${view.from} where r.shown_id = ${id}`,
  );
  await auditReading(asking, 'read', record, row ? [row] : [], {
    id,
    found: row !== undefined,
    ...timesOf(time),
  });
  return row ? stored(view, row) : noSuchRecord(record, id);
}

/** All versions of a record, the first first, as the asker sees each; a marked deletion is a version. */
export async function recordHistory(
  asking: Asking,
  record: string,
  id: string,
): Promise<readonly StoredRecord[] | Refusal> {
  const view = asking.view(record, 'rows', allVersions);
  if (isRefusal(view)) return view;
  const rows = await asking.context.database.query<Meta>(
    sql`select ${metaColumns(view)} from ${view.from} where r.shown_id = ${id} order by r.version`,
  );
  await auditReading(asking, 'history', record, rows, { id, versions: rows.length });
  return rows.length === 0 ? noSuchRecord(record, id) : rows.map((row) => stored(view, row));
}

interface UnionRow extends Meta {
  readonly n: number;
}

/** Rows of every record type the asker may read, from one statement. */
export async function acrossTypes(
  asking: Asking,
  source: Sql,
  condition: Sql,
  extra: Sql = sql``,
  only?: readonly string[],
): Promise<{ readonly rows: readonly UnionRow[]; readonly views: readonly View[] }> {
  const views: View[] = [];
  const parts: Sql[] = [];
  for (const type of asking.context.policy.records.values()) {
    if (only && !only.includes(type.id)) continue;
    const view = asking.view(type.id, 'rows', source);
    if (isRefusal(view)) continue;
    parts.push(
      sql`select ${views.length}::int as n, ${metaColumns(view)}${extra} from ${view.from} where ${condition}`,
    );
    views.push(view);
  }
  if (parts.length === 0) return { rows: [], views };
  const rows = await asking.context.database.query<UnionRow>(join(parts, ' union all '));
  return { rows, views };
}

/** A child's whole record, by record type, as it stood and was known; nothing for a child the asker does not see. */
export async function childRecord(
  asking: Asking,
  child: string,
  time: AtTime = {},
): Promise<readonly StoredRecord[] | Refusal> {
  const { rows, views } = await acrossTypes(asking, versionsAt(time), sql`r.shown_child = ${child}`);
  await auditReading(asking, 'read child', 'child', rows, { child, rows: rows.length, ...timesOf(time) });
  if (rows.length === 0) return noSuchRecord('child', child);
  return rows.map((row) => stored(views[row.n]!, row));
}

export interface InSight extends AtTime {
  /** Only these record types. */
  readonly only?: readonly string[];
  /** What is made of the records, for the audit: 'list duties'. */
  readonly action: string;
}

/**
 * Every record about children that the asker may read, from one statement: what is worked out for them (duties,
 * timelines, the children behind a figure) is made of these and nothing else. Empty where there are none.
 */
export async function recordsInSight(
  asking: Asking,
  { only, action, ...time }: InSight,
): Promise<readonly StoredRecord[]> {
  const { rows, views } = await acrossTypes(
    asking,
    versionsAt(time),
    sql`r.shown_child is not null`,
    sql``,
    only,
  );
  await auditReading(asking, action, 'child', rows, { only, rows: rows.length, ...timesOf(time) });
  return rows.map((row) => stored(views[row.n]!, row));
}

/** Writes into the audit that the asker is about to be given figures: nobody's record by name. */
export async function noteFigures(
  { context, asker, moment }: Asking,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await context.auditor.record(entryOf(asker, moment, 'figures', { detail }));
}

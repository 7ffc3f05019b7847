import sql from 'sql-template-tag';
import type { StoreContext } from './context.ts';
import type { Asking } from './records/asking.ts';
import { acrossTypes } from './records/read.ts';

/** One line of the change feed: ids, nothing else of anybody. */
export interface ChangeLine {
  /** Rises with every commit, without gaps: where a reader continues. */
  readonly seq: number;
  readonly kind: 'added' | 'changed' | 'removed' | 'erased';
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly child?: string;
  /** ISO 8601. */
  readonly at: string;
}

interface Line extends Omit<ChangeLine, 'child'> {
  readonly child: string | null;
}

const line = ({ child, ...rest }: Line): ChangeLine => ({ ...rest, ...(child === null ? {} : { child }) });

/** Everything that changed after a line of the feed, for the deployment's own work (webhooks, caches): it asks nobody's rights. */
export async function changesAfter(
  { database, council }: Pick<StoreContext, 'database' | 'council'>,
  after: number,
  limit = 1000,
): Promise<readonly ChangeLine[]> {
  const rows = await database.query<Line>(sql`
    select seq, kind, type, id, version, child, at from cic.change
    where council = ${council} and seq > ${after} order by seq limit ${limit}`);
  return rows.map(line);
}

/** What changed after a line of the feed in records the asker may read; who is restricted for them is in no line. */
export async function changesFor(
  asking: Asking,
  after: number,
  limit = 1000,
): Promise<readonly ChangeLine[]> {
  const { council } = asking.context;
  const source = sql`(
    select v.*, c.seq, c.kind, c.at as changed_at from cic.change c
    join cic.record v on v.council = c.council and v.type = c.type and v.id = c.id and v.version = c.version
    where c.council = ${council} and c.seq > ${after})`;
  const { rows } = await acrossTypes(asking, source, sql`true`, sql`, r.seq, r.kind, r.changed_at`);
  const known = rows as unknown as readonly (Line & {
    shown_id: string;
    shown_child: string | null;
    changed_at: string;
  })[];
  return known
    .map(({ seq, kind, type, version, shown_id, shown_child, changed_at }) =>
      line({ seq, kind, type, version, id: shown_id, child: shown_child, at: changed_at }),
    )
    .sort((a, b) => a.seq - b.seq)
    .slice(0, limit);
}

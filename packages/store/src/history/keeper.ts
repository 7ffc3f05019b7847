import {
  buildCareHistory,
  type CareHistory,
  type ChildInput,
  type EpisodeInput,
  type Inside,
  type RecordType,
} from '@cic/core';
import sql from 'sql-template-tag';
import type { Database } from '../database/database.ts';
import { type LoadedRecords, loadCareHistoryInput, names } from './load.ts';

/** The care history of a council, never older than the last write that was confirmed to anybody. */
export interface HistoryKeeper {
  /** As it is known now: what has changed since the last call is read, nothing else. */
  current(options?: { readonly without?: ReadonlySet<string> }): Promise<CareHistory>;
  /** As it was known by the end of a day or at a moment. Not kept. */
  knownOn(knownOn: string): Promise<CareHistory>;
}

/** Where records about no single child are kept. */
const OF_NOBODY = '';

/** Everything of one child, or of nobody in particular. */
interface Kept {
  child: ChildInput | undefined;
  readonly episodes: EpisodeInput[];
  readonly records: Map<string, Inside<object>[]>;
}

const nothing = (): Kept => ({ child: undefined, episodes: [], records: new Map() });

type Loaded = Awaited<ReturnType<typeof loadCareHistoryInput>>;

function sortIn(input: Loaded, kept: Map<string, Kept>): void {
  const of = (id: string): Kept => {
    const known = kept.get(id);
    if (known) return known;
    const made = nothing();
    kept.set(id, made);
    return made;
  };
  for (const child of input.children) of(child.id).child = child;
  for (const episode of input.episodes) of(episode.child).episodes.push(episode);
  for (const one of input.records) {
    for (const record of one.inside) {
      const { records } = of((record as { child?: string }).child ?? OF_NOBODY);
      const list = records.get(one.type.id);
      if (list) list.push(record);
      else records.set(one.type.id, [record]);
    }
  }
}

function historyOf(
  kept: ReadonlyMap<string, Kept>,
  types: ReadonlyMap<string, RecordType<object>>,
  without: ReadonlySet<string>,
): CareHistory {
  const children: ChildInput[] = [];
  const episodes: EpisodeInput[] = [];
  const records = new Map<string, Inside<object>[]>();
  for (const [id, one] of kept) {
    if (without.has(id)) continue;
    if (one.child) children.push(one.child);
    for (const episode of one.episodes) episodes.push(episode);
    for (const [type, all] of one.records) {
      const named = id === OF_NOBODY && without.size > 0;
      const list = named ? all.filter((record) => !names(record, without)) : all;
      const known = records.get(type);
      if (known) for (const record of list) known.push(record);
      else records.set(type, [...list]);
    }
  }
  return buildCareHistory({
    children,
    episodes,
    records: [...records].map(
      ([type, inside]) => ({ type: types.get(type)!, inside }) satisfies LoadedRecords,
    ),
  });
}

/**
 * Keeps the care history of a council in memory. Each call asks the change feed, by one look into an index, whether
 * anything was committed since; the feed's numbers follow the order of commits, so nothing can slip in behind.
 */
export function keepHistory(
  database: Database,
  council: string,
  records: readonly RecordType<object>[],
): HistoryKeeper {
  const types = new Map(records.map((type) => [type.id, type]));
  const kept = new Map<string, Kept>();
  let seq = -1;
  let history: CareHistory | undefined;
  let refreshing: Promise<void> = Promise.resolve();

  async function refresh(): Promise<void> {
    const [last] = await database.query<{ seq: number }>(
      sql`select coalesce(max(seq), 0) as seq from cic.change where council = ${council}`,
    );
    const now = last!.seq;
    if (now === seq) return;
    const changed =
      seq < 0
        ? undefined
        : (
            await database.query<{ child: string | null }>(sql`
              select distinct c.child from cic.change c
              where c.council = ${council} and c.seq > ${seq} and c.seq <= ${now}
              union
              select before.child from cic.change c join cic.record before
                on before.council = c.council and before.type = c.type and before.id = c.id
                  and before.version = c.version - 1
              where c.council = ${council} and c.seq > ${seq} and c.seq <= ${now}`)
          ).map(({ child }) => child ?? OF_NOBODY);
    // What is read may hold more than the feed told of; the next call then reads those children again.
    const input = await loadCareHistoryInput(
      database,
      council,
      records,
      changed
        ? { children: changed.filter((id) => id !== OF_NOBODY), others: changed.includes(OF_NOBODY) }
        : {},
    );
    for (const child of changed ?? []) kept.delete(child);
    sortIn(input, kept);
    history = undefined;
    seq = now;
  }

  return {
    async current({ without } = {}) {
      const turn = refreshing.then(refresh);
      refreshing = turn.catch(() => undefined);
      await turn;
      if (without && without.size > 0) return historyOf(kept, types, without);
      history ??= historyOf(kept, types, new Set());
      return history;
    },
    knownOn: async (knownOn) =>
      buildCareHistory(await loadCareHistoryInput(database, council, records, { knownOn })),
  };
}

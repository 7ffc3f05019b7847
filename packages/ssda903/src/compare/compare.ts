import type { ReturnToCheck } from '../engine/build.ts';
import { explainFindings, type Finding, textOf } from '../engine/findings.ts';
import { validateReturn } from '../engine/run.ts';
import { type Return, type Row, TABLES } from '../tables.ts';

/** What became of a return between two versions of it. */
export interface Comparison {
  readonly findings: { readonly appeared: readonly Finding[]; readonly disappeared: readonly Finding[] };
  /** Children by CHILD, over all tables. */
  readonly children: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly episodes: {
    readonly added: readonly EpisodeKey[];
    readonly removed: readonly EpisodeKey[];
    readonly changed: readonly ChangedEpisode[];
  };
}

/** An episode as a child and a start date; `copy` counts where one stands several times. */
export interface EpisodeKey {
  readonly child: string;
  readonly decom: string;
  readonly copy: number;
}

export interface ChangedEpisode extends EpisodeKey {
  readonly changes: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
}

/** Compares two versions of a return that are to be checked in the same way. */
export function compareReturns(before: ReturnToCheck, after: ReturnToCheck): Comparison {
  const old = findingsByContent(before);
  const current = findingsByContent(after);
  const without = (these: ReadonlyMap<string, Finding>, those: ReadonlyMap<string, Finding>) =>
    [...these].filter(([key]) => !those.has(key)).map(([, finding]) => finding);
  return {
    findings: { appeared: without(current, old), disappeared: without(old, current) },
    children: {
      added: missingFrom(childrenOf(before.now), childrenOf(after.now)),
      removed: missingFrom(childrenOf(after.now), childrenOf(before.now)),
    },
    episodes: compareEpisodes(before.now, after.now),
  };
}

/** Findings by what they say, not by row number, so that a row that moved is not a change. */
function findingsByContent(input: ReturnToCheck): ReadonlyMap<string, Finding> {
  const byContent = new Map<string, Finding>();
  const copies = counter();
  for (const finding of explainFindings(input, validateReturn(input))) {
    const { rule, table, child, values } = finding;
    const content = JSON.stringify([rule, table, child, values]);
    byContent.set(`${content}${copies(content)}`, finding);
  }
  return byContent;
}

function childrenOf({ tables }: Return): Set<string> {
  const ids = Object.values(tables).flatMap(({ rows }) => rows.map(({ CHILD }) => CHILD));
  return new Set(ids.filter((id) => id !== ''));
}

const missingFrom = (these: ReadonlySet<string>, those: ReadonlySet<string>): readonly string[] =>
  [...those].filter((id) => !these.has(id));

function compareEpisodes(before: Return, after: Return): Comparison['episodes'] {
  const old = episodesByKey(before);
  const current = episodesByKey(after);
  const keyOf = ({ key }: { key: EpisodeKey }): EpisodeKey => key;
  const changed = [...current].flatMap(([id, { key, row }]) => {
    const was = old.get(id);
    const changes = was ? changesBetween(was.row, row) : {};
    return Object.keys(changes).length > 0 ? [{ ...key, changes }] : [];
  });
  return {
    added: [...current].filter(([id]) => !old.has(id)).map(([, episode]) => keyOf(episode)),
    removed: [...old].filter(([id]) => !current.has(id)).map(([, episode]) => keyOf(episode)),
    changed,
  };
}

type Episode = Row<'Episodes'>;

function episodesByKey({
  tables,
}: Return): ReadonlyMap<string, { readonly key: EpisodeKey; readonly row: Episode }> {
  const copies = counter();
  return new Map(
    (tables.Episodes?.rows ?? []).map((row) => {
      const start = JSON.stringify([row.CHILD, row.DECOM_TEXT]);
      const copy = copies(start);
      return [`${start}${copy}`, { key: { child: row.CHILD, decom: row.DECOM_TEXT, copy }, row }];
    }),
  );
}

function changesBetween(before: Episode, after: Episode): ChangedEpisode['changes'] {
  return Object.fromEntries(
    Object.keys(TABLES.Episodes).flatMap((column) => {
      const from = textOf(before, column);
      const to = textOf(after, column);
      return from === to ? [] : [[column, { from, to }]];
    }),
  );
}

/** Counts how often something came before. */
function counter(): (what: string) => number {
  const seen = new Map<string, number>();
  return (what) => {
    const before = seen.get(what) ?? 0;
    seen.set(what, before + 1);
    return before;
  };
}

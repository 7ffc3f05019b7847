import {
  type CareHistoryInput,
  type ChildInput,
  type Day,
  type EpisodeInput,
  type Inside,
  OPEN,
  parseIsoDate,
  type RecordType,
  toInside,
} from '@cic/core';
import type { Child, Episode } from '@cic/core/records';
import sql, { type Sql } from 'sql-template-tag';
import type { Connection } from '../database/database.ts';
import { type AtTime, versionsAt } from '../records/known.ts';

const dayOr = (text: string | undefined, otherwise: Day): Day =>
  text === undefined ? otherwise : parseIsoDate(text);

const untilOf = ({ unaccompaniedAsylumSeeking, unaccompaniedAsylumSeekingEnded }: Child): Day | undefined => {
  if (unaccompaniedAsylumSeekingEnded !== undefined) return parseIsoDate(unaccompaniedAsylumSeekingEnded);
  return unaccompaniedAsylumSeeking ? OPEN : undefined;
};

/** A child's record as the care history takes it. */
export function childInput(child: Child): ChildInput {
  const until = untilOf(child);
  return {
    id: child.id,
    born: dayOr(child.dateOfBirth, Number.NaN),
    sex: child.sex ?? '',
    ethnicity: child.ethnicity ?? '',
    ...(until === undefined ? {} : { unaccompaniedUntil: until }),
    ...(child.disabilities === undefined
      ? {}
      : { disabled: child.disabilities.some(({ disability }) => disability !== 'NONE') }),
    ...(child.responsibleAuthority === undefined ? {} : { responsibleAuthority: child.responsibleAuthority }),
  };
}

/** An episode's record as the care history takes it. */
export const episodeInput = (episode: Episode): EpisodeInput => ({
  child: episode.child,
  start: parseIsoDate(episode.start),
  end: dayOr(episode.end, OPEN),
  legalStatus: episode.legalStatus,
  categoryOfNeed: episode.categoryOfNeed,
  placementType: episode.placementType,
  placementProvider: episode.placementProvider ?? '',
  reasonNewEpisode: episode.reasonNewEpisode,
  reasonEpisodeCeased: episode.reasonEpisodeCeased ?? '',
  reasonPlacementChange: episode.reasonPlacementChange ?? '',
  homePostcode: episode.homePostcode ?? '',
  placementPostcode: episode.placementPostcode ?? '',
  urn: episode.urn ?? '',
  placementLocation: episode.placementLocation ?? '',
  placementDistance: episode.placementDistance ?? Number.NaN,
});

/** Turns the days of a record this module has just read, and nobody else holds, into numbers. */
function insideOf(type: RecordType<object>): (record: object) => Inside<object> {
  const plain = type.dateFields.filter((path) => !path.includes('/'));
  if (plain.length < type.dateFields.length) return (record) => toInside(type, record);
  return (record) => {
    const fields = record as Record<string, unknown>;
    for (const field of plain) {
      const text = fields[field];
      if (typeof text === 'string') fields[field] = parseIsoDate(text);
    }
    return record;
  };
}

/** Records by type. Their text is parsed here: the driver reads two texts a row faster than it reads JSON. */
async function loadByType(
  connection: Connection,
  council: string,
  source: Sql,
  which: Sql,
): Promise<Map<string, object[]>> {
  const rows = await connection.query<{ type: string; data: string }>(
    sql`select r.type, r.data::text as data from ${source} r where r.council = ${council} and ${which}`,
  );
  const byType = new Map<string, object[]>();
  for (const { type, data } of rows) {
    const record = JSON.parse(data) as object;
    const list = byType.get(type);
    if (list) list.push(record);
    else byType.set(type, [record]);
  }
  return byType;
}

export interface LoadOptions extends AtTime {
  /** Only these children, with whatever else `others` says. */
  readonly children?: readonly string[];
  /** With `children`: records about no single child too (schools, boards, sibling groups). */
  readonly others?: boolean;
  /** Children left out: those who do not exist for an asker. */
  readonly without?: ReadonlySet<string>;
}

/** Records of one type, their days as numbers. */
export interface LoadedRecords {
  readonly type: RecordType<object>;
  readonly inside: readonly Inside<object>[];
}

/** Whether a record names one of some children, however deep. */
export function names(value: unknown, children: ReadonlySet<string>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, one]) => (key === 'child' && typeof one === 'string' && children.has(one)) || names(one, children),
  );
}

/** A council's children, episodes and all other records, as the care history takes them. */
export async function loadCareHistoryInput(
  connection: Connection,
  council: string,
  records: readonly RecordType<object>[],
  options: LoadOptions = {},
): Promise<CareHistoryInput & { readonly records: readonly LoadedRecords[] }> {
  const { children: only, others: alsoOthers = false, without = new Set() } = options;
  const which =
    only === undefined
      ? sql`true`
      : sql`(r.child = any(${only}::text[])${alsoOthers ? sql` or r.child is null` : sql``})`;
  const loaded = await loadByType(connection, council, versionsAt(options), which);
  const types = new Map(records.map((type) => [type.id, type]));
  const children: ChildInput[] = [];
  const episodes: EpisodeInput[] = [];
  const others: LoadedRecords[] = [];
  const kept = (list: readonly object[], property: 'id' | 'child'): readonly object[] =>
    without.size === 0
      ? list
      : list.filter((record) => !without.has((record as Record<string, string>)[property] ?? ''));
  for (const [id, list] of loaded) {
    const type = types.get(id);
    if (!type) continue; // of a plugin that is not enabled
    if (id === 'child') {
      for (const child of kept(list, 'id')) children.push(childInput(child as Child));
    } else if (id === 'episode') {
      for (const episode of kept(list, 'child')) episodes.push(episodeInput(episode as Episode));
    } else {
      const shown = without.size === 0 ? list : list.filter((record) => !names(record, without));
      others.push({ type, inside: shown.map(insideOf(type)) });
    }
  }
  return { children, episodes, records: others };
}

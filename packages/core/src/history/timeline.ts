import type { CodeSet } from '../codes/codeSet.ts';
import { type Day, OPEN } from '../dates/day.ts';
import { legalStatus, periodOfCare, placement } from '../generated/records.ts';
import type { JsonSchema, RecordType } from '../records/recordType.ts';
import type { Child, Stretch } from './child.ts';

/** Something dated in a child's life, whatever plugin it comes from. */
export interface TimelineEntry {
  /** Id of its record type, which also says who may read it: `placement`, `missing-episode`. */
  readonly record: string;
  /** Title of the record type. */
  readonly title: string;
  /** What its codes say, in words: 'Missing: whereabouts not known'; '' where it has no code. */
  readonly summary: string;
  readonly on: Day;
  /** The day it ended, not included; OPEN while it lasts; absent for what has a single day. */
  readonly until?: Day;
  /** The record, days as numbers. Care worked out from episodes is in the shape of core's records. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface TimelineOptions {
  /** First and last day wanted; everything that touches them is in. */
  readonly from?: Day;
  readonly to?: Day;
  /** Ids of the record types wanted (those a role may read, for instance); all if absent. */
  readonly only?: readonly string[];
}

/** What a council brings: its record types and the code sets that put their codes into words. */
export interface TimelineSource {
  readonly records: readonly RecordType<object>[];
  readonly codeSets: readonly CodeSet[];
}

const filled = (facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== '' && !Number.isNaN(value)));

/** Care history in the shape of core's records, for children whose care is known from episodes. */
const FROM_EPISODES: readonly {
  readonly type: RecordType<object>;
  readonly stretches: (child: Child) => readonly Stretch[];
  readonly facts: (stretch: Stretch) => Readonly<Record<string, unknown>>;
}[] = [
  {
    type: periodOfCare as RecordType<object>,
    stretches: (child) => child.periodsOfCare,
    facts: ({ firstEpisode, lastEpisode, end }) => ({
      categoryOfNeed: firstEpisode.categoryOfNeed,
      reasonEpisodeCeased: end === OPEN ? '' : lastEpisode.reasonEpisodeCeased,
    }),
  },
  {
    type: placement as RecordType<object>,
    stretches: (child) => child.placements,
    facts: ({ firstEpisode, lastEpisode }) => ({
      placementType: lastEpisode.placementType,
      placementProvider: lastEpisode.placementProvider,
      placementLocation: firstEpisode.placementLocation,
      placementDistance: firstEpisode.placementDistance,
      urn: lastEpisode.urn,
      reasonPlacementChange: lastEpisode.reasonPlacementChange,
    }),
  },
  {
    type: legalStatus as RecordType<object>,
    stretches: (child) => child.legalStatuses,
    facts: ({ firstEpisode }) => ({ legalStatus: firstEpisode.legalStatus }),
  },
];

/** The statutory form of what periods of care, placements and legal statuses say already. */
const SAID_ALREADY = new Set(['episode']);

function summariser(source: TimelineSource): (type: RecordType<object>, facts: object) => string {
  const sets = new Map(source.codeSets.map((set) => [set.id, set]));
  const coded = new Map<string, { property: string; set: CodeSet }[]>();
  const codedOf = (type: RecordType<object>) => {
    let properties = coded.get(type.id);
    if (!properties) {
      properties = Object.entries(type.schema.properties ?? {}).flatMap(([property, schema]) => {
        const set = sets.get(String((schema as JsonSchema)['x-code-set']));
        return set ? [{ property, set }] : [];
      });
      coded.set(type.id, properties);
    }
    return properties;
  };
  return (type, facts) =>
    codedOf(type)
      .flatMap(({ property, set }) => {
        const code = (facts as Record<string, unknown>)[property];
        return typeof code === 'string' ? [set.label(code)] : [];
      })
      .join('; ');
}

function* ofRecords(child: Child, type: RecordType<object>): Generator<Omit<TimelineEntry, 'summary'>> {
  const { from, until } = type;
  if (from === undefined) return;
  for (const record of child.records(type)) {
    const facts = record as Record<string, unknown>;
    const on = facts[from];
    if (typeof on !== 'number' || Number.isNaN(on)) continue;
    const end = until === undefined ? undefined : ((facts[until] as Day | undefined) ?? OPEN);
    yield { record: type.id, title: type.title, on, ...(end === undefined ? {} : { until: end }), facts };
  }
}

function* ofEpisodes(
  child: Child,
  { type, stretches, facts }: (typeof FROM_EPISODES)[number],
): Generator<Omit<TimelineEntry, 'summary'>> {
  for (const stretch of stretches(child)) {
    yield {
      record: type.id,
      title: type.title,
      on: stretch.start,
      until: stretch.end,
      facts: filled({ child: child.id, start: stretch.start, ...facts(stretch) }),
    };
  }
}

/**
 * Everything dated that is known of a child, in order of time: periods of care, placements and legal statuses, and the
 * child's records of every record type the council has. Where the child has records of core's own types for care
 * (`placement`), they stand in for what the episodes say. On one day, care comes first, then the record types in the
 * council's order. Access rules are the caller's to apply, by record type.
 */
export function timelineOf(
  child: Child,
  source: TimelineSource,
  options: TimelineOptions = {},
): TimelineEntry[] {
  const { from = Number.NEGATIVE_INFINITY, to = OPEN, only } = options;
  const wanted = only && new Set(only);
  const summary = summariser(source);
  const entries: TimelineEntry[] = [];
  const add = (type: RecordType<object>, found: Iterable<Omit<TimelineEntry, 'summary'>>): void => {
    for (const entry of found) {
      if (entry.on <= to && (entry.until ?? entry.on + 1) > from)
        entries.push({ ...entry, summary: summary(type, entry.facts) });
    }
  };
  const care = FROM_EPISODES.filter(({ type }) => child.records(type).length === 0);
  const derived = new Set(care.map(({ type }) => type.id));
  for (const one of care) if (wanted?.has(one.type.id) !== false) add(one.type, ofEpisodes(child, one));
  for (const type of source.records) {
    if (type.subject !== 'child' || derived.has(type.id) || SAID_ALREADY.has(type.id)) continue;
    if (wanted?.has(type.id) !== false) add(type, ofRecords(child, type));
  }
  return entries.sort((a, b) => a.on - b.on);
}

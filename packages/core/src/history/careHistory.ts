import type { Day } from '../dates/day.ts';
import type { Inside, RecordType } from '../records/recordType.ts';
import { Child, type Episode, episodeAt } from './child.ts';
import { type EpisodeColumns, episodeColumns } from './episodes.ts';
import type { ChildInput, EpisodeInput, HistoryFinding } from './input.ts';
import { legalStatuses, periodsOfCare, placements, plainPlacements, type Runs } from './periods.ts';
import { type RecordInput, recordStore } from './records.ts';

export interface CareHistoryInput {
  readonly children: readonly ChildInput[];
  readonly episodes: readonly EpisodeInput[];
  readonly records?: readonly RecordInput[];
  /** GSS code of the council; children with another responsible authority are left out and listed. */
  readonly authority?: string;
}

/**
 * What is known of every child's care: columns, indexed by child, with periods of care, placements and legal statuses
 * worked out from the episodes when first asked for. It never changes; new facts make a new history.
 */
export interface CareHistory {
  readonly children: readonly Child[];
  readonly input: readonly ChildInput[];
  /** Date of birth of each child; NaN where unknown. */
  readonly born: Float64Array;
  readonly episodes: EpisodeColumns;
  readonly periodsOfCare: Runs;
  readonly placements: Runs;
  readonly plainPlacements: Runs;
  readonly legalStatuses: Runs;
  /** What could not be taken as it stood: of children and episodes, and of records (which are sorted out for it). */
  readonly findings: readonly HistoryFinding[];
  /** Those of children and episodes alone. */
  readonly careFindings: readonly HistoryFinding[];
  child(id: string): Child | undefined;
  episode(row: number): Episode;
  /** Records of a type by child index, in order of time. */
  recordsOf(recordType: string): ReadonlyMap<number, readonly object[]> | undefined;
  /** Records that are about something other than a child (schools, boards, providers), in order of time. */
  otherRecords<T extends object>(type: RecordType<T>): readonly Inside<T>[];
}

/** The council's own children by id, and the ids of those another authority is responsible for. */
function knownChildren(
  input: CareHistoryInput,
  findings: HistoryFinding[],
): { known: Map<string, ChildInput>; others: Set<string> } {
  const known = new Map<string, ChildInput>();
  const others = new Set<string>();
  const tell = (kind: HistoryFinding['kind'], child: string, message: string) =>
    findings.push({ kind, child, message });
  for (const child of input.children) {
    if (known.has(child.id)) {
      tell('child-twice', child.id, 'the child is listed twice; the first entry was used');
    } else if (
      input.authority &&
      child.responsibleAuthority &&
      child.responsibleAuthority !== input.authority
    ) {
      others.add(child.id);
      tell(
        'other-authority',
        child.id,
        `authority ${child.responsibleAuthority} is responsible for the child, who was left out of every count`,
      );
    } else {
      if (Number.isNaN(child.born)) {
        tell(
          'birth-date-unknown',
          child.id,
          'no date of birth: the child is in no count that depends on age',
        );
      }
      known.set(child.id, child);
    }
  }
  return { known, others };
}

/** Whether a history holds any record of a type, of a child or of anything else. */
export const hasRecords = (history: CareHistory, type: RecordType<object>): boolean =>
  (history.recordsOf(type.id)?.size ?? 0) > 0 || history.otherRecords(type).length > 0;

/**
 * Whether a history holds any record of one of some types: for an indicator's `needs`, as no data is not nought.
 *
 * @example
 * defineIndicator({ ..., needs: holdsAny(review, visit) });
 */
export const holdsAny =
  (...types: readonly RecordType[]): ((history: CareHistory) => boolean) =>
  (history) =>
    types.some((type) => hasRecords(history, type));

/**
 * Keeps what was worked out over a whole history, as a history never changes.
 *
 * @example
 * const schoolsById = oncePerHistory((history) => new Map(history.otherRecords(school).map((one) => [one.id, one])));
 */
export function oncePerHistory<T>(work: (history: CareHistory) => T): (history: CareHistory) => T {
  const kept = new WeakMap<CareHistory, { readonly value: T }>();
  return (history) => {
    let known = kept.get(history);
    if (!known) {
      known = { value: work(history) };
      kept.set(history, known);
    }
    return known.value;
  };
}

/** Works something out when it is first asked for. */
function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/**
 * Builds the care history of a council. Anything can come in: what cannot be used is left out and told in `findings`,
 * and everything else is computed.
 */
export function buildCareHistory(input: CareHistoryInput): CareHistory {
  const findings: HistoryFinding[] = [];
  const { known, others: elsewhere } = knownChildren(input, findings);
  const children = [...known.values()];
  const index = new Map<string, number>();
  for (const child of children) index.set(child.id, index.size);
  const own =
    elsewhere.size === 0 ? input.episodes : input.episodes.filter(({ child }) => !elsewhere.has(child));
  const episodes = episodeColumns(own, index, findings);
  const records = recordStore(input.records ?? [], index);
  const periods = lazy(() => periodsOfCare(episodes));
  const placed = lazy(() => placements(episodes));
  const placedPlainly = lazy(() => plainPlacements(episodes));
  const statuses = lazy(() => legalStatuses(episodes));
  const views = new Array<Episode | undefined>(episodes.length);
  const history: CareHistory = {
    children: [],
    input: children,
    born: Float64Array.from(children, (child) => child.born),
    episodes,
    get periodsOfCare() {
      return periods();
    },
    get placements() {
      return placed();
    },
    get plainPlacements() {
      return placedPlainly();
    },
    get legalStatuses() {
      return statuses();
    },
    get findings() {
      return [...findings, ...records.findings()];
    },
    careFindings: findings,
    child: (id) => {
      const position = index.get(id);
      return position === undefined ? undefined : history.children[position];
    },
    episode: (row) => (views[row] ??= episodeAt({ episodes }, row)),
    recordsOf: records.byChild,
    otherRecords: <T extends object>(type: RecordType<T>) => records.others(type.id) as readonly Inside<T>[],
  };
  (history.children as Child[]).push(...children.map((_, position) => new Child(history, position)));
  return history;
}

/**
 * The history to use for a period: one for all periods, or, where every year's return is the authority for its own
 * year, the one known by that return.
 */
export type HistoryFor = (on: Day) => CareHistory;

import { type Day, formatIsoDate, OPEN } from '../dates/day.ts';
import { type CodeColumn, codeColumn, flagRows } from './column.ts';
import type { EpisodeInput, HistoryFinding } from './input.ts';

/** Episodes as columns, ordered by child and start; the episodes of child `c` are rows `first[c]` to `first[c + 1]`. */
export interface EpisodeColumns {
  readonly length: number;
  readonly first: Int32Array;
  readonly start: Int32Array;
  /** The day it ceased, not included; OPEN while it lasts. */
  readonly end: Int32Array;
  readonly legalStatus: CodeColumn;
  readonly categoryOfNeed: CodeColumn;
  readonly placementType: CodeColumn;
  readonly placementProvider: CodeColumn;
  readonly reasonNewEpisode: CodeColumn;
  readonly reasonEpisodeCeased: CodeColumn;
  readonly reasonPlacementChange: CodeColumn;
  readonly placementLocation: CodeColumn;
  /** Miles; NaN where unknown. */
  readonly placementDistance: Float64Array;
  readonly homePostcode: readonly string[];
  readonly placementPostcode: readonly string[];
  readonly urn: readonly string[];
  /** 1 for a series of short breaks (V3, V4), which hardly any figure counts. */
  readonly shortBreak: Uint8Array;
  /** 1 for a temporary placement (T0 to T4). */
  readonly temporary: Uint8Array;
  /** 1 where the child starts to be looked after (reason S). */
  readonly startsCare: Uint8Array;
  /** 1 where the next episode begins as this one ceases (reason X1). */
  readonly goesOn: Uint8Array;
  /** 1 where the child ceases to be looked after: any other reason to cease. */
  readonly endsCare: Uint8Array;
}

const SHORT_BREAKS = /^V[34]$/;
const TEMPORARY = /^T[0-4]$/;

const told = (day: Day): string => (day === OPEN ? 'still open' : formatIsoDate(day));

/** Whether an episode can stand in a history; what cannot is told in `findings`. */
function usable(
  episode: EpisodeInput,
  index: ReadonlyMap<string, number>,
  findings: HistoryFinding[],
): boolean {
  const { child, start, end } = episode;
  const refuse = (kind: HistoryFinding['kind'], message: string): false => {
    findings.push({ kind, child, message });
    return false;
  };
  if (Number.isNaN(start))
    return refuse('start-unreadable', 'an episode without a readable start was left out');
  if (!index.has(child)) {
    return refuse(
      'no-child',
      `the episode begun ${formatIsoDate(start)} belongs to no child and was left out`,
    );
  }
  if (end < start) {
    return refuse(
      'ends-before-start',
      `the episode begun ${formatIsoDate(start)} ceases before that, on ${formatIsoDate(end)}, and was left out`,
    );
  }
  return true;
}

/** Orders the usable episodes by child and start without a general sort: they come nearly in order. */
function ordered(
  usableEpisodes: readonly EpisodeInput[],
  index: ReadonlyMap<string, number>,
  children: number,
): { first: Int32Array; rows: EpisodeInput[] } {
  const first = new Int32Array(children + 1);
  const childOf = new Int32Array(usableEpisodes.length);
  usableEpisodes.forEach((episode, i) => {
    const child = index.get(episode.child)!;
    childOf[i] = child;
    first[child + 1]!++;
  });
  for (let c = 0; c < children; c++) first[c + 1]! += first[c]!;
  const next = first.slice();
  const rows = new Array<EpisodeInput>(usableEpisodes.length);
  usableEpisodes.forEach((episode, i) => {
    const child = childOf[i]!;
    let row = next[child]!;
    next[child] = row + 1;
    for (; row > first[child]! && rows[row - 1]!.start > episode.start; row--) rows[row] = rows[row - 1]!;
    rows[row] = episode;
  });
  return { first, rows };
}

/** Builds the columns; episodes that cannot stand are left out, episodes that overlap stay, and both are told. */
export function episodeColumns(
  episodes: readonly EpisodeInput[],
  index: ReadonlyMap<string, number>,
  findings: HistoryFinding[],
): EpisodeColumns {
  const kept = episodes.filter((episode) => usable(episode, index, findings));
  const { first, rows } = ordered(kept, index, index.size);
  const length = rows.length;
  const start = new Int32Array(length);
  const end = new Int32Array(length);
  const placementDistance = new Float64Array(length);
  const codes = {
    legalStatus: codeColumn(length),
    categoryOfNeed: codeColumn(length),
    placementType: codeColumn(length),
    placementProvider: codeColumn(length),
    reasonNewEpisode: codeColumn(length),
    reasonEpisodeCeased: codeColumn(length),
    reasonPlacementChange: codeColumn(length),
    placementLocation: codeColumn(length),
  };
  rows.forEach((episode, row) => {
    start[row] = episode.start;
    end[row] = episode.end;
    placementDistance[row] = episode.placementDistance ?? Number.NaN;
    codes.legalStatus.set(row, episode.legalStatus);
    codes.categoryOfNeed.set(row, episode.categoryOfNeed);
    codes.placementType.set(row, episode.placementType);
    codes.placementProvider.set(row, episode.placementProvider);
    codes.reasonNewEpisode.set(row, episode.reasonNewEpisode);
    codes.reasonEpisodeCeased.set(row, episode.reasonEpisodeCeased);
    codes.reasonPlacementChange.set(row, episode.reasonPlacementChange);
    codes.placementLocation.set(row, episode.placementLocation ?? '');
    const before = rows[row - 1];
    if (before?.child === episode.child && before.end > episode.start) {
      findings.push({
        kind: before.start === episode.start ? 'same-start' : 'overlap',
        child: episode.child,
        message:
          `the episode begun ${formatIsoDate(episode.start)} overlaps the one from ${formatIsoDate(before.start)} ` +
          `(${told(before.end)}); both were kept`,
      });
    }
  });
  const legalStatus = codes.legalStatus.done();
  const placementType = codes.placementType.done();
  const reasonNewEpisode = codes.reasonNewEpisode.done();
  const reasonEpisodeCeased = codes.reasonEpisodeCeased.done();
  return {
    length,
    first,
    start,
    end,
    legalStatus,
    categoryOfNeed: codes.categoryOfNeed.done(),
    placementType,
    placementProvider: codes.placementProvider.done(),
    reasonNewEpisode,
    reasonEpisodeCeased,
    reasonPlacementChange: codes.reasonPlacementChange.done(),
    placementLocation: codes.placementLocation.done(),
    placementDistance,
    homePostcode: rows.map((episode) => episode.homePostcode),
    placementPostcode: rows.map((episode) => episode.placementPostcode),
    urn: rows.map((episode) => episode.urn),
    shortBreak: flagRows(legalStatus, (code) => SHORT_BREAKS.test(code)),
    temporary: flagRows(placementType, (code) => TEMPORARY.test(code)),
    startsCare: flagRows(reasonNewEpisode, (code) => code === 'S'),
    goesOn: flagRows(reasonEpisodeCeased, (code) => code === 'X1'),
    endsCare: flagRows(reasonEpisodeCeased, (code) => code !== '' && code !== 'X1'),
  };
}

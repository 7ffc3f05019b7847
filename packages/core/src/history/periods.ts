import { OPEN } from '../dates/day.ts';
import { at } from './column.ts';
import type { EpisodeColumns } from './episodes.ts';

/** Runs of episodes of one child, as columns: periods of care, placements or legal statuses. */
export interface Runs {
  readonly length: number;
  /** The runs of child `c` are `first[c]` to `first[c + 1]`. */
  readonly first: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly firstEpisode: Int32Array;
  readonly lastEpisode: Int32Array;
  /** Run of each episode, -1 where it belongs to none. */
  readonly ofEpisode: Int32Array;
}

/**
 * Joins a child's episodes, in order, into runs. `joins` says whether episode `row` carries on the run whose last episode
 * is `last`; an episode that `takesPart` refuses belongs to no run and interrupts none.
 */
export function runs(
  episodes: EpisodeColumns,
  takesPart: (row: number) => boolean,
  joins: (row: number, last: number, end: number) => boolean,
): Runs {
  const children = episodes.first.length - 1;
  const first = new Int32Array(children + 1);
  const start: number[] = [];
  const end: number[] = [];
  const firstEpisode: number[] = [];
  const lastEpisode: number[] = [];
  const ofEpisode = new Int32Array(episodes.length).fill(-1);
  for (let child = 0; child < children; child++) {
    let run = -1;
    for (let row = episodes.first[child]!; row < episodes.first[child + 1]!; row++) {
      if (!takesPart(row)) continue;
      if (run >= 0 && joins(row, lastEpisode[run]!, end[run]!)) {
        end[run] = Math.max(end[run]!, episodes.end[row]!);
        lastEpisode[run] = row;
      } else {
        run = start.length;
        start.push(episodes.start[row]!);
        end.push(episodes.end[row]!);
        firstEpisode.push(row);
        lastEpisode.push(row);
      }
      ofEpisode[row] = run;
    }
    first[child + 1] = start.length;
  }
  return {
    length: start.length,
    first,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    firstEpisode: Int32Array.from(firstEpisode),
    lastEpisode: Int32Array.from(lastEpisode),
    ofEpisode,
  };
}

/**
 * Periods of care without short breaks: from the episode with which a child starts to be looked after to the one that
 * ends it. Consecutive episodes meet; a gap, or an end that is final, begins a new period.
 * Source: SSDA903 guide as in cohorts section 0 (seen in a source).
 */
export function periodsOfCare(episodes: EpisodeColumns): Runs {
  return runs(
    episodes,
    (row) => episodes.shortBreak[row] === 0,
    (row, last, end) => {
      if (episodes.start[row]! > end) return false;
      const reason = at(episodes.reasonEpisodeCeased, last);
      const goesOn =
        reason === 'X1' || reason === '' || episodes.end[last] === OPEN || end > episodes.start[row]!;
      return goesOn && (at(episodes.reasonNewEpisode, row) !== 'S' || end > episodes.start[row]!);
    },
  );
}

const NEW_PLACEMENT = /^[SPB]$/;
const ADOPTION_WITH_CARER = /^A[35]$/;
const FOSTER = /^U[1-6]$/;

/**
 * Placements as the statutory stability measures count them: changes of legal status only, moves with the same carer
 * (T, U) and adoption by the foster carers (A3, A5) carry a placement on; temporary placements (T0 to T4) are left out,
 * and a return from one to the same place carries the former placement on.
 * Source: cohorts section 7 (NI 62 and LG Inform 850; exclusion of T placements from memory of NI 62).
 */
export function placements(episodes: EpisodeColumns): Runs {
  const samePlace = (a: number, b: number): boolean =>
    episodes.placementType.of[a] === episodes.placementType.of[b] &&
    episodes.placementPostcode[a] === episodes.placementPostcode[b] &&
    episodes.urn[a] === episodes.urn[b];
  return runs(
    episodes,
    (row) => episodes.shortBreak[row] === 0 && episodes.temporary[row] === 0,
    (row, last) => {
      if (!NEW_PLACEMENT.test(at(episodes.reasonNewEpisode, row))) return true;
      if (episodes.temporary[row - 1] === 1 && row - 1 > last && samePlace(row, last)) return true;
      return (
        ADOPTION_WITH_CARER.test(at(episodes.placementType, row)) &&
        FOSTER.test(at(episodes.placementType, last))
      );
    },
  );
}

/** Every change of placement type, postcode, URN or provider, temporary placements too: what an observer would count. */
export function plainPlacements(episodes: EpisodeColumns): Runs {
  return runs(
    episodes,
    (row) => episodes.shortBreak[row] === 0,
    (row, last, end) =>
      end >= episodes.start[row]! &&
      episodes.placementType.of[row] === episodes.placementType.of[last] &&
      episodes.placementProvider.of[row] === episodes.placementProvider.of[last] &&
      episodes.placementPostcode[row] === episodes.placementPostcode[last] &&
      episodes.urn[row] === episodes.urn[last],
  );
}

/** Stretches under one legal status. */
export function legalStatuses(episodes: EpisodeColumns): Runs {
  return runs(
    episodes,
    () => true,
    (row, last, end) =>
      end >= episodes.start[row]! && episodes.legalStatus.of[row] === episodes.legalStatus.of[last],
  );
}

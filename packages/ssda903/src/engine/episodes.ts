import type { Row } from '../tables.ts';
import type { CheckContext, ChildRows } from './context.ts';
import type { Rule } from './rule.ts';

type Episode = Row<'Episodes'>;

/** This year's episode with the earliest DECOM, on equal ones the first in the file; undefined where none is readable. */
export const firstEpisode = ({ episodes }: ChildRows): Episode | undefined => dated(episodes[0]);

/** Last year's episode with the latest DECOM, on equal ones the first in the file; undefined where none is readable. */
export function latestEpisodeLastYear({ lastEpisodes }: ChildRows): Episode | undefined {
  let latest = dated(lastEpisodes[0]);
  for (const episode of lastEpisodes) if (latest && episode.DECOM > latest.DECOM) latest = episode;
  return latest;
}

const dated = (episode: Episode | undefined): Episode | undefined =>
  episode === undefined || Number.isNaN(episode.DECOM) ? undefined : episode;

/** Flags an episode by comparing it with the child's episode directly before it, by DECOM. */
export const againstPrevious =
  (wrong: (episode: Episode, previous: Episode) => boolean): Rule['check'] =>
  ({ children }, flag) => {
    for (const { episodes } of children) {
      for (let i = 1; i < episodes.length; i++) {
        if (wrong(episodes[i]!, episodes[i - 1]!)) flag(episodes[i]!);
      }
    }
  };

/** Flags an episode by comparing it with the child's episode directly after it, by DECOM. */
export const againstNext =
  (wrong: (episode: Episode, next: Episode) => boolean): Rule['check'] =>
  ({ children }, flag) => {
    for (const { episodes } of children) {
      for (let i = 1; i < episodes.length; i++) {
        if (wrong(episodes[i - 1]!, episodes[i]!)) flag(episodes[i - 1]!);
      }
    }
  };

/** Flags a child's first episode of this year by comparing it with the latest of last year. */
export const againstLastYear =
  (wrong: (episode: Episode, lastYear: Episode, context: CheckContext) => boolean): Rule['check'] =>
  (context, flag) => {
    for (const child of context.children) {
      const episode = firstEpisode(child);
      const lastYear = latestEpisodeLastYear(child);
      if (episode && lastYear && wrong(episode, lastYear, context)) flag(episode);
    }
  };

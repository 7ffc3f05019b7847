import type { Row } from '../tables.ts';
import type { CheckContext, ChildRows } from './context.ts';
import { latest } from './latest.ts';
import type { Rule } from './rule.ts';

type Episode = Row<'Episodes'>;

/** This year's episode with the earliest DECOM, on equal ones the first in the file; undefined where none is readable. */
export const firstEpisode = ({ episodes }: ChildRows): Episode | undefined => dated(episodes[0]);

/** Last year's episode with the latest DECOM, on equal ones the first in the file; undefined where none is readable. */
export const latestEpisodeLastYear = ({ lastEpisodes }: ChildRows): Episode | undefined =>
  latest(lastEpisodes, ({ DECOM }) => DECOM);

const dated = (episode: Episode | undefined): Episode | undefined =>
  episode === undefined || Number.isNaN(episode.DECOM) ? undefined : episode;

type Order = (child: ChildRows) => readonly Episode[];
const byStart: Order = ({ episodes }) => episodes;

/** Flags an episode by comparing it with the child's episode directly before it, by DECOM or in another order. */
export const againstPrevious =
  (wrong: (episode: Episode, previous: Episode) => boolean, order = byStart): Rule['check'] =>
  ({ children }, flag) => {
    for (const child of children) {
      const episodes = order(child);
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

const MILES_THAT_MATTER = 0.2;

/** Whether the distance from home differs noticeably, or has become known: rules 453 and 503G. */
export const distanceChanged = (now: Episode, before: Episode): boolean =>
  Math.abs(now.PL_DISTANCE - before.PL_DISTANCE) >= MILES_THAT_MATTER ||
  (Number.isNaN(before.PL_DISTANCE) && !Number.isNaN(now.PL_DISTANCE));

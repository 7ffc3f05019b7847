import { TEMPORARY_PLACEMENTS } from '../codes.ts';
import { rule } from '../engine/define.ts';
import { againstNext, againstPrevious } from '../engine/episodes.ts';
import type { Row } from '../tables.ts';

type Episode = Row<'Episodes'>;

const PLACEMENT_FIELDS = ['PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'] as const;

/** Blank equals blank. */
const samePlacement = (a: Episode, b: Episode): boolean =>
  PLACEMENT_FIELDS.every((field) => a[field] === b[field]);

const placementKnown = (episode: Episode): boolean =>
  PLACEMENT_FIELDS.every((field) => episode[field] !== '');

const PLACEMENT_CHANGES = new Set(['P', 'B', 'T', 'U']);

const rule225 = rule({
  code: '225',
  title: 'No reason given for a change of placement',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['REASON_PLACE_CHANGE'] },
  means:
    'The child went straight on to another placement, and neither of the two is temporary, so a reason is needed.',
  fix: 'Add the reason for the placement change to the episode that ended.',
  check: againstNext(
    (episode, next) =>
      episode.REC === 'X1' &&
      episode.REASON_PLACE_CHANGE === '' &&
      PLACEMENT_CHANGES.has(next.RNE) &&
      !TEMPORARY_PLACEMENTS.has(episode.PLACE) &&
      !TEMPORARY_PLACEMENTS.has(next.PLACE),
  ),
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', REC: 'X1', PLACE: 'U6' },
      { CHILD: '1', DECOM: '01/06/2025', RNE: 'P', PLACE: 'U4' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', REC: 'X1', PLACE: 'U6', REASON_PLACE_CHANGE: 'CARPL' },
      { CHILD: '1', DECOM: '01/06/2025', RNE: 'P', PLACE: 'U4' },
    ],
  },
});

const rule434 = rule({
  code: '434',
  title: 'Only the legal status should change, but the data say otherwise',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['RNE', 'LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'] },
  means:
    'Reason L means a new legal status in the same placement. Here the legal status is the same, or the placement differs.',
  fix: 'Correct the legal status or the placement details; if the placement changed too, the reason is B or U.',
  check: againstPrevious(
    (episode, previous) =>
      episode.RNE === 'L' &&
      ((episode.LS !== '' && episode.LS === previous.LS) || !samePlacement(episode, previous)),
  ),
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', LS: 'C1', PLACE: 'U4' },
      { CHILD: '1', DECOM: '01/06/2025', RNE: 'L', LS: 'C1', PLACE: 'U4' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', LS: 'C1', PLACE: 'U4' },
      { CHILD: '1', DECOM: '01/06/2025', RNE: 'L', LS: 'C2', PLACE: 'U4' },
    ],
  },
});

const rule435 = rule({
  code: '435',
  title: 'Only the placement should change, but the data say otherwise',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'] },
  means:
    'Reasons P and T mean a new placement under the same legal status. Here the legal status differs or is blank, or nothing about the placement changed.',
  fix: 'Correct the placement details or the legal status; if the legal status changed too, the reason is B or U.',
  check: againstPrevious(
    (episode, previous) =>
      (episode.RNE === 'P' || episode.RNE === 'T') &&
      (episode.LS === '' ||
        episode.LS !== previous.LS ||
        (placementKnown(episode) && samePlacement(episode, previous))),
  ),
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', LS: 'C1', PLACE: 'U6' },
      { CHILD: '1', DECOM: '01/06/2025', RNE: 'P', LS: 'C2', PLACE: 'U4' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', LS: 'C1', PLACE: 'U6' },
      { CHILD: '1', DECOM: '01/06/2025', RNE: 'P', LS: 'C1', PLACE: 'U4' },
    ],
  },
});

const rule436 = rule({
  code: '436',
  title: 'Legal status and placement should both change, but one did not',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['RNE', 'LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'] },
  means:
    'Reasons B and U mean that legal status and placement changed on one day. Here at least one is as it was.',
  fix: 'Correct what did change, or use L for the legal status alone, P or T for the placement alone.',
  check: againstPrevious(
    (episode, previous) =>
      (episode.RNE === 'U' || episode.RNE === 'B') &&
      (episode.LS === previous.LS || samePlacement(episode, previous)),
  ),
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', LS: 'C1', PLACE: 'U6' },
      { CHILD: '1', DECOM: '01/06/2025', RNE: 'B', LS: 'C1', PLACE: 'U4' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', LS: 'C1', PLACE: 'U6' },
      { CHILD: '1', DECOM: '01/06/2025', RNE: 'B', LS: 'C2', PLACE: 'U4' },
    ],
  },
});

/** Rules about what changed from one episode to the next. */
export const episodeChangeRules = [rule225, rule434, rule435, rule436];

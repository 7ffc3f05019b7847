import { SHORT_BREAKS, TEMPORARY_PLACEMENTS } from '../codes.ts';
import type { ChildRows } from '../engine/context.ts';
import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';
import { earliestFirst } from '../engine/order.ts';
import { readLenientDate } from '../engine/written-dates.ts';
import type { Row } from '../tables.ts';

const rule226 = rule({
  code: '226',
  title: 'Reason for placement change given around a temporary placement',
  severity: 'error',
  years: [2026],
  tables: ['Episodes'],
  fields: { Episodes: ['REASON_PLACE_CHANGE', 'PLACE'] },
  means:
    'A move into or out of a temporary placement (T0 to T4) is no change of placement, so neither episode has a reason.',
  fix: 'Clear the reason on the temporary placement and on the episode before it, or correct the placement type.',
  check: ({ Episodes, children }, flag) => {
    for (const episode of Episodes) {
      if (TEMPORARY_PLACEMENTS.has(episode.PLACE) && episode.REASON_PLACE_CHANGE !== '') flag(episode);
    }
    for (const { episodes } of children) {
      episodes.forEach((episode, i) => {
        const before = episodes[i - 1];
        if (before && TEMPORARY_PLACEMENTS.has(episode.PLACE) && before.REASON_PLACE_CHANGE !== '')
          flag(episode);
      });
    }
  },
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', PLACE: 'U4', REASON_PLACE_CHANGE: 'CARPL' },
      { CHILD: '1', DECOM: '01/06/2025', PLACE: 'T1' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', PLACE: 'U4' },
      { CHILD: '1', DECOM: '01/06/2025', PLACE: 'T1' },
    ],
  },
});

const MOST_CARER_HOLIDAYS = 2;

const rule377 = rule({
  code: '377',
  title: 'More than two placements while the carer was on holiday',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE'] },
  means:
    'A child may be placed elsewhere because the usual carer is on holiday (T3) at most twice in twelve months.',
  fix: 'Check the placement types; a third stay in the year is an ordinary placement.',
  check: ({ children }, flag) => {
    for (const { now } of children) {
      const carerOnHoliday = now.Episodes.filter(({ PLACE }) => PLACE === 'T3');
      if (carerOnHoliday.length > MOST_CARER_HOLIDAYS) carerOnHoliday.forEach(flag);
    }
  },
  fails: {
    Episodes: [
      { CHILD: '1', PLACE: 'T3' },
      { CHILD: '1', PLACE: 'T3' },
      { CHILD: '1', PLACE: 'T3' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', PLACE: 'T3' },
      { CHILD: '1', PLACE: 'T3' },
      { CHILD: '1', PLACE: 'T4' },
    ],
  },
});

const rule380 = rule({
  code: '380',
  title: 'Temporary placement not reached by a change of placement',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'RNE'] },
  means:
    'A temporary placement (T0 to T4) interrupts another one, so care cannot start there: the reason must be P or B.',
  fix: 'Give the usual placement where care started, or correct the reason for the new episode.',
  check: eachRow(
    'Episodes',
    ({ PLACE, RNE }) => TEMPORARY_PLACEMENTS.has(PLACE) && RNE !== 'P' && RNE !== 'B',
  ),
  fails: { Episodes: [{ PLACE: 'T4', RNE: 'S' }] },
  passes: { Episodes: [{ PLACE: 'T4', RNE: 'P' }] },
});

const rule381 = rule({
  code: '381',
  title: 'Care ended in a temporary placement',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'REC'] },
  means:
    'After a temporary placement (T0 to T4) the child goes back to the usual one, so the episode ends with X1.',
  fix: 'Correct the placement type to where the child lived when care ended, or the reason the episode ended.',
  check: eachRow(
    'Episodes',
    ({ PLACE, REC }) => TEMPORARY_PLACEMENTS.has(PLACE) && REC !== '' && REC !== 'X1',
  ),
  fails: { Episodes: [{ PLACE: 'T4', REC: 'E8' }] },
  passes: { Episodes: [{ PLACE: 'T4', REC: 'X1' }] },
});

const rule382 = rule({
  code: '382',
  title: 'Short break in a temporary placement',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['LS', 'PLACE'] },
  means:
    'A child on short breaks (V3, V4) has no usual placement away from home that a temporary one could interrupt.',
  fix: 'Correct the placement type to where the short breaks take place, or the legal status.',
  check: eachRow('Episodes', ({ LS, PLACE }) => SHORT_BREAKS.has(LS) && TEMPORARY_PLACEMENTS.has(PLACE)),
  fails: { Episodes: [{ LS: 'V4', PLACE: 'T0' }] },
  passes: { Episodes: [{ LS: 'V4', PLACE: 'U6' }] },
});

/** This rule alone sorts by start dates in other layouts too. */
const byWrittenStart = ({ episodes }: ChildRows): readonly Row<'Episodes'>[] =>
  Number.isNaN(episodes.at(-1)?.DECOM)
    ? episodes
        .map((episode) => ({ episode, start: readLenientDate(episode.DECOM_TEXT) }))
        .sort((a, b) => earliestFirst(a.start, b.start) || a.episode.row - b.episode.row)
        .map(({ episode }) => episode)
    : episodes;

const rule383 = rule({
  code: '383',
  title: 'Child did not go back to the usual placement after a temporary one',
  severity: 'error',
  years: [2026],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'RNE', 'PL_POST'] },
  means:
    'After a temporary placement (T0 to T4) the child goes back: reason P, and the placement type and postcode of two episodes ago.',
  fix: 'If the child moved on instead, the temporary stay was an ordinary placement; otherwise correct the type, postcode or reason.',
  check: ({ children }, flag) => {
    for (const child of children) {
      const episodes = byWrittenStart(child);
      for (let i = 2; i < episodes.length; i++) {
        const [usual, temporary, back] = [episodes[i - 2]!, episodes[i - 1]!, episodes[i]!];
        if (!TEMPORARY_PLACEMENTS.has(temporary.PLACE)) continue;
        const samePlace = back.PLACE !== '' && back.PLACE === usual.PLACE;
        const samePostcode = back.PL_POST !== '' && back.PL_POST === usual.PL_POST;
        if (back.RNE !== 'P' || !samePlace || !samePostcode) flag(back);
      }
    }
  },
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', PLACE: 'U4', PL_POST: 'DE1 1AA' },
      { CHILD: '1', DECOM: '01/06/2025', PLACE: 'T1', PL_POST: 'DE22 3NE' },
      { CHILD: '1', DECOM: '08/06/2025', PLACE: 'U4', PL_POST: 'DE1 1AB', RNE: 'P' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', PLACE: 'U4', PL_POST: 'DE1 1AA' },
      { CHILD: '1', DECOM: '01/06/2025', PLACE: 'T1', PL_POST: 'DE22 3NE' },
      { CHILD: '1', DECOM: '08/06/2025', PLACE: 'U4', PL_POST: 'DE1 1AA', RNE: 'P' },
    ],
  },
});

/** Rules about temporary placements (T0 to T4). */
export const temporaryPlacementRules = [rule226, rule377, rule380, rule381, rule382, rule383];

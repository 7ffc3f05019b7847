import { dayOf } from '@cic/core/dates';
import { ADOPTED, ADOPTIVE_PLACEMENTS } from '../codes.ts';
import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';
import { firstEpisode } from '../engine/episodes.ts';

const FIRST_CHECKED = dayOf(2015, 4, 1);

const rule217 = rule({
  code: '217',
  title: 'Adoption by the present foster carer, but the carer seems to change',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'DECOM', 'RNE'] },
  means:
    'A child placed for adoption with their present foster carer (A3, A5) stays with the same carer, so the reason must be S, T or U. Checked from 1 April 2015.',
  fix: 'Correct the reason for the new episode, or use A4 or A6 if the adopters are not the foster carers.',
  check: eachRow(
    'Episodes',
    ({ PLACE, DECOM, RNE }) =>
      (PLACE === 'A3' || PLACE === 'A5') &&
      DECOM >= FIRST_CHECKED &&
      RNE !== 'S' &&
      RNE !== 'T' &&
      RNE !== 'U',
  ),
  fails: { Episodes: [{ PLACE: 'A3', DECOM: '01/04/2015', RNE: 'P' }] },
  passes: { Episodes: [{ PLACE: 'A3', DECOM: '31/03/2015', RNE: 'P' }] },
});

const BEFORE_ADOPTION = new Set([...ADOPTIVE_PLACEMENTS, 'U1', 'U2', 'U3', 'U4', 'U5', 'U6']);

const rule336 = rule({
  code: '336',
  title: 'Placed for adoption with consent, but not fostered before',
  severity: 'query',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE'] },
  means:
    'Before a placement for adoption with consent (A3, A4) one expects a foster (U1 to U6) or adoptive (A3 to A6) placement.',
  fix: 'Check the placement types of this episode and the one before.',
  differsFromReference:
    'The existing tool fails, and reports nothing, as soon as one child has no readable start date; this checks everybody.',
  check: ({ Episodes, child }, flag) => {
    for (const episode of Episodes) {
      if (episode.PLACE !== 'A3' && episode.PLACE !== 'A4') continue;
      const ownChild = child(episode.CHILD);
      const previous = ownChild?.episodes[ownChild.episodes.indexOf(episode) - 1];
      const isFirst = ownChild !== undefined && firstEpisode(ownChild) === episode;
      if (!isFirst && !BEFORE_ADOPTION.has(previous?.PLACE ?? '')) flag(episode);
    }
  },
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', PLACE: 'K2' },
      { CHILD: '1', DECOM: '01/06/2025', PLACE: 'A4' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', PLACE: 'U5' },
      { CHILD: '1', DECOM: '01/06/2025', PLACE: 'A4' },
    ],
  },
});

const rule378 = rule({
  code: '378',
  title: 'Placed with parents while accommodated by agreement',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'LS'] },
  means: 'A child accommodated under section 20 (V2) who lives with a parent (P1) is not looked after.',
  fix: 'Correct the legal status or the placement type, or end the period of care when the child went home.',
  check: eachRow('Episodes', ({ PLACE, LS }) => PLACE === 'P1' && LS === 'V2'),
  fails: { Episodes: [{ PLACE: 'P1', LS: 'V2' }] },
  passes: { Episodes: [{ PLACE: 'P1', LS: 'C2' }] },
});

const rule390 = rule({
  code: '390',
  title: 'Adopted from a placement that was not adoptive',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'REC'] },
  means: 'An episode that ends with adoption (E11, E12) must be a placement for adoption (A3 to A6).',
  fix: 'Correct the placement type or the reason the episode ended; add the adoptive placement if it is missing.',
  check: eachRow('Episodes', ({ PLACE, REC }) => ADOPTED.has(REC) && !ADOPTIVE_PLACEMENTS.has(PLACE)),
  fails: { Episodes: [{ PLACE: 'U5', REC: 'E12' }] },
  passes: { Episodes: [{ PLACE: 'A6', REC: 'E12' }] },
});

const rule408 = rule({
  code: '408',
  title: 'Placed for adoption on a placement order, but there is no order',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'LS'] },
  means: 'Placement types A5 and A6 rest on a placement order, so the legal status must be E1.',
  fix: 'Set the legal status to E1, or use A3 or A4 if the parents have consented.',
  check: eachRow('Episodes', ({ PLACE, LS }) => (PLACE === 'A5' || PLACE === 'A6') && LS !== 'E1'),
  fails: { Episodes: [{ PLACE: 'A5', LS: 'C2' }] },
  passes: { Episodes: [{ PLACE: 'A5', LS: 'E1' }] },
});

/** Rules about placement types that do not fit the rest of the episode or the one before. */
export const placementTypeRules = [rule217, rule336, rule378, rule390, rule408];

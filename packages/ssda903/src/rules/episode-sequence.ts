import { dayOf } from '@cic/core/dates';
import { ADOPTED, CARE_CEASED } from '../codes.ts';
import type { ChildRows } from '../engine/context.ts';
import { rule } from '../engine/define.ts';
import { againstNext, againstPrevious, firstEpisode } from '../engine/episodes.ts';
import { earliestFirst } from '../engine/order.ts';
import type { Row } from '../tables.ts';

type Episode = Row<'Episodes'>;

const rule142 = rule({
  code: '142',
  title: 'Earlier episode still open although another began later',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['DEC', 'REC'] },
  means:
    'Only the latest episode of a child can be open; every earlier one needs the date and the reason it ended.',
  fix: 'Add the date and reason the earlier episode ended, or correct the start date of the later one.',
  check: againstNext(({ DECOM, DEC, REC }) => !Number.isNaN(DECOM) && (Number.isNaN(DEC) || REC === '')),
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025' },
      { CHILD: '1', DECOM: '01/06/2025' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1' },
      { CHILD: '1', DECOM: '01/06/2025' },
    ],
  },
});

const rule199 = rule({
  code: '199',
  title: 'Episode after the child was adopted',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['CHILD'] },
  means:
    'Adoption ends care for good: this child has an episode after one that ended in adoption (E11, E12), this year or last.',
  fix: 'Correct the reason the earlier episode ended. A child who comes back into care after adoption gets a new identity.',
  check: ({ children }, flag) => {
    for (const { episodes, lastEpisodes } of children) {
      const bothYears = [...episodes, ...lastEpisodes].filter(({ DECOM }) => !Number.isNaN(DECOM));
      if (!bothYears.some(({ REC }) => ADOPTED.has(REC))) continue;
      let adoptions = 0;
      for (const episode of bothYears.sort((a, b) => a.DECOM - b.DECOM)) {
        const adopted = ADOPTED.has(episode.REC);
        if (adopted) adoptions++;
        const firstAdoption = adopted && adoptions === 1;
        if (adoptions > 0 && !firstAdoption && episodes.includes(episode)) flag(episode);
      }
    }
  },
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', REC: 'E11' },
      { CHILD: '1', DECOM: '01/06/2025' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', REC: 'E4A' },
      { CHILD: '1', DECOM: '01/06/2025' },
    ],
  },
});

const rule357 = rule({
  code: '357',
  title: "Child's first episode does not start a period of care",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['RNE'] },
  means:
    'Where nothing comes before it, an episode that began within the year must be the start of care (S).',
  fix: 'Set the reason for the new episode to S, or add the earlier episodes of this period of care.',
  check: ({ children, start }, flag) => {
    for (const child of children) {
      const first = firstEpisode(child);
      if (first && first.DECOM >= start && first.RNE !== 'S') flag(first);
    }
  },
  fails: { Episodes: [{ CHILD: '1', DECOM: '01/04/2025', RNE: 'P' }] },
  passes: { Episodes: [{ CHILD: '1', DECOM: '31/03/2025', RNE: 'P' }] },
});

/** Where an episode without a start date is put: before all others. */
const UNDATED = dayOf(1901, 1, 1);
const startOf = ({ DECOM }: Episode): number => (Number.isNaN(DECOM) ? UNDATED : DECOM);

const rule388 = rule({
  code: '388',
  title: 'End of an episode does not fit the next one',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['REC'] },
  means:
    'X1 says that the next episode begins the same day. Either X1 is given and none does, or another reason is given and one does.',
  fix: 'Correct the reason the episode ended, its end date, or the start of the next; add the next episode if it is missing.',
  check: ({ children }, flag) => {
    for (const { now } of children) {
      const episodes = now.Episodes.toSorted((a, b) => startOf(a) - startOf(b));
      episodes.forEach((episode, i) => {
        const { DEC, REC } = episode;
        if (Number.isNaN(DEC) || REC === '') return;
        const next = episodes[i + 1];
        const continues = next !== undefined && startOf(next) === DEC;
        if (continues !== (REC === 'X1')) flag(episode);
      });
    }
  },
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1' },
      { CHILD: '1', DECOM: '02/06/2025' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1' },
      { CHILD: '1', DECOM: '01/06/2025' },
    ],
  },
});

const rule431 = rule({
  code: '431',
  title: 'Care starts again on or before the day it ended',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['RNE', 'DECOM'] },
  means:
    'A new period of care (S) cannot begin on the day the last one ended, or earlier: the child was in care throughout.',
  fix: 'Give the reason for what changed (P, L, T, U or B) and end the episode before with X1, or correct the dates.',
  check: againstPrevious((episode, previous) => episode.RNE === 'S' && episode.DECOM <= previous.DEC),
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025' },
      { CHILD: '1', DECOM: '01/06/2025', RNE: 'S' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025' },
      { CHILD: '1', DECOM: '02/06/2025', RNE: 'S' },
    ],
  },
});

const rule432 = rule({
  code: '432',
  title: 'Care had ended, but the next episode does not start it again',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['RNE'] },
  means:
    'After an episode with which care ended, the next one can only be the start of a new period of care (S).',
  fix: 'Set the reason for the new episode to S, or the reason the one before ended to X1 if care went on.',
  check: againstPrevious((episode, previous) => episode.RNE !== 'S' && CARE_CEASED.has(previous.REC)),
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', REC: 'E4A' },
      { CHILD: '1', DECOM: '01/07/2025', RNE: 'P' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', REC: 'X1' },
      { CHILD: '1', DECOM: '01/07/2025', RNE: 'P' },
    ],
  },
});

/** By DECOM, then by DEC; what cannot be read comes last. */
const byStartAndEnd = ({ episodes }: ChildRows): readonly Episode[] =>
  episodes.toSorted((a, b) => earliestFirst(a.DECOM, b.DECOM) || earliestFirst(a.DEC, b.DEC));

const CONTINUATION = new Set(['P', 'L', 'T', 'U', 'B']);

const rule433 = rule({
  code: '433',
  title: 'Episode continues care but does not begin when the one before ended',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['RNE', 'DECOM'] },
  means:
    'A change of placement or legal status (P, L, T, U, B) happens on one day: the old episode ends and the new one begins. Both dates must be written alike.',
  fix: 'Make the end of the earlier episode and the start of this one the same day, or use S if care really stopped between.',
  check: againstPrevious(
    (episode, previous) =>
      CONTINUATION.has(episode.RNE) &&
      (episode.DECOM_TEXT === '' || previous.DEC_TEXT !== episode.DECOM_TEXT),
    byStartAndEnd,
  ),
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025' },
      { CHILD: '1', DECOM: '02/06/2025', RNE: 'P' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025' },
      { CHILD: '1', DECOM: '01/06/2025', RNE: 'P' },
    ],
  },
});

const NO_LONGER_A_CHILD_IN_CARE = new Set(['E2', 'E15']);

const rule437 = rule({
  code: '437',
  title: 'Another episode after the child died or was found to be an adult',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['REC'] },
  means:
    'No episode can follow one that ended with death (E2) or with an age assessment of 18 or over (E15).',
  fix: 'Correct the reason this episode ended, or remove the later episode if it belongs to another child.',
  check: againstNext(({ DECOM, REC }) => !Number.isNaN(DECOM) && NO_LONGER_A_CHILD_IN_CARE.has(REC)),
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', REC: 'E15' },
      { CHILD: '1', DECOM: '01/06/2025' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', REC: 'X1' },
      { CHILD: '1', DECOM: '01/06/2025' },
    ],
  },
});

const rule501 = rule({
  code: '501',
  title: 'Episode begins before the one before it ended',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['DECOM', 'DEC'] },
  means: 'A child is in one episode at a time, but these two overlap.',
  fix: 'Correct the end of the earlier episode or the start of this one.',
  check: againstPrevious((episode, previous) => episode.DECOM < previous.DEC),
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025' },
      { CHILD: '1', DECOM: '31/05/2025' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025' },
      { CHILD: '1', DECOM: '01/06/2025' },
    ],
  },
});

/** Rules about how a child's episodes follow one another. */
export const episodeSequenceRules = [
  rule142,
  rule199,
  rule357,
  rule388,
  rule431,
  rule432,
  rule433,
  rule437,
  rule501,
];

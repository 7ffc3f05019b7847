import { SHORT_BREAKS } from '../codes.ts';
import { rowsOf } from '../engine/blank-child.ts';
import { rule } from '../engine/define.ts';
import { filled } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { latest } from '../engine/latest.ts';
import { MEAN_YEAR } from '../engine/mean-year.ts';
import { earliestFirst, latestFirst } from '../engine/order.ts';
import { readLenientDate } from '../engine/written-dates.ts';
import type { Row } from '../tables.ts';

const ruleSW08STG2 = rule({
  code: 'SW08STG2',
  title: 'Social worker episode left open although another follows',
  severity: 'error',
  years: [2024],
  tables: ['SWEpisodes'],
  fields: { SWEpisodes: ['SW_DEC'] },
  means:
    'Only the child’s last social worker episode may be open; this one has no readable end, and another follows.',
  fix: 'End the episode on the day the next worker took over.',
  check: ({ children }, flag) => {
    for (const { now } of children) {
      const inOrder = now.SWEpisodes.toSorted((a, b) => earliestFirst(a.SW_DECOM, b.SW_DECOM));
      for (const row of inOrder.slice(0, -1)) {
        if (!Number.isNaN(row.SW_DECOM) && Number.isNaN(row.SW_DEC)) flag(row);
      }
    }
  },
  fails: {
    SWEpisodes: [
      { CHILD: '101', SW_DECOM: '02/05/2025' },
      { CHILD: '101', SW_DECOM: '14/06/2025' },
    ],
  },
  passes: {
    SWEpisodes: [
      { CHILD: '101', SW_DECOM: '02/05/2025', SW_DEC: '14/06/2025' },
      { CHILD: '101', SW_DECOM: '14/06/2025' },
    ],
  },
});

const DAYS_OF_GRACE = 7;

const ruleSW10STG2 = rule({
  code: 'SW10STG2',
  title: 'Social worker episode that does not follow on from the one before',
  severity: 'query',
  years: [2025],
  tables: ['SWEpisodes'],
  fields: { SWEpisodes: ['SW_DECOM'] },
  means:
    'A new social worker takes over within a week of the last one’s end, before or after; a first contact (FCONTA) need not.',
  fix: 'Correct the start, or the end of the episode before, which may be missing.',
  check: ({ children }, flag) => {
    for (const { now } of children) {
      const inOrder = now.SWEpisodes.toSorted(
        (a, b) => earliestFirst(a.SW_DECOM, b.SW_DECOM) || earliestFirst(a.SW_DEC, b.SW_DEC),
      );
      inOrder.forEach((row, at) => {
        const before = inOrder[at - 1];
        if (!before || row.SW_REASON === 'FCONTA') return;
        const followsOn = Math.abs(row.SW_DECOM - before.SW_DEC) <= DAYS_OF_GRACE;
        if (!followsOn) flag(row);
      });
    }
  },
  fails: {
    SWEpisodes: [
      { CHILD: '101', SW_DECOM: '02/05/2025', SW_DEC: '14/06/2025' },
      { CHILD: '101', SW_DECOM: '22/06/2025' },
    ],
  },
  passes: {
    SWEpisodes: [
      { CHILD: '101', SW_DECOM: '02/05/2025', SW_DEC: '14/06/2025' },
      { CHILD: '101', SW_DECOM: '21/06/2025' },
    ],
  },
});

const LAST_DAYS = 5;

const ruleSW11bSTG2 = rule({
  code: 'SW11bSTG2',
  title: 'Social worker episode that ends in the last days of the year',
  severity: 'query',
  years: [2024],
  tables: ['SWEpisodes'],
  fields: { SWEpisodes: ['SW_DEC'] },
  means:
    'An end from 26 to 31 March often only marks the end of the year: the child’s only episode, one that began after another, or one that a row without a start follows (then that row is marked).',
  fix: 'Remove the end if the worker still held the case on 31 March; leave it if somebody else took over.',
  check: ({ children, end }, flag) => {
    const endsLate = ({ SW_DEC }: Row<'SWEpisodes'>): boolean => SW_DEC >= end - LAST_DAYS && SW_DEC <= end;
    for (const { now } of children) {
      const rows = now.SWEpisodes;
      if (rows.length === 1 && endsLate(rows[0]!)) flag(rows[0]!);
      const upwards = rows.toSorted((a, b) => earliestFirst(a.SW_DECOM, b.SW_DECOM));
      upwards.forEach((row, at) => {
        const above = upwards[at - 1];
        if (above && Number.isNaN(row.SW_DECOM) && endsLate(above)) flag(row);
      });
      const downwards = rows.toSorted((a, b) => latestFirst(a.SW_DECOM, b.SW_DECOM));
      downwards.forEach((row, at) => {
        const below = downwards[at + 1];
        if (below && endsLate(row) && below.SW_DECOM < row.SW_DEC) flag(row);
      });
    }
  },
  fails: { SWEpisodes: [{ CHILD: '101', SW_DECOM: '02/05/2025', SW_DEC: '26/03/2026' }] },
  passes: { SWEpisodes: [{ CHILD: '101', SW_DECOM: '02/05/2025', SW_DEC: '25/03/2026' }] },
});

const ruleSW12STG2 = rule({
  code: 'SW12STG2',
  title: 'Start or end of care without a social worker episode to match',
  severity: 'query',
  years: [2025],
  tables: ['SWEpisodes', 'Episodes'],
  fields: { Episodes: ['DECOM', 'DEC'] },
  means:
    'Where care starts, every social worker episode of the child should begin on or after that day; where it ends, on or before the end. A child without any is marked too.',
  fix: 'Add the missing social worker episode, or correct its start or the dates of the episode of care.',
  check: eachRow('Episodes', ({ CHILD, LS, RNE, REC, DECOM, DEC }, { start, end, child }) => {
    const inWindow = Number.isNaN(DEC) || (DEC >= start - MEAN_YEAR && DEC <= end);
    const startsOrEndsCare = RNE === 'S' || REC !== 'X1';
    if (!inWindow || SHORT_BREAKS.has(LS) || !startsOrEndsCare) return false;
    const workers = child(CHILD)?.now.SWEpisodes ?? [];
    const allMatch = workers.every(
      ({ SW_DECOM }) => (REC !== 'X1' && SW_DECOM <= DEC) || (RNE === 'S' && SW_DECOM >= DECOM),
    );
    return workers.length === 0 || !allMatch;
  }),
  fails: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', RNE: 'S', REC: 'X1', DEC: '14/06/2025' }],
    SWEpisodes: [{ CHILD: '101', SW_DECOM: '01/05/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', RNE: 'S', REC: 'X1', DEC: '14/06/2025' }],
    SWEpisodes: [{ CHILD: '101', SW_DECOM: '02/05/2025' }],
  },
});

const ruleSW17STG2 = rule({
  code: 'SW17STG2',
  title: 'Latest social worker episode has an end',
  severity: 'query',
  years: [2026],
  tables: ['SWEpisodes'],
  fields: { SWEpisodes: ['SW_DEC', 'SW_DECOM'] },
  means: 'A child in care on 31 March has a social worker that day, so the latest episode is open.',
  fix: 'Remove the end, or add the episode of the worker who took over; leave it if the child is no longer in care.',
  check: (context, flag) => {
    const withoutChild = rowsOf(context, 'SWEpisodes')('');
    for (const rows of [...context.children.map(({ now }) => now.SWEpisodes), withoutChild]) {
      const last = latest(rows, ({ SW_DECOM_TEXT }) => readLenientDate(SW_DECOM_TEXT)) ?? rows[0];
      if (last && filled(last.SW_DEC_TEXT)) flag(last);
    }
  },
  fails: { SWEpisodes: [{ CHILD: '101', SW_DECOM: '02/05/2025', SW_DEC: '14/06/2025' }] },
  passes: { SWEpisodes: [{ CHILD: '101', SW_DECOM: '02/05/2025' }] },
});

/** Rules about a child's social worker episodes one after another, and against the episodes of care. */
export const socialWorkerChangeRules = [
  ruleSW08STG2,
  ruleSW10STG2,
  ruleSW11bSTG2,
  ruleSW12STG2,
  ruleSW17STG2,
];

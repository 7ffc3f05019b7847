import { birthday } from '@cic/core/dates';
import { outsideCare, periodsOfCare } from '../engine/care-periods.ts';
import { rule } from '../engine/define.ts';
import { blank } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';

const rule575 = rule({
  code: '575',
  title: 'Episode ended but its missing period left open',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Missing'],
  fields: { Missing: ['MIS_END'] },
  means: 'The child went missing during an episode that has since ended, and the missing period has no end.',
  fix: 'Close the missing period on the day the child returned, or on the day the episode ended.',
  check: eachRow(
    'Missing',
    (row, { child }) =>
      blank(row.MIS_END_TEXT) &&
      child(row.CHILD)?.now.Episodes.some(
        ({ DECOM, DEC }) => row.MIS_START >= DECOM && row.MIS_START <= DEC,
      ) === true,
  ),
  fails: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', DEC: '14/06/2025' }],
    Missing: [{ CHILD: '101', MIS_START: '14/06/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', DEC: '14/06/2025' }],
    Missing: [{ CHILD: '101', MIS_START: '14/06/2025', MIS_END: '14/06/2025' }],
  },
});

const rule577 = rule({
  code: '577',
  title: 'Missing period left open, or ending, outside every period of care',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Missing'],
  fields: { Missing: ['MIS_END'] },
  means:
    'A missing period ends while the child is looked after; it stays open only while the period of care does.',
  fix: 'End the missing period no later than the day care ended, or correct the dates of care.',
  check: eachRow('Missing', (row, { child }) => {
    const found = child(row.CHILD);
    return (
      found !== undefined &&
      !Number.isNaN(row.MIS_START) &&
      outsideCare(periodsOfCare(found), row.MIS_START, row.MIS_END)
    );
  }),
  fails: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', DEC: '14/06/2025' }],
    Missing: [{ CHILD: '101', MIS_START: '10/06/2025', MIS_END: '15/06/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', DEC: '14/06/2025' }],
    Missing: [{ CHILD: '101', MIS_START: '10/06/2025', MIS_END: '14/06/2025' }],
  },
});

const rule578 = rule({
  code: '578',
  title: 'Missing period that starts outside every period of care',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Missing'],
  fields: { Missing: ['MIS_START'] },
  means:
    'Only a child who is looked after can go missing from care: the start lies before, after or between periods of care.',
  fix: 'Correct the start of the missing period or the dates of care, or remove the row.',
  check: eachRow('Missing', (row, { child }) => {
    const found = child(row.CHILD);
    const periods = found ? periodsOfCare(found) : [];
    return (
      periods.length > 0 && periods.every(({ start, end }) => row.MIS_START < start || row.MIS_START > end)
    );
  }),
  fails: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', DEC: '14/06/2025' }],
    Missing: [{ CHILD: '101', MIS_START: '15/06/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025', DEC: '14/06/2025' }],
    Missing: [{ CHILD: '101', MIS_START: '14/06/2025' }],
  },
});

const rule580 = rule({
  code: '580',
  title: 'Missing on the 18th birthday, but care did not end with E8',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Missing'],
  fields: { Episodes: ['REC'] },
  means: 'A young person still missing on turning 18 leaves care that day for another reason (E8).',
  fix: 'Set the reason the episode ended to E8, or correct the end of the missing period.',
  check: ({ Missing, child }, flag) => {
    for (const { CHILD, DOB, MIS_END } of Missing) {
      if (birthday(DOB, 18) !== MIS_END) continue;
      for (const episode of child(CHILD)?.now.Episodes ?? []) {
        if (episode.DEC === MIS_END && episode.REC !== 'E8') flag(episode);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '101', DEC: '14/06/2025', REC: 'E4A' }],
    Missing: [{ CHILD: '101', DOB: '14/06/2007', MIS_END: '14/06/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DEC: '14/06/2025', REC: 'E8' }],
    Missing: [{ CHILD: '101', DOB: '14/06/2007', MIS_END: '14/06/2025' }],
  },
});

const rule581 = rule({
  code: '581',
  title: 'Missing period that starts outside every episode',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Missing'],
  fields: { Missing: ['MIS_START'] },
  means: 'The start of a missing period, which may not be blank, falls within one of the child’s episodes.',
  fix: 'Correct the start of the missing period or the dates of the episodes.',
  check: eachRow('Missing', (row, { child }) => {
    const episodes = child(row.CHILD)?.now.Episodes ?? [];
    return (
      episodes.length > 0 &&
      !episodes.some(
        ({ DECOM, DEC }) => row.MIS_START >= DECOM && (row.MIS_START <= DEC || Number.isNaN(DEC)),
      )
    );
  }),
  fails: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025' }],
    Missing: [{ CHILD: '101', MIS_START: '01/05/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DECOM: '02/05/2025' }],
    Missing: [{ CHILD: '101', MIS_START: '02/05/2025' }],
  },
});

/** Rules that hold missing periods against the child's episodes. */
export const missingFromCareRules = [rule575, rule577, rule578, rule580, rule581];

import { type Day, dayOf } from '@cic/core/dates';
import { rule } from '../engine/define.ts';
import { blank, filled } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { overlapping } from '../engine/overlaps.ts';
import type { Row } from '../tables.ts';

const MISSING_TYPES: ReadonlySet<string> = new Set(['M', 'A']);

const rule564 = rule({
  code: '564',
  title: 'Missing period without a start date',
  severity: 'error',
  years: [2023],
  tables: ['Missing'],
  fields: { Missing: ['MISSING', 'MIS_START'] },
  means: 'The child is recorded as missing (M) or away without authorisation (A), but not since when.',
  fix: 'Enter the date the child went missing.',
  check: eachRow('Missing', (row) => MISSING_TYPES.has(row.MISSING) && blank(row.MIS_START_TEXT)),
  fails: { Missing: [{ MISSING: 'M' }] },
  passes: { Missing: [{ MISSING: 'M', MIS_START: '14/06/2025' }] },
});

const rule565 = rule({
  code: '565',
  title: 'Missing period with a start date but no type',
  severity: 'error',
  years: [2023],
  tables: ['Missing'],
  fields: { Missing: ['MISSING', 'MIS_START'] },
  means: 'A start date is given without saying whether the child was missing or away without authorisation.',
  fix: 'Enter M (missing) or A (away), or remove the row if the child was neither.',
  check: eachRow('Missing', (row) => filled(row.MIS_START_TEXT) && blank(row.MISSING)),
  fails: { Missing: [{ MIS_START: '14/06/2025' }] },
  passes: { Missing: [{ MISSING: 'A', MIS_START: '14/06/2025' }] },
});

const rule566 = rule({
  code: '566',
  title: 'Missing period with an end date but no type',
  severity: 'error',
  years: [2023],
  tables: ['Missing'],
  fields: { Missing: ['MISSING', 'MIS_END'] },
  means: 'An end date is given without saying whether the child was missing or away without authorisation.',
  fix: 'Enter M (missing) or A (away), or remove the row if the child was neither.',
  check: eachRow('Missing', (row) => filled(row.MIS_END_TEXT) && blank(row.MISSING)),
  fails: { Missing: [{ MIS_END: '15/06/2025' }] },
  passes: { Missing: [{ MISSING: 'A', MIS_END: '15/06/2025' }] },
});

const rule567 = rule({
  code: '567',
  title: 'Missing period that ends before it starts',
  severity: 'error',
  years: [2023],
  tables: ['Missing'],
  fields: { Missing: ['MIS_START', 'MIS_END'] },
  means: 'The child is said to have returned before going missing.',
  fix: 'Correct whichever of the two dates is wrong; they may have been swapped.',
  check: eachRow('Missing', (row) => row.MIS_START > row.MIS_END),
  fails: { Missing: [{ MIS_START: '15/06/2025', MIS_END: '14/06/2025' }] },
  passes: { Missing: [{ MIS_START: '14/06/2025', MIS_END: '14/06/2025' }] },
});

const rule570 = rule({
  code: '570',
  title: 'Missing period that starts after the collection year',
  severity: 'error',
  years: [2023],
  tables: ['Missing'],
  fields: { Missing: ['MIS_START'] },
  means: 'Only missing periods that began by 31 March belong in this return.',
  fix: 'Correct the start date, or keep the row for next year’s return.',
  check: eachRow('Missing', (row, { end }) => row.MIS_START > end),
  fails: { Missing: [{ MIS_START: '01/04/2026' }] },
  passes: { Missing: [{ MIS_START: '31/03/2026' }] },
});

const rule571 = rule({
  code: '571',
  title: 'Missing period that ends outside the collection year',
  severity: 'error',
  years: [2023],
  tables: ['Missing'],
  fields: { Missing: ['MIS_END'] },
  means: 'A missing period in this return ended between 1 April and 31 March, or is still open.',
  fix: 'Correct the end date; leave it blank if the child was still missing on 31 March, and remove the row if the period ended before 1 April.',
  check: eachRow('Missing', (row, { start, end }) => row.MIS_END < start || row.MIS_END > end),
  fails: { Missing: [{ MIS_END: '31/03/2025' }] },
  passes: { Missing: [{ MIS_END: '01/04/2025' }] },
});

const rule574 = rule({
  code: '574',
  title: 'Missing period that overlaps another, or follows one still open',
  severity: 'error',
  years: [2023],
  tables: ['Missing'],
  fields: { Missing: ['MIS_START', 'MIS_END'] },
  means:
    'A child cannot go missing again before having returned. The periods are compared in the order in which they end.',
  fix: 'Close the earlier period, or correct the dates; merge rows that describe one and the same period.',
  check: ({ children }, flag) => {
    for (const { now } of children) {
      const spells = now.Missing.map((row) => ({ row, start: row.MIS_START, end: row.MIS_END }));
      overlapping(spells).forEach(flag);
    }
  },
  fails: {
    Missing: [
      { CHILD: '101', MIS_START: '14/06/2025', MIS_END: '18/06/2025' },
      { CHILD: '101', MIS_START: '17/06/2025', MIS_END: '20/06/2025' },
    ],
  },
  passes: {
    Missing: [
      { CHILD: '101', MIS_START: '14/06/2025', MIS_END: '18/06/2025' },
      { CHILD: '101', MIS_START: '18/06/2025', MIS_END: '20/06/2025' },
    ],
  },
});

/** Start of a missing period for rule 576, which puts one without a readable start far into the future. */
const startOr2099 = ({ MIS_START }: Row<'Missing'>): Day =>
  Number.isNaN(MIS_START) ? dayOf(2099, 1, 1) : MIS_START;

const rule576 = rule({
  code: '576',
  title: 'Last year’s open missing period not carried on',
  severity: 'error',
  years: [2023],
  tables: ['Missing'],
  needs: ['last Missing'],
  fields: { Missing: ['CHILD'] },
  means:
    'Last year’s return left the child missing on 31 March, so this year’s first missing period must be that one, with the same start date.',
  fix: 'Carry the open period into this year’s return with its start date unchanged, or correct the dates.',
  check: ({ children }, flag) => {
    for (const { now, last } of children) {
      const [first] = now.Missing.toSorted((a, b) => startOr2099(a) - startOr2099(b));
      const stillOpen = last.Missing.filter((row) => blank(row.MIS_END_TEXT) && !Number.isNaN(row.MIS_START));
      if (first && stillOpen.some((row) => row.MIS_START !== startOr2099(first))) flag(first);
    }
  },
  fails: {
    Missing: [{ CHILD: '101', MIS_START: '14/06/2025' }],
    'last Missing': [{ CHILD: '101', MIS_START: '28/03/2025' }],
  },
  passes: {
    Missing: [{ CHILD: '101', MIS_START: '28/03/2025' }],
    'last Missing': [{ CHILD: '101', MIS_START: '28/03/2025' }],
  },
});

const rule586 = rule({
  code: '586',
  title: 'Missing period that starts on or before the date of birth',
  severity: 'error',
  years: [2023],
  tables: ['Missing'],
  fields: { Missing: ['MIS_START'] },
  means: 'A child cannot go missing before, or on the day of, being born.',
  fix: 'Correct the start of the missing period or the date of birth beside it.',
  check: eachRow('Missing', (row) => row.MIS_START <= row.DOB),
  fails: { Missing: [{ DOB: '14/06/2025', MIS_START: '14/06/2025' }] },
  passes: { Missing: [{ DOB: '14/06/2025', MIS_START: '15/06/2025' }] },
});

const rule1004 = rule({
  code: '1004',
  title: 'Start of the missing period blank or not a date',
  severity: 'error',
  years: [2023],
  tables: ['Missing'],
  fields: { Missing: ['MIS_START'] },
  means: 'Every missing period needs a start date that exists, written DD/MM/YYYY.',
  fix: 'Enter the date the child went missing as DD/MM/YYYY.',
  check: eachRow('Missing', (row) => Number.isNaN(row.MIS_START)),
  fails: { Missing: [{ MIS_START: '14/06/25' }] },
  passes: { Missing: [{ MIS_START: '14/06/2025' }] },
});

const rule1005 = rule({
  code: '1005',
  title: 'End of the missing period not a date',
  severity: 'error',
  years: [2023],
  tables: ['Missing'],
  fields: { Missing: ['MIS_END'] },
  means: 'The end of a missing period, where there is one, is a date that exists, written DD/MM/YYYY.',
  fix: 'Write the date as DD/MM/YYYY, or leave it blank if the child was still missing on 31 March.',
  check: eachRow('Missing', (row) => filled(row.MIS_END_TEXT) && Number.isNaN(row.MIS_END)),
  fails: { Missing: [{ MIS_END: '14/06/25' }] },
  passes: { Missing: [{ MIS_END: '14/06/2025' }] },
});

const rule1006 = rule({
  code: '1006',
  title: 'Type of missing period not in the list',
  severity: 'error',
  years: [2023],
  tables: ['Missing'],
  fields: { Missing: ['MISSING'] },
  means: 'The type is M (missing: whereabouts not known) or A (away from placement without authorisation).',
  fix: 'Use M or A.',
  check: eachRow('Missing', (row) => filled(row.MISSING) && !MISSING_TYPES.has(row.MISSING)),
  fails: { Missing: [{ MISSING: 'Y' }] },
  passes: { Missing: [{ MISSING: 'A' }] },
});

/** Rules about the dates and types of missing periods, by themselves and one after another. */
export const missingPeriodRules = [
  rule564,
  rule565,
  rule566,
  rule567,
  rule570,
  rule571,
  rule574,
  rule576,
  rule586,
  rule1004,
  rule1005,
  rule1006,
];

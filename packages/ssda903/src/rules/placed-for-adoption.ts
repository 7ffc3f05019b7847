import { rule } from '../engine/define.ts';
import { ADOPTION_DETAILS, adoptionDetails, filled } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { join } from '../engine/join.ts';
import { latest } from '../engine/latest.ts';
import { earliestFirst } from '../engine/order.ts';

const rule115 = rule({
  code: '115',
  title: 'Date of the decision to place cannot be read',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption'],
  fields: { PlacedAdoption: ['DATE_PLACED'] },
  means:
    'What is written as the date of the decision that the child should be placed for adoption is not a date.',
  fix: 'Write the date as DD/MM/YYYY.',
  check: eachRow(
    'PlacedAdoption',
    ({ DATE_PLACED, DATE_PLACED_TEXT }) => DATE_PLACED_TEXT !== '' && Number.isNaN(DATE_PLACED),
  ),
  fails: { PlacedAdoption: [{ DATE_PLACED: '1 June 2025' }] },
  passes: { PlacedAdoption: [{ DATE_PLACED: '01/06/2025' }] },
});

const rule116 = rule({
  code: '116',
  title: 'Date of the reversal cannot be read',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption'],
  fields: { PlacedAdoption: ['DATE_PLACED_CEASED'] },
  means:
    'What is written as the date on which the decision to place for adoption was reversed is not a date.',
  fix: 'Write the date as DD/MM/YYYY, or leave it blank if the decision still stands.',
  check: eachRow(
    'PlacedAdoption',
    ({ DATE_PLACED_CEASED, DATE_PLACED_CEASED_TEXT }) =>
      DATE_PLACED_CEASED_TEXT !== '' && Number.isNaN(DATE_PLACED_CEASED),
  ),
  fails: { PlacedAdoption: [{ DATE_PLACED_CEASED: '01/06/25' }] },
  passes: { PlacedAdoption: [{ DATE_PLACED_CEASED: '01/06/2025' }] },
});

const rule119 = rule({
  code: '119',
  title: 'Reversal with a date or a reason, not both',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption'],
  fields: { PlacedAdoption: ['REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'] },
  means:
    'A decision to place for adoption that was reversed needs the date and the reason; one that stands has neither.',
  fix: 'Enter the missing one, or clear both if the decision still stands.',
  check: eachRow(
    'PlacedAdoption',
    ({ DATE_PLACED_CEASED_TEXT, REASON_PLACED_CEASED }) =>
      (DATE_PLACED_CEASED_TEXT === '') !== (REASON_PLACED_CEASED === ''),
  ),
  fails: { PlacedAdoption: [{ DATE_PLACED_CEASED: '01/06/2025' }] },
  passes: { PlacedAdoption: [{ DATE_PLACED_CEASED: '01/06/2025', REASON_PLACED_CEASED: 'RD1' }] },
});

const REASONS_FOR_REVERSAL = new Set(['RD1', 'RD2', 'RD3', 'RD4']);

const rule120 = rule({
  code: '120',
  title: 'Reason for the reversal: not a code on the list',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption'],
  fields: { PlacedAdoption: ['REASON_PLACED_CEASED'] },
  means: 'Why the decision to place for adoption was reversed must be one of RD1, RD2, RD3 or RD4.',
  fix: 'Enter the code that fits, or leave it blank if the decision still stands.',
  check: eachRow(
    'PlacedAdoption',
    ({ REASON_PLACED_CEASED }) =>
      REASON_PLACED_CEASED !== '' && !REASONS_FOR_REVERSAL.has(REASON_PLACED_CEASED),
  ),
  fails: { PlacedAdoption: [{ REASON_PLACED_CEASED: 'RD5' }] },
  passes: { PlacedAdoption: [{ REASON_PLACED_CEASED: 'RD4' }] },
});

const rule184 = rule({
  code: '184',
  title: 'Decision to place for adoption before birth',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'PlacedAdoption'],
  fields: { PlacedAdoption: ['DATE_PLACED', 'DOB'] },
  means:
    'The decision is dated before the date of birth in the same row, or that date of birth is missing or unreadable.',
  fix: 'Correct the date of the decision, or the date of birth.',
  check: eachRow(
    'PlacedAdoption',
    ({ DATE_PLACED, DOB }) => !Number.isNaN(DATE_PLACED) && !(DATE_PLACED >= DOB),
  ),
  fails: { Header: [], PlacedAdoption: [{ DOB: '02/06/2025', DATE_PLACED: '01/06/2025' }] },
  passes: { Header: [], PlacedAdoption: [{ DOB: '01/06/2025', DATE_PLACED: '01/06/2025' }] },
});

const rule522 = rule({
  code: '522',
  title: 'Decision to place reversed before it was made',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption'],
  fields: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  means: 'The reversal is dated before the decision to place for adoption that it reverses.',
  fix: 'Correct whichever of the two dates is wrong.',
  check: eachRow('PlacedAdoption', ({ DATE_PLACED, DATE_PLACED_CEASED }) => DATE_PLACED_CEASED < DATE_PLACED),
  fails: { PlacedAdoption: [{ DATE_PLACED: '02/06/2025', DATE_PLACED_CEASED: '01/06/2025' }] },
  passes: { PlacedAdoption: [{ DATE_PLACED: '01/06/2025', DATE_PLACED_CEASED: '01/06/2025' }] },
});

const rule523 = rule({
  code: '523',
  title: 'Two dates for the decision to place for adoption',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption', 'AD1'],
  fields: { PlacedAdoption: ['DATE_PLACED'], AD1: ['DATE_INT'] },
  means:
    'DATE_PLACED and DATE_INT both give the day on which it was decided that the child should be placed for adoption, but differ.',
  fix: 'Enter the date of that decision in both.',
  check: (context, flag) => {
    for (const [decision, adoption] of join(context, 'PlacedAdoption', 'AD1')) {
      if (decision.DATE_PLACED < adoption.DATE_INT || decision.DATE_PLACED > adoption.DATE_INT) {
        flag(decision);
        flag(adoption);
      }
    }
  },
  fails: {
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '01/06/2025' }],
    AD1: [{ CHILD: '1', DATE_INT: '02/06/2025' }],
  },
  passes: {
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '01/06/2025' }],
    AD1: [{ CHILD: '1', DATE_INT: '01/06/2025' }],
  },
});

const rule525 = rule({
  code: '525',
  title: 'Adoption details although the decision was reversed',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption', 'AD1'],
  fields: { PlacedAdoption: ['DATE_PLACED_CEASED'], AD1: ADOPTION_DETAILS },
  means:
    'It was decided that the child should no longer be placed for adoption, yet details of an adoption are given.',
  fix: 'Clear the adoption details, or the reversal if the child was adopted after all.',
  check: (context, flag) => {
    for (const [decision, adoption] of join(context, 'PlacedAdoption', 'AD1')) {
      if (filled(decision.DATE_PLACED_CEASED_TEXT) && adoptionDetails(adoption).some(filled)) {
        flag(decision);
        flag(adoption);
      }
    }
  },
  fails: {
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED_CEASED: '01/06/2025' }],
    AD1: [{ CHILD: '1', NB_ADOPTR: '2' }],
  },
  passes: {
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED_CEASED: '' }],
    AD1: [{ CHILD: '1', NB_ADOPTR: '2' }],
  },
});

const rule563 = rule({
  code: '563',
  title: 'Reversal of a decision to place that has no date',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption'],
  fields: { PlacedAdoption: ['DATE_PLACED', 'REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'] },
  means: 'The decision to place for adoption was reversed, but when it was made is not given.',
  fix: 'Enter the date on which it was decided that the child should be placed for adoption.',
  check: eachRow(
    'PlacedAdoption',
    ({ DATE_PLACED_TEXT, DATE_PLACED_CEASED_TEXT, REASON_PLACED_CEASED }) =>
      DATE_PLACED_TEXT === '' && DATE_PLACED_CEASED_TEXT !== '' && REASON_PLACED_CEASED !== '',
  ),
  fails: { PlacedAdoption: [{ DATE_PLACED_CEASED: '01/06/2025', REASON_PLACED_CEASED: 'RD1' }] },
  passes: {
    PlacedAdoption: [
      { DATE_PLACED: '01/05/2025', DATE_PLACED_CEASED: '01/06/2025', REASON_PLACED_CEASED: 'RD1' },
    ],
  },
});

const rule579 = rule({
  code: '579',
  title: 'Decision to place before the one before it was reversed',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption'],
  fields: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  means:
    'A child has one decision to place for adoption at a time: the one before this, by date, is still open or was reversed later.',
  fix: 'Close the earlier decision with the date it was reversed, or correct the dates so that they do not overlap.',
  check: ({ children }, flag) => {
    for (const { now } of children) {
      if (now.PlacedAdoption.length < 2) continue;
      const decisions = now.PlacedAdoption.toSorted((a, b) => earliestFirst(a.DATE_PLACED, b.DATE_PLACED));
      for (let i = 1; i < decisions.length; i++) {
        const { DATE_PLACED_CEASED: reversed } = decisions[i - 1]!;
        if (Number.isNaN(reversed) || decisions[i]!.DATE_PLACED < reversed) flag(decisions[i]!);
      }
    }
  },
  fails: {
    PlacedAdoption: [
      { CHILD: '1', DATE_PLACED: '01/04/2025', DATE_PLACED_CEASED: '02/06/2025' },
      { CHILD: '1', DATE_PLACED: '01/06/2025' },
    ],
  },
  passes: {
    PlacedAdoption: [
      { CHILD: '1', DATE_PLACED: '01/04/2025', DATE_PLACED_CEASED: '01/06/2025' },
      { CHILD: '1', DATE_PLACED: '01/06/2025' },
    ],
  },
});

const rule583 = rule({
  code: '583',
  title: 'Earlier decision to place left standing beside a later one',
  severity: 'error',
  years: [2023],
  tables: ['PlacedAdoption'],
  fields: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  means:
    'Only the latest decision to place a child for adoption can still stand; this earlier one has no readable date of reversal.',
  fix: 'Enter when the earlier decision was reversed, or remove the row if it repeats the later one.',
  differsFromReference:
    'Decisions are put in order by date. The existing tool orders them as text, so 31/01/2020 counts as later than 01/02/2020, and takes an unreadable reversal for a date.',
  check: ({ children }, flag) => {
    for (const { now } of children) {
      const current = latest(now.PlacedAdoption, ({ DATE_PLACED }) => DATE_PLACED) ?? now.PlacedAdoption[0];
      for (const decision of now.PlacedAdoption) {
        if (decision !== current && Number.isNaN(decision.DATE_PLACED_CEASED)) flag(decision);
      }
    }
  },
  fails: {
    PlacedAdoption: [
      { CHILD: '1', DATE_PLACED: '31/05/2025' },
      { CHILD: '1', DATE_PLACED: '01/06/2025' },
    ],
  },
  passes: {
    PlacedAdoption: [
      { CHILD: '1', DATE_PLACED: '31/05/2025', DATE_PLACED_CEASED: '31/05/2025' },
      { CHILD: '1', DATE_PLACED: '01/06/2025' },
    ],
  },
});

/** Rules about decisions to place a child for adoption and their reversal, within this year's return. */
export const placedForAdoptionRules = [
  rule115,
  rule116,
  rule119,
  rule120,
  rule184,
  rule522,
  rule523,
  rule525,
  rule563,
  rule579,
  rule583,
];

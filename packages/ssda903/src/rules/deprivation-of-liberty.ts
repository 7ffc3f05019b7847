import { rule } from '../engine/define.ts';
import { filled } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { earliestFirst } from '../engine/order.ts';
import { overlapping } from '../engine/overlaps.ts';

const rule700 = rule({
  code: '700',
  title: 'Start of the deprivation of liberty order blank or not a date',
  severity: 'error',
  years: [2027],
  tables: ['DoLo'],
  fields: { DoLo: ['DOLO_START'] },
  means: 'Every deprivation of liberty order needs a start date that exists, written DD/MM/YYYY.',
  fix: 'Enter the day the order began as DD/MM/YYYY.',
  check: eachRow('DoLo', (row) => Number.isNaN(row.DOLO_START)),
  fails: { DoLo: [{ DOLO_START: '14/06/26' }] },
  passes: { DoLo: [{ DOLO_START: '14/06/2026' }] },
});

const rule701 = rule({
  code: '701',
  title: 'End of the deprivation of liberty order not a date',
  severity: 'error',
  years: [2027],
  tables: ['DoLo'],
  fields: { DoLo: ['DOLO_END'] },
  means: 'The end of an order, where there is one, is a date that exists, written DD/MM/YYYY.',
  fix: 'Write the date as DD/MM/YYYY, or leave it blank if the order was still in force on 31 March.',
  check: eachRow('DoLo', (row) => filled(row.DOLO_END_TEXT) && Number.isNaN(row.DOLO_END)),
  fails: { DoLo: [{ DOLO_END: '31/06/2026' }] },
  passes: { DoLo: [{ DOLO_END: '30/06/2026' }] },
});

const rule702 = rule({
  code: '702',
  title: 'Deprivation of liberty order that ends on or before its start',
  severity: 'error',
  years: [2027],
  tables: ['DoLo'],
  fields: { DoLo: ['DOLO_START', 'DOLO_END'] },
  means: 'An order lasts at least from one day to the next.',
  fix: 'Correct whichever of the two dates is wrong; they may have been swapped.',
  check: eachRow('DoLo', (row) => row.DOLO_END <= row.DOLO_START),
  fails: { DoLo: [{ DOLO_START: '14/06/2026', DOLO_END: '14/06/2026' }] },
  passes: { DoLo: [{ DOLO_START: '14/06/2026', DOLO_END: '15/06/2026' }] },
});

const rule703 = rule({
  code: '703',
  title: 'Deprivation of liberty order that starts after the collection year',
  severity: 'error',
  years: [2027],
  tables: ['DoLo'],
  fields: { DoLo: ['DOLO_START'] },
  means: 'Only orders that began by 31 March belong in this return.',
  fix: 'Correct the start date, or keep the row for next year’s return.',
  check: eachRow('DoLo', (row, { end }) => row.DOLO_START > end),
  fails: { DoLo: [{ DOLO_START: '01/04/2027' }] },
  passes: { DoLo: [{ DOLO_START: '31/03/2027' }] },
});

const rule704 = rule({
  code: '704',
  title: 'Deprivation of liberty order that ends outside the collection year',
  severity: 'error',
  years: [2027],
  tables: ['DoLo'],
  fields: { DoLo: ['DOLO_END'] },
  means: 'An order in this return ended between 1 April and 31 March, or is still in force.',
  fix: 'Correct the end date; leave it blank if the order was still in force on 31 March, and remove the row if it ended before 1 April.',
  check: eachRow('DoLo', (row, { start, end }) => row.DOLO_END < start || row.DOLO_END > end),
  fails: { DoLo: [{ DOLO_END: '31/03/2026' }] },
  passes: { DoLo: [{ DOLO_END: '01/04/2026' }] },
});

const rule705 = rule({
  code: '705',
  title: 'Deprivation of liberty order that overlaps another, or follows one still open',
  severity: 'error',
  years: [2027],
  tables: ['DoLo'],
  fields: { DoLo: ['DOLO_START', 'DOLO_END'] },
  means:
    'One order follows another: the next starts no earlier than the day the one before ended. The orders are compared in the order in which they end.',
  fix: 'Close the earlier order, or correct the dates; merge rows that describe one and the same order.',
  check: ({ children }, flag) => {
    for (const { now } of children) {
      const spells = now.DoLo.map((row) => ({ row, start: row.DOLO_START, end: row.DOLO_END }));
      overlapping(spells).forEach(flag);
    }
  },
  fails: {
    DoLo: [
      { CHILD: '101', DOLO_START: '14/06/2026', DOLO_END: '14/09/2026' },
      { CHILD: '101', DOLO_START: '13/09/2026' },
    ],
  },
  passes: {
    DoLo: [
      { CHILD: '101', DOLO_START: '14/06/2026', DOLO_END: '14/09/2026' },
      { CHILD: '101', DOLO_START: '14/09/2026' },
    ],
  },
});

const rule706 = rule({
  code: '706',
  title: 'Last year’s open deprivation of liberty order not carried on',
  severity: 'error',
  years: [2027],
  tables: ['DoLo'],
  needs: ['last DoLo'],
  fields: { DoLo: ['DOLO_START'], Header: ['CHILD'] },
  means:
    'Last year’s return left an order in force on 31 March, and this year’s has no order of the child with the same start date.',
  fix: 'Carry the order into this year’s return with its start date unchanged, and give its end if it has ended.',
  differsFromReference:
    'The existing tool marks the number of last year’s row in this year’s table, where it is another child’s row or none. We mark the child’s first order of this year, or the child’s Header row where there is no order; and dates written differently but equal are the same start.',
  check: ({ last, child }, flag) => {
    for (const before of last.DoLo) {
      const found = child(before.CHILD);
      if (!found || filled(before.DOLO_END_TEXT)) continue;
      const { DoLo, Header } = found.now;
      const carriedOn = DoLo.some(
        (row) => row.DOLO_START === before.DOLO_START || row.DOLO_START_TEXT === before.DOLO_START_TEXT,
      );
      if (carriedOn) continue;
      const [first] = DoLo.toSorted((a, b) => earliestFirst(a.DOLO_START, b.DOLO_START));
      if (first) flag(first);
      else Header.forEach(flag);
    }
  },
  fails: {
    DoLo: [{ CHILD: '101', DOLO_START: '14/04/2026' }],
    'last DoLo': [{ CHILD: '101', DOLO_START: '14/03/2026' }],
  },
  passes: {
    DoLo: [{ CHILD: '101', DOLO_START: '14/03/2026' }],
    'last DoLo': [{ CHILD: '101', DOLO_START: '14/03/2026' }],
  },
});

const rule708 = rule({
  code: '708',
  title: 'Deprivation of liberty order that starts on or before the date of birth',
  severity: 'error',
  years: [2027],
  tables: ['DoLo'],
  fields: { DoLo: ['DOLO_START'] },
  means: 'No order can begin before, or on the day of, the child’s birth.',
  fix: 'Correct the start of the order or the date of birth beside it.',
  check: eachRow('DoLo', (row) => row.DOLO_START <= row.DOB),
  fails: { DoLo: [{ DOB: '14/06/2026', DOLO_START: '14/06/2026' }] },
  passes: { DoLo: [{ DOB: '14/06/2026', DOLO_START: '15/06/2026' }] },
});

/** Rules about the dates of deprivation of liberty orders, by themselves and one after another. */
export const deprivationOfLibertyRules = [
  rule700,
  rule701,
  rule702,
  rule703,
  rule704,
  rule705,
  rule706,
  rule708,
];

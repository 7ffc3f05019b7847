import { dayOf } from '@cic/core/dates';
import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';

const rule141 = rule({
  code: '141',
  title: 'Date the episode began cannot be read',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['DECOM'] },
  means:
    'The start date is not a day written as DD/MM/YYYY, so nothing about when the episode took place can be checked.',
  fix: 'Write the date as DD/MM/YYYY, for example 05/04/2025, and check that the day exists.',
  check: eachRow('Episodes', ({ DECOM, DECOM_TEXT }) => DECOM_TEXT !== '' && Number.isNaN(DECOM)),
  fails: { Episodes: [{ DECOM: '31/06/2025' }] },
  passes: { Episodes: [{ DECOM: '30/06/2025' }] },
});

const rule147 = rule({
  code: '147',
  title: 'Date the episode ended cannot be read',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['DEC'] },
  means: 'The end date is not a day written as DD/MM/YYYY, so the episode looks as if it were still open.',
  fix: 'Write the date as DD/MM/YYYY, for example 05/04/2025, and check that the day exists.',
  check: eachRow('Episodes', ({ DEC, DEC_TEXT }) => DEC_TEXT !== '' && Number.isNaN(DEC)),
  fails: { Episodes: [{ DEC: '2025-06-30' }] },
  passes: { Episodes: [{ DEC: '30/06/2025' }] },
});

const rule148 = rule({
  code: '148',
  title: 'End date without a reason, or reason without an end date',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['DEC', 'REC'] },
  means: 'An episode that has ended needs both the date and the reason; one that is still open has neither.',
  fix: 'Add whichever of the two is missing, or clear both if the episode is still open.',
  check: eachRow('Episodes', ({ DEC_TEXT, REC }) => (DEC_TEXT === '') !== (REC === '')),
  fails: { Episodes: [{ DEC: '30/06/2025', REC: '' }] },
  passes: { Episodes: [{ DEC: '30/06/2025', REC: 'X1' }] },
});

const rule233 = rule({
  code: '233',
  title: 'Reason for placement change on an episode that has not ended',
  severity: 'error',
  years: [2026],
  tables: ['Episodes'],
  fields: { Episodes: ['REASON_PLACE_CHANGE'] },
  means:
    'The reason for a placement change says why a placement ended, so an open episode cannot have one yet.',
  fix: 'Clear the reason, or add the date and reason the episode ended.',
  differsFromReference:
    'The existing tool looks for a column DATE_EPISODE_CEASED, which the return does not have, and so never reports anything; this reads DEC.',
  check: eachRow(
    'Episodes',
    ({ DEC_TEXT, REASON_PLACE_CHANGE }) => DEC_TEXT === '' && REASON_PLACE_CHANGE !== '',
  ),
  fails: { Episodes: [{ DEC: '', REASON_PLACE_CHANGE: 'CARPL' }] },
  passes: { Episodes: [{ DEC: '30/06/2025', REASON_PLACE_CHANGE: 'CARPL' }] },
});

/** The Children Act 1989 came into force. */
const CHILDREN_ACT = dayOf(1991, 10, 14);

const rule353 = rule({
  code: '353',
  title: 'Episode began before 14 October 1991',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['DECOM'] },
  means: 'The return knows only care under the Children Act 1989, which came into force on 14 October 1991.',
  fix: 'Correct the start date; the century or the year is probably mistyped.',
  check: eachRow('Episodes', ({ DECOM }) => DECOM < CHILDREN_ACT),
  fails: { Episodes: [{ DECOM: '13/10/1991' }] },
  passes: { Episodes: [{ DECOM: '14/10/1991' }] },
});

const rule354 = rule({
  code: '354',
  title: 'Episode begins after the end of the collection year',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['DECOM'] },
  means: 'The return covers the year to 31 March; this episode starts later.',
  fix: 'Correct the start date, or leave the episode for the next return.',
  check: eachRow('Episodes', ({ DECOM }, { end }) => DECOM > end),
  fails: { Episodes: [{ DECOM: '01/04/2026' }] },
  passes: { Episodes: [{ DECOM: '31/03/2026' }] },
});

const rule355 = rule({
  code: '355',
  title: 'Episode began and ended on the same day',
  severity: 'query',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['DECOM', 'DEC'] },
  means:
    'The episode seems to have lasted less than 24 hours; an episode without either date is reported as well.',
  fix: 'Check both dates. Remove the episode if the child was not accommodated overnight.',
  check: eachRow('Episodes', ({ DECOM_TEXT, DEC_TEXT }) => DECOM_TEXT === DEC_TEXT),
  fails: { Episodes: [{ DECOM: '30/06/2025', DEC: '30/06/2025' }] },
  passes: { Episodes: [{ DECOM: '30/06/2025', DEC: '01/07/2025' }] },
});

const rule356 = rule({
  code: '356',
  title: 'Episode ends before it begins',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['DECOM'] },
  means: 'The end date is earlier than the start date.',
  fix: 'Correct whichever date is wrong; day and month, or the years, may be swapped.',
  check: eachRow('Episodes', ({ DECOM, DEC }) => DEC < DECOM),
  fails: { Episodes: [{ DECOM: '30/06/2025', DEC: '29/06/2025' }] },
  passes: { Episodes: [{ DECOM: '30/06/2025', DEC: '30/06/2025' }] },
});

const rule385 = rule({
  code: '385',
  title: 'Episode ends after the end of the collection year',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['DEC'] },
  means: 'The return covers the year to 31 March; on that day this episode was still open.',
  fix: 'Clear the end date and its reason, or correct the date if the episode did end within the year.',
  check: eachRow('Episodes', ({ DEC }, { end }) => DEC > end),
  fails: { Episodes: [{ DEC: '01/04/2026' }] },
  passes: { Episodes: [{ DEC: '31/03/2026' }] },
});

const FIRST_PLACEMENT_ORDERS = dayOf(2005, 12, 1);

const rule446 = rule({
  code: '446',
  title: 'Placement order on an episode that began before December 2005',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['LS', 'DECOM'] },
  means:
    'Courts could not make a placement order (E1) before 1 December 2005; until then it was a freeing order (D1).',
  fix: 'Correct the legal status or the start date.',
  check: eachRow('Episodes', ({ LS, DECOM }) => LS === 'E1' && DECOM < FIRST_PLACEMENT_ORDERS),
  fails: { Episodes: [{ LS: 'E1', DECOM: '30/11/2005' }] },
  passes: { Episodes: [{ LS: 'E1', DECOM: '01/12/2005' }] },
});

/** Rules about when a single episode began and ended. */
export const episodeDateRules = [
  rule141,
  rule147,
  rule148,
  rule233,
  rule353,
  rule354,
  rule355,
  rule356,
  rule385,
  rule446,
];

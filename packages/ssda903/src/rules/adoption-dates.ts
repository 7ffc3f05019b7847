import { ADOPTED, ADOPTIVE_PLACEMENTS } from '../codes.ts';
import { rule } from '../engine/define.ts';
import { ADOPTION_DETAILS, adoptionDetails, filled } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { join } from '../engine/join.ts';
import { latest } from '../engine/latest.ts';

const rule112 = rule({
  code: '112',
  title: 'Date of the adoption decision cannot be read',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['DATE_INT'] },
  means:
    'What is written as the date of the decision that the child should be placed for adoption is not a date.',
  fix: 'Write the date as DD/MM/YYYY.',
  check: eachRow('AD1', ({ DATE_INT, DATE_INT_TEXT }) => DATE_INT_TEXT !== '' && Number.isNaN(DATE_INT)),
  fails: { AD1: [{ DATE_INT: '2025-06-01' }] },
  passes: { AD1: [{ DATE_INT: '01/06/2025' }] },
});

const rule113 = rule({
  code: '113',
  title: 'Date of matching cannot be read',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['DATE_MATCH'] },
  means: 'What is written as the date of matching the child with adopters is not a date.',
  fix: 'Write the date as DD/MM/YYYY.',
  check: eachRow(
    'AD1',
    ({ DATE_MATCH, DATE_MATCH_TEXT }) => DATE_MATCH_TEXT !== '' && Number.isNaN(DATE_MATCH),
  ),
  fails: { AD1: [{ DATE_MATCH: '31/06/2025' }] },
  passes: { AD1: [{ DATE_MATCH: '30/06/2025' }] },
});

const rule151 = rule({
  code: '151',
  title: 'Adoption details only partly filled in',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ADOPTION_DETAILS },
  means:
    'The six adoption details belong together: for a child who was adopted all are given, otherwise none.',
  fix: 'Fill in what is missing, or clear the row if the child was not adopted.',
  check: eachRow('AD1', (row) => {
    const details = adoptionDetails(row);
    return details.some(filled) && !details.every(filled);
  }),
  fails: {
    AD1: [
      {
        DATE_INT: '01/06/2025',
        DATE_MATCH: '01/09/2025',
        FOSTER_CARE: '0',
        NB_ADOPTR: '2',
        SEX_ADOPTR: 'MF',
        LS_ADOPTR: '',
      },
    ],
  },
  passes: {
    AD1: [
      {
        DATE_INT: '01/06/2025',
        DATE_MATCH: '01/09/2025',
        FOSTER_CARE: '0',
        NB_ADOPTR: '2',
        SEX_ADOPTR: 'MF',
        LS_ADOPTR: 'L11',
      },
    ],
  },
});

const rule331 = rule({
  code: '331',
  title: 'Matched with adopters after the adoptive placement began',
  severity: 'error',
  years: [2023],
  tables: ['AD1', 'Episodes'],
  fields: { AD1: ['DATE_MATCH'], Episodes: ['DECOM', 'REC'] },
  means:
    'A child is matched with adopters before going to live with them, but the episode that ended in adoption began earlier.',
  fix: 'Correct the date of matching or the start of the episode.',
  check: (context, flag) => {
    for (const [episode, adoption] of join(context, 'Episodes', 'AD1')) {
      if (ADOPTED.has(episode.REC) && adoption.DATE_MATCH > episode.DECOM) {
        flag(adoption);
        flag(episode);
      }
    }
  },
  fails: {
    AD1: [{ CHILD: '1', DATE_MATCH: '02/06/2025' }],
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025', REC: 'E11' }],
  },
  passes: {
    AD1: [{ CHILD: '1', DATE_MATCH: '01/06/2025' }],
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025', REC: 'E11' }],
  },
});

const rule333 = rule({
  code: '333',
  title: 'Adoption decision missing or later than the match',
  severity: 'error',
  years: [2023],
  tables: ['AD1'],
  fields: { AD1: ['DATE_INT'] },
  means:
    'The decision that a child should be placed for adoption comes before the match with adopters, or on the same day.',
  fix: 'Enter the date of the decision, or correct whichever of the two dates is wrong.',
  check: eachRow(
    'AD1',
    ({ DATE_INT, DATE_MATCH }) =>
      DATE_INT > DATE_MATCH || (Number.isNaN(DATE_INT) && !Number.isNaN(DATE_MATCH)),
  ),
  fails: { AD1: [{ DATE_INT: '02/06/2025', DATE_MATCH: '01/06/2025' }] },
  passes: { AD1: [{ DATE_INT: '01/06/2025', DATE_MATCH: '01/06/2025' }] },
});

const rule334 = rule({
  code: '334',
  title: 'Adoption decision before the child came into care',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'AD1'],
  fields: { Episodes: ['DECOM', 'RNE'], AD1: ['DATE_INT'] },
  means:
    'The decision that the child should be placed for adoption is dated before the latest start of being looked after.',
  fix: 'Correct the date of the decision, or the start of the period of care.',
  differsFromReference:
    'A child whose starts of care all have unreadable dates is passed over; the existing tool stops there and reports nothing for the whole return.',
  check: ({ AD1, child }, flag) => {
    for (const adoption of AD1) {
      const starts = (child(adoption.CHILD)?.now.Episodes ?? []).filter(({ RNE }) => RNE === 'S');
      const start = latest(starts, ({ DECOM }) => DECOM);
      if (start && adoption.DATE_INT < start.DECOM) {
        flag(start);
        flag(adoption);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025', RNE: 'S' }],
    AD1: [{ CHILD: '1', DATE_INT: '31/05/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025', RNE: 'S' }],
    AD1: [{ CHILD: '1', DATE_INT: '01/06/2025' }],
  },
});

const rule521 = rule({
  code: '521',
  title: 'Adoption decision after the adoptive placement began',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'AD1'],
  fields: { Episodes: ['PLACE', 'DECOM'], AD1: ['DATE_INT'] },
  means: 'A child can be placed for adoption (A3 to A6) only once it was decided that they should be.',
  fix: 'Correct the date of the decision, or the placement type or start of the episode.',
  check: (context, flag) => {
    for (const [episode, adoption] of join(context, 'Episodes', 'AD1')) {
      if (ADOPTIVE_PLACEMENTS.has(episode.PLACE) && adoption.DATE_INT > episode.DECOM) {
        flag(episode);
        flag(adoption);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025', PLACE: 'A5' }],
    AD1: [{ CHILD: '1', DATE_INT: '02/06/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025', PLACE: 'A5' }],
    AD1: [{ CHILD: '1', DATE_INT: '01/06/2025' }],
  },
});

const rule582 = rule({
  code: '582',
  title: 'Adopted on the day of the match',
  severity: 'query',
  years: [2023],
  tables: ['Episodes', 'AD1'],
  fields: { Episodes: ['DEC'] },
  means:
    'The episode that ended in adoption ends on the very day the child was matched with adopters; months usually lie between. ' +
    'The two dates are compared as they are written.',
  fix: 'Check both dates: DEC is the day of the adoption order, DATE_MATCH the day of the match.',
  check: (context, flag) => {
    for (const [episode, { DATE_MATCH_TEXT }] of join(context, 'Episodes', 'AD1')) {
      const sameDay = DATE_MATCH_TEXT !== '' && episode.DEC_TEXT === DATE_MATCH_TEXT;
      if (sameDay && ADOPTED.has(episode.REC)) flag(episode);
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', DEC: '01/12/2025', REC: 'E11' }],
    AD1: [{ CHILD: '1', DATE_MATCH: '01/12/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', DEC: '01/12/2025', REC: 'E11' }],
    AD1: [{ CHILD: '1', DATE_MATCH: '01/06/2025' }],
  },
});

/** Rules about the dates of an adoption (AD1): readable, complete, and in the order in which things happen. */
export const adoptionDateRules = [rule112, rule113, rule151, rule331, rule333, rule334, rule521, rule582];

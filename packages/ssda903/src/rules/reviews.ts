import { birthday } from '@cic/core/dates';
import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';

const FROM_AGE_4 = new Set(['PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7']);
const PARTICIPATION = new Set(['PN0', ...FROM_AGE_4]);

const rule166 = rule({
  code: '166',
  title: 'Review date missing or unreadable',
  severity: 'error',
  years: [2023],
  tables: ['Reviews'],
  fields: { Reviews: ['REVIEW'] },
  means: 'Every row of reviews needs the date on which the review was held.',
  fix: 'Write the date as DD/MM/YYYY, or remove the row if there was no review.',
  check: eachRow('Reviews', ({ REVIEW }) => Number.isNaN(REVIEW)),
  fails: { Reviews: [{ REVIEW: '01/06/25' }] },
  passes: { Reviews: [{ REVIEW: '01/06/2025' }] },
});

const rule167 = rule({
  code: '167',
  title: 'How the child took part in the review: missing, not on the list or without a review',
  severity: 'error',
  years: [2023],
  tables: ['Reviews'],
  fields: { Reviews: ['REVIEW_CODE'] },
  means:
    'A review has a date and one of the codes PN0 to PN7, which say how the child took part; without a review there is neither.',
  fix: 'Enter the missing code or date, or correct the code.',
  check: eachRow('Reviews', ({ REVIEW_TEXT, REVIEW_CODE }) =>
    REVIEW_TEXT === '' ? REVIEW_CODE !== '' : !PARTICIPATION.has(REVIEW_CODE),
  ),
  fails: { Reviews: [{ REVIEW: '01/06/2025', REVIEW_CODE: 'PN8' }] },
  passes: { Reviews: [{ REVIEW: '01/06/2025', REVIEW_CODE: 'PN7' }] },
});

const rule440 = rule({
  code: '440',
  title: 'Review coded as of a child under 4 who was older',
  severity: 'error',
  years: [2023],
  tables: ['Reviews'],
  fields: { Reviews: ['DOB', 'REVIEW', 'REVIEW_CODE'] },
  means: 'PN0 is for children under 4, but the review was held after this child’s fourth birthday.',
  fix: 'Enter how the child took part (PN1 to PN7), or correct the date of the review or of birth.',
  check: eachRow(
    'Reviews',
    ({ DOB, REVIEW, REVIEW_CODE }) => REVIEW_CODE === 'PN0' && REVIEW > birthday(DOB, 4),
  ),
  fails: { Reviews: [{ DOB: '01/06/2021', REVIEW: '02/06/2025', REVIEW_CODE: 'PN0' }] },
  passes: { Reviews: [{ DOB: '01/06/2021', REVIEW: '01/06/2025', REVIEW_CODE: 'PN0' }] },
});

const rule441 = rule({
  code: '441',
  title: 'Review coded as of a child of 4 or over who was younger',
  severity: 'error',
  years: [2023],
  tables: ['Reviews'],
  fields: { Reviews: ['DOB', 'REVIEW', 'REVIEW_CODE'] },
  means:
    'PN1 to PN7 are for children from 4 on, but the review was held before this child’s fourth birthday.',
  fix: 'Enter PN0, or correct the date of the review or of birth.',
  check: eachRow(
    'Reviews',
    ({ DOB, REVIEW, REVIEW_CODE }) => FROM_AGE_4.has(REVIEW_CODE) && REVIEW < birthday(DOB, 4),
  ),
  fails: { Reviews: [{ DOB: '01/06/2021', REVIEW: '31/05/2025', REVIEW_CODE: 'PN1' }] },
  passes: { Reviews: [{ DOB: '01/06/2021', REVIEW: '01/06/2025', REVIEW_CODE: 'PN1' }] },
});

/** Rules about reviews of children in care and how the child took part. */
export const reviewRules = [rule166, rule167, rule440, rule441];

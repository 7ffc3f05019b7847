import { dayOf } from '@cic/core/dates';
import { rule } from '../engine/define.ts';
import { blank, filled } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { MEAN_YEAR } from '../engine/mean-year.ts';
import { isPartlyKnownDate, readLenientDate } from '../engine/written-dates.ts';

/** Social worker episodes from this day on need a reason for the change. */
const REASONS_FROM = dayOf(2023, 4, 1);

const ruleSW01aSTG1 = rule({
  code: 'SW01aSTG1',
  title: 'Social worker episode before April 2023 without a start date or an ID',
  severity: 'error',
  years: [2025, 2025],
  tables: ['SWEpisodes'],
  fields: { SWEpisodes: ['SW_DECOM', 'SW_ID'] },
  means:
    'A social worker episode needs a start date and the worker’s ID, even where it began before 1 April 2023.',
  fix: 'Enter the date on which the worker took over and the worker’s ID.',
  check: eachRow(
    'SWEpisodes',
    (row) => Number.isNaN(row.SW_DECOM) || (row.SW_DECOM < REASONS_FROM && blank(row.SW_ID)),
  ),
  fails: { SWEpisodes: [{ SW_DECOM: '31/03/2023' }] },
  passes: { SWEpisodes: [{ SW_DECOM: '31/03/2023', SW_ID: 'SW1234' }] },
});

const ruleSW01bSTG1 = rule({
  code: 'SW01bSTG1',
  title: 'Social worker episode since April 2023 without a start date, an ID or a reason',
  severity: 'error',
  years: [2025, 2025],
  tables: ['SWEpisodes'],
  fields: { SWEpisodes: ['SW_DECOM', 'SW_ID', 'SW_REASON'] },
  means:
    'A social worker episode that began on or after 1 April 2023 needs a start date, the worker’s ID and the reason for the change.',
  fix: 'Enter the date on which the worker took over, the worker’s ID and the reason.',
  check: eachRow(
    'SWEpisodes',
    (row) =>
      Number.isNaN(row.SW_DECOM) ||
      (row.SW_DECOM >= REASONS_FROM && (blank(row.SW_ID) || blank(row.SW_REASON))),
  ),
  fails: { SWEpisodes: [{ SW_DECOM: '01/04/2023', SW_ID: 'SW1234' }] },
  passes: { SWEpisodes: [{ SW_DECOM: '31/03/2023', SW_ID: 'SW1234' }] },
});

const ruleSW02STG1 = rule({
  code: 'SW02STG1',
  title: 'Social worker ID blank, too short or of the wrong form',
  severity: 'error',
  years: [2026],
  tables: ['SWEpisodes'],
  fields: { SWEpisodes: ['SW_ID'] },
  means:
    'The ID is the worker’s Social Work England number, which begins with SW, or a local one that begins with XX; it has four characters or more.',
  fix: 'Enter the registration number of the worker who held the case.',
  check: eachRow('SWEpisodes', ({ SW_ID }) => !/^(SW|XX)/.test(SW_ID) || SW_ID.length < 4),
  fails: { SWEpisodes: [{ SW_ID: 'SW1' }] },
  passes: { SWEpisodes: [{ SW_ID: 'SW12' }] },
});

const ruleSW04STG1 = rule({
  code: 'SW04STG1',
  title: 'Start of the social worker episode not a date',
  severity: 'error',
  years: [2024],
  tables: ['SWEpisodes'],
  fields: { SWEpisodes: ['SW_DECOM'] },
  means:
    'The start, where given, is a date written DD/MM/YYYY; unknown parts may be written ZZ (day, month) and ZZZZ (year).',
  fix: 'Write the date as DD/MM/YYYY.',
  check: eachRow(
    'SWEpisodes',
    ({ SW_DECOM_TEXT }) => filled(SW_DECOM_TEXT) && !isPartlyKnownDate(SW_DECOM_TEXT),
  ),
  fails: { SWEpisodes: [{ SW_DECOM: 'ZZ/ZZ/ZZ' }] },
  passes: { SWEpisodes: [{ SW_DECOM: 'ZZ/ZZ/ZZZZ' }] },
});

const ruleSW05STG1 = rule({
  code: 'SW05STG1',
  title: 'End of the social worker episode not a date',
  severity: 'error',
  years: [2024],
  tables: ['SWEpisodes'],
  fields: { SWEpisodes: ['SW_DEC'] },
  means:
    'The end, where given, is a date written DD/MM/YYYY; unknown parts may be written ZZ (day, month) and ZZZZ (year).',
  fix: 'Write the date as DD/MM/YYYY, or leave it blank while the worker holds the case.',
  check: eachRow('SWEpisodes', ({ SW_DEC_TEXT }) => filled(SW_DEC_TEXT) && !isPartlyKnownDate(SW_DEC_TEXT)),
  fails: { SWEpisodes: [{ SW_DEC: '31/06/2025' }] },
  passes: { SWEpisodes: [{ SW_DEC: 'ZZ/06/2025' }] },
});

const ruleSW06STG2 = rule({
  code: 'SW06STG2',
  title: 'Social worker episode that starts after the collection year',
  severity: 'error',
  years: [2024],
  tables: ['SWEpisodes'],
  fields: { SWEpisodes: ['SW_DECOM'] },
  means: 'Only social worker episodes that began by 31 March belong in this return.',
  fix: 'Correct the start date, or keep the row for next year’s return.',
  check: eachRow('SWEpisodes', (row, { end }) => row.SW_DECOM > end),
  fails: { SWEpisodes: [{ SW_DECOM: '01/04/2026' }] },
  passes: { SWEpisodes: [{ SW_DECOM: '31/03/2026' }] },
});

const ruleSW07STG2 = rule({
  code: 'SW07STG2',
  title: 'Social worker episode that ended outside this year and the one before',
  severity: 'error',
  years: [2025],
  tables: ['SWEpisodes'],
  fields: { SWEpisodes: ['SW_DEC'] },
  means:
    'A social worker episode in this return ended by 31 March and not more than an average year (365.2425 days) before 1 April.',
  fix: 'Correct the end date, or remove an episode that ended earlier.',
  check: eachRow('SWEpisodes', (row, { start, end }) => row.SW_DEC < start - MEAN_YEAR || row.SW_DEC > end),
  fails: { SWEpisodes: [{ SW_DEC: '31/03/2024' }] },
  passes: { SWEpisodes: [{ SW_DEC: '01/04/2024' }] },
});

const ruleSW09STG2 = rule({
  code: 'SW09STG2',
  title: 'Social worker episode that starts and ends on the same day',
  severity: 'error',
  years: [2024],
  tables: ['SWEpisodes'],
  fields: { SWEpisodes: ['SW_DECOM', 'SW_DEC'] },
  means: 'A social worker holds a case at least from one day to the next.',
  fix: 'Correct one of the two dates, or remove the row if nobody took over that day.',
  check: eachRow('SWEpisodes', (row) => filled(row.SW_DEC_TEXT) && row.SW_DECOM_TEXT === row.SW_DEC_TEXT),
  fails: { SWEpisodes: [{ SW_DECOM: '02/05/2025', SW_DEC: '02/05/2025' }] },
  passes: { SWEpisodes: [{ SW_DECOM: '02/05/2025', SW_DEC: '03/05/2025' }] },
});

const CHANGE_REASONS: ReadonlySet<string> = new Set([
  'MANAGE',
  'FCONTA',
  'LEFTRL',
  'ORGRST',
  'TSPROC',
  'ABSENC',
  'CHCHAN',
  'PCCHAN',
  'SWDIED',
  'OTHERS',
]);

const ruleSW13STG1 = rule({
  code: 'SW13STG1',
  title: 'Reason for the change of social worker missing or not in the list',
  severity: 'error',
  years: [2025],
  tables: ['SWEpisodes'],
  fields: { SWEpisodes: ['SW_REASON'] },
  means:
    'The reason, needed for episodes that began on or after 1 April 2023, is one of ten codes (MANAGE, FCONTA, LEFTRL, ORGRST, TSPROC, ABSENC, CHCHAN, PCCHAN, SWDIED, OTHERS).',
  fix: 'Enter the code of the reason; FCONTA where the worker is the child’s first.',
  differsFromReference:
    'The existing tool gives no result at all when one start date anywhere in the table cannot be read. We leave such a date out and check the rest.',
  check: eachRow('SWEpisodes', ({ SW_REASON, SW_DECOM_TEXT }) =>
    blank(SW_REASON) ? readLenientDate(SW_DECOM_TEXT) >= REASONS_FROM : !CHANGE_REASONS.has(SW_REASON),
  ),
  fails: { SWEpisodes: [{ SW_DECOM: '01/04/2023' }] },
  passes: { SWEpisodes: [{ SW_DECOM: '31/03/2023' }] },
});

/** Rules about a social worker episode by itself: worker, dates, reason. */
export const socialWorkerRules = [
  ruleSW01aSTG1,
  ruleSW01bSTG1,
  ruleSW02STG1,
  ruleSW04STG1,
  ruleSW05STG1,
  ruleSW06STG2,
  ruleSW07STG2,
  ruleSW09STG2,
  ruleSW13STG1,
];

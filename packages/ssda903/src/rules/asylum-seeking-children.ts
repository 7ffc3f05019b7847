import { addYears, birthday } from '@cic/core/dates';
import { SHORT_BREAKS } from '../codes.ts';
import type { CheckContext } from '../engine/context.ts';
import { rule } from '../engine/define.ts';
import { blank, filled } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { join } from '../engine/join.ts';
import { numberIn } from '../engine/numbers.ts';
import { isKnownUasc, saysWhoIsUasc, whyUascUnknown } from '../engine/uasc.ts';
import type { Row } from '../tables.ts';

const rule104 = rule({
  code: '104',
  title: 'Date the asylum-seeking status ended is unreadable or before the year',
  severity: 'error',
  years: [2023],
  tables: ['UASC'],
  fields: { UASC: ['DUC'] },
  means:
    'Where DUC is filled in, it is a date that exists, written as DD/MM/YYYY, and not before 1 April of the year.',
  fix: 'Correct DUC. A child whose status ended in an earlier year is no longer in this table.',
  check: eachRow(
    'UASC',
    ({ DUC, DUC_TEXT }, { start }) => (filled(DUC_TEXT) && Number.isNaN(DUC)) || DUC < start,
  ),
  fails: { UASC: [{ CHILD: '1', DUC: '31/03/2025' }] },
  passes: { UASC: [{ CHILD: '1', DUC: '01/04/2025' }] },
});

const rule105 = rule({
  code: '105',
  title: 'Asylum-seeking status missing or not 0 or 1',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  needs: ['xml'],
  fields: { Header: ['UASC'] },
  means:
    "In the XML form every child's UASC element holds 1 for an unaccompanied asylum-seeking child, or 0.",
  fix: 'Write 0 or 1 in UASC.',
  check: eachRow('Header', ({ UASC }) => numberIn(UASC) !== 0 && numberIn(UASC) !== 1),
  fails: { Header: [{ CHILD: '1', UASC: '' }] },
  passes: { Header: [{ CHILD: '1', UASC: '0' }] },
});

const rule231 = rule({
  code: '231',
  title: 'Unaccompanied asylum-seeking child under 11',
  severity: 'query',
  years: [2025],
  tables: ['Header'],
  skipWhen: (context) =>
    saysWhoIsUasc(context)
      ? undefined
      : 'Needs the UASC table to know who is an unaccompanied asylum-seeking child.',
  fields: { Header: ['DOB', 'UASC'] },
  means: 'Children who come to seek asylum alone are rarely younger than 11 at 31 March of the year.',
  fix: 'Check the date of birth, and that the child came without a responsible adult.',
  differsFromReference:
    'The existing tool looks for a column UASC_STATUS that no return has, so it flags nothing. Here the status is the one that all other rules use.',
  check: eachRow('Header', ({ UASC, DOB }, { end }) => UASC === '1' && DOB > addYears(end, -11)),
  fails: { Header: [{ CHILD: '1', DOB: '01/04/2015' }], UASC: [{ CHILD: '1' }] },
  passes: { Header: [{ CHILD: '1', DOB: '31/03/2015' }], UASC: [{ CHILD: '1' }] },
});

const rule303 = rule({
  code: '303',
  title: 'Asylum-seeking status has an end date, but the child is not marked as such',
  severity: 'error',
  years: [2023],
  tables: ['UASC', 'Header'],
  fields: { UASC: ['DUC'], Header: ['UASC'] },
  means:
    'A child whose unaccompanied asylum-seeking status ended in the year has 1 in UASC. In CSV the UASC table itself says so.',
  fix: 'Write 1 in UASC, or clear DUC.',
  check: (context, flag) => {
    for (const [uasc, header] of join(context, 'UASC', 'Header')) {
      if (filled(uasc.DUC_TEXT) && numberIn(header.UASC) !== 1) {
        flag(uasc);
        flag(header);
      }
    }
  },
  fails: { format: 'xml', UASC: [{ CHILD: '1', DUC: '01/06/2025' }], Header: [{ CHILD: '1', UASC: '0' }] },
  passes: { format: 'xml', UASC: [{ CHILD: '1', DUC: '01/06/2025' }], Header: [{ CHILD: '1', UASC: '1' }] },
});

const rule304 = rule({
  code: '304',
  title: 'Asylum-seeking status ended after the 18th birthday',
  severity: 'error',
  years: [2023],
  tables: ['UASC'],
  fields: { UASC: ['DUC'] },
  means: 'The status is one of children, so it ends on the 18th birthday at the latest.',
  fix: 'Enter the 18th birthday or an earlier date in DUC, or correct the date of birth.',
  check: eachRow('UASC', (uasc) => uasc.DUC > birthday(uasc.DOB, 18)),
  fails: { UASC: [{ CHILD: '1', DOB: '01/06/2007', DUC: '02/06/2025' }] },
  passes: { UASC: [{ CHILD: '1', DOB: '01/06/2007', DUC: '01/06/2025' }] },
});

const EMPTY_UASC_TABLE =
  'The existing tool stops when Header is missing and no row of the UASC table holds anything. Here nobody is then known as an asylum-seeking child.';

/** Whether the episode is that of a child known as unaccompanied and asylum-seeking, this year or last. */
function isOfUasc({ CHILD }: Row<'Episodes'>, context: CheckContext): boolean {
  const child = context.child(CHILD);
  return child !== undefined && isKnownUasc(child, context);
}

const HOME = { postcode: 'DE1 1AA', easting: 435_000, northing: 336_000, authority: 'E10000007' };

const rule392a = rule({
  code: '392a',
  title: 'Distance from home cannot be worked out',
  severity: 'query',
  years: [2023],
  tables: ['Episodes'],
  needs: ['postcodes'],
  skipWhen: whyUascUnknown,
  fields: { Episodes: ['PL_DISTANCE'] },
  means:
    'Home or placement postcode is blank or unknown. Both are expected for children in care, other than on short breaks (V3, V4) or who came to seek asylum alone.',
  fix: 'Fill in or correct HOME_POST and PL_POST; it may stand where the home is unknown or abroad.',
  differsFromReference: EMPTY_UASC_TABLE,
  check: eachRow(
    'Episodes',
    (episode, context) =>
      Number.isNaN(episode.PL_DISTANCE) && !SHORT_BREAKS.has(episode.LS) && !isOfUasc(episode, context),
  ),
  fails: {
    Episodes: [{ CHILD: '1', LS: 'C2', HOME_POST: 'DE1 1AA' }],
    UASC: [],
    postcodes: [HOME],
  },
  passes: {
    Episodes: [{ CHILD: '1', LS: 'C2', HOME_POST: 'DE1 1AA', PL_POST: 'DE1 1AA' }],
    UASC: [],
    postcodes: [HOME],
  },
});

const rule392b = rule({
  code: '392b',
  title: 'Home or placement postcode missing',
  severity: 'query',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['HOME_POST', 'PL_POST'] },
  means:
    'Both postcodes are expected for children in care, other than on short breaks (V3, V4) or who came to seek asylum alone.',
  fix: 'Fill in HOME_POST and PL_POST; it may stand where the home is unknown or abroad.',
  differsFromReference: EMPTY_UASC_TABLE,
  check: eachRow('Episodes', (episode, context) => {
    const missing = blank(episode.HOME_POST) || blank(episode.PL_POST);
    return missing && !SHORT_BREAKS.has(episode.LS) && !isOfUasc(episode, context);
  }),
  fails: { Episodes: [{ CHILD: '1', LS: 'C2', PL_POST: 'DE1 1AA' }] },
  passes: { Episodes: [{ CHILD: '1', LS: 'C2', HOME_POST: 'DE1 1AA', PL_POST: 'DE1 1AA' }] },
});

const rule406 = rule({
  code: '406',
  title: 'Distance from home for a child who came to seek asylum alone',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['postcodes'],
  skipWhen: whyUascUnknown,
  fields: { Episodes: ['PL_DISTANCE'] },
  means:
    'A child who is or last year was an unaccompanied asylum-seeking child had no home in this country, so there is no distance from it.',
  fix: 'Clear HOME_POST, from which the distance is worked out.',
  differsFromReference: EMPTY_UASC_TABLE,
  check: eachRow(
    'Episodes',
    (episode, context) => !Number.isNaN(episode.PL_DISTANCE) && isOfUasc(episode, context),
  ),
  fails: {
    Episodes: [{ CHILD: '1', HOME_POST: 'DE1 1AA', PL_POST: 'DE1 1AA' }],
    Header: [{ CHILD: '1' }],
    UASC: [{ CHILD: '1' }],
    postcodes: [HOME],
  },
  passes: {
    Episodes: [{ CHILD: '1', PL_POST: 'DE1 1AA' }],
    Header: [{ CHILD: '1' }],
    UASC: [{ CHILD: '1' }],
    postcodes: [HOME],
  },
});

/** Rules about unaccompanied asylum-seeking children, and the postcodes that only other children have. */
export const asylumSeekingChildrenRules = [
  rule104,
  rule105,
  rule231,
  rule303,
  rule304,
  rule392a,
  rule392b,
  rule406,
];

import { birthday } from '@cic/core/dates';
import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';
import { join } from '../engine/join.ts';

const SEX = new Set(['M', 'F', 'U']);

const rule101 = rule({
  code: '101',
  title: 'Sex missing or not a valid code',
  severity: 'error',
  years: [2025],
  tables: ['Header'],
  fields: { Header: ['SEX'] },
  means:
    'Every child has a sex of M (male), F (female) or U (unknown). The codes 1 and 2 ended with the 2024 return.',
  fix: 'Enter M, F or U.',
  check: eachRow('Header', (header) => !SEX.has(header.SEX)),
  fails: { Header: [{ CHILD: '1', SEX: '1' }] },
  passes: { Header: [{ CHILD: '1', SEX: 'M' }] },
});

const rule102 = rule({
  code: '102',
  title: 'Date of birth missing or unreadable',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  fields: { Header: ['DOB'] },
  means: 'Every child has a date of birth that exists, written as DD/MM/YYYY.',
  fix: 'Enter the date of birth as DD/MM/YYYY, with four digits for the year.',
  check: eachRow('Header', (header) => Number.isNaN(header.DOB)),
  fails: { Header: [{ CHILD: '1', DOB: '30/02/2012' }] },
  passes: { Header: [{ CHILD: '1', DOB: '28/02/2012' }] },
});

const ETHNICITIES = new Set([
  ...['WBRI', 'WIRI', 'WOTH', 'WIRT', 'WROM'],
  ...['MWBC', 'MWBA', 'MWAS', 'MOTH'],
  ...['AIND', 'APKN', 'ABAN', 'AOTH'],
  ...['BCRB', 'BAFR', 'BOTH'],
  ...['CHNE', 'OOTH', 'REFU', 'NOBT'],
]);

const rule103 = rule({
  code: '103',
  title: 'Ethnicity missing or not a valid code',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  fields: { Header: ['ETHNIC'] },
  means:
    'Every child has one of the ethnicity codes of the return; REFU (refused) and NOBT (not obtained) count.',
  fix: 'Enter a code from the list, for example WBRI, or NOBT while it is being asked.',
  check: eachRow('Header', (header) => !ETHNICITIES.has(header.ETHNIC)),
  fails: { Header: [{ CHILD: '1', ETHNIC: 'WHITE' }] },
  passes: { Header: [{ CHILD: '1', ETHNIC: 'WBRI' }] },
});

const rule202 = rule({
  code: '202',
  title: 'Sex is not what it was last year',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  needs: ['last Header'],
  fields: { Header: ['SEX'] },
  means: 'A child in both returns has the same sex in both, or none in both.',
  fix: "Find out which of the two is right and correct this year's, or have last year's amended.",
  check: (context, flag) => {
    for (const [header, lastYear] of join(context, 'Header', 'last Header')) {
      if (header.SEX !== lastYear.SEX) flag(header);
    }
  },
  fails: { Header: [{ CHILD: '1', SEX: 'F' }], 'last Header': [{ CHILD: '1', SEX: 'M' }] },
  passes: { Header: [{ CHILD: '1', SEX: 'F' }], 'last Header': [{ CHILD: '1', SEX: 'F' }] },
});

const LAST_YEAR_TWICE =
  "The existing tool stops when a child stands twice in last year's Header. Here every one of last year's rows is compared and one that differs is enough, as in rule 202.";

const rule203 = rule({
  code: '203',
  title: 'Date of birth is not what it was last year',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  needs: ['last Header'],
  fields: { Header: ['DOB'] },
  means:
    'A child in both returns has the same date of birth in both. Blank and unreadable dates count as none.',
  fix: 'Check the birth certificate or the care record and correct the wrong one.',
  differsFromReference: LAST_YEAR_TWICE,
  check: (context, flag) => {
    for (const [header, lastYear] of join(context, 'Header', 'last Header')) {
      if (!Object.is(header.DOB, lastYear.DOB)) flag(header);
    }
  },
  fails: { Header: [{ CHILD: '1', DOB: '02/01/2012' }], 'last Header': [{ CHILD: '1', DOB: '01/02/2012' }] },
  passes: { Header: [{ CHILD: '1', DOB: '1/2/2012' }], 'last Header': [{ CHILD: '1', DOB: '01/02/2012' }] },
});

const rule204 = rule({
  code: '204',
  title: 'Ethnicity is not what it was last year',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  needs: ['last Header'],
  fields: { Header: ['ETHNIC'] },
  means:
    'A child in both returns has the same ethnicity in both. A change from or to REFU or NOBT counts too.',
  fix: "Confirm the ethnicity with the child or family; correct this year's, or have last year's amended.",
  differsFromReference: LAST_YEAR_TWICE,
  check: (context, flag) => {
    for (const [header, lastYear] of join(context, 'Header', 'last Header')) {
      if (header.ETHNIC !== lastYear.ETHNIC) flag(header);
    }
  },
  fails: { Header: [{ CHILD: '1', ETHNIC: 'MWBC' }], 'last Header': [{ CHILD: '1', ETHNIC: 'NOBT' }] },
  passes: { Header: [{ CHILD: '1', ETHNIC: 'MWBC' }], 'last Header': [{ CHILD: '1', ETHNIC: 'MWBC' }] },
});

const rule232 = rule({
  code: '232',
  title: 'Sex recorded as unknown',
  severity: 'query',
  years: [2025],
  tables: ['Header'],
  fields: { Header: ['SEX'] },
  means: 'U is a valid code, but it is rare that nobody knows the sex of a child in care.',
  fix: 'Check the care record and enter M or F where it is known.',
  check: eachRow('Header', (header) => header.SEX === 'U'),
  fails: { Header: [{ CHILD: '1', SEX: 'U' }] },
  passes: { Header: [{ CHILD: '1', SEX: 'F' }] },
});

const rule301 = rule({
  code: '301',
  title: 'Born after the end of the collection year',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  fields: { Header: ['DOB'] },
  means: 'A child in this return was born on or before 31 March of the collection year.',
  fix: "Correct the date of birth; take the child out if they belong to next year's return.",
  check: eachRow('Header', (header, { end }) => header.DOB > end),
  fails: { Header: [{ CHILD: '1', DOB: '01/04/2026' }] },
  passes: { Header: [{ CHILD: '1', DOB: '31/03/2026' }] },
});

const rule351 = rule({
  code: '351',
  title: 'Older than 25 when the year began',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  fields: { Header: ['DOB'] },
  means:
    'The return covers children in care and care leavers up to 25, so nobody in it turned 25 before 1 April of the year.',
  fix: 'Correct the date of birth, or take the person out of the return.',
  check: eachRow('Header', (header, { start }) => birthday(header.DOB, 25) < start),
  fails: { Header: [{ CHILD: '1', DOB: '31/03/2000' }] },
  passes: { Header: [{ CHILD: '1', DOB: '01/04/2000' }] },
});

/** Rules about sex, date of birth and ethnicity in Header. */
export const sexBirthAndEthnicityRules = [
  rule101,
  rule102,
  rule103,
  rule202,
  rule203,
  rule204,
  rule232,
  rule301,
  rule351,
];

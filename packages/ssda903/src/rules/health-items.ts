import { birthday } from '@cic/core/dates';
import { inCareAllYear } from '../engine/continuous-care.ts';
import { rule } from '../engine/define.ts';
import {
  blank,
  CORE_HEALTH_ITEMS,
  coreHealthItems,
  filled,
  HEALTH_ITEMS,
  healthItems,
  otherHealthItems,
} from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';

const rule181 = rule({
  code: '181',
  title: 'Health or conviction item neither 0 nor 1',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: HEALTH_ITEMS },
  means: 'Each of these eight items is answered with 1 (yes) or 0 (no); another value cannot be read.',
  fix: 'Enter 1 or 0.',
  check: eachRow('OC2', (row) =>
    healthItems(row).some((item) => filled(item) && item !== '0' && item !== '1'),
  ),
  fails: { OC2: [{ TEETH_CHECK: 'Y' }] },
  passes: { OC2: [{ TEETH_CHECK: '1' }] },
});

const rule182 = rule({
  code: '182',
  title: 'Core health items missing beside others',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: HEALTH_ITEMS },
  means:
    'Where convictions, development checks or interventions are reported, so are immunisations, dental check, ' +
    'health assessment and substance misuse; at least one of these four is blank.',
  fix: 'Fill in all four, or clear the row if the child was not in care all year.',
  check: eachRow('OC2', (row) => coreHealthItems(row).some(blank) && otherHealthItems(row).some(filled)),
  fails: {
    OC2: [{ CONVICTED: '0', IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1' }],
  },
  passes: {
    OC2: [
      {
        CONVICTED: '0',
        IMMUNISATIONS: '1',
        TEETH_CHECK: '1',
        HEALTH_ASSESSMENT: '1',
        SUBSTANCE_MISUSE: '0',
      },
    ],
  },
});

const rule190 = rule({
  code: '190',
  title: 'Health items for a child not in care all year',
  severity: 'error',
  years: [2023],
  tables: ['OC2', 'Episodes'],
  fields: { OC2: HEALTH_ITEMS },
  means:
    'Health and conviction items are collected only for children in care throughout the year; by their episodes this child was not.',
  fix: 'Clear the items, or correct the episodes.',
  check: eachRow(
    'OC2',
    (row, context) => healthItems(row).some(filled) && !inCareAllYear(row.CHILD, context),
  ),
  fails: {
    OC2: [{ CHILD: '1', TEETH_CHECK: '1' }],
    Episodes: [{ CHILD: '1', DECOM: '02/04/2025', RNE: 'S' }],
  },
  passes: {
    OC2: [{ CHILD: '1', TEETH_CHECK: '1' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2025', RNE: 'S' }],
  },
});

const rule191 = rule({
  code: '191',
  title: 'In care all year without the core health items',
  severity: 'error',
  years: [2023],
  tables: ['OC2', 'Episodes'],
  fields: { OC2: CORE_HEALTH_ITEMS, Episodes: ['CHILD'] },
  means:
    'A child in care throughout the year needs an OC2 row with immunisations, dental check, health assessment and ' +
    'substance misuse; something is blank or, where an episode is flagged, the whole row is missing.',
  fix: 'Fill in all four, or correct the episodes if the child was not in care all year.',
  differsFromReference:
    'A child whose episodes all have unreadable start dates is passed over; the existing tool stops there and reports nothing for the whole return.',
  check: ({ children }, flag) => {
    for (const { continuouslyLookedAfter, episodes, now } of children) {
      if (!continuouslyLookedAfter) continue;
      for (const row of now.OC2) if (coreHealthItems(row).some(blank)) flag(row);
      const [first] = episodes;
      if (first && now.OC2.length === 0) flag(first);
    }
  },
  fails: {
    OC2: [{ CHILD: '1', IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2020' }],
  },
  passes: {
    OC2: [
      { CHILD: '1', IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1', SUBSTANCE_MISUSE: '0' },
    ],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2020' }],
  },
});

const rule542 = rule({
  code: '542',
  title: 'Convictions reported for a child under 10',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: ['CONVICTED'] },
  means:
    'Children under 10 are below the age of criminal responsibility, so nothing is reported about convictions, not even 0.',
  fix: 'Clear the item, or correct the date of birth.',
  check: eachRow('OC2', ({ DOB, CONVICTED }, { end }) => CONVICTED !== '' && birthday(DOB, 10) > end),
  fails: { OC2: [{ DOB: '01/04/2016', CONVICTED: '0' }] },
  passes: { OC2: [{ DOB: '31/03/2016', CONVICTED: '0' }] },
});

const rule543 = rule({
  code: '543',
  title: 'Convictions left blank for a child over 10',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'OC2'],
  fields: { OC2: ['DOB', 'CONVICTED'] },
  means:
    'For a child in care all year who turned 10 before 31 March, it is reported whether they were convicted or cautioned.',
  fix: 'Enter 1 or 0.',
  check: eachRow(
    'OC2',
    ({ CHILD, DOB, CONVICTED }, context) =>
      CONVICTED === '' && birthday(DOB, 10) < context.end && inCareAllYear(CHILD, context),
  ),
  fails: {
    OC2: [{ CHILD: '1', DOB: '30/03/2016' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2020' }],
  },
  passes: {
    OC2: [{ CHILD: '1', DOB: '31/03/2016' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2020' }],
  },
});

const rule544 = rule({
  code: '544',
  title: 'Conviction reported without the core health items',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: ['CONVICTED', ...CORE_HEALTH_ITEMS] },
  means:
    'The row says that the child was convicted or cautioned, but immunisations, dental check, health assessment or ' +
    'substance misuse is blank.',
  fix: 'Fill in all four.',
  check: eachRow('OC2', (row) => row.CONVICTED === '1' && coreHealthItems(row).some(blank)),
  fails: {
    OC2: [{ CONVICTED: '1', IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1' }],
  },
  passes: {
    OC2: [
      {
        CONVICTED: '1',
        IMMUNISATIONS: '1',
        TEETH_CHECK: '1',
        HEALTH_ASSESSMENT: '1',
        SUBSTANCE_MISUSE: '0',
      },
    ],
  },
});

const rule545 = rule({
  code: '545',
  title: 'Development checks left blank for a child under 5',
  severity: 'error',
  years: [2023],
  tables: ['OC2', 'Episodes'],
  fields: { OC2: ['DOB', 'HEALTH_CHECK'] },
  means:
    'For a child in care all year who is under 5 on 31 March, it is reported whether development checks are up to date.',
  fix: 'Enter 1 or 0.',
  check: eachRow(
    'OC2',
    ({ CHILD, DOB, HEALTH_CHECK }, context) =>
      HEALTH_CHECK === '' && birthday(DOB, 5) > context.end && inCareAllYear(CHILD, context),
  ),
  fails: {
    OC2: [{ CHILD: '1', DOB: '01/04/2021' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2021' }],
  },
  passes: {
    OC2: [{ CHILD: '1', DOB: '31/03/2021' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2021' }],
  },
});

const rule546 = rule({
  code: '546',
  title: 'Development checks reported for a child of 5 or over',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'OC2'],
  fields: { OC2: ['DOB', 'HEALTH_CHECK'] },
  means:
    'Development checks are for children under 5, but this child, in care all year, is 5 or over on 31 March.',
  fix: 'Clear the item, or correct the date of birth.',
  check: eachRow(
    'OC2',
    ({ CHILD, DOB, HEALTH_CHECK }, context) =>
      HEALTH_CHECK !== '' && birthday(DOB, 5) <= context.end && inCareAllYear(CHILD, context),
  ),
  fails: {
    OC2: [{ CHILD: '1', DOB: '31/03/2021', HEALTH_CHECK: '0' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2021' }],
  },
  passes: {
    OC2: [{ CHILD: '1', DOB: '01/04/2021', HEALTH_CHECK: '0' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2021' }],
  },
});

const rule547 = rule({
  code: '547',
  title: 'Development checks reported without the core health items',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: ['HEALTH_CHECK', ...CORE_HEALTH_ITEMS] },
  means:
    'The row says that development checks are up to date, but immunisations, dental check, health assessment or ' +
    'substance misuse is blank.',
  fix: 'Fill in all four.',
  check: eachRow('OC2', (row) => row.HEALTH_CHECK === '1' && coreHealthItems(row).some(blank)),
  fails: {
    OC2: [{ HEALTH_CHECK: '1', IMMUNISATIONS: '1', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1' }],
  },
  passes: {
    OC2: [
      {
        HEALTH_CHECK: '1',
        IMMUNISATIONS: '1',
        TEETH_CHECK: '1',
        HEALTH_ASSESSMENT: '1',
        SUBSTANCE_MISUSE: '0',
      },
    ],
  },
});

/** Rules about the yearly health and conviction items (OC2) of children in care all year. */
export const healthItemRules = [
  rule181,
  rule182,
  rule190,
  rule191,
  rule542,
  rule543,
  rule544,
  rule545,
  rule546,
  rule547,
];

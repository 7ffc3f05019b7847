import type { Day } from '@cic/core/dates';
import { SHORT_BREAKS } from '../codes.ts';
import { inCareAllYear } from '../engine/continuous-care.ts';
import { rule } from '../engine/define.ts';
import {
  ADOPTION_DETAILS,
  adoptionDetails,
  filled,
  HEALTH_ITEMS,
  healthItems,
  LEAVER_DETAILS,
  leaverDetails,
} from '../engine/details.ts';
import { join } from '../engine/join.ts';
import type { Row } from '../tables.ts';

const rule134 = rule({
  code: '134',
  title: 'Adoption details for a care leaver',
  severity: 'error',
  years: [2023],
  tables: ['OC3', 'AD1'],
  fields: { AD1: ADOPTION_DETAILS },
  means:
    'The young person is reported as a care leaver and as adopted in the year; only one of the two can be right.',
  fix: 'Clear the adoption details, or the care leaver details.',
  check: (context, flag) => {
    for (const [adoption, leaver] of join(context, 'AD1', 'OC3')) {
      if (leaverDetails(leaver).some(filled) && adoptionDetails(adoption).some(filled)) flag(adoption);
    }
  },
  fails: { OC3: [{ CHILD: '1', IN_TOUCH: 'YES' }], AD1: [{ CHILD: '1', NB_ADOPTR: '2' }] },
  passes: { OC3: [{ CHILD: '1', IN_TOUCH: '' }], AD1: [{ CHILD: '1', NB_ADOPTR: '2' }] },
});

const MALE = new Set(['1', 'M']);
const FEMALE = new Set(['2', 'F']);

const rule165 = rule({
  code: '165',
  title: 'Mother status invalid, missing or not applicable',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Episodes', 'OC3'],
  fields: { Header: ['MOTHER', 'SEX'], OC3: ['ACTIV', 'ACCOM', 'IN_TOUCH'] },
  means:
    'Whether a girl is a mother is 0 or 1 if she was in care in the year, short breaks apart. It is blank for boys, ' +
    'and for care leavers who were not in care in the year.',
  fix: 'Enter 0 or 1 for a girl in care, otherwise clear the item; check the sex if the child is a mother.',
  differsFromReference:
    'Takes M and F for male and female beside 1 and 2. The existing tool knows only the codes 1 and 2, which ended ' +
    'in 2024, so that since then it finds nothing but values other than 0 and 1.',
  check: ({ children, start, end }, flag) => {
    for (const { now } of children) {
      const episodes = now.Episodes.filter(({ LS }) => !SHORT_BREAKS.has(LS));
      if (episodes.length === 0) continue;
      const inCare = episodes.some((episode) => isInYear(episode, start, end));
      for (const header of now.Header) {
        const { MOTHER, SEX } = header;
        const wrong =
          MOTHER === '' ? FEMALE.has(SEX) && inCare : (MOTHER !== '0' && MOTHER !== '1') || MALE.has(SEX);
        const onlyLeaver = MOTHER !== '' && FEMALE.has(SEX) && !inCare;
        const leavers = now.OC3.filter(
          (leaver) => wrong || (onlyLeaver && leaverDetails(leaver).some(filled)),
        );
        if (wrong || leavers.length > 0) flag(header);
        for (const leaver of leavers) flag(leaver);
      }
    }
  },
  fails: {
    Header: [{ CHILD: '1', SEX: 'M', MOTHER: '0' }],
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025' }],
    OC3: [],
  },
  passes: {
    Header: [{ CHILD: '1', SEX: 'F', MOTHER: '0' }],
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025' }],
    OC3: [],
  },
});

const rule187 = rule({
  code: '187',
  title: 'In care all year, yet adopted or a care leaver',
  severity: 'error',
  years: [2023],
  tables: ['OC3', 'AD1', 'Episodes'],
  fields: { AD1: ADOPTION_DETAILS, OC3: LEAVER_DETAILS },
  means:
    'By their episodes the child was in care throughout the year, so they were neither adopted in it nor a care leaver.',
  fix: 'Clear the adoption or care leaver details, or correct the episodes.',
  check: (context, flag) => {
    for (const leaver of context.OC3) {
      if (leaverDetails(leaver).some(filled) && inCareAllYear(leaver.CHILD, context)) flag(leaver);
    }
    for (const adoption of context.AD1) {
      if (adoptionDetails(adoption).some(filled) && inCareAllYear(adoption.CHILD, context)) flag(adoption);
    }
  },
  fails: {
    OC3: [{ CHILD: '1', IN_TOUCH: 'YES' }],
    AD1: [],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2025', RNE: 'S' }],
  },
  passes: {
    OC3: [{ CHILD: '1', IN_TOUCH: 'YES' }],
    AD1: [],
    Episodes: [{ CHILD: '1', DECOM: '02/04/2025', RNE: 'S' }],
  },
});

const rule215 = rule({
  code: '215',
  title: 'Health items for a care leaver',
  severity: 'error',
  years: [2023],
  tables: ['OC2', 'OC3'],
  fields: { OC3: LEAVER_DETAILS, OC2: HEALTH_ITEMS },
  means:
    'The young person is reported as a care leaver and with the health items of children in care all year; only one can be right.',
  fix: 'Clear the care leaver details (OC3), or the health items (OC2).',
  check: (context, flag) => {
    for (const [row, leaver] of join(context, 'OC2', 'OC3')) {
      if (leaverDetails(leaver).some(filled) && healthItems(row).some(filled)) {
        flag(leaver);
        flag(row);
      }
    }
  },
  fails: { OC3: [{ CHILD: '1', IN_TOUCH: 'YES' }], OC2: [{ CHILD: '1', TEETH_CHECK: '0' }] },
  passes: { OC3: [{ CHILD: '1', IN_TOUCH: 'YES' }], OC2: [{ CHILD: '1', TEETH_CHECK: '' }] },
});

const rule399 = rule({
  code: '399',
  title: 'Mother status or reviews for a child on short breaks only',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Header', 'Reviews'],
  fields: { Episodes: ['LS'], Header: ['MOTHER'], Reviews: ['REVIEW', 'REVIEW_CODE'] },
  means:
    'All episodes of the child are short breaks (V3, V4); for these neither motherhood nor reviews are reported.',
  fix: 'Clear the mother status and remove the reviews, or correct the legal status of the episodes.',
  check: ({ children }, flag) => {
    for (const { now } of children) {
      if (now.Episodes.length === 0 || !now.Episodes.every(({ LS }) => SHORT_BREAKS.has(LS))) continue;
      const reviewed = now.Reviews.filter(
        ({ REVIEW_TEXT, REVIEW_CODE }) => filled(REVIEW_TEXT) || filled(REVIEW_CODE),
      );
      const mother = now.Header.some(({ MOTHER }) => filled(MOTHER));
      if (!mother && reviewed.length === 0) continue;
      for (const episode of now.Episodes) flag(episode);
      for (const header of now.Header) if (filled(header.MOTHER) || reviewed.length > 0) flag(header);
      for (const review of mother ? now.Reviews : reviewed) flag(review);
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', LS: 'V4' }],
    Header: [{ CHILD: '1', MOTHER: '0' }],
    Reviews: [],
  },
  passes: {
    Episodes: [{ CHILD: '1', LS: 'V4' }],
    Header: [{ CHILD: '1', MOTHER: '' }],
    Reviews: [],
  },
});

/** Whether an episode overlaps the collection year; one without a readable end is still open. */
const isInYear = ({ DECOM, DEC }: Row<'Episodes'>, start: Day, end: Day): boolean =>
  DECOM <= end && !(DEC < start);

/** Rules about details that exclude each other: adopted, care leaver, in care all year, short breaks only, mother. */
export const incompatibleDetailRules = [rule134, rule165, rule187, rule215, rule399];

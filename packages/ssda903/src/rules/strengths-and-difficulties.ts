import { birthday } from '@cic/core/dates';
import { inCareAllYear } from '../engine/continuous-care.ts';
import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';
import { numberIn } from '../engine/numbers.ts';

const rule157 = rule({
  code: '157',
  title: 'Reason SDQ1 for a child of questionnaire age',
  severity: 'error',
  years: [2023],
  tables: ['OC2', 'Episodes'],
  fields: { OC2: ['SDQ_REASON', 'DOB'] },
  means:
    'SDQ1 says that no score was needed because of age, but this child, in care all year, was at least 4 on 1 April ' +
    'and not yet past their 16th birthday on 31 March.',
  fix: 'Enter the score, or the reason why there is none (SDQ2 to SDQ5).',
  check: eachRow('OC2', ({ CHILD, DOB, SDQ_SCORE, SDQ_REASON }, context) => {
    const ofAge = birthday(DOB, 4) <= context.start && birthday(DOB, 16) >= context.end;
    return SDQ_REASON === 'SDQ1' && SDQ_SCORE === '' && ofAge && inCareAllYear(CHILD, context);
  }),
  fails: {
    OC2: [{ CHILD: '1', DOB: '31/03/2010', SDQ_REASON: 'SDQ1' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2020' }],
  },
  passes: {
    OC2: [{ CHILD: '1', DOB: '30/03/2010', SDQ_REASON: 'SDQ1' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2020' }],
  },
});

const rule180 = rule({
  code: '180',
  title: 'Questionnaire score not a whole number from 0 to 40',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: ['SDQ_SCORE'] },
  means:
    'The total difficulties score of the strengths and difficulties questionnaire is a whole number from 0 to 40.',
  fix: 'Enter the total from the form; if there is none, leave it blank and give the reason.',
  check: eachRow('OC2', ({ SDQ_SCORE }) => {
    const score = numberIn(SDQ_SCORE);
    return SDQ_SCORE !== '' && !(Number.isInteger(score) && score >= 0 && score <= 40);
  }),
  fails: { OC2: [{ SDQ_SCORE: '41' }] },
  passes: { OC2: [{ SDQ_SCORE: '40' }] },
});

const rule185 = rule({
  code: '185',
  title: 'Questionnaire score for a child not in care all year',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'OC2'],
  fields: { OC2: ['SDQ_SCORE'] },
  means:
    'Scores are collected only for children in care throughout the year; by their episodes this child was not.',
  fix: 'Clear the score, or correct the episodes.',
  check: eachRow(
    'OC2',
    ({ CHILD, SDQ_SCORE }, context) => SDQ_SCORE !== '' && !inCareAllYear(CHILD, context),
  ),
  fails: {
    OC2: [{ CHILD: '1', SDQ_SCORE: '12' }],
    Episodes: [{ CHILD: '1', DECOM: '02/04/2025', RNE: 'S' }],
  },
  passes: {
    OC2: [{ CHILD: '1', SDQ_SCORE: '12' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2025', RNE: 'S' }],
  },
});

const rule186 = rule({
  code: '186',
  title: 'Neither questionnaire score nor reason for a child aged 4 to 16',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'OC2'],
  fields: { OC2: ['SDQ_SCORE'] },
  means:
    'A child in care all year, at least 4 on 1 April and under 17 on 31 March, has a score or the reason why not.',
  fix: 'Enter the score or, failing that, the reason.',
  check: eachRow('OC2', ({ CHILD, DOB, SDQ_SCORE, SDQ_REASON }, context) => {
    const ofAge = birthday(DOB, 4) <= context.start && birthday(DOB, 17) > context.end;
    return SDQ_SCORE === '' && SDQ_REASON === '' && ofAge && inCareAllYear(CHILD, context);
  }),
  fails: {
    OC2: [{ CHILD: '1', DOB: '01/04/2009' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2020' }],
  },
  passes: {
    OC2: [{ CHILD: '1', DOB: '31/03/2009' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2020' }],
  },
});

const rule188 = rule({
  code: '188',
  title: 'Questionnaire details for a child under 4',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: ['SDQ_SCORE', 'SDQ_REASON'] },
  means: 'The questionnaire is for children from 4 on; this child is younger on 31 March.',
  fix: 'Clear score and reason, or correct the date of birth.',
  check: eachRow(
    'OC2',
    ({ DOB, SDQ_SCORE, SDQ_REASON }, { end }) =>
      birthday(DOB, 4) > end && (SDQ_SCORE !== '' || SDQ_REASON !== ''),
  ),
  fails: { OC2: [{ DOB: '01/04/2022', SDQ_SCORE: '12' }] },
  passes: { OC2: [{ DOB: '31/03/2022', SDQ_SCORE: '12' }] },
});

const rule189 = rule({
  code: '189',
  title: 'Questionnaire details for someone past 17',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: ['DOB', 'SDQ_SCORE', 'SDQ_REASON'] },
  means:
    'The questionnaire is for children up to 16; this young person turned 17 before 1 April at the start of the year.',
  fix: 'Clear score and reason, or correct the date of birth.',
  check: eachRow(
    'OC2',
    ({ DOB, SDQ_SCORE, SDQ_REASON }, { start }) =>
      birthday(DOB, 17) < start && (SDQ_SCORE !== '' || SDQ_REASON !== ''),
  ),
  fails: { OC2: [{ DOB: '31/03/2008', SDQ_REASON: 'SDQ1' }] },
  passes: { OC2: [{ DOB: '01/04/2008', SDQ_REASON: 'SDQ1' }] },
});

const REASONS = new Set(['SDQ1', 'SDQ2', 'SDQ3', 'SDQ4', 'SDQ5']);

const rule196 = rule({
  code: '196',
  title: 'Reason for no questionnaire score: not a code on the list',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: ['SDQ_REASON'] },
  means: 'Why there is no score must be one of SDQ1 to SDQ5.',
  fix: 'Enter the code that fits, or leave it blank if there is a score.',
  check: eachRow('OC2', ({ SDQ_REASON }) => SDQ_REASON !== '' && !REASONS.has(SDQ_REASON)),
  fails: { OC2: [{ SDQ_REASON: 'SDQ6' }] },
  passes: { OC2: [{ SDQ_REASON: 'SDQ5' }] },
});

const rule197a = rule({
  code: '197a',
  title: 'Questionnaire score and a reason for having none',
  severity: 'error',
  years: [2023],
  tables: ['OC2'],
  fields: { OC2: ['SDQ_SCORE', 'SDQ_REASON'] },
  means: 'A child has a score or the reason why there is none, never both.',
  fix: 'Clear the reason if the score is right, otherwise the score.',
  check: eachRow('OC2', ({ SDQ_SCORE, SDQ_REASON }) => SDQ_SCORE !== '' && SDQ_REASON !== ''),
  fails: { OC2: [{ SDQ_SCORE: '0', SDQ_REASON: 'SDQ2' }] },
  passes: { OC2: [{ SDQ_SCORE: '0' }] },
});

const rule197B = rule({
  code: '197B',
  title: 'Neither questionnaire score nor reason in the year of turning 4 or 17',
  severity: 'error',
  years: [2023],
  tables: ['OC2', 'Episodes'],
  fields: { OC2: ['SDQ_REASON', 'DOB'] },
  means: 'A child in care all year who turned 4 or 17 in it has a score, or the reason why there is none.',
  fix: 'Enter the score if the child was of questionnaire age at the last assessment, otherwise the reason (SDQ1).',
  check: eachRow('OC2', ({ CHILD, DOB, SDQ_SCORE, SDQ_REASON }, context) => {
    const turned = (age: number): boolean =>
      birthday(DOB, age) >= context.start && birthday(DOB, age) <= context.end;
    return (
      SDQ_SCORE === '' && SDQ_REASON === '' && (turned(4) || turned(17)) && inCareAllYear(CHILD, context)
    );
  }),
  fails: {
    OC2: [{ CHILD: '1', DOB: '01/04/2008' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2020' }],
  },
  passes: {
    OC2: [{ CHILD: '1', DOB: '31/03/2008' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2020' }],
  },
});

const rule198 = rule({
  code: '198',
  title: 'Reason for no questionnaire score for a child not in care all year',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'OC2'],
  fields: { OC2: ['SDQ_REASON'] },
  means:
    'Scores, and reasons for having none, are collected only for children in care throughout the year; by their episodes this child was not.',
  fix: 'Clear the reason, or correct the episodes.',
  check: eachRow(
    'OC2',
    ({ CHILD, SDQ_REASON }, context) => SDQ_REASON !== '' && !inCareAllYear(CHILD, context),
  ),
  fails: {
    OC2: [{ CHILD: '1', SDQ_REASON: 'SDQ2' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2020', DEC: '30/03/2026', REC: 'E4A' }],
  },
  passes: {
    OC2: [{ CHILD: '1', SDQ_REASON: 'SDQ2' }],
    Episodes: [{ CHILD: '1', DECOM: '01/04/2020', DEC: '31/03/2026', REC: 'E4A' }],
  },
});

/** Rules about the strengths and difficulties questionnaire (SDQ) of children in care all year. */
export const strengthsAndDifficultiesRules = [
  rule157,
  rule180,
  rule185,
  rule186,
  rule188,
  rule189,
  rule196,
  rule197a,
  rule197B,
  rule198,
];

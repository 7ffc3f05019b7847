import { atExpectedStandard, levelOf } from '../pupils/grades.ts';
import type { Assessment } from '../pupils/results.ts';
import { indicatorsOf, type Standard } from './standards.ts';

const STA = 'Standards and Testing Agency';
const DERBY = 'Derby 2012, 6.1.1';

/** Whether the best result of a subject passes; false where there is none. */
const inSubject =
  (subject: string, passes: (result: Assessment) => boolean) =>
  (results: readonly Assessment[]): boolean =>
    results.some((result) => result.subject === subject && (result.metStandard ?? passes(result)));

const inAll =
  (...subjects: readonly ((results: readonly Assessment[]) => boolean)[]) =>
  (results: readonly Assessment[]): boolean =>
    subjects.every((reached) => reached(results));

const level =
  (least: number) =>
  ({ grade }: Assessment): boolean =>
    levelOf(grade) >= least;

const PHONICS_PASS = 32;

const earlyYears: readonly Standard[] = [
  {
    id: 'good-level-of-development',
    title: 'Early years: good level of development',
    reached: 'reached a good level of development in the early years foundation stage profile',
    stage: 'EYFSP',
    yearGroup: 0,
    from: 2013,
    achieved: inSubject('good-level-of-development', () => false),
    source: STA,
    certainty: 'from memory',
    requirements: ['EDU-24'],
    gap: [],
  },
  {
    id: 'phonics',
    title: 'Phonics screening check',
    reached:
      'reached the standard of the phonics screening check (32 of 40, unless the source says otherwise)',
    stage: 'PHON',
    yearGroup: 1,
    from: 2012,
    achieved: inSubject('phonics', ({ score = 0 }) => score >= PHONICS_PASS),
    source: STA,
    certainty: 'from memory',
    gap: [],
  },
];

const KEY_STAGE_1_SUBJECTS = ['reading', 'writing', 'maths'] as const;

const keyStage1: readonly Standard[] = KEY_STAGE_1_SUBJECTS.flatMap((subject): Standard[] => [
  {
    id: `ks1-level-2-${subject}`,
    title: `Key Stage 1: level 2 or above in ${subject}`,
    reached: `reached level 2 or above in ${subject} at the end of Key Stage 1`,
    stage: 'KS1',
    yearGroup: 2,
    to: 2015,
    achieved: inSubject(subject, level(2)),
    source: STA,
    certainty: 'from memory',
  },
  {
    id: `ks1-expected-${subject}`,
    title: `Key Stage 1: expected standard in ${subject}`,
    reached: `reached the expected standard in ${subject} at the end of Key Stage 1`,
    stage: 'KS1',
    yearGroup: 2,
    from: 2016,
    to: 2023,
    achieved: inSubject(subject, atExpectedStandard),
    source: STA,
    certainty: 'from memory',
  },
]);

const level4 = (subject: string) => inSubject(subject, level(4));

const keyStage2Levels: readonly Standard[] = [
  {
    id: 'ks2-level-4-english',
    title: 'Key Stage 2: level 4 or above in English',
    reached: 'reached level 4 or above in English at the end of Key Stage 2',
    achieved: level4('english'),
  },
  {
    id: 'ks2-level-4-maths',
    title: 'Key Stage 2: level 4 or above in maths',
    reached: 'reached level 4 or above in maths at the end of Key Stage 2',
    achieved: level4('maths'),
  },
  {
    id: 'ks2-level-4-english-and-maths',
    title: 'Key Stage 2: level 4 or above in both English and maths',
    reached: 'reached level 4 or above in both English and maths at the end of Key Stage 2',
    achieved: inAll(level4('english'), level4('maths')),
  },
].map((standard) => ({
  ...standard,
  stage: 'KS2',
  yearGroup: 6,
  to: 2015,
  source: DERBY,
  certainty: 'published',
  requirements: ['EDU-12'],
  gap: ['IND-16'],
}));

const expected = (subject: string) => inSubject(subject, atExpectedStandard);

const keyStage2Expected: readonly Standard[] = [
  {
    id: 'ks2-expected',
    title: 'Key Stage 2: expected standard in reading, writing and maths',
    reached: 'reached the expected standard in all of reading, writing and maths at the end of Key Stage 2',
    stage: 'KS2',
    yearGroup: 6,
    from: 2016,
    achieved: inAll(expected('reading'), expected('writing'), expected('maths')),
    source: 'children in care strategy 2019-21, priority 4',
    certainty: 'published',
    requirements: ['D-EDU-06'],
    predicted: ['EDU-15'],
    gap: ['D-EDU-07', 'IND-16'],
  },
  ...['reading', 'writing', 'maths', 'grammar-punctuation-and-spelling'].map(
    (subject): Standard => ({
      id: `ks2-expected-${subject}`,
      title: `Key Stage 2: expected standard in ${subject.replaceAll('-', ' ')}`,
      reached: `reached the expected standard in ${subject.replaceAll('-', ' ')} at the end of Key Stage 2`,
      stage: 'KS2',
      yearGroup: 6,
      from: 2016,
      achieved: expected(subject),
      source: STA,
      certainty: 'from memory',
    }),
  ),
];

/** Attainment from the early years to the end of primary school, each era on its own terms. */
export const primaryIndicators = [
  ...earlyYears,
  ...keyStage1,
  ...keyStage2Levels,
  ...keyStage2Expected,
].flatMap(indicatorsOf);

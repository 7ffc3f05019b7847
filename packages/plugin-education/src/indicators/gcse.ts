import { attainment8 } from '../pupils/attainment8.ts';
import { isPass, isStandardPass, isStrongPass } from '../pupils/grades.ts';
import { type Assessment, gcseCount, isEnglish, isMaths } from '../pupils/results.ts';
import { indicatorsOf, type Standard } from './standards.ts';

const APPENDIX = 'Leicestershire 2008, appendix 1';
const DERBY = 'Derby 2012, 6.1.1';
const ACCOUNTABILITY = 'secondary accountability measures guide';

type Passes = (grade?: string) => boolean;

/** A grade of an examination that was sat, U included. */
const sat = ({ grade }: Assessment): boolean => grade !== undefined && grade.toUpperCase() !== 'X';

const atLeast =
  (count: number, passes: Passes) =>
  (results: readonly Assessment[]): boolean =>
    gcseCount(results, passes) >= count;

/** Passed in English (language or literature) and in maths. */
const englishAndMaths =
  (passes: Passes) =>
  (results: readonly Assessment[]): boolean =>
    results.some((result) => isEnglish(result) && passes(result.grade)) &&
    results.some((result) => isMaths(result) && passes(result.grade));

/** Old and new measures of Key Stage 4; the letters are those of their time. */
const STANDARDS: readonly Omit<Standard, 'stage' | 'yearGroup'>[] = [
  {
    id: 'gcse-sat-1',
    title: 'Sat at least one GCSE',
    reached: 'sat at least one GCSE or equivalent',
    achieved: (results) => results.some(sat),
    source: APPENDIX,
    certainty: 'published',
    requirements: ['EDU-13'],
  },
  {
    id: 'gcse-1-a-star-to-g',
    title: 'One or more GCSE at A* to G',
    reached: 'obtained at least one GCSE or equivalent at grade A* to G (9 to 1)',
    achieved: atLeast(1, isPass),
    source: APPENDIX,
    certainty: 'published',
    requirements: ['EDU-13'],
    predicted: ['EDU-15'],
  },
  {
    id: 'gcse-5-a-star-to-g',
    title: 'Five or more GCSEs at A* to G',
    reached: 'obtained at least five GCSEs or equivalent at grade A* to G (9 to 1)',
    achieved: atLeast(5, isPass),
    source: APPENDIX,
    certainty: 'published',
    requirements: ['EDU-13'],
  },
  {
    id: 'gcse-5-a-star-to-c',
    title: 'Five or more GCSEs at A* to C',
    reached: 'obtained at least five GCSEs or equivalent at grade A* to C (9 to 4)',
    to: 2016,
    achieved: atLeast(5, isStandardPass),
    source: `${APPENDIX}; ${DERBY}`,
    certainty: 'published',
    requirements: ['EDU-13'],
    predicted: ['EDU-15'],
    gap: ['IND-16'],
  },
  {
    id: 'gcse-5-a-star-to-c-of-sat',
    title: 'Five or more GCSEs at A* to C, of those who sat one',
    reached:
      'obtained at least five GCSEs at grade A* to C, only pupils who sat at least one GCSE being counted',
    to: 2016,
    achieved: (results) => (results.some(sat) ? atLeast(5, isStandardPass)(results) : undefined),
    source: `${APPENDIX}: the years to September 2001 and 2002 are on this population`,
    certainty: 'published',
    requirements: ['EDU-13', 'IND-34'],
  },
  {
    id: 'gcse-5-a-star-to-c-english-maths',
    title: 'Five or more GCSEs at A* to C including English and maths',
    reached: 'obtained at least five GCSEs or equivalent at grade A* to C, English and maths among them',
    to: 2016,
    achieved: (results) => atLeast(5, isStandardPass)(results) && englishAndMaths(isStandardPass)(results),
    source: DERBY,
    certainty: 'published',
    requirements: ['EDU-13'],
    predicted: ['EDU-15'],
    gap: ['IND-16'],
  },
  {
    id: 'gcse-english-maths-standard-pass',
    title: 'GCSE: standard pass in English and maths',
    reached: 'obtained grade 4 or above (C before 2017) in English and in maths',
    achieved: englishAndMaths(isStandardPass),
    source: 'children in care strategy 2019-21, priority 4',
    certainty: 'published',
    requirements: ['D-EDU-09'],
    predicted: ['EDU-15'],
    gap: ['D-EDU-09', 'IND-16'],
  },
  {
    id: 'gcse-english-maths-strong-pass',
    title: 'GCSE: strong pass in English and maths',
    reached: 'obtained grade 5 or above in English and in maths',
    from: 2017,
    achieved: englishAndMaths(isStrongPass),
    source: ACCOUNTABILITY,
    certainty: 'from memory',
    gap: [],
  },
  {
    id: 'attainment-8',
    title: 'Attainment 8',
    reached:
      'Attainment 8 score, as published for the pupil, else worked out from the grades; a pupil without results counts as nought',
    from: 2016,
    unit: 'score',
    achieved: (results) =>
      results.find(({ subject, score }) => subject === 'attainment-8' && score !== undefined)?.score ??
      attainment8(results),
    source: ACCOUNTABILITY,
    certainty: 'from memory',
  },
  {
    id: 'progress-8',
    title: 'Progress 8',
    reached:
      'Progress 8 score of pupils who have one; none is published for the school years 2019/20, 2020/21, and from 2024/25 for two years',
    from: 2016,
    unit: 'score',
    decimals: 2,
    achieved: (results) => results.find(({ subject }) => subject === 'progress-8')?.score,
    source: ACCOUNTABILITY,
    certainty: 'from memory',
    requirements: ['EDU-16'],
  },
];

/** Attainment at the end of Key Stage 4. */
export const gcseIndicators = STANDARDS.map(
  (standard): Standard => ({ ...standard, stage: 'KS4', yearGroup: 11 }),
).flatMap(indicatorsOf);

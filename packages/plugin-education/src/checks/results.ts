import { academicYearOf, defineCheck, longDate } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { attainment } from '../generated/records.ts';
import { shown } from '../lists/progress.ts';
import { gcsePoints, isStandardPass } from '../pupils/grades.ts';
import type { Stage } from '../pupils/results.ts';
import { yearGroupLabel, yearGroupOn } from '../pupils/yearGroups.ts';
import { impossibleDay, twice } from './shared.ts';

const record = attainment.id;

/** Year groups in which a stage is assessed; a year on either side is let pass, for pupils taught out of year. */
const YEARS: Partial<Record<Stage, readonly [first: number, last: number]>> = {
  EYFSP: [0, 0],
  PHON: [1, 2],
  KS1: [2, 2],
  MTC: [4, 4],
  KS2: [6, 6],
  KS3: [7, 9],
  KS4: [10, 11],
  KS5: [12, 14],
};

const outOfYear = defineCheck({
  id: 'attainment-outside-cohort',
  title: 'Result of a pupil who is not in the year group for it',
  record,
  fix: 'Correct the stage or the day of the result, or the child’s date of birth.',
  *find(child) {
    for (const { stage, status, taken, subject } of child.records(attainment)) {
      const years = YEARS[stage];
      if (status !== 'result' || years === undefined) continue;
      const group = yearGroupOn(child, taken);
      if (group < years[0] - 1 || group > years[1] + 1) {
        yield `${codeSets.ASSESSMENT_STAGE.label(stage)}, ${subject}, taken on ${longDate(taken)}, when the child was of the age for ${yearGroupLabel(group)}`;
      }
    }
  },
});

const dates = defineCheck({
  id: 'attainment-dates',
  title: 'Dates of results that cannot be',
  record,
  fix: 'Correct the day; a result that is still to come is a prediction or a target.',
  *find(child, { asAt }) {
    for (const { taken, subject, status } of child.records(attainment)) {
      yield* impossibleDay(child, `${status} in ${subject}`, taken, asAt);
    }
  },
});

const two = defineCheck({
  id: 'attainment-contradicts',
  title: 'Two different results of one subject on one day',
  record,
  fix: 'Remove the wrong one, or correct its day.',
  *find(child) {
    const results = child.records(attainment).filter(({ status }) => status === 'result');
    for (const same of twice(results, ({ stage, subject, taken }) => `${stage} ${subject} ${taken}`)) {
      const values = [...new Set(same.map(shown))];
      if (values.length > 1)
        yield `${same[0]!.subject} on ${longDate(same[0]!.taken)} stands as ${values.join(' and as ')}`;
    }
  },
});

const SCALED_SCORES = [80, 120] as const;

const values = defineCheck({
  id: 'attainment-values',
  title: 'Grades and scores that the assessment does not have',
  record,
  fix: 'Correct the grade or the score.',
  requirements: ['EDU-13'],
  *find(child) {
    for (const { stage, status, subject, grade, score, taken, counts } of child.records(attainment)) {
      if (status !== 'result') continue;
      const when = `${subject} on ${longDate(taken)}`;
      const [least, most] = SCALED_SCORES;
      const scaled = stage === 'KS2' && academicYearOf(taken) >= 2016 && subject !== 'writing';
      if (scaled && score !== undefined && (score < least || score > most)) {
        yield `${when}: a scaled score of ${score}, not between ${least} and ${most}`;
      }
      if (stage === 'KS4' && grade !== undefined && counts === undefined && !/^..?-?.$/.test(grade)) {
        if (Number.isNaN(gcsePoints(grade))) yield `${when}: '${grade}' is no GCSE grade`;
      }
    }
  },
});

const standard = defineCheck({
  id: 'attainment-standard-contradicts',
  title: 'Standard said to be met, against the score or grade',
  record,
  fix: 'Correct the score or grade, or whether the standard was met.',
  *find(child) {
    for (const { stage, status, subject, score, grade, metStandard, taken } of child.records(attainment)) {
      if (status !== 'result' || metStandard === undefined) continue;
      const when = `${subject} on ${longDate(taken)}`;
      const scaled =
        stage === 'KS2' && academicYearOf(taken) >= 2016 && score !== undefined && subject !== 'writing';
      if (scaled && score >= 100 !== metStandard) {
        yield `${when}: score ${score}, and the standard said to be ${metStandard ? 'met' : 'not met'}`;
      }
      if (stage === 'KS4' && !Number.isNaN(gcsePoints(grade)) && isStandardPass(grade) !== metStandard) {
        yield `${when}: grade ${grade}, and the standard said to be ${metStandard ? 'met' : 'not met'}`;
      }
    }
  },
});

/** What cannot be right in results. */
export const resultChecks = [outOfYear, dates, two, values, standard];

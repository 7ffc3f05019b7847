import { type Child, type Day, defineIndicator, holdsAny, type Measure, shareOf } from '@cic/core';
import { yearTo } from '../facts/remember.ts';
import { hasSdq, scoredByCarer, sdqKnown, sdqRequired, sdqResult, totalOf } from '../facts/sdq.ts';
import { strengthsAndDifficulties } from '../generated/records.ts';
import { sdqBand } from '../sdq/bands.ts';
import { DERBY, DERBYSHIRE } from '../sources.ts';

const REQUIRED =
  'children looked after for twelve months and 4 to 16 years old on the last day of the period';
const PUBLISHED = 'SSDA903 statistics, outcomes (OC2); cohorts section 5';

/** Of the children a questionnaire is asked for; nothing where nobody's result is known for the year. */
const required =
  (verdict: (child: Child, on: Day, parameter: (id: string) => number) => ReturnType<Measure>): Measure =>
  (child, { period, history, parameter }) =>
    sdqRequired(child, period.end) && sdqKnown(history, period.end)
      ? verdict(child, period.end, parameter)
      : undefined;

const scored =
  (verdict: (score: number, child: Child) => ReturnType<Measure>): Measure =>
  (child, { period }) => {
    if (!sdqRequired(child, period.end)) return undefined;
    const score = sdqResult(child, period.end)?.score;
    return score === undefined ? undefined : verdict(score, child);
  };

const requiredCount = defineIndicator({
  id: 'sdq-required',
  title: 'Children for whom a questionnaire is required',
  definition: `Number of ${REQUIRED}.`,
  population: REQUIRED,
  unit: 'count',
  polarity: 'neutral',
  kind: 'stock',
  source: `${PUBLISHED}; ${DERBY}`,
  certainty: 'published',
  requirements: ['HLT-11'],
  among: 'looked after in the period',
  measure: (child, { period }) => (sdqRequired(child, period.end) ? true : undefined),
});

const completedCount = defineIndicator({
  id: 'sdq-completed',
  title: 'Questionnaires completed',
  definition: `Number of ${REQUIRED}, with a total difficulties score by the main carer in those twelve months.`,
  population: REQUIRED,
  unit: 'count',
  polarity: 'higher',
  kind: 'stock',
  source: `${PUBLISHED}; ${DERBY}`,
  certainty: 'published',
  requirements: ['HLT-11'],
  needs: hasSdq,
  among: 'looked after in the period',
  measure: required((child, on) => sdqResult(child, on)?.score !== undefined),
});

const completion = defineIndicator({
  id: 'sdq-completion',
  title: 'Children with a questionnaire completed',
  definition:
    'Of children looked after for twelve months and 4 to 16 years old on the last day, the share with a total difficulties ' +
    'score by the main carer in them. From the health records, else the statutory return of the same day.',
  population: REQUIRED,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  codes: [{ scheme: 'SSDA903', code: 'OC2 SDQ_SCORE' }],
  source: `${PUBLISHED} (completion from memory); ${DERBY}`,
  certainty: 'from memory',
  requirements: ['HLT-11', 'D-HEA-05'],
  needs: hasSdq,
  among: 'looked after in the period',
  measure: required((child, on) => sdqResult(child, on)?.score !== undefined),
});

/** The published base: the day of the questionnaire is not in the return, so 4-year-olds are left out. */
const fromFive =
  (measure: Measure): Measure =>
  (child, context) =>
    child.ageOn(context.period.end) >= 5 ? measure(child, context) : undefined;

const publishedCompletion = defineIndicator({
  id: 'sdq-completion-5-to-16',
  title: 'Children of 5 to 16 with a questionnaire completed',
  definition:
    'As the share with a questionnaire completed, of children 5 to 16 years old on the last day: the base of the published statistics.',
  population: 'children looked after for twelve months and 5 to 16 years old on the last day of the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: PUBLISHED,
  certainty: 'published',
  requirements: ['HLT-11'],
  needs: hasSdq,
  among: 'looked after in the period',
  measure: fromFive(required((child, on) => sdqResult(child, on)?.score !== undefined)),
});

const average = defineIndicator({
  id: 'sdq-average-score',
  title: 'Average score of the questionnaire',
  definition:
    'Mean total difficulties score by the main carer, over children looked after for twelve months and 4 to 16 years old ' +
    'on the last day who have a score in them. 0 to 40, higher is more difficulty.',
  population: `${REQUIRED}, with a score`,
  unit: 'score',
  polarity: 'lower',
  kind: 'stock',
  source: `${PUBLISHED}; ${DERBY}`,
  certainty: 'published',
  requirements: ['HLT-11', 'D-HEA-05', 'IND-03'],
  needs: hasSdq,
  among: 'looked after in the period',
  measure: scored((score) => score),
});

const borderlineOrHigh = defineIndicator({
  id: 'sdq-borderline-or-high',
  title: 'Children with a borderline or high score',
  definition:
    'Of children with a score in the year, the share with 14 or more: borderline or cause for concern.',
  population: `${REQUIRED}, with a score`,
  unit: 'percent',
  polarity: 'lower',
  kind: 'stock',
  source: `${PUBLISHED} (bands); ${DERBYSHIRE}`,
  certainty: 'published',
  requirements: ['D-HEA-05', 'HLT-13'],
  needs: hasSdq,
  among: 'looked after in the period',
  measure: scored((score) => sdqBand(score) !== 'normal'),
});

const causeForConcern = defineIndicator({
  id: 'sdq-cause-for-concern',
  title: 'Children with a score that is cause for concern',
  definition: 'Of children with a score in the year, the share with 17 or more.',
  population: `${REQUIRED}, with a score`,
  unit: 'percent',
  polarity: 'lower',
  kind: 'stock',
  source: `${PUBLISHED} (bands)`,
  certainty: 'published',
  requirements: ['D-HEA-05'],
  needs: hasSdq,
  among: 'looked after in the period',
  measure: scored((score) => sdqBand(score) === 'cause-for-concern'),
});

const change = defineIndicator({
  id: 'sdq-change',
  title: "Change of a child's score since the first in care",
  definition:
    'Mean change of the total difficulties score from the first questionnaire of the main carer on record to the last in ' +
    'the year, over children with both, at least six months apart. Below nought is better.',
  population: 'children in care on the last day with two scores, the last of them in the year',
  unit: 'score',
  polarity: 'lower',
  kind: 'stock',
  source: 'proposed: no published measure of change was found',
  certainty: 'proposed',
  requirements: ['D-HEA-05'],
  needs: holdsAny(strengthsAndDifficulties),
  among: 'in care at the end',
  measure: (child, { period }) => {
    if (!child.isLookedAfter(period.end)) return undefined;
    const scores = [...scoredByCarer(child, period.end)];
    const [first] = scores;
    const last = scores.at(-1);
    if (!first || !last || last.on < yearTo(period.end) || last.on - first.on < HALF_A_YEAR) return undefined;
    return last.score - first.score;
  },
});

const HALF_A_YEAR = 182;

const INFORMANTS = ['carer', 'teacher', 'child'] as const;

const threeInformants = defineIndicator({
  id: 'sdq-three-informants',
  title: 'Children with questionnaires from carer, young person and school',
  definition:
    'Of children of 11 to 16 looked after for twelve months, the share with scored questionnaires in them from the main ' +
    'carer, from the young person (alone or with the social worker) and from the school.',
  population: 'children looked after for twelve months and 11 to 16 years old on the last day of the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: `${DERBYSHIRE}, plan 3`,
  certainty: 'proposed',
  requirements: ['D-HEA-05'],
  needs: holdsAny(strengthsAndDifficulties),
  among: 'looked after in the period',
  measure: required((child, on) => {
    if (!(child.ageOn(on) >= 11)) return undefined;
    const from = yearTo(on);
    const answered = new Set(
      child
        .records(strengthsAndDifficulties)
        .filter(
          (one) =>
            one.completed !== undefined &&
            one.completed >= from &&
            one.completed <= on &&
            totalOf(one) !== undefined,
        )
        .map(({ informant }) => (informant === 'social-worker' ? 'child' : informant)),
    );
    return INFORMANTS.every((informant) => answered.has(informant));
  }),
});

const usedInCare = defineIndicator({
  id: 'sdq-used',
  title: 'Questionnaires used in care plan, health assessment or review',
  definition:
    'Of questionnaires completed in the period with a score, the share marked as used in the care plan, a health assessment or a review.',
  population: 'scored questionnaires completed in the period, of children looked after in it',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${DERBYSHIRE}, plan 3`,
  certainty: 'proposed',
  requirements: ['D-HEA-06'],
  needs: holdsAny(strengthsAndDifficulties),
  among: 'looked after in the period',
  measure: (child, { period: { start, end } }) => {
    if (!child.lookedAfterDuring(start, end)) return undefined;
    let numerator = 0;
    let denominator = 0;
    for (const one of child.records(strengthsAndDifficulties)) {
      const { completed, usedIn = [] } = one;
      if (completed === undefined || completed < start || completed > end || totalOf(one) === undefined)
        continue;
      denominator++;
      if (usedIn.length > 0) numerator++;
    }
    return shareOf(numerator, denominator);
  },
});

/** The strengths and difficulties questionnaire. */
export const sdqIndicators = [
  requiredCount,
  completedCount,
  completion,
  publishedCompletion,
  average,
  borderlineOrHigh,
  causeForConcern,
  change,
  threeInformants,
  usedInCare,
];

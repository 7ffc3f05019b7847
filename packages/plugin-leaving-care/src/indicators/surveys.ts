import {
  aCase,
  type CareHistory,
  defineIndicator,
  holdsAny,
  type Inside,
  type MeasuredIndicator,
  noChild,
  type Period,
  within,
} from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { type CareLeaverSurvey, careLeaverSurvey } from '../generated/records.ts';
import { KEEP_ON_CARING, STRATEGY } from '../sources.ts';

const QUESTIONS = codeSets.KEEP_ON_CARING_QUESTION;
const ANSWERS = codeSets.KEEP_ON_CARING_ANSWER;

export const surveyIndicatorId = (question: string): string => `care-leaver-survey-${question}`;

/** The last survey of a period: figures of one round are never added to those of another. */
export const lastSurvey = (
  { otherRecords }: Pick<CareHistory, 'otherRecords'>,
  period: Period,
): Inside<CareLeaverSurvey> | undefined =>
  otherRecords(careLeaverSurvey).findLast(({ held }) => within(held, period));

/** Answers to a question: how many are on its good (or, of a worry, its bad) side, of how many who answered it. */
export function answersTo(
  survey: Inside<CareLeaverSurvey>,
  question: string,
): { readonly so: number; readonly all: number; readonly silent: number } {
  let so = 0;
  let all = 0;
  let silent = 0;
  for (const { question: asked, answer, count } of survey.answers ?? []) {
    if (asked !== question) continue;
    const { group, counts } = ANSWERS.get(answer)!;
    if (group === QUESTIONS.get(question)?.scale) {
      all += count;
      if (counts === true) so += count;
    } else if (group === 'none') silent += count;
  }
  return { so, all, silent };
}

const ofQuestion = ({ code, label, polarity }: (typeof QUESTIONS.codes)[number]): MeasuredIndicator => {
  const sides = ANSWERS.codes.filter(
    ({ group, counts }) => group === QUESTIONS.get(code)?.scale && counts === true,
  );
  return defineIndicator({
    id: surveyIndicatorId(code),
    title: `Care leaver survey: ${label}`,
    definition: `Of all answers to '${label}' in the last survey of the period, those left blank included, the share: ${sides.map((one) => one.label.toLowerCase()).join('; or ')}.`,
    population: 'questionnaires that came back in the last survey of the period',
    unit: 'percent',
    polarity: polarity === 'lower' ? 'lower' : 'higher',
    kind: 'flow',
    decimals: 0,
    source: `${STRATEGY} (care leaver consultation 2018); ${KEEP_ON_CARING}`,
    certainty: 'published',
    requirements: ['D-LEA-29', 'LVC-18'],
    needs: holdsAny(careLeaverSurvey),
    measure: noChild,
    *cases({ history, period }) {
      const survey = lastSurvey(history, period);
      const answers = survey && answersTo(survey, code);
      if (answers && answers.all + answers.silent > 0)
        yield aCase(survey.id, answers.so, answers.all + answers.silent);
    },
  });
};

const responseRate = defineIndicator({
  id: 'care-leaver-survey-response-rate',
  title: 'Care leaver survey: response rate',
  definition: 'Of care leavers invited to the surveys of the period, the share who answered.',
  population: 'care leavers invited to the surveys of the period that say how many were invited',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'Looked after and adopted children strategy 2012-15, section 7.1.2d',
  certainty: 'proposed',
  requirements: ['LVC-18'],
  needs: holdsAny(careLeaverSurvey),
  measure: noChild,
  *cases({ history, period }) {
    for (const { id, held, invited, answered } of history.otherRecords(careLeaverSurvey)) {
      if (invited !== undefined && within(held, period))
        yield aCase(id, Math.min(answered, invited), invited);
    }
  },
});

const fedBack = defineIndicator({
  id: 'care-leaver-survey-fed-back',
  title: 'Care leaver surveys with feedback to young people',
  definition:
    'Of surveys held in the period, the share after which care leavers were told what came of it, by its last day.',
  population: 'surveys of care leavers held in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'Looked after and adopted children strategy 2012-15, section 7.1.2d',
  certainty: 'proposed',
  requirements: ['LVC-18'],
  needs: holdsAny(careLeaverSurvey),
  measure: noChild,
  *cases({ history, period }) {
    for (const { id, held, feedbackGiven } of history.otherRecords(careLeaverSurvey)) {
      if (within(held, period)) yield aCase(id, feedbackGiven !== undefined && feedbackGiven <= period.end);
    }
  },
});

/** What care leavers say, beside the hard figures. */
export const surveyIndicators: readonly MeasuredIndicator[] = [
  ...QUESTIONS.codes.map(ofQuestion),
  responseRate,
  fedBack,
];

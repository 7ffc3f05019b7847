import {
  type CareHistory,
  type Inside,
  type MeasureContext,
  oncePerHistory,
  type Period,
  within,
} from '@cic/core';
import { type Survey, surveyResponse, survey as surveyType } from '../generated/records.ts';
import { type Answered, protectAnswers, type ShownGroup } from '../surveys/protect.ts';

const responses = oncePerHistory((history): ReadonlyMap<string, Answered[]> => {
  const bySurvey = new Map<string, Answered[]>();
  for (const { survey, about = [], answers } of history.otherRecords(surveyResponse)) {
    const answered: Answered = {
      about: Object.fromEntries(about.map(({ cut, value }) => [cut, value])),
      answers: Object.fromEntries(answers.map(({ question, answer }) => [question, answer])),
    };
    const known = bySurvey.get(survey);
    if (known) known.push(answered);
    else bySurvey.set(survey, [answered]);
  }
  return bySurvey;
});

export const responsesTo = (history: CareHistory, survey: string): readonly Answered[] =>
  responses(history).get(survey) ?? [];

/** Questionnaires that came back: the responses on record, or the number noted where there are none. */
export const cameBack = (history: CareHistory, { id, answered, counts = [] }: Inside<Survey>): number => {
  const onRecord = responsesTo(history, id).length;
  if (onRecord > 0) return onRecord;
  const byQuestion = new Map<string, number>();
  for (const { question, count } of counts) byQuestion.set(question, (byQuestion.get(question) ?? 0) + count);
  return Math.max(answered ?? 0, ...byQuestion.values());
};

/** Fewest people of whom answers are shown: the plugin's own limit, or the council's policy where it hides more. */
export const smallestGroup = ({
  council,
  parameter,
}: Pick<MeasureContext, 'council' | 'parameter'>): number =>
  Math.max(2, Math.ceil(parameter('survey-smallest-group')), council.disclosure.suppress.to + 1);

/** What may be shown of a survey; answers that were only counted have no cuts. */
export function shownOf(
  survey: Inside<Survey>,
  context: Pick<MeasureContext, 'council' | 'parameter' | 'history'>,
  cuts: readonly (readonly string[])[] = [],
): ShownGroup[] {
  const smallest = smallestGroup(context);
  const answered = responsesTo(context.history, survey.id);
  if (answered.length > 0) return protectAnswers(survey.questions, answered, cuts, smallest);
  return survey.questions.flatMap((question) => {
    const counted = (survey.counts ?? [])
      .filter((one) => one.question === question.id)
      .flatMap(({ answer, count }) =>
        Array.from({ length: count }, (): Answered => ({ about: {}, answers: { [question.id]: answer } })),
      );
    return protectAnswers([question], counted, [], smallest);
  });
}

/** Surveys that opened in a period, by time. */
export const surveysIn = (history: CareHistory, period: Period): Inside<Survey>[] =>
  history.otherRecords(surveyType).filter(({ opened }) => within(opened, period));

/** The round of the same series before a survey. */
export const roundBefore = (
  history: CareHistory,
  { series, opened }: Inside<Survey>,
): Inside<Survey> | undefined =>
  series === undefined
    ? undefined
    : history.otherRecords(surveyType).findLast((other) => other.series === series && other.opened < opened);

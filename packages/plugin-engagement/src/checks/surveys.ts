import { type Check, defineCheck, longDate } from '@cic/core';
import { responsesTo } from '../facts/surveys.ts';
import { survey, surveyResponse } from '../generated/records.ts';

const FIX = 'Correct the answer, or add it to the question’s scale in the survey.';

const offScale = defineCheck({
  id: 'survey-answer-off-scale',
  title: 'Survey answer off its scale',
  record: surveyResponse.id,
  fix: FIX,
  requirements: ['ENG-06', 'D-ENG-16'],
  *findOthers({ history }) {
    const surveys = new Map(history.otherRecords(survey).map((one) => [one.id, one]));
    for (const response of history.otherRecords(surveyResponse)) {
      const asked = surveys.get(response.survey);
      if (!asked) {
        yield { about: response.id, message: `answers survey '${response.survey}', which is not on record` };
        continue;
      }
      for (const { question, answer } of response.answers) {
        const of = asked.questions.find(({ id }) => id === question);
        if (!of)
          yield {
            about: response.id,
            message: `answers question '${question}', which survey '${asked.id}' does not ask`,
          };
        else if (!of.answers.some(({ code }) => code === answer))
          yield {
            about: response.id,
            message: `answer '${answer}' to question '${question}' of survey '${asked.id}' is not on its scale: ${of.answers.map(({ code }) => code).join(', ')}`,
          };
      }
    }
  },
});

const twice = defineCheck({
  id: 'survey-question-answered-twice',
  title: 'One question answered twice in a response',
  record: surveyResponse.id,
  fix: 'Keep one answer; the last one counts until then.',
  *findOthers({ history }) {
    for (const { id, answers } of history.otherRecords(surveyResponse)) {
      const asked = answers.map(({ question }) => question);
      for (const question of new Set(asked.filter((one, i) => asked.indexOf(one) !== i)))
        yield { about: id, message: `answers question '${question}' more than once` };
    }
  },
});

const counts = defineCheck({
  id: 'survey-counts',
  title: 'Counts of a survey that do not fit',
  record: survey.id,
  fix: 'Correct the counts, the number of questionnaires or the questions; where each response is on record, leave the counts out.',
  requirements: ['ENG-06', 'D-ENG-16'],
  *findOthers({ history }) {
    for (const { id, questions, counts: counted = [], answered, invited } of history.otherRecords(survey)) {
      const tell = (message: string) => ({ about: id, message });
      const back = responsesTo(history, id).length;
      if (answered !== undefined && back > 0 && answered !== back)
        yield tell(`notes ${answered} questionnaires that came back; ${back} responses are on record`);
      const known = Math.max(back, answered ?? 0);
      if (invited !== undefined && known > invited)
        yield tell(`${known} questionnaires came back, but ${invited} people were invited`);
      const codes = new Map(questions.map((one) => [one.id, new Set(one.answers.map(({ code }) => code))]));
      if (codes.size < questions.length) yield tell('asks two questions under one id');
      const sums = new Map<string, number>();
      for (const { question, answer, count } of counted) {
        if (!codes.get(question)?.has(answer))
          yield tell(`counts answer '${answer}' to question '${question}', which is not on its scale`);
        sums.set(question, (sums.get(question) ?? 0) + count);
      }
      for (const [question, sum] of sums)
        if (answered !== undefined && sum > answered)
          yield tell(
            `${sum} answers to question '${question}', more than the ${answered} questionnaires that came back`,
          );
    }
  },
});

const late = defineCheck({
  id: 'survey-response-dates',
  title: 'Response outside the survey’s days',
  record: surveyResponse.id,
  fix: 'Correct the day it was received, or the day the survey opened. The first of the month stands for any day of it.',
  *findOthers({ history, asAt }) {
    const surveys = new Map(history.otherRecords(survey).map((one) => [one.id, one]));
    for (const { id, survey: of, received } of history.otherRecords(surveyResponse)) {
      const opened = surveys.get(of)?.opened;
      // A response may carry the first of the month, so up to 30 days before the survey opened.
      if (opened !== undefined && received < opened - 30)
        yield {
          about: id,
          message: `received on ${longDate(received)}, before the survey opened on ${longDate(opened)}`,
        };
      if (received > asAt)
        yield { about: id, message: `received on ${longDate(received)}, which is still to come` };
    }
  },
});

/** Surveys and their answers. */
export const surveyChecks: readonly Check[] = [offScale, twice, counts, late];

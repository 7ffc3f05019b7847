import { columns, type Inside, type ListCells, type ListDefinition, type MeasureContext } from '@cic/core';
import { cameBack, roundBefore, shownOf, smallestGroup, surveysIn } from '../facts/surveys.ts';
import { codeSets } from '../generated/codeSets.ts';
import type { Survey } from '../generated/records.ts';
import type { ShownGroup } from '../surveys/protect.ts';

const percent = (count: number | undefined, base: number | undefined): number | undefined =>
  count === undefined || base === undefined || base === 0 ? undefined : Math.round((count / base) * 100);

const HIDDEN = 'too few to show';

/** A question's row for an answer, or for the answers that count together. */
function* rowsOf(
  one: Inside<Survey>,
  shown: ShownGroup,
  before: ShownGroup | undefined,
  hidden: string,
): Generator<ListCells> {
  const question = one.questions.find(({ id }) => id === shown.question)!;
  const common = {
    survey: one.title,
    question: question.text,
    group:
      shown.group.map((value, i) => `${codeSets.SURVEY_CUT.label(shown.by[i]!)}: ${value}`).join(', ') ||
      'everybody',
    base: shown.base ?? hidden,
  };
  const line = (answer: string, count: number | undefined, then: number | undefined): ListCells => {
    const share = percent(count, shown.base);
    const last = percent(then, before?.base);
    return {
      ...common,
      answer,
      count: count ?? hidden,
      percent: share ?? hidden,
      change: share === undefined || last === undefined ? '' : share - last,
      flags: count === undefined ? [HIDDEN] : [],
    };
  };
  const counting = question.answers.filter(({ counts }) => counts).map(({ label }) => label);
  if (counting.length > 1) yield line(counting.join(' or '), shown.counting, before?.counting);
  for (const { code, label } of question.answers)
    yield line(
      label,
      shown.answers.find(({ answer }) => answer === code)?.count,
      before?.answers.find(({ answer }) => answer === code)?.count,
    );
}

/** The results of the surveys of a period, with the change in percentage points since the round before. */
export const surveyResults = (cuts: readonly (readonly string[])[]): ListDefinition => ({
  id: 'survey-results',
  title: 'Results of surveys',
  columns: columns({
    survey: 'Survey',
    question: 'Question',
    group: 'Group',
    answer: 'Answer',
    base: 'Answered',
    count: 'Gave this answer',
    percent: 'Percent',
    change: 'Change since last time, percentage points',
    flags: 'Why',
  }),
  requirements: ['ENG-06', 'D-ENG-16'],
  *rows(context) {
    const symbol = context.council.disclosure.symbol;
    for (const one of surveysIn(context.history, context.period)) {
      const last = roundBefore(context.history, one);
      const then = last ? shownOf(last, context, cuts) : [];
      for (const shown of shownOf(one, context, cuts))
        yield* rowsOf(
          one,
          shown,
          then.find(({ question, by, group }) => sameGroup({ question, by, group }, shown)),
          symbol,
        );
    }
  },
});

const key = ({ question, by, group }: Pick<ShownGroup, 'question' | 'by' | 'group'>): string =>
  JSON.stringify([question, by, group]);
const sameGroup = (a: Pick<ShownGroup, 'question' | 'by' | 'group'>, b: ShownGroup): boolean =>
  key(a) === key(b);

/** Who was asked, who answered, and whether they were told what came of it. */
export const surveyRounds: ListDefinition = {
  id: 'survey-rounds',
  title: 'Surveys and who answered',
  columns: columns({
    survey: 'Survey',
    audience: 'Who was asked',
    invited: 'Invited',
    back: 'Came back',
    silent: 'Did not answer',
    flags: 'Why',
  }),
  requirements: ['ENG-06', 'ENG-08', 'D-ENG-16'],
  rows: (context: MeasureContext) =>
    surveysIn(context.history, context.period).map((one) => {
      const back = cameBack(context.history, one);
      return {
        survey: one.title,
        audience: codeSets.ENGAGEMENT_AUDIENCE.label(one.audience),
        invited: one.invited ?? '',
        back,
        silent: one.invited === undefined ? '' : Math.max(0, one.invited - back),
        flags: [
          ...(one.feedbackGiven === undefined || one.feedbackGiven > context.period.end
            ? ['those asked were not told what came of it']
            : []),
          ...(back < smallestGroup(context) ? ['too few came back to show any answer'] : []),
        ],
      };
    }),
};

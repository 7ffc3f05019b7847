import { financialYear } from '@cic/core';
import { describe, expect, it } from 'vitest';
import { type Survey, type SurveyResponse, survey, surveyResponse } from '../src/generated/records.ts';
import { found, listed, parts, value, withOthers } from './tell.ts';

const YEAR = financialYear(2019);
type Question = Survey['questions'][number];
const scale = (id: string, ...answers: readonly (readonly [code: string, counts?: true])[]): Question => ({
  id,
  text: id,
  answers: answers.map(([code, counts]) => ({ code, label: code, ...(counts ? { counts } : {}) })),
});

/** The care leaver consultation of 2018 as printed, in percent: what counts is marked; what is missing was not answered. */
const PRINTED: readonly (readonly [Question, readonly number[], number])[] = [
  [scale('independence-planning', ['always', true], ['mostly', true], ['not']), [32, 31, 0], 63],
  [scale('eet-support', ['good', true], ['poor']), [61, 0], 61],
  [scale('settled', ['settled', true], ['not']), [73, 27], 73],
  [scale('safe', ['safe', true], ['not']), [91, 9], 91],
  [scale('secure', ['secure', true], ['not']), [88, 12], 88],
  [scale('physical-health', ['well', true], ['ok'], ['unwell']), [67, 24, 9], 67],
  [scale('mental-health', ['well', true], ['ok'], ['unwell']), [51, 19, 30], 51],
  [scale('financial-information', ['received', true], ['not']), [28, 68], 28],
  [scale('budgeting', ['prepared', true], ['not']), [63, 33], 63],
  [scale('money-worry', ['often', true], ['sometimes'], ['never']), [45, 33, 18], 45],
];
const ROUND: Survey = {
  id: 'leavers-2018',
  series: 'leavers',
  kind: 'care-leaver',
  title: 'Care leaver consultation 2018',
  opened: '2018-07-01',
  closed: '2018-08-31',
  audience: 'care-leavers',
  invited: 400,
  answered: 100,
  questions: PRINTED.map(([question]) => question),
  counts: PRINTED.flatMap(([{ id, answers }, counts]) =>
    answers.map(({ code }, i) => ({ question: id, answer: code, count: counts[i]! })),
  ),
};
/** The same, one response for each questionnaire. */
const responses = Array.from(
  { length: 100 },
  (_, person): SurveyResponse => ({
    id: `r${person}`,
    survey: 'leavers-2018',
    received: '2018-07-01',
    about: [{ cut: 'age', value: person % 2 === 0 ? '18-20' : '21-25' }],
    answers: PRINTED.flatMap(([{ id, answers }, counts]) => {
      const upTo = (i: number) => counts.slice(0, i + 1).reduce((sum, count) => sum + count, 0);
      const given = answers.find((_answer, i) => person < upTo(i));
      return given ? [{ question: id, answer: given.code }] : [];
    }),
  }),
);
const { counts: _counts, answered: _answered, ...ANONYMOUS } = ROUND;
const counted = withOthers([], { type: survey, records: [ROUND] });
const answered = withOthers(
  [],
  { type: survey, records: [ANONYMOUS] },
  { type: surveyResponse, records: responses },
);

describe('the care leaver survey of the documents', () => {
  it('comes out again as printed, from counts and from single answers [ENG-06] [D-ENG-16]', () => {
    for (const [{ id }, , printed] of PRINTED) {
      expect(value(`survey-${id}`, counted, YEAR), id).toBeCloseTo(printed, 9);
      expect(value(`survey-${id}`, answered, YEAR), id).toBeCloseTo(printed, 9);
    }
  });

  it('has a response rate, a base and those who did not answer [ENG-06] [D-ENG-16]', () => {
    for (const history of [counted, answered]) {
      expect(parts('survey-response-rate', history, YEAR)).toEqual([100, 400]);
      expect(value('survey-responses', history, YEAR)).toBe(100);
      expect(listed('survey-rounds', history, YEAR)[0]).toMatchObject({
        invited: 400,
        back: 100,
        silent: 300,
      });
    }
    const information = listed('survey-results', answered, YEAR).filter(
      ({ question, group }) => question === 'financial-information' && group === 'everybody',
    );
    expect(information.map(({ answer, base, count }) => [answer, base, count])).toEqual([
      ['received', 96, 28],
      ['not', 96, 68],
    ]);
  });

  it('never names a child: a response is about the survey', () => {
    expect(surveyResponse.subject).toBe('survey');
    expect(Object.keys(surveyResponse.schema.properties!)).not.toContain('child');
    expect(surveyResponse.validate({ ...responses[0], child: 'C0001' })).toBe(false);
  });
});

describe('results of a survey', () => {
  const rounds = (then: number, now: number) =>
    withOthers([], {
      type: survey,
      records: [
        {
          ...ROUND,
          id: 'a',
          opened: '2017-07-01',
          counts: [
            { question: 'safe', answer: 'safe', count: then },
            { question: 'safe', answer: 'not', count: 100 - then },
          ],
        },
        {
          ...ROUND,
          id: 'b',
          counts: [
            { question: 'safe', answer: 'safe', count: now },
            { question: 'safe', answer: 'not', count: 100 - now },
          ],
        },
      ],
    });
  const safe = (history: ReturnType<typeof rounds>) =>
    listed('survey-results', history, YEAR).filter(({ question }) => question === 'safe');

  it('show the change since last time [ENG-06]', () => {
    expect(safe(rounds(80, 91))[0]).toMatchObject({ percent: 91, change: 11, flags: [] });
  });

  it('hide what the council’s policy hides, in the list and in the figure [D-ENG-16]', () => {
    expect(safe(rounds(80, 96))[0]).toMatchObject({
      count: 'c',
      percent: 'c',
      change: '',
      flags: ['too few to show'],
    });
    expect(value('survey-safe', rounds(80, 96), YEAR)).toBeNull();
    const open = {
      disclosure: { suppress: { from: 1, to: 2 }, symbol: 'c' },
      parameters: [{ id: 'survey-smallest-group', value: 3 }],
    };
    expect(value('survey-safe', rounds(80, 96), YEAR, { council: open })).toBe(96);
  });

  it('are cut by age where nobody is given away', () => {
    const groups = listed('survey-results', answered, YEAR).filter(
      ({ question, answer }) => question === 'budgeting' && answer === 'prepared',
    );
    expect(groups.map(({ group, count }) => [group, count])).toEqual([
      ['everybody', 63],
      ['Age: 18-20', 32],
      ['Age: 21-25', 31],
    ]);
  });

  it('are fed back to those asked, or flagged [ENG-08]', () => {
    expect(parts('surveys-fed-back', counted, YEAR)).toEqual([0, 1]);
    expect(listed('survey-rounds', counted, YEAR)[0]!.flags).toEqual([
      'those asked were not told what came of it',
    ]);
  });
});

describe('checks of surveys', () => {
  const check = (id: string, response: Partial<SurveyResponse>, more: Partial<Survey> = {}) =>
    found(
      id,
      withOthers(
        [],
        { type: survey, records: [{ ...ANONYMOUS, ...more }] },
        { type: surveyResponse, records: [{ ...responses[0]!, ...response }] },
      ),
      '2019-03-31',
    );

  it('find an answer off its scale, to a question not asked, or in a survey not on record [ENG-06]', () => {
    expect(check('survey-answer-off-scale', {})).toEqual([]);
    expect(check('survey-answer-off-scale', { answers: [{ question: 'safe', answer: 'seven' }] })).toEqual([
      "answer 'seven' to question 'safe' of survey 'leavers-2018' is not on its scale: safe, not",
    ]);
    expect(
      check('survey-answer-off-scale', { answers: [{ question: 'shoe-size', answer: 'safe' }] }),
    ).toHaveLength(1);
    expect(check('survey-answer-off-scale', { survey: 'other' })).toEqual([
      "answers survey 'other', which is not on record",
    ]);
  });

  it('find a question answered twice, and numbers that do not fit', () => {
    const twice = [
      { question: 'safe', answer: 'safe' },
      { question: 'safe', answer: 'not' },
    ];
    expect(check('survey-question-answered-twice', { answers: twice })).toEqual([
      "answers question 'safe' more than once",
    ]);
    expect(check('survey-counts', {}, { answered: 12, invited: 5 })).toEqual([
      'notes 12 questionnaires that came back; 1 responses are on record',
      '12 questionnaires came back, but 5 people were invited',
    ]);
    expect(
      found(
        'survey-counts',
        withOthers([], {
          type: survey,
          records: [
            {
              ...ROUND,
              answered: 90,
              counts: [
                { question: 'safe', answer: 'safe', count: 91 },
                { question: 'safe', answer: 'x', count: 0 },
              ],
            },
          ],
        }),
        '2019-03-31',
      ),
    ).toEqual([
      "counts answer 'x' to question 'safe', which is not on its scale",
      "91 answers to question 'safe', more than the 90 questionnaires that came back",
    ]);
    expect(check('survey-response-dates', { received: '2018-05-01' })).toEqual([
      'received on 1 May 2018, before the survey opened on 1 July 2018',
    ]);
  });
});

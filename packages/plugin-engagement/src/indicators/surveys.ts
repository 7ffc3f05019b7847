import { aCase, holdsAny, type MeasuredIndicator } from '@cic/core';
import { cameBack, shownOf, surveysIn } from '../facts/surveys.ts';
import { survey } from '../generated/records.ts';
import { DERBY, STRATEGY } from '../sources.ts';
import { ofOthers } from './shared.ts';

/** A question that is asked again and again, whose headline share is to be an indicator. */
export interface StandingQuestion {
  /** Its id in the surveys. */
  readonly id: string;
  readonly title: string;
  readonly lowerIsBetter?: boolean;
}

/** The questions of the care leaver consultation of 2018 (children in care strategy 2019-21, priority 5). */
export const CONSULTATION_2018: readonly StandingQuestion[] = [
  { id: 'independence-planning', title: 'Involved in planning for independence' },
  { id: 'eet-support', title: 'Good support with education, employment or training' },
  { id: 'settled', title: 'Feel settled' },
  { id: 'safe', title: 'Feel safe' },
  { id: 'secure', title: 'Feel secure' },
  { id: 'physical-health', title: 'Physically well' },
  { id: 'mental-health', title: 'Mentally well' },
  { id: 'financial-information', title: 'Had the financial information they needed' },
  { id: 'budgeting', title: 'Prepared for budgeting' },
  { id: 'money-worry', title: 'Often worry about money', lowerIsBetter: true },
];

const WITH_SURVEYS = holdsAny(survey);

const ofQuestion = ({ id, title, lowerIsBetter }: StandingQuestion): MeasuredIndicator =>
  ofOthers(
    {
      id: `survey-${id}`,
      title: `Survey: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
      definition: `Of the questionnaires that came back in the last survey of the period with the question '${id}', those without an answer included, the share with an answer that counts: ${title.toLowerCase()}. Not shown where it would tell of fewer people than the council’s limit.`,
      population: 'questionnaires that came back in the last survey of the period with the question',
      polarity: lowerIsBetter ? 'lower' : 'higher',
      decimals: 0,
      source: `${STRATEGY}, priority 5 (care leaver consultation 2018)`,
      certainty: 'published',
      requirements: ['ENG-06', 'D-ENG-16'],
      needs: WITH_SURVEYS,
    },
    function* (context) {
      const last = surveysIn(context.history, context.period).findLast(({ questions }) =>
        questions.some((one) => one.id === id),
      );
      if (!last) return;
      const shown = shownOf(last, context).find(({ question, by }) => question === id && by.length === 0);
      const back = Math.max(cameBack(context.history, last), shown?.base ?? 0);
      if (shown?.counting !== undefined && back > 0)
        yield aCase(last.id, shown.counting, back, { 'engagement-audience': last.audience });
    },
  );

const held = ofOthers(
  {
    id: 'surveys-held',
    title: 'Surveys',
    definition: 'Number of surveys that opened in the period.',
    population: 'surveys',
    unit: 'count',
    source: `${DERBY}.2d`,
    requirements: ['ENG-06'],
    needs: WITH_SURVEYS,
  },
  function* ({ history, period }) {
    for (const { id, audience } of surveysIn(history, period))
      yield aCase(id, true, 1, { 'engagement-audience': audience });
  },
);

const responseRate = ofOthers(
  {
    id: 'survey-response-rate',
    title: 'Response rate of surveys',
    definition:
      'Of those invited to the surveys that opened in the period, the share whose questionnaire came back.',
    population: 'people invited to the surveys of the period that say how many were invited',
    source: `${DERBY}.2d`,
    requirements: ['ENG-06', 'D-ENG-16'],
    needs: WITH_SURVEYS,
  },
  function* ({ history, period }) {
    for (const one of surveysIn(history, period))
      if (one.invited !== undefined && one.invited > 0)
        yield aCase(one.id, Math.min(one.invited, cameBack(history, one)), one.invited, {
          'engagement-audience': one.audience,
        });
  },
);

const questionnaires = ofOthers(
  {
    id: 'survey-responses',
    title: 'Questionnaires that came back',
    definition: 'Number of questionnaires that came back in the surveys that opened in the period.',
    population: 'questionnaires that came back',
    unit: 'count',
    source: `${STRATEGY}, priority 5`,
    requirements: ['D-ENG-16'],
    needs: WITH_SURVEYS,
  },
  function* ({ history, period }) {
    for (const one of surveysIn(history, period))
      yield aCase(one.id, cameBack(history, one), 1, { 'engagement-audience': one.audience });
  },
);

const fedBack = ofOthers(
  {
    id: 'surveys-fed-back',
    title: 'Surveys with feedback to those asked',
    definition:
      'Of surveys that opened in the period, the share after which those asked were told what came of it by its last day.',
    population: 'surveys that opened in the period',
    source: `${DERBY}.2d`,
    requirements: ['ENG-06', 'ENG-08'],
    needs: WITH_SURVEYS,
  },
  function* ({ history, period }) {
    for (const { id, audience, feedbackGiven } of surveysIn(history, period))
      yield aCase(id, feedbackGiven !== undefined && feedbackGiven <= period.end, 1, {
        'engagement-audience': audience,
      });
  },
);

/** Surveys, and the headline share of each standing question. */
export const surveyIndicators = (questions: readonly StandingQuestion[]): readonly MeasuredIndicator[] => [
  held,
  questionnaires,
  responseRate,
  fedBack,
  ...questions.map(ofQuestion),
];

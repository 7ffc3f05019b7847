import { addMonths, type Child, type Inside } from '@cic/core';
import { type View, view } from '@cic/core/records';
import {
  type Consultation,
  consultation,
  type Feedback,
  feedback,
  type Survey,
  type SurveyResponse,
  survey,
  surveyResponse,
  type YouSaidWeDid,
  youSaidWeDid,
} from '@cic/plugin-engagement/records';
import type { Random } from '../../random/random.ts';
import { type PartOptions, partPerChild, type SynthPart } from '../part.ts';
import { stays } from './children.ts';
import { partPerYear, type Year } from './years.ts';

const QUESTIONS: Survey['questions'] = [
  ['settled', 'Do you feel settled where you live?'],
  ['safe', 'Do you feel safe?'],
  ['mental-health', 'How is your mental health?'],
].map(([id, text]) => ({
  id: id!,
  text: text!,
  answers: [
    { code: 'good', label: 'Good', counts: true },
    { code: 'mixed', label: 'Mixed' },
    { code: 'poor', label: 'Poor' },
  ],
}));

const surveyOf = ({ year, start }: Year): Inside<Survey> => {
  const opened = addMonths(start, 5);
  const closed = addMonths(opened, 1);
  return {
    id: `care-leavers-${year}`,
    series: 'care-leavers',
    kind: 'care-leaver',
    title: `Care leaver survey ${year}`,
    opened,
    closed,
    audience: 'care-leavers',
    invited: 160,
    feedbackGiven: closed + 40,
    questions: QUESTIONS,
  };
};

const surveys = partPerYear(
  'engagement surveys',
  survey,
  ({ feedbackGiven }) => feedbackGiven!,
  (year) => [surveyOf(year)],
);

/** Between sixty and ninety care leavers answer each round; most are settled and safe. (p) */
const responses = partPerYear(
  'engagement survey responses',
  surveyResponse,
  ({ received }) => received,
  (year) => {
    const { random, options } = year;
    const { id, opened, closed, feedbackGiven } = surveyOf(year);
    if (feedbackGiven! > options.until) return [];
    return Array.from(
      { length: random.int(60, 90) },
      (_, person): Inside<SurveyResponse> => ({
        id: `${id}-${person}`,
        survey: id,
        received: random.dayBetween(opened, closed!),
        about: [{ cut: 'age', value: random.chance(0.5) ? '18-20' : '21-25' }],
        answers: QUESTIONS.map(({ id: question }) => ({
          question,
          answer: random.weighted([
            ['good', 60],
            ['mixed', 25],
            ['poor', 15],
          ] as const),
        })),
      }),
    );
  },
);

/** Three of four things said change something, within weeks. (p) */
const saidAndDone = partPerYear(
  'engagement you said, we did',
  youSaidWeDid,
  ({ fedBack }) => fedBack!,
  ({ year, start, random }) =>
    Array.from({ length: 8 }, (_, i): Inside<YouSaidWeDid> => {
      const said = addMonths(start, i) + 3;
      const on = said + random.int(10, 40);
      const done = on + random.int(20, 60);
      const changed = i % 4 !== 3;
      return {
        id: `said-${year}-${i}`,
        said,
        text: 'We want to know earlier who comes to our reviews.',
        topic: 'reviews',
        audience: 'children-in-care',
        decision: {
          on,
          outcome: changed ? 'changed' : 'no-change',
          by: 'head of reviewing service',
          reason: 'Asked by many.',
        },
        ...(changed
          ? {
              action: {
                text: 'Send the list of those invited a week before.',
                measure: 'Share of reviews with a list sent',
                realistic: true,
                owner: 'independent reviewing officer',
                due: done + 14,
                done,
              },
            }
          : {}),
        fedBack: done + random.int(3, 20),
        fedBackHow: 'newsletter',
      };
    }),
);

const consultations = partPerYear(
  'engagement consultations',
  consultation,
  ({ closed }) => closed!,
  ({ year, start }): Inside<Consultation>[] => [
    {
      id: `consultation-${year}`,
      topic: 'reviews',
      title: 'How reviews are held',
      audiences: ['children-in-care', 'placed-for-adoption'],
      opened: addMonths(start, 2),
      closed: addMonths(start, 3),
      by: 'head of reviewing service',
      channel: 'online',
      asked: 120,
      tookPart: 48,
      rung: '4',
      level: 'consulted',
    },
  ],
);

/** One piece of feedback a month: on information, on compliments, on what to do better. (p) */
const feedbacks = partPerYear(
  'engagement feedback',
  feedback,
  ({ received }) => received,
  ({ year, start, random }) =>
    Array.from(
      { length: 12 },
      (_, month): Inside<Feedback> => ({
        id: `feedback-${year}-${month}`,
        received: addMonths(start, month) + 4,
        from: random.pick(['children-in-care', 'families', 'foster-carers', 'adopters', 'staff'] as const),
        ...(month % 3 === 0
          ? {
              kind: 'information',
              information: 'information-advocacy',
              helpful: random.chance(0.8),
              easyToUnderstand: random.chance(0.7),
              knewWhereToFind: random.chance(0.6),
            }
          : { kind: month % 3 === 1 ? 'compliment' : 'suggestion', service: 'fostering' }),
      }),
    ),
);

/** Three of ten children of five or over are noted to have said something about their care. (p) */
function* viewsOf(child: Child, random: Random, options: PartOptions): Generator<Inside<View>> {
  for (const stay of stays(child, options)) {
    const given = random.dayBetween(stay.from, stay.until);
    if (!(child.ageOn(given) >= 5) || !random.chance(0.3)) continue;
    yield {
      child: child.id,
      given,
      about: random.pick(['placement', 'family-time', 'school', 'plan'] as const),
      heardBy: random.pick(['review', 'visit', 'direct-work', 'app'] as const),
    };
  }
}

/** What young people say, where they are asked and what the council answers. */
export const voiceParts: readonly SynthPart[] = [
  partPerChild('engagement views', view, viewsOf),
  surveys,
  responses,
  consultations,
  saidAndDone,
  feedbacks,
];

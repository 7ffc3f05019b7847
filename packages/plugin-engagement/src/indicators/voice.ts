import {
  aCase,
  codeSets as coreCodes,
  countOf,
  holdsAny,
  type Inside,
  type MeasuredIndicator,
  shareOf,
  within,
} from '@cic/core';
import { review, view } from '@cic/core/records';
import { consultationsIn } from '../facts/activities.ts';
import { changedOn, notSmart, repeatedConsultations } from '../facts/views.ts';
import { consultation, feedback, type YouSaidWeDid, youSaidWeDid } from '../generated/records.ts';
import { DERBY, STRATEGY } from '../sources.ts';
import { ofChildren, ofOthers } from './shared.ts';

const WITH_SAID = holdsAny(youSaidWeDid);
const about = (one: Inside<YouSaidWeDid>) => ({ 'engagement-audience': one.audience });

/** Of what was said in the period, a share. */
const ofSaid = (
  words: {
    readonly id: string;
    readonly title: string;
    readonly definition: string;
    readonly requirements: string[];
  },
  so: (one: Inside<YouSaidWeDid>, end: number) => boolean | undefined,
  population = 'what was said in the period',
): MeasuredIndicator =>
  ofOthers(
    { ...words, population, source: `${DERBY}.3d, 7.1.4a; ${STRATEGY}, action P1.1`, needs: WITH_SAID },
    function* ({ history, period }) {
      for (const one of history.otherRecords(youSaidWeDid)) {
        const counts = within(one.said, period) ? so(one, period.end) : undefined;
        if (counts !== undefined) yield aCase(one.id, counts, 1, about(one));
      }
    },
  );

const ledToChange = ofSaid(
  {
    id: 'views-that-led-to-change',
    title: 'Views that led to a change',
    definition:
      'Of what was said in the period and decided by its last day, the share after which something was changed, in full or in part.',
    requirements: ['D-ENG-06', 'ENG-09'],
  },
  ({ decision }, end) => (decision && decision.on <= end ? decision.outcome !== 'no-change' : undefined),
  'what was said in the period and decided by its last day',
);

const timeToChange = ofOthers(
  {
    id: 'days-from-view-to-change',
    title: 'Days from what was said to the change',
    definition:
      'Mean number of days from what was said to the change it led to, for changes made in the period.',
    population: 'changes made in the period because of what was said',
    unit: 'days',
    polarity: 'lower',
    source: `${STRATEGY}, action P1.1`,
    requirements: ['D-ENG-06'],
    needs: WITH_SAID,
  },
  function* ({ history, period }) {
    for (const one of history.otherRecords(youSaidWeDid)) {
      const changed = changedOn(one);
      if (within(changed, period) && changed >= one.said)
        yield aCase(one.id, changed - one.said, 1, about(one));
    }
  },
);

const fedBack = ofSaid(
  {
    id: 'views-fed-back',
    title: 'Those who spoke told what came of it',
    definition:
      'Of what was said in the period, the share where those who said it were told what came of it by its last day.',
    requirements: ['ENG-08'],
  },
  (one, end) => one.fedBack !== undefined && one.fedBack <= end,
);

const smart = ofSaid(
  {
    id: 'views-with-smart-action',
    title: 'Views with a SMART action',
    definition:
      'Of what was said in the period and not decided against, the share with an action that says what is done, how to tell, by whom and by when, and that whoever does it agreed to.',
    requirements: ['ENG-08'],
  },
  (one) => (one.decision?.outcome === 'no-change' ? undefined : notSmart(one).length === 0),
  'what was said in the period and not decided against',
);

const linked = ofSaid(
  {
    id: 'views-linked-to-plans',
    title: 'Views linked to an objective or commissioning',
    definition:
      'Of what was said in the period, the share linked to an objective of a strategy or to a commissioning decision.',
    requirements: ['ENG-09'],
  },
  ({ objective, commissioning }) => objective !== undefined || commissioning !== undefined,
);

const consultations = ofOthers(
  {
    id: 'consultations',
    title: 'Consultations',
    definition: 'Number of consultations on the register that opened in the period.',
    population: 'consultations on the register',
    unit: 'count',
    polarity: 'neutral',
    source: `${DERBY}.1`,
    requirements: ['ENG-07'],
    needs: holdsAny(consultation),
  },
  function* ({ history, period }) {
    for (const { id, channel, rung, level } of consultationsIn(history, period))
      yield aCase(id, true, 1, {
        'participation-channel': channel,
        'ladder-rung': rung,
        'participation-level': level,
      });
  },
);

const consultedAudiences = ofOthers(
  {
    id: 'consultations-by-audience',
    title: 'Groups consulted',
    definition:
      'Number of consultations that opened in the period for each group of people asked; one that asks two groups counts twice.',
    population: 'groups asked by consultations on the register',
    unit: 'count',
    source: `${DERBY}.1, 7.1.3c; ${STRATEGY}, foreword`,
    requirements: ['ENG-07', 'ENG-21', 'D-ENG-17'],
    needs: holdsAny(consultation),
  },
  function* ({ history, period }) {
    for (const { id, audiences } of consultationsIn(history, period))
      for (const audience of audiences) yield aCase(id, true, 1, { 'engagement-audience': audience });
  },
);

const repeats = ofOthers(
  {
    id: 'repeated-consultations',
    title: 'Consultations that ask the same people again',
    definition:
      'Number of consultations that opened in the period and ask some of the same people about a topic they were asked about shortly before.',
    population: 'consultations on the register',
    unit: 'count',
    polarity: 'lower',
    source: `${DERBY}.1`,
    requirements: ['ENG-07'],
    needs: holdsAny(consultation),
  },
  function* ({ history, period, parameter }) {
    const all = repeatedConsultations(history.otherRecords(consultation), parameter('consult-again-months'));
    for (const id of new Set(
      all.filter(({ again }) => within(again.opened, period)).map(({ again }) => again.id),
    ))
      yield aCase(id, true);
  },
);

const heardForAdoption = ofChildren(
  {
    id: 'views-of-children-placed-for-adoption',
    title: 'Children placed for adoption whose views were heard',
    definition:
      'Of children placed for adoption on the last day of the period, the share with a view on record in it, or a review of the period in which they took part or that notes their views.',
    population: 'children placed for adoption on the last day of the period',
    source: `${DERBY}.1, 7.1.3c`,
    requirements: ['ENG-21', 'REV-10'],
    among: 'in care at the end',
    needs: holdsAny(view, review),
  },
  (child, { period }) => {
    if (!child.episodeOn(period.end)?.placementType.startsWith('A')) return undefined;
    return (
      child.records(view).some(({ given }) => within(given, period)) ||
      child
        .records(review)
        .some(
          ({ held, participation, views }) =>
            within(held, period) && (views !== undefined || /^PN[12356]$/.test(participation ?? '')),
        )
    );
  },
);

/** The share of reviews with each participation code, so that every way of taking part stands by age. */
const byCode = coreCodes.REVIEW_CODE.codes.map(({ code, label }) =>
  ofChildren(
    {
      id: `reviews-${code.toLowerCase()}`,
      title: `Reviews, ${code}: ${label.toLowerCase()}`,
      definition: `Of reviews held in the period with a participation code, the share with ${code} (${label.toLowerCase()}).`,
      population: 'reviews held in the period with a participation code',
      polarity: ['PN4', 'PN7'].includes(code) ? 'lower' : code === 'PN0' ? 'neutral' : 'higher',
      source: 'SSDA903 REVIEW_CODE',
      certainty: 'published',
      requirements: ['D-ENG-15'],
      restsOn: [review],
      needs: holdsAny(review),
    },
    (child, { period }) => {
      const held = child
        .records(review)
        .filter((one) => within(one.held, period) && one.participation !== undefined);
      return shareOf(
        held.filter(({ participation }) => participation === code).length,
        held.length,
        held.at(-1)?.held,
      );
    },
  ),
);

const viewsHeard = ofChildren(
  {
    id: 'views-heard',
    title: 'Views heard',
    definition: 'Number of views of children on record in the period.',
    population: 'views of children',
    unit: 'count',
    source: `${STRATEGY}, action P1.3`,
    requirements: ['D-ENG-06'],
    needs: holdsAny(view),
    restsOn: [view],
  },
  (child, { period }) => {
    const given = child.records(view).filter((one) => within(one.given, period));
    return countOf(given.length, given.at(-1)?.given);
  },
);

const feedbackCount = (id: string, title: string, compliments: boolean) =>
  ofOthers(
    {
      id,
      title,
      definition: `Number of ${compliments ? 'compliments' : 'pieces of feedback of any kind'} received in the period.`,
      population: compliments ? 'compliments' : 'feedback',
      unit: 'count',
      source: `${STRATEGY}, foreword`,
      requirements: ['D-ENG-17'],
      needs: holdsAny(feedback),
    },
    function* ({ history, period }) {
      for (const { id: of, from, kind, received } of history.otherRecords(feedback))
        if (within(received, period) && (!compliments || kind === 'compliment'))
          yield aCase(of, true, 1, { 'engagement-audience': from });
    },
  );

/** What people said, and what came of it. */
export const voiceIndicators: readonly MeasuredIndicator[] = [
  ledToChange,
  timeToChange,
  fedBack,
  smart,
  linked,
  consultations,
  consultedAudiences,
  repeats,
  viewsHeard,
  heardForAdoption,
  ...byCode,
  feedbackCount('feedback-received', 'Feedback received', false),
  feedbackCount('compliments', 'Compliments', true),
];

import { aCase, addMonths, holdsAny, type Inside, type MeasuredIndicator, openOn, within } from '@cic/core';
import { informationOn, reviewDueOn } from '../facts/views.ts';
import {
  childrenService,
  engagementProcurement,
  feedback,
  type Pledge,
  participationChampion,
  participationTraining,
  pledge,
} from '../generated/records.ts';
import { DERBY, LEICESTERSHIRE, STRATEGY } from '../sources.ts';
import { ofOthers } from './shared.ts';

const WITH_PLEDGES = holdsAny(pledge);
const WITH_SERVICES = holdsAny(childrenService);

const inForce = ({ from, until }: Inside<Pledge>, on: number): boolean =>
  from <= on && (until === undefined || until >= on);

const kept = ofOthers(
  {
    id: 'promises-kept',
    title: 'Promises of the pledge kept',
    definition:
      'Of the promises judged by the last review in the period of each pledge, the share found kept; those kept in part are not.',
    population: 'promises judged by the last review in the period of each pledge',
    source: `${DERBY}.4d`,
    requirements: ['ENG-10', 'D-ENG-05'],
    needs: WITH_PLEDGES,
  },
  function* ({ history, period }) {
    for (const { id, reviews = [] } of history.otherRecords(pledge)) {
      const last = reviews
        .filter((one) => within(one.held, period))
        .sort((a, b) => a.held - b.held)
        .at(-1);
      const judged = last?.promises ?? [];
      if (judged.length > 0)
        yield aCase(id, judged.filter(({ state }) => state === 'kept').length, judged.length);
    }
  },
);

const reviewed = ofOthers(
  {
    id: 'pledges-reviewed',
    title: 'Pledge reviewed within the year',
    definition:
      'Of pledges in force on the last day of the period and due a review by then, the share reviewed within the months a review is due after.',
    population: 'pledges in force on the last day of the period that are old enough to be due a review',
    kind: 'stock',
    source: `${DERBY}.4d`,
    requirements: ['ENG-10', 'D-ENG-05'],
    needs: WITH_PLEDGES,
  },
  function* ({ history, period, parameter }) {
    const since = addMonths(period.end, -parameter('pledge-review-months'));
    for (const one of history.otherRecords(pledge))
      if (inForce(one, period.end) && one.from <= since)
        yield aCase(one.id, one.reviews?.some(({ held }) => held > since && held <= period.end) === true);
  },
);

const signatures = ofOthers(
  {
    id: 'pledge-signatures',
    title: 'Signatures under the pledge',
    definition:
      'Number of signatures of the council and its partners under the pledges in force on the last day of the period.',
    population: 'signatures of the council and its partners',
    unit: 'count',
    kind: 'stock',
    source: `${LEICESTERSHIRE}, section 11.iv`,
    requirements: ['ENG-11'],
    needs: WITH_PLEDGES,
  },
  function* ({ history, period }) {
    for (const one of history.otherRecords(pledge))
      if (inForce(one, period.end))
        yield aCase(
          one.id,
          (one.signatures ?? []).filter(({ signed }) => signed !== undefined && signed <= period.end).length,
        );
  },
);

const champions = ofOthers(
  {
    id: 'teams-with-champion',
    title: 'Teams with a champion',
    definition:
      'Of teams that are to name a children in care council champion, the share that has one on the last day of the period.',
    population: 'teams that are to name a champion',
    kind: 'stock',
    source: `${STRATEGY}, children in care council plan`,
    requirements: ['D-ENG-07'],
    needs: WITH_SERVICES,
  },
  function* ({ history, period }) {
    const all = history.otherRecords(participationChampion);
    for (const { id, team, opened, closed } of history.otherRecords(childrenService))
      if (team !== undefined && openOn({ start: opened, end: closed }, period.end))
        yield aCase(
          id,
          all.some((one) => one.service === id && openOn(one, period.end)),
        );
  },
);

const PARTS = 4;

const informed = ofOthers(
  {
    id: 'services-with-information',
    title: 'Services that tell children about themselves',
    definition:
      'Of services for children in care on the last day of the period, the share with information that says who they are, what they do, how to contact them and how to complain.',
    population: 'services for children in care that are to give information about themselves',
    kind: 'stock',
    source: `${STRATEGY}, action P1.5`,
    requirements: ['D-ENG-08'],
    needs: WITH_SERVICES,
  },
  function* (context) {
    const { end } = context.period;
    for (const { id, informs, opened, closed } of context.history.otherRecords(childrenService)) {
      if (informs === false || !openOn({ start: opened, end: closed }, end)) continue;
      const told = new Set(informationOn(context, id, end).flatMap(({ tells }) => tells));
      yield aCase(id, told.size === PARTS);
    }
  },
);

const inDate = ofOthers(
  {
    id: 'service-information-in-date',
    title: 'Information in date',
    definition:
      'Of information that services give on the last day of the period, the share whose review is not overdue.',
    population: 'information that services give on the last day of the period',
    kind: 'stock',
    source: `${STRATEGY}, action P1.5`,
    requirements: ['D-ENG-08'],
    needs: WITH_SERVICES,
  },
  function* (context) {
    const { end } = context.period;
    for (const { id: service } of context.history.otherRecords(childrenService))
      for (const one of informationOn(context, service, end))
        yield aCase(one.id, reviewDueOn(one, context) >= end);
  },
);

const judged = (
  id: string,
  title: string,
  field: 'helpful' | 'easyToUnderstand' | 'knewWhereToFind',
  what: string,
) =>
  ofOthers(
    {
      id,
      title,
      definition: `Of feedback of the period that says whether ${what}, the share that says so.`,
      population: `feedback of the period that says whether ${what}`,
      source: `${STRATEGY}, children in care council plan`,
      requirements: ['D-ENG-09'],
      needs: holdsAny(feedback),
    },
    function* ({ history, period }) {
      for (const one of history.otherRecords(feedback))
        if (within(one.received, period) && one[field] !== undefined)
          yield aCase(one.id, one[field] === true, 1, { 'engagement-audience': one.from });
    },
  );

const tendered = ofOthers(
  {
    id: 'engagement-services-by-open-tender',
    title: 'Engagement services by open tender',
    definition:
      'Of engagement services whose contract was awarded in the period, the share procured by open tender.',
    population: 'engagement services whose contract was awarded in the period',
    polarity: 'neutral',
    source: `${DERBY}, improvement plan 6.4`,
    requirements: ['ENG-15'],
    needs: holdsAny(engagementProcurement),
  },
  function* ({ history, period }) {
    for (const { id, awarded, route } of history.otherRecords(engagementProcurement))
      if (within(awarded, period))
        yield aCase(id, route === 'open-tender', 1, { 'procurement-route': route });
  },
);

const trained = ofOthers(
  {
    id: 'participation-training-attended',
    title: 'Trained in participation',
    definition: 'Number of places taken in training in participation and the pledge held in the period.',
    population: 'places taken in training in participation and the pledge',
    unit: 'count',
    source: `${LEICESTERSHIRE}, section 11.v`,
    requirements: ['ENG-23'],
    needs: holdsAny(participationTraining),
  },
  function* ({ history, period }) {
    for (const { id, held, attended } of history.otherRecords(participationTraining))
      if (within(held, period)) yield aCase(id, attended);
  },
);

const trainedAfter = ofOthers(
  {
    id: 'pledges-followed-by-training',
    title: 'Pledges followed by training',
    definition:
      'Of pledges whose months for training ran out in the period, the share after which both staff and members were trained in it by then.',
    population: 'pledges whose months for training ran out in the period',
    source: `${LEICESTERSHIRE}, section 11.v`,
    requirements: ['ENG-23'],
    needs: WITH_PLEDGES,
  },
  function* ({ history, period, parameter }) {
    for (const { id, agreed, from } of history.otherRecords(pledge)) {
      const due = addMonths(agreed ?? from, parameter('pledge-training-months'));
      if (!within(due, period)) continue;
      const audiences = history
        .otherRecords(participationTraining)
        .filter((one) => one.pledge === id && one.held <= due)
        .map(({ audience }) => audience);
      yield aCase(id, audiences.includes('staff') && audiences.includes('members'));
    }
  },
);

/** The pledge, and what teams and services owe children. */
export const promiseIndicators: readonly MeasuredIndicator[] = [
  kept,
  reviewed,
  signatures,
  champions,
  informed,
  inDate,
  judged('information-helpful', 'Information was helpful', 'helpful', 'information was helpful'),
  judged(
    'information-easy',
    'Information was easy to understand',
    'easyToUnderstand',
    'information was easy to understand',
  ),
  judged(
    'information-found',
    'Knew where to find information',
    'knewWhereToFind',
    'the person knew where to find information',
  ),
  tendered,
  trained,
  trainedAfter,
];

import { aCase, type Case, holdsAny, type MeasureContext, type MeasuredIndicator, within } from '@cic/core';
import {
  type Activity,
  activitiesIn,
  categories,
  councilMeetingsIn,
  youngPeopleAt,
} from '../facts/activities.ts';
import { type KindOfActivityCode, newsletter, participationActivity } from '../generated/records.ts';
import { DERBY, LEICESTERSHIRE, STRATEGY } from '../sources.ts';
import { ofOthers } from './shared.ts';

const WITH_ACTIVITIES = holdsAny(participationActivity);

interface About {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly requirements: readonly string[];
}

/** A number of activities. */
const numberOf = (
  about: About,
  what: string,
  which: (context: MeasureContext) => Iterable<Activity>,
): MeasuredIndicator =>
  ofOthers(
    {
      ...about,
      definition: `Number of ${what} in the period.`,
      population: what,
      unit: 'count',
      needs: WITH_ACTIVITIES,
    },
    function* (context): Generator<Case> {
      for (const activity of which(context)) yield aCase(activity.id, true, 1, categories(activity));
    },
  );

/** A number of young people at activities; somebody who came twice counts twice. */
const comingTo = (
  about: About,
  what: string,
  which: (context: MeasureContext) => Iterable<Activity>,
): MeasuredIndicator =>
  ofOthers(
    {
      ...about,
      definition: `Number of young people at ${what} in the period; somebody who came twice counts twice.`,
      population: `young people at ${what}`,
      unit: 'count',
      needs: WITH_ACTIVITIES,
    },
    function* (context): Generator<Case> {
      for (const activity of which(context))
        yield aCase(activity.id, youngPeopleAt(context.history, activity), 1, categories(activity));
    },
  );

const kinds =
  (...wanted: KindOfActivityCode[]) =>
  ({ history, period }: MeasureContext): Activity[] =>
    activitiesIn(history, period, wanted);

const RECRUITMENT = kinds('interview-panel', 'carer-recruitment');
const OPEN_DOOR = kinds('open-door');

const withDecisionMakers = (context: MeasureContext): Activity[] =>
  activitiesIn(context.history, context.period).filter(
    ({ kind, decisionMakers = [] }) => kind === 'decision-makers' || decisionMakers.length > 0,
  );

const COUNTS: readonly MeasuredIndicator[] = [
  numberOf(
    {
      id: 'children-in-care-council-meetings',
      title: 'Meetings of the children in care council',
      source: `${STRATEGY}, section 3`,
      requirements: ['ENG-01', 'D-ENG-01'],
    },
    'meetings of the children in care council',
    ({ history, period }) => councilMeetingsIn(history, period),
  ),
  numberOf(
    {
      id: 'meetings-with-decision-makers',
      title: 'Direct meetings with decision makers',
      source: `${DERBY}.2c; ${LEICESTERSHIRE}, section 10.1`,
      requirements: ['ENG-04'],
    },
    'activities at which young people met a decision maker',
    withDecisionMakers,
  ),
  numberOf(
    {
      id: 'lead-member-meetings',
      title: 'Meetings of the lead member with young people',
      source: `${STRATEGY}, action P1.1`,
      requirements: ['D-ENG-14'],
    },
    'activities at which young people met the lead member',
    (context) =>
      withDecisionMakers(context).filter(({ decisionMakers = [] }) => decisionMakers.includes('lead-member')),
  ),
  numberOf(
    {
      id: 'open-door-sessions',
      title: 'Open Door sessions',
      source: `${DERBY}.2d`,
      requirements: ['ENG-05'],
    },
    'Open Door sessions',
    OPEN_DOOR,
  ),
  comingTo(
    {
      id: 'open-door-used',
      title: 'Young people who used Open Door',
      source: `${DERBY}.2d`,
      requirements: ['ENG-05'],
    },
    'Open Door sessions',
    OPEN_DOOR,
  ),
  numberOf(
    {
      id: 'big-conversations',
      title: 'Big Conversations',
      source: `${STRATEGY}, section 3`,
      requirements: ['D-ENG-04'],
    },
    'Big Conversations',
    kinds('big-conversation'),
  ),
  numberOf(
    {
      id: 'participation-outings',
      title: 'Outings',
      source: `${STRATEGY}, section 3`,
      requirements: ['D-ENG-04'],
    },
    'outings',
    kinds('outing'),
  ),
  numberOf(
    {
      id: 'recruitment-with-young-people',
      title: 'Recruitment with young people',
      source: `${LEICESTERSHIRE}, section 5; ${STRATEGY}, section 3`,
      requirements: ['ENG-16', 'D-ENG-13'],
    },
    'interview panels and activities to choose or prepare carers with young people',
    RECRUITMENT,
  ),
  comingTo(
    {
      id: 'young-people-in-recruitment',
      title: 'Young people on interview panels and in recruitment',
      source: `${LEICESTERSHIRE}, section 5`,
      requirements: ['ENG-16', 'D-ENG-13'],
    },
    'interview panels and activities to choose or prepare carers',
    RECRUITMENT,
  ),
  numberOf(
    {
      id: 'network-events',
      title: 'Events with other authorities’ young people',
      source: `${DERBY}.2d`,
      requirements: ['ENG-22'],
    },
    'events with young people of other authorities',
    kinds('network-event'),
  ),
  numberOf(
    {
      id: 'awards-events',
      title: 'Awards events',
      source: `${STRATEGY}, priority 1`,
      requirements: ['ENG-18', 'D-ENG-12'],
    },
    'awards events',
    kinds('awards-event'),
  ),
  numberOf(
    {
      id: 'participation-activities',
      title: 'Participation activities',
      source: `${DERBY}.3a`,
      requirements: ['ENG-24', 'D-ENG-10'],
    },
    'participation activities',
    ({ history, period }) => activitiesIn(history, period),
  ),
];

const newsletters = ofOthers(
  {
    id: 'newsletters',
    title: 'Newsletters to children in care',
    definition: 'Number of newsletters sent in the period.',
    population: 'newsletters',
    unit: 'count',
    source: `${STRATEGY}, section 3`,
    requirements: ['D-ENG-03'],
    needs: holdsAny(newsletter),
  },
  function* ({ history, period }) {
    for (const { id, sent } of history.otherRecords(newsletter))
      if (within(sent, period)) yield aCase(id, true);
  },
);

/** What young people were part of. */
export const activityIndicators: readonly MeasuredIndicator[] = [...COUNTS, newsletters];

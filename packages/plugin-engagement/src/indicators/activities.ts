import {
  aCase,
  type Case,
  type Child,
  countOf,
  holdsAny,
  type MeasureContext,
  type MeasuredIndicator,
  within,
} from '@cic/core';
import { meeting } from '@cic/core/records';
import {
  type Activity,
  activitiesIn,
  consultationsIn,
  councilMeetingsIn,
  youngPeopleAt,
} from '../facts/activities.ts';
import {
  awardNomination,
  consultation,
  type KindOfActivityCode,
  newsletter,
  participationActivity,
} from '../generated/records.ts';
import { DERBY, HART, LEICESTERSHIRE, STRATEGY } from '../sources.ts';
import { ofChildren, ofOthers } from './shared.ts';

const WITH_ACTIVITIES = holdsAny(participationActivity);

const categories = ({ kind, channel, rung, level }: Activity) => ({
  'participation-activity-kind': kind,
  'participation-channel': channel,
  'ladder-rung': rung,
  'participation-level': level,
});

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
      for (const activity of which(context)) yield aCase(activity.id, 1, 1, categories(activity));
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
    for (const { id, sent } of history.otherRecords(newsletter)) if (within(sent, period)) yield aCase(id, 1);
  },
);

const attendance = ofOthers(
  {
    id: 'council-meeting-attendance',
    title: 'Attendance at the children in care council',
    definition:
      'Of the members at each meeting of the children in care council in the period, the share who came; meetings that note no number of members are left out.',
    population: 'members at each meeting of the children in care council',
    source: `${STRATEGY}, section 3`,
    requirements: ['D-ENG-01'],
    needs: WITH_ACTIVITIES,
  },
  function* ({ history, period }) {
    for (const one of councilMeetingsIn(history, period))
      if (one.members !== undefined && one.members > 0)
        yield aCase(one.id, Math.min(one.members, youngPeopleAt(history, one)), one.members, categories(one));
  },
);

const ladder = ofOthers(
  {
    id: 'ladder-of-participation',
    title: 'Rung on Hart’s ladder of participation',
    definition:
      'Mean rung, 1 to 8, of the activities and consultations of the period that were given one; each counts once.',
    population: 'activities and consultations of the period with a rung',
    unit: 'score',
    source: `${HART}; ${STRATEGY}, priority 1`,
    requirements: ['D-ENG-10'],
    needs: holdsAny(participationActivity, consultation),
  },
  function* ({ history, period }) {
    for (const one of activitiesIn(history, period))
      if (one.rung !== undefined) yield aCase(one.id, Number(one.rung), 1, categories(one));
    for (const { id, rung, level, channel } of consultationsIn(history, period))
      if (rung !== undefined)
        yield aCase(id, Number(rung), 1, {
          'ladder-rung': rung,
          'participation-level': level,
          'participation-channel': channel,
        });
  },
);

const beyondConsulting = ofOthers(
  {
    id: 'participation-beyond-consulting',
    title: 'Participation beyond being consulted',
    definition:
      'Of the activities and consultations of the period with a level of participation, the share at which young people designed, delivered or evaluated.',
    population: 'activities and consultations of the period with a level of participation',
    source: `${DERBY}.3a`,
    requirements: ['ENG-24'],
    needs: holdsAny(participationActivity, consultation),
  },
  function* ({ history, period }) {
    for (const { id, level } of [...activitiesIn(history, period), ...consultationsIn(history, period)])
      if (level !== undefined)
        yield aCase(id, level === 'consulted' ? 0 : 1, 1, { 'participation-level': level });
  },
);

const questionsAnswered = ofOthers(
  {
    id: 'questions-answered-in-time',
    title: 'Young people’s questions answered in time',
    definition:
      'Of the questions young people raised whose answer was due in the period, the share answered by that day.',
    population: 'questions due an answer in the period',
    source: `${STRATEGY}, section 3 (Big Conversation)`,
    requirements: ['D-ENG-04'],
    needs: WITH_ACTIVITIES,
  },
  function* ({ history, period }) {
    for (const { id, questions = [] } of history.otherRecords(participationActivity)) {
      const due = questions.filter((one) => within(one.due, period));
      if (due.length > 0)
        yield aCase(
          id,
          due.filter((one) => one.answered !== undefined && one.answered <= one.due!).length,
          due.length,
        );
    }
  },
);

const pointsCarried = ofOthers(
  {
    id: 'points-carried-to-board',
    title: 'Points carried to the board',
    definition:
      'Of the points young people raised for a board at activities of the period, the share a board received by its last day.',
    population: 'points for a board raised at activities of the period',
    source: `${STRATEGY}, action P1.1`,
    requirements: ['D-ENG-14'],
    needs: WITH_ACTIVITIES,
  },
  function* ({ history, period }) {
    for (const { id, points = [] } of activitiesIn(history, period))
      if (points.length > 0)
        yield aCase(
          id,
          points.filter(({ carried }) => carried !== undefined && carried <= period.end).length,
          points.length,
        );
  },
);

const boards = ofOthers(
  {
    id: 'board-meetings-with-young-people',
    title: 'Board meetings with young people there',
    definition:
      'Of meetings of boards and panels in the period that note how many young people came, the share with at least one.',
    population: 'meetings of boards in the period that note how many young people came',
    source: `${LEICESTERSHIRE}, section 5`,
    requirements: ['ENG-04'],
    needs: holdsAny(meeting),
  },
  function* ({ history, period }) {
    for (const { board, held, youngPeople } of history.otherRecords(meeting))
      if (within(held, period) && youngPeople !== undefined) yield aCase(board, youngPeople > 0 ? 1 : 0);
  },
);

const nominationsOn = (child: Child, { period }: MeasureContext) =>
  child.records(awardNomination).filter(({ nominated }) => within(nominated, period));

const nominations: MeasuredIndicator = {
  ...ofChildren(
    {
      id: 'award-nominations',
      title: 'Nominations for awards',
      definition:
        'Number of nominations for awards of children on record in the period; where none is on record, the number its awards events note.',
      population: 'nominations for awards',
      unit: 'count',
      source: `${LEICESTERSHIRE}, section 5`,
      requirements: ['ENG-18', 'D-ENG-12'],
      needs: holdsAny(awardNomination, participationActivity),
    },
    (child, context) => {
      const own = nominationsOn(child, context);
      return countOf(own.length, own.at(-1)?.nominated);
    },
  ),
  *cases(context) {
    if (context.history.children.some((child) => nominationsOn(child, context).length > 0)) return;
    for (const activity of activitiesIn(context.history, context.period, ['awards-event']))
      if ((activity.nominations ?? 0) > 0)
        yield aCase(activity.id, activity.nominations!, 1, categories(activity));
  },
};

const awards = ofChildren(
  {
    id: 'awards-given',
    title: 'Awards given',
    definition: 'Number of awards young people received in the period.',
    population: 'nominations for awards',
    unit: 'count',
    source: `${LEICESTERSHIRE}, section 5`,
    requirements: ['ENG-18'],
    restsOn: [awardNomination],
  },
  (child, { period }) => {
    const own = child.records(awardNomination).filter(({ awarded }) => within(awarded, period));
    return countOf(own.length, own.at(-1)?.awarded);
  },
);

/** What young people were part of. */
export const activityIndicators: readonly MeasuredIndicator[] = [
  ...COUNTS,
  newsletters,
  attendance,
  ladder,
  beyondConsulting,
  questionsAnswered,
  pointsCarried,
  boards,
  nominations,
  awards,
];

import { aCase, holdsAny, type MeasuredIndicator, within } from '@cic/core';
import { meeting } from '@cic/core/records';
import {
  activitiesIn,
  categories,
  consultationsIn,
  councilMeetingsIn,
  youngPeopleAt,
} from '../facts/activities.ts';
import { consultation, participationActivity } from '../generated/records.ts';
import { DERBY, HART, LEICESTERSHIRE, STRATEGY } from '../sources.ts';
import { ofOthers } from './shared.ts';

const WITH_ACTIVITIES = holdsAny(participationActivity);

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
      if (level !== undefined) yield aCase(id, level !== 'consulted', 1, { 'participation-level': level });
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
      if (within(held, period) && youngPeople !== undefined) yield aCase(board, youngPeople > 0);
  },
);

/** How far young people came in, and what came of what they brought. */
export const influenceIndicators: readonly MeasuredIndicator[] = [
  attendance,
  ladder,
  beyondConsulting,
  questionsAnswered,
  pointsCarried,
  boards,
];

import {
  columns,
  dateCell,
  type ListCells,
  type ListDefinition,
  longDate,
  type MeasureContext,
  OPEN,
  openOn,
} from '@cic/core';
import { activitiesIn, youngPeopleAt } from '../facts/activities.ts';
import { calendarOf } from '../facts/calendar.ts';
import { informationOn, notSmart, repeatedConsultations, reviewDueOn } from '../facts/views.ts';
import { codeSets } from '../generated/codeSets.ts';
import {
  childrenService,
  consultation,
  engagementProcurement,
  participationActivity,
  participationChampion,
  pledge,
  youSaidWeDid,
} from '../generated/records.ts';

const list = (
  definition: Omit<ListDefinition, 'rows' | 'row'>,
  rows: (context: MeasureContext) => Iterable<ListCells>,
): ListDefinition => ({ ...definition, rows });

const calendar = list(
  {
    id: 'engagement-calendar',
    title: 'What is owed by when',
    columns: columns({
      what: 'What',
      wanted: 'Wanted in twelve months',
      done: 'Done',
      due: 'Due',
      flags: 'Why',
    }),
    requirements: ['ENG-05', 'ENG-06', 'ENG-10', 'D-ENG-01', 'D-ENG-03', 'D-ENG-04', 'D-ENG-05'],
  },
  (context) =>
    calendarOf(context).map(({ what, wanted, done, due, flags }) => ({
      what,
      wanted: wanted ?? '',
      done: done ?? '',
      due: dateCell(due),
      flags,
    })),
);

const activities = list(
  {
    id: 'participation-activities',
    title: 'Activities, with their rung on Hart’s ladder',
    columns: columns({
      on: 'Held',
      kind: 'Kind',
      title: 'Title',
      youngPeople: 'Young people',
      rung: 'Rung',
      level: 'Level',
      flags: 'Why',
    }),
    requirements: ['ENG-24', 'D-ENG-10'],
  },
  ({ history, period }) =>
    activitiesIn(history, period).map((one) => ({
      on: dateCell(one.held),
      kind: codeSets.ACTIVITY_KIND.label(one.kind),
      title: one.title ?? '',
      youngPeople: youngPeopleAt(history, one),
      rung: one.rung === undefined ? '' : `${one.rung}, ${codeSets.HART_RUNG.label(one.rung).toLowerCase()}`,
      level: one.level === undefined ? '' : codeSets.PARTICIPATION_LEVEL.label(one.level),
      flags:
        codeSets.HART_RUNG.group(one.rung ?? '') === 'not participation' ? ['not yet participation'] : [],
    })),
);

const questions = list(
  {
    id: 'questions-and-points',
    title: 'Questions to decision makers and points for the board',
    columns: columns({
      raised: 'Raised',
      what: 'What',
      to: 'To',
      due: 'Due',
      done: 'Answered or received',
      flags: 'Why',
    }),
    requirements: ['D-ENG-04', 'D-ENG-14'],
  },
  function* ({ history, period: { end } }) {
    for (const { held, questions: asked = [], points = [] } of history.otherRecords(participationActivity)) {
      if (held > end) continue;
      for (const { text, asked: to, due, answered = OPEN } of asked) {
        const open = answered > end;
        yield {
          raised: dateCell(held),
          what: text,
          to,
          due: dateCell(due),
          done: open ? '' : dateCell(answered),
          flags: open
            ? [due !== undefined && due < end ? `overdue since ${longDate(due)}` : 'not answered']
            : [],
        };
      }
      for (const { text, board, carried = OPEN } of points)
        yield {
          raised: dateCell(held),
          what: text,
          to: board ?? 'board',
          due: '',
          done: carried > end ? '' : dateCell(carried),
          flags: carried > end ? ['not carried to the board'] : [],
        };
    }
  },
);

const said = list(
  {
    id: 'you-said-we-did',
    title: 'You said, we did',
    columns: columns({
      said: 'Said on',
      text: 'You said',
      decision: 'Decided',
      action: 'We did',
      done: 'Done',
      fedBack: 'Told',
      flags: 'Why',
    }),
    requirements: ['ENG-08', 'ENG-09', 'D-ENG-06'],
  },
  function* ({ history, period: { end }, parameter }) {
    for (const one of history.otherRecords(youSaidWeDid)) {
      if (one.said > end) continue;
      const { decision, action, fedBack = OPEN, objective, commissioning } = one;
      const notDone = action !== undefined && (action.done ?? OPEN) > end;
      yield {
        said: dateCell(one.said),
        text: one.text,
        decision: decision && decision.on <= end ? codeSets.YOU_SAID_OUTCOME.label(decision.outcome) : '',
        action: action?.text ?? decision?.reason ?? '',
        done: notDone ? '' : dateCell(action?.done),
        fedBack: fedBack > end ? '' : dateCell(fedBack),
        flags: [
          ...(decision?.outcome === 'no-change' ? [] : notSmart(one).map((missing) => `lacks ${missing}`)),
          ...(notDone && action.due !== undefined && action.due < end
            ? [`overdue since ${longDate(action.due)}`]
            : []),
          ...(fedBack > end && end - one.said > parameter('feedback-days')
            ? ['those who said it were not told']
            : []),
          ...(objective === undefined && commissioning === undefined
            ? ['linked to no objective or commissioning']
            : []),
        ],
      };
    }
  },
);

const register = list(
  {
    id: 'consultation-register',
    title: 'Consultation register',
    columns: columns({
      opened: 'Opened',
      topic: 'Topic',
      title: 'Title',
      audiences: 'Who is asked',
      tookPart: 'Took part',
      flags: 'Why',
    }),
    requirements: ['ENG-07'],
  },
  ({ history, period: { end }, parameter }) => {
    const all = history.otherRecords(consultation).filter(({ opened }) => opened <= end);
    const repeats = repeatedConsultations(all, parameter('consult-again-months'));
    return all.map(({ id, opened, topic, title, audiences, tookPart }) => ({
      opened: dateCell(opened),
      topic,
      title,
      audiences: audiences.map((one) => codeSets.ENGAGEMENT_AUDIENCE.label(one)),
      tookPart: tookPart ?? '',
      flags: repeats
        .filter(({ again }) => again.id === id)
        .map(
          ({ before, audiences: both }) =>
            `${both.map((one) => codeSets.ENGAGEMENT_AUDIENCE.label(one).toLowerCase()).join(', ')} asked about it on ${longDate(before.opened)}`,
        ),
    }));
  },
);

const promises = list(
  {
    id: 'pledge-promises',
    title: 'Promises of the pledge',
    columns: columns({
      version: 'Version',
      promise: 'Promise',
      state: 'Last found',
      reviewed: 'Reviewed',
      signed: 'Signed by',
      flags: 'Why',
    }),
    requirements: ['ENG-10', 'ENG-11', 'D-ENG-05'],
  },
  function* ({ history, period: { end } }) {
    for (const one of history.otherRecords(pledge)) {
      if (one.from > end) continue;
      const { version, from, until = OPEN, reviews = [], signatures = [], boardReviewed = OPEN } = one;
      const held = reviews.filter((review) => review.held <= end).sort((a, b) => b.held - a.held);
      const signed = signatures.filter(({ signed: on = OPEN }) => on <= end);
      const flags = [
        ...(until < end ? ['no longer in force'] : []),
        ...(signatures.length > signed.length
          ? [`${signatures.length - signed.length} have not signed`]
          : []),
        ...(signatures.length === 0 ? ['signed by nobody'] : []),
        ...(boardReviewed > end ? ['function of the corporate parenting group not reviewed after it'] : []),
      ];
      for (const { id, text } of one.promises) {
        const last = held.find((review) => review.promises?.some(({ promise }) => promise === id));
        const state = last?.promises?.find(({ promise }) => promise === id)?.state;
        yield {
          version: `${version}, from ${longDate(from)}`,
          promise: text,
          state: state === undefined ? '' : codeSets.PROMISE_STATE.label(state),
          reviewed: dateCell(last?.held),
          signed: signed.map(({ by }) => by),
          flags: [
            ...(state === undefined ? ['never reviewed'] : state === 'kept' ? [] : ['not kept in full']),
            ...flags,
          ],
        };
      }
    }
  },
);

const services = list(
  {
    id: 'teams-and-services',
    title: 'Teams and services: champions and information',
    columns: columns({
      service: 'Team or service',
      kind: 'Kind of team',
      champion: 'Champion',
      information: 'Information',
      flags: 'Why',
    }),
    requirements: ['D-ENG-07', 'D-ENG-08'],
  },
  function* (context) {
    const { history, period } = context;
    const { end } = period;
    for (const { id, title, team, informs, opened, closed } of history.otherRecords(childrenService)) {
      if (!openOn({ start: opened, end: closed }, end)) continue;
      const champion = history
        .otherRecords(participationChampion)
        .findLast((one) => one.service === id && openOn(one, end));
      const given = informs === false ? [] : informationOn(context, id, end);
      const told = new Set(given.flatMap(({ tells }) => tells));
      const missing = codeSets.INFORMATION_PART.codes.filter(({ code }) => !told.has(code));
      yield {
        service: title,
        kind: team === undefined ? '' : codeSets.TEAM_KIND.label(team),
        champion: champion ? (champion.champion ?? 'named') : '',
        information: given.map((one) => one.title),
        flags: [
          ...(team !== undefined && !champion ? ['no champion'] : []),
          ...(informs !== false && given.length === 0 ? ['no information'] : []),
          ...(given.length > 0 ? missing.map(({ label }) => `does not say: ${label.toLowerCase()}`) : []),
          ...given
            .filter((one) => reviewDueOn(one, context) < end)
            .map((one) => `'${one.title}' was due a review on ${longDate(reviewDueOn(one, context))}`),
        ],
      };
    }
    const kinds = new Set(
      history
        .otherRecords(childrenService)
        .flatMap(({ team, opened, closed }) =>
          team && openOn({ start: opened, end: closed }, end) ? [team] : [],
        ),
    );
    if (kinds.size > 0)
      for (const { code, label } of codeSets.TEAM_KIND.codes)
        if (!kinds.has(code))
          yield {
            service: '',
            kind: label,
            champion: '',
            information: [],
            flags: ['no team of this kind on record'],
          };
  },
);

const procurements = list(
  {
    id: 'engagement-procurements',
    title: 'Contracts of engagement services',
    columns: columns({ service: 'Service', route: 'Route', awarded: 'Awarded', ends: 'Ends', flags: 'Why' }),
    requirements: ['ENG-15'],
  },
  ({ history, period: { end } }) =>
    history
      .otherRecords(engagementProcurement)
      .filter(({ started }) => started <= end)
      .map(({ service, route, awarded, ended, childrensRights, youngPeople }) => ({
        service: codeSets.ENGAGEMENT_SERVICE.label(service),
        route: codeSets.PROCUREMENT_ROUTE.label(route),
        awarded: dateCell(awarded),
        ends: dateCell(ended),
        flags: [
          ...(ended !== undefined && ended < end ? ['contract over'] : []),
          ...(childrensRights === true ? [] : ['not specified upon children’s rights']),
          ...((youngPeople ?? 0) > 0 ? [] : ['no young people took part in choosing']),
        ],
      })),
);

/** Lists of what is no child. */
export const serviceLists: readonly ListDefinition[] = [
  calendar,
  activities,
  questions,
  said,
  register,
  promises,
  services,
  procurements,
];

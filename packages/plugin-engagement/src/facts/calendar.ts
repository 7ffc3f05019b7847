import { addMonths, type Day, type MeasureContext, openOn, within } from '@cic/core';
import {
  childrenService,
  newsletter,
  participationActivity,
  participationGroup,
  pledge,
  survey,
} from '../generated/records.ts';
import { councilMeetingsIn } from './activities.ts';
import { informationOn, reviewDueOn } from './views.ts';

/** Something the service owes as a whole: so many in twelve months, or by a day. */
export interface Owed {
  readonly what: string;
  readonly about: string;
  /** How many there have to be in twelve months; absent for what is due on a day. */
  readonly wanted?: number;
  readonly done?: number;
  readonly due?: Day;
  readonly flags: readonly string[];
}

/** Of things that are to happen so often a year: how many there were in the twelve months to a day. */
function* yearly({ history, period, parameter }: MeasureContext): Generator<Owed> {
  const year = { start: addMonths(period.end, -12) + 1, end: period.end };
  const activities = history.otherRecords(participationActivity).filter(({ held }) => within(held, year));
  const ofKind = (wanted: string) => activities.filter(({ kind }) => kind === wanted).length;
  const owed: readonly [string, string, number][] = [
    [
      'Meetings of the children in care council',
      'council-meetings',
      councilMeetingsIn(history, { ...period, ...year }).length,
    ],
    ['Big Conversations', 'big-conversations', ofKind('big-conversation')],
    ['Outings', 'outings', ofKind('outing')],
    ['Open Door sessions', 'open-door-sessions', ofKind('open-door')],
    [
      'Newsletters',
      'newsletters',
      history.otherRecords(newsletter).filter(({ sent }) => within(sent, year)).length,
    ],
    [
      'Surveys of care leavers',
      'care-leaver-surveys',
      history
        .otherRecords(survey)
        .filter(({ opened, kind }) => kind === 'care-leaver' && within(opened, year)).length,
    ],
  ];
  for (const [what, about, done] of owed) {
    const wanted = parameter(`${about}-a-year`);
    yield {
      what,
      about,
      wanted,
      done,
      flags: done < wanted ? [`${wanted - done} fewer than ${wanted} in twelve months`] : [],
    };
  }
}

const overdue = (due: Day, on: Day): string[] => (due < on ? ['overdue'] : []);

/** Reviews of pledges, terms of reference and information. */
function* reviews(context: MeasureContext): Generator<Owed> {
  const { history, period, parameter } = context;
  const on = period.end;
  for (const { id, version, from, until, reviews: held = [] } of history.otherRecords(pledge)) {
    if (from > on) continue;
    if (until !== undefined && until < on) {
      if (!history.otherRecords(pledge).some((next) => next.from > from && next.from <= on))
        yield { what: `Pledge ${version}: a new one`, about: id, due: until, flags: ['overdue'] };
      continue;
    }
    const last = Math.max(from, ...held.map((one) => one.held).filter((day) => day <= on));
    const due = addMonths(last, parameter('pledge-review-months'));
    yield { what: `Pledge ${version}: yearly review`, about: id, due, flags: overdue(due, on) };
  }
  for (const { id, title, established, ended, termsOfReference = [] } of history.otherRecords(
    participationGroup,
  )) {
    if (!openOn({ start: established, end: ended }, on)) continue;
    const terms = termsOfReference.filter(({ agreed }) => agreed <= on).at(-1);
    if (!terms) yield { what: `${title}: terms of reference`, about: id, flags: ['none agreed'] };
    else if (terms.reviewDue !== undefined)
      yield {
        what: `${title}: terms of reference`,
        about: id,
        due: terms.reviewDue,
        flags: overdue(terms.reviewDue, on),
      };
  }
  for (const { id: service } of history.otherRecords(childrenService))
    for (const one of informationOn(context, service, on)) {
      const due = reviewDueOn(one, context);
      yield { what: `Information '${one.title}': review`, about: one.id, due, flags: overdue(due, on) };
    }
}

/** What the service owes on the last day of a period: so many meetings a year, and reviews by a day. */
export const calendarOf = (context: MeasureContext): Owed[] => [...yearly(context), ...reviews(context)];

import { type Check, type CheckContext, defineCheck, longDate, OPEN, type RecordType } from '@cic/core';
import { youngPeopleAt } from '../facts/activities.ts';
import { groupsById } from '../facts/groups.ts';
import { askedOf, repeatedConsultations } from '../facts/views.ts';
import {
  childrenService,
  consultation,
  feedback,
  groupMembership,
  independentVisitor,
  participationActivity,
  participationChampion,
  participationTraining,
  pledge,
  serviceInformation,
  survey,
  takingPart,
  youSaidWeDid,
} from '../generated/records.ts';

type Found = { readonly about: string; readonly message: string };

const idsOf = (
  { history }: CheckContext,
  ...types: readonly RecordType<{ id: string } & object>[]
): Set<string> => new Set(types.flatMap((type) => history.otherRecords(type).map(({ id }) => id)));

const membership = defineCheck({
  id: 'group-membership-fits',
  title: 'Membership that does not fit its group',
  record: groupMembership.id,
  fix: 'Correct the group or the dates, or join two memberships that overlap.',
  requirements: ['ENG-01'],
  *find(child, { history }) {
    const all = child.records(groupMembership);
    for (const [i, { group, joined, left = OPEN }] of all.entries()) {
      const known = groupsById(history).get(group);
      const from = `the membership from ${longDate(joined)}`;
      if (!known) yield `${from} names group '${group}', which is not on record`;
      else if (joined < known.established)
        yield `${from} begins before the group '${group}' was established on ${longDate(known.established)}`;
      else if (joined >= (known.ended ?? OPEN))
        yield `${from} begins after the group '${group}' ended on ${longDate(known.ended!)}`;
      const other = all
        .slice(0, i)
        .find((one) => one.group === group && (one.left ?? OPEN) > joined && one.joined < left);
      if (other) yield `${from} overlaps the one of the same group from ${longDate(other.joined)}`;
    }
  },
});

const activityKnown = defineCheck({
  id: 'taking-part-in-what',
  title: 'Part taken in something not on record',
  record: takingPart.id,
  fix: 'Record the activity or consultation, or correct the reference or the day.',
  requirements: ['D-ENG-02'],
  *find(child, context) {
    const all = child.records(takingPart);
    if (all.length === 0) return;
    const { history } = context;
    const held = new Map(history.otherRecords(participationActivity).map((one) => [one.id, one.held]));
    const consultations = idsOf(context, consultation);
    for (const { activity, on, status } of all) {
      const day = held.get(activity);
      if (day === undefined && !consultations.has(activity))
        yield `part in '${activity}' on ${longDate(on)}, which is neither an activity nor a consultation on record`;
      else if (day !== undefined && status === 'took-part' && day !== on)
        yield `took part in '${activity}' on ${longDate(on)}, which was held on ${longDate(day)}`;
    }
  },
});

const often = defineCheck({
  id: 'child-consulted-often',
  title: 'A child asked too often',
  record: takingPart.id,
  fix: 'Ask somebody else, or use what the child has already said.',
  requirements: ['ENG-07'],
  *find(child, { council, asAt }) {
    const most = council.parameter('consultations-per-child', asAt);
    const asked = askedOf(child, asAt);
    if (asked.length > most)
      yield `invited to ${asked.length} consultations in the twelve months to ${longDate(asAt)}, more than ${most}: ${asked.join(', ')}`;
  },
});

const again = defineCheck({
  id: 'consulted-again',
  title: 'The same people asked about the same again',
  record: consultation.id,
  fix: 'Use what they said last time, or ask others.',
  requirements: ['ENG-07'],
  *findOthers({ history, council, asAt }) {
    const months = council.parameter('consult-again-months', asAt);
    for (const { before, again: next, audiences } of repeatedConsultations(
      history.otherRecords(consultation),
      months,
    ))
      yield {
        about: next.id,
        message: `asks ${audiences.join(', ')} about '${next.topic}' from ${longDate(next.opened)}, ${next.opened - before.opened} days after '${before.id}' did`,
      };
  },
});

const activities = defineCheck({
  id: 'participation-activity-fits',
  title: 'Activity that does not add up',
  record: participationActivity.id,
  fix: 'Correct the numbers, the group or the days.',
  requirements: ['D-ENG-01', 'D-ENG-04'],
  *findOthers({ history }) {
    for (const one of history.otherRecords(participationActivity)) {
      const { id, group, kind, members, held, questions = [], points = [] } = one;
      const tell = (message: string): Found => ({ about: id, message });
      if (kind === 'group-meeting' && group === undefined)
        yield tell(`the meeting of ${longDate(held)} does not say of which group`);
      if (group !== undefined && !groupsById(history).has(group))
        yield tell(`names group '${group}', which is not on record`);
      const came = youngPeopleAt(history, one);
      if (kind === 'group-meeting' && members !== undefined && came > members)
        yield tell(
          `${came} young people came to the meeting of ${longDate(held)}, but the group had ${members} members`,
        );
      for (const { due, answered } of questions) {
        if (due !== undefined && due < held)
          yield tell(
            `a question raised on ${longDate(held)} was due an answer on ${longDate(due)}, before that`,
          );
        if (answered !== undefined && answered < held)
          yield tell(
            `a question raised on ${longDate(held)} was answered on ${longDate(answered)}, before that`,
          );
      }
      for (const { carried } of points)
        if (carried !== undefined && carried < held)
          yield tell(
            `a point raised on ${longDate(held)} reached the board on ${longDate(carried)}, before that`,
          );
    }
  },
});

const consultations = defineCheck({
  id: 'consultation-fits',
  title: 'Consultation that does not add up',
  record: consultation.id,
  fix: 'Correct the numbers or the survey.',
  requirements: ['ENG-07'],
  *findOthers(context) {
    const surveys = idsOf(context, survey);
    for (const { id, asked, tookPart, survey: of } of context.history.otherRecords(consultation)) {
      if (asked !== undefined && tookPart !== undefined && tookPart > asked)
        yield { about: id, message: `${tookPart} took part, but ${asked} were asked` };
      if (of !== undefined && !surveys.has(of))
        yield { about: id, message: `names survey '${of}', which is not on record` };
    }
  },
});

const said = defineCheck({
  id: 'you-said-we-did-order',
  title: 'What was said and done out of order',
  record: youSaidWeDid.id,
  fix: 'Correct the dates, or say why nothing was changed.',
  requirements: ['ENG-08', 'D-ENG-06'],
  *findOthers({ history, asAt }) {
    for (const { id, said: on, decision, action, fedBack } of history.otherRecords(youSaidWeDid)) {
      const tell = (message: string): Found => ({ about: id, message });
      const before = `before it was said on ${longDate(on)}`;
      if (decision && decision.on < on) yield tell(`decided on ${longDate(decision.on)}, ${before}`);
      if (action?.done !== undefined && action.done < on)
        yield tell(`done on ${longDate(action.done)}, ${before}`);
      if (action?.done !== undefined && action.done > asAt)
        yield tell(`done on ${longDate(action.done)}, which is still to come`);
      if (fedBack !== undefined && decision && fedBack < decision.on)
        yield tell(`fed back on ${longDate(fedBack)}, before it was decided on ${longDate(decision.on)}`);
      if (decision?.outcome === 'no-change' && decision.reason === undefined)
        yield tell(`nothing was changed by the decision of ${longDate(decision.on)}, and no reason is given`);
    }
  },
});

const pledges = defineCheck({
  id: 'pledge-fits',
  title: 'Pledge that does not add up',
  record: pledge.id,
  fix: 'Correct the dates or the promises; one pledge is in force at a time.',
  requirements: ['ENG-10', 'D-ENG-05'],
  *findOthers({ history }) {
    const all = history.otherRecords(pledge).toSorted((a, b) => a.from - b.from);
    for (const [i, { id, from, until = OPEN, promises, reviews = [] }] of all.entries()) {
      const tell = (message: string): Found => ({ about: id, message });
      const earlier = all.slice(0, i).find((one) => (one.until ?? OPEN) >= from);
      if (earlier) yield tell(`in force from ${longDate(from)}, while '${earlier.id}' still is`);
      const known = new Set(promises.map((one) => one.id));
      if (known.size < promises.length) yield tell('has two promises under one id');
      for (const { held, promises: judged = [] } of reviews) {
        if (held < from) yield tell(`reviewed on ${longDate(held)}, before it was in force`);
        if (until !== OPEN && held > until + 366)
          yield tell(`reviewed on ${longDate(held)}, more than a year after it ended on ${longDate(until)}`);
        for (const { promise } of judged)
          if (!known.has(promise))
            yield tell(`the review of ${longDate(held)} judges promise '${promise}', which it does not make`);
      }
    }
  },
});

const references = defineCheck({
  id: 'engagement-references',
  title: 'Reference to something not on record',
  record: serviceInformation.id,
  fix: 'Record what is named, or correct the reference.',
  requirements: ['D-ENG-07', 'D-ENG-08'],
  *findOthers(context) {
    const { history } = context;
    const services = idsOf(context, childrenService);
    const information = idsOf(context, serviceInformation);
    const pledges = idsOf(context, pledge);
    for (const { id, service } of history.otherRecords(serviceInformation))
      if (!services.has(service))
        yield { about: id, message: `is of service '${service}', which is not on record` };
    for (const { id = '', service, start } of history.otherRecords(participationChampion))
      if (!services.has(service))
        yield {
          about: id || service,
          message: `a champion from ${longDate(start)} is of '${service}', which is not on record`,
        };
    for (const { id, information: of, service } of history.otherRecords(feedback)) {
      if (of !== undefined && !information.has(of))
        yield { about: id, message: `judges information '${of}', which is not on record` };
      if (service !== undefined && !services.has(service))
        yield { about: id, message: `is about service '${service}', which is not on record` };
    }
    for (const { id, pledge: of } of history.otherRecords(participationTraining))
      if (of !== undefined && !pledges.has(of))
        yield { about: id, message: `follows pledge '${of}', which is not on record` };
  },
});

const visitors = defineCheck({
  id: 'two-independent-visitors',
  title: 'Two independent visitors at once',
  record: independentVisitor.id,
  fix: 'End the one that is over, or correct the dates.',
  requirements: ['ENG-13'],
  *find(child) {
    const matched = child.records(independentVisitor).filter((one) => one.matched !== undefined);
    for (const [i, { matched: on }] of matched.entries()) {
      const other = matched.slice(0, i).find((one) => (one.ended ?? OPEN) > on! && one.matched! <= on!);
      if (other)
        yield `matched on ${longDate(on!)} while the match of ${longDate(other.matched!)} still stands`;
    }
  },
});

/** Records that have to agree with each other. */
export const agreementChecks: readonly Check[] = [
  membership,
  activityKnown,
  often,
  again,
  activities,
  consultations,
  said,
  pledges,
  references,
  visitors,
];

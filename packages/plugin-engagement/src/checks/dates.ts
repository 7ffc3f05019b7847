import { type Check, type CheckContext, type Day, defineCheck, longDate, type RecordType } from '@cic/core';
import {
  advocacyReferral,
  awardNomination,
  childrenService,
  consultation,
  cultureBarrier,
  engagementProcurement,
  groupMembership,
  independentVisitor,
  interpretation,
  leisureEntitlement,
  participationActivity,
  participationChampion,
  participationGroup,
  pledge,
  serviceInformation,
  survey,
  youSaidWeDid,
} from '../generated/records.ts';

type Facts = Readonly<Record<string, unknown>>;
/** Fields of which each must not be before the one named first, with the words for both. */
type Steps = readonly (readonly [first: string, firstWords: string, later: string, laterWords: string])[];

function* outOfOrder(record: object, steps: Steps): Generator<string> {
  const facts = record as Facts;
  for (const [first, firstWords, later, laterWords] of steps) {
    const [from, to] = [facts[first] as Day | undefined, facts[later] as Day | undefined];
    if (from !== undefined && to !== undefined && to < from)
      yield `${laterWords} on ${longDate(to)}, before it was ${firstWords} on ${longDate(from)}`;
  }
}

/** Days in the order things happen; and days still to come of what has happened, unless it may be planned ahead. */
function order<T extends object>(type: RecordType<T>, steps: Steps, planned?: 'planned'): Check {
  const about = (record: object): string => String((record as Facts).id ?? type.id);
  const happened = type.from!;
  const find = function* (record: object, { asAt }: Pick<CheckContext, 'asAt'>): Generator<string> {
    yield* outOfOrder(record, steps);
    const on = (record as Facts)[happened] as Day | undefined;
    if (planned === undefined && on !== undefined && on > asAt)
      yield `dated ${longDate(on)}, which is still to come`;
  };
  return defineCheck({
    id: `${type.id}-dates`,
    title: `${type.title}: dates out of order`,
    record: type.id,
    fix: 'Correct the dates: one step follows the other, and nothing has happened on a day still to come.',
    *find(child, context) {
      if (type.subject === 'child') for (const record of child.records(type)) yield* find(record, context);
    },
    *findOthers(context) {
      if (type.subject === 'child') return;
      for (const record of context.history.otherRecords(type))
        for (const message of find(record, context)) yield { about: about(record), message };
    },
  });
}

/** The dates of every record. */
export const dateChecks: readonly Check[] = [
  order(participationGroup, [['established', 'established', 'ended', 'ended']]),
  order(groupMembership, [['joined', 'joined', 'left', 'left']]),
  order(consultation, [['opened', 'opened', 'closed', 'closed']]),
  order(survey, [
    ['opened', 'opened', 'closed', 'closed'],
    ['opened', 'opened', 'feedbackGiven', 'feedback was given'],
  ]),
  order(youSaidWeDid, [['said', 'said', 'fedBack', 'fed back']]),
  order(pledge, [['from', 'in force', 'until', 'ends']], 'planned'),
  order(advocacyReferral, [
    ['referred', 'referred', 'firstContact', 'first contact'],
    ['referred', 'referred', 'provided', 'an advocate began'],
    ['referred', 'referred', 'declined', 'declined'],
    ['referred', 'referred', 'ended', 'ended'],
  ]),
  order(independentVisitor, [
    ['considered', 'considered', 'matched', 'matched'],
    ['matched', 'matched', 'ended', 'ended'],
  ]),
  order(interpretation, [['needed', 'needed', 'provided', 'provided']]),
  order(awardNomination, [['nominated', 'nominated', 'awarded', 'awarded']]),
  order(leisureEntitlement, [['issued', 'issued', 'expires', 'expires']]),
  order(cultureBarrier, [['identified', 'identified', 'removed', 'removed']]),
  order(childrenService, [['opened', 'opened', 'closed', 'closed']], 'planned'),
  order(participationChampion, [['start', 'named', 'end', 'ended']]),
  order(serviceInformation, [
    ['published', 'published', 'withdrawn', 'withdrawn'],
    ['published', 'published', 'reviewDue', 'its review is due'],
  ]),
  order(engagementProcurement, [
    ['started', 'started', 'awarded', 'awarded'],
    ['awarded', 'awarded', 'ended', 'ended'],
  ]),
  order(participationActivity, []),
];

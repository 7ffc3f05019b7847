import { addYears, type Check, defineCheck, longDate, pounds } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import {
  adultTransition,
  careLeaverSurvey,
  councilTaxScheme,
  drivingLessons,
  entitlement,
  evictionNotice,
  homelessPresentation,
  immigrationStatus,
  ringFencedOffer,
  ringFencedPost,
  supportRequest,
} from '../generated/records.ts';

const KIND = codeSets.ENTITLEMENT;

const payments = defineCheck({
  id: 'entitlement-payments',
  title: 'Payments that do not agree with the entitlement',
  record: entitlement.id,
  fix: 'Correct the payments, the full amount or the day it was agreed.',
  requirements: ['LVC-06'],
  *find(child) {
    for (const { kind, offered, entitled, refused, agreed, payments: all = [] } of child.records(
      entitlement,
    )) {
      const what = `'${KIND.label(kind)}' offered on ${longDate(offered)}`;
      const sum = all.reduce((total, { amount }) => total + amount, 0);
      if (entitled !== undefined && sum > entitled)
        yield `${what}: ${pounds(sum)} paid, more than the full amount of ${pounds(entitled)}`;
      for (const { on } of all)
        if (on < offered) yield `${what}: a payment is dated ${longDate(on)}, before that`;
      if (
        refused !== undefined &&
        agreed !== undefined &&
        refused > agreed &&
        all.some(({ on }) => on > refused)
      )
        yield `${what}: paid after it was refused on ${longDate(refused)}`;
    }
  },
});

const councilTax = defineCheck({
  id: 'council-tax-without-scheme',
  title: 'Council tax exemption where no district has one',
  record: entitlement.id,
  fix: 'Record the district’s scheme with the day it is in force, or correct the young person’s entitlement.',
  requirements: ['D-LEA-27'],
  *find(child, { history }) {
    const schemes = history.otherRecords(councilTaxScheme);
    if (schemes.length === 0) return;
    for (const { kind, agreed } of child.records(entitlement)) {
      if (kind !== 'council-tax' || agreed === undefined) continue;
      const inForce = schemes.some(
        ({ applied, district }) =>
          applied !== undefined &&
          applied <= agreed &&
          (child.district === '' || child.district === district),
      );
      if (!inForce)
        yield `council tax exemption was agreed on ${longDate(agreed)}, when no scheme was in force${child.district === '' ? '' : ` in ${child.district}`}`;
    }
  },
});

const posts = defineCheck({
  id: 'ring-fenced-post-limits',
  title: 'Ring-fenced post outside its limits',
  record: ringFencedPost.id,
  fix: 'Correct the dates, or say why the post is held outside the ages of 17 to 24 or for more than two years.',
  requirements: ['LVC-12'],
  *find(child, { council, history, asAt }) {
    const all = child.records(ringFencedPost);
    if (all.length === 0) return;
    const offers = new Set(history.otherRecords(ringFencedOffer).map(({ id }) => id));
    for (const { start, end, endsBy, offer, kind } of all) {
      const age = child.ageOn(start);
      if (age < 17 || age > 24)
        yield `the ring-fenced ${kind} begins on ${longDate(start)} at ${age}, not between 17 and 24`;
      const years = council.parameter('ring-fenced-years', asAt);
      const last = end ?? endsBy;
      if (kind === 'post' && last !== undefined && last > addYears(start, years))
        yield `the ring-fenced post from ${longDate(start)} lasts to ${longDate(last)}, more than ${years} years`;
      if (offer !== undefined && offers.size > 0 && !offers.has(offer))
        yield `the ring-fenced ${kind} from ${longDate(start)} names offer ${offer}, which is not on record`;
    }
  },
});

const immigration = defineCheck({
  id: 'immigration-decided-before-applied',
  title: 'Immigration decision before the application',
  record: immigrationStatus.id,
  fix: 'Correct the day of the application, of the decision, or the end of the leave.',
  requirements: ['LVC-16'],
  *find(child) {
    for (const { status, applied, decided, from, until } of child.records(immigrationStatus)) {
      const what = codeSets.IMMIGRATION_STATUS.label(status);
      if (applied !== undefined && decided !== undefined && decided < applied)
        yield `'${what}': decided on ${longDate(decided)}, before the application of ${longDate(applied)}`;
      if (until !== undefined && until < from)
        yield `'${what}': leave ends on ${longDate(until)}, before it begins on ${longDate(from)}`;
    }
  },
});

const before = (what: string, first: number, then: number | undefined, does: string): string[] =>
  then !== undefined && then < first
    ? [`${what} of ${longDate(first)} ${does} on ${longDate(then)}, before that`]
    : [];

const order = (id: string, title: string, record: string, find: NonNullable<Check['find']>): Check =>
  defineCheck({ id, title, record, fix: 'Correct the dates: one step follows the other.', find });

const transitions = order(
  'adult-transition-order',
  'Transition to adult services out of order',
  adultTransition.id,
  function* (child) {
    for (const { identified, planned, transferred } of child.records(adultTransition)) {
      yield* before('the transition seen', identified, planned, 'was planned');
      yield* before('the transition seen', identified, transferred, 'was handed over');
    }
  },
);

const requests = order(
  'support-request-order',
  'Support before it was asked for',
  supportRequest.id,
  function* (child) {
    for (const { requested, assessed, supported } of child.records(supportRequest)) {
      yield* before('the request', requested, assessed, 'was assessed');
      yield* before('the request', requested, supported, 'was met');
    }
  },
);

const evictions = order(
  'eviction-order',
  'Notice to leave out of order',
  evictionNotice.id,
  function* (child) {
    for (const { noticed, managedMove, effective } of child.records(evictionNotice)) {
      yield* before('the notice', noticed, managedMove, 'led to a managed move');
      yield* before('the notice', noticed, effective, 'takes effect');
    }
  },
);

const driving = order(
  'driving-test-order',
  'Driving test before the lessons',
  drivingLessons.id,
  function* (child) {
    for (const { started, passed, passPlus } of child.records(drivingLessons)) {
      yield* before('the lessons', started, passed, 'led to a pass');
      if (passPlus !== undefined && passed === undefined)
        yield `Pass Plus was taken on ${longDate(passPlus)}, but no driving test was passed`;
    }
  },
);

const homeless = defineCheck({
  id: 'homeless-presentation-order',
  title: 'Homeless presentation that does not agree',
  record: homelessPresentation.id,
  fix: 'Correct the dates, or the age by the young person’s date of birth.',
  requirements: ['LVC-09'],
  *findOthers({ history }) {
    const known = new Map(history.children.map((child) => [child.id, child]));
    for (const { id, child, presented, age, assessmentStarted, assessed } of history.otherRecords(
      homelessPresentation,
    )) {
      for (const message of [
        ...before('the presentation', presented, assessed, 'was assessed'),
        ...before('the presentation', presented, assessmentStarted, 'began to be assessed'),
      ])
        yield { about: id, message };
      const real = child === undefined ? undefined : known.get(child)?.ageOn(presented);
      if (real !== undefined && !Number.isNaN(real) && real !== age)
        yield {
          about: id,
          message: `the age on ${longDate(presented)} is ${age} here and ${real} by the date of birth`,
        };
    }
  },
});

const QUESTIONS = codeSets.KEEP_ON_CARING_QUESTION;
const ANSWERS = codeSets.KEEP_ON_CARING_ANSWER;

const survey = defineCheck({
  id: 'care-leaver-survey-answers',
  title: 'Survey answers off their scale, or too many',
  record: careLeaverSurvey.id,
  fix: 'Use the answers of the question’s scale, each once, and no more of them than questionnaires came back.',
  requirements: ['D-LEA-29', 'LVC-18'],
  *findOthers({ history }) {
    for (const { id, answered, invited, answers = [] } of history.otherRecords(careLeaverSurvey)) {
      if (invited !== undefined && answered > invited)
        yield { about: id, message: `${answered} answered, of ${invited} invited` };
      const sums = new Map<string, number>();
      for (const { question, answer, count } of answers) {
        sums.set(question, (sums.get(question) ?? 0) + count);
        const scale = QUESTIONS.get(question)?.scale;
        const group = ANSWERS.group(answer);
        if (group !== 'none' && group !== scale)
          yield {
            about: id,
            message: `'${QUESTIONS.label(question)}' has the answer '${ANSWERS.label(answer)}', which is not on its scale`,
          };
      }
      for (const [question, sum] of sums)
        if (sum > answered)
          yield {
            about: id,
            message: `'${QUESTIONS.label(question)}' has ${sum} answers, of ${answered} questionnaires`,
          };
    }
  },
});

/** Money, work, immigration and what is counted beside the young people. */
export const rightsChecks: readonly Check[] = [
  payments,
  councilTax,
  posts,
  immigration,
  transitions,
  requests,
  evictions,
  driving,
  homeless,
  survey,
];

import {
  aCase,
  addMonths,
  type Case,
  type DerivedIndicator,
  defineIndicator,
  holdsAny,
  type MeasureContext,
  noChild,
  within,
} from '@cic/core';
import {
  type Household,
  householdsOf,
  isWaiting,
  stateOn,
  waitBand,
  waitingSince,
} from '../adopters/households.ts';
import { adopterHousehold } from '../generated/records.ts';
import { SUFFICIENCY } from '../sources.ts';
import { defineCount } from './shared.ts';

const OWN = 'adopter households of the council’s own';
const own = ({ history }: MeasureContext): Household[] => householdsOf(history).filter((one) => one.own);

/** The household as a case, in its state and band of waiting on a day. */
const household = (one: Household, on: number, counts: boolean | number = true): Case => {
  const since = waitingSince(one, on);
  return aCase(one.record.id, counts, 1, {
    'adopter-state': stateOn(one, on),
    'adopter-wait': since === undefined ? undefined : waitBand(since, on),
    'adopter-kind': one.record.kind,
    district: one.record.area,
    'adopter-agency': one.record.agency ?? 'own',
    'adopter-home': one.record.home,
  });
};

/** Own households of which a day in their record lies in the period. */
const reached = (
  id: string,
  title: string,
  words: string,
  dayOf: (household: Household['record']) => number | undefined,
  requirements: readonly string[],
) =>
  defineCount({
    id,
    title,
    definition: `Households ${words} in the period, each once. A case is counted in the year of its own day, so one year’s approvals may exceed its applications.`,
    population: OWN,
    polarity: 'higher',
    kind: 'flow',
    source: SUFFICIENCY,
    certainty: 'published',
    needs: holdsAny(adopterHousehold),
    requirements,
    measure: noChild,
    *cases(context) {
      for (const one of own(context))
        if (within(dayOf(one.record), context.period)) yield household(one, context.period.end);
    },
  });

const approvalDay = ({ decided, approved }: Household['record']): number | undefined =>
  approved === false ? undefined : decided;

const pipeline = [
  reached('adoption-enquiries', 'Adoption enquiries', 'that enquired', ({ enquired }) => enquired, [
    'ADP-14',
    'D-ADO-05',
  ]),
  reached(
    'adoption-registrations',
    'Registrations of interest',
    'whose registration of interest was accepted',
    ({ registered }) => registered,
    [],
  ),
  reached('adoption-applications', 'Applications to adopt', 'that applied', ({ applied }) => applied, [
    'D-ADO-05',
    'D-ADO-06',
  ]),
  reached('adopters-approved', 'Adopters approved', 'approved as adopters', approvalDay, [
    'ADP-14',
    'D-ADO-05',
    'D-ADO-06',
  ]),
];

/** Of the cases that reached one step in the period, those that reached a later one by its end: one case, one fate. */
const conversion = (
  id: string,
  title: string,
  words: string,
  from: (household: Household['record']) => number | undefined,
  requirements: readonly string[],
) =>
  defineIndicator({
    id,
    title,
    definition: `Of households ${words} in the period, the share approved as adopters by its last day. Cases are followed, not years.`,
    population: `households ${words} in the period`,
    unit: 'percent',
    polarity: 'higher',
    kind: 'flow',
    source: SUFFICIENCY,
    certainty: 'proposed',
    needs: holdsAny(adopterHousehold),
    requirements,
    measure: noChild,
    *cases(context) {
      for (const one of own(context)) {
        if (!within(from(one.record), context.period)) continue;
        const approved = approvalDay(one.record);
        yield household(one, context.period.end, approved !== undefined && approved <= context.period.end);
      }
    },
  });

const ratio = (id: string, title: string, base: string, of: string): DerivedIndicator => ({
  id,
  title,
  definition: `Adopters approved in the period in percent of ${of} of the same period. The two are not the same cases.`,
  population: `${of} of the period`,
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${SUFFICIENCY}, where the base is not given`,
  certainty: 'proposed',
  requirements: ['D-ADO-05'],
  derivedFrom: ['adopters-approved', base],
  combine: ([approved, whole]) => (whole! > 0 ? (approved! / whole!) * 100 : null),
});

const stock = (
  id: string,
  title: string,
  definition: string,
  counts: (one: Household, on: number) => boolean,
  requirements: readonly string[],
) =>
  defineCount({
    id,
    title,
    definition,
    population: OWN,
    polarity: 'neutral',
    kind: 'stock',
    source: SUFFICIENCY,
    certainty: 'published',
    needs: holdsAny(adopterHousehold),
    requirements,
    measure: noChild,
    *cases(context) {
      const on = context.period.end;
      for (const one of own(context)) if (counts(one, on)) yield household(one, on);
    },
  });

const FAMILY = new Set<string | undefined>(['waiting', 'in-matching', 'matched', 'placed', 'on-hold']);

const stocks = [
  stock(
    'adopters-in-process',
    'Households on the way to approval',
    'Households that enquired, are in stage one or in stage two on the last day of the period.',
    (one, on) => ['enquiry', 'stage-one', 'stage-two'].includes(stateOn(one, on) ?? ''),
    ['ADP-14'],
  ),
  stock(
    'adoptive-families',
    'Adoptive families',
    'Approved households on the last day of the period that have not left: waiting, in the matching process, matched, with a child placed, or on hold.',
    (one, on) => FAMILY.has(stateOn(one, on)),
    ['D-ADO-07'],
  ),
  stock(
    'adoptive-families-waiting',
    'Adoptive families waiting to be matched',
    'Approved households on the last day of the period that are free for a child and have no match. It is made of those in the matching process and those for whom no link is considered.',
    (one, on) => isWaiting(stateOn(one, on)),
    ['D-ADO-07', 'D-ADO-09'],
  ),
  stock(
    'adoptive-families-in-matching',
    'Adoptive families in the matching process',
    'Of the adoptive families waiting to be matched, those with a link to a child under consideration on the last day of the period.',
    (one, on) => stateOn(one, on) === 'in-matching',
    ['D-ADO-08', 'D-ADO-09'],
  ),
];

const adopterWait = defineIndicator({
  id: 'adopters-days-to-match',
  title: 'Adopters: approval to match',
  definition:
    'Mean number of days from approval (or the end of an earlier placement) to the match, over matches of own households decided in the period.',
  population: 'matches of own households decided in the period',
  unit: 'days',
  polarity: 'lower',
  kind: 'flow',
  decimals: 0,
  source: 'Adoption quarterly collection, time from approval to match (from memory)',
  certainty: 'from memory',
  needs: holdsAny(adopterHousehold),
  requirements: ['D-ADO-08'],
  measure: noChild,
  *cases(context) {
    for (const one of own(context)) {
      for (const match of one.matches) {
        const since = waitingSince(one, match.start - 1);
        if (within(match.start, context.period) && since !== undefined)
          yield household(one, match.start, match.start - since);
      }
    }
  },
});

const stageInTime = (
  id: string,
  title: string,
  stage: string,
  parameter: string,
  from: (household: Household['record']) => number | undefined,
  to: (household: Household['record']) => number | undefined,
) =>
  defineIndicator({
    id,
    title,
    definition: `Of households whose ${stage} ended in the period, the share for whom it took no longer than allowed.`,
    population: `households whose ${stage} ended in the period`,
    unit: 'percent',
    polarity: 'higher',
    kind: 'flow',
    source: 'Adoption Agencies Regulations 2005, regs 27 and 30B (as amended in 2013)',
    certainty: 'published',
    needs: holdsAny(adopterHousehold),
    measure: noChild,
    *cases(context) {
      for (const one of own(context)) {
        const start = from(one.record);
        const end = to(one.record);
        if (start === undefined || !within(end, context.period)) continue;
        yield household(one, end, end <= addMonths(start, context.parameter(parameter)));
      }
    },
  });

/** Households from enquiry to matching. */
export const adopterIndicators = [
  ...pipeline,
  conversion(
    'adopter-conversion',
    'Enquiries that led to approval',
    'that enquired',
    ({ enquired }) => enquired,
    ['ADP-14', 'D-ADO-05', 'D-ADO-06'],
  ),
  conversion(
    'adopter-conversion-of-applications',
    'Applications that led to approval',
    'that applied',
    ({ applied }) => applied,
    ['D-ADO-06'],
  ),
  ratio(
    'adopter-approvals-per-enquiry',
    'Adopters approved per enquiry',
    'adoption-enquiries',
    'adoption enquiries',
  ),
  ratio(
    'adopter-approvals-per-application',
    'Adopters approved per application',
    'adoption-applications',
    'applications to adopt',
  ),
  ...stocks,
  adopterWait,
  stageInTime(
    'adopter-stage-one-in-time',
    'Stage one in time',
    'stage one',
    'adopter-stage-one-months',
    ({ registered }) => registered,
    ({ stageOneEnded }) => stageOneEnded,
  ),
  stageInTime(
    'adopter-stage-two-in-time',
    'Stage two in time',
    'stage two',
    'adopter-stage-two-months',
    ({ stageTwoStarted }) => stageTwoStarted,
    ({ stageTwoEnded, decided }) => stageTwoEnded ?? decided,
  ),
];

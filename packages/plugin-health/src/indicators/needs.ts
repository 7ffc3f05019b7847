import {
  countOf,
  type Day,
  defineIndicator,
  holdsAny,
  type Inside,
  openOn,
  startedIn,
  within,
} from '@cic/core';
import { assessmentsHeld } from '../facts/assessments.ts';
import { careFrom } from '../facts/initial.ts';
import { codeSets } from '../generated/codeSets.ts';
import {
  type HealthReferral,
  healthAssessment,
  healthNeed,
  healthReferral,
  wellbeingAssessment,
} from '../generated/records.ts';
import { DERBY, DERBYSHIRE, LEICESTERSHIRE } from '../sources.ts';
import { meanOf, ofChildrenInCare, shareOfRecords } from './shared.ts';

type Referral = Inside<HealthReferral>;

const EMOTIONAL: ReadonlySet<string> = new Set(codeSets.HEALTH_NEED.inGroup('emotional and mental health'));
const SPECIALIST: ReadonlySet<string> = new Set([
  ...codeSets.HEALTH_SERVICE.inGroup('specialist'),
  'community-paediatrics',
]);

const emotionalNeeds = defineIndicator({
  id: 'emotional-needs-at-initial-assessment',
  title: 'Initial health assessments that find emotional or mental health needs',
  definition:
    'Of initial health assessments held in the period with the needs recorded, the share that found such a need.',
  population:
    'initial health assessments held in the period with the needs recorded, of children looked after in it',
  unit: 'percent',
  polarity: 'neutral',
  kind: 'flow',
  source: LEICESTERSHIRE,
  certainty: 'proposed',
  requirements: ['HLT-18'],
  partly: ['HLT-19'],
  needs: holdsAny(healthAssessment),
  among: 'looked after in the period',
  measure: (child, { period }) =>
    shareOfRecords(
      assessmentsHeld(child, period),
      (one) => one.kind === 'initial' && one.needs !== undefined,
      (one) => one.needs!.some((need) => EMOTIONAL.has(need)),
    ),
});

const specialistReferrals = defineIndicator({
  id: 'specialist-referrals-from-initial-assessment',
  title: 'Initial health assessments that lead to a specialist service',
  definition:
    'Of initial health assessments held in the period with the referrals recorded, the share with a referral to a ' +
    'specialist service for physical health or development.',
  population:
    'initial health assessments held in the period with the referrals recorded, of children looked after in it',
  unit: 'percent',
  polarity: 'neutral',
  kind: 'flow',
  source: LEICESTERSHIRE,
  certainty: 'proposed',
  requirements: ['HLT-18'],
  partly: ['HLT-19'],
  needs: holdsAny(healthAssessment),
  among: 'looked after in the period',
  measure: (child, { period }) =>
    shareOfRecords(
      assessmentsHeld(child, period),
      (one) => one.kind === 'initial' && one.referredTo !== undefined,
      (one) => one.referredTo!.some((service) => SPECIALIST.has(service)),
    ),
});

const disabledOrIll = defineIndicator({
  id: 'health-need-recorded',
  title: 'Children in care with a health need on record',
  definition:
    'Of children in care on the last day, the share with a condition, disability or other health need open on that day. ' +
    'The breakdowns health-need and disability divide it.',
  population: 'children in care on the last day of the period',
  unit: 'percent',
  polarity: 'neutral',
  kind: 'stock',
  source: `${LEICESTERSHIRE}; ${DERBY}`,
  certainty: 'proposed',
  requirements: ['HLT-18', 'HLT-30'],
  needs: holdsAny(healthNeed),
  among: 'in care at the end',
  measure: ofChildrenInCare((child, on) => child.records(healthNeed).some((need) => openOn(need, on))),
});

const lifeLimiting = defineIndicator({
  id: 'life-limiting-condition',
  title: 'Children in care with a life-limiting condition',
  definition: 'Children in care on the last day with a life-limiting condition on record.',
  population: 'children in care on the last day of the period',
  unit: 'count',
  polarity: 'neutral',
  kind: 'stock',
  source: 'sufficiency strategy 2017-21, section 2.1',
  certainty: 'proposed',
  requirements: ['D-HEA-16'],
  restsOn: [healthNeed],
  measure: ofChildrenInCare(
    (child, on) =>
      child.records(healthNeed).some((need) => need.lifeLimiting === true && openOn(need, on)) || undefined,
  ),
});

const specialistAllocated = defineIndicator({
  id: 'specialist-service-allocated',
  title: 'Children eligible for a specialist service who have it',
  definition:
    'Of health needs open on the last day for which a child in care was found eligible for a specialist service, the share with the service allocated.',
  population: 'health needs of children in care with eligibility for a specialist service',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: 'sufficiency strategy 2017-21, section 2.1',
  certainty: 'proposed',
  requirements: ['D-HEA-16'],
  restsOn: [healthNeed],
  measure: (child, { period: { end } }) =>
    child.isLookedAfter(end)
      ? shareOfRecords(
          child.records(healthNeed),
          (need) => openOn(need, end) && need.specialistService?.eligible === true,
          ({ specialistService }) =>
            specialistService?.allocated !== undefined && specialistService.allocated <= end,
        )
      : undefined,
});

const isCamhs = ({ service }: Referral): boolean => service === 'camhs';

const camhsReferrals = defineIndicator({
  id: 'camhs-referrals',
  title: 'Referrals to CAMHS',
  definition: 'Number of referrals to child and adolescent mental health services in the period.',
  population: 'children with a referral in the period',
  unit: 'count',
  polarity: 'neutral',
  kind: 'flow',
  source: LEICESTERSHIRE,
  certainty: 'proposed',
  requirements: ['HLT-18', 'HLT-25'],
  restsOn: [healthReferral],
  measure: (child, { period }) =>
    countOf(
      child.records(healthReferral).filter((one) => isCamhs(one) && within(one.referred, period)).length,
    ),
});

const camhsWait = defineIndicator({
  id: 'camhs-wait',
  title: 'Days from referral to first contact with CAMHS',
  definition: 'Mean days from referral to first contact, over first contacts in the period.',
  population: 'referrals to CAMHS with the first contact in the period',
  unit: 'days',
  polarity: 'lower',
  kind: 'flow',
  source: LEICESTERSHIRE,
  certainty: 'proposed',
  requirements: ['HLT-25'],
  restsOn: [healthReferral],
  measure: (child, { period }) =>
    meanOf(child.records(healthReferral), (one) =>
      isCamhs(one) && within(one.seen, period) && one.seen >= one.referred
        ? one.seen - one.referred
        : undefined,
    ),
});

/** Referred and not declined, neither seen nor closed by the day. */
const isWaiting = ({ referred, seen, closed, accepted }: Referral, on: Day): boolean =>
  referred <= on &&
  accepted !== false &&
  (seen === undefined || seen > on) &&
  (closed === undefined || closed > on);

const camhsWaiting = defineIndicator({
  id: 'camhs-waiting',
  title: 'Children waiting for CAMHS',
  definition: 'Children referred to CAMHS, not declined, and not yet seen on the last day of the period.',
  population: 'children with an open referral to CAMHS',
  unit: 'count',
  polarity: 'lower',
  kind: 'stock',
  source: LEICESTERSHIRE,
  certainty: 'proposed',
  requirements: ['HLT-25'],
  restsOn: [healthReferral],
  measure: (child, { period }) =>
    child.records(healthReferral).some((one) => isCamhs(one) && isWaiting(one, period.end)) || undefined,
});

const referralAnswered = defineIndicator({
  id: 'out-of-area-referrals-answered',
  title: 'Referrals of children placed out of area that were accepted',
  definition:
    'Of referrals to a health service in the period for children placed out of area, the share accepted by its last day.',
  population: 'referrals in the period for children placed out of area',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['HLT-17'],
  restsOn: [healthReferral],
  measure: (child, { period }) =>
    shareOfRecords(
      child.records(healthReferral),
      ({ referred, outOfArea }) => within(referred, period) && outOfArea === true,
      ({ accepted, answered }) => accepted === true && (answered === undefined || answered <= period.end),
    ),
});

const keptOnMove = defineIndicator({
  id: 'treatment-kept-on-move',
  title: 'Treatment or waiting place kept when the child moved',
  definition:
    'Of moves in the period to another health area during treatment or on a waiting list, the share in which treatment or the place on the list was kept.',
  population: 'moves to another health area with an open referral',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: DERBYSHIRE,
  certainty: 'proposed',
  requirements: ['D-HEA-12'],
  restsOn: [healthReferral],
  measure: (child, { period }) =>
    shareOfRecords(
      child.records(healthReferral).flatMap(({ moves = [] }) => moves),
      ({ on }) => within(on, period),
      ({ kept }) => kept,
    ),
});

const noLongerThanLocal = defineIndicator({
  id: 'wait-no-longer-than-local',
  title: 'Children who waited no longer than a local child',
  definition:
    'Of first contacts in the period with the wait of a local child recorded, the share where the child in care waited no longer.',
  population: 'referrals with the first contact in the period and the local wait recorded',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: DERBYSHIRE,
  certainty: 'proposed',
  requirements: ['D-HEA-12'],
  restsOn: [healthReferral],
  measure: (child, { period }) =>
    shareOfRecords(
      child.records(healthReferral),
      ({ seen, localWaitDays }) => within(seen, period) && localWaitDays !== undefined,
      ({ seen, referred, localWaitDays }) => seen! - referred <= localWaitDays!,
    ),
});

const entrantsAssessed = defineIndicator({
  id: 'entrants-wellbeing-assessed',
  title: 'Children new in care whose emotional well-being was assessed',
  definition:
    'Of children who started to be looked after in the period, the share whose emotional well-being was assessed in that ' +
    'period of care by the last day. For a project, ask for its window as a period: 1 June 2017 to 31 March 2018.',
  population: 'children who started to be looked after in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'sufficiency strategy 2017-21, sections 1.3 and 2.1',
  certainty: 'proposed',
  requirements: ['D-HEA-13'],
  needs: holdsAny(wellbeingAssessment),
  among: 'looked after in the period',
  measure: (child, { period }) => {
    const first = startedIn(child, period);
    const care = first && careFrom(child, first.start);
    if (!care) return undefined;
    const done = child
      .records(wellbeingAssessment)
      .some(({ assessed }) => assessed >= care.start && assessed <= Math.min(care.end, period.end));
    return { numerator: done ? 1 : 0, denominator: 1, on: care.start };
  },
});

/** Needs, and what is done about them. */
export const needIndicators = [
  emotionalNeeds,
  specialistReferrals,
  disabledOrIll,
  lifeLimiting,
  specialistAllocated,
  camhsReferrals,
  camhsWait,
  camhsWaiting,
  referralAnswered,
  keptOnMove,
  noLongerThanLocal,
  entrantsAssessed,
];

import { defineIndicator, holdsAny, openOn, startedIn } from '@cic/core';
import { panelDecision } from '@cic/core/records';
import {
  allegation,
  childProtectionPlan,
  complaint,
  informationShared,
  section47Enquiry,
  seriousIncident,
  strategyDiscussion,
  victimIncident,
  youthJusticePlan,
  youthJusticeReferral,
} from '../generated/records.ts';
import { childrenWithOpen, countIn, meanDays, shareIn } from '../measures.ts';
import { COMPLAINTS } from '../sources.ts';

const CENSUS = 'children in need census; Annex A lists 5 and 7';
const STRATEGY = 'Derby strategy 2012-15, section 6.3';
const DESIGNATED_OFFICER = 'Working Together to Safeguard Children (2023)';
const EARLY_SIGNAL_DAYS = 30;

const onPlan = childrenWithOpen(
  {
    id: 'children-on-protection-plan',
    title: 'Children on a child protection plan',
    definition:
      'Children with a child protection plan of this council open on the last day of the period, in care or not: an early ' +
      'signal for numbers in care.',
    source: `${CENSUS}; sufficiency strategy 2017-21, section 5`,
    requirements: ['D-SAF-08'],
  },
  childProtectionPlan,
  (one, on) => one.otherAuthority !== true && openOn(one, on),
);

const inCareOnPlan = childrenWithOpen(
  {
    id: 'children-in-care-on-protection-plan',
    title: 'Children in care who are on a child protection plan too',
    definition: 'Children in care on the last day of the period with a child protection plan open on it.',
    population: 'children in care on the last day of the period',
    polarity: 'lower',
    source: CENSUS,
  },
  childProtectionPlan,
  (one, on, child) => openOn(one, on) && child.isLookedAfter(on),
);

const fromPlanIntoCare = defineIndicator({
  id: 'entered-care-from-protection-plan',
  title: 'Children who came into care from a child protection plan',
  definition:
    'Of children who started to be looked after in the period, the share with a child protection plan on that day, or ' +
    'one that ended at most 30 days before.',
  population: 'children who started to be looked after in the period',
  unit: 'percent',
  polarity: 'neutral',
  kind: 'flow',
  source: 'sufficiency strategy 2017-21, section 5',
  certainty: 'proposed',
  requirements: ['D-SAF-08'],
  among: 'looked after in the period',
  needs: holdsAny(childProtectionPlan),
  measure: (child, { period }) => {
    const first = startedIn(child, period);
    if (!first) return undefined;
    const known = child
      .records(childProtectionPlan)
      .some((one) => openOn(one, first.start) || closedShortlyBefore(one.start, one.end, first.start));
    return { numerator: known ? 1 : 0, denominator: 1, on: first.start };
  },
});

const closedShortlyBefore = (start: number, end: number | undefined, on: number): boolean =>
  end !== undefined && start <= on && end <= on && end >= on - EARLY_SIGNAL_DAYS;

const enquiries = countIn(
  {
    id: 'section-47-enquiries-in-care',
    title: 'Section 47 enquiries about children in care',
    definition: 'Section 47 enquiries begun in the period about children who were looked after on that day.',
    population: 'children in care',
    polarity: 'lower',
    source: CENSUS,
  },
  section47Enquiry,
  ({ start }) => start,
  ({ start }, child) => child.isLookedAfter(start),
);

const discussions = countIn(
  {
    id: 'strategy-discussions',
    title: 'Strategy discussions',
    definition: 'Strategy discussions held in the period.',
    source: DESIGNATED_OFFICER,
  },
  strategyDiscussion,
  ({ held }) => held,
);

const allegations = countIn(
  {
    id: 'allegations',
    title: 'Allegations against people who care for or work with children',
    definition: 'Allegations raised in the period.',
    polarity: 'lower',
    source: DESIGNATED_OFFICER,
  },
  allegation,
  ({ raised }) => raised,
);

const substantiated = shareIn(
  {
    id: 'allegations-substantiated',
    title: 'Allegations substantiated',
    definition: 'Of allegations concluded in the period with an outcome, the share substantiated.',
    population: 'allegations concluded in the period with an outcome',
    polarity: 'lower',
    source: DESIGNATED_OFFICER,
  },
  allegation,
  ({ concluded }) => concluded,
  ({ outcome }) => (outcome === undefined ? undefined : outcome === 'substantiated'),
);

const allegationDays = meanDays(
  {
    id: 'allegation-days',
    title: 'Average time to conclude an allegation',
    definition: 'Mean days from raising to concluding, over allegations concluded in the period.',
    population: 'allegations concluded in the period',
    source: DESIGNATED_OFFICER,
    restsOn: [allegation],
    reach: 0,
  },
  (child) => child.records(allegation).map(({ raised: start, concluded }) => ({ start, end: concluded })),
);

const complaints = countIn(
  {
    id: 'complaints',
    title: 'Complaints',
    definition: 'Complaints and representations by or for children received in the period, at any stage.',
    source: COMPLAINTS,
  },
  complaint,
  ({ received }) => received,
);

const complaintsAbove1 = countIn(
  {
    id: 'complaints-beyond-stage-1',
    title: 'Complaints beyond local resolution',
    definition: 'Complaints that reached stage 2, stage 3 or the ombudsman in the period.',
    polarity: 'lower',
    source: COMPLAINTS,
  },
  complaint,
  ({ received }) => received,
  ({ stage }) => stage !== '1',
);

const upheld = shareIn(
  {
    id: 'complaints-upheld',
    title: 'Complaints upheld',
    definition: 'Of complaints answered in the period with an outcome, the share upheld, wholly or in part.',
    population: 'complaints answered in the period with an outcome, withdrawn ones left out',
    polarity: 'neutral',
    source: COMPLAINTS,
  },
  complaint,
  ({ responded }) => responded,
  ({ outcome }) =>
    outcome === undefined || outcome === 'withdrawn'
      ? undefined
      : outcome === 'upheld' || outcome === 'partly-upheld',
);

const incidents = countIn(
  {
    id: 'serious-incidents',
    title: 'Serious incidents',
    definition: 'Serious incidents that happened in the period.',
    polarity: 'lower',
    source: 'Children Act 2004, section 16C',
  },
  seriousIncident,
  ({ occurred }) => occurred,
);

const victims = defineIndicator({
  id: 'children-victims-of-crime',
  title: 'Children who were victims of crime or targeted',
  definition:
    'Children looked after in the period who were the victim of a crime, or were targeted, in it, each once.',
  population: 'children looked after at any time in the period',
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: STRATEGY,
  certainty: 'proposed',
  requirements: ['SAF-16'],
  restsOn: [victimIncident],
  reach: 0,
  measure: (child, { period: { start, end } }) => {
    const one = child.records(victimIncident).find(({ occurred }) => occurred >= start && occurred <= end);
    return one && child.lookedAfterDuring(start, end)
      ? { numerator: 1, denominator: 1, on: one.occurred }
      : undefined;
  },
});

const preventionReferrals = countIn(
  {
    id: 'youth-justice-prevention-referrals',
    title: 'Referrals to youth justice prevention',
    definition: 'Children referred in the period to the prevention work of the youth justice service.',
    source: STRATEGY,
    requirements: ['SAF-11'],
  },
  youthJusticeReferral,
  ({ referred }) => referred,
  ({ service }) => service === 'prevention',
);

const EARLY_DAYS = 28;

const referredEarly = shareIn(
  {
    id: 'youth-justice-referred-early',
    title: 'Children at risk of offending referred within four weeks',
    definition:
      'Of referrals to prevention in the period for which the day is known on which the risk was first seen, the share ' +
      'made within 28 days of it.',
    population: 'referrals to prevention in the period for which that day is recorded',
    source: STRATEGY,
    requirements: ['SAF-11'],
  },
  youthJusticeReferral,
  ({ referred }) => referred,
  ({ service, identified, referred }) =>
    service !== 'prevention' || identified === undefined ? undefined : referred - identified <= EARLY_DAYS,
);

const knownToBoth = childrenWithOpen(
  {
    id: 'known-to-youth-justice',
    title: 'Children in care with a youth justice plan',
    definition: 'Children in care on the last day of the period with a youth justice plan on it.',
    population: 'children in care on the last day of the period',
    source: STRATEGY,
    requirements: ['SAF-12'],
  },
  youthJusticePlan,
  (one, on, child) => openOn(one, on) && child.isLookedAfter(on),
);

const plansLinked = defineIndicator({
  id: 'youth-justice-plans-linked',
  title: 'Youth justice plans linked with the care plan',
  definition:
    'Of children in care on the last day of the period with a youth justice plan on it, the share whose plan names the ' +
    'care plan it is linked with.',
  population: 'children in care on the last day of the period with a youth justice plan',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: STRATEGY,
  certainty: 'proposed',
  requirements: ['SAF-12'],
  restsOn: [youthJusticePlan],
  reach: 0,
  measure: (child, { period: { end } }) => {
    const plans = child.records(youthJusticePlan).filter((plan) => openOn(plan, end));
    return plans.length > 0 && child.isLookedAfter(end)
      ? plans.some(({ linkedPlan }) => linkedPlan !== undefined)
      : undefined;
  },
});

const shared = countIn(
  {
    id: 'information-shared',
    title: 'Information shared between agencies',
    definition: 'Times in the period that information about a child was shared between agencies.',
    source: 'Derby strategy 2012-15, annex A',
    requirements: ['SAF-19'],
  },
  informationShared,
  ({ shared: on }) => on,
);

const panels = countIn(
  {
    id: 'complex-cases-at-panel',
    title: 'Complex cases decided by the resource panel',
    definition: 'Decisions of the resource panel in the period on children the council is responsible for.',
    source: STRATEGY,
    requirements: ['SAF-17'],
  },
  panelDecision,
  ({ held }) => held,
  ({ panel, decision }) => panel === 'resource-panel' && decision !== undefined,
);

/** Child protection, allegations, complaints, incidents, and work with partners. */
export const protectionIndicators = [
  onPlan,
  inCareOnPlan,
  fromPlanIntoCare,
  enquiries,
  discussions,
  allegations,
  substantiated,
  allegationDays,
  complaints,
  complaintsAbove1,
  upheld,
  incidents,
  victims,
  preventionReferrals,
  referredEarly,
  knownToBoth,
  plansLinked,
  shared,
  panels,
];

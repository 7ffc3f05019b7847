import { bands, type Category, type Child, type Day, defineBreakdown, fromCodes, OPEN } from '@cic/core';
import { WAITS, waitBand } from './adopters/households.ts';
import { codeSets } from './generated/codeSets.ts';
import { agencyOn, matchOn } from './journey/agency.ts';
import { journeysOf } from './journey/journey.ts';
import { fromEthnicMinority, harderToPlace, inSiblingGroup } from './journey/siblings.ts';
import { adoptionOf, openPlan } from './journey/steps.ts';

const categories = (labels: Readonly<Record<string, string>>): Category[] =>
  Object.entries(labels).map(([id, label]) => ({ id, label }));

/** Ages at which adoption is told apart: under 4, 4 to 6, 7 to 10, 11 and over. */
const adoptionAges = bands([0, 1, 4, 7, 11]);

const DAYS = bands([0, 122, 213, 304, 426, 547, 639, 730, 1095]);

/** Days from entering care to moving in with the adoptive family (or to the order) of the latest adoption by a day. */
function daysToPlacement(child: Child, on: Day): number {
  const adoption = journeysOf(child)
    .map(adoptionOf)
    .findLast((one) => one !== undefined && one.on <= on);
  return adoption ? (adoption.placement?.start ?? adoption.on) - adoption.entered : Number.NaN;
}

/** Ways to divide children on the way to adoption, and adopters. */
export const breakdowns = [
  defineBreakdown({
    id: 'adoption-stage',
    title: 'Stage of the plan for adoption',
    categories: categories({
      'no-order': 'Decision, no placement order',
      'order-not-matched': 'Placement order, not matched',
      matched: 'Matched, not placed',
      placed: 'Placed, no adoption order',
    }),
    of: (child, on) => openPlan(child, on)?.stage,
    requirements: ['D-ADO-12'],
  }),
  defineBreakdown({
    id: 'adoption-wait',
    title: 'Time since the decision for adoption',
    categories: WAITS.map(({ id, label }) => ({ id, label })),
    of: (child, on) => {
      const plan = openPlan(child, on);
      return plan && waitBand(plan.since, on);
    },
  }),
  defineBreakdown({
    id: 'adoption-age',
    title: 'Age, as adoption is reported',
    categories: adoptionAges.categories,
    of: (child, on) => adoptionAges.of(child.ageOn(on)),
    requirements: ['ADP-01', 'ADP-02'],
  }),
  defineBreakdown({
    id: 'single-or-siblings',
    title: 'Single child or part of a sibling group',
    categories: categories({ single: 'Single child', siblings: 'Part of a sibling group' }),
    of: (child, on) => (inSiblingGroup(child, on) ? 'siblings' : 'single'),
    requirements: ['ADP-01', 'D-ADO-19'],
  }),
  defineBreakdown({
    id: 'ethnic-minority',
    title: 'Minority ethnic background',
    categories: categories({ yes: 'Minority ethnic background', no: 'White British' }),
    of: (child) => {
      const minority = fromEthnicMinority(child);
      return minority === undefined ? undefined : minority ? 'yes' : 'no';
    },
    requirements: ['ADP-07'],
  }),
  defineBreakdown({
    id: 'harder-to-place',
    title: 'Harder to place',
    categories: categories({
      several: 'Several reasons',
      ...Object.fromEntries(codeSets.HARDER_TO_PLACE.codes.map(({ code, label }) => [code, label])),
      none: 'No reason',
    }),
    of: (child, on) => {
      const reasons = harderToPlace(child, on);
      return reasons.size > 1 ? 'several' : ([...reasons][0] ?? 'none');
    },
    requirements: ['D-ADO-19'],
  }),
  defineBreakdown({
    id: 'adopter-agency',
    title: 'Agency of the adopters',
    categories: fromCodes(codeSets.ADOPTER_AGENCY),
    of: agencyOn,
    requirements: ['ADP-13', 'D-ADO-14', 'D-ADO-23'],
  }),
  defineBreakdown({
    id: 'adopter-home',
    title: 'Where the adopters live',
    categories: fromCodes(codeSets.ADOPTER_HOME),
    of: (child, on) => matchOn(child, on)?.home,
    requirements: ['D-ADO-16'],
  }),
  defineBreakdown({
    id: 'adopted-by',
    title: 'Adopted by foster carers or others',
    categories: categories({ 'foster-carers': 'Own foster carers', others: 'Other adopters' }),
    of: (child, on) => {
      const journey = journeysOf(child).findLast(({ care }) => care.start <= on);
      return journey && (journey.byFosterCarers ? 'foster-carers' : 'others');
    },
  }),
  defineBreakdown({
    id: 'days-to-placement',
    title: 'Days from entering care to the adoptive family',
    categories: DAYS.categories,
    of: (child, on) => DAYS.of(daysToPlacement(child, on)),
  }),
  defineBreakdown({
    id: 'reason-over-12-months',
    title: 'Reason why placement took more than 12 months',
    categories: fromCodes(codeSets.REASON_OVER_12_MONTHS),
    of: (child, on) => matchOn(child, on)?.reasonOver12Months,
    requirements: ['ADP-23'],
  }),
  defineBreakdown({
    id: 'reason-adoption-reversed',
    title: 'Reason why a decision for adoption was reversed',
    categories: categories({
      RD1: 'Child’s needs changed',
      RD2: 'Court made no placement order',
      RD3: 'No adopters found',
      RD4: 'Other',
    }),
    of: (child, on) =>
      journeysOf(child)
        .flatMap(({ decisions }) => decisions)
        .findLast(({ ceased = OPEN }) => ceased <= on)?.reasonCeased,
  }),
  defineBreakdown({
    id: 'source-of-adoption',
    title: 'Where the dates of the adoption come from',
    categories: categories({ record: 'Adoption record', return: 'Statutory return' }),
    of: (child, on) => {
      const journey = journeysOf(child).findLast(({ care }) => care.start <= on);
      if (!journey) return undefined;
      return (
        journey.placements[0]?.source ?? journey.orders[0]?.source ?? journey.adopted?.source ?? 'return'
      );
    },
  }),
  defineBreakdown({
    id: 'adopter-state',
    title: 'Where adopters stand',
    categories: categories({
      enquiry: 'Enquiry',
      'stage-one': 'Stage one',
      'stage-two': 'Stage two',
      waiting: 'Approved, no link considered',
      'in-matching': 'Approved, in the matching process',
      matched: 'Matched',
      placed: 'Children placed',
      'on-hold': 'On hold',
    }),
    requirements: ['D-ADO-09'],
  }),
  defineBreakdown({
    id: 'adopter-wait',
    title: 'How long adopters wait',
    categories: WAITS.map(({ id, label }) => ({ id, label })),
    requirements: ['D-ADO-08'],
  }),
  defineBreakdown({
    id: 'adopter-kind',
    title: 'Kind of adopters',
    categories: fromCodes(codeSets.ADOPTER_KIND),
  }),
  defineBreakdown({
    id: 'adoption-request-kind',
    title: 'Kind of request',
    categories: fromCodes(codeSets.ADOPTION_REQUEST_KIND),
    requirements: ['D-ADO-22'],
  }),
  defineBreakdown({
    id: 'adoption-training-audience',
    title: 'Who was trained',
    categories: fromCodes(codeSets.ADOPTION_TRAINING_AUDIENCE),
    requirements: ['ADP-19'],
  }),
  defineBreakdown({
    id: 'adoption-consultation-audience',
    title: 'Who was asked',
    categories: fromCodes(codeSets.ADOPTION_AUDIENCE),
    requirements: ['ADP-20'],
  }),
  defineBreakdown({
    id: 'adoption-support-need',
    title: 'Need for adoption support',
    categories: fromCodes(codeSets.ADOPTION_SUPPORT_NEED),
    requirements: ['ADP-24'],
  }),
];

import {
  aCase,
  type Case,
  defineIndicator,
  holdsAny,
  type Inside,
  type MeasureContext,
  noChild,
  OPEN,
  within,
} from '@cic/core';
import { panelGaps } from '../adopters/panels.ts';
import {
  type AdoptiveFamily,
  adopterPersonalBudget,
  adoptionConsultation,
  adoptionPanel,
  adoptionRequest,
  adoptionSupportApplication,
  adoptionTraining,
  adoptiveFamily,
} from '../generated/records.ts';
import { DERBY, SUFFICIENCY } from '../sources.ts';
import { supportDuty } from '../support/supportDuty.ts';
import { defineCount } from './shared.ts';

const supported = ({ history, period, parameter }: MeasureContext): Inside<AdoptiveFamily>[] =>
  history
    .otherRecords(adoptiveFamily)
    .filter(
      (family) =>
        (family.ended ?? OPEN) > period.end &&
        supportDuty(family, period.end, parameter('adoption-support-years'))?.carriedBy === 'this council',
    );

const families = defineCount({
  id: 'adoptive-families-supported',
  title: 'Adoptive families the council has to support',
  definition:
    'Adoptive families on the last day of the period for whom the council carries the duty: it placed the child less than ' +
    'three years ago, or the family lives in its area and three years have passed or the council placed the child.',
  population: 'adoptive families on record',
  polarity: 'neutral',
  kind: 'stock',
  source: `${DERBY}, section 7.2.1; Adoption Support Services Regulations 2005`,
  certainty: 'published',
  needs: holdsAny(adoptiveFamily),
  requirements: ['ADP-17'],
  measure: noChild,
  *cases(context) {
    for (const { id } of supported(context)) yield aCase(id, true);
  },
});

const familyNeeds = defineCount({
  id: 'adoption-support-needs',
  title: 'Needs of adoptive families',
  definition:
    'Needs on record of adoptive families the council has to support on the last day of the period; a family counts once for each need.',
  population: 'adoptive families the council has to support',
  polarity: 'neutral',
  kind: 'stock',
  source: `${DERBY}, section 7.2.4h`,
  certainty: 'proposed',
  needs: holdsAny(adoptiveFamily),
  requirements: ['ADP-24'],
  measure: noChild,
  *cases(context) {
    for (const { id, needs: found = [] } of supported(context))
      for (const need of found) yield aCase(id, true, 1, { 'adoption-support-need': need });
  },
});

const pounds = (
  id: string,
  title: string,
  definition: string,
  requirements: readonly string[],
  cases: (context: MeasureContext) => Iterable<Case>,
) =>
  defineIndicator({
    id,
    title,
    definition,
    population: 'adoptive families',
    unit: 'pounds',
    total: true,
    decimals: 0,
    polarity: 'neutral',
    kind: 'flow',
    source: `${DERBY}, section 7.2.4g`,
    certainty: 'proposed',
    needs: holdsAny(adopterPersonalBudget),
    requirements,
    measure: noChild,
    cases,
  });

const fund = defineIndicator({
  id: 'adoption-support-fund-granted',
  title: 'Adoption support fund applications granted',
  definition:
    'Of applications to the adoption support fund decided in the period, the share for which money was awarded.',
  population: 'applications to the adoption support fund decided in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${SUFFICIENCY}, aim 10`,
  certainty: 'proposed',
  needs: holdsAny(adoptionSupportApplication),
  measure: noChild,
  *cases({ history, period }) {
    for (const { id, decided, awarded = 0 } of history.otherRecords(adoptionSupportApplication))
      if (within(decided, period)) yield aCase(id, awarded > 0);
  },
});

const requests = defineCount({
  id: 'adoption-requests',
  title: 'Requests to the adoption service',
  definition:
    'Requests received in the period for access to records, post adoption support, an intermediary service or about letterbox.',
  population: 'requests on record',
  polarity: 'neutral',
  kind: 'flow',
  source: `${SUFFICIENCY}, aims 10 and 11`,
  certainty: 'proposed',
  needs: holdsAny(adoptionRequest),
  requirements: ['D-ADO-22'],
  measure: noChild,
  *cases({ history, period }) {
    for (const { id, requested, kind } of history.otherRecords(adoptionRequest))
      if (within(requested, period)) yield aCase(id, true, 1, { 'adoption-request-kind': kind });
  },
});

const trained = defineCount({
  id: 'adoption-training-places',
  title: 'Places taken up in adoption training',
  definition:
    'People who came to adoption training held in the period, by audience; somebody who came twice counts twice.',
  population: 'adopters, social workers and panel members trained',
  polarity: 'higher',
  kind: 'flow',
  source: `${DERBY}, annex 6.5e`,
  certainty: 'proposed',
  needs: holdsAny(adoptionTraining),
  requirements: ['ADP-19'],
  measure: noChild,
  *cases({ history, period }) {
    for (const { id, held, audience, attended, households = [] } of history.otherRecords(adoptionTraining))
      if (within(held, period))
        yield aCase(id, attended ?? households.length, 1, { 'adoption-training-audience': audience });
  },
});

const answered = defineIndicator({
  id: 'adoption-consultation-response',
  title: 'Answers to consultations about adoption',
  definition:
    'Of people invited to consultations about adoption opened in the period, the share who answered.',
  population:
    'people invited to consultations opened in the period for which invited and answered are on record',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${DERBY}, sections 7.2.4a and b`,
  certainty: 'proposed',
  needs: holdsAny(adoptionConsultation),
  requirements: ['ADP-20'],
  partly: ['ADP-22'],
  measure: noChild,
  *cases({ history, period }) {
    for (const { id, opened, invited, answered: answers, audience } of history.otherRecords(
      adoptionConsultation,
    ))
      if (within(opened, period) && invited !== undefined && answers !== undefined)
        yield {
          about: id,
          numerator: Math.min(answers, invited),
          denominator: invited,
          categories: { 'adoption-consultation-audience': audience },
        };
  },
});

const used = defineIndicator({
  id: 'adoption-consultations-used',
  title: 'Consultations about adoption that led to a change',
  definition:
    'Of consultations about adoption opened in the period, the share in answer to which something was changed.',
  population: 'consultations about adoption opened in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${DERBY}, section 7.2.4a`,
  certainty: 'proposed',
  needs: holdsAny(adoptionConsultation),
  requirements: ['ADP-20'],
  measure: noChild,
  *cases({ history, period }) {
    for (const { id, opened, changes = [], audience } of history.otherRecords(adoptionConsultation))
      if (within(opened, period))
        yield aCase(id, changes.length > 0, 1, { 'adoption-consultation-audience': audience });
  },
});

const panels = defineIndicator({
  id: 'adoption-panels-complete',
  title: 'Adoption panels with the members required',
  definition:
    'Of adoption panels held in the period, the share with a quorum, a chair, a medical adviser (present or in writing), a social worker and, where the council asks for one, an elected member.',
  population: 'adoption panels held in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${DERBY}, section 7.2.4i; Adoption Agencies Regulations 2005, regs 3 to 6`,
  certainty: 'published',
  needs: holdsAny(adoptionPanel),
  requirements: ['ADP-10'],
  measure: noChild,
  *cases({ history, period, parameter }) {
    for (const panel of history.otherRecords(adoptionPanel))
      if (within(panel.held, period)) yield aCase(panel.id, panelGaps(panel, parameter).length === 0);
  },
});

/** Support after the order, requests, training, consultation and the panel. */
export const supportIndicators = [
  families,
  familyNeeds,
  pounds(
    'personal-budgets-allocated',
    'Personal budgets allocated',
    'Money, in pounds, allocated to adoptive families as personal budgets that began in the period.',
    ['ADP-18'],
    function* ({ history, period }) {
      for (const { id, start, allocated } of history.otherRecords(adopterPersonalBudget))
        if (within(start, period)) yield aCase(id, allocated / 100);
    },
  ),
  pounds(
    'personal-budgets-spent',
    'Personal budgets spent',
    'Money, in pounds, that adoptive families spent from their personal budgets in the period.',
    ['ADP-18'],
    function* ({ history, period }) {
      for (const { id, payments = [] } of history.otherRecords(adopterPersonalBudget))
        for (const { on, amount } of payments) if (within(on, period)) yield aCase(id, amount / 100);
    },
  ),
  fund,
  requests,
  trained,
  answered,
  used,
  panels,
];

import { countOf, defineIndicator, holdsAny, type MeasuredIndicator, openOn, within } from '@cic/core';
import { isRegistered, isRegisteredInPlacementArea } from '../facts/registration.ts';
import {
  healthCheck,
  healthIssue,
  healthPlan,
  healthRegistration,
  patientHeldRecord,
} from '../generated/records.ts';
import { DERBY, DERBYSHIRE, LEICESTERSHIRE } from '../sources.ts';
import { ofChildrenInCare } from './shared.ts';

const KINDS = [
  { kind: 'gp', name: 'a GP' },
  { kind: 'dentist', name: 'a dentist' },
] as const;

const registered = KINDS.map(({ kind, name }) =>
  defineIndicator({
    id: `registered-with-${kind}`,
    title: `Children registered with ${name}`,
    definition: `Of children in care on the last day, the share registered with ${name} on that day, anywhere.`,
    population: 'children in care on the last day of the period',
    unit: 'percent',
    polarity: 'higher',
    kind: 'stock',
    source: DERBY,
    certainty: 'proposed',
    requirements: ['HLT-15'],
    needs: holdsAny(healthRegistration),
    among: 'in care at the end',
    measure: ofChildrenInCare((child, on) => isRegistered(child, kind, on)),
  }),
);

const registeredInArea = KINDS.map(
  ({ kind, name }): MeasuredIndicator =>
    defineIndicator({
      id: `out-of-area-registered-with-${kind}`,
      title: `Children placed out of area and registered with ${name} there`,
      definition:
        `Of children placed outside the area on the last day, the share registered with ${name} in the area of the placement: the ` +
        'practice lies in that authority, or was confirmed to be in the area since the child moved there.',
      population: 'children in care and placed outside the area on the last day of the period',
      unit: 'percent',
      polarity: 'higher',
      kind: 'stock',
      source: DERBY,
      certainty: 'proposed',
      requirements: ['HLT-15'],
      needs: holdsAny(healthRegistration),
      among: 'in care at the end',
      measure: (child, { period, council }) =>
        child.episodeOn(period.end)?.placementLocation === 'OUT'
          ? isRegisteredInPlacementArea(child, kind, period.end, council)
          : undefined,
    }),
);

const noDentist = defineIndicator({
  id: 'dentist-not-available',
  title: 'Cases of no dentist being available',
  definition:
    'Dental checks due or tried in the period that could not be had, and health issues raised in it because no dentist was available.',
  population: 'children looked after in the period with such a check or issue in it',
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: LEICESTERSHIRE,
  certainty: 'proposed',
  requirements: ['HLT-16'],
  needs: holdsAny(healthCheck, healthIssue),
  among: 'looked after in the period',
  measure: (child, { period }) => {
    if (!child.lookedAfterDuring(period.start, period.end)) return undefined;
    const checks = child
      .records(healthCheck)
      .filter(
        ({ kind, status, held, due }) =>
          kind === 'dental' && status === 'not-available' && within(held ?? due, period),
      );
    const issues = child
      .records(healthIssue)
      .filter(({ issue, raised }) => issue === 'no-dentist-available' && within(raised, period));
    return countOf(checks.length + issues.length);
  },
});

const currentPlan = defineIndicator({
  id: 'health-plan-current',
  title: 'Children with a current health plan',
  definition:
    'Of children in care on the last day, the share with a health plan that has neither ended nor is past its review day, and is no draft.',
  population: 'children in care on the last day of the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['HLT-14'],
  needs: holdsAny(healthPlan),
  among: 'in care at the end',
  measure: ofChildrenInCare((child, on) => child.records(healthPlan).some((plan) => isCurrent(plan, on))),
});

type Plan = { start: number; end?: number; reviewDue?: number; status?: string };

const isCurrent = (plan: Plan, on: number): boolean =>
  openOn(plan, on) && plan.status !== 'draft' && (plan.reviewDue === undefined || plan.reviewDue >= on);

const plansWithDental = defineIndicator({
  id: 'health-plans-with-dental-needs',
  title: 'Health plans that cover dental needs',
  definition:
    'Of children in care on the last day with a health plan, the share whose plan covers dental needs.',
  population: 'children in care on the last day of the period with a health plan',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['HLT-14'],
  needs: holdsAny(healthPlan),
  among: 'in care at the end',
  measure: ofChildrenInCare((child, on) => {
    const plan = child.records(healthPlan).findLast((one) => openOn(one, on));
    return plan && plan.includesDental === true;
  }),
});

const goodPlans = defineIndicator({
  id: 'health-plans-good',
  title: 'Health plans judged good or better',
  definition:
    'Of children in care on the last day whose health plan was judged, the share judged good or outstanding.',
  population: 'children in care on the last day of the period with a health plan of judged quality',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['HLT-14'],
  needs: holdsAny(healthPlan),
  among: 'in care at the end',
  measure: ofChildrenInCare((child, on) => {
    const quality = child.records(healthPlan).findLast((one) => openOn(one, on))?.quality;
    return quality === undefined ? undefined : quality === 'good' || quality === 'outstanding';
  }),
});

const plansUseSdq = defineIndicator({
  id: 'health-plans-using-sdq',
  title: 'Health plans informed by the questionnaire',
  definition:
    'Of children of 4 to 16 in care on the last day with a health plan, the share whose plan was informed by the strengths and difficulties score.',
  population: 'children of 4 to 16 in care on the last day of the period with a health plan',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: `${DERBYSHIRE}, plan 3`,
  certainty: 'proposed',
  requirements: ['D-HEA-06'],
  needs: holdsAny(healthPlan),
  among: 'in care at the end',
  measure: ofChildrenInCare((child, on) => {
    const age = child.ageOn(on);
    const plan = child.records(healthPlan).findLast((one) => openOn(one, on));
    return plan && age >= 4 && age <= 16 ? plan.questionnaireUsed === true : undefined;
  }),
});

const heldRecord = defineIndicator({
  id: 'patient-held-record',
  title: 'Children with a patient held record',
  definition: 'Of children in care on the last day, the share who hold a health record of their own.',
  population: 'children in care on the last day of the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['HLT-28'],
  needs: holdsAny(patientHeldRecord),
  among: 'in care at the end',
  measure: ofChildrenInCare((child, on) =>
    child
      .records(patientHeldRecord)
      .some(({ issued, ended }) => issued <= on && (ended === undefined || ended > on)),
  ),
});

const openIssues = defineIndicator({
  id: 'health-issues-open',
  title: 'Health issues not settled',
  definition: 'Children with a health issue raised by the last day of the period and not settled on it.',
  population: 'children with such an issue',
  unit: 'count',
  polarity: 'lower',
  kind: 'stock',
  source: DERBYSHIRE,
  certainty: 'proposed',
  requirements: ['D-HEA-15'],
  restsOn: [healthIssue],
  measure: (child, { period: { end } }) =>
    child
      .records(healthIssue)
      .some(({ raised, resolved }) => raised <= end && (resolved === undefined || resolved > end)) ||
    undefined,
});

/** Whether children get to the health service, and what they hold in hand of it. */
export const accessIndicators = [
  ...registered,
  ...registeredInArea,
  noDentist,
  currentPlan,
  plansWithDental,
  goodPlans,
  plansUseSdq,
  heldRecord,
  openIssues,
];

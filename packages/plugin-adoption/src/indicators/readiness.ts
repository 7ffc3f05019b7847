import {
  type Child,
  defineIndicator,
  hasRecords,
  holdsAny,
  type Period,
  type RecordType,
  within,
} from '@cic/core';
import { lifeStoryWork, permanencePlan, view } from '@cic/core/records';
import {
  adoptionGuide,
  adoptionMedical,
  adoptionMeeting,
  adoptionProfile,
  adoptionSupportPlan,
  permanenceReport,
} from '../generated/records.ts';
import { journeysOf } from '../journey/journey.ts';
import {
  externalNeedKnown,
  guideGiven,
  lifeStoryBegun,
  mentalHealthInvolved,
  multiProfessionalsMet,
  needsRecorded,
  seenByPaediatrician,
  supportPlanned,
  viewsRecorded,
} from '../journey/preparation.ts';
import { type OpenPlan, openPlan, placedIn } from '../journey/steps.ts';
import { DERBY } from '../sources.ts';
import { needsDecisions, PLAN_AT_END } from './shared.ts';

interface Prepared {
  readonly id: string;
  readonly title: string;
  readonly have: string;
  readonly source: string;
  readonly type: RecordType<object>;
  readonly requirements?: readonly string[];
  readonly partly?: readonly string[];
  readonly has: (child: Child, on: number, plan: OpenPlan) => boolean;
}

/** Share of children with a plan for adoption who have something a child on the way to adoption should have. */
const prepared = ({ id, title, have, source, type, has, ...tags }: Prepared) =>
  defineIndicator({
    id,
    title,
    definition: `Of children with a plan for adoption on the last day of the period, the share ${have}.`,
    population: PLAN_AT_END,
    unit: 'percent',
    polarity: 'higher',
    kind: 'stock',
    source,
    certainty: 'proposed',
    needs: (history) => hasRecords(history, type) && needsDecisions(history),
    ...tags,
    measure: (child, { period }) => {
      const plan = openPlan(child, period.end);
      return plan && has(child, period.end, plan);
    },
  });

const readiness: readonly Prepared[] = [
  {
    id: 'adoption-guide-given',
    title: 'Children’s guide to adoption given',
    have: 'who were given the children’s guide to adoption',
    source: `${DERBY}, annex 6.4e; Adoption Agencies Regulations 2005, reg. 13`,
    type: adoptionGuide,
    requirements: ['ADP-21'],
    has: guideGiven,
  },
  {
    id: 'adoption-paediatrician-seen',
    title: 'Seen by a paediatrician',
    have: 'who were seen by a paediatrician for the adoption medical',
    source: `${DERBY}, section 6.2.2b; Adoption Agencies Regulations 2005, reg. 15`,
    type: adoptionMedical,
    requirements: ['ADP-08'],
    has: seenByPaediatrician,
  },
  {
    id: 'adoption-needs-recorded',
    title: 'Needs of children with a plan for adoption recorded',
    have: 'for whom it is on record what they need of a family',
    source: `${DERBY}, annex 6.5d`,
    type: adoptionProfile,
    requirements: ['ADP-15'],
    has: needsRecorded,
  },
  {
    id: 'adoption-mental-health-involved',
    title: 'Mental health service involved',
    have: 'who were referred to the child and adolescent mental health service',
    source: `${DERBY}, section 7.2.4c`,
    type: adoptionProfile,
    requirements: ['ADP-26'],
    has: mentalHealthInvolved,
  },
  {
    id: 'adoption-external-need-known',
    title: 'Need for adopters elsewhere decided',
    have: 'for whom it was decided whether adopters have to be found elsewhere',
    source: `${DERBY}, annex 6.5f`,
    type: adoptionProfile,
    requirements: ['ADP-12'],
    has: (child, on) => externalNeedKnown(child, on) !== undefined,
  },
  {
    id: 'adoption-views-recorded',
    title: 'Views of children with a plan for adoption recorded',
    have: 'whose views on adoption are on record, from reviews or direct work',
    source: `${DERBY}, section 7.1.3c`,
    type: view,
    requirements: ['REV-10'],
    has: viewsRecorded,
  },
  {
    id: 'adoption-life-story-begun',
    title: 'Life story work begun',
    have: 'whose life story work has begun',
    source: 'Statutory guidance on adoption (2013)',
    type: lifeStoryWork,
    has: lifeStoryBegun,
  },
  {
    id: 'adoption-support-planned',
    title: 'Adoption support planned for children placed',
    have: 'who are placed and have an adoption support plan, or are not placed yet',
    source: `${DERBY}, section 7.2.3a`,
    type: adoptionSupportPlan,
    requirements: ['ADP-16'],
    has: (child, on, { stage }) => stage !== 'placed' || supportPlanned(child, on),
  },
];

const meetingBeforePanel = defineIndicator({
  id: 'multi-professionals-meeting-before-panel',
  title: 'Multi-professionals meeting before the adoption panel',
  definition:
    'Of children matched in the period whose match was before the adoption panel, the share for whom a ' +
    'multi-professionals meeting was held before it.',
  population: 'children matched in the period whose match was before the adoption panel',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${DERBY}, section 7.2.4e`,
  certainty: 'proposed',
  needs: holdsAny(adoptionMeeting),
  requirements: ['ADP-09'],
  measure: (child, { period }) => {
    const match = journeysOf(child)
      .flatMap(({ matches }) => matches)
      .find(({ matched, panel }) => panel !== undefined && within(matched, period));
    if (!match) return undefined;
    const held = multiProfessionalsMet(child, match.panel!);
    return { numerator: held ? 1 : 0, denominator: 1, on: match.matched };
  },
});

const reportsInPeriod = (child: Child, period: Period) =>
  child.records(permanenceReport).filter(({ completed }) => within(completed, period));

const reportQuality = defineIndicator({
  id: 'permanence-report-quality',
  title: 'Children’s permanence reports of good quality',
  definition:
    'Of children’s permanence reports completed in the period and assessed, the share rated good or outstanding.',
  population: 'children’s permanence reports completed in the period with a quality on record',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${DERBY}, section 7.3.3e`,
  certainty: 'proposed',
  needs: holdsAny(permanenceReport),
  requirements: ['REV-12'],
  measure: (child, { period }) => {
    const rated = reportsInPeriod(child, period).filter(({ quality }) => quality !== undefined);
    if (rated.length === 0) return undefined;
    const good = rated.filter(({ quality }) => quality === 'good' || quality === 'outstanding').length;
    return { numerator: good, denominator: rated.length, on: rated.at(-1)!.completed! };
  },
});

const reportScore = defineIndicator({
  id: 'permanence-report-score',
  title: 'Average quality score of children’s permanence reports',
  definition:
    'Mean quality score in percent of children’s permanence reports completed in the period and scored.',
  population: 'children’s permanence reports completed in the period with a score',
  unit: 'score',
  polarity: 'higher',
  kind: 'flow',
  source: `${DERBY}, section 7.3.3e`,
  certainty: 'proposed',
  needs: holdsAny(permanenceReport),
  requirements: ['REV-12'],
  measure: (child, { period }) => {
    const scored = reportsInPeriod(child, period).filter(({ score }) => score !== undefined);
    if (scored.length === 0) return undefined;
    const sum = scored.reduce((total, { score }) => total + score!, 0);
    return { numerator: sum, denominator: scored.length, on: scored.at(-1)!.completed! };
  },
});

const permanenceDecided = defineIndicator({
  id: 'permanence-decided-before-placement',
  title: 'Permanence decided for children placed for adoption',
  definition:
    'Of children placed for adoption in the period, the share for whom a permanence plan with the route adoption was decided before.',
  population: 'children placed for adoption in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'Care planning, placement and case review guidance (2015), permanence',
  certainty: 'proposed',
  needs: holdsAny(permanencePlan),
  measure: (child, { period }) => {
    const start = placedIn(child, period)?.placement.start;
    if (start === undefined) return undefined;
    const decided = child
      .records(permanencePlan)
      .some((plan) => plan.route === 'adoption' && (plan.decided ?? plan.start) <= start);
    return { numerator: decided ? 1 : 0, denominator: 1, on: start };
  },
});

/** Whether what a child needs on the way to adoption is there: reports, examinations, meetings, views. */
export const readinessIndicators = [
  ...readiness.map(prepared),
  meetingBeforePanel,
  reportQuality,
  reportScore,
  permanenceDecided,
];

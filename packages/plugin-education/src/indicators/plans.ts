import {
  addWorkingDays,
  type Child,
  defineIndicator,
  holdsAny,
  type Inside,
  type MeasureContext,
  shareOf,
} from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { type PersonalEducationPlan, personalEducationPlan } from '../generated/records.ts';
import { currentPlan, lastPlanBegun, ofPlanAge, plansCompletedIn } from '../pupils/plans.ts';
import { rememberIn } from '../pupils/remember.ts';
import { atMostDays } from '../pupils/workingDays.ts';
import { yearGroupOn } from '../pupils/yearGroups.ts';
import { AT_END, IN_CARE_AT_END, IN_PERIOD } from './shared.ts';

const GUIDANCE =
  'Promoting the education of looked-after children and previously looked-after children (2018)';
const withPlans = holdsAny(personalEducationPlan);

/** In care on the last day, of the age for plans, and long enough for the first plan to be due. */
export const planDue = rememberIn((child, { period: { end }, parameter, council }): boolean => {
  const fromAge = parameter('pep-from-age');
  const care = ofPlanAge(child, end, fromAge) ? child.periodOn(end) : undefined;
  if (care === undefined) return false;
  const from = Math.max(care.start, child.birthday(fromAge));
  const days = parameter('first-pep-working-days');
  return from + atMostDays(days) <= end || addWorkingDays(from, days, council.closedDays) <= end;
});

const POPULATION = `${IN_CARE_AT_END}, from 3 years until 18, whose first plan was due by then`;

const completed = defineIndicator({
  id: 'pep-completed',
  title: 'Personal education plans completed',
  definition: `Of ${POPULATION}, the share with a plan completed in the period. A period is a term or a half term as a rule.`,
  population: POPULATION,
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${GUIDANCE}; Derby 2012, 6.1.4h`,
  certainty: 'proposed',
  requirements: ['EDU-03', 'EDU-02', 'EDU-07'],
  needs: withPlans,
  among: AT_END,
  measure: (child, context) =>
    planDue(child, context) ? plansCompletedIn(child, context.period).length > 0 : undefined,
});

const current = defineIndicator({
  id: 'pep-current',
  title: 'Pupils with a current personal education plan',
  definition: `Of ${POPULATION}, the share whose last plan was completed within the last six months (the council’s parameter).`,
  population: POPULATION,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: `${GUIDANCE}; Derby 2012, 6.1.4c`,
  certainty: 'proposed',
  requirements: ['EDU-04'],
  needs: withPlans,
  among: AT_END,
  measure: (child, context) =>
    planDue(child, context)
      ? currentPlan(child, context.period.end, context.parameter('current-pep-months')) !== undefined
      : undefined,
});

const without = defineIndicator({
  id: 'pupils-without-current-pep',
  title: 'Pupils without a current personal education plan',
  definition: `Number of ${POPULATION}, without a plan completed within the last six months (the council’s parameter).`,
  population: POPULATION,
  unit: 'count',
  polarity: 'lower',
  kind: 'stock',
  source: 'Derby 2012, 6.1.4c',
  certainty: 'proposed',
  requirements: ['EDU-04'],
  needs: withPlans,
  among: AT_END,
  measure: (child, context) =>
    planDue(child, context)
      ? currentPlan(child, context.period.end, context.parameter('current-pep-months')) === undefined
      : undefined,
});

const GOOD = new Set<string | undefined>(['outstanding', 'good']);

const ofGoodQuality = defineIndicator({
  id: 'pep-good-quality',
  title: 'Personal education plans of good quality',
  definition:
    'Of personal education plans completed in the period and judged, the share judged good or outstanding.',
  population: 'plans completed in the period whose quality was judged',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'Derby 2012, 6.1.3a and 6.1.4h',
  certainty: 'proposed',
  requirements: ['EDU-02', 'EDU-03', 'EDU-07'],
  needs: withPlans,
  among: IN_PERIOD,
  measure: (child, { period }) => {
    const judged = plansCompletedIn(child, period).filter(({ quality }) => quality !== undefined);
    return shareOf(judged.filter(({ quality }) => GOOD.has(quality)).length, judged.length);
  },
});

const criteriaMet = defineIndicator({
  id: 'pep-criteria-met',
  title: 'Quality criteria met by personal education plans',
  definition: 'Of quality criteria judged in plans completed in the period, the share that was met.',
  population: 'criteria judged in plans completed in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${GUIDANCE}: what makes a plan one of high quality`,
  certainty: 'proposed',
  requirements: ['EDU-02'],
  needs: withPlans,
  among: IN_PERIOD,
  measure: (child, { period }) => {
    const criteria = plansCompletedIn(child, period).flatMap((plan) => plan.criteria ?? []);
    return shareOf(criteria.filter(({ met }) => met).length, criteria.length);
  },
});

/** Share of the plans completed in the period of which something is known and true. */
const plansWith = (
  id: string,
  title: string,
  what: string,
  fact: (plan: Inside<PersonalEducationPlan>) => boolean | undefined,
) =>
  defineIndicator({
    id,
    title,
    definition: `Of personal education plans completed in the period, the share ${what}. Plans that do not say are left out.`,
    population: 'plans completed in the period that say so or not',
    unit: 'percent',
    polarity: 'higher',
    kind: 'flow',
    source: 'Leicestershire 2008, section 10.1',
    certainty: 'proposed',
    requirements: ['EDU-06'],
    among: IN_PERIOD,
    needs: withPlans,
    measure: (child, { period }) => {
      const known = plansCompletedIn(child, period)
        .map(fact)
        .filter((is) => is !== undefined);
      return shareOf(known.filter(Boolean).length, known.length);
    },
  });

const attended = plansWith(
  'pep-child-attended',
  'Children at their personal education plan meeting',
  'whose meeting the child attended',
  ({ childAttended }) => childAttended,
);

const heard = plansWith(
  'pep-views-heard',
  'Personal education plans with the child’s views',
  'in which the child’s views were heard',
  ({ viewsGiven, views }) => viewsGiven ?? (views === undefined ? undefined : true),
);

/** In care on the last day, and in Year 11. */
export const leavingSchool = (child: Child, { period: { end } }: MeasureContext): boolean =>
  yearGroupOn(child, end) === 11 && child.isLookedAfter(end);

/** The route after Year 11 in the last plan begun; undefined where it names none. */
export function routeOn(child: Child, on: number): string | undefined {
  const route = lastPlanBegun(child, on)?.progressionRoute;
  return route !== undefined && codeSets.POST16_ROUTE.group(route) === 'route' ? route : undefined;
}

const leaversWithRoute = defineIndicator({
  id: 'school-leavers-with-route',
  title: 'School leavers with a route after Year 11',
  definition: `Of ${IN_CARE_AT_END} in Year 11, the share whose last personal education plan names a route after it.`,
  population: `${IN_CARE_AT_END} in Year 11`,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: 'Derby 2012, 6.1.3f and 6.1.4h',
  certainty: 'proposed',
  requirements: ['EDU-05'],
  needs: withPlans,
  among: AT_END,
  measure: (child, context) =>
    leavingSchool(child, context) ? routeOn(child, context.period.end) !== undefined : undefined,
});

const leaversWithoutRoute = defineIndicator({
  id: 'school-leavers-without-route',
  title: 'School leavers with no route after Year 11',
  definition: `Number of ${IN_CARE_AT_END} in Year 11 whose last personal education plan names no route after it, or who have none.`,
  population: `${IN_CARE_AT_END} in Year 11`,
  unit: 'count',
  polarity: 'lower',
  kind: 'stock',
  source: 'Derby 2012, 6.1.3f and annex 6.1h',
  certainty: 'proposed',
  requirements: ['EDU-05'],
  needs: withPlans,
  among: AT_END,
  measure: (child, context) =>
    leavingSchool(child, context) ? routeOn(child, context.period.end) === undefined : undefined,
});

/** Personal education plans: whether, when, and how good. */
export const planIndicators = [
  completed,
  current,
  without,
  ofGoodQuality,
  criteriaMet,
  attended,
  heard,
  leaversWithRoute,
  leaversWithoutRoute,
];

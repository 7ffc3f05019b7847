import {
  aCase,
  type Child,
  type Day,
  defineIndicator,
  holdsAny,
  type MeasureContext,
  type MeasuredIndicator,
  type RecordType,
  shareOf,
  within,
} from '@cic/core';
import { adviserChanges, adviserDue, adviserOn, caseloads, firstAllocated } from '../facts/advisers.ts';
import { CARE_LEAVER_AGES, CARE_LEAVERS, careLeaverAt, PLANNED_FOR, plannedFor } from '../facts/people.ts';
import { currentPlan, planOn } from '../facts/plans.ts';
import { codeSets } from '../generated/codeSets.ts';
import { adviserAllocation, pathwayPlan, supportRequest } from '../generated/records.ts';
import { ACT, DERBY, LEICESTERSHIRE, REGULATIONS, STRATEGY } from '../sources.ts';
import { counting } from './shared.ts';

type So = (child: Child, on: Day, context: MeasureContext) => boolean | undefined;

const ofPlanned = (
  about: Pick<MeasuredIndicator, 'id' | 'title' | 'source' | 'requirements'> & { readonly words: string },
  evidence: RecordType<object>,
  so: So,
): MeasuredIndicator =>
  defineIndicator({
    id: about.id,
    title: about.title,
    definition: `Of ${PLANNED_FOR}, as at the last day of the period, the share ${about.words}.`,
    population: `${PLANNED_FOR}, as at the last day of the period`,
    unit: 'percent',
    polarity: 'higher',
    kind: 'stock',
    source: about.source,
    certainty: 'proposed',
    requirements: about.requirements ?? [],
    needs: holdsAny(evidence),
    ages: CARE_LEAVER_AGES,
    measure: (child, context) =>
      plannedFor(child, context.period.end) ? so(child, context.period.end, context) : undefined,
  });

const inPlace = ofPlanned(
  {
    id: 'pathway-plan-in-place',
    title: 'Young people with a pathway plan',
    words: 'with a pathway plan that is more than a draft',
    source: `${REGULATIONS}, reg. 6`,
    requirements: ['D-LEA-16', 'LVC-05'],
  },
  pathwayPlan,
  (child, on) => planOn(child, on) !== undefined,
);

const current = ofPlanned(
  {
    id: 'pathway-plan-current',
    title: 'Young people with a pathway plan in date',
    words: 'whose pathway plan was made or reviewed within the last six months (the council’s parameter)',
    source: `${REGULATIONS}, reg. 7`,
    requirements: ['D-LEA-16', 'LVC-05'],
  },
  pathwayPlan,
  (child, on, { parameter }) => currentPlan(child, on, parameter('pathway-review-months')) !== undefined,
);

const ownPart = ofPlanned(
  {
    id: 'pathway-plan-own-part',
    title: 'Pathway plans the young person led or took part in',
    words: 'who led or took part in making their plan; those whose plan does not say are left out',
    source: STRATEGY,
    requirements: ['D-LEA-16'],
  },
  pathwayPlan,
  (child, on) => {
    const part = planOn(child, on)?.ownPart;
    return part && codeSets.PATHWAY_PART.get(part)?.takesPart === true;
  },
);

const allocated = ofPlanned(
  {
    id: 'personal-adviser-allocated',
    title: 'Young people with a personal adviser',
    words: 'with a personal adviser or other 16+ worker allocated',
    source: `${REGULATIONS}, reg. 8`,
    requirements: ['LVC-02', 'D-LEA-17'],
  },
  adviserAllocation,
  (child, on) => adviserOn(child, on) !== undefined,
);

/** Share of the items of the plans open on the last day that are done. */
const itemsDone = (
  id: string,
  title: string,
  words: string,
  items: (
    child: Child,
    on: Day,
  ) => readonly { readonly due?: Day; readonly done?: Day; readonly achieved?: Day }[],
): MeasuredIndicator =>
  defineIndicator({
    id,
    title,
    definition: `Of ${words} in pathway plans open on the last day of the period that were due by then, the share done.`,
    population: `${words} due by the last day of the period`,
    unit: 'percent',
    polarity: 'higher',
    kind: 'stock',
    source: DERBY,
    certainty: 'proposed',
    requirements: ['LVC-05'],
    restsOn: [pathwayPlan],
    measure: (child, { period: { end } }) => {
      const due = items(child, end).filter((item) => item.due !== undefined && item.due <= end);
      return shareOf(
        due.filter(({ done, achieved }) => (done ?? achieved ?? end + 1) <= end).length,
        due.length,
      );
    },
  });

const goals = itemsDone(
  'pathway-goals-achieved',
  'Goals of pathway plans achieved',
  'the young people’s own goals',
  (child, on) => planOn(child, on)?.goals ?? [],
);
const actions = itemsDone(
  'pathway-actions-done',
  'Actions of pathway plans done',
  'actions of all agencies',
  (child, on) => planOn(child, on)?.actions ?? [],
);

const multiAgency = ofPlanned(
  {
    id: 'pathway-plan-multi-agency',
    title: 'Pathway plans in which several agencies act',
    words: 'whose plan has actions of more than one agency besides the young person',
    source: DERBY,
    requirements: ['LVC-05'],
  },
  pathwayPlan,
  (child, on) => {
    const plan = planOn(child, on);
    return (
      plan &&
      new Set((plan.actions ?? []).map(({ agency }) => agency).filter((one) => one !== 'young-person')).size >
        1
    );
  },
);

const caseload = defineIndicator({
  id: 'adviser-caseload',
  title: 'Young people for one adviser',
  definition:
    'Mean number of young people allocated to a worker for those of 16 and over on the last day of the period, over workers with at least one; by role it tells 16+ workers and Connexions advisers apart.',
  population: 'workers with at least one young person on the last day of the period',
  unit: 'ratio',
  polarity: 'lower',
  kind: 'stock',
  source: LEICESTERSHIRE,
  certainty: 'proposed',
  requirements: ['LVC-17'],
  needs: holdsAny(adviserAllocation),
  measure: () => undefined,
  *cases({ history, period: { end } }) {
    for (const [adviser, { role, young }] of caseloads(history, end)) {
      yield aCase(adviser, young.size, 1, { 'adviser-role': role });
    }
  },
});

const changes = defineIndicator({
  id: 'adviser-changes',
  title: 'Changes of worker for care leavers',
  definition: `Mean number of changes from one worker to another in the same role in the period, over ${CARE_LEAVERS} with an allocation.`,
  population: `${CARE_LEAVERS} with an allocation`,
  unit: 'ratio',
  decimals: 2,
  polarity: 'lower',
  kind: 'flow',
  source: STRATEGY,
  certainty: 'proposed',
  requirements: ['D-LEA-18'],
  restsOn: [adviserAllocation],
  measure: (child, context) => {
    const { period } = context;
    return child.records(adviserAllocation).length > 0 && careLeaverAt(child, period.end, context)
      ? { numerator: adviserChanges(child, period.start, period.end), denominator: 1 }
      : undefined;
  },
});

const changesTotal = counting(
  {
    id: 'adviser-changes-total',
    title: 'Changes of worker, all care leavers',
    definition: 'Changes from one worker to another in the same role in the period, over all young people.',
    population: 'young people with an allocation',
    polarity: 'lower',
    source: STRATEGY,
    requirements: ['D-LEA-18'],
    restsOn: [adviserAllocation],
  },
  (child, { period }) => adviserChanges(child, period.start, period.end) || undefined,
);

/** Whether the first worker came later than the council allows, for those whose day fell in a period. */
export function allocatedLate(child: Child, { period, parameter }: MeasureContext): boolean | undefined {
  const due = adviserDue(child, parameter('adviser-from-months'));
  if (due === undefined || !within(due, period)) return undefined;
  const limit = due + parameter('adviser-grace-days');
  const allocated = firstAllocated(child);
  if (allocated !== undefined && allocated <= period.end) return allocated > limit;
  return period.end > limit;
}

const late = counting(
  {
    id: 'late-allocations',
    title: 'Young people given a worker late',
    definition:
      'Young people who became due a leaving care worker in the period (when eligible, and 16 or the age the council set) and had none within 28 days (the council’s parameter).',
    population: 'young people who became due a leaving care worker in the period',
    polarity: 'lower',
    source: STRATEGY,
    requirements: ['D-LEA-17'],
    needs: holdsAny(adviserAllocation),
  },
  (child, context) => (allocatedLate(child, context) ? true : undefined),
);

const requests = counting(
  {
    id: 'support-requests-21-25',
    title: 'Requests for support from 21 to 25',
    definition:
      'Requests for advice and support in the period by care leavers who were 21 to 24 when they asked.',
    population: 'requests for support in the period',
    source: ACT,
    requirements: ['D-LEA-19'],
    restsOn: [supportRequest],
  },
  (child, { period }) => asked(child, period).length || undefined,
);

const asked = (child: Child, period: MeasureContext['period']) =>
  child
    .records(supportRequest)
    .filter(
      ({ requested }) =>
        within(requested, period) && child.ageOn(requested) >= 21 && child.ageOn(requested) < 25,
    );

const supported = defineIndicator({
  id: 'support-given-21-25',
  title: 'Requests from 21 to 25 that were met',
  definition:
    'Of requests for support in the period by care leavers of 21 to 24, the share for which support began by its last day.',
  population: 'requests for support in the period by care leavers of 21 to 24',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: ACT,
  certainty: 'proposed',
  requirements: ['D-LEA-19'],
  restsOn: [supportRequest],
  measure: (child, { period }) => {
    const all = asked(child, period);
    return shareOf(
      all.filter((one) => one.supported !== undefined && one.supported <= period.end).length,
      all.length,
    );
  },
});

/** Plans, and the workers who make them with young people. */
export const planIndicators: readonly MeasuredIndicator[] = [
  inPlace,
  current,
  ownPart,
  multiAgency,
  goals,
  actions,
  allocated,
  caseload,
  changes,
  changesTotal,
  late,
  requests,
  supported,
];

import {
  ageCell,
  type Child,
  columns,
  type Day,
  dateCell,
  formatIsoDate,
  hasRecords,
  type ListDefinition,
  type MeasureContext,
  type RecordType,
} from '@cic/core';
import { lifeStoryWork, view } from '@cic/core/records';
import {
  adoptionGuide,
  adoptionMedical,
  adoptionMeeting,
  adoptionProfile,
  adoptionSupportPlan,
  familyFinding,
  permanenceReport,
} from '../generated/records.ts';
import {
  externalNeedKnown,
  guideGiven,
  lifeStoryBegun,
  mentalHealthInvolved,
  multiProfessionalsMet,
  needsRecorded,
  type OnRecord,
  reportCompleted,
  searchStarted,
  seenByPaediatrician,
  supportPlanned,
  viewsRecorded,
} from '../journey/preparation.ts';
import { inSiblingGroup } from '../journey/siblings.ts';
import { type OpenPlan, openPlan, type Stage } from '../journey/steps.ts';
import { parentingStatus } from '../support/supportDuty.ts';

const STAGES: Readonly<Record<Stage, string>> = {
  'no-order': 'Decision, no placement order',
  'order-not-matched': 'Placement order, not matched',
  matched: 'Matched, not placed',
  placed: 'Placed, no adoption order',
};

interface Missing {
  readonly type: RecordType<object>;
  readonly words: string;
  /** Stages in which it is missed; every stage where left out. */
  readonly stages?: readonly Stage[];
  readonly has: OnRecord;
}

/** What a child with a plan for adoption should have; missed only where the council records such things at all. */
const MISSING: readonly Missing[] = [
  {
    type: permanenceReport,
    words: 'no child’s permanence report',
    has: reportCompleted,
  },
  {
    type: adoptionMedical,
    words: 'not seen by a paediatrician',
    has: seenByPaediatrician,
  },
  {
    type: adoptionGuide,
    words: 'children’s guide to adoption not given',
    has: guideGiven,
  },
  {
    type: adoptionMeeting,
    words: 'no multi-professionals meeting',
    has: multiProfessionalsMet,
  },
  {
    type: adoptionProfile,
    words: 'needs not recorded',
    has: needsRecorded,
  },
  {
    type: adoptionProfile,
    words: 'no referral to the mental health service',
    has: mentalHealthInvolved,
  },
  {
    type: adoptionProfile,
    words: 'not decided whether adopters are needed from elsewhere',
    stages: ['no-order', 'order-not-matched'],
    has: (child, on) => externalNeedKnown(child, on) !== undefined,
  },
  {
    type: familyFinding,
    words: 'family finding not started',
    stages: ['order-not-matched'],
    has: searchStarted,
  },
  {
    type: adoptionSupportPlan,
    words: 'no adoption support plan',
    stages: ['matched', 'placed'],
    has: supportPlanned,
  },
  {
    type: lifeStoryWork,
    words: 'life story work not begun',
    has: lifeStoryBegun,
  },
  {
    type: view,
    words: 'views on adoption not recorded',
    has: viewsRecorded,
  },
];

/** Days so far on a clock, against its limit, from its start to what stopped it or to the day asked for. */
function clock(from: Day | undefined, to: Day | undefined, on: Day, limit: number, name: string) {
  if (from === undefined) return { days: '', flag: undefined };
  const days = Math.max(0, (to ?? on) - from);
  return {
    days,
    flag:
      days <= limit
        ? undefined
        : `${name}: ${days} days, ${days - limit} over ${limit}${to === undefined ? ', still waiting' : ''}`,
  };
}

function flagsOf(child: Child, plan: OpenPlan, { history, period }: MeasureContext): string[] {
  return MISSING.filter(
    ({ type, stages, has }) =>
      hasRecords(history, type) &&
      (stages === undefined || stages.includes(plan.stage)) &&
      !has(child, period.end),
  ).map(({ words }) => words);
}

/** Every child with a plan for adoption: where they stand, days so far against A1 and A2, and what is missing. */
export const tracker: ListDefinition = {
  id: 'adoption-tracker',
  title: 'Adoption tracker',
  columns: columns({
    child: 'Child',
    age: 'Age',
    siblings: 'Sibling group',
    stage: 'Stage',
    entered: 'Entered care',
    decided: 'Decision',
    ordered: 'Placement order',
    matched: 'Match',
    placed: 'Placed',
    a1: 'A1 days so far',
    a2: 'A2 days so far',
    council: 'Council’s duty',
    flags: 'To look at',
  }),
  requirements: ['D-ADO-20', 'ADP-08', 'ADP-09', 'ADP-21', 'ADP-25', 'REV-12'],
  row: (child, context) => {
    const { period, parameter } = context;
    const on = period.end;
    const plan = openPlan(child, on);
    if (!plan) return undefined;
    const a1 = clock(plan.journey.care.start, plan.placed, on, parameter('adoption-a1-days'), 'A1');
    const a2 = clock(plan.ordered, plan.matched ?? plan.placed, on, parameter('adoption-a2-days'), 'A2');
    return {
      child: child.id,
      age: ageCell(child.ageOn(on)),
      siblings: inSiblingGroup(child, on),
      stage: STAGES[plan.stage],
      entered: formatIsoDate(plan.journey.care.start),
      decided: dateCell(plan.decided),
      ordered: dateCell(plan.ordered),
      matched: dateCell(plan.matched),
      placed: dateCell(plan.placed),
      a1: a1.days,
      a2: a2.days,
      council: parentingStatus({ lookedAfter: child.isLookedAfter(on) }, on),
      flags: [...(a1.flag ? [a1.flag] : []), ...(a2.flag ? [a2.flag] : []), ...flagsOf(child, plan, context)],
    };
  },
};

/** Children placed by their plan and children placed by their placement type, where the two do not agree. */
export const reconciliation: ListDefinition = {
  id: 'adoption-placement-reconciliation',
  title: 'Placed for adoption: plan and placement type',
  columns: columns({
    child: 'Child',
    byPlan: 'Placed by plan',
    placementType: 'Placement type',
    flags: 'Difference',
  }),
  requirements: ['D-ADO-18'],
  row: (child, { period }) => {
    const episode = child.episodeOn(period.end);
    if (!episode) return undefined;
    const byPlan = openPlan(child, period.end)?.stage === 'placed';
    const byType = episode.placementType.startsWith('A');
    if (byPlan === byType) return undefined;
    const why = byPlan
      ? `placed with adopters by the adoption records, placement type ${episode.placementType || '(blank)'}`
      : `placement type ${episode.placementType}, no placement with adopters open in the adoption records`;
    return { child: child.id, byPlan, placementType: episode.placementType, flags: [why] };
  },
};

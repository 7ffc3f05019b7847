import { startedIn } from '../../cohorts/cohorts.ts';
import type { Day } from '../../dates/day.ts';
import { type Period, within } from '../../dates/period.ts';
import { periodOfCare, plan, review, serviceInvolvement, siblingGroup } from '../../generated/records.ts';
import { type CareHistory, holdsAny } from '../../history/careHistory.ts';
import type { Child, Episode } from '../../history/child.ts';
import { defineIndicator, type MeasureContext, noChild } from '../indicator.ts';
import { aCase, shareOf } from '../verdicts.ts';

const plannedEntries = defineIndicator({
  id: 'planned-entries',
  title: 'Planned entries to care',
  definition:
    'Of entries to care in the period whose record says whether they were planned, the share that were. An entry in an ' +
    'emergency is not planned.',
  population: 'entries to care in the period whose record says whether they were planned',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'children in care strategy 2019-21, priority 2; sufficiency strategy 2017-21, sections 1.1 and 3.6',
  certainty: 'proposed',
  requirements: ['D-CHI-31'],
  restsOn: [periodOfCare],
  reach: 0,
  measure: (child, { period }) => {
    const entries = child
      .records(periodOfCare)
      .filter(({ start, planned }) => planned !== undefined && within(start, period));
    return shareOf(entries.filter(({ planned }) => planned).length, entries.length, entries[0]?.start);
  },
});

/** Reasons that are no disruption: planned under the care plan, the same carers under another status, custody. */
const NO_DISRUPTION = new Set(['CARPL', 'PLACE', 'CUSTOD']);

/** Placements that gave way to another in a period, by the last episode of each, where the reason is known. */
const movesIn = (child: Child, period: Period): readonly Episode[] =>
  child.placements
    .map(({ lastEpisode }) => lastEpisode)
    .filter(
      ({ end, reasonEpisodeCeased, reasonPlacementChange }) =>
        reasonEpisodeCeased === 'X1' && reasonPlacementChange !== '' && within(end, period),
    );

const disruptions = defineIndicator({
  id: 'placement-disruptions',
  title: 'Moves that were disruptions',
  definition:
    'Of moves from one placement to another in the period with a reason on record, the share for a reason other than a ' +
    'planned change under the care plan, another status with the same carers, or custody.',
  population: 'moves from one placement to another in the period with a reason on record',
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  source: 'SSDA903 REASON_PLACE_CHANGE; children in care strategy 2019-21, action P2.5',
  certainty: 'proposed',
  requirements: ['D-CHI-34'],
  among: 'looked after in the period',
  measure: (child, { period }) => {
    const moves = movesIn(child, period);
    const disrupted = moves.filter(({ reasonPlacementChange: reason }) => !NO_DISRUPTION.has(reason));
    return shareOf(disrupted.length, moves.length, moves[0]?.start);
  },
});

const keptFromCare = defineIndicator({
  id: 'edge-of-care-without-entry',
  title: 'Children on the edge of care who stayed with their families',
  definition:
    'Of involvements of edge of care services that ended in the period, the share after whose start the child did not ' +
    'enter care up to the last day of the period.',
  population: 'involvements of edge of care services that ended in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'children in care strategy 2019-21, priority 2; sufficiency strategy 2017-21, sections 1.2 and 3.1',
  certainty: 'proposed',
  requirements: ['D-CHI-33'],
  restsOn: [serviceInvolvement],
  reach: 0,
  measure: (child, { period }) => {
    const ended = child
      .records(serviceInvolvement)
      .filter(({ kind, end }) => kind === 'edge-of-care' && within(end, period));
    const stayed = ended.filter(({ start }) => !startedIn(child, { ...period, start, end: period.end }));
    return shareOf(stayed.length, ended.length);
  },
});

/** Where a child lives, so that two can be told to live together; undefined where neither register nor address says. */
function homeOn(child: Child, on: Day): string | undefined {
  const { urn, placementPostcode } = child.placementOn(on)?.lastEpisode ?? {};
  return urn || placementPostcode || undefined;
}

interface Siblings {
  readonly group: string;
  /** Homes of those in care on the day; undefined for each whose home is not known. */
  readonly homes: readonly (string | undefined)[];
}

/** Sibling groups of whom two or more are in care on the last day of a period. */
function siblingsInCare({ history, period }: MeasureContext): Siblings[] {
  return history.otherRecords(siblingGroup).flatMap(({ id, members }, i) => {
    const homes = members.flatMap(({ child: member }) => {
      const child = history.child(member);
      return child?.isLookedAfter(period.end) ? [homeOn(child, period.end)] : [];
    });
    return homes.length < 2 ? [] : [{ group: id ?? `group ${i + 1}`, homes }];
  });
}

const siblingGroups = defineIndicator({
  id: 'sibling-groups-in-care',
  title: 'Sibling groups in care',
  definition: 'Sibling groups of whom two or more are in care on the last day of the period.',
  population: 'sibling groups on record',
  unit: 'count',
  polarity: 'neutral',
  kind: 'stock',
  source: 'sufficiency strategy 2017-21, sections 2.3 and 3.4',
  certainty: 'proposed',
  requirements: ['D-CHI-23'],
  needs: holdsAny(siblingGroup),
  measure: noChild,
  cases: (context) => siblingsInCare(context).map(({ group }) => aCase(group, true)),
});

const siblingsApart = defineIndicator({
  id: 'sibling-groups-apart',
  title: 'Sibling groups living apart',
  definition:
    'Of sibling groups of whom two or more are in care on the last day of the period and whose homes are known, the ' +
    'share who do not all live in one home (by its registration, else its postcode).',
  population: 'sibling groups with two or more in care whose homes are known',
  unit: 'percent',
  polarity: 'lower',
  kind: 'stock',
  source: 'sufficiency strategy 2017-21, sections 2.3 and 3.4',
  certainty: 'proposed',
  requirements: ['D-CHI-23'],
  needs: holdsAny(siblingGroup),
  measure: noChild,
  cases: (context) =>
    siblingsInCare(context)
      .filter(({ homes }) => homes.every((home) => home !== undefined))
      .map(({ group, homes }) => aCase(group, new Set(homes).size > 1)),
});

/** The officer who led the last review of a child up to a day. */
const officerOf = (child: Child, on: Day): string | undefined =>
  child
    .records(review)
    .findLast(
      ({ held, reviewingOfficer }) => reviewingOfficer !== undefined && held !== undefined && held <= on,
    )?.reviewingOfficer;

/** How many children in care each independent reviewing officer has, by the reference of the officer. */
export function reviewingOfficerCaseloads(history: CareHistory, on: Day): ReadonlyMap<string, number> {
  const caseloads = new Map<string, number>();
  for (const child of history.children) {
    const officer = child.isLookedAfter(on) ? officerOf(child, on) : undefined;
    if (officer !== undefined) caseloads.set(officer, (caseloads.get(officer) ?? 0) + 1);
  }
  return caseloads;
}

const caseload = defineIndicator({
  id: 'reviewing-officer-caseload',
  title: 'Children per independent reviewing officer',
  definition:
    'Mean number of children in care on the last day of the period whose last review an independent reviewing officer ' +
    'led, over the officers who have any.',
  population: 'independent reviewing officers with children in care',
  unit: 'ratio',
  polarity: 'neutral',
  kind: 'stock',
  source: 'children in care strategy 2019-21, priority 2; IRO Handbook 2010',
  certainty: 'proposed',
  requirements: ['REV-15', 'D-PLN-04'],
  needs: holdsAny(review),
  measure: noChild,
  cases: ({ history, period }) =>
    [...reviewingOfficerCaseloads(history, period.end)].map(([officer, children]) =>
      aCase(officer, children),
    ),
});

const SIXTEEN = 16;

/** A child with complex needs of 16 or over in care on a day, for whom moving on to adult services is to be planned. */
export const transitionToPlan = (child: Child, on: Day): boolean =>
  child.isLookedAfter(on) && child.disabled === true && child.ageOn(on) >= SIXTEEN;

export const hasTransitionPlan = (child: Child, on: Day): boolean =>
  child
    .records(plan)
    .some(({ kind, start, end }) => kind === 'transition' && start <= on && (end === undefined || end > on));

const transitionPlans = defineIndicator({
  id: 'transition-plans',
  title: 'Disabled young people with a transition plan from 16',
  definition:
    'Of disabled young people of 16 or over in care on the last day of the period, the share with a transition plan in ' +
    'force. Without one at the 16th birthday it is late.',
  population: 'disabled young people of 16 or over in care on the last day of the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: 'sufficiency strategy 2017-21, section 1.3, objective 20',
  certainty: 'proposed',
  requirements: ['D-PLN-09'],
  needs: holdsAny(plan),
  among: 'in care at the end',
  measure: (child, { period }) =>
    transitionToPlan(child, period.end) ? hasTransitionPlan(child, period.end) : undefined,
});

/** How children come into care and move within it, with whom they live, and who sees to it. */
export const journeyIndicators = [
  plannedEntries,
  disruptions,
  keptFromCare,
  siblingGroups,
  siblingsApart,
  caseload,
  transitionPlans,
];

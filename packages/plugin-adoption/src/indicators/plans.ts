import { type Child, type Period, within } from '@cic/core';
import { earlyPermanencePlacement } from '../generated/records.ts';
import { openPlan, type Stage } from '../journey/steps.ts';
import { SUFFICIENCY } from '../sources.ts';
import { defineCount, needsDecisions, needsEpisodes, THIS_COUNCIL } from './shared.ts';

const planned = (
  id: string,
  title: string,
  definition: string,
  stage: Stage | undefined,
  requirements: readonly string[],
) =>
  defineCount({
    id,
    title,
    definition,
    population: 'children in care on the last day of the period',
    polarity: 'neutral',
    kind: 'stock',
    source: SUFFICIENCY,
    certainty: 'published',
    needs: needsDecisions,
    requirements,
    measure: (child, { period }) => {
      const plan = openPlan(child, period.end);
      return plan && (stage === undefined || plan.stage === stage) ? true : undefined;
    },
  });

const byPlacementType = defineCount({
  id: 'placed-for-adoption-by-placement-type',
  title: 'Children placed for adoption, by placement type',
  definition:
    'Children in care on the last day of the period whose placement type is placed for adoption (A3 to A6).',
  population: 'children in care on the last day of the period',
  polarity: 'neutral',
  kind: 'stock',
  source: 'Sufficiency strategy 2017-21, section 2.3',
  certainty: 'published',
  needs: needsEpisodes,
  requirements: ['D-ADO-18'],
  measure: (child, { period }) =>
    child.episodeOn(period.end)?.placementType.startsWith('A') ? true : undefined,
});

const earlyPermanence = defineCount({
  id: 'early-permanence-placements',
  title: 'Fostering for adoption and concurrent planning placements',
  definition:
    'Children placed in the period with foster carers who are approved to adopt as well: an early permanence placement on ' +
    'record, else a foster placement of type U2 or U5.',
  population: THIS_COUNCIL,
  polarity: 'higher',
  kind: 'flow',
  source: SUFFICIENCY,
  certainty: 'published',
  needs: needsEpisodes,
  requirements: ['D-ADO-17'],
  measure: (child, { period }) => {
    const on = earlyPlacementIn(child, period);
    return on === undefined ? undefined : { numerator: 1, denominator: 1, on };
  },
});

const EARLY_PERMANENCE = /^U[25]$/;

function earlyPlacementIn(child: Child, period: Period): number | undefined {
  const own = child.records(earlyPermanencePlacement);
  if (own.length > 0) return own.find(({ placed }) => within(placed, period))?.placed;
  return child.episodes.find(
    ({ start, placementType }, i) =>
      EARLY_PERMANENCE.test(placementType) &&
      !EARLY_PERMANENCE.test(child.episodes[i - 1]?.placementType ?? '') &&
      within(start, period),
  )?.start;
}

/** Children with a plan for adoption: where they stand. */
export const planIndicators = [
  planned(
    'children-with-adoption-plan',
    'Children with a plan for adoption',
    'Children in care on the last day of the period with a decision that they should be placed for adoption that was not ' +
      'reversed, or placed with adopters, and not adopted.',
    undefined,
    ['D-ADO-12'],
  ),
  planned(
    'adoption-plan-no-order',
    'Plan for adoption, no placement order',
    'Children with a plan for adoption on the last day of the period without authority to place, match or placement.',
    'no-order',
    ['D-ADO-12'],
  ),
  planned(
    'placement-order-not-matched',
    'Placement order but not matched',
    'Children with a plan for adoption on the last day of the period who have authority to place and neither a match nor a placement.',
    'order-not-matched',
    ['D-ADO-12'],
  ),
  planned(
    'matched-not-placed',
    'Matched but not placed',
    'Children with a plan for adoption on the last day of the period who are matched and not placed.',
    'matched',
    ['D-ADO-12'],
  ),
  planned(
    'placed-no-adoption-order',
    'Placed but no adoption order',
    'Children with a plan for adoption on the last day of the period who are placed with adopters and not adopted.',
    'placed',
    ['D-ADO-12', 'D-ADO-18'],
  ),
  byPlacementType,
  earlyPermanence,
];

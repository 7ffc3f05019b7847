import { defineIndicator, type Measure } from '@cic/core';
import type { Adoption } from '../journey/steps.ts';
import { adoptedIn, openPlan, placedIn } from '../journey/steps.ts';
import { thresholdOn } from '../journey/thresholds.ts';
import { ADOPTED_IN_PERIOD, needsDecisions, needsEpisodes, needsMatches, perAdoption } from './shared.ts';

const SCORECARD = 'Adoption scorecard';
const ANY_PERIOD =
  'Over three financial years it is the scorecard’s three-year average; it can be taken over twelve months to any day.';

/** Days from entering care to moving in; to the order where the child was never placed before it. */
export const a1Days = ({ placement, on, entered }: Adoption): number => (placement?.start ?? on) - entered;

/** The same, stopped on the day the child moved in as a foster child where the foster carers adopted. */
const a10Days = (adoption: Adoption): number => {
  const { placement, entered, journey } = adoption;
  return journey.byFosterCarers && placement ? placement.withCarersSince - entered : a1Days(adoption);
};

/** Days from the authority to place to the match, nought where the match came first; undefined outside the measure. */
export function a2Days({ ordered, matched, placement }: Adoption): number | undefined {
  if (ordered === undefined || matched === undefined || !placement) return undefined;
  return Math.max(0, matched - ordered);
}

const a1 = defineIndicator({
  id: 'adoption-a1',
  title: 'Entering care to moving in with the adoptive family (A1)',
  definition:
    'Mean number of days from the start of the period of care to the day the child moved in with the adoptive family ' +
    `(to the adoption order where the child was never placed before it), over children adopted in the period. ${ANY_PERIOD}`,
  population: ADOPTED_IN_PERIOD,
  unit: 'days',
  polarity: 'lower',
  kind: 'flow',
  decimals: 0,
  source: 'Adoption scorecard A1; cohorts section 11 (title seen in a source, dates from memory)',
  certainty: 'from memory',
  codes: [{ scheme: SCORECARD, code: 'A1' }],
  needs: needsEpisodes,
  requirements: ['D-ADO-01', 'D-ADO-03', 'D-ADO-04'],
  measure: perAdoption(a1Days),
});

const a2 = defineIndicator({
  id: 'adoption-a2',
  title: 'Authority to place to match (A2)',
  definition:
    'Mean number of days from the first authority to place (placement or freeing order) to the decision on the match, ' +
    'nought where the match came first, over children adopted in the period who had such authority and were placed ' +
    `before the adoption order. ${ANY_PERIOD}`,
  population:
    'children adopted in the period with authority to place, a match and a placement before the order',
  unit: 'days',
  polarity: 'lower',
  kind: 'flow',
  decimals: 0,
  source: 'Adoption scorecard A2; LG Inform 912',
  certainty: 'published',
  codes: [{ scheme: SCORECARD, code: 'A2' }],
  needs: needsMatches,
  requirements: ['D-ADO-02', 'D-ADO-03', 'D-ADO-04', 'ADP-06'],
  measure: perAdoption(a2Days),
});

/** Children placed for adoption in the period, and those who still waited at its end, with their days so far. */
const waitWithin: Measure = (child, { period, parameter }) => {
  const limit = thresholdOn('a1', period.end, parameter);
  if (limit === undefined) return undefined;
  const placed = placedIn(child, period);
  if (placed) return placed.placement.start - placed.journey.care.start < limit;
  const plan = openPlan(child, period.end);
  if (!plan || plan.stage === 'placed') return undefined;
  return period.end - plan.journey.care.start < limit;
};

const a3 = defineIndicator({
  id: 'adoption-a3',
  title: 'Children who wait less than the threshold to move in with their adoptive family (A3)',
  definition:
    'Of children placed for adoption in the period, and those with a plan for adoption who were not placed on its last ' +
    'day, the share for whom less than the scorecard’s threshold (from 2016: 426 days) lie between entering care and ' +
    'moving in, or that last day.',
  population: 'children placed for adoption in the period, and children with a plan who wait on its last day',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source:
    'Adoption scorecard A3; cohorts section 11 (title seen in a source, those still waiting from memory)',
  certainty: 'from memory',
  codes: [{ scheme: SCORECARD, code: 'A3' }],
  from: 2012,
  needs: needsDecisions,
  measure: waitWithin,
});

const a10 = defineIndicator({
  id: 'adoption-a10',
  title: 'Entering care to moving in, adjusted for adoptions by foster carers (A10)',
  definition:
    'As A1, but where the foster carers adopted, the clock stops on the day the child moved in with them as a foster ' +
    `child. ${ANY_PERIOD}`,
  population: ADOPTED_IN_PERIOD,
  unit: 'days',
  polarity: 'lower',
  kind: 'flow',
  decimals: 0,
  source: 'Adoption scorecard A10; council paper of January 2015',
  certainty: 'published',
  codes: [{ scheme: SCORECARD, code: 'A10' }],
  needs: needsEpisodes,
  measure: perAdoption(a10Days),
});

const withinThreshold = (
  measure: 'a1' | 'a2',
  title: string,
  days: (adoption: Adoption) => number | undefined,
) =>
  defineIndicator({
    id: `adoption-${measure}-within-threshold`,
    title,
    definition: `Of the children in ${measure.toUpperCase()}, the share whose days are at most the threshold that held on the last day of the period.`,
    population: `children in ${measure.toUpperCase()}`,
    unit: 'percent',
    polarity: 'higher',
    kind: 'flow',
    source: 'Adoption scorecard thresholds; cohorts section 11',
    certainty: 'proposed',
    from: 2012,
    needs: measure === 'a1' ? needsEpisodes : needsMatches,
    measure: (child, { period, parameter }) => {
      const adoption = adoptedIn(child, period);
      const took = adoption && days(adoption);
      if (took === undefined) return undefined;
      const limit = thresholdOn(measure, period.end, parameter);
      return limit === undefined
        ? undefined
        : { numerator: took <= limit ? 1 : 0, denominator: 1, on: adoption!.on };
    },
  });

const step = (
  id: string,
  title: string,
  from: string,
  to: string,
  days: (adoption: Adoption) => number | undefined,
  needed: typeof needsEpisodes = needsDecisions,
) =>
  defineIndicator({
    id,
    title,
    definition: `Mean number of days from ${from} to ${to}, over children adopted in the period for whom both are known.`,
    population: `children adopted in the period for whom ${from} and ${to} are known`,
    unit: 'days',
    polarity: 'lower',
    kind: 'flow',
    decimals: 0,
    source: 'Children looked after in England including adoptions, average time between stages',
    certainty: 'from memory',
    needs: needed,
    measure: perAdoption(days),
  });

const between = (from: number | undefined, to: number | undefined): number | undefined =>
  from === undefined || to === undefined ? undefined : to - from;

/** The national scorecard, and the time each step of an adoption takes. */
export const scorecardIndicators = [
  a1,
  a2,
  a3,
  a10,
  withinThreshold('a1', 'Adopted children who moved in within the A1 threshold', a1Days),
  withinThreshold('a2', 'Adopted children matched within the A2 threshold', a2Days),
  step(
    'adoption-entry-to-decision',
    'Entering care to the decision for adoption',
    'entering care',
    'the decision that the child should be placed for adoption',
    ({ entered, decided }) => between(entered, decided),
  ),
  step(
    'adoption-decision-to-match',
    'Decision for adoption to match',
    'the decision that the child should be placed for adoption',
    'the match',
    ({ decided, matched }) => between(decided, matched),
  ),
  step(
    'adoption-decision-to-placement',
    'Decision for adoption to placement',
    'the decision that the child should be placed for adoption',
    'moving in with the adopters',
    ({ decided, placement }) => between(decided, placement?.start),
  ),
  step(
    'adoption-match-to-placement',
    'Match to placement',
    'the match',
    'moving in with the adopters',
    ({ matched, placement }) => between(matched, placement?.start),
    needsMatches,
  ),
  step(
    'adoption-placement-to-order',
    'Placement to adoption order',
    'moving in with the adopters',
    'the adoption order',
    ({ placement, on }) => between(placement?.start, on),
    needsEpisodes,
  ),
  step(
    'adoption-entry-to-order',
    'Entering care to adoption order',
    'entering care',
    'the adoption order',
    ({ entered, on }) => on - entered,
    needsEpisodes,
  ),
];

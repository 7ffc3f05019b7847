import { type CareHistory, computeIndicators, financialYear, OPEN } from '@cic/core';
import {
  adoptionDecision,
  adoptionOutcome,
  lifeStoryWork,
  panelDecision,
  permanencePlan,
  review,
  siblingGroup,
  view,
} from '@cic/core/records';
import { aHistory, randomStories } from '@cic/core/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdsOnAnything } from '../../tooling/src/pluginTests.ts';
import { adoption, householdsOf, journeysOf, openPlan, stateOn } from '../src/index.ts';

const HOUSEHOLDS = ['H1', 'H2', 'H3', 'H4'];
const periods = [2012, 2018, 2019, 2024].map(financialYear);

const { council, forAnyHistory } = holdsOnAnything({
  plugin: adoption(),
  periods,
  by: [
    ['adoption-stage'],
    ['adoption-age', 'sex'],
    ['adopter-agency'],
    ['adopter-state'],
    ['harder-to-place'],
  ],
  reads: [
    adoptionDecision,
    adoptionOutcome,
    lifeStoryWork,
    panelDecision,
    permanencePlan,
    review,
    siblingGroup,
    view,
  ],
  hostile: { texts: { id: HOUSEHOLDS, adopters: HOUSEHOLDS } },
});

it('a child with a plan is in exactly one stage, and the stages add up to the children with a plan', () => {
  const value = (history: CareHistory, id: string) =>
    computeIndicators({
      council,
      historyFor: () => history,
      indicators: [council.indicator(id)],
      periods: [periods[1]!],
    })[0]!.value ?? 0;
  const stages = [
    'adoption-plan-no-order',
    'placement-order-not-matched',
    'matched-not-placed',
    'placed-no-adoption-order',
  ];
  forAnyHistory((history) => {
    for (const { end } of periods)
      for (const child of history.children) {
        const plan = openPlan(child, end);
        if (plan) expect(child.isLookedAfter(end) && plan.since <= end).toBe(true);
        if (plan?.stage === 'placed') expect(plan.placed).toBeLessThanOrEqual(end);
      }
    const staged = stages.reduce((sum, id) => sum + value(history, id), 0);
    const total = value(history, 'children-with-adoption-plan');
    return staged === total ? [] : [`${staged} children in stages, ${total} with a plan`];
  });
});

it('a household is in one state on every day from the day it is known, and never before', () => {
  forAnyHistory((history) =>
    householdsOf(history).flatMap((household) => {
      const { enquired, registered, stageTwoStarted, decided } = household.record;
      const days = [enquired, registered, stageTwoStarted, decided].filter((day) => day !== undefined);
      const wrong = (on: number) => (stateOn(household, on) !== undefined) !== days.some((day) => day <= on);
      return days
        .flatMap((day) => [day - 1, day, day + 400])
        .filter(wrong)
        .map((on) => `${household.record.id} on day ${on}`);
    }),
  );
});

it('an adoption in the return is the same number as the discharges with reason adopted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
      for (const child of aHistory(...randomStories(seed, 30)).children) {
        const adopted = journeysOf(child).filter((journey) => journey.adopted).length;
        const discharged = child.periodsOfCare.filter(
          ({ lastEpisode, end }) => /^E1[12]$/.test(lastEpisode.reasonEpisodeCeased) && end < OPEN,
        ).length;
        expect(adopted).toBe(discharged);
      }
    }),
    { numRuns: 25 },
  );
});

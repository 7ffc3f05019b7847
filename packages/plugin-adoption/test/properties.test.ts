import {
  computeIndicators,
  contextFor,
  dutyContext,
  financialYear,
  formatIsoDate,
  type Indicator,
  isDerived,
  listRows,
  runChecks,
} from '@cic/core';
import { adoptionDecision, adoptionOutcome, review } from '@cic/core/records';
import { aCouncil, aHistoryWith, type ChildStory, randomFrom, randomStories } from '@cic/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AdopterHousehold,
  adopterHousehold,
  adoptionMatch,
  adoptionOrder,
  adoptivePlacement,
  familyFinding,
  permanenceOrder,
  placementOrder,
} from '../src/generated/records.ts';
import { householdsOf, journeysOf, openPlan, stateOn } from '../src/index.ts';
import { council, others } from './told.ts';

const YEARS = [2010, 2016, 2022].map(financialYear);

/** Random care histories with random records of adoption: any day, any order, none of it needs to make sense. */
function nonsense(seed: number) {
  const random = randomFrom(seed + 99);
  const day = () => formatIsoDate(12_000 + Math.floor(random() * 8_000));
  const maybe = <T extends object>(facts: T): Partial<T> => (random() < 0.6 ? facts : {});
  const one = (n: number) => `H${Math.floor(random() * n)}`;
  const children = randomStories(seed, 30).map((told): ChildStory => {
    let story = told;
    const often = () => random() < 0.5;
    if (often()) story = story.with(adoptionDecision, { decided: day(), ...maybe({ ceased: day() }) });
    if (often()) story = story.with(adoptionDecision, { decided: day() });
    if (often())
      story = story.with(adoptionOutcome, { ...maybe({ decided: day() }), ...maybe({ matched: day() }) });
    if (often())
      story = story.with(placementOrder, { ...maybe({ granted: day() }), ...maybe({ ended: day() }) });
    if (often())
      story = story.with(
        adoptionMatch,
        { matched: day(), ...maybe({ ceased: day() }), adopters: one(9) },
        { matched: day() },
      );
    if (often())
      story = story.with(adoptivePlacement, {
        ...maybe({ placed: day() }),
        ...maybe({ ended: day() }),
        adopters: one(9),
      });
    if (often()) story = story.with(adoptionOrder, maybe({ granted: day() }));
    if (often())
      story = story.with(familyFinding, {
        started: day(),
        links: [{ adopters: one(9), origin: 'own', found: day() }],
      });
    if (often())
      story = story.with(permanenceOrder, {
        order: 'special-guardianship',
        made: day(),
        ...maybe({ ended: day() }),
      });
    if (often()) story = story.with(review, { held: day() }, { held: day() });
    return story;
  });
  const households = Array.from(
    { length: 8 },
    (_, i): AdopterHousehold => ({
      id: `H${i}`,
      ...maybe({ enquired: day() }),
      ...maybe({ registered: day() }),
      ...maybe({ stageTwoStarted: day() }),
      ...maybe({ decided: day() }),
      ...maybe({ approved: random() < 0.8 }),
      ...maybe({ closed: day() }),
    }),
  );
  return aHistoryWith([others(adopterHousehold, ...households)], ...children);
}

const seeds = fc.integer({ min: 1, max: 100_000 });
const runs = { numRuns: 25 };

describe('for any care histories and any records', () => {
  it('no numerator of a percentage is above its population, every value is finite, and rows add up to the total', () => {
    const own = council.plugins.at(-1)!.indicators!;
    fc.assert(
      fc.property(seeds, (seed) => {
        const history = nonsense(seed);
        const results = computeIndicators({
          council,
          historyFor: () => history,
          indicators: own as readonly Indicator[],
          periods: YEARS,
          by: [
            ['adoption-stage'],
            ['adoption-age', 'sex'],
            ['adopter-agency'],
            ['adopter-state'],
            ['harder-to-place'],
          ],
        });
        for (const { indicator, numerator, denominator, value, breakdowns } of results) {
          if (value !== null) expect(Number.isFinite(value)).toBe(true);
          if (isDerived(indicator)) continue;
          if (indicator.unit === 'percent' && numerator !== null)
            expect(numerator).toBeLessThanOrEqual(denominator!);
          for (const rows of breakdowns.values())
            expect(rows.reduce((sum, row) => sum + (row.numerator ?? 0), 0)).toBeCloseTo(numerator ?? 0, 6);
        }
      }),
      runs,
    );
  });

  it('a child with a plan is in exactly one stage, and the stages add up to the children with a plan', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const history = nonsense(seed);
        for (const { end } of YEARS)
          for (const child of history.children) {
            const plan = openPlan(child, end);
            if (plan) expect(child.isLookedAfter(end) && plan.since <= end).toBe(true);
            if (plan?.stage === 'placed') expect(plan.placed).toBeLessThanOrEqual(end);
          }
        const value = (id: string) =>
          computeIndicators({
            council,
            historyFor: () => history,
            indicators: [council.indicator(id)],
            periods: [YEARS[1]!],
          })[0]!.value;
        const stages = [
          'adoption-plan-no-order',
          'placement-order-not-matched',
          'matched-not-placed',
          'placed-no-adoption-order',
        ];
        const total = value('children-with-adoption-plan');
        expect(stages.reduce((sum, id) => sum + (value(id) ?? 0), 0)).toBe(total ?? 0);
      }),
      runs,
    );
  });

  it('a household is in one state on every day from the day it is known, and never before', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 11_000, max: 21_000 }), (seed, on) => {
        const history = nonsense(seed);
        for (const household of householdsOf(history)) {
          const { enquired, registered, stageTwoStarted, decided } = household.record;
          const days = [enquired, registered, stageTwoStarted, decided].filter((day) => day !== undefined);
          expect(stateOn(household, on) !== undefined).toBe(days.some((day) => day <= on));
        }
      }),
      runs,
    );
  });

  it('a clock runs once for each trigger, is not due before it starts, nor met before it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const history = nonsense(seed);
        const context = dutyContext(council, YEARS[2]!.end);
        for (const duty of council.plugins.at(-1)!.duties!)
          for (const child of history.children) {
            const starts = new Set<number>();
            for (const { startedOn, dueOn, metOn } of duty.events(child, context)) {
              expect(starts.has(startedOn)).toBe(false);
              starts.add(startedOn);
              expect(dueOn).toBeGreaterThanOrEqual(startedOn);
              if (metOn !== undefined) expect(metOn).toBeGreaterThanOrEqual(startedOn);
            }
          }
      }),
      runs,
    );
  });

  it('checks and lists never throw, and every finding says something', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const history = nonsense(seed);
        for (const { message } of runChecks(council.checks, { history, council, asAt: YEARS[2]!.end }))
          expect(message).toMatch(/\w/);
        for (const list of council.lists)
          for (const period of YEARS)
            expect(
              listRows(
                list,
                contextFor(council, () => history, period),
              ),
            ).toBeInstanceOf(Array);
      }),
      runs,
    );
  });

  it('an adoption in the return is the same number as the discharges with reason adopted', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const history = aHistoryWith([], ...randomStories(seed, 30));
        for (const child of history.children) {
          const adopted = journeysOf(child).filter((journey) => journey.adopted).length;
          const discharged = child.periodsOfCare.filter(
            ({ lastEpisode, end }) => /^E1[12]$/.test(lastEpisode.reasonEpisodeCeased) && end < 0x7fff_ffff,
          ).length;
          expect(adopted).toBe(discharged);
        }
      }),
      runs,
    );
  });

  it('disabling the plugin changes no other number', () => {
    const without = aCouncil({ districts: [...council.districts] });
    fc.assert(
      fc.property(seeds, (seed) => {
        const history = nonsense(seed);
        const figures = (of: typeof council) =>
          JSON.stringify(
            computeIndicators({
              council: of,
              historyFor: () => history,
              indicators: without.indicators.map(({ id }) => of.indicator(id)),
              periods: YEARS,
              by: [['age']],
            }).map(({ indicator, value, breakdowns }) => [indicator.id, value, [...breakdowns]]),
          );
        expect(figures(council)).toBe(figures(without));
      }),
      { numRuns: 8 },
    );
  });
});

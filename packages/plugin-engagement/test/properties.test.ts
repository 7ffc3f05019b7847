import {
  computeIndicators,
  contextFor,
  dutyContext,
  financialYear,
  formatIsoDate,
  isDerived,
  listRows,
  type RecordInput,
  type RecordType,
  runChecks,
} from '@cic/core';
import { aCouncil, aHistoryWith, type ChildStory, randomFrom, randomStories } from '@cic/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engagement } from '../src/index.ts';

const plugin = engagement();
const council = aCouncil({ plugins: [plugin] });
const YEARS = [2010, 2016, 2022].map(financialYear);

/** The examples of every schema with their days shuffled: right shapes, any order, none of it needs to make sense. */
function nonsense(seed: number) {
  const random = randomFrom(seed + 99);
  const shuffled = (value: unknown): unknown => {
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
      return formatIsoDate(12_000 + Math.floor(random() * 8_000));
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value === 'number') return Math.floor(random() * 20);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, of]) => [key, shuffled(of)]));
  };
  const some = (type: RecordType<object>, chance: number): object[] =>
    [0, 1, 2].flatMap((copy) =>
      (type.schema.examples as readonly object[])
        .filter(() => random() < chance)
        .map((example) => {
          const record = shuffled(example) as { id?: string };
          return copy > 0 && record.id !== undefined ? { ...record, id: `${record.id}-${copy}` } : record;
        }),
    );
  const of = (subject: 'child' | 'other') =>
    plugin.records!.filter((type) => (type.subject === 'child') === (subject === 'child'));
  const children = randomStories(seed, 30).map((told): ChildStory => {
    let story = told;
    for (const type of of('child'))
      for (const record of some(type, 0.25))
        story = story.with(type as RecordType<{ child: string }>, record);
    return story;
  });
  const others = of('other').map((type): RecordInput => ({ type, records: some(type, 0.8) }));
  return aHistoryWith(others, ...children);
}

const seeds = fc.integer({ min: 1, max: 100_000 });
const runs = { numRuns: 25 };

describe('for any care histories and any records', () => {
  it('no numerator of a percentage is above its population, every value is finite, and rows add up to the total', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const history = nonsense(seed);
        const results = computeIndicators({
          council,
          historyFor: () => history,
          indicators: plugin.indicators!,
          periods: YEARS,
          by: [
            ['participation-age'],
            ['age', 'sex'],
            ['ladder-rung'],
            ['engagement-audience', 'participation-channel'],
          ],
        });
        for (const { indicator, numerator, denominator, value, breakdowns } of results) {
          if (value !== null) expect(Number.isFinite(value)).toBe(true);
          if (isDerived(indicator)) continue;
          if (indicator.unit === 'percent' && numerator !== null)
            expect(numerator, indicator.id).toBeLessThanOrEqual(denominator!);
          for (const rows of breakdowns.values())
            expect(rows.reduce((sum, row) => sum + (row.numerator ?? 0), 0)).toBeCloseTo(numerator ?? 0, 6);
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
        for (const duty of plugin.duties!)
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
        for (const { message } of runChecks(plugin.checks!, { history, council, asAt: YEARS[2]!.end }))
          expect(message).toMatch(/\w/);
        for (const list of plugin.lists!)
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

  it('disabling the plugin changes no other number', () => {
    const without = aCouncil();
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

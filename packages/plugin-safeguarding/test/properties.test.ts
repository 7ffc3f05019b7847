import {
  computeIndicators,
  core,
  defineIndicator,
  definePlugin,
  dutyContext,
  financialYear,
  isDerived,
  isSum,
  month,
  quarter,
  runChecks,
  timelineOf,
  versionFor,
} from '@cic/core';
import { aCouncil, aHistory, holders, randomStories } from '@cic/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingOf } from '../src/missing/episodes.ts';
import { safeguarding } from '../src/plugin.ts';
import { council } from './figures.ts';
import { safeguardedChildren } from './stories.ts';

const YEARS = [2013, 2019, 2020, 2022].map(financialYear);
const BY = [['age'], ['placement-group'], ['exploitation-level', 'sex'], ['missing-source']];
const plugin = safeguarding();

/** Children with records of every kind, plausible or thrown about. */
const histories = fc
  .record({ seed: fc.nat(100_000), impossible: fc.constantFrom(0, 0.3), chance: fc.constantFrom(0.2, 0.9) })
  .map(({ seed, ...options }) =>
    aHistory(...safeguardedChildren(seed, 25, options), ...randomStories(seed, 10)),
  );

describe('whatever the records', () => {
  it('no numerator exceeds its population, and a breakdown sums to its total', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const results = computeIndicators({
          council,
          historyFor: () => history,
          indicators: plugin.indicators!,
          periods: YEARS,
          by: BY,
        });
        for (const { indicator, numerator, denominator, value, breakdowns, period } of results) {
          const where = `${indicator.id} in ${period.label}`;
          if (value !== null) expect(Number.isFinite(value), where).toBe(true);
          if (isDerived(indicator)) continue;
          if (indicator.unit === 'percent' && numerator !== null)
            expect(numerator, where).toBeLessThanOrEqual(denominator!);
          for (const [by, rows] of breakdowns) {
            const sum = (of: 'numerator' | 'denominator') =>
              rows.reduce((total, row) => total + (row[of] ?? 0), 0);
            expect(sum('numerator'), `${where} by ${by}`).toBeCloseTo(numerator ?? 0, 6);
            if (!isSum(indicator))
              expect(sum('denominator'), `${where} by ${by}`).toBeCloseTo(denominator ?? 0, 6);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('a child who is not asked has nothing to say', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const indicator of plugin.indicators!) {
          if (isDerived(indicator)) continue;
          for (const period of [...YEARS, quarter(2020, 2), month(2021, 5)]) {
            const measure = versionFor(indicator, period.end)?.measure;
            const context = {
              council,
              history,
              period,
              parameter: (id: string) => council.parameter(id, period.end),
            };
            const { among, restsOn } = indicator;
            const asked = holders(history, indicator, period);
            for (const child of history.children) {
              const left =
                restsOn !== undefined
                  ? !asked.has(child.index)
                  : among === 'in care at the end'
                    ? !child.isLookedAfter(period.end)
                    : among !== undefined && !child.lookedAfterDuring(period.start, period.end);
              if (left) expect(measure?.(child, context), indicator.id).toBeUndefined();
            }
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('a duty is due once for every trigger, never before it starts, and stays when asked later', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const duty of plugin.duties!) {
          for (const child of history.children) {
            const events = [...duty.events(child, dutyContext(council, financialYear(2022).end))];
            for (const { startedOn, dueOn, metOn } of events) {
              expect(dueOn, duty.id).toBeGreaterThanOrEqual(startedOn);
              if (metOn !== undefined) expect(metOn, duty.id).toBeGreaterThanOrEqual(startedOn);
            }
            const { end } = financialYear(2020);
            const begun = events.map(({ startedOn }) => startedOn);
            for (const { startedOn } of duty.events(child, dutyContext(council, end)))
              if (startedOn <= end) expect(begun, duty.id).toContain(startedOn);
            if (duty.startedBy) {
              const records = duty.startedBy.reduce((sum, type) => sum + child.records(type).length, 0);
              expect(events.length, duty.id).toBeLessThanOrEqual(records);
            }
            if (duty.id === 'return-home-interview' || duty.id === 'missing-strategy-discussion')
              expect(new Set(events.map(({ startedOn }) => startedOn)).size, duty.id).toBe(events.length);
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  it('checks and lists run on impossible dates and say what they found', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const asAt = financialYear(2022).end;
        for (const { message, fix } of runChecks(plugin.checks!, { history, council, asAt })) {
          expect(message).not.toMatch(/undefined|NaN/);
          expect(fix).not.toBe('');
        }
        const period = financialYear(2022);
        const context = {
          council,
          history,
          period,
          parameter: (id: string) => council.parameter(id, period.end),
        };
        for (const { row } of plugin.lists!) for (const child of history.children) row?.(child, context);
      }),
      { numRuns: 8 },
    );
  });

  it('every missing episode of either source is counted, and none twice', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const child of history.children) {
          const episodes = missingOf(child);
          const incidents = episodes.filter(({ source }) => source !== 'return');
          expect(incidents.length).toBe(
            child.history.recordsOf('missing-incident')?.get(child.index)?.length ?? 0,
          );
          expect(episodes.map(({ start }) => start)).toEqual(
            episodes.map(({ start }) => start).sort((a, b) => a - b),
          );
        }
      }),
      { numRuns: 8 },
    );
  });

  it('the timeline holds every record of the plugin', () => {
    const history = aHistory(...safeguardedChildren(5, 30, { chance: 0.9 }));
    const own = plugin.records!.filter(({ subject, from }) => subject === 'child' && from !== undefined);
    for (const child of history.children) {
      const entries = timelineOf(child, { records: own, codeSets: council.codeSets });
      const records = own.reduce((total, type) => total + child.records(type).length, 0);
      const care = new Set(['period-of-care', 'placement', 'legal-status']);
      expect(entries.filter(({ record }) => !care.has(record))).toHaveLength(records);
    }
  });
});

describe('enabled or not', () => {
  it('the plugin changes no number of core or of another plugin', () => {
    const other = definePlugin({
      id: 'other',
      title: 'Other',
      indicators: [
        defineIndicator({
          id: 'other-children',
          title: 'Others',
          definition: 'Children in care.',
          population: 'children in care',
          unit: 'count',
          polarity: 'neutral',
          kind: 'stock',
          source: 'a test',
          certainty: 'proposed',
          measure: (child, { period }) => (child.isLookedAfter(period.end) ? true : undefined),
        }),
      ],
    });
    const history = aHistory(...safeguardedChildren(11, 60));
    const ids = new Set([...core.indicators!, ...other.indicators].map(({ id }) => id));
    const numbers = (of: typeof council) =>
      computeIndicators({
        council: of,
        historyFor: () => history,
        indicators: of.indicators.filter(({ id }) => ids.has(id)),
        periods: YEARS,
      }).map(({ indicator, period, value }) => [indicator.id, period.label, value]);
    expect(numbers(aCouncil({ plugins: [other, safeguarding()] }))).toEqual(
      numbers(aCouncil({ plugins: [other] })),
    );
  });
});

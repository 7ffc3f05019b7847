import {
  academicYear,
  computeIndicators,
  contextFor,
  dutyContext,
  financialYear,
  isDerived,
  listRows,
  type RecordType,
  recordInput,
  runChecks,
} from '@cic/core';
import { careLeaverContact } from '@cic/core/records';
import { aCouncil, aHistoryWith, randomFrom } from '@cic/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leavingCare } from '../src/index.ts';
import { hostileRecords, hostileStories } from './hostile.ts';

const plugin = leavingCare();
const council = aCouncil({ plugins: [plugin], districts: [{ id: 'north', name: 'North' }] });
const own = council.indicators.filter(
  ({ id }) =>
    plugin.indicators!.some((one) => one.id === id) ||
    plugin.duties!.some((one) => id === `${one.id}-on-time`),
);
const periods = [academicYear(2012), financialYear(2019), academicYear(2024), academicYear(2018)];
const by = [
  ['leaving-care-status'],
  ['care-leaver-accommodation', 'care-leaver-age'],
  ['age'],
  ['homeless-outcome'],
];

const anyHistory = (seed: number) => {
  const random = randomFrom(seed + 1);
  const others = plugin
    .records!.filter(({ subject }) => subject !== 'child')
    .map((type) => recordInput({ type, records: hostileRecords(type, 6, random) }));
  const types = [...plugin.records!, careLeaverContact as RecordType<object>];
  return aHistoryWith(others, ...hostileStories(types, seed, 25));
};

const forAnyHistory = (holds: (history: ReturnType<typeof anyHistory>) => void) =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => holds(anyHistory(seed))),
    { numRuns: 25 },
  );

describe('records that nobody would write', () => {
  it('reach every indicator and every check, so that what follows says something', () => {
    const known = new Set<string>();
    const found = new Set<string>();
    for (let seed = 0; seed < 120; seed++) {
      const history = anyHistory(seed);
      const results = computeIndicators({ council, historyFor: () => history, indicators: own, periods });
      for (const { indicator, value } of results) if (value !== null) known.add(indicator.id);
      for (const { check } of runChecks(plugin.checks!, { history, council, asAt: periods[1]!.end }))
        found.add(check);
    }
    expect(own.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
    expect(plugin.checks!.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
  });
});

describe('on records that nobody would write', () => {
  it('no numerator of a percentage exceeds its population, and rows of a breakdown sum to the total', () => {
    forAnyHistory((history) => {
      const results = computeIndicators({ council, historyFor: () => history, indicators: own, periods, by });
      for (const { indicator, numerator, denominator, value, breakdowns } of results) {
        if (isDerived(indicator)) continue;
        if (value !== null) expect(Number.isFinite(value), indicator.id).toBe(true);
        if (indicator.unit === 'percent' && numerator !== null) {
          expect(numerator, indicator.id).toBeLessThanOrEqual(denominator!);
        }
        for (const rows of breakdowns.values()) {
          const sum = rows.reduce((total, row) => total + (row.numerator ?? 0), 0);
          expect(sum, indicator.id).toBeCloseTo(numerator ?? 0, 6);
        }
      }
    });
  });

  it('every trigger of a duty gives one event, which is due and met no earlier than it starts', () => {
    forAnyHistory((history) => {
      for (const duty of plugin.duties!) {
        for (const child of history.children) {
          const events = [...duty.events(child, dutyContext(council, periods[2]!.end))];
          expect(new Set(events.map(({ startedOn }) => startedOn)).size, duty.id).toBe(events.length);
          for (const { startedOn, dueOn, metOn } of events) {
            expect(dueOn).toBeGreaterThanOrEqual(startedOn);
            if (metOn !== undefined) expect(metOn).toBeGreaterThanOrEqual(startedOn);
          }
        }
      }
    });
  });

  it('checks and lists run, and say something', () => {
    forAnyHistory((history) => {
      for (const { message } of runChecks(plugin.checks!, { history, council, asAt: periods[1]!.end })) {
        expect(message).not.toMatch(/undefined|NaN/);
      }
      for (const list of plugin.lists!) {
        for (const period of periods) {
          const context = contextFor(council, () => history, period);
          for (const { cells } of listRows(list, context)) {
            expect(JSON.stringify(cells), list.id).not.toMatch(/undefined|NaN/);
          }
        }
      }
    });
  });

  it('no number of core changes when the plugin is enabled [CFG-01]', () => {
    const without = aCouncil({ districts: [{ id: 'north', name: 'North' }] });
    forAnyHistory((history) => {
      const numbers = (of: typeof council) =>
        computeIndicators({
          council: of,
          historyFor: () => history,
          indicators: without.indicators.map(({ id }) => of.indicator(id)),
          periods,
        }).map(({ indicator, value, numerator }) => [indicator.id, value, numerator]);
      expect(numbers(council)).toEqual(numbers(without));
    });
  });
});

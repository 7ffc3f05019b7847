import type { IndicatorResult } from '@cic/core';
import { breakdownKey, type Council, type Indicator, isDerived, type Period, periodKey } from '@cic/core';
import type { FigureSource } from './source.ts';

export const figureKey = (indicator: string, period: Period): string => `${indicator} ${periodKey(period)}`;

interface Need {
  readonly indicator: Indicator;
  readonly period: Period;
  /** Tables by key. */
  readonly by: Map<string, readonly string[]>;
}

/** Everything a report needs computed, gathered first so that each child is asked once. */
export interface Needs {
  /** Breakdowns in the order of the council's list; none for the figure of everybody. */
  add(indicator: Indicator, period: Period, by: readonly string[]): void;
  computedBy(source: FigureSource): ReadonlyMap<string, IndicatorResult>;
}

/** Ids of breakdowns in one order, whichever way they were asked for. */
export const inOrder = (ids: readonly string[]): string[] => [...ids].sort();

export function needsOf(council: Council): Needs {
  const needs = new Map<string, Need>();
  const add = (indicator: Indicator, period: Period, by: readonly string[]): void => {
    if (isDerived(indicator)) {
      for (const part of indicator.derivedFrom) add(council.indicator(part), period, by);
      return;
    }
    const key = figureKey(indicator.id, period);
    const need = needs.get(key) ?? { indicator, period, by: new Map() };
    needs.set(key, need);
    if (by.length > 0) need.by.set(breakdownKey(by), by);
  };
  return {
    add,
    computedBy(source) {
      const results = new Map<string, IndicatorResult>();
      for (const { indicators, period, by } of batches([...needs.values()])) {
        for (const result of source({ indicators, periods: [period], by }))
          results.set(figureKey(result.indicator.id, period), result);
      }
      return results;
    },
  };
}

interface Batch {
  readonly period: Period;
  readonly indicators: Indicator[];
  readonly by: readonly (readonly string[])[];
}

/** Needs of one period with the same tables are computed together. */
function batches(needs: readonly Need[]): Iterable<Batch> {
  const together = new Map<string, Batch>();
  for (const { indicator, period, by } of needs) {
    const key = `${periodKey(period)} ${[...by.keys()].sort().join(' | ')}`;
    const batch = together.get(key) ?? { period, indicators: [], by: [...by.values()] };
    together.set(key, batch);
    batch.indicators.push(indicator);
  }
  return together.values();
}

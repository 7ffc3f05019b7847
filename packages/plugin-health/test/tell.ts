import {
  type BreakdownRow,
  type CouncilConfig,
  financialYear,
  formatIsoDate,
  type IsoDate,
  type ListCells,
  type Period,
  round,
} from '@cic/core';
import {
  aCouncil,
  type ChildStory,
  clocksOf,
  figureOf,
  findingsOf,
  listOf,
  type Told,
} from '@cic/core/testing';
import { health } from '../src/index.ts';

/** A council with the health plugin and everyday settings. */
export const council = aCouncil({ plugins: [health()], districts: [{ id: 'north', name: 'North' }] });

export const councilWith = (config: Partial<CouncilConfig>) => aCouncil({ plugins: [health()], ...config });

interface Asked {
  readonly period?: Period;
  readonly by?: string;
  readonly of?: typeof council;
}

const YEAR = financialYear(2026);

const result = (id: string, what: Told, { period = YEAR, by, of = council }: Asked = {}) =>
  figureOf(of, id, what, period, by === undefined ? [] : [[by]]);

/** The value of an indicator for children told, rounded to one decimal; null where there is none. */
export function value(id: string, what: Told, asked: Asked = {}): number | null {
  const computed = result(id, what, asked).value;
  return computed === null ? null : round(computed, 1);
}

/** Numerator and denominator. */
export function parts(id: string, what: Told, asked: Asked = {}): (number | null)[] {
  const { numerator, denominator } = result(id, what, asked);
  return [numerator, denominator];
}

/** Numerators (or, for a mean, values) by category of a breakdown, those of nobody left out. */
export function by(breakdown: string, id: string, what: Told, asked: Asked = {}) {
  const rows: readonly BreakdownRow[] = result(id, what, { ...asked, by: breakdown }).breakdowns.get(
    breakdown,
  )!;
  return Object.fromEntries(
    rows
      .filter(({ numerator, denominator }) => numerator || denominator)
      .map((row) => [row.categories[0]!, row.value === null ? null : round(row.value, 1)]),
  );
}

/** The cells of a list. */
export const listed = (id: string, what: Told, period: Period = YEAR): ListCells[] =>
  listOf(council, id, what, period);

/** Messages of one check, or of all with their ids. */
export const found = (what: Told, check?: string, asAt: IsoDate = '2026-03-31'): string[] =>
  findingsOf(council, what, asAt, check);

/** The events of a duty: started, due, status. */
export const due = (story: ChildStory, duty: string, asAt: IsoDate, of = council) =>
  clocksOf(of, duty, story, asAt).map(({ startedOn, dueOn, status }) => [
    formatIsoDate(startedOn),
    formatIsoDate(dueOn),
    status,
  ]);

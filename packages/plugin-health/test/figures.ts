import {
  type BreakdownRow,
  type CareHistory,
  type Child,
  type CouncilConfig,
  computeIndicators,
  contextFor,
  day,
  dutiesOf,
  financialYear,
  formatIsoDate,
  type IsoDate,
  type ListCells,
  listRows,
  type Period,
  round,
  runChecks,
} from '@cic/core';
import { aCouncil, aHistory, type ChildStory } from '@cic/core/testing';
import { health } from '../src/index.ts';

/** A council with the health plugin and everyday settings. */
export const council = aCouncil({ plugins: [health()], districts: [{ id: 'north', name: 'North' }] });

export const councilWith = (config: Partial<CouncilConfig>) => aCouncil({ plugins: [health()], ...config });

interface Asked {
  readonly period?: Period;
  readonly by?: string;
  readonly of?: typeof council;
}

function result(
  id: string,
  history: CareHistory,
  { period = financialYear(2026), by, of = council }: Asked = {},
) {
  const [computed] = computeIndicators({
    council: of,
    historyFor: () => history,
    indicators: [of.indicator(id)],
    periods: [period],
    ...(by === undefined ? {} : { by: [[by]] }),
  });
  return computed;
}

/** The value of an indicator for children told, rounded to one decimal; null where there is none. */
export function value(
  id: string,
  told: readonly ChildStory[] | CareHistory,
  asked: Asked = {},
): number | null {
  const computed = result(id, 'children' in told ? told : aHistory(...told), asked);
  return computed?.value == null ? null : round(computed.value, 1);
}

/** Numerator and denominator. */
export function parts(id: string, told: readonly ChildStory[], asked: Asked = {}): (number | null)[] {
  const computed = result(id, aHistory(...told), asked)!;
  return [computed.numerator, computed.denominator];
}

/** Numerators (or, for a mean, values) by category of a breakdown, those of nobody left out. */
export function by(
  breakdown: string,
  id: string,
  told: readonly ChildStory[] | CareHistory,
  asked: Asked = {},
) {
  const history = 'children' in told ? told : aHistory(...told);
  const rows: readonly BreakdownRow[] = result(id, history, { ...asked, by: breakdown })!.breakdowns.get(
    breakdown,
  )!;
  return Object.fromEntries(
    rows
      .filter(({ numerator, denominator }) => numerator || denominator)
      .map((row) => [row.categories[0]!, row.value === null ? null : round(row.value, 1)]),
  );
}

/** The events of one duty: started, due, status. */
export const clocks = (told: ChildStory, duty: string, asAt: IsoDate, of = council) =>
  dutiesOf(
    aHistory(told).children[0] as Child,
    of.duties.filter(({ id }) => id === duty),
    of,
    day(asAt),
  ).map(({ startedOn, dueOn, status }) => [formatIsoDate(startedOn), formatIsoDate(dueOn), status]);

/** Messages of one check, or of all the plugin's with their ids. */
export const findings = (
  told: readonly ChildStory[] | CareHistory,
  check?: string,
  asAt: IsoDate = '2026-03-31',
) =>
  runChecks(
    council.checks.filter(({ id }) => check === undefined || id === check),
    { history: 'children' in told ? told : aHistory(...told), council, asAt: day(asAt) },
  ).map(({ check: id, message }) => (check === undefined ? `${id}: ${message}` : message));

/** Rows of a list. */
export const rows = (
  id: string,
  told: readonly ChildStory[] | CareHistory,
  period: Period = financialYear(2026),
): ListCells[] =>
  listRows(
    council.lists.find((one) => one.id === id)!,
    contextFor(council, () => ('children' in told ? told : aHistory(...told)), period),
  ).map(({ cells }) => cells);

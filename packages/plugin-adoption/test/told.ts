import {
  type BreakdownRow,
  type Council,
  computeIndicators,
  contextFor,
  dutiesOf,
  financialYear,
  type IndicatorResult,
  type IsoDate,
  type ListCells,
  listRows,
  type Period,
  parseIsoDate,
  type RecordInput,
  type RecordType,
  runChecks,
} from '@cic/core';
import { aCouncil, aHistoryWith, type ChildStory } from '@cic/core/testing';
import { adoption } from '../src/index.ts';

/** A council with the plugin and two districts, for tests. */
export const council = aCouncil({
  plugins: [adoption()],
  districts: [
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
    { id: 'disabled-team', name: 'Disabled children', kind: 'team' },
  ],
});

/** Records about something other than a child. */
export const others = <T extends object>(type: RecordType<T>, ...records: readonly T[]): RecordInput =>
  ({ type, records }) as unknown as RecordInput;

export interface Told {
  readonly children?: readonly ChildStory[];
  readonly others?: readonly RecordInput[];
  readonly period?: Period;
  readonly council?: Council;
}

const YEAR = financialYear(2017);

/** One indicator's result over what is told, for 2016/17 unless another period is. */
export function computed(
  id: string,
  { children = [], others: told = [], period = YEAR, council: of = council }: Told,
  by: readonly (readonly string[])[] = [],
): IndicatorResult {
  const history = aHistoryWith(told, ...children);
  const options = {
    council: of,
    historyFor: () => history,
    indicators: [of.indicator(id)],
    periods: [period],
    by,
  };
  return computeIndicators(options)[0]!;
}

/** Numerators of a breakdown that are not nought, by category. */
export const parts = (rows: readonly BreakdownRow[] | undefined): Record<string, number> =>
  Object.fromEntries(
    (rows ?? []).flatMap(({ categories, numerator }) =>
      numerator ? [[categories.join('/'), numerator]] : [],
    ),
  );

/** Rows of a list over what is told. */
export function listed(id: string, { children = [], others: told = [], period = YEAR }: Told): ListCells[] {
  const history = aHistoryWith(told, ...children);
  const list = council.lists.find((one) => one.id === id)!;
  return listRows(
    list,
    contextFor(council, () => history, period),
  ).map(({ cells }) => cells);
}

/** Messages of one check over what is told. */
export function found(
  id: string,
  { children = [], others: told = [] }: Told,
  asAt: IsoDate = '2017-03-31',
): string[] {
  const history = aHistoryWith(told, ...children);
  const checks = council.checks.filter((one) => one.id === id);
  return runChecks(checks, { history, council, asAt: parseIsoDate(asAt) }).map(({ message }) => message);
}

/** The runs of one clock of a child as at a day. */
export function due(id: string, child: ChildStory, asAt: IsoDate) {
  const history = aHistoryWith([], child);
  const duties = council.duties.filter((one) => one.id === id);
  return dutiesOf(history.children[0]!, duties, council, parseIsoDate(asAt));
}

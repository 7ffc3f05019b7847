import {
  type ComputeOptions,
  type Council,
  computeIndicators,
  contextFor,
  day,
  dutiesOf,
  financialYear,
  formatIsoDate,
  type IndicatorResult,
  type IsoDate,
  type ListCells,
  listRows,
  type Period,
  type RecordInput,
  runChecks,
} from '@cic/core';
import { aCouncil, aHistory, aHistoryWith, type ChildStory, theChild } from '@cic/core/testing';
import { safeguarding } from '../src/plugin.ts';

/** A council with this plugin and no other. */
export const council = aCouncil({ plugins: [safeguarding()] });

export interface Asked extends Pick<ComputeOptions, 'by'> {
  readonly period?: Period;
  readonly of?: Council;
}

/** One indicator over some children; 2024/25 unless told otherwise. */
export function computed(
  id: string,
  children: readonly ChildStory[],
  { period = financialYear(2025), by = [], of = council }: Asked = {},
): IndicatorResult {
  const history = aHistory(...children);
  const [result] = computeIndicators({
    council: of,
    historyFor: () => history,
    indicators: [of.indicator(id)],
    periods: [period],
    by,
  });
  return result!;
}

export const value = (id: string, children: readonly ChildStory[], asked: Asked = {}): number | null =>
  computed(id, children, asked).value;

/** Start, due day and status of every event of a duty, as at a day. */
export const due = (id: string, child: ChildStory, asAt: IsoDate, of: Council = council): string[][] =>
  dutiesOf(
    theChild(child),
    of.duties.filter((duty) => duty.id === id),
    of,
    day(asAt),
  ).map(({ startedOn, dueOn, status }) => [formatIsoDate(startedOn), formatIsoDate(dueOn), status]);

/** What one check says of a child. */
export function found(id: string, child: ChildStory, asAt: IsoDate = '2026-03-31'): string[] {
  const checks = council.checks.filter((check) => check.id === id);
  if (checks.length !== 1) throw new Error(`there is no check '${id}'`);
  return runChecks(checks, { history: aHistory(child), council, asAt: day(asAt) }).map(
    ({ message }) => message,
  );
}

/** The rows of a list about children at the end of a period. */
export function listed(
  id: string,
  children: readonly ChildStory[],
  period: Period = financialYear(2025),
): ListCells[] {
  const history = aHistory(...children);
  const list = council.lists.find((one) => one.id === id)!;
  return listRows(
    list,
    contextFor(council, () => history, period),
  ).map(({ cells }) => cells);
}

/** The rows of a list about homes or procedures at the end of a period. */
export function rowsOf(
  id: string,
  records: readonly RecordInput[],
  period: Period = financialYear(2025),
): ListCells[] {
  const history = aHistoryWith(records);
  const list = council.lists.find((one) => one.id === id)!;
  return listRows(
    list,
    contextFor(council, () => history, period),
  ).map(({ cells }) => cells);
}

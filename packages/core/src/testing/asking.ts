import { runChecks } from '../checks/check.ts';
import type { Council } from '../council/council.ts';
import { day, type IsoDate } from '../dates/day.ts';
import type { Period } from '../dates/period.ts';
import { type DueItem, dutiesOf } from '../duties/duty.ts';
import type { CareHistory } from '../history/careHistory.ts';
import {
  type ComputeOptions,
  computeIndicators,
  contextFor,
  type IndicatorResult,
} from '../indicators/compute.ts';
import { type ListCells, listRows } from '../plugin/plugin.ts';
import { aHistory, type ChildStory, theChild } from './builders.ts';

/** What a test tells: children, or a whole history where it holds more than children. */
export type Told = CareHistory | readonly ChildStory[];

/** The history of what is told. */
export const told = (what: Told): CareHistory => ('children' in what ? what : aHistory(...what));

/** So many children, each told by its position. */
export const many = (count: number, tell: (i: number) => ChildStory): ChildStory[] =>
  Array.from({ length: count }, (_, i) => tell(i));

/**
 * One indicator of a council over what is told.
 * @throws Error where the indicator has no definition in the period
 */
export function figureOf(
  council: Council,
  id: string,
  what: Told,
  period: Period,
  by: NonNullable<ComputeOptions['by']> = [],
): IndicatorResult {
  const history = told(what);
  const [found] = computeIndicators({
    council,
    historyFor: () => history,
    indicators: [council.indicator(id)],
    periods: [period],
    by,
  });
  if (!found) throw new Error(`${id} has no definition in ${period.label}`);
  return found;
}

function named<T extends { readonly id: string }>(kind: string, all: readonly T[], id: string): T {
  const one = all.find((of) => of.id === id);
  if (!one) throw new Error(`there is no ${kind} '${id}'`);
  return one;
}

/**
 * The rows of a list of a council over what is told.
 * @throws Error where there is no such list
 */
export function listOf(council: Council, id: string, what: Told, period: Period): ListCells[] {
  const history = told(what);
  return listRows(
    named('list', council.lists, id),
    contextFor(council, () => history, period),
  ).map(({ cells }) => cells);
}

/**
 * What a council's checks find in what is told: the messages of one, or of all, each after the id of its check.
 * @throws Error where there is no such check
 */
export function findingsOf(council: Council, what: Told, asAt: IsoDate, id?: string): string[] {
  const checks = id === undefined ? council.checks : [named('check', council.checks, id)];
  return runChecks(checks, { history: told(what), council, asAt: day(asAt) }).map(({ check, message }) =>
    id === undefined ? `${check}: ${message}` : message,
  );
}

/**
 * The events of a duty of a council for one child, as at a day.
 * @throws Error where there is no such duty
 */
export const clocksOf = (council: Council, id: string, story: ChildStory, asAt: IsoDate): DueItem[] =>
  dutiesOf(theChild(story), [named('duty', council.duties, id)], council, day(asAt));

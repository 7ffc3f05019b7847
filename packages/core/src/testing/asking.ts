import { runChecks } from '../checks/check.ts';
import type { Council, CouncilConfig } from '../council/council.ts';
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

/** How a test's council differs from the everyday one, and what a figure is cut by. */
export interface Asked<Options> {
  readonly by?: NonNullable<ComputeOptions['by']>;
  readonly council?: Partial<CouncilConfig>;
  /** The plugin's own options. */
  readonly options?: Options;
}

/**
 * The questions tests ask of councils that are alike but for what a test says: their configuration, or a plugin's options.
 *
 * @example
 * const theCouncil = (config = {}, options?: LunchOptions) => aCouncil({ plugins: [lunch(options)], ...config });
 * export const { value, parts, listed, found, due } = asking(theCouncil);
 */
export function asking<Options>(theCouncil: (config?: Partial<CouncilConfig>, options?: Options) => Council) {
  /** One indicator's result. */
  const result = (
    id: string,
    what: Told,
    period: Period,
    { council, options, by }: Asked<Options> = {},
  ): IndicatorResult => figureOf(theCouncil(council, options), id, what, period, by);

  const value = (id: string, what: Told, period: Period, asked?: Asked<Options>): number | null =>
    result(id, what, period, asked).value;

  /** Numerator and denominator. */
  const parts = (id: string, what: Told, period: Period, asked?: Asked<Options>) => {
    const { numerator, denominator } = result(id, what, period, asked);
    return [numerator, denominator];
  };

  /** The rows of one breakdown that hold anything. */
  const rows = (id: string, by: string, what: Told, period: Period, asked?: Asked<Options>) =>
    (result(id, what, period, { ...asked, by: [[by]] }).breakdowns.get(by) ?? [])
      .filter(({ numerator, denominator }) => (numerator ?? 0) + (denominator ?? 0) > 0)
      .map(({ categories, ...figure }) => ({ category: categories[0], ...figure }));

  /** The cells of a list. */
  const listed = (
    id: string,
    what: Told,
    period: Period,
    config?: Partial<CouncilConfig>,
    options?: Options,
  ): ListCells[] => listOf(theCouncil(config, options), id, what, period);

  /** The messages of one check. */
  const found = (id: string, what: Told, asAt: IsoDate, config?: Partial<CouncilConfig>): string[] =>
    findingsOf(theCouncil(config), what, asAt, id);

  /** The events of a duty for one child. */
  const due = (
    id: string,
    story: ChildStory,
    asAt: IsoDate,
    config?: Partial<CouncilConfig>,
    options?: Options,
  ): DueItem[] => clocksOf(theCouncil(config, options), id, story, asAt);

  return { result, value, parts, rows, listed, found, due };
}

import {
  type CareHistory,
  type CouncilConfig,
  computeIndicators,
  contextFor,
  day,
  dutiesOf,
  type IndicatorResult,
  type IsoDate,
  listRows,
  type Period,
  type RecordInput,
  type RecordType,
  recordInput,
  runChecks,
} from '@cic/core';
import { aCouncil, aHistory, aHistoryWith, type ChildStory } from '@cic/core/testing';
import { type EngagementOptions, engagement } from '../src/index.ts';

/** A council with the plugin, and whatever else it says of itself. */
export const theCouncil = (config: Partial<CouncilConfig> = {}, options?: EngagementOptions) =>
  aCouncil({ plugins: [engagement(options)], ...config });

type Told = CareHistory | readonly ChildStory[];

const told = (what: Told): CareHistory => ('children' in what ? what : aHistory(...what));

/** Children with records that are about no child. */
export const withOthers = (
  stories: readonly ChildStory[],
  ...others: readonly { readonly type: object; readonly records: readonly object[] }[]
): CareHistory =>
  aHistoryWith(
    others.map((one) => recordInput(one as { type: RecordType<object>; records: object[] }) as RecordInput),
    ...stories,
  );

export interface AskOptions {
  readonly by?: readonly (readonly string[])[];
  readonly council?: Partial<CouncilConfig>;
  readonly options?: EngagementOptions;
}

/** One indicator's result. */
export function result(id: string, what: Told, period: Period, ask: AskOptions = {}): IndicatorResult {
  const council = theCouncil(ask.council, ask.options);
  const history = told(what);
  const [found] = computeIndicators({
    council,
    historyFor: () => history,
    indicators: [council.indicator(id)],
    periods: [period],
    by: ask.by ?? [],
  });
  if (!found) throw new Error(`${id} has no definition in ${period.label}`);
  return found;
}

export const value = (id: string, what: Told, period: Period, ask?: AskOptions): number | null =>
  result(id, what, period, ask).value;

/** Numerator and denominator. */
export const parts = (id: string, what: Told, period: Period, ask?: AskOptions) => {
  const { numerator, denominator } = result(id, what, period, ask);
  return [numerator, denominator];
};

/** Category and value of the rows of one breakdown that hold anything. */
export const rows = (id: string, by: string, what: Told, period: Period, ask: AskOptions = {}) =>
  (result(id, what, period, { ...ask, by: [[by]] }).breakdowns.get(by) ?? [])
    .filter(({ numerator, denominator }) => (numerator ?? 0) + (denominator ?? 0) > 0)
    .map(({ categories, value: of, share }) => ({ category: categories[0], value: of, share }));

/** The cells of a list. */
export function listed(
  id: string,
  what: Told,
  period: Period,
  config?: Partial<CouncilConfig>,
  options?: EngagementOptions,
) {
  const council = theCouncil(config, options);
  const history = told(what);
  const list = council.lists.find((one) => one.id === id);
  if (!list) throw new Error(`there is no list ${id}`);
  return listRows(
    list,
    contextFor(council, () => history, period),
  ).map(({ cells }) => cells);
}

/** Messages of one check. */
export function found(id: string, what: Told, asAt: IsoDate, config?: Partial<CouncilConfig>): string[] {
  const council = theCouncil(config);
  const checks = council.checks.filter((check) => check.id === id);
  if (checks.length === 0) throw new Error(`there is no check ${id}`);
  return runChecks(checks, { history: told(what), council, asAt: day(asAt) }).map(({ message }) => message);
}

/** Start, due date and status of a duty's events for one child. */
export function due(id: string, story: ChildStory, asAt: IsoDate, config?: Partial<CouncilConfig>) {
  const council = theCouncil(config);
  const duties = council.duties.filter((duty) => duty.id === id);
  if (duties.length === 0) throw new Error(`there is no duty ${id}`);
  return dutiesOf(told([story]).children[0]!, duties, council, day(asAt));
}

/** So many, each told by its position. */
export const many = (count: number, tell: (i: number) => ChildStory): ChildStory[] =>
  Array.from({ length: count }, (_, i) => tell(i));

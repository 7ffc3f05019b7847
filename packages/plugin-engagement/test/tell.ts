import type { CareHistory, CouncilConfig, IndicatorResult, IsoDate, Period, RecordInput } from '@cic/core';
import {
  aCouncil,
  aHistoryWith,
  type ChildStory,
  clocksOf,
  figureOf,
  findingsOf,
  listOf,
  type Told,
} from '@cic/core/testing';
import { type EngagementOptions, engagement } from '../src/index.ts';

/** A council with the plugin, and whatever else it says of itself. */
export const theCouncil = (config: Partial<CouncilConfig> = {}, options?: EngagementOptions) =>
  aCouncil({ plugins: [engagement(options)], ...config });

/** Children with records that are about no child. */
export const withOthers = (stories: readonly ChildStory[], ...others: readonly RecordInput[]): CareHistory =>
  aHistoryWith(others, ...stories);

export interface AskOptions {
  readonly by?: readonly (readonly string[])[];
  readonly council?: Partial<CouncilConfig>;
  readonly options?: EngagementOptions;
}

/** One indicator's result. */
export const result = (
  id: string,
  what: Told,
  period: Period,
  { council, options, by }: AskOptions = {},
): IndicatorResult => figureOf(theCouncil(council, options), id, what, period, by);

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
export const listed = (
  id: string,
  what: Told,
  period: Period,
  config?: Partial<CouncilConfig>,
  options?: EngagementOptions,
) => listOf(theCouncil(config, options), id, what, period);

/** Messages of one check. */
export const found = (id: string, what: Told, asAt: IsoDate, config?: Partial<CouncilConfig>): string[] =>
  findingsOf(theCouncil(config), what, asAt, id);

/** The events of a duty for one child. */
export const due = (id: string, story: ChildStory, asAt: IsoDate, config?: Partial<CouncilConfig>) =>
  clocksOf(theCouncil(config), id, story, asAt);

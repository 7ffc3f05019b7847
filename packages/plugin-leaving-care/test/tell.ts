import type { CareHistory, CouncilConfig, IndicatorResult, IsoDate, Period, RecordInput } from '@cic/core';
import {
  aChild,
  aCouncil,
  aHistoryWith,
  type ChildFacts,
  type ChildStory,
  clocksOf,
  figureOf,
  findingsOf,
  listOf,
  type Told,
} from '@cic/core/testing';
import { type LeavingCareOptions, leavingCare } from '../src/index.ts';

/** A council with the plugin, and whatever else it says of itself. */
export const theCouncil = (config: Partial<CouncilConfig> = {}, options?: LeavingCareOptions) =>
  aCouncil({ plugins: [leavingCare(options)], ...config });

/** Children with records that are about no child. */
export const withOthers = (stories: readonly ChildStory[], ...others: readonly RecordInput[]): CareHistory =>
  aHistoryWith(others, ...stories);

export interface AskOptions {
  readonly by?: readonly (readonly string[])[];
  readonly council?: Partial<CouncilConfig>;
  readonly options?: LeavingCareOptions;
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
  options?: LeavingCareOptions,
) => listOf(theCouncil(config, options), id, what, period);

/** Messages of one check. */
export const found = (id: string, what: Told, asAt: IsoDate, config?: Partial<CouncilConfig>): string[] =>
  findingsOf(theCouncil(config), what, asAt, id);

/** The events of a duty for one young person. */
export const due = (id: string, story: ChildStory, asAt: IsoDate, config?: Partial<CouncilConfig>) =>
  clocksOf(theCouncil(config), id, story, asAt);

/** Somebody born on 1 May 1998, in care from 12 until the 18th birthday, 1 May 2016. */
export const leaver = (facts: ChildFacts = {}): ChildStory => {
  const story = aChild({ born: '1998-05-01', ...facts });
  const year = Number((facts.born ?? '1998-05-01').slice(0, 4));
  const rest = (facts.born ?? '1998-05-01').slice(4) as `-${number}-${number}`;
  return story.startedOn(`${year + 12}${rest}` as IsoDate).ceasedOn(`${year + 18}${rest}` as IsoDate, 'E17');
};

/** Somebody of an age on 31 March 2017, who was in care from 12 to 18. */
export const aged = (age: number, facts: ChildFacts = {}): ChildStory =>
  leaver({ born: `${2017 - age - 1}-10-01` as IsoDate, ...facts });

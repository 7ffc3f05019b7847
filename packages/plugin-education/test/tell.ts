import type { CouncilConfig, IndicatorResult, IsoDate, Period } from '@cic/core';
import {
  aChild,
  aCouncil,
  type ChildFacts,
  type ChildStory,
  clocksOf,
  figureOf,
  findingsOf,
  listOf,
  type Told,
} from '@cic/core/testing';
import { type EducationOptions, education } from '../src/index.ts';

/** A council with the plugin, and whatever else it says of itself. */
export const theCouncil = (config: Partial<CouncilConfig> = {}, options?: EducationOptions) =>
  aCouncil({ plugins: [education(options)], ...config });

export interface AskOptions {
  readonly by?: readonly (readonly string[])[];
  readonly council?: Partial<CouncilConfig>;
}

/** One indicator's result over children. */
export const result = (
  id: string,
  what: Told,
  period: Period,
  { council, by }: AskOptions = {},
): IndicatorResult => figureOf(theCouncil(council), id, what, period, by);

export const value = (id: string, what: Told, period: Period, ask?: AskOptions): number | null =>
  result(id, what, period, ask).value;

/** Category, numerator and denominator of the rows of one breakdown that hold anything. */
export const rows = (id: string, by: string, what: Told, period: Period) =>
  (result(id, what, period, { by: [[by]] }).breakdowns.get(by) ?? [])
    .filter(({ numerator, denominator }) => (numerator ?? 0) + (denominator ?? 0) > 0)
    .map(({ categories, numerator, denominator }) => [categories[0], numerator, denominator]);

/** The cells of a list. */
export const listed = (id: string, what: Told, period: Period, config?: Partial<CouncilConfig>) =>
  listOf(theCouncil(config), id, what, period);

/** Messages of one check, or of all with their ids. */
export const found = (what: Told, asAt: IsoDate, id?: string, config?: Partial<CouncilConfig>): string[] =>
  findingsOf(theCouncil(config), what, asAt, id);

/** The events of a duty for one child. */
export const due = (
  id: string,
  story: ChildStory,
  asAt: IsoDate,
  options?: EducationOptions,
  config?: Partial<CouncilConfig>,
) => clocksOf(theCouncil(config, options), id, story, asAt);

/** In Year 11 in the school year 2023/24, in care since 2020. */
export const inYear11 = (facts: ChildFacts = {}): ChildStory =>
  aChild({ born: '2008-03-01', ...facts }).startedOn('2020-05-01');

/** In Year 6 in the school year 2023/24, in care since 2020. */
export const inYear6 = (facts: ChildFacts = {}): ChildStory =>
  aChild({ born: '2013-03-01', ...facts }).startedOn('2020-05-01');

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
  runChecks,
} from '@cic/core';
import { aChild, aCouncil, aHistory, type ChildFacts, type ChildStory } from '@cic/core/testing';
import { type EducationOptions, education } from '../src/index.ts';

/** A council with the plugin, and whatever else it says of itself. */
export const theCouncil = (config: Partial<CouncilConfig> = {}, options?: EducationOptions) =>
  aCouncil({ plugins: [education(options)], ...config });

type Told = CareHistory | readonly ChildStory[];

export const told = (what: Told): CareHistory => ('children' in what ? what : aHistory(...what));

export interface AskOptions {
  readonly by?: readonly (readonly string[])[];
  readonly council?: Partial<CouncilConfig>;
}

/** One indicator's result over children. */
export function result(id: string, what: Told, period: Period, options: AskOptions = {}): IndicatorResult {
  const council = theCouncil(options.council);
  const history = told(what);
  const [found] = computeIndicators({
    council,
    historyFor: () => history,
    indicators: [council.indicator(id)],
    periods: [period],
    by: options.by ?? [],
  });
  if (!found) throw new Error(`${id} has no definition in ${period.label}`);
  return found;
}

export const value = (id: string, what: Told, period: Period, options?: AskOptions): number | null =>
  result(id, what, period, options).value;

/** Category and numerator of the rows of one breakdown that hold anything. */
export const rows = (id: string, by: string, what: Told, period: Period) =>
  (result(id, what, period, { by: [[by]] }).breakdowns.get(by) ?? [])
    .filter(({ numerator, denominator }) => (numerator ?? 0) + (denominator ?? 0) > 0)
    .map(({ categories, numerator, denominator }) => [categories[0], numerator, denominator]);

/** The rows of a list. */
export function listed(id: string, what: Told, period: Period, config?: Partial<CouncilConfig>) {
  const council = theCouncil(config);
  const history = told(what);
  const list = council.lists.find((one) => one.id === id);
  if (!list) throw new Error(`there is no list ${id}`);
  return listRows(
    list,
    contextFor(council, () => history, period),
  );
}

/** Messages of one check, or of all with their ids. */
export function found(what: Told, asAt: IsoDate, id?: string, config?: Partial<CouncilConfig>): string[] {
  const council = theCouncil(config);
  const checks = council.checks.filter((check) => id === undefined || check.id === id);
  return runChecks(checks, {
    history: told(what),
    council,
    asAt: day(asAt),
  }).map(({ check, message }) => (id === undefined ? `${check}: ${message}` : message));
}

/** Due date and status of a duty's events for one child. */
export function due(
  id: string,
  story: ChildStory,
  asAt: IsoDate,
  options?: EducationOptions,
  config?: Partial<CouncilConfig>,
) {
  const council = theCouncil(config, options);
  const duties = council.duties.filter((duty) => duty.id === id);
  return dutiesOf(told([story]).children[0]!, duties, council, day(asAt));
}

/** In Year 11 in the school year 2023/24, in care since 2020. */
export const inYear11 = (facts: ChildFacts = {}): ChildStory =>
  aChild({ born: '2008-03-01', ...facts }).startedOn('2020-05-01');

/** In Year 6 in the school year 2023/24, in care since 2020. */
export const inYear6 = (facts: ChildFacts = {}): ChildStory =>
  aChild({ born: '2013-03-01', ...facts }).startedOn('2020-05-01');

/** So many children, each told by its position. */
export const many = (count: number, tell: (i: number) => ChildStory): ChildStory[] =>
  Array.from({ length: count }, (_, i) => tell(i));

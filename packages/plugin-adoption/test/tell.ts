import {
  type BreakdownRow,
  type Council,
  financialYear,
  type IndicatorResult,
  type IsoDate,
  type ListCells,
  type Period,
  type RecordInput,
  type RecordType,
} from '@cic/core';
import {
  aCouncil,
  aHistoryWith,
  type ChildStory,
  clocksOf,
  figureOf,
  findingsOf,
  listOf,
} from '@cic/core/testing';
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

const history = ({ children = [], others: told = [] }: Told) => aHistoryWith(told, ...children);

/** One indicator's result over what is told, for 2016/17 unless another period is. */
export const computed = (id: string, told: Told, by: readonly (readonly string[])[] = []): IndicatorResult =>
  figureOf(told.council ?? council, id, history(told), told.period ?? YEAR, by);

/** Numerators of a breakdown that are not nought, by category. */
export const parts = (rows: readonly BreakdownRow[] | undefined): Record<string, number> =>
  Object.fromEntries(
    (rows ?? []).flatMap(({ categories, numerator }) =>
      numerator ? [[categories.join('/'), numerator]] : [],
    ),
  );

/** The cells of a list over what is told. */
export const listed = (id: string, told: Told): ListCells[] =>
  listOf(council, id, history(told), told.period ?? YEAR);

/** Messages of one check over what is told. */
export const found = (id: string, told: Told, asAt: IsoDate = '2017-03-31'): string[] =>
  findingsOf(council, history(told), asAt, id);

/** The events of a duty for one child, as at a day. */
export const due = (id: string, child: ChildStory, asAt: IsoDate) => clocksOf(council, id, child, asAt);

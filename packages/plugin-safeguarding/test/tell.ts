import {
  type ComputeOptions,
  type Council,
  financialYear,
  formatIsoDate,
  type IndicatorResult,
  type IsoDate,
  type ListCells,
  type Period,
} from '@cic/core';
import {
  aCouncil,
  type ChildStory,
  clocksOf,
  figureOf,
  findingsOf,
  listOf,
  type Told,
} from '@cic/core/testing';
import { safeguarding } from '../src/index.ts';

/** A council with this plugin and no other. */
export const council = aCouncil({ plugins: [safeguarding()] });

export interface Asked extends Pick<ComputeOptions, 'by'> {
  readonly period?: Period;
  readonly of?: Council;
}

const YEAR = financialYear(2025);

/** One indicator over some children; 2024/25 unless told otherwise. */
export const computed = (
  id: string,
  what: Told,
  { period = YEAR, by = [], of = council }: Asked = {},
): IndicatorResult => figureOf(of, id, what, period, by);

export const value = (id: string, what: Told, asked: Asked = {}): number | null =>
  computed(id, what, asked).value;

/** Start, due day and status of every event of a duty, as at a day. */
export const due = (id: string, child: ChildStory, asAt: IsoDate, of: Council = council): string[][] =>
  clocksOf(of, id, child, asAt).map(({ startedOn, dueOn, status }) => [
    formatIsoDate(startedOn),
    formatIsoDate(dueOn),
    status,
  ]);

/** What one check says of a child. */
export const found = (id: string, child: ChildStory, asAt: IsoDate = '2026-03-31'): string[] =>
  findingsOf(council, [child], asAt, id);

/** The cells of a list at the end of a period. */
export const listed = (id: string, what: Told, period: Period = YEAR): ListCells[] =>
  listOf(council, id, what, period);

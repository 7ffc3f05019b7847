import type { IndicatorResult } from '@cic/core';
import type { Publication, Released, Table } from '@cic/disclosure';
import { linksBetween, releasedResult, tableOf } from '@cic/reports';
import type { GivenFigure } from '../source/source.ts';

/** The publication that would release a result, beside the tables of the same indicator and period that are out. */
export function publicationOf(
  result: IndicatorResult,
  by: readonly string[],
  out: readonly Table[],
): Publication {
  const table = tableOf(result, by);
  return { tables: [table], links: out.flatMap((earlier) => linksBetween(table, earlier)) };
}

/** What of a result may leave: its names and definition, and the numbers that were released. Takes nothing else. */
export function figureOf(
  result: IndicatorResult,
  by: readonly string[],
  released: Released,
  symbol: string,
): GivenFigure {
  const { hidden, ...given } = releasedResult(result, by.length > 0 ? [by] : [], released);
  return { ...given, ...(given.value === null && result.value !== null ? { mark: symbol } : {}) };
}

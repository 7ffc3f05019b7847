import { TABLES, type TableName } from '@cic/ssda903';
import type { SyntheticCouncil } from '../council/synthesise.ts';
import { Random } from '../random/random.ts';
import { type PlantedError, plantErrors } from './errors.ts';
import { episodesByChild, type ReturnRow, yearOf } from './rows.ts';
import { TABLE_MAKERS } from './tables.ts';

export interface ToReturnsOptions {
  /** Errors to put into each year's return on purpose. */
  readonly errors?: number;
}

/** A statutory return of one collection year as rows of text, every column of its table present. */
export interface SyntheticReturn {
  readonly year: number;
  readonly tables: { readonly [T in TableName]?: readonly ReturnRow[] };
  /** What was put in on purpose, and which rule finds it. */
  readonly planted: readonly PlantedError[];
}

function wholeRow(table: TableName, row: ReturnRow): ReturnRow {
  const whole: ReturnRow = {};
  for (const column of Object.keys(TABLES[table])) whole[column] = row[column] ?? '';
  return whole;
}

/**
 * The SSDA903 returns the council would send in for collection years: dates as DD/MM/YYYY, codes as they were in that
 * year, nothing that only became known later. Ready for `writeCsv` of `@cic/ssda903`.
 * @throws RangeError for a year that the council was not made for
 */
export function toReturns(
  council: SyntheticCouncil,
  years: readonly number[],
  { errors = 0 }: ToReturnsOptions = {},
): SyntheticReturn[] {
  const [from, to] = council.years;
  const strange = years.find((year) => !(Number.isInteger(year) && year >= from && year <= to));
  if (strange !== undefined) {
    throw new RangeError(`the council has returns for ${from} to ${to}, but ${strange} was asked for`);
  }
  const byChild = episodesByChild(council.episodes);
  const children = new Map(council.children.map((child) => [child.id, child]));
  return years.map((year) => {
    const seen = yearOf(council, byChild, children, year);
    const tables: { [T in TableName]?: ReturnRow[] } = {};
    for (const { table, since, rows } of TABLE_MAKERS) {
      if (year < since) continue;
      tables[table] = Array.from(rows(seen), (row) => wholeRow(table, row));
    }
    const random = Random.of(council.seed).fork(`errors ${year}`);
    return { year, tables, planted: plantErrors(tables, errors, random) };
  });
}

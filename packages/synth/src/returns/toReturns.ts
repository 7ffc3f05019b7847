import { type Inside, OPEN, recordInput } from '@cic/core';
import { type Child, child, type Episode, episode } from '@cic/core/records';
import { returnFromRecords, type TableName } from '@cic/ssda903';
import { type SyntheticChild, upnColumn } from '../council/child.ts';
import type { SyntheticCouncil } from '../council/synthesise.ts';
import { Random } from '../random/random.ts';
import { type PlantedError, plantErrors } from './errors.ts';

/** A row of the return as text, every column of its table present. */
export type ReturnRow = Record<string, string>;

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

/** A child as the council's records have it in a collection year: a pupil number comes with starting school. */
function childIn(one: SyntheticChild, year: number): Inside<Child> {
  return {
    id: one.id,
    dateOfBirth: one.born,
    sex: one.sex as NonNullable<Child['sex']>,
    ethnicity: one.ethnicity as NonNullable<Child['ethnicity']>,
    upn: upnColumn(one, year),
    ...(one.unaccompaniedUntil === undefined
      ? {}
      : { unaccompaniedAsylumSeeking: true, unaccompaniedAsylumSeekingEnded: one.unaccompaniedUntil }),
    ...(one.firstChildBorn === undefined ? {} : { firstChildBorn: one.firstChildBorn }),
  };
}

/**
 * An episode with the codes of a collection year: semi-independent accommodation (H5) is registered supported
 * accommodation (K3) from 2025 on (rule 503D), and had no URN before October 2023 (rules 222, 230).
 */
function episodeIn(one: SyntheticCouncil['episodes'][number], year: number): Inside<Episode> {
  const semiIndependent = one.placementType === 'H5';
  return {
    ...one,
    end: one.end === OPEN ? undefined : one.end,
    placementType: semiIndependent && year >= 2025 ? 'K3' : one.placementType,
    urn: semiIndependent && year < 2024 ? '' : one.urn,
  } as Inside<Episode>;
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
  return years.map((year) => {
    const records = [
      recordInput({ type: child, inside: council.children.map((one) => childIn(one, year)) }),
      recordInput({ type: episode, inside: council.episodes.map((one) => episodeIn(one, year)) }),
      ...council.records,
    ];
    const tables = returnFromRecords(records, year) as { [T in TableName]?: ReturnRow[] };
    const random = Random.of(council.seed).fork(`errors ${year}`);
    return { year, tables, planted: plantErrors(tables, errors, random) };
  });
}

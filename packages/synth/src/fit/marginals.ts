import type { Day } from '@cic/core';
import { addMonths } from '@cic/core';

/** A printed count, or the bounds of one that is not printed: `[1, 9]` for a suppressed cell. */
export type Count = number | readonly [low: number, high: number];

/** Counts by category. Categories of the whole that are left out share what is left of the total. */
export type Counts = Readonly<Record<string, Count>>;

/** Published tables about the children in care on a 31 March. */
export interface StockTables {
  readonly total?: Count;
  readonly age?: Counts;
  readonly sex?: Counts;
  readonly ethnicity?: Counts;
  readonly district?: Counts;
  readonly placement?: Counts;
  readonly legalStatus?: Counts;
  readonly disabled?: Count;
  readonly unaccompanied?: Count;
  /** Children placed outside the council, by district; '' for all of them. */
  readonly outside?: Counts;
  /** Children placed 20 miles or more from home, by district; '' for all of them. */
  readonly far?: Counts;
  /** Average distance from home in whole miles, by district; '' for all of them. */
  readonly miles?: Readonly<Record<string, number>>;
  /** Children with three or more placements in the year, by district; '' for all of them. */
  readonly threePlacements?: Counts;
}

/** Published tables of a collection year; everything may be left out. */
export interface YearMarginals {
  /** 2017 is the year to 31 March 2017. */
  readonly year: number;
  readonly stock?: StockTables;
  /** Children who started to be looked after; age on starting. */
  readonly started?: { readonly total?: Count; readonly age?: Counts };
  /** Children who ceased; age on ceasing, reason, time in care. */
  readonly ceased?: {
    readonly total?: Count;
    readonly age?: Counts;
    readonly reason?: Counts;
    readonly duration?: Counts;
    /** Those who ceased for the reasons of a category, by district. */
    readonly byDistrict?: { readonly reason: string; readonly counts: Counts };
  };
}

/** A category of placements: statutory types, and providers where own and bought placements are told apart. */
export interface PlacementGroup {
  readonly types: readonly string[];
  readonly providers?: readonly string[];
}

/** What the categories of the tables mean. A category without an entry is a statutory code itself. */
export interface Groups {
  /** First and last age. */
  readonly age?: Readonly<Record<string, readonly [from: number, to: number]>>;
  /** Months, from and up to but not with; no upper end for the last. */
  readonly duration?: Readonly<Record<string, readonly [from: number, to?: number]>>;
  readonly ethnicity?: Readonly<Record<string, readonly string[]>>;
  readonly legalStatus?: Readonly<Record<string, readonly string[]>>;
  readonly reason?: Readonly<Record<string, readonly string[]>>;
  readonly placement?: Readonly<Record<string, PlacementGroup>>;
}

export interface Marginals {
  /** One after another, without a gap. */
  readonly years: readonly YearMarginals[];
  readonly groups?: Groups;
}

/** Age bands of the national tables. */
export const AGE_BANDS: NonNullable<Groups['age']> = {
  'under 1': [0, 0],
  '1 to 4': [1, 4],
  '5 to 9': [5, 9],
  '10 to 15': [10, 15],
  '16 and over': [16, 25],
};

/** Times in care as councils print them, in months. */
export const DURATION_BANDS: NonNullable<Groups['duration']> = {
  'under 3 months': [0, 3],
  '3 to 6 months': [3, 6],
  '6 months to 1 year': [6, 12],
  '1 to 3 years': [12, 36],
  '3 to 5 years': [36, 60],
  '5 years and over': [60],
};

export const lowest = (count: Count): number => (typeof count === 'number' ? count : count[0]);
export const highest = (count: Count): number => (typeof count === 'number' ? count : count[1]);

/** The groups with their defaults. */
export interface Categories {
  readonly age: NonNullable<Groups['age']>;
  readonly duration: NonNullable<Groups['duration']>;
  ageBand(age: number): string | undefined;
  durationBand(start: Day, end: Day): string | undefined;
  ethnicity(code: string): string;
  legalStatus(code: string): string;
  reason(code: string): string;
  placement(type: string, provider: string): string;
  readonly codesOf: {
    ethnicity(category: string): readonly string[];
    legalStatus(category: string): readonly string[];
    reason(category: string): readonly string[];
    placement(category: string): PlacementGroup;
  };
}

const codeToGroup = (
  groups: Readonly<Record<string, readonly string[]>> = {},
): ((code: string) => string) => {
  const byCode = new Map(
    Object.entries(groups).flatMap(([group, codes]) => codes.map((code) => [code, group])),
  );
  return (code) => byCode.get(code) ?? code;
};

export function categoriesOf({ groups = {} }: Marginals): Categories {
  const { age = AGE_BANDS, duration = DURATION_BANDS, placement = {} } = groups;
  const durations = Object.entries(duration);
  const placements = Object.entries(placement);
  const find = (of: Readonly<Record<string, readonly string[]>> | undefined, category: string) =>
    of?.[category] ?? [category];
  return {
    age,
    duration,
    ageBand: (years) => Object.keys(age).find((band) => years >= age[band]![0] && years <= age[band]![1]),
    durationBand: (start, end) =>
      durations.find(
        ([, [from, to]]) => addMonths(start, from) <= end && (to === undefined || end < addMonths(start, to)),
      )?.[0],
    ethnicity: codeToGroup(groups.ethnicity),
    legalStatus: codeToGroup(groups.legalStatus),
    reason: codeToGroup(groups.reason),
    placement: (type, provider) =>
      placements.find(
        ([, { types, providers }]) => types.includes(type) && (providers?.includes(provider) ?? true),
      )?.[0] ?? type,
    codesOf: {
      ethnicity: (category) => find(groups.ethnicity, category),
      legalStatus: (category) => find(groups.legalStatus, category),
      reason: (category) => find(groups.reason, category),
      placement: (category) => placement[category] ?? { types: [category] },
    },
  };
}

/**
 * Checks marginals before anything is made of them.
 * @throws RangeError naming the year, the table and the category that cannot be used
 */
export function checkMarginals({ years, groups }: Marginals, districts: readonly string[]): void {
  if (years.length === 0) throw new RangeError('marginals need at least one year');
  const { age, duration } = categoriesOf({ years, ...(groups ? { groups } : {}) });
  const known: Readonly<Record<string, readonly string[]>> = {
    age: Object.keys(age),
    duration: Object.keys(duration),
    district: districts,
    outside: districts,
    far: districts,
    miles: districts,
    threePlacements: districts,
    sex: ['M', 'F'],
  };
  years.forEach(({ year, stock = {}, started = {}, ceased = {} }, i) => {
    if (i > 0 && year !== years[0]!.year + i) {
      throw new RangeError(
        `the years of marginals must follow one another, but ${year} is in place ${i + 1} after ${years[i - 1]!.year}`,
      );
    }
    for (const [part, tables] of Object.entries({
      stock,
      started,
      ceased: { ...ceased, district: ceased.byDistrict?.counts ?? {} },
    })) {
      for (const [table, counts] of Object.entries(tables as Record<string, Count | Counts>)) {
        if (table === 'byDistrict') continue;
        const cells = typeof counts === 'number' || Array.isArray(counts) ? { '': counts } : counts;
        for (const [category, count] of Object.entries(cells as Counts)) {
          const where = `${year}, ${part}, ${table}${category ? `, '${category}'` : ''}`;
          const [low, high] = [lowest(count), highest(count)];
          if (!Number.isInteger(low) || !Number.isInteger(high) || low < 0 || high < low) {
            throw new RangeError(`${where}: ${JSON.stringify(count)} is no count of children`);
          }
          if (category && known[table] && !known[table].includes(category)) {
            throw new RangeError(
              `${where}: there is no such category; there are: ${known[table].join(', ')}`,
            );
          }
        }
      }
    }
  });
}

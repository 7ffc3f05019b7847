import { readCell } from '@cic/printed-tables';
import { appendixTable, COHORT_YEARS, ROWS } from '../tables/appendix.ts';

/** The children looked after for twelve months on 30 September of a year, as far as the report tells. */
export interface CohortPlan {
  readonly year: number;
  readonly cohort: number;
  readonly eligible: number;
  readonly year11: number;
  readonly sen: number;
  readonly excluded: number;
  /** Year 11 by result. */
  readonly sat: number;
  readonly oneG: number;
  readonly fiveG: number;
  readonly fiveC: number;
  readonly healthChecked: number;
  readonly dentalChecked: number;
  readonly immunised: number;
  readonly aged10to17: number;
  readonly offending: number;
  readonly missing25Days: number;
  /** Of those, of secondary age and more than 25 days. */
  readonly missingSecondaryPercent: number;
}

/** How many of so many children the printed percentage is. */
const partOf = (percent: number, whole: number): number => Math.round((percent * whole) / 100);

/** Bases of the offending percentages, which the report leaves out: the only whole numbers that give them. */
const AGED_10_TO_17: Readonly<Record<number, number>> = {
  2000: 103,
  2001: 123,
  2002: 125,
  2003: 175,
  2004: 165,
  2005: 184,
  2006: 176,
  2007: 177,
};

/** The figures of one printed cell. */
function printed(label: string, column: number): readonly number[] {
  const row = appendixTable.rows.find((one) => one.label === label)!;
  return readCell(row.cells[column]!).figures.map(({ value }) => value!);
}

function planOf(year: number, column: number): CohortPlan {
  const first = (label: string): number => printed(label, column)[0]!;
  const cohort = first(ROWS.cohort);
  const eligible = first(ROWS.eligible);
  const health = first(ROWS.health);
  const dental = first(ROWS.dental);
  return {
    year,
    cohort,
    eligible,
    year11: first(ROWS.year11),
    sen: first(ROWS.sen),
    excluded: first(ROWS.excluded),
    sat: first(ROWS.sat),
    oneG: first(ROWS.oneG),
    fiveG: first(ROWS.fiveG),
    fiveC: first(ROWS.fiveC),
    healthChecked: partOf(health, cohort),
    dentalChecked: partOf(dental, cohort),
    immunised: partOf(Math.min(100, 3 * first(ROWS.c19) - health - dental), cohort),
    aged10to17: AGED_10_TO_17[year]!,
    offending: first(ROWS.offending),
    missing25Days: partOf(first(ROWS.c24), eligible),
    missingSecondaryPercent: year === 2007 ? 22 : 15,
  };
}

/** 2008, of which the text gives forecasts only; the sizes are ours, close to the year before. */
const FORECAST: CohortPlan = {
  year: 2008,
  cohort: 230,
  eligible: 188,
  year11: 25,
  sen: 73,
  excluded: 3,
  sat: 22,
  oneG: 21,
  fiveG: 14,
  fiveC: 4,
  healthChecked: 180,
  dentalChecked: 210,
  immunised: 196,
  aged10to17: 178,
  offending: 24,
  missing25Days: 34,
  missingSecondaryPercent: 20,
};

export const COHORTS: readonly CohortPlan[] = [...COHORT_YEARS.map(planOf), FORECAST];

/** The school year groups of a cohort, from -4 (one year old) to 12 (seventeen): children in each. */
export function groupsOf({ cohort, eligible, year11, aged10to17 }: CohortPlan): ReadonlyMap<number, number> {
  const seventeen = Math.min(
    cohort - eligible - 4,
    Math.max(aged10to17 - eligible + 8, Math.round(year11 * 0.7)),
  );
  const spread = (total: number, from: number, to: number): [number, number][] => {
    const groups = to - from + 1;
    return Array.from({ length: groups }, (_, i) => [
      from + i,
      Math.floor(total / groups) + (groups - i <= total % groups ? 1 : 0),
    ]);
  };
  return new Map([
    ...spread(cohort - eligible - seventeen, -4, 0),
    ...spread(eligible - aged10to17 + seventeen, 1, 4),
    ...spread(aged10to17 - seventeen - year11, 5, 10),
    [11, year11],
    [12, seventeen],
  ]);
}

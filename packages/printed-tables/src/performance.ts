import { academicYear, calendarYear, financialYear, formatIsoDate, type Period } from '@cic/core';
import type { ComparatorValue, IndicatorValue, Target } from '@cic/core/records';
import { type PrintedFigure, readCell } from './figure.ts';
import { periodIn } from './periods.ts';
import type { PrintedTable } from './table.ts';

export interface PerformanceOptions {
  /** The document the table stands in. */
  readonly document: string;
  /** Indicator by row label as printed. Rows that are not named are left out, and said to be. */
  readonly indicators: Readonly<Record<string, string>>;
  /** What a bare year (`2012 outturn`) is; school results are of academic years. Financial years where left out. */
  readonly yearsAre?: 'financial-year' | 'academic-year' | 'calendar-year';
  /** The period of a column whose heading names none. */
  readonly periods?: Readonly<Record<string, Period>>;
}

export interface PerformanceImport {
  readonly values: readonly IndicatorValue[];
  readonly comparators: readonly ComparatorValue[];
  readonly targets: readonly Target[];
  /** What was not taken over and why, in plain words. */
  readonly problems: readonly string[];
}

type Role =
  | { readonly kind: 'value' | 'target' | 'trend' }
  | { readonly kind: 'comparator'; readonly comparator: ComparatorValue['comparator'] };

const COMPARATORS: readonly (readonly [RegExp, ComparatorValue['comparator']])[] = [
  [/neigh|stat\.? ?n/i, 'statistical-neighbours'],
  [/england|national/i, 'england'],
  [/region|east midlands/i, 'region'],
  [/united kingdom|\buk\b/i, 'united-kingdom'],
  [/all children|^all$/i, 'all-children'],
];

function roleOf(heading: string): Role {
  if (/\btrend\b|direction of travel/i.test(heading)) return { kind: 'trend' };
  if (/\btarget\b/i.test(heading)) return { kind: 'target' };
  const comparator = COMPARATORS.find(([pattern]) => pattern.test(heading))?.[1];
  return comparator ? { kind: 'comparator', comparator } : { kind: 'value' };
}

function periodOf(
  heading: string,
  { periods, yearsAre = 'financial-year' }: PerformanceOptions,
): Period | undefined {
  const given = periods?.[heading] ?? periodIn(heading);
  if (given) return given;
  const year = /\b((?:19|20)\d{2})\b/.exec(heading)?.[1];
  if (year === undefined) return undefined;
  const made = {
    'financial-year': financialYear,
    'academic-year': academicYear,
    'calendar-year': calendarYear,
  };
  return made[yearsAre](Number(year));
}

const reporting = ({ kind, start, end, label }: Period): IndicatorValue['period'] => ({
  kind,
  start: formatIsoDate(start),
  end: formatIsoDate(end),
  label,
});

/** What a cell says of one value: `47 (35.6%)` is 35.6 per cent, of which 47 is the numerator. */
function reading(figures: readonly PrintedFigure[]) {
  const [first, second] = figures;
  const main = second?.unit === 'percent' && first?.unit === undefined ? second : first;
  if (!main) return undefined;
  const { state, value, bound, lower, upper, band } = main;
  return {
    figure: {
      ...(state === 'value' ? {} : { state }),
      ...(value === undefined ? {} : { value }),
      ...(bound ? { bound } : {}),
      ...(lower === undefined ? {} : { lower }),
      ...(upper === undefined ? {} : { upper }),
    },
    numerator: main === second ? first?.value : undefined,
    band: band ?? first?.band,
  };
}

const slug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * Brings a printed performance table into records: outturns as indicator values, neighbours and England as comparator
 * values of their own period, targets. The printed cell is kept as provenance; a printed trend arrow is kept there too and
 * never believed, since trends are computed. Cells of yearly tables (`47 (35.6%)`, `3.4 (Band 2)`) are read alike.
 *
 * Source: requirements DQ-01, DQ-02, CFG-11.
 */
export function readPerformance(table: PrintedTable, options: PerformanceOptions): PerformanceImport {
  const values: IndicatorValue[] = [];
  const comparators: ComparatorValue[] = [];
  const targets: Target[] = [];
  const problems: string[] = [];
  const columns = table.columns.slice(1).map((heading) => ({
    heading,
    role: roleOf(heading),
    period: periodOf(heading, options),
  }));
  for (const { heading, role, period } of columns) {
    if (role.kind !== 'trend' && !period)
      problems.push(`table '${table.id}', column '${heading}': names no period: give it one in 'periods'`);
  }
  const trendAt = columns.findIndex(({ role }) => role.kind === 'trend');
  for (const { label, cells } of table.rows) {
    const indicator = options.indicators[label.trim()];
    if (indicator === undefined) {
      problems.push(`table '${table.id}', row '${label}': is no indicator in 'indicators', and was left out`);
      continue;
    }
    for (const [at, { heading, role, period }] of columns.entries()) {
      if (role.kind === 'trend' || !period) continue;
      const printed = cells[at]!;
      const read = reading(readCell(printed).figures);
      if (!read) {
        problems.push(`table '${table.id}', row '${label}', column '${heading}': '${printed}' is no figure`);
        continue;
      }
      const arrow = trendAt < 0 ? '' : cells[trendAt]!.trim();
      const provenance = {
        document: options.document,
        ...(table.section === undefined ? {} : { section: table.section }),
        ...(printed.trim() === '' ? {} : { printedAs: printed }),
      };
      if (role.kind === 'comparator') {
        comparators.push({
          indicator,
          comparator: role.comparator,
          period: reporting(period),
          ...read.figure,
          provenance,
        });
      } else if (role.kind === 'target') {
        if (read.figure.value === undefined) continue;
        targets.push({
          id: `${slug(table.id)}-${indicator}-${slug(period.label)}`,
          indicator,
          values: [{ period: reporting(period), value: read.figure.value, printedAs: printed }],
        });
      } else {
        values.push({
          indicator,
          period: reporting(period),
          ...read.figure,
          ...(read.numerator === undefined ? {} : { numerator: read.numerator }),
          ...(read.band === undefined ? {} : { band: read.band }),
          provenance: { ...provenance, ...(arrow === '' ? {} : { arrow }) },
        });
      }
    }
  }
  return { values, comparators, targets, problems };
}

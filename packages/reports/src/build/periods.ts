import {
  academicYear,
  academicYearOf,
  calendarDate,
  calendarYear,
  type Day,
  financialYear,
  financialYearOf,
  formatIsoDate,
  halfYear,
  month,
  onDate,
  type Period,
  type PeriodReference,
  parseIsoDate,
  parsePeriod,
  previousPeriod,
  quarter,
  rangeOf,
  rolling12Months,
  threeYears,
} from '@cic/core';
import type { Language } from '../language/language.ts';
import { periodLabel } from '../language/print.ts';
import type { BuiltPeriod } from '../model.ts';

type Counted = Extract<PeriodReference, { readonly back: number }>;

/** The quarter of a financial year a day falls in. */
const quarterOf = (day: Day): Period => {
  const { month: number } = calendarDate(day);
  return quarter(financialYearOf(day), (Math.floor(((number + 8) % 12) / 3) + 1) as 1 | 2 | 3 | 4);
};

/** The period of a kind in which a day falls (or which ends on it). */
function periodAround(kind: NonNullable<Counted['of']>, day: Day): Period {
  const { year, month: number } = calendarDate(day);
  switch (kind) {
    case 'financial-year':
      return financialYear(financialYearOf(day));
    case 'academic-year':
      return academicYear(academicYearOf(day));
    case 'calendar-year':
      return calendarYear(year);
    case 'quarter':
      return quarterOf(day);
    case 'half-year':
      return halfYear(financialYearOf(day), number >= 4 && number <= 9 ? 1 : 2);
    case 'month':
      return month(year, number);
    case 'date':
      return onDate(day);
    case 'three-years':
      return threeYears(financialYearOf(day));
    case 'rolling-12-months':
      return rolling12Months(day);
  }
}

function dayIn(text: string): Day {
  const day = parseIsoDate(text);
  if (Number.isNaN(day)) throw new RangeError(`'${text}' is no day: write YYYY-MM-DD.`);
  return day;
}

function named(text: string): Period {
  const period = parsePeriod(text);
  if (!period)
    throw new RangeError(`'${text}' is no period: write 2022, 2021/22, Q3 2021/22, 2022-03 or 2022-03-31.`);
  return period;
}

function counted({ back, of }: Counted, own: Period): Period {
  let period = of === undefined ? own : periodAround(of, own.end);
  for (let i = 0; i < back; i++) period = previousPeriod(period);
  return period;
}

/**
 * The period a definition speaks of.
 * @throws RangeError for a name that is no period
 */
export function periodOf(reference: PeriodReference, own: Period): Period {
  if (typeof reference === 'string') return named(reference);
  if ('back' in reference) return counted(reference, own);
  if ('academicYear' in reference) return academicYear(reference.academicYear);
  if ('calendarYear' in reference) return calendarYear(reference.calendarYear);
  if ('halfYear' in reference) return halfYear(...reference.halfYear);
  if ('threeYearsTo' in reference) return threeYears(reference.threeYearsTo);
  if ('twelveMonthsTo' in reference) return rolling12Months(dayIn(reference.twelveMonthsTo));
  return rangeOf(dayIn(reference.from), dayIn(reference.to));
}

/** The part of a period that is known on a day; undefined where it has not begun. */
export function knownPart(period: Period, asAt: Day): Period | undefined {
  if (period.end <= asAt) return period;
  if (period.start > asAt) return undefined;
  return { ...period, end: asAt, partYear: true };
}

export const builtPeriod = (period: Period, language: Language): BuiltPeriod => ({
  label: periodLabel(period, language),
  kind: period.kind,
  start: formatIsoDate(period.start),
  end: formatIsoDate(period.end),
  ...(period.partYear ? { partYear: true } : {}),
});

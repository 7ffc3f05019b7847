import { addMonths, calendarDate, type Day, dayOf, daysInMonth, formatIsoDate } from './day.ts';

/** The kinds of period that figures are given for. Only periods of one kind are put in order and compared. */
export type PeriodKind =
  | 'date'
  | 'month'
  | 'quarter'
  | 'half-year'
  | 'financial-year'
  | 'calendar-year'
  | 'academic-year'
  | 'rolling-12-months'
  | 'three-years'
  | 'range';

/** A stretch of days, both ends included. A date is a period of one day. */
export interface Period {
  readonly kind: PeriodKind;
  readonly start: Day;
  /** The last day, included: 31 March for a financial year. Stocks are taken on it. */
  readonly end: Day;
  /** As people print it: '2016/17', '31 March 2017', 'Q3 2016/17'. */
  readonly label: string;
  /** True when only part of the period has been seen ('as at February 2019'): such a figure joins no trend. */
  readonly partYear?: true;
}

/** Whether a day lies in a period or another stretch, both ends included; no day does not. */
export const within = (on: Day | undefined, { start, end }: Pick<Period, 'start' | 'end'>): on is Day =>
  on !== undefined && on >= start && on <= end;

/** Whether a stretch is open on a day: the day it starts counts, the day it ends no longer does; without an end it goes on. */
export const openOn = (
  { start, end }: { readonly start: Day; readonly end?: Day | undefined },
  on: Day,
): boolean => start <= on && (end === undefined || end > on);

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const spanLabel = (from: number): string => `${from}/${String((from + 1) % 100).padStart(2, '0')}`;

/** 1 April to 31 March, named by the year it ends in: 2017 is 2016/17. The collection year of the statutory returns. */
export const financialYear = (endYear: number): Period => ({
  kind: 'financial-year',
  start: dayOf(endYear - 1, 4, 1),
  end: dayOf(endYear, 3, 31),
  label: spanLabel(endYear - 1),
});

/** 1 September to 31 August, named by the year it ends in. */
export const academicYear = (endYear: number): Period => ({
  kind: 'academic-year',
  start: dayOf(endYear - 1, 9, 1),
  end: dayOf(endYear, 8, 31),
  label: spanLabel(endYear - 1),
});

export const calendarYear = (year: number): Period => ({
  kind: 'calendar-year',
  start: dayOf(year, 1, 1),
  end: dayOf(year, 12, 31),
  label: String(year),
});

/** Quarter 1 to 4 of a financial year; quarter 1 begins on 1 April. */
export function quarter(endYear: number, number: 1 | 2 | 3 | 4): Period {
  const start = addMonths(dayOf(endYear - 1, 4, 1), (number - 1) * 3);
  return {
    kind: 'quarter',
    start,
    end: addMonths(start, 3) - 1,
    label: `Q${number} ${spanLabel(endYear - 1)}`,
  };
}

/** First (April to September) or second half of a financial year. */
export function halfYear(endYear: number, number: 1 | 2): Period {
  const start = addMonths(dayOf(endYear - 1, 4, 1), (number - 1) * 6);
  return {
    kind: 'half-year',
    start,
    end: addMonths(start, 6) - 1,
    label: `${number === 1 ? 'First' : 'Second'} half ${spanLabel(endYear - 1)}`,
  };
}

/** A calendar month, 1 to 12. */
export const month = (year: number, number: number): Period => ({
  kind: 'month',
  start: dayOf(year, number, 1),
  end: dayOf(year, number, daysInMonth(year, number)),
  label: `${MONTHS[number - 1]} ${year}`,
});

/** '31 March 2017'. */
export function longDate(day: Day): string {
  const { year, month, dayOfMonth } = calendarDate(day);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

export const onDate = (day: Day): Period => ({ kind: 'date', start: day, end: day, label: longDate(day) });

/** The twelve months that end on a day. */
export const rolling12Months = (end: Day): Period => ({
  kind: 'rolling-12-months',
  start: addMonths(end + 1, -12),
  end,
  label: `12 months to ${longDate(end)}`,
});

/** Three financial years, named by the year the last one ends in, as adoption averages are. */
export const threeYears = (endYear: number): Period => ({
  kind: 'three-years',
  start: dayOf(endYear - 3, 4, 1),
  end: dayOf(endYear, 3, 31),
  label: `${endYear - 3} to ${endYear}`,
});

/** The financial year a day falls in, named by its end year. */
export function financialYearOf(day: Day): number {
  const { year, month } = calendarDate(day);
  return month >= 4 ? year + 1 : year;
}

/** The academic year a day falls in, named by its end year. */
export function academicYearOf(day: Day): number {
  const { year, month } = calendarDate(day);
  return month >= 9 ? year + 1 : year;
}

/** The period of the same kind just before. */
export function previousPeriod(period: Period): Period {
  const { year, month: startMonth } = calendarDate(period.start);
  const endYear = calendarDate(period.end).year;
  switch (period.kind) {
    case 'financial-year':
      return financialYear(endYear - 1);
    case 'academic-year':
      return academicYear(endYear - 1);
    case 'calendar-year':
      return calendarYear(year - 1);
    case 'three-years':
      return threeYears(endYear - 1);
    case 'date':
      return onDate(addMonths(period.end, -12));
    case 'rolling-12-months':
      return rolling12Months(period.start - 1);
    case 'month':
      return startMonth === 1 ? month(year - 1, 12) : month(year, startMonth - 1);
    case 'quarter': {
      const end = period.start - 1;
      const quarterNumber = (Math.floor(((calendarDate(end).month + 8) % 12) / 3) + 1) as 1 | 2 | 3 | 4;
      return quarter(financialYearOf(end), quarterNumber);
    }
    case 'half-year': {
      const end = period.start - 1;
      return halfYear(financialYearOf(end), calendarDate(end).month === 3 ? 2 : 1);
    }
    case 'range': {
      const days = period.end - period.start + 1;
      return rangeOf(period.start - days, period.start - 1);
    }
  }
}

/** Any stretch of days. */
export const rangeOf = (start: Day, end: Day): Period => ({
  kind: 'range',
  start,
  end,
  label: `${longDate(start)} to ${longDate(end)}`,
});

/** Whether two periods may stand in one series: of one kind and both whole. */
export const comparable = (a: Period, b: Period): boolean => a.kind === b.kind && !a.partYear && !b.partYear;

/** Earlier first; periods that end together in the order they begin. */
export const byTime = (a: Period, b: Period): number => a.end - b.end || a.start - b.start;

/** Stable text for files and addresses: 'financial-year:2016-04-01:2017-03-31'. */
export const periodKey = (period: Period): string =>
  `${period.kind}:${formatIsoDate(period.start)}:${formatIsoDate(period.end)}`;

/**
 * Reads the names people write: '2017' (the financial year 2016/17), '2016/17', '2016-17', '2017-03-31', 'Q3 2016/17',
 * '2017-03'. Undefined for anything else.
 */
export function parsePeriod(text: string): Period | undefined {
  const year = (from: string, to: string): Period | undefined => {
    const end = Number(from) + 1;
    return Number(to) === end % (to.length === 2 ? 100 : 10_000) ? financialYear(end) : undefined;
  };
  let match = /^(\d{4})$/.exec(text);
  if (match) return financialYear(Number(match[1]));
  match = /^(\d{4})[/-](\d{4}|\d{2})$/.exec(text);
  if (match) {
    const whole = year(match[1]!, match[2]!);
    if (whole) return whole;
    const number = Number(match[2]);
    return match[2]!.length === 2 && number >= 1 && number <= 12
      ? month(Number(match[1]), number)
      : undefined;
  }
  match = /^Q([1-4]) (\d{4})[/-](\d{2})$/i.exec(text);
  if (match) {
    const whole = year(match[2]!, match[3]!);
    return whole && quarter(calendarDate(whole.end).year, Number(match[1]) as 1 | 2 | 3 | 4);
  }
  match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match) {
    const [y, m, d] = [Number(match[1]), Number(match[2]), Number(match[3])];
    return m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m) ? onDate(dayOf(y, m, d)) : undefined;
  }
  return undefined;
}

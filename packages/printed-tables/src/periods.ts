import { calendarDate, dayOf, daysInMonth, financialYear, onDate, type Period } from '@cic/core';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) > 70 ? 1900 : 2000);

const endOf = (year: number, number: number): Period =>
  onDate(dayOf(year, number, daysInMonth(year, number)));

/**
 * The period a heading or title names: `2012/13`, `2012-2013`, `2016/17 Outcome`, `Mar-13` and `March 2013` (the last day
 * of the month, as stocks are printed), `at Sept '07`, `31/03/17`, `31 March 2017`. Undefined for any other words.
 */
export function periodIn(text: string): Period | undefined {
  let match = /\b(?:19|20)(\d{2})\s?[/–-]\s?((?:19|20)?\d{2})\b(?![/–-]\d)/.exec(text);
  if (match) {
    const from = Number(match[0].slice(0, 4));
    const to = fullYear(match[2]!);
    if (to === from + 1) return financialYear(to);
  }
  match = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b/.exec(text);
  if (match) {
    const [date, number, year] = [Number(match[1]), Number(match[2]), fullYear(match[3]!)];
    return number >= 1 && number <= 12 && date >= 1 && date <= daysInMonth(year, number)
      ? onDate(dayOf(year, number, date))
      : undefined;
  }
  match = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${NAME} (\\d{4})\\b`, 'i').exec(text);
  if (match) {
    const [date, number, year] = [
      Number(match[1]),
      MONTHS.indexOf(match[2]!.toLowerCase()) + 1,
      Number(match[3]),
    ];
    return date >= 1 && date <= daysInMonth(year, number) ? onDate(dayOf(year, number, date)) : undefined;
  }
  match = new RegExp(`\\b${NAME}[ -]?['’]?(\\d{4}|\\d{2})\\b`, 'i').exec(text);
  if (match) return endOf(fullYear(match[2]!), MONTHS.indexOf(match[1]!.toLowerCase()) + 1);
  return undefined;
}

/** All years a text names as the ends of a stretch: `2008/09 – 2011/12` gives the financial years 2009 and 2012. */
export function yearsIn(text: string): readonly number[] {
  return [...text.matchAll(/\b((?:19|20)\d{2})\s?[/–-]\s?((?:19|20)?\d{2})\b/g)]
    .map((match) => [Number(match[1]), fullYear(match[2]!)] as const)
    .filter(([from, to]) => to === from + 1)
    .map(([, to]) => to);
}

/** The calendar year a period ends in. */
export const endYear = (period: Period): number => calendarDate(period.end).year;

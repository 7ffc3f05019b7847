import { type Day, dayOf, daysInMonth } from '@cic/core';

const DAY_FIRST = /^(\d{1,2})[ ./-](\d{1,2})[ ./-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})([/-]?)(\d{1,2})\2(\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;

/**
 * A date written with the day first (01/02/2025, 1-2-2025, 1.2.2025) or the year first (2025-02-01, 20250201); a month
 * above 12 is read as the day. NaN for anything else, and outside the years 1678 to 2261.
 */
export function readDayFirst(written: string): Day {
  const text = written.trim();
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) {
    const [, one, two, year] = dayFirst;
    return Number(two) > 12 ? existing(year, one, two) : existing(year, two, one);
  }
  const yearFirst = YEAR_FIRST.exec(text);
  return yearFirst ? existing(yearFirst[1], yearFirst[3], yearFirst[4]) : Number.NaN;
}

function existing(yearText?: string, monthText?: string, dayText?: string): Day {
  const [year, month, dayOfMonth] = [Number(yearText), Number(monthText), Number(dayText)];
  const exists = dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  return exists && year >= 1678 && year <= 2261 ? dayOf(year, month, dayOfMonth) : Number.NaN;
}

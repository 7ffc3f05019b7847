/**
 * A calendar day as a whole number: days since 1 January 1970, which is day 0.
 * No time of day and no time zone, so a birthday is the same day everywhere.
 */
export type Day = number;

/** A day as it is written at the edges: `YYYY-MM-DD` (ISO 8601). */
export type IsoDate = `${number}-${number}-${number}`;

/** The day of something that has not ended: later than every real day. */
export const OPEN: Day = 0x7fff_ffff;

/** Days in the years before 1970, counted from 1 March of year 0 (the calendar's leap day then falls last). */
const DAYS_TO_1970 = 719_468;

/** The day of a year, month (1 to 12) and day of month; nothing is checked. Gregorian calendar. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - DAYS_TO_1970;
}

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly dayOfMonth: number;
}

export function calendarDate(day: Day): CalendarDate {
  const z = day + DAYS_TO_1970;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days in a month (1 to 12); 0 for a month that does not exist. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

const validDay = (year: number, month: number, dayOfMonth: number): Day =>
  month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
    ? dayOf(year, month, dayOfMonth)
    : Number.NaN;

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;
const isDigit = (value: number): boolean => value >= 0 && value <= 9;

/** Reads `YYYY-MM-DD`. NaN for anything else, also for a day that does not exist (2026-02-30). */
export function parseIsoDate(text: string): Day {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN;
  for (let i = 0; i < 10; i++) if (i !== 4 && i !== 7 && !isDigit(digit(text, i))) return Number.NaN;
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  return validDay(year, digit(text, 5) * 10 + digit(text, 6), digit(text, 8) * 10 + digit(text, 9));
}

/**
 * Reads the statutory returns' `DD/MM/YYYY`; one digit is enough for the day or the month, the year has four.
 * NaN for anything else: blank, two-digit years, 31/02/2026.
 */
export function parseReturnDate(text: string): Day {
  let at = 0;
  const part = (most: number): number => {
    let value = 0;
    let digits = 0;
    while (digits < most && isDigit(digit(text, at))) {
      value = value * 10 + digit(text, at++);
      digits++;
    }
    return digits === 0 ? Number.NaN : value;
  };
  const dayOfMonth = part(2);
  if (text.charCodeAt(at++) !== 47) return Number.NaN;
  const month = part(2);
  if (text.charCodeAt(at++) !== 47) return Number.NaN;
  const yearStart = at;
  const year = part(4);
  return at === text.length && at - yearStart === 4 ? validDay(year, month, dayOfMonth) : Number.NaN;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** `YYYY-MM-DD`. */
export function formatIsoDate(day: Day): IsoDate {
  const { year, month, dayOfMonth } = calendarDate(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as IsoDate;
}

/** `DD/MM/YYYY`, as the statutory returns write it. */
export function formatReturnDate(day: Day): string {
  const { year, month, dayOfMonth } = calendarDate(day);
  return `${pad(dayOfMonth, 2)}/${pad(month, 2)}/${pad(year, 4)}`;
}

/**
 * A day from a literal `YYYY-MM-DD`.
 * @throws RangeError when it is not a day that exists: for literals in code and tests; input goes through {@link parseIsoDate}.
 */
export function day(text: IsoDate): Day {
  const value = parseIsoDate(text);
  if (Number.isNaN(value)) throw new RangeError(`'${text}' is not a day in the form YYYY-MM-DD`);
  return value;
}

/** The same day so many months later (or earlier); the last day of the month where that day does not exist. */
export function addMonths(from: Day, months: number): Day {
  const { year, month, dayOfMonth } = calendarDate(from);
  const monthsFromYearZero = year * 12 + (month - 1) + months;
  const toYear = Math.floor(monthsFromYearZero / 12);
  const toMonth = monthsFromYearZero - toYear * 12 + 1;
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}

/** Whole months from a day to a later one: the greatest number for which {@link addMonths} does not go past it. */
export function monthsBetween(from: Day, to: Day): number {
  const start = calendarDate(from);
  const end = calendarDate(to);
  const months = (end.year - start.year) * 12 + end.month - start.month;
  const complete = end.dayOfMonth >= Math.min(start.dayOfMonth, daysInMonth(end.year, end.month));
  return complete ? months : months - 1;
}

/** The same day so many years later; 29 February becomes 28 February in other years. */
export const addYears = (from: Day, years: number): Day => addMonths(from, years * 12);

/** The last day ages were asked for: they are asked for a whole council on one day. */
let lastOn = 0;
let lastCalendar = calendarDate(0);

/** Completed years at a day. Somebody born on 29 February completes a year on 1 March in other years. Never below 0. */
export function ageOn(born: Day, on: Day): number {
  const birth = calendarDate(born);
  const then = on === lastOn ? lastCalendar : calendarDate(on);
  lastOn = on;
  lastCalendar = then;
  const hadBirthday =
    then.month > birth.month || (then.month === birth.month && then.dayOfMonth >= birth.dayOfMonth);
  return Math.max(0, then.year - birth.year - (hadBirthday ? 0 : 1));
}

/** The day of a birthday: the 16th of somebody born on 29 February 2008 is 28 February 2024 or 29 where it exists. */
export const birthday = (born: Day, age: number): Day => addYears(born, age);

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (on: Day): number => (((on + 4) % 7) + 7) % 7;

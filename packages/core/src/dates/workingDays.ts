import { bankHolidays } from '../generated/bankHolidays.ts';
import { type Day, weekday } from './day.ts';

const HOLIDAYS: ReadonlySet<Day> = new Set(bankHolidays);
const NONE: ReadonlySet<Day> = new Set();

/**
 * Whether a day is a working day in England and Wales: no Saturday, no Sunday, no bank holiday (known from 1991 to 2050).
 * @param closed further days on which a council is closed
 */
export function isWorkingDay(day: Day, closed: ReadonlySet<Day> = NONE): boolean {
  const name = weekday(day);
  return name !== 0 && name !== 6 && !HOLIDAYS.has(day) && !closed.has(day);
}

/** The day itself if it is a working day, else the next one. */
export function nextWorkingDay(day: Day, closed: ReadonlySet<Day> = NONE): Day {
  let on = day;
  while (!isWorkingDay(on, closed)) on++;
  return on;
}

/**
 * The day so many working days after another, which is day 0 and not counted: within 20 working days of a Friday is met
 * on the 20th working day after it. Nothing to add gives the day itself.
 */
export function addWorkingDays(day: Day, count: number, closed: ReadonlySet<Day> = NONE): Day {
  let on = day;
  for (let left = count; left > 0; left--) on = nextWorkingDay(on + 1, closed);
  return on;
}

/** Working days after `from` up to and including `to`: the count that {@link addWorkingDays} adds. Negative never: 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, closed: ReadonlySet<Day> = NONE): number {
  let count = 0;
  for (let on = from + 1; on <= to; on++) if (isWorkingDay(on, closed)) count++;
  return count;
}

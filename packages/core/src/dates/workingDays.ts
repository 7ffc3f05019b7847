import { bankHolidays } from '../generated/bankHolidays.ts';
import { type Day, weekday } from './day.ts';

const HOLIDAYS: ReadonlySet<Day> = /* @__PURE__ */ new Set(bankHolidays);
const NONE: ReadonlySet<Day> = /* @__PURE__ */ new Set<Day>();

const SUNDAY = 0;
const SATURDAY = 6;

/**
 * Whether a day is a working day in England and Wales: no Saturday, Sunday or bank holiday, nor one of the council's own
 * closed days. Bank holidays are known from 1991 to 2050; outside those years only weekends count.
 */
export function isWorkingDay(day: Day, closedDays: ReadonlySet<Day> = NONE): boolean {
  const on = weekday(day);
  return on !== SATURDAY && on !== SUNDAY && !HOLIDAYS.has(day) && !closedDays.has(day);
}

/** The day itself where it is a working day, otherwise the first one after it. */
export function nextWorkingDay(day: Day, closedDays: ReadonlySet<Day> = NONE): Day {
  let next = day;
  while (!isWorkingDay(next, closedDays)) next++;
  return next;
}

/**
 * The working day so many working days after a day, which itself does not count: 20 working days after Monday 3 March is
 * Monday 31 March. With a negative number, before it; with 0, the day itself, working or not.
 */
export function addWorkingDays(day: Day, count: number, closedDays: ReadonlySet<Day> = NONE): Day {
  const step = Math.sign(count);
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at += step;
    if (isWorkingDay(at, closedDays)) left--;
  }
  return at;
}

/** How many working days there are after one day up to and with another; negative where the other is earlier. */
export function workingDaysBetween(from: Day, to: Day, closedDays: ReadonlySet<Day> = NONE): number {
  if (to < from) return -workingDaysBetween(to, from, closedDays);
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (isWorkingDay(day, closedDays)) count++;
  return count;
}

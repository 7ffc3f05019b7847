import Holidays from 'date-holidays';
import { BANNER, writeWhenChanged } from './write.ts';

const FIRST_YEAR = 1991;
const LAST_YEAR = 2050;

/**
 * Days that a royal proclamation made a bank holiday, or moved, and that date-holidays does not know.
 * Source: proclamations under the Banking and Financial Dealings Act 1971, as published in the London Gazette.
 */
const CORRECTIONS: readonly {
  readonly added?: readonly string[];
  readonly taken?: readonly string[];
  readonly why: string;
}[] = [
  {
    taken: ['1995-05-01'],
    added: ['1995-05-08'],
    why: 'early May bank holiday moved: 50 years since VE Day',
  },
  { added: ['1999-12-31'], why: 'millennium' },
  {
    taken: ['2002-05-27'],
    added: ['2002-06-03', '2002-06-04'],
    why: 'golden jubilee, spring bank holiday moved',
  },
  { added: ['2011-04-29'], why: 'royal wedding' },
  {
    taken: ['2012-05-28'],
    added: ['2012-06-04', '2012-06-05'],
    why: 'diamond jubilee, spring bank holiday moved',
  },
];

const MILLISECONDS_IN_A_DAY = 86_400_000;
const dayNumber = (isoDate: string): number => Date.parse(isoDate) / MILLISECONDS_IN_A_DAY;
const isWeekend = (day: number): boolean => (day + 4) % 7 === 0 || (day + 4) % 7 === 6;

/** Bank holidays of England and Wales that fall on a weekday, as days since 1 January 1970. */
export function bankHolidays(): number[] {
  const holidays = new Holidays('GB', 'ENG', { types: ['public'] });
  const days = new Set<number>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++)
    for (const { date } of holidays.getHolidays(year)) days.add(dayNumber(date.slice(0, 10)));
  for (const { taken = [], added = [] } of CORRECTIONS) {
    for (const date of taken) days.delete(dayNumber(date));
    for (const date of added) days.add(dayNumber(date));
  }
  return [...days].filter((day) => !isWeekend(day)).sort((a, b) => a - b);
}

if (import.meta.main) {
  const [out] = process.argv.slice(2);
  if (out === undefined) throw new Error('node packages/tooling/src/generate/bankHolidays.ts <out file>');
  writeWhenChanged(
    out,
    `${BANNER}/** Bank holidays of England and Wales on weekdays, ${FIRST_YEAR} to ${LAST_YEAR}, as days since 1 January 1970. */\nexport const bankHolidays: readonly number[] = ${JSON.stringify(bankHolidays())};\n`,
  );
}

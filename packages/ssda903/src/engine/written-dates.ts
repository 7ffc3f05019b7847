import { addMonths, addYears, type Day } from '@cic/core/dates';
import { readDate } from '../read/row.ts';

/** A date of which parts may be unknown, written ZZ for the day or month and ZZZZ for the year. */
interface PartlyKnownDate {
  /** Unknown parts read as 1 January 2000; NaN when it is no date even so. */
  readonly earliest: Day;
  readonly dayUnknown: boolean;
  readonly monthUnknown: boolean;
}

function readPartlyKnownDate(text: string): PartlyKnownDate {
  const parts = text.split('/');
  const known = parts.map((part) => (part === 'ZZ' ? '01' : part === 'ZZZZ' ? '2000' : part));
  return {
    earliest: readDate(known.join('/')),
    dayUnknown: parts[0] === 'ZZ',
    monthUnknown: parts[1] === 'ZZ',
  };
}

/** Whether a text is a date of the return, unknown parts allowed. */
export const isPartlyKnownDate = (text: string): boolean => !Number.isNaN(readPartlyKnownDate(text).earliest);

/**
 * The day a partly known date stands for: the end of the month without a day, a year less a day later without a
 * month, 2000 without a year. NaN when it is no date.
 */
export function resolvePartlyKnownDate(text: string): Day {
  const { earliest, dayUnknown, monthUnknown } = readPartlyKnownDate(text);
  if (Number.isNaN(earliest)) return earliest;
  if (monthUnknown) return addYears(earliest, 1) - 1;
  return dayUnknown ? addMonths(earliest, 1) - 1 : earliest;
}

const YEAR_FIRST = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$/;
const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;

/**
 * A day in the return's form, with other separators, year first, or month first where the month would be above 12:
 * for the few rules that read dates leniently.
 */
export function readLenientDate(written: string): Day {
  const text = written.trim();
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year) return readDate(`${day}/${month}/${year}`);
  const [, first, second, inYear] = DAY_FIRST.exec(text) ?? [];
  if (!inYear) return Number.NaN;
  return readDate(Number(second) > 12 ? `${second}/${first}/${inYear}` : `${first}/${second}/${inYear}`);
}

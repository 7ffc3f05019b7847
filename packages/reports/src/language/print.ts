import {
  calendarDate,
  decimalsOf,
  financialYearOf,
  formatIsoDate,
  type Indicator,
  type Period,
  round,
} from '@cic/core';
import type { Language } from './language.ts';

/** A value as it is printed: rounded once, half up, with the unit's mark (D-IND-12). */
export function printed(
  { unit, decimals }: Pick<Indicator, 'unit' | 'decimals'>,
  value: number | null,
  language: Language,
  places = decimalsOf({ unit, ...(decimals === undefined ? {} : { decimals }) }),
): string {
  if (value === null) return language.say('none');
  const rounded = round(value, places) + 0;
  if (unit === 'percent') return language.percent(rounded, places);
  if (unit === 'pounds') return language.pounds(rounded, places);
  return language.number(rounded, places);
}

/** With its sign, for changes and differences. A change of percentages is in percentage points and has no mark. */
export function printedChange(
  indicator: Pick<Indicator, 'unit' | 'decimals'>,
  value: number,
  language: Language,
  places = decimalsOf(indicator),
): string {
  const rounded = round(Math.abs(value), places);
  const text =
    indicator.unit === 'pounds' ? language.pounds(rounded, places) : language.number(rounded, places);
  if (rounded === 0) return text;
  return `${value > 0 ? '+' : '−'}${text}`;
}

/** A period's name in a language. Years are named alike in all. */
export function periodLabel(period: Period, language: Language): string {
  const whole = wholeLabel(period, language);
  return period.partYear
    ? language.say('period.to', { period: whole, day: language.day(formatIsoDate(period.end)) })
    : whole;
}

const yearSpan = (endYear: number): string => `${endYear - 1}/${String(endYear % 100).padStart(2, '0')}`;

function wholeLabel({ kind, start, end, label }: Period, language: Language): string {
  const day = language.day(formatIsoDate(end));
  switch (kind) {
    case 'date':
      return day;
    case 'month':
      return new Intl.DateTimeFormat(language.tag, {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(new Date(`${formatIsoDate(start)}T00:00:00Z`));
    case 'rolling-12-months':
      return language.say('period.twelveMonths', { day });
    case 'range':
      return language.say('period.range', { from: language.day(formatIsoDate(start)), to: day });
    case 'quarter': {
      const number = Math.floor(((calendarDate(start).month + 8) % 12) / 3) + 1;
      return language.say('period.quarter', { number, year: yearSpan(financialYearOf(start)) });
    }
    case 'half-year':
      return language.say(calendarDate(start).month === 4 ? 'period.half1' : 'period.half2', {
        year: yearSpan(financialYearOf(start)),
      });
    default:
      return label;
  }
}

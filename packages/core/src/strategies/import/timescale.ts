import {
  calendarDate,
  type Day,
  dayOf,
  daysInMonth,
  formatIsoDate,
  type IsoDate,
  parseIsoDate,
} from '../../dates/day.ts';
import { quarter } from '../../dates/period.ts';
import type { Timescale } from '../../generated/types.ts';

/** What a printed timescale says: one or several days, a rhythm, or only words. The printed text is always kept. */
export interface ReadTimescale {
  readonly timescale?: Timescale;
  readonly furtherDays?: readonly IsoDate[];
  /** What had to be assumed: that 'Q3 2012' is a quarter of the financial year that begins in 2012. */
  readonly assumed?: string;
  /** False for words in which no day or rhythm was found. */
  readonly understood: boolean;
}

export interface TimescaleOptions {
  /** The day from which a month or term without a year is the next one: the strategy's start or approval. */
  readonly from?: Day | undefined;
  /** Last day of each school term, where the council's own differ from the customary ones. */
  readonly termEnds?: TermEnds | undefined;
}

type Term = 'autumn' | 'spring' | 'summer';

export type TermEnds = Readonly<Record<Term, readonly [month: number, day: number]>>;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

const RHYTHMS: readonly (readonly [RegExp, NonNullable<Timescale['recurrence']>])[] = [
  [/^(on-?\s?going|continuous(ly)?|throughout)$/, 'ongoing'],
  [/^(half[- ]termly|every half term|each half term)$/, 'half-termly'],
  [/^(termly|every( school)? term|each( school)? term)$/, 'termly'],
  [/^(fortnightly|every (two|2) weeks|every fortnight)$/, 'fortnightly'],
  [/^(weekly|every week)$/, 'weekly'],
  [/^(bi-?monthly|two-monthly|every (two|2|other) months?)$/, 'two-monthly'],
  [/^(monthly|every month|each month)$/, 'monthly'],
  [/^(quarterly|every quarter|each quarter|every (three|3) months)$/, 'quarterly'],
  [/^(six-monthly|6[- ]monthly|half-yearly|every (six|6) months|twice a year)$/, 'six-monthly'],
  [/^(annual(ly)?|yearly|every year|each year|annual review)$/, 'yearly'],
  [/^(three-yearly|every (three|3) years)$/, 'three-yearly'],
  [/^(as (and when )?(needed|necessary|required)|when needed)$/, 'as-needed'],
];

/** Customary last days of school terms; the real ones differ from year to year, so a day read this way is told as assumed. */
const TERM_ENDS: TermEnds = { autumn: [12, 20], spring: [3, 31], summer: [7, 20] };

const TERMS: Readonly<Record<string, Term>> = {
  autumn: 'autumn',
  christmas: 'autumn',
  spring: 'spring',
  easter: 'spring',
  summer: 'summer',
};

interface Found {
  readonly day: Day;
  readonly assumed?: string;
}

const monthEnd = (year: number, month: number): Day => dayOf(year, month, daysInMonth(year, month));
const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;

/** The first such day on or after `from`, where no year is printed. */
function nextOf(month: number, inMonth: (year: number) => Day, from: Day | undefined): Found | undefined {
  if (from === undefined) return undefined;
  const { year } = calendarDate(from);
  const day = inMonth(year) >= from ? inMonth(year) : inMonth(year + 1);
  return { day, assumed: `no year is printed for month ${month}: the next one, ${formatIsoDate(day)}` };
}

type Reader = readonly [RegExp, (match: RegExpExecArray, options: TimescaleOptions) => Found | undefined];

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));
const onDay = (year: number, month: number, day: number): Found | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? { day: dayOf(year, month, day) }
    : undefined;

const READERS: readonly Reader[] = [
  [/^(\d{4})-(\d{2})-(\d{2})$/, ([, y, m, d]) => onDay(Number(y), Number(m), Number(d))],
  [/^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})$/, ([, d, m, y]) => onDay(fullYear(y!), Number(m), Number(d))],
  [
    new RegExp(`^(\\d{1,2})(?:\\s*(?:st|nd|rd|th))? (?:of )?${MONTH},? (\\d{4})$`),
    ([, d, m, y]) => onDay(Number(y), monthOf(m!), Number(d)),
  ],
  [
    new RegExp(`^(?:end (?:of )?)?${MONTH},?[ -]?(\\d{4}|['’]?\\d{2})$`),
    ([, m, y]) => {
      const day = monthEnd(fullYear(y!.replace(/['’]/, '')), monthOf(m!));
      // 'Dec 12' may be a day of any year; 'Dec 2012', 'Dec ’12' and 'Dec 45' may not.
      const either = /^\d{2}$/.test(y!) && Number(y) <= 31;
      return either ? { day, assumed: `${y} is taken as the year: ${formatIsoDate(day)}` } : { day };
    },
  ],
  [
    new RegExp(`^(?:end (?:of )?)?${MONTH}$`),
    ([, m], { from }) => nextOf(monthOf(m!), (year) => monthEnd(year, monthOf(m!)), from),
  ],
  [
    /^(?:end (?:of )?)?(?:q|quarter )([1-4]) (\d{4})[/-](\d{2}|\d{4})$/,
    ([, q, y]) => ({ day: quarter(Number(y) + 1, Number(q) as 1 | 2 | 3 | 4).end }),
  ],
  [
    /^(?:end (?:of )?)?(?:q|quarter )([1-4]) (\d{4})$/,
    ([, q, y]) => {
      const { end, label } = quarter(Number(y) + 1, Number(q) as 1 | 2 | 3 | 4);
      return { day: end, assumed: `a quarter of the financial year that begins in ${y}: ${label}` };
    },
  ],
  [
    /^(?:end (?:of )?)?(?:the )?(autumn|christmas|spring|easter|summer) term(?: (\d{4}))?$/,
    ([, term, y], { from, termEnds = TERM_ENDS }) => {
      const [month, day] = termEnds[TERMS[term!]!];
      const found =
        y === undefined
          ? nextOf(month, (year) => dayOf(year, month, day), from)
          : onDay(Number(y), month, day);
      return found && { day: found.day, assumed: `the ${term} term ends on ${formatIsoDate(found.day)}` };
    },
  ],
  [/^(?:end (?:of )?)(\d{4})$/, ([, y]) => ({ day: dayOf(Number(y), 12, 31) })],
  [
    /^(?:end (?:of )?)?(\d{4})[/-](\d{2})$/,
    ([, y, end]) =>
      Number(end) === (Number(y) + 1) % 100 ? { day: dayOf(Number(y) + 1, 3, 31) } : undefined,
  ],
];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:due )?(?:by|before|no later than)(?: the)? /, '')
    .replace(/^the /, '')
    .replace(/\.$/, '');

function dayIn(text: string, options: TimescaleOptions): Found | undefined {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text);
    const found = match && read(match, options);
    if (found) return found;
  }
  return undefined;
}

const YEAR_AT_END = / (\d{4})$/;
const ENDS_IN_MONTH = new RegExp(`${MONTH}$`);

/** The parts of 'May 2019 then May 2020'; a month without a year has the one printed next: 'May and June 2019'. */
function partsOf(text: string): readonly string[] {
  const parts = text.split(/,? (?:and )?then |; | and (?=\w+ \d{4}$)/).map(plain);
  return parts.map((part, i) => {
    const year = parts
      .slice(i + 1)
      .map((later) => YEAR_AT_END.exec(later)?.[1])
      .find((found) => found !== undefined);
    return year !== undefined && ENDS_IN_MONTH.test(part) ? `${part} ${year}` : part;
  });
}

const NOTHING = /^(|-|–|—|\/|n\/?a|tbc|tbd|to be (confirmed|agreed|determined))$/;

/**
 * Reads a timescale as plans print it: 'Ongoing', 'Termly', 'Sept 2019' (the last day of the month), '1st July 2019',
 * 'May 2019 then May 2020', 'Q3 2012', 'by end of summer term'. Words without a day or rhythm are kept as printed.
 */
export function readTimescale(printed: string, options: TimescaleOptions = {}): ReadTimescale {
  const printedAs = printed.replace(/\s+/g, ' ').trim();
  const text = plain(printedAs);
  if (text === '') return { understood: true };
  if (NOTHING.test(text)) return { timescale: { printedAs }, understood: true };
  const rhythm = RHYTHMS.find(([pattern]) => pattern.test(text));
  if (rhythm) return { timescale: { recurrence: rhythm[1], printedAs }, understood: true };
  const found = partsOf(text).map((part) => dayIn(part, options));
  if (!found.every((one) => one !== undefined)) return { timescale: { printedAs }, understood: false };
  const [first, ...further] = found.map(({ day }) => formatIsoDate(day)).sort();
  const assumed = found.flatMap((one) => one.assumed ?? []).join('; ');
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(printedAs) && formatIsoDate(parseIsoDate(printedAs)) === first;
  return {
    timescale: isDay ? { due: first! } : { due: first!, printedAs },
    ...(further.length === 0 ? {} : { furtherDays: further }),
    ...(assumed === '' ? {} : { assumed }),
    understood: true,
  };
}

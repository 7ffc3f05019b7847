import { writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import Holidays from 'date-holidays';

const FIRST_YEAR = 1991;
const LAST_YEAR = 2050;

/** Royal proclamations that the library does not know; the first day replaces the usual one where there is one. */
const ONE_OFF: readonly { readonly added: readonly string[]; readonly removed?: string }[] = [
  { added: ['1995-05-08'], removed: '1995-05-01' },
  { added: ['1999-12-31'] },
  { added: ['2002-06-03', '2002-06-04'], removed: '2002-05-27' },
  { added: ['2011-04-29'] },
  { added: ['2012-06-04'], removed: '2012-05-28' },
];

/** Bank holidays of England and Wales as `YYYY-MM-DD`, those on a weekend (their substitute is in the list) left out. */
function bankHolidays(): string[] {
  const calendar = new Holidays('GB', 'ENG');
  const days = new Set<string>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (const holiday of calendar.getHolidays(year)) {
      if (holiday.type === 'public' || holiday.type === 'bank') days.add(holiday.date.slice(0, 10));
    }
  }
  for (const { added, removed } of ONE_OFF) {
    if (removed) days.delete(removed);
    for (const day of added) days.add(day);
  }
  return [...days].filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())).sort();
}

const out = argv[2];
if (!out) throw new Error('usage: node bankHolidays.ts OUT_FILE');
const numbers = bankHolidays().map((day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000);
await writeFile(
  out,
  `// Written by packages/tooling/src/generate from the package date-holidays: edits are lost.
/** Bank holidays of England and Wales, ${FIRST_YEAR} to ${LAST_YEAR}, as days since 1 January 1970; none on a weekend. */
export const bankHolidays: readonly number[] = [${numbers.join(',')}];
/** The last year the list covers: later years have weekends only. */
export const lastYear = ${LAST_YEAR};
`,
);

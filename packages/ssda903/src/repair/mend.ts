import { dayOf, formatReturnDate, parseIsoDate } from '@cic/core/dates';
import { readDate } from '../read/row.ts';
import { CODE_LISTS } from './code-lists.ts';

interface Mended {
  readonly to: string;
  readonly why: string;
}

/** Letters and digits that are taken for each other. */
const LOOKALIKES: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I', L: '1' };

/** Shapes of identifiers in which only one reading of a lookalike fits. */
const SHAPES: Readonly<Record<string, readonly RegExp[]>> = {
  UPN: [/^[A-HJ-NP-RT-Z]\d{12}$/, /^[A-HJ-NP-RT-Z]\d{11}[A-Z]$/, /^UN[1-5]$/],
  URN: [/^SC\d{6}$/, /^\d{7}$/, /^X{7}$/],
};

/** What a cell must have meant; undefined when it is fine, or when more than one reading is possible. */
export function mendedValue(column: string, kind: 'text' | 'date', written: string): Mended | undefined {
  const trimmed = written.trim();
  const spaces = trimmed === written ? [] : ['spaces around it'];
  const [meant, why] = (kind === 'date' ? mendedDate(trimmed) : mendedCode(column, trimmed)) ?? [trimmed, ''];
  const reasons = [...spaces, ...(why === '' ? [] : [why])];
  return meant === written || trimmed === '' ? undefined : { to: meant, why: reasons.join('; ') };
}

type Reading = readonly [meant: string, why: string];

function mendedDate(text: string): Reading | undefined {
  if (!Number.isNaN(readDate(text))) return undefined;
  const date = text.replace(/[ T]00:00(:00(\.0+)?)?$/, '');
  const dayFirst = date.replaceAll(/[-. ]/g, '/');
  if (!Number.isNaN(readDate(dayFirst))) return [dayFirst, 'a date written with other signs than slashes'];
  const iso = parseIsoDate(date.replaceAll('/', '-'));
  if (!Number.isNaN(iso) && iso > dayOf(1900, 1, 1))
    return [formatReturnDate(iso), 'a date written year first'];
  return undefined;
}

function mendedCode(column: string, text: string): Reading | undefined {
  const codes = CODE_LISTS.get(column);
  const shapes = SHAPES[column];
  const fits = (value: string): boolean =>
    codes ? codes.has(value) : (shapes?.some((shape) => shape.test(value)) ?? true);
  if (fits(text)) return undefined;
  const readings = lookalikesOf(text).filter(fits);
  return readings.length === 1 ? [readings[0]!, 'a letter and a digit that look alike'] : undefined;
}

/** Longer values have too many readings to be worth trying. */
const MOST_LOOKALIKES = 8;

/** Every way to read a value with letters and digits that look alike exchanged. */
function lookalikesOf(text: string): readonly string[] {
  const places = [...text].flatMap((character, at) => (LOOKALIKES[character] ? [at] : []));
  if (places.length > MOST_LOOKALIKES) return [];
  let readings = [''];
  for (const character of text) {
    const other = LOOKALIKES[character];
    readings = readings.flatMap((start) =>
      other ? [start + character, start + other] : [start + character],
    );
  }
  return readings.slice(1);
}

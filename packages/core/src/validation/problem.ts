/** Something that is wrong with a value, in words for whoever has to put it right. */
export interface Problem {
  /** JSON pointer: `/episodes/3/start`; '' for the whole value. */
  readonly path: string;
  /** The value found, shortened where long; undefined where something is missing. */
  readonly value: unknown;
  /** What would be right: 'a day in the form YYYY-MM-DD'. */
  readonly expected: string;
  /** One sentence with all of that. */
  readonly message: string;
}

const LONGEST = 80;

/** A value for a message: short ones as they are, long ones cut. */
export function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return `an object with ${listed(Object.keys(value).slice(0, 5), 'and') || 'nothing in it'}`;
}

/** A value as a sentence shows it: text in quotes. */
export function shown(value: unknown): string {
  const short = shortened(value);
  return typeof value === 'string' ? JSON.stringify(short) : String(short);
}

/** `/episodes/3/start` → `episodes[3].start`; '' → 'the record'. */
export function spoken(path: string): string {
  const steps = path.split('/').slice(1).map(unescapeStep);
  const text = steps.map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`)).join('');
  return text === '' ? 'the record' : text.replace(/^\./, '');
}

export const unescapeStep = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

export const escapeStep = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1');

/** `a, b or c` */
export const listed = (words: readonly string[], last: 'and' | 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

import { en, type MessageKey, type Messages } from './en.ts';

/** A language: its messages, and how it writes numbers and days. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** A message with its gaps filled; English where the language has not got it yet. */
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  /** A number with so many decimals, with the separators of the language. */
  readonly number: (value: number, decimals: number) => string;
  readonly percent: (value: number, decimals: number) => string;
  readonly pounds: (value: number, decimals: number) => string;
  /** A day given as YYYY-MM-DD: '31 March 2017'. */
  readonly day: (isoDate: string) => string;
}

const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (gap, name: string) => (name in values ? String(values[name]) : gap));

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'sd', 'yi', 'ckb']);

/**
 * Makes a language of its messages.
 * @param tag BCP 47: decides how numbers and days are written
 */
export function languageOf(tag: string, messages: Messages): Language {
  const digits = (options: Intl.NumberFormatOptions, decimals: number) =>
    new Intl.NumberFormat(tag, {
      ...options,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  const kept = new Map<string, Intl.NumberFormat>();
  const format = (style: 'decimal' | 'percent' | 'currency', decimals: number): Intl.NumberFormat => {
    const key = `${style} ${decimals}`;
    const known = kept.get(key);
    if (known) return known;
    const made = digits(style === 'currency' ? { style, currency: 'GBP' } : { style }, decimals);
    kept.set(key, made);
    return made;
  };
  const days = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return {
    tag,
    direction: RIGHT_TO_LEFT.has(tag.split('-')[0]!) ? 'rtl' : 'ltr',
    say: (key, values = {}) => filled(messages[key] ?? en[key], values),
    number: (value, decimals) => format('decimal', decimals).format(value),
    percent: (value, decimals) => format('percent', decimals).format(value / 100),
    pounds: (value, decimals) => format('currency', decimals).format(value),
    day: (isoDate) => days.format(new Date(`${isoDate}T00:00:00Z`)),
  };
}

export const english = languageOf('en-GB', en);

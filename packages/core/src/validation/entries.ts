import type { Problem } from './problem.ts';

/** One record of a file, or what kept it from being read; `line` counts from 1. */
export type Entry =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly problem: Problem };

/** Takes a file piece by piece and gives its records as they become whole. It holds no more than the record it is in. */
export interface EntryReader {
  feed(text: string): Entry[];
  /** What is left when the file has ended. */
  end(): Entry[];
}

/** The longest record that is read, in characters; a longer one is a problem, not a way to fill the memory. */
export const LONGEST_RECORD = 16 * 1024 * 1024;

/** A record that cannot be read at all. */
export const unreadable = (line: number, value: unknown, expected: string, message: string): Entry => ({
  line,
  problem: { path: '', value, expected, message },
});

export const tooLong = (line: number): Entry =>
  unreadable(
    line,
    undefined,
    'a shorter record',
    `the record is longer than ${LONGEST_RECORD} characters and was left out`,
  );

/** A JSON text as an entry. */
export function parsed(line: number, text: string): Entry {
  try {
    return { line, value: JSON.parse(text) };
  } catch (error) {
    const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
    return unreadable(line, shown, 'JSON', `the record is not JSON: ${reason(error as Error)}`);
  }
}

/** What JSON.parse says, without the piece of text it repeats. */
const reason = (error: Error): string =>
  error.message.replace(/, (\.\.\.)?"[\s\S]*$/, '').replace(/ in JSON at/, ' at');

import { type Entry, type EntryReader, LONGEST_RECORD, parsed, tooLong } from './entries.ts';

/** NDJSON: a JSON value on each line. Blank lines are passed over. */
export function ndjsonReader(): EntryReader {
  let rest = '';
  let line = 1;
  /** Inside a line that is too long: everything up to its end is left out. */
  let skipping = false;

  function feed(text: string): Entry[] {
    const entries: Entry[] = [];
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      const whole = rest + text.slice(from, end);
      rest = '';
      from = end + 1;
      if (!skipping && !isBlank(whole)) entries.push(parsed(line, whole));
      skipping = false;
      line++;
    }
    if (skipping) return entries;
    rest += text.slice(from);
    if (rest.length > LONGEST_RECORD) {
      entries.push(tooLong(line));
      rest = '';
      skipping = true;
    }
    return entries;
  }

  return { feed, end: () => (isBlank(rest) ? [] : [parsed(line, rest)]) };
}

const isBlank = (text: string): boolean => text.length < 200 && text.trim() === '';

/** No row of the return comes near; a longer line means that the file is something else, or lost its line breaks. */
const LONGEST_LINE = 100_000;

/** No value of the return has line breaks; a few are forgiven, but a quotation that runs on has lost its end. */
const MOST_LINES_IN_QUOTES = 20;

/** The first line that is too long to be a row, counted from 1. */
export function overlongLine(text: string): number | undefined {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    if (end - start > LONGEST_LINE) return line;
    start = end + 1;
    line++;
  }
  return text.length - start > LONGEST_LINE ? line : undefined;
}

/**
 * A text whose quotations all end. Where one would run on over the lines, or to the end of the file, quotations are
 * taken to end with their line: marks that stand alone in a line are removed, and the lines given to `report`.
 */
export function closeQuotations(text: string, report: (line: number) => void): string {
  if (!quotationsRunOn(text)) return text;
  return text
    .split('\n')
    .map((line, index) => {
      if ((line.split('"').length - 1) % 2 === 0) return line;
      report(index + 1);
      return line.replaceAll('"', '');
    })
    .join('\n');
}

function quotationsRunOn(text: string): boolean {
  for (let start = text.indexOf('"'); start >= 0; ) {
    const end = text.indexOf('"', start + 1);
    if (end < 0) return true;
    let lines = 0;
    for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      if (++lines > MOST_LINES_IN_QUOTES) return true;
    }
    start = text.indexOf('"', end + 1);
  }
  return false;
}

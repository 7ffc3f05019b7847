/** A row of a CSV file; `line` is where it starts, counted from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/**
 * Splits CSV (RFC 4180) into rows, piece by piece: quoted cells with line breaks and doubled quotes, CR, LF or both, and
 * comma, semicolon or tab, whichever the first row has most of. Rows with nothing in them are passed over.
 */
export class CsvSplitter {
  #rest = '';
  #line = 1;
  #delimiter: number | undefined;

  /** The rows that are whole. */
  feed(text: string): CsvRow[] {
    this.#rest += text;
    return this.#rows(false);
  }

  /** The last row, with or without a line break after it. */
  end(): CsvRow[] {
    return this.#rows(true);
  }

  /** Characters held back because their row is not whole. */
  get held(): number {
    return this.#rest.length;
  }

  /** Leaves out what is held back. */
  drop(): void {
    this.#rest = '';
  }

  get line(): number {
    return this.#line;
  }

  #rows(atEnd: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    let from = 0;
    for (;;) {
      const end = this.#rowEnd(from, atEnd);
      if (end === undefined) break;
      const row = this.#rest.slice(from, end);
      this.#delimiter ??= delimiterOf(row);
      const cells = split(row, this.#delimiter);
      if (cells.some((cell) => cell !== '')) rows.push({ line: this.#line, cells });
      this.#line += breaksIn(row) + 1;
      from = end + (this.#rest.startsWith('\r\n', end) ? 2 : 1);
      if (from > this.#rest.length) break;
    }
    this.#rest = this.#rest.slice(from);
    return rows;
  }

  /** Where the row ends that begins here: at a line break outside quotes. Undefined while that is still to come. */
  #rowEnd(from: number, atEnd: boolean): number | undefined {
    const text = this.#rest;
    let quoted = false;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) quoted = !quoted;
      else if (!quoted && (code === NEWLINE || code === RETURN)) {
        // A CR at the very end may be half of a CRLF.
        return code === RETURN && at === text.length - 1 && !atEnd ? undefined : at;
      }
    }
    return atEnd && from < text.length ? text.length : undefined;
  }
}

function delimiterOf(heading: string): number {
  const count = (delimiter: string): number => heading.split(delimiter).length;
  const [best] = [',', ';', '\t'].sort((a, b) => count(b) - count(a));
  return best!.charCodeAt(0);
}

const breaksIn = (row: string): number => row.match(/\r\n|\r|\n/g)?.length ?? 0;

function split(row: string, delimiter: number): string[] {
  if (!row.includes('"')) return row.split(String.fromCharCode(delimiter));
  const cells: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at <= row.length; at++) {
    const code = row.charCodeAt(at);
    if (code === QUOTE) quoted = !quoted;
    else if (at === row.length || (code === delimiter && !quoted)) {
      cells.push(unquoted(row.slice(from, at)));
      from = at + 1;
    }
  }
  return cells;
}

function unquoted(cell: string): string {
  const trimmed = cell.trim();
  return trimmed.startsWith('"') && trimmed.endsWith('"') && trimmed.length > 1
    ? trimmed.slice(1, -1).replaceAll('""', '"')
    : cell;
}

import Papa from 'papaparse';
import { type Row, TABLES, type TableName } from '../tables.ts';
import { listed, quoted, type ReadFinding } from './finding.ts';
import { columnNames, type Heading, recognise } from './heading.ts';
import { closeQuotations, overlongLine } from './lines.ts';
import { createRowMaker } from './row.ts';

/** A table as one CSV file holds it. */
export interface CsvTable {
  readonly table: TableName;
  readonly rows: readonly Row<TableName>[];
  /** Line in the file of each row; 1 is the first line. */
  readonly lines: Uint32Array;
  /** Rows with a date that is written but cannot be read. */
  readonly unreadable: readonly Row<TableName>[];
}

/** Small pieces, so that their cells are gone before the next; fewer and larger ones for a very large file. */
const CHUNK = 64 * 1024;
const MOST_CHUNKS = 64;
const SEPARATOR_LINE = /^"?SEP=(.)"?$/;

/** The rows of one CSV file in its text; findings go to `report`. Undefined when it is not a table of the return. */
export function readCsv(
  file: string,
  text: string,
  report: (finding: ReadFinding) => void,
): CsvTable | undefined {
  const reader = new TableReader(file, report);
  const oneLineBreak = text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
  const overlong = overlongLine(oneLineBreak);
  if (overlong !== undefined) return reader.overlong(overlong);
  const source = closeQuotations(oneLineBreak, (line) => reader.wrongQuote(line)).toUpperCase();
  const separator = SEPARATOR_LINE.exec(firstLine(source).trim())?.[1];
  let line = 1;
  const multiline = source.includes('"');
  parseInChunks(source, {
    delimiter: separator ?? likelyDelimiter(source),
    newline: '\n',
    chunkSize: Math.max(CHUNK, Math.ceil(source.length / MOST_CHUNKS)),
    chunk: ({ data, errors }) => {
      const wrongQuotes = new Set(errors.flatMap(({ type, row }) => (type === 'Quotes' ? [row ?? 0] : [])));
      data.forEach((cells, index) => {
        if (wrongQuotes.delete(index)) reader.wrongQuote(line);
        reader.read(cells, line, separator !== undefined);
        line += multiline ? 1 + lineBreaksIn(cells) : 1;
      });
      if (wrongQuotes.size > 0) reader.wrongQuote(line);
    },
  });
  return reader.finish();
}

/** The library's types leave out that a text, too, is parsed in chunks, at once. */
const parseInChunks = Papa.parse as unknown as (text: string, config: ChunkConfig) => void;

interface ChunkConfig {
  readonly delimiter: string;
  readonly newline: string;
  readonly chunkSize: number;
  readonly chunk: (results: Papa.ParseResult<string[]>) => void;
}

const firstLine = (text: string): string => {
  const end = text.indexOf('\n');
  return end < 0 ? text : text.slice(0, end);
};

/** The separator that stands most often in the first line that is not blank. */
function likelyDelimiter(text: string): string {
  const heading = firstLine(text.trimStart());
  const count = (separator: string): number => heading.split(separator).length;
  return [',', ';', '\t', '|'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function lineBreaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) breaks++;
  }
  return breaks;
}

/** Takes the lines of a file one after the other: the heading first, then the rows. */
class TableReader {
  readonly #file: string;
  readonly #report: (finding: ReadFinding) => void;
  readonly #rows: Row<TableName>[] = [];
  readonly #lines: number[] = [];
  #heading: Heading | undefined;
  #maker: ReturnType<typeof createRowMaker> | undefined;
  #width = 0;
  #names: readonly string[] | undefined;
  #empty = 0;

  constructor(file: string, report: (finding: ReadFinding) => void) {
    this.#file = file;
    this.#report = report;
  }

  read(cells: readonly string[], line: number, hasSeparatorLine: boolean): void {
    if (cells.length === 1 && cells[0]!.trim() === '') return;
    if (!this.#names) {
      if (hasSeparatorLine && line === 1) return;
      this.#readHeading(columnNames(cells), line);
    } else if (this.#heading) this.#readRow(this.#heading, cells, line);
  }

  wrongQuote(line: number): void {
    this.#report({
      severity: 'error',
      file: this.#file,
      line,
      message: `${this.#file}, line ${line}: a quotation mark is not closed or stands in the middle of a value.`,
      fix: 'Close the quotation mark, or remove it, and read the file again.',
    });
  }

  overlong(line: number): undefined {
    this.#report({
      severity: 'error',
      file: this.#file,
      line,
      message: `${this.#file}, line ${line} is far longer than a row of the return can be; the file was left out.`,
      fix: 'Export the table again as CSV, one row a line.',
    });
  }

  finish(): CsvTable | undefined {
    if (!this.#names) {
      this.#report({
        severity: 'error',
        file: this.#file,
        message: `${this.#file} is empty.`,
        fix: 'Export the table again, or leave the file out.',
      });
    }
    if (!this.#heading) return undefined;
    const { table } = this.#heading;
    if (this.#empty > 0) {
      this.#report({
        severity: 'warning',
        file: this.#file,
        table,
        message: `${this.#file}: ${this.#empty} ${this.#empty === 1 ? 'row holds' : 'rows hold'} nothing but separators; they count as rows.`,
        fix: 'Delete the empty rows in the file.',
      });
    }
    return {
      table,
      rows: this.#rows,
      lines: Uint32Array.from(this.#lines),
      unreadable: this.#maker?.unreadable ?? [],
    };
  }

  #readHeading(names: readonly string[], line: number): void {
    this.#names = names;
    this.#width = names.length;
    const heading = recognise(names);
    this.#heading = heading;
    this.#maker = heading && createRowMaker(heading.table, heading.positions);
    const problem = (severity: ReadFinding['severity'], message: string, fix: string): void =>
      this.#report({
        severity,
        file: this.#file,
        line,
        ...(heading && { table: heading.table }),
        message,
        fix,
      });
    if (!heading) {
      const found = listed(names.slice(0, 6).map(quoted));
      problem(
        'error',
        `${this.#file}, line ${line}: these headings are not those of a table of the return: ${found}${names.length > 6 ? ' …' : ''}.`,
        'Put the column names of the table in the first line, or leave the file out.',
      );
      return;
    }
    const { table, missing, unknown, repeated } = heading;
    if (missing.length > 0) {
      problem(
        'error',
        `${this.#file}, line ${line}: the table ${table} lacks ${listed(missing)}; read as blank.`,
        `Export ${table} with all its columns: ${Object.keys(TABLES[table]).join(', ')}.`,
      );
    }
    if (unknown.length > 0) {
      problem(
        'warning',
        `${this.#file}, line ${line}: the table ${table} has no column ${listed(unknown.map(quoted))}; left out.`,
        'Check the spelling, or remove the column.',
      );
    }
    if (repeated.length > 0) {
      problem(
        'error',
        `${this.#file}, line ${line}: ${listed(repeated)} stands more than once; only the first was read.`,
        'Keep one column of each name.',
      );
    }
  }

  #readRow({ table }: Heading, found: readonly string[], line: number): void {
    const row = this.#rows.length;
    if (found.length !== this.#width) this.#checkWidth(table, found, row, line);
    if (found[0] === '' && found.every((cell) => cell === '')) this.#empty++;
    this.#rows.push(this.#maker!.make(row, found));
    this.#lines.push(line);
  }

  #checkWidth(table: TableName, found: readonly string[], row: number, line: number): void {
    if (found.length > this.#width && found.slice(this.#width).every((cell) => cell === '')) return;
    const what =
      found.length > this.#width
        ? 'the values after the last column were left out'
        : 'the missing ones are read as blank';
    this.#report({
      severity: 'error',
      file: this.#file,
      line,
      table,
      row,
      message: `${this.#file}, line ${line}: ${found.length} values under ${this.#width} headings; ${what}.`,
      fix: 'Check for a comma inside a value, or a line that was broken in two.',
    });
  }
}

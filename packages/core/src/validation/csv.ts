import type { SchemaType } from '../records/recordType.ts';
import { type CsvRow, CsvSplitter } from './csvCells.ts';
import { type CsvColumn, matchHeadings, nearestHeading, recordFromCells } from './csvRecord.ts';
import { type Entry, type EntryReader, LONGEST_RECORD, tooLong, unreadable } from './entries.ts';

/** CSV: a heading row with the names of properties, then a record in each row. */
export function csvReader(type: SchemaType): EntryReader {
  const splitter = new CsvSplitter();
  let columns: readonly (CsvColumn | string)[] | undefined;

  function entries(rows: readonly CsvRow[]): Entry[] {
    return rows.flatMap((row): Entry[] => {
      if (columns !== undefined) return [entry(row, columns)];
      columns = matchHeadings(
        type,
        row.cells.map((cell) => cell.trim()),
      );
      return headingProblems(type, row, columns);
    });
  }

  return {
    feed(text) {
      const found = entries(splitter.feed(text));
      if (splitter.held <= LONGEST_RECORD) return found;
      const { line } = splitter;
      splitter.drop();
      return [...found, tooLong(line)];
    },
    end: () => entries(splitter.end()),
  };
}

function entry({ line, cells }: CsvRow, columns: readonly unknown[]): Entry {
  const extra = cells.slice(columns.length).find((cell) => cell.trim() !== '');
  if (extra !== undefined)
    return unreadable(
      line,
      extra,
      `${columns.length} cells`,
      `the row has ${cells.length} cells, but the heading has ${columns.length}: is a comma or a quote missing or too many?`,
    );
  return { line, value: recordFromCells(columns as readonly (CsvColumn | string)[], cells) };
}

function headingProblems(
  type: SchemaType,
  { line, cells }: CsvRow,
  columns: readonly (CsvColumn | string)[],
): Entry[] {
  return columns.flatMap((column, i): Entry[] => {
    const heading = cells[i]!.trim();
    if (typeof column !== 'string') {
      const first = columns.indexOf(column);
      if (first === i) return [];
      const message = `the heading ${heading} is there twice: one of the two columns has to go`;
      return [unreadable(line, heading, 'each heading once', message)];
    }
    const meant = nearestHeading(type, heading);
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
    const message = `the heading ${JSON.stringify(heading)} is no property of ${type.title}, and its column was left out${hint}`;
    return [unreadable(line, heading, meant ?? `a property of ${type.title}`, message)];
  });
}

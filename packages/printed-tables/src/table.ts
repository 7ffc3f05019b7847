import { z } from 'zod';

/** Whether a cell holds a value, or why not. Source: code set CELL_STATE of the core schemas. */
export type CellState = 'value' | 'suppressed' | 'not-applicable' | 'not-available' | 'blank';

const text = z.string();
const reference = z.strictObject({
  /** Another table's id; the same table where left out. */
  table: text.optional(),
  row: text,
  column: text,
  /** Which figure of a cell with several, from 0; the first where left out. */
  figure: z.number().int().nonnegative().optional(),
});

const correction = z.strictObject({
  row: text,
  column: text,
  /** The value that is right; the printed one stays as it is. */
  corrected: text,
  reason: text,
});

const relation = z.discriminatedUnion('kind', [
  /** The figures add up to the total: opening, plus admitted, minus discharged, is closing. */
  z.strictObject({
    kind: z.literal('sum'),
    total: reference,
    add: z.array(reference).min(1),
    subtract: z.array(reference).default([]),
  }),
  /** The printed percentage is that of a part in a whole. */
  z.strictObject({ kind: z.literal('percent'), percent: reference, part: reference, whole: reference }),
  /** Some whole number of the whole gives the printed percentage. */
  z.strictObject({ kind: z.literal('possible'), percent: reference, whole: reference }),
  /** The printed average is that of the parts, each with its weight. */
  z.strictObject({
    kind: z.literal('average'),
    average: reference,
    of: z.array(z.strictObject({ value: reference, weight: reference })).min(1),
  }),
  /** Every percentage of a row (`9 (50.0%)`) is of the same row of those named. */
  z.strictObject({
    kind: z.literal('base'),
    table: text.optional(),
    row: text,
    wholes: z.array(text).min(1),
  }),
  /** One number, printed twice. */
  z.strictObject({ kind: z.literal('equal'), one: reference, other: reference }),
  /** A part is no more than the whole it is of. */
  z.strictObject({ kind: z.literal('part'), part: reference, whole: reference }),
]);

const table = z.strictObject({
  id: text.min(1),
  title: text,
  section: text.optional(),
  page: text.optional(),
  /** Headings as printed, that of the row labels first. */
  columns: z.array(text).min(2),
  rows: z
    .array(
      z.strictObject({
        label: text,
        /** As many as there are columns after the first. */
        cells: z.array(text),
        /** Shown, and not added: the children are counted in other rows. */
        ofWhich: z.boolean().optional(),
      }),
    )
    .min(1),
  footnotes: z.array(text).default([]),
  /** What a mark stands for, where it is not what it says: { '*': { from: 1, to: 4 } }. */
  marks: z.record(text, z.strictObject({ from: z.number(), to: z.number() })).default({}),
  /** Errors of the source that are known, with what is right and why. */
  corrections: z.array(correction).default([]),
});

const document = z.strictObject({
  tables: z.array(table).min(1),
  /** What has to hold within a table or between tables. Totals by their label are looked at without being named. */
  relations: z.array(relation).default([]),
});

export type Reference = z.output<typeof reference>;
export type Relation = z.output<typeof relation>;
export type PrintedTable = z.output<typeof table>;
export type PrintedDocument = z.output<typeof document>;
export const printedDocument = document;

/** Tables that cannot be read, with every reason in plain words. */
export class TableError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'TableError';
    this.problems = problems;
  }
}

const same = (a: string, b: string): boolean =>
  a.replace(/\s+/g, ' ').trim().toLowerCase() === b.replace(/\s+/g, ' ').trim().toLowerCase();

/** Position of a row by its label; -1 for none. */
export const rowOf = (of: PrintedTable, label: string): number =>
  of.rows.findIndex((row) => same(row.label, label));
/** Position of a column by its heading, 0 for the first after the labels; -1 for none. */
export const columnOf = (of: PrintedTable, heading: string): number =>
  of.columns.slice(1).findIndex((one) => same(one, heading));

function problemsOf({ tables, relations }: PrintedDocument): string[] {
  const problems: string[] = [];
  const byId = new Map<string, PrintedTable>();
  for (const one of tables) {
    if (byId.has(one.id)) problems.push(`table '${one.id}' is there twice: give one of them another id`);
    byId.set(one.id, one);
    for (const { label, cells } of one.rows) {
      if (cells.length !== one.columns.length - 1) {
        problems.push(
          `table '${one.id}', row '${label}': ${cells.length} cells, where ${one.columns.length - 1} columns are headed: write '' for an empty cell`,
        );
      }
    }
    for (const { row, column } of one.corrections) {
      if (rowOf(one, row) < 0)
        problems.push(`table '${one.id}': a correction names row '${row}', which is not there`);
      if (columnOf(one, column) < 0)
        problems.push(`table '${one.id}': a correction names column '${column}', which is not there`);
    }
  }
  for (const [i, one] of relations.entries()) {
    const where = `relation ${i + 1} (${one.kind})`;
    if (one.kind === 'base') {
      const found = byId.get(one.table ?? tables[0]!.id);
      for (const row of [one.row, ...one.wholes]) {
        if (!found || rowOf(found, row) < 0)
          problems.push(`${where}: table '${one.table ?? tables[0]!.id}' has no row '${row}'`);
      }
    }
    for (const { table: id = tables[0]!.id, row, column } of referencesOf(one)) {
      const found = byId.get(id);
      if (!found)
        problems.push(`${where}: there is no table '${id}'; there are: ${[...byId.keys()].join(', ')}`);
      else if (rowOf(found, row) < 0) problems.push(`${where}: table '${id}' has no row '${row}'`);
      else if (columnOf(found, column) < 0)
        problems.push(`${where}: table '${id}' has no column '${column}'`);
    }
  }
  return problems;
}

/** Every cell a relation speaks of. */
export function referencesOf(relation: Relation): readonly Reference[] {
  switch (relation.kind) {
    case 'sum':
      return [relation.total, ...relation.add, ...relation.subtract];
    case 'percent':
      return [relation.percent, relation.part, relation.whole];
    case 'possible':
      return [relation.percent, relation.whole];
    case 'average':
      return [relation.average, ...relation.of.flatMap(({ value, weight }) => [value, weight])];
    case 'base':
      return [];
    case 'equal':
      return [relation.one, relation.other];
    case 'part':
      return [relation.part, relation.whole];
  }
}

/**
 * A document of printed tables from JSON, checked: { tables, relations }, one table alone, or an array of tables.
 * @throws TableError naming every problem at once
 */
export function readDocument(input: unknown): PrintedDocument {
  const whole = Array.isArray(input)
    ? { tables: input }
    : typeof input === 'object' && input !== null && !('tables' in input)
      ? { tables: [input] }
      : input;
  const parsed = document.safeParse(whole);
  if (!parsed.success) {
    throw new TableError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the document'}: ${message}`),
    );
  }
  const problems = problemsOf(parsed.data);
  if (problems.length > 0) throw new TableError(problems);
  return parsed.data;
}

/** The table as it was printed, cell for cell: headings, then a line a row. Corrections change nothing in it. */
export const asPrinted = ({ columns, rows }: PrintedTable): readonly (readonly string[])[] => [
  columns,
  ...rows.map(({ label, cells }) => [label, ...cells]),
];

/** The table with every known error corrected. */
export const asCorrected = (of: PrintedTable): PrintedTable => ({
  ...of,
  rows: of.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      const found = of.corrections.find(
        (one) => same(one.row, row.label) && same(one.column, of.columns[column + 1]!),
      );
      return found ? found.corrected : cell;
    }),
  })),
});

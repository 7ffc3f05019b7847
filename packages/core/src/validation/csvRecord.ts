import type { JsonSchema, SchemaType } from '../records/recordType.ts';
import { nearest } from './nearest.ts';

/** A column of a record type's CSV form: `dateOfBirth`, `name.given`. */
export interface CsvColumn {
  readonly heading: string;
  readonly path: readonly string[];
  readonly schema: JsonSchema;
}

/**
 * The columns of a record type's CSV form, one for each property; the parts of an object are columns of their own
 * (`name.given`). A list of plain values is written `a; b`, a list of objects as JSON.
 */
function csvColumns(type: SchemaType): CsvColumn[] {
  const columns = (schema: JsonSchema, above: readonly string[]): CsvColumn[] =>
    Object.entries(schema.properties ?? {}).flatMap(([name, property]): CsvColumn[] => {
      const path = [...above, name];
      return property.type === 'object' && property.properties !== undefined
        ? columns(property, path)
        : [{ heading: path.join('.'), path, schema: property }];
    });
  return columns(type.schema, []);
}

/** The column each heading names, by the property's own spelling or one that differs in case and separators only. */
export function matchHeadings(type: SchemaType, headings: readonly string[]): (CsvColumn | string)[] {
  const columns = csvColumns(type);
  const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const byName = new Map(columns.map((column) => [plain(column.heading), column]));
  return headings.map((heading) => byName.get(plain(heading)) ?? heading);
}

/** What an unknown heading may stand for. */
export const nearestHeading = (type: SchemaType, heading: string): string | undefined =>
  nearest(
    heading,
    csvColumns(type).map((column) => column.heading),
  );

/** A row as a record: blank cells are left out, numbers, `true`/`false` and lists are read as their schema says. */
export function recordFromCells(
  columns: readonly (CsvColumn | string)[],
  cells: readonly string[],
): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  columns.forEach((column, i) => {
    const cell = cells[i]?.trim() ?? '';
    if (cell === '' || typeof column === 'string') return;
    let holder = record;
    for (const name of column.path.slice(0, -1)) {
      holder[name] ??= {};
      holder = holder[name] as Record<string, unknown>;
    }
    holder[column.path.at(-1)!] = readCell(column.schema, cell);
  });
  return record;
}

/** A cell as its schema's type; as text where it is not of that type, so that validation names it. */
function readCell(schema: JsonSchema, cell: string): unknown {
  // A value that may be null is read as what else it may be.
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.find((type) => type !== 'null')) {
    case 'number':
    case 'integer':
      return /^[+-]?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell;
    case 'boolean':
      return BOOLEANS.get(cell.toLowerCase()) ?? cell;
    case 'array':
      return readList(schema.items ?? {}, cell);
    default:
      return cell;
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

function readList(item: JsonSchema, cell: string): unknown {
  if (!cell.startsWith('['))
    return item.type === 'object' ? cell : cell.split(';').map((part) => readCell(item, part.trim()));
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

/** Records as CSV with a heading row; only the columns that some record fills, unless `columns` names them. */
export function recordsToCsv<T extends object>(
  type: SchemaType<T>,
  records: readonly T[],
  { columns }: { columns?: readonly string[] } = {},
): string {
  const valueAt = (record: object, path: readonly string[]): unknown =>
    path.reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], record);
  const used = csvColumns(type).filter(({ heading, path }) =>
    columns === undefined
      ? records.some((record) => valueAt(record, path) !== undefined)
      : columns.includes(heading),
  );
  const rows = records.map((record) => used.map(({ path }) => writeCell(valueAt(record, path))));
  return [used.map(({ heading }) => heading), ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

function writeCell(value: unknown): string {
  if (value === undefined || value === null) return '';
  const plainList =
    Array.isArray(value) && value.every((item) => typeof item !== 'object' && !String(item).includes(';'));
  const text =
    plainList && value.length > 0
      ? value.join('; ')
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
  // A spreadsheet would run a text that begins like a formula.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

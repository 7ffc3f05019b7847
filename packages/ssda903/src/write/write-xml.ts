import type { ReturnFile } from '../read/files.ts';
import { BLOCKS, ELEMENT_TO_COLUMN, HEADER_GROUPS } from '../read/xml.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../tables.ts';
import type { Cells, TableCells } from './cells.ts';

export interface WrittenXml {
  readonly file: ReturnFile;
  /** In a sentence each: rows that the XML form has no place for. */
  readonly leftOut: readonly string[];
}

export interface WriteXmlOptions {
  /**
   * What stands in UASC for children who are not in the UASC table and whose status is not given: '0' as rule 105
   * wants it, or nothing, so that readers which make a row of every filled UASC find the same tables again.
   */
  readonly notSeekingAsylum?: '' | '0';
}

type Element = readonly [name: string, content: string | readonly Element[]];

const COLUMN_TO_ELEMENT: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ELEMENT_TO_COLUMN).map(([element, column]) => [column, element]),
);

const BLOCK_OF = new Map(Object.entries(BLOCKS).map(([block, table]) => [table as TableName, block]));

/** Taken from HEADER, so not repeated in a child's other blocks. */
const IN_HEADER_ONLY = new Set(['CHILD', 'DOB', 'SEX']);

/** The return as one XML file, children in the order of Header; elements in the order in which they were observed. */
export function writeXml(tables: TableCells, { notSeekingAsylum = '' }: WriteXmlOptions = {}): WrittenXml {
  const leftOut: string[] = [];
  const byChild = new Map(TABLE_NAMES.map((table) => [table, groupByChild(tables[table] ?? [])] as const));
  const written = new Set<string>();
  const children = (tables.Header ?? []).flatMap((header) => {
    const id = header['CHILD'] ?? '';
    if (written.has(id)) {
      leftOut.push(`Header: child '${id}' stands there more than once; only the first is written.`);
      return [];
    }
    written.add(id);
    const rowsOf = (table: TableName): readonly Cells[] => byChild.get(table)?.get(id) ?? [];
    return [childElement(header, rowsOf, notSeekingAsylum, leftOut)];
  });
  for (const table of TABLE_NAMES) {
    const rows = tables[table] ?? [];
    if (table === 'Header' || rows.length === 0) continue;
    if (!BLOCK_OF.has(table) && !(table in HEADER_GROUPS)) {
      leftOut.push(`${table}: the XML form has no elements for its ${rows.length} rows.`);
      continue;
    }
    const orphans = rows.filter((cells) => !written.has(cells['CHILD'] ?? '')).length;
    if (orphans > 0) leftOut.push(`${table}: ${orphans} rows belong to no child in Header.`);
  }
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${render(['EXPSSDA903', children], '')}`;
  return { file: { name: 'ssda903.xml', bytes: new TextEncoder().encode(text) }, leftOut };
}

function groupByChild(rows: readonly Cells[]): ReadonlyMap<string, readonly Cells[]> {
  const byChild = new Map<string, Cells[]>();
  for (const cells of rows) {
    const id = cells['CHILD'] ?? '';
    const same = byChild.get(id);
    if (same) same.push(cells);
    else byChild.set(id, [cells]);
  }
  return byChild;
}

function childElement(
  header: Cells,
  rowsOf: (table: TableName) => readonly Cells[],
  notSeekingAsylum: string,
  leftOut: string[],
): Element {
  const group = (table: keyof typeof HEADER_GROUPS): readonly Element[] => {
    const [cells, ...more] = rowsOf(table);
    const unsaid = cells && table !== 'UASC' && !cells[HEADER_GROUPS[table]];
    if (more.length > 0 || unsaid) {
      const why = unsaid ? `no ${HEADER_GROUPS[table]}` : 'more than one row';
      leftOut.push(
        `${table}: child '${header['CHILD'] ?? ''}' has ${why}; the XML form has no place for it.`,
      );
    }
    return cells ? leaves(columnsOf(table), cells) : [];
  };
  const blocks = (table: TableName): readonly Element[] =>
    rowsOf(table).map((cells) => [BLOCK_OF.get(table)!, leaves(columnsOf(table), cells)]);
  const status = header['UASC'] || (rowsOf('UASC').length > 0 ? '1' : notSeekingAsylum);
  return [
    'CHILD',
    [
      [
        'HEADER',
        [
          ...leaves(['CHILD', 'UPN', 'SEX', 'DOB', 'ETHNIC'], header),
          ['UASC', status],
          ...group('UASC'),
          ...group('OC3'),
          ...group('AD1'),
          ...blocks('Missing'),
          ...blocks('Reviews'),
          ...leaves(['MOTHER', 'MC_DOB'], header),
          ...blocks('PrevPerm'),
          ...blocks('OC2'),
          ...blocks('PlacedAdoption'),
        ],
      ],
      ...blocks('Episodes'),
    ],
  ];
}

const columnsOf = (table: TableName): readonly string[] =>
  Object.keys(TABLES[table]).filter((column) => !IN_HEADER_ONLY.has(column));

const leaves = (columns: readonly string[], cells: Cells): readonly Element[] =>
  columns.map((column) => [COLUMN_TO_ELEMENT[column] ?? column, cells[column] ?? '']);

function render([name, content]: Element, indent: string): string {
  if (typeof content === 'string') {
    return content === '' ? `${indent}<${name} />\n` : `${indent}<${name}>${escaped(content)}</${name}>\n`;
  }
  const inner = content.map((element) => render(element, `${indent}  `)).join('');
  return `${indent}<${name}>\n${inner}${indent}</${name}>\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** Characters that XML cannot hold at all become a space. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? character)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ');

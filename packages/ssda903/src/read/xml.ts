import { SaxesParser } from 'saxes';
import { type Row, TABLES, type TableName } from '../tables.ts';
import { listed, quoted, type ReadFinding } from './finding.ts';
import { createRowMaker } from './row.ts';

/** The tables that the XML form has; social worker episodes and deprivation of liberty have no known elements. */
export const XML_TABLES = [
  'Header',
  'Episodes',
  'Reviews',
  'UASC',
  'OC2',
  'OC3',
  'AD1',
  'PlacedAdoption',
  'PrevPerm',
  'Missing',
] as const satisfies readonly TableName[];

/** The element of a block that repeats, and its table. */
export const BLOCKS = {
  EPISODE: 'Episodes',
  AREVIEW: 'Reviews',
  AMISSING: 'Missing',
  OC2: 'OC2',
  PERMANENCE: 'PrevPerm',
  AD_PLACED: 'PlacedAdoption',
} as const satisfies Record<string, TableName>;

/** Elements whose name is not that of the column. */
export const ELEMENT_TO_COLUMN: Readonly<Record<string, string>> = { CHILDID: 'CHILD', PL: 'PLACE' };

/** Tables whose columns are leaves of HEADER, and the leaf that says whether the child has a row there. */
export const HEADER_GROUPS = { UASC: 'UASC', OC3: 'IN_TOUCH', AD1: 'DATE_INT' } as const;

/** Taken from HEADER into every row of the child. */
const FROM_HEADER = new Set(['CHILD', 'DOB', 'SEX']);

type Leaves = Map<string, string>;

interface Block {
  readonly table: TableName;
  readonly leaves: Leaves;
  readonly line: number;
}

export interface XmlTables {
  readonly rows: ReadonlyMap<TableName, Row<TableName>[]>;
  readonly lines: ReadonlyMap<TableName, number[]>;
  /** Rows with a date that is written but cannot be read. */
  readonly unreadable: readonly Row<TableName>[];
}

const STEP = 64 * 1024;

/** The rows of an XML return. Never expands entities of the file's own; undefined when the file is refused. */
export function readXml(
  file: string,
  text: string,
  report: (finding: ReadFinding) => void,
): XmlTables | undefined {
  const reader = new XmlReader(file, report);
  for (let at = 0; at < text.length && !reader.refused; at += STEP) reader.write(text.slice(at, at + STEP));
  return reader.finish();
}

class XmlReader {
  readonly #file: string;
  readonly #report: (finding: ReadFinding) => void;
  readonly #parser = new SaxesParser();
  readonly #rows = new Map<TableName, Row<TableName>[]>(XML_TABLES.map((table) => [table, []]));
  readonly #lines = new Map<TableName, number[]>(XML_TABLES.map((table) => [table, []]));
  readonly #makers = new Map(XML_TABLES.map((table) => [table as TableName, createRowMaker(table)]));
  readonly #unknown = new Set<string>();
  readonly #path: string[] = [];
  #header: Leaves | undefined;
  #headerLine = 0;
  #blocks: Block[] = [];
  #block: Block | undefined;
  #text = '';
  refused = false;

  constructor(file: string, report: (finding: ReadFinding) => void) {
    this.#file = file;
    this.#report = report;
    const parser = this.#parser;
    parser.on('doctype', () =>
      this.#refuse(
        'has a document type declaration, which can define entities',
        'Remove the <!DOCTYPE …> part.',
      ),
    );
    parser.on('error', (error) =>
      this.#refuse(
        `is not well-formed XML (${error.message.replace(/^\d+:\d+: |\.$/g, '')})`,
        'Export the return again.',
      ),
    );
    parser.on('opentag', ({ name }) => this.#open(name.toUpperCase()));
    parser.on('closetag', ({ name }) => this.#close(name.toUpperCase()));
    parser.on('text', (part) => {
      this.#text += part;
    });
    parser.on('cdata', (part) => {
      this.#text += part;
    });
  }

  write(part: string): void {
    this.#parser.write(part);
  }

  finish(): XmlTables | undefined {
    if (!this.refused) this.#parser.close();
    if (this.refused) return undefined;
    if (this.#unknown.size > 0) {
      this.#report({
        severity: 'warning',
        file: this.#file,
        message: `${this.#file}: these elements are not part of the return and were left out: ${listed([...this.#unknown])}.`,
        fix: 'Check the spelling and the place of these elements.',
      });
    }
    const unreadable = [...this.#makers.values()].flatMap((maker) => maker.unreadable);
    return { rows: this.#rows, lines: this.#lines, unreadable };
  }

  #refuse(what: string, fix: string): void {
    if (this.refused) return;
    this.refused = true;
    const line = this.#parser.line;
    const message = `${this.#file} ${what}, line ${line}.`;
    this.#report({ severity: 'refused', file: this.#file, line, message, fix });
  }

  #open(name: string): void {
    if (this.refused) return;
    this.#path.push(name);
    this.#text = '';
    const depth = this.#path.length;
    const parent = this.#path.at(-2);
    if (depth === 1 && name !== 'EXPSSDA903') {
      this.#refuse(
        `is not a return: it begins with ${name}, not EXPSSDA903`,
        'Give the XML file of the SSDA903 return.',
      );
    } else if (depth === 2 && name === 'CHILD') {
      this.#header = undefined;
      this.#blocks = [];
    } else if (depth === 3 && name === 'HEADER') {
      this.#header = new Map();
      this.#headerLine = this.#parser.line;
    } else if (this.#isBlock(name, depth, parent)) {
      const table = BLOCKS[name as keyof typeof BLOCKS];
      this.#block = { table, leaves: new Map(), line: this.#parser.line };
    }
  }

  #isBlock(name: string, depth: number, parent: string | undefined): boolean {
    if (name === 'EPISODE') return depth === 3;
    return depth === 4 && parent === 'HEADER' && name in BLOCKS;
  }

  #close(name: string): void {
    if (this.refused) return;
    const depth = this.#path.length;
    const parent = this.#path.at(-2);
    if (depth === 2 && name === 'CHILD') this.#finishChild();
    else if (this.#block && this.#isBlock(name, depth, parent)) {
      this.#blocks.push(this.#block);
      this.#block = undefined;
    } else if (depth > 3 || (depth === 3 && name !== 'HEADER') || depth === 2)
      this.#leaf(name, depth, parent);
    this.#path.pop();
    this.#text = '';
  }

  #leaf(name: string, depth: number, parent: string | undefined): void {
    const column = ELEMENT_TO_COLUMN[name] ?? name;
    const blockDepth = this.#block?.table === 'Episodes' ? 4 : 5;
    if (this.#block && depth === blockDepth && column in TABLES[this.#block.table]) {
      this.#block.leaves.set(column, this.#text);
    } else if (!this.#block && depth === 4 && parent === 'HEADER' && isHeaderLeaf(column)) {
      this.#header?.set(column, this.#text);
    } else this.#unknown.add(this.#path.slice(1).join('/'));
  }

  #finishChild(): void {
    const header = this.#header;
    if (!header) {
      const line = this.#parser.line;
      this.#report({
        severity: 'error',
        file: this.#file,
        line,
        message: `${this.#file}: the CHILD that ends in line ${line} has no HEADER; left out.`,
        fix: 'Give every CHILD one HEADER with its CHILDID.',
      });
      return;
    }
    this.#add('Header', header, this.#headerLine);
    for (const [table, sign] of Object.entries(HEADER_GROUPS) as [keyof typeof HEADER_GROUPS, string][]) {
      if (header.get(sign)) this.#add(table, header, this.#headerLine);
      else this.#reportLost(table, sign, header);
    }
    for (const { table, leaves, line } of this.#blocks) this.#add(table, leaves, line, header);
  }

  /** Details whose telling leaf is blank make no row; that must not go unsaid. */
  #reportLost(table: keyof typeof HEADER_GROUPS, sign: string, header: Leaves): void {
    const filled = Object.keys(TABLES[table]).filter(
      (column) => !FROM_HEADER.has(column) && header.get(column),
    );
    if (filled.length === 0) return;
    this.#report({
      severity: 'error',
      file: this.#file,
      line: this.#headerLine,
      table,
      message: `${this.#file}, line ${this.#headerLine}: child ${quoted(header.get('CHILD') ?? '')} has ${listed(filled)} but no ${sign}, so there is no ${table} row for it.`,
      fix: `Fill in ${sign}, or remove the other details.`,
    });
  }

  #add(table: TableName, leaves: Leaves, line: number, header = leaves): void {
    const rows = this.#rows.get(table)!;
    const value = (column: string): string =>
      ((FROM_HEADER.has(column) ? header : leaves).get(column) ?? '').toUpperCase();
    const cells = Object.keys(TABLES[table]).map(value);
    const row: object = this.#makers.get(table)!.make(rows.length, cells);
    rows.push((table === 'Header' ? { ...row, UASC: value('UASC') } : row) as Row<TableName>);
    this.#lines.get(table)!.push(line);
  }
}

const HEADER_TABLES = ['Header', ...(Object.keys(HEADER_GROUPS) as (keyof typeof HEADER_GROUPS)[])] as const;

const isHeaderLeaf = (column: string): boolean =>
  column === 'UASC' || HEADER_TABLES.some((table) => column in TABLES[table]);

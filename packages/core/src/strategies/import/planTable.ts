/** A field of an action that a column of an action plan holds. */
export type PlanField =
  | 'id'
  | 'number'
  | 'priority'
  | 'objectives'
  | 'text'
  | 'owners'
  | 'timescale'
  | 'impact'
  | 'status'
  | 'rag'
  | 'board';

/** How plans head their columns; compared without case, spaces and punctuation. */
const HEADINGS: Readonly<Record<PlanField, RegExp>> = {
  id: /^(id|actionid)$/,
  number: /^(no|number|ref|reference)$/,
  priority: /^(priority|priorityarea|developmentarea)$/,
  objectives: /^(objectives?|outcomes?|aims?)$/,
  text: /^(key)?actions?$/,
  owners: /^(owners?|lead|leadofficer|who|bywhom|responsib(le|ility).*)$/,
  timescale: /^(timescales?|bywhen|when|due|duedate|deadline)$/,
  impact: /^(impact.*|howcanwetell|successmeasures?|measureofsuccess)$/,
  status: /^(status|progress)$/,
  rag: /^(rag|ragrating|ragstatus)$/,
  board: /^(board|group|reportsto)$/,
};

const FIELDS = Object.keys(HEADINGS) as readonly PlanField[];

/** One action as its row gives it; a field is there only where its column is. */
export interface PlanRow {
  /** Row of the file, 1 for the first. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<PlanField, string>>>;
  /** The priority heading above it, where the table has no column for that. */
  readonly heading?: string;
  /** True where the owner was taken from the row above, of whose cell this one is a part. */
  readonly ownerInherited: boolean;
  /** Rows taken as the rest of it. */
  readonly goesOnIn: readonly number[];
}

export interface PlanTable {
  readonly rows: readonly PlanRow[];
  readonly fields: ReadonlySet<PlanField>;
  /** Rows that say nothing of an action: an objective that stands alone. */
  readonly objectivesAlone: readonly {
    readonly row: number;
    readonly text: string;
    readonly heading?: string;
  }[];
  readonly problem?: string;
}

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The field of each column, where the row is a heading; a heading printed over two cells ('Ob', 'jectives'), or with a blank one after it, heads both. */
function headingOf(row: readonly string[]): ReadonlyMap<number, PlanField> | undefined {
  const columns = new Map<number, PlanField>();
  const fieldOf = (text: string): PlanField | undefined =>
    FIELDS.find((field) => HEADINGS[field].test(bare(text)));
  row.forEach((cell, i) => {
    if (columns.has(i)) return;
    const whole = fieldOf(cell);
    if (whole) columns.set(i, whole);
    else if (cell.trim() !== '' && i + 1 < row.length) {
      const both = fieldOf(cell + row[i + 1]!);
      if (both) columns.set(i, both).set(i + 1, both);
    }
  });
  for (const [i, field] of [...columns])
    if (row[i + 1]?.trim() === '' && columns.has(i + 2)) columns.set(i + 1, field);
  const fields = new Set(columns.values());
  if (!fields.has('text') || fields.size < 2) return undefined;
  const first = [...columns.keys()][0]!;
  // A table of numbered rows often leaves the heading of the numbers blank.
  if (first === 1 && !fields.has('number') && row[0]!.trim() === '') columns.set(0, 'number');
  return columns;
}

const clean = (text: string): string => text.replace(/^'(?=[=+\-@])/, '').trim();

function cellsOf(row: readonly string[], columns: ReadonlyMap<number, PlanField>): Map<PlanField, string> {
  const cells = new Map<PlanField, string>();
  for (const [i, field] of columns) {
    const text = clean(row[i] ?? '');
    const before = cells.get(field);
    cells.set(field, before ? `${before} ${text}`.trim() : text);
  }
  return cells;
}

/** A row with nothing but a name over the rows after it: 'Priority Two – Quality of care', '6.1 - Education'. */
function priorityHeading(row: readonly string[]): string | undefined {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [only] = filled;
  return filled.length === 1 && /^(priority\b|development area\b|\d+(\.\d+)*\s*[-–—:])/i.test(only!)
    ? only
    : undefined;
}

const BEGINS_SMALL = /^\p{Ll}/u;

/** Whether a row is the rest of the one before, cut by the end of a page. Where a plan begins its actions small, small letters tell nothing. */
function goesOn(cells: ReadonlyMap<PlanField, string>, last: ReadonlyMap<PlanField, string>): boolean {
  if ((cells.get('number') ?? '') !== '' || (cells.get('id') ?? '') !== '') return false;
  const text = cells.get('text') ?? '';
  if (text === '') return (cells.get('objectives') ?? '') === '';
  const before = last.get('text') ?? '';
  return BEGINS_SMALL.test(text) && !BEGINS_SMALL.test(before) && !/[.?!:;]$/.test(before);
}

/**
 * Reads an action plan as it stands in a document or spreadsheet: repeated headings are passed over, a row cut by a
 * page is put together, a cell that runs over several rows holds for each of them, and a row that stands one blank cell
 * to the right of its heading is set back (DQ-03).
 */
export function readPlanTable(table: readonly (readonly string[])[]): PlanTable {
  const rows: (Omit<PlanRow, 'cells' | 'goesOnIn'> & {
    readonly cells: Map<PlanField, string>;
    readonly goesOnIn: number[];
  })[] = [];
  const alone: { row: number; text: string; heading?: string }[] = [];
  const fields = new Set<PlanField>();
  let columns: ReadonlyMap<number, PlanField> | undefined;
  let width = 0;
  let heading: string | undefined;
  let objective = '';
  let owner = '';
  table.forEach((raw, i) => {
    const at = { row: i + 1, ...(heading === undefined ? {} : { heading }) };
    if (raw.every((cell) => cell.trim() === '')) return;
    const head = headingOf(raw);
    if (head) {
      columns = head;
      width = raw.length;
      for (const field of columns.values()) fields.add(field);
      return;
    }
    const priority = priorityHeading(raw);
    if (priority !== undefined) {
      heading = priority;
      objective = '';
      owner = '';
      return;
    }
    if (!columns) return;
    const cells = cellsOf(raw.length === width + 1 && raw[0]!.trim() === '' ? raw.slice(1) : raw, columns);
    const last = rows.at(-1);
    if (last && last.heading === heading && goesOn(cells, last.cells)) {
      for (const [field, text] of cells)
        if (text !== '') last.cells.set(field, `${last.cells.get(field) ?? ''} ${text}`.trim());
      last.goesOnIn.push(i + 1);
      return;
    }
    const own = cells.get('objectives') ?? '';
    const identified = (cells.get('id') ?? '') !== '';
    if (cells.get('text') === '' && !identified && (cells.get('number') ?? '') === '') {
      objective = own;
      owner = '';
      alone.push({ ...at, text: own });
      return;
    }
    const partOfCell = !identified && cells.has('objectives') && own === '' && objective !== '';
    if (partOfCell) cells.set('objectives', objective);
    const ownerInherited = partOfCell && cells.get('owners') === '' && owner !== '';
    if (ownerInherited) cells.set('owners', owner);
    objective = cells.get('objectives') ?? '';
    owner = cells.get('owners') ?? '';
    rows.push({ ...at, cells, ownerInherited, goesOnIn: [] });
  });
  return {
    rows: rows.map(({ cells, ...row }) => ({ ...row, cells: Object.fromEntries(cells) })),
    fields,
    objectivesAlone: alone,
    ...(columns
      ? {}
      : { problem: 'no row heads a column ‘Action’ with another such as ‘Owner’ or ‘By when’' }),
  };
}

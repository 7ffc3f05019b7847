import type { Cell, Publication, Table } from './publication.ts';

/** Columns of a tidy table that are not dimensions. */
const known = ['table', 'n', 'shown', 'status', 'percent', 'dp', 'weight', 'low', 'high'];

/**
 * Reads tidy CSV: one row per cell, a column `n` (a whole number, empty, or the mark printed), an optional column
 * `table`, and one column per dimension. A category called `Total` is the sum of the others of its dimension.
 *
 * @throws an Error naming file, row, column, value and what was expected.
 */
export function readCsv(text: string, file: string): Publication {
  const [head, ...rows] = parse(text);
  if (!head?.includes('n'))
    throw new Error(`${file}: the first row has no column 'n' (found ${head?.join(', ') || 'nothing'}).`);
  const dims = head.filter((name) => !known.includes(name));
  if (dims.length === 0)
    throw new Error(`${file}: no column besides ${head.join(', ')} to tell cells apart.`);
  const tables = new Map<string, Cell[]>();
  rows.forEach((row, index) => {
    const where = `${file}, row ${index + 2}`;
    if (row.length !== head.length)
      throw new Error(`${where}: ${row.length} values, expected ${head.length} as in the first row.`);
    const value = (name: string): string => row[head.indexOf(name)]?.trim() ?? '';
    const number = (name: string): number | undefined => {
      const text = value(name);
      if (text === '') return undefined;
      const read = Number(text);
      if (!Number.isFinite(read)) throw new Error(`${where}, column ${name}: '${text}' is not a number.`);
      return read;
    };
    const n = value('n');
    const isCount = /^\d+$/.test(n);
    if (/^-\d/.test(n) || /^\d+\.\d+$/.test(n))
      throw new Error(`${where}, column n: '${n}' is not a whole number of 0 or more.`);
    const shown = value('shown') || (n !== '' && !isCount ? n : '');
    const [percent, dp, weight] = [number('percent'), number('dp'), number('weight')];
    const cell: Cell = {
      at: dims.map((dim) => value(dim)),
      n: isCount ? Number(n) : null,
      ...(shown ? { shown } : {}),
      ...(percent === undefined ? {} : { percent }),
      ...(dp === undefined ? {} : { dp }),
      ...(weight === undefined ? {} : { weight }),
    };
    const id = value('table') || 'table';
    const cells = tables.get(id);
    if (cells) cells.push(cell);
    else tables.set(id, [cell]);
  });
  return {
    tables: [...tables].map(([id, cells]): Table => {
      const totals = dims.filter(
        (_, i) =>
          cells.some((cell) => cell.at[i] === 'Total') && cells.some((cell) => cell.at[i] !== 'Total'),
      );
      return { id, dims, cells, totals: Object.fromEntries(totals.map((dim) => [dim, 'Total'])) };
    }),
  };
}

/** Writes a publication as tidy CSV, one row per cell. Tables of different dimensions share the widest set of columns. */
export function writeCsv(publication: Publication): string {
  const dims = [...new Set(publication.tables.flatMap((table) => table.dims))];
  const lines = [['table', ...dims, 'n', 'shown', 'percent', 'status']];
  for (const table of publication.tables)
    for (const cell of table.cells)
      lines.push([
        table.id,
        ...dims.map((dim) => cell.at[table.dims.indexOf(dim)] ?? ''),
        cell.n === undefined || cell.n === null ? '' : String(cell.n),
        cell.shown ?? '',
        cell.percent === undefined || cell.percent === null ? '' : String(cell.percent),
        cell.status ?? '',
      ]);
  return `${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** Quoted where needed, and never read as a formula by a spreadsheet. */
const quoted = (value: string): string => {
  const safe = /^[=+\-@\t\r]/.test(value) && !/^-?\d/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let inQuotes = false;
  const source = text.replace(/^\uFEFF/, '');
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    if (inQuotes) {
      if (c === '"' && source[i + 1] === '"') value += source[++i];
      else if (c === '"') inQuotes = false;
      else value += c;
    } else if (c === '"') inQuotes = true;
    else if (c === ',' || c === '\n') {
      row.push(value.replace(/\r$/, ''));
      value = '';
      if (c === '\n') {
        rows.push(row);
        row = [];
      }
    } else value += c;
  }
  if (value !== '' || row.length > 0) rows.push([...row, value.replace(/\r$/, '')]);
  return rows.filter((r) => r.some((v) => v.trim() !== ''));
}

import { readCsv } from './csv.ts';
import type { Cell, Publication, Table } from './publication.ts';

/**
 * Reads a publication from JSON (the shape of `Publication`, or what `protect` puts out) or tidy CSV.
 *
 * @throws an Error with one sentence naming the file, the place in it, what was found and what was expected.
 */
export function readPublication(text: string, file: string): Publication {
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[') return readCsv(text, file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: not valid JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
  if (!isRecord(value) || !Array.isArray(value['tables']))
    throw new Error(`${file}: expected an object with a list 'tables'.`);
  value['tables'].forEach((table: unknown, i) => {
    checkTable(table, `${file}, tables[${i}]`);
  });
  for (const name of ['links', 'relations', 'statements'])
    if (value[name] !== undefined && !Array.isArray(value[name]))
      throw new Error(`${file}: '${name}' is ${typeof value[name]}, expected a list.`);
  return value as unknown as Publication;
}

function checkTable(table: unknown, where: string): asserts table is Table {
  if (!isRecord(table)) throw new Error(`${where}: expected an object.`);
  if (typeof table['id'] !== 'string')
    throw new Error(`${where}: 'id' is ${show(table['id'])}, expected a text.`);
  if (!isTexts(table['dims']))
    throw new Error(
      `${where} ('${table['id']}'): 'dims' is ${show(table['dims'])}, expected a list of texts.`,
    );
  if (!Array.isArray(table['cells']))
    throw new Error(`${where} ('${table['id']}'): 'cells' is ${show(table['cells'])}, expected a list.`);
  table['cells'].forEach((cell: unknown, i) => {
    checkCell(cell, `${where} ('${String(table['id'])}'), cells[${i}]`);
  });
}

function checkCell(cell: unknown, where: string): asserts cell is Cell {
  if (!isRecord(cell) || !isTexts(cell['at']))
    throw new Error(`${where}: expected an object with 'at', a list of texts; got ${show(cell)}.`);
  for (const name of ['n', 'percent', 'rate', 'ratio', 'average', 'change', 'dp', 'per', 'weight'])
    if (cell[name] !== undefined && cell[name] !== null && !Number.isFinite(cell[name]))
      throw new Error(`${where} ${show(cell['at'])}: '${name}' is ${show(cell[name])}, expected a number.`);
  for (const name of ['of', 'from', 'follows'])
    if (cell[name] !== undefined && !(isRecord(cell[name]) && isTexts(cell[name]['at'])))
      throw new Error(
        `${where} ${show(cell['at'])}: '${name}' is ${show(cell[name])}, expected {"table": …, "at": […]}.`,
      );
}

/** Several publications read as one, as a reader with all of them on the desk does. */
export function together(publications: readonly Publication[]): Publication {
  const policy = publications.map((p) => p.policy).find((p) => p !== undefined);
  return {
    ...(policy ? { policy } : {}),
    tables: publications.flatMap((p) => p.tables),
    links: publications.flatMap((p) => p.links ?? []),
    relations: publications.flatMap((p) => p.relations ?? []),
    statements: publications.flatMap((p) => p.statements ?? []),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((v) => typeof v === 'string');
const show = (value: unknown): string => JSON.stringify(value) ?? 'missing';

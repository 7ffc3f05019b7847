import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Day, day, formatIsoDate, parseIsoDate } from '@cic/core';
import { joinStrategyRecords, readStrategyRecords, type StrategyRecords } from '@cic/core/strategies';
import Papa from 'papaparse';
import { CannotRun, type CommandIo } from './command.ts';
import { bytesAt, decoded, fileProblem, jsonAt } from './files.ts';

const MOST_PROBLEMS = 20;

/** A day of the command line; today where it is left out. */
export function dayAsked(option: string, text: string | undefined): Day {
  if (text === undefined)
    return day(new Date().toISOString().slice(0, 10) as `${number}-${number}-${number}`);
  const found = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseIsoDate(text) : Number.NaN;
  if (Number.isNaN(found) || formatIsoDate(found) !== text)
    throw new CannotRun(`${option} is a day such as 2019-06-30, not '${text}'.`);
  return found;
}

/** Strategy records of one JSON file, each valid by its schema. */
export async function recordsOf(name: string, io: CommandIo): Promise<StrategyRecords> {
  const { records, problems } = readStrategyRecords(await jsonAt(name, io));
  if (records) return records;
  const told = problems.slice(0, MOST_PROBLEMS).map(({ message }) => `  ${message}`);
  const more = problems.length > MOST_PROBLEMS ? [`  and ${problems.length - MOST_PROBLEMS} more`] : [];
  throw new CannotRun(`'${name}' does not hold strategy records:\n${[...told, ...more].join('\n')}`);
}

/** The records of several files together. */
export async function recordsOfAll(names: readonly string[], io: CommandIo): Promise<StrategyRecords> {
  if (names.length === 0) throw new CannotRun('name a file with strategy records (JSON).');
  return joinStrategyRecords(await Promise.all(names.map((name) => recordsOf(name, io))));
}

const cellText = (cell: unknown): string =>
  cell instanceof Date
    ? cell.toISOString().slice(0, 10)
    : cell === null || cell === undefined
      ? ''
      : String(cell);

async function workbook(name: string, bytes: Uint8Array, sheet: string | undefined): Promise<string[][]> {
  const { default: readWorkbook } = await import('read-excel-file/universal');
  const sheets = await readWorkbook(bytes.slice().buffer as ArrayBuffer).catch(() => {
    throw new CannotRun(`'${name}' cannot be read as an Excel workbook (.xlsx).`);
  });
  const found = sheet === undefined ? sheets[0] : sheets.find((one) => one.sheet === sheet);
  if (found) return found.data.map((row) => row.map(cellText));
  const names = sheets.map((one) => `'${one.sheet}'`).join(', ');
  throw new CannotRun(`'${name}' has no sheet '${sheet}'; it has ${names}.`);
}

/** The rows of a CSV file or of one sheet of an Excel workbook, empty ones too, so that they count as they do on screen. */
export async function tableOf(name: string, io: CommandIo, sheet?: string): Promise<string[][]> {
  const bytes = await bytesAt(name, io);
  if (/\.xlsx$/i.test(name)) return workbook(name, bytes, sheet);
  if (!/\.(csv|tsv|txt)$/i.test(name))
    throw new CannotRun(`'${name}' is neither .csv nor .xlsx: save it as one of them.`);
  return Papa.parse<string[]>(decoded(bytes)).data;
}

/** Writes beside the file and puts it in place in one step, so that a reader finds the old or the new, never a half. */
export async function writeWhole(name: string, text: string, io: CommandIo): Promise<void> {
  const path = resolve(io.cwd, name);
  const beside = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw fileProblem(name, error);
  }
}

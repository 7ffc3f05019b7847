import type { Return, Row, Table, TableName } from '../tables.ts';
import { readCsv } from './csv.ts';
import { decode } from './decode.ts';
import { isLitter, kindOf, type ReturnFile } from './files.ts';
import { listed, quoted, type ReadFinding } from './finding.ts';
import { dateColumns } from './row.ts';
import { readXml } from './xml.ts';
import { unzipFiles } from './zip.ts';

export interface ReadResult {
  /** Empty when a finding says `refused`. */
  readonly return: Return;
  readonly findings: readonly ReadFinding[];
}

const NOTHING: Return = { format: 'csv', tables: {} };

/**
 * A return from its files: CSV files (one table each, recognised by its heading), one XML file, or zip archives of
 * these. Pure; runs in a browser. Never throws on what a file holds: what is wrong with the files is in the findings,
 * and what could be read is in the return.
 */
export function readReturn(files: readonly ReturnFile[]): ReadResult {
  const findings: ReadFinding[] = [];
  const report = (finding: ReadFinding): void => {
    findings.push(finding);
  };
  const opened = files.flatMap((file) => openArchive(file, report));
  const xml = opened.filter((file) => kindOf(file) === 'xml');
  const refuse = (file: string, message: string, fix: string): void =>
    report({ severity: 'refused', file, message, fix });
  let result = NOTHING;
  if (findings.some(isRefusal)) return { return: NOTHING, findings };
  if (opened.length === 0)
    refuse('', 'No files were given.', 'Give a folder, a zip archive, CSV files or an XML file.');
  else if (xml.length > 0 && xml.length < opened.length) {
    const other = opened.find((file) => !xml.includes(file))!;
    refuse(
      other.name,
      `CSV and XML cannot be mixed in one return: ${xml[0]!.name} is XML and ${other.name} is not.`,
      'Give either the XML file or the CSV files.',
    );
  } else if (xml.length > 1) {
    refuse(
      xml[1]!.name,
      `A return is one XML file, and ${xml.length} were given: ${listed(xml.map(({ name }) => name))}.`,
      'Give one of them.',
    );
  } else result = xml[0] ? fromXml(xml[0], report) : fromCsv(opened, report);
  return { return: findings.some(isRefusal) ? NOTHING : result, findings };
}

export const isRefusal = ({ severity }: ReadFinding): boolean => severity === 'refused';

function openArchive(file: ReturnFile, report: (finding: ReadFinding) => void): readonly ReturnFile[] {
  const kind = kindOf(file);
  const refuse = (message: string, fix: string): readonly ReturnFile[] => {
    report({ severity: 'refused', file: file.name, message, fix });
    return [];
  };
  if (kind === 'workbook') {
    return refuse(
      `${file.name} is an Excel workbook, not CSV.`,
      'Save each sheet as a CSV file and give those.',
    );
  }
  if (kind !== 'zip') return [file];
  const files = unzipFiles(file.name, file.bytes);
  if ('refused' in files) return refuse(files.refused, 'Give the CSV or XML files themselves.');
  const wanted = files.filter(({ name }) => !isLitter(name));
  const nested = wanted.find((inner) => kindOf(inner) === 'zip' || kindOf(inner) === 'workbook');
  return nested
    ? refuse(
        `${nested.name} is an archive or a workbook inside an archive.`,
        'Unpack it and give the files themselves.',
      )
    : wanted;
}

function textOf({ name, bytes }: ReturnFile, report: (finding: ReadFinding) => void): string {
  const { text, cutOff } = decode(bytes);
  if (cutOff) {
    report({
      severity: 'error',
      file: name,
      message: `${name} ends in the middle of a character: the file is cut off.`,
      fix: 'Copy or export the file again.',
    });
  }
  return text;
}

function fromXml(file: ReturnFile, report: (finding: ReadFinding) => void): Return {
  const read = readXml(file.name, textOf(file, report), report);
  if (!read) return NOTHING;
  const tables = [...read.rows].map(([table, rows]) => {
    const lines = Uint32Array.from(read.lines.get(table) ?? []);
    return [table, { rows, sources: [{ file: file.name, firstRow: 0, lines }] }];
  });
  reportUnreadableDates(file.name, read.unreadable, ({ table, row }) => read.lines.get(table)?.[row], report);
  return { format: 'xml', tables: Object.fromEntries(tables) };
}

function fromCsv(files: readonly ReturnFile[], report: (finding: ReadFinding) => void): Return {
  const tables: { [T in TableName]?: Table<TableName> } = {};
  for (const file of files) {
    const read = readCsv(file.name, textOf(file, report), report);
    if (!read) continue;
    const { table, rows, lines, unreadable } = read;
    const first = tables[table]?.sources[0];
    if (first) {
      report({
        severity: 'refused',
        file: file.name,
        table,
        message: `Two files for one table: ${first.file} and ${file.name} both hold ${table}.`,
        fix: "Give one of them; for last year's return use the place for it.",
      });
    } else {
      tables[table] = { rows, sources: [{ file: file.name, firstRow: 0, lines }] };
      reportUnreadableDates(file.name, unreadable, ({ row }) => lines[row], report);
    }
  }
  return { format: 'csv', tables: tables as Return['tables'] };
}

function reportUnreadableDates(
  file: string,
  rows: readonly Row<TableName>[],
  lineOf: (row: Row<TableName>) => number | undefined,
  report: (finding: ReadFinding) => void,
): void {
  for (const row of rows) {
    const { table } = row;
    const cells = row as unknown as Readonly<Record<string, string | number>>;
    const line = lineOf(row) ?? 0;
    for (const column of dateColumns(table)) {
      const value = String(cells[`${column}_TEXT`]);
      if (value === '' || !Number.isNaN(cells[column])) continue;
      const message = `${file}, line ${line}: ${column} ${quoted(value)} is not a date that exists, written DD/MM/YYYY; read as blank.`;
      const place = { file, line, table, row: row.row, column, value };
      report({ severity: 'warning', ...place, message, fix: 'Write the date as DD/MM/YYYY.' });
    }
  }
}

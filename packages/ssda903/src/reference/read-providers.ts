import type { Day } from '@cic/core/dates';
import { dayOf, parseIsoDate } from '@cic/core/dates';
import Papa from 'papaparse';
import { decode } from '../read/decode.ts';
import { kindOf, type ReturnFile } from '../read/files.ts';
import { readDate } from '../read/row.ts';
import { type PostcodeDirectory, postcodeKey } from './postcodes.ts';
import { type Provider, type ProviderList, providersByUrn } from './providers.ts';

type Cell = string | number | boolean | Date | null;
type Sheet = readonly (readonly Cell[])[];

/** How the columns are called, matched on words in lower case; the first pattern that fits any heading wins. */
const HEADINGS = {
  urn: [/^urn$/, /\burn\b/, /unique reference/],
  placementCodes: [/^(?!.*provider).*placement.*code/, /^(?!.*provider).*placement type/, /^place$/],
  providerCodes: [/provider.*code/, /^place provider$/, /code.*provider/],
  postcode: [/^(setting )?post ?code$/, /post ?code/],
  registrationEnd: [
    /^reg(istration)? end/,
    /reg.*end/,
    /(clos|resign|cancel|deregist|cease).*/,
    /^end date$/,
  ],
} as const;

type Columns = { -readonly [K in keyof typeof HEADINGS]?: number };

/** Title lines may stand above the headings. */
const HEADING_WITHIN = 30;

export interface ProvidersResult {
  readonly providers: ProviderList;
  /** In a sentence each: what was not usable. */
  readonly problems: readonly string[];
}

/**
 * Ofsted's list of providers from one combined workbook or several, every sheet that looks like a list, open and
 * closed. Sheets are told by their headings, never by their names. `postcodes` gives each provider its authority.
 */
export async function readProviders(
  files: readonly ReturnFile[],
  postcodes?: PostcodeDirectory,
): Promise<ProvidersResult> {
  const providers: Provider[] = [];
  const problems: string[] = [];
  for (const file of files) {
    const sheets = await readSheets(file);
    if (!sheets) {
      problems.push(`${file.name} cannot be read as an Excel workbook or CSV file.`);
      continue;
    }
    const lists = sheets.map((sheet) => readList(sheet, postcodes)).filter((list) => list !== undefined);
    providers.push(...lists.flat());
    if (lists.length === 0) {
      problems.push(
        `${file.name} holds no list of providers: no sheet has the headings URN and placement codes, provider codes, postcode or registration end.`,
      );
    }
  }
  return { providers: providersByUrn(providers), problems };
}

async function readSheets(file: ReturnFile): Promise<readonly Sheet[] | undefined> {
  if (kindOf(file) === 'csv') return [Papa.parse<string[]>(decode(file.bytes).text.trim()).data];
  const { default: readWorkbook } = await import('read-excel-file/universal');
  try {
    const sheets = await readWorkbook(file.bytes.slice().buffer as ArrayBuffer);
    return sheets.map(({ data }) => data as Sheet);
  } catch {
    return undefined;
  }
}

function readList(sheet: Sheet, postcodes: PostcodeDirectory | undefined): readonly Provider[] | undefined {
  for (const [at, cells] of sheet.slice(0, HEADING_WITHIN).entries()) {
    const columns = findColumns(cells);
    if (columns.urn !== undefined && Object.keys(columns).length > 1) {
      return sheet.slice(at + 1).flatMap((row) => readProvider(row, columns, postcodes) ?? []);
    }
  }
  return undefined;
}

function findColumns(cells: readonly Cell[]): Columns {
  const names = cells.map((cell) =>
    textOf(cell)
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  const columns: Columns = {};
  for (const [column, patterns] of Object.entries(HEADINGS) as [keyof Columns, readonly RegExp[]][]) {
    for (const pattern of patterns) {
      const at = names.findIndex((name) => pattern.test(name));
      if (at < 0 || Object.values(columns).includes(at)) continue;
      columns[column] = at;
      break;
    }
  }
  return columns;
}

function readProvider(
  row: readonly Cell[],
  columns: Columns,
  postcodes: PostcodeDirectory | undefined,
): Provider | undefined {
  const cell = (column: keyof Columns): Cell => row[columns[column] ?? -1] ?? null;
  const urn = textOf(cell('urn')).toUpperCase();
  if (urn === '') return undefined;
  const postcode = postcodeKey(textOf(cell('postcode')));
  return {
    urn,
    placementCodes: codesIn(cell('placementCodes')),
    providerCodes: codesIn(cell('providerCodes')),
    postcode,
    registrationEnd: dayIn(cell('registrationEnd')),
    authority: postcodes?.find(postcode)?.authority ?? '',
  };
}

const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim();

const codesIn = (cell: Cell): readonly string[] =>
  textOf(cell)
    .toUpperCase()
    .split(/[,/;]/)
    .map((code) => code.trim())
    .filter((code) => code !== '');

/** A workbook counts days from 30 December 1899. */
const EXCEL_DAYS_TO_1970 = 25_569;

function dayIn(cell: Cell): Day {
  if (cell instanceof Date) return dayOf(cell.getUTCFullYear(), cell.getUTCMonth() + 1, cell.getUTCDate());
  if (typeof cell === 'number') return Math.floor(cell) - EXCEL_DAYS_TO_1970;
  const text = textOf(cell);
  const day = readDate(text);
  return Number.isNaN(day) ? parseIsoDate(text.slice(0, 10)) : day;
}

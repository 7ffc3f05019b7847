import Papa from 'papaparse';
import { upperTierOf } from './authorities.ts';
import { createPostcodeIndexBuilder } from './postcode-index.ts';
import { postcodeKey } from './postcodes.ts';

/** Headings of the ONS Postcode Directory over the years, most telling first. */
const HEADINGS = {
  postcode: /^(pcds|pcd|pcd2|pcd7|pcd8|postcode)$/i,
  district: /^(oslaua|laua|lad\d\dcd|ltla\d\dcd)$/i,
  easting: /^(oseast1m|east1m|easting|eastings|x)$/i,
  northing: /^(osnrth1m|north1m|northing|northings|y)$/i,
} as const;

type Columns = { readonly [K in keyof typeof HEADINGS]: number };

export interface PostcodeIndexResult {
  readonly index: Uint8Array;
  readonly postcodes: number;
  /** Lines without a postcode or grid reference. */
  readonly leftOut: number;
}

/**
 * Builds the compact index from the ONS Postcode Directory as CSV, chunk by chunk, so that the gigabyte never stands
 * in memory. Postcodes without a grid reference are left out; those that have ended stay in.
 * @returns the index, or in one sentence why the file is not such a directory
 */
export async function buildPostcodeIndex(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  progress: (bytes: number) => void = () => {},
): Promise<PostcodeIndexResult | { readonly refused: string }> {
  const decoder = new TextDecoder();
  const builder = createPostcodeIndexBuilder();
  let columns: Columns | undefined;
  let rest = '';
  let bytes = 0;
  let leftOut = 0;
  const take = (text: string): string | undefined => {
    for (const cells of Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true }).data) {
      if (!columns) {
        const found = findColumns(cells);
        if (typeof found === 'string')
          return `${file} is not a postcode directory: it has no column for the ${found}.`;
        columns = found;
      } else if (!addPlace(builder, columns, cells)) leftOut++;
    }
    return undefined;
  };
  for await (const chunk of chunks) {
    bytes += chunk.length;
    const text = rest + decoder.decode(chunk, { stream: true });
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    const refused = take(text.slice(0, end));
    if (refused) return { refused };
    progress(bytes);
  }
  const refused = take(rest + decoder.decode());
  if (refused) return { refused };
  return builder.count === 0
    ? { refused: `${file} holds no postcodes with a grid reference.` }
    : { index: builder.build(), postcodes: builder.count, leftOut };
}

function findColumns(cells: readonly string[]): Columns | keyof Columns {
  const names = cells.map((cell) => cell.replace(/^\ufeff/, '').trim());
  const found: Partial<Record<keyof Columns, number>> = {};
  for (const [column, heading] of Object.entries(HEADINGS) as [keyof Columns, RegExp][]) {
    const at = names.findIndex((name) => heading.test(name));
    if (at < 0) return column;
    found[column] = at;
  }
  return found as Columns;
}

function addPlace(
  builder: ReturnType<typeof createPostcodeIndexBuilder>,
  columns: Columns,
  cells: readonly string[],
): boolean {
  const easting = cells[columns.easting] ?? '';
  const northing = cells[columns.northing] ?? '';
  if (easting.trim() === '' || northing.trim() === '') return false;
  const place = {
    easting: Number(easting),
    northing: Number(northing),
    authority: upperTierOf((cells[columns.district] ?? '').trim().toUpperCase()),
  };
  return (
    place.easting >= 0 &&
    place.northing >= 0 &&
    builder.add(postcodeKey(cells[columns.postcode] ?? ''), place)
  );
}

import type { TableName } from '@cic/ssda903';
import type { Random } from '../random/random.ts';
import type { ReturnRow } from './toReturns.ts';

/** One error put into a return on purpose. */
export interface PlantedError {
  /** Code of the rule that finds it. */
  readonly rule: string;
  readonly table: TableName;
  /** Zero-based data row. */
  readonly row: number;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

interface Slip {
  readonly rule: string;
  readonly table: TableName;
  readonly column: string;
  readonly write: string;
  /** Rows the slip fits. */
  readonly fits: (row: ReturnRow) => boolean;
}

const filled =
  (column: string) =>
  (row: ReturnRow): boolean =>
    Boolean(row[column]);
const everywhere = () => true;

/** Slips that people make, each with the rule it breaks. */
const SLIPS: readonly Slip[] = [
  { rule: '101', table: 'Header', column: 'SEX', write: 'X', fits: everywhere },
  { rule: '102', table: 'Header', column: 'DOB', write: '31/02/2012', fits: everywhere },
  { rule: '103', table: 'Header', column: 'ETHNIC', write: 'WBIR', fits: everywhere },
  { rule: '168', table: 'Header', column: 'UPN', write: 'Z00012345', fits: everywhere },
  { rule: '141', table: 'Episodes', column: 'DECOM', write: '1/13/2021', fits: everywhere },
  { rule: '143', table: 'Episodes', column: 'RNE', write: 'Q', fits: everywhere },
  { rule: '144', table: 'Episodes', column: 'LS', write: 'C9', fits: everywhere },
  { rule: '145', table: 'Episodes', column: 'CIN', write: 'N9', fits: everywhere },
  { rule: '148', table: 'Episodes', column: 'DEC', write: '', fits: filled('DEC') },
  { rule: '149', table: 'Episodes', column: 'REC', write: 'E99', fits: filled('REC') },
  { rule: '356', table: 'Episodes', column: 'DEC', write: '01/01/1992', fits: filled('DEC') },
  {
    rule: '550',
    table: 'Episodes',
    column: 'PLACE_PROVIDER',
    write: 'PR0',
    fits: ({ PLACE }) => PLACE !== 'P1',
  },
  { rule: '166', table: 'Reviews', column: 'REVIEW', write: '', fits: everywhere },
  { rule: '167', table: 'Reviews', column: 'REVIEW_CODE', write: 'PN9', fits: everywhere },
  { rule: '180', table: 'OC2', column: 'SDQ_SCORE', write: '45', fits: filled('SDQ_SCORE') },
  { rule: '181', table: 'OC2', column: 'TEETH_CHECK', write: '2', fits: everywhere },
  { rule: '131', table: 'OC3', column: 'IN_TOUCH', write: '', fits: everywhere },
  { rule: '132', table: 'OC3', column: 'ACTIV', write: 'F9', fits: everywhere },
  { rule: '175', table: 'AD1', column: 'NB_ADOPTR', write: '3', fits: everywhere },
  { rule: '631', table: 'PrevPerm', column: 'PREV_PERM', write: 'P9', fits: everywhere },
  { rule: '1004', table: 'Missing', column: 'MIS_START', write: '', fits: everywhere },
];

/**
 * Puts so many errors into the rows, spread over the kinds of slip in turn, never two into one row, and lists them. Fewer
 * where the rows do not give that many.
 */
export function plantErrors(
  tables: { readonly [T in TableName]?: ReturnRow[] },
  count: number,
  random: Random,
): PlantedError[] {
  const planted: PlantedError[] = [];
  const taken = new Set<string>();
  const kinds = random.shuffled(SLIPS);
  const rowsOf = new Map(
    kinds.map((slip) => {
      const rows = (tables[slip.table] ?? []).flatMap((row, i) => (slip.fits(row) ? [i] : []));
      return [slip, random.shuffled(rows)] as const;
    }),
  );
  while (planted.length < count) {
    const before = planted.length;
    for (const slip of kinds) {
      if (planted.length === count) break;
      const left = rowsOf.get(slip)!;
      let row = left.pop();
      while (row !== undefined && taken.has(`${slip.table} ${row}`)) row = left.pop();
      if (row === undefined) continue;
      taken.add(`${slip.table} ${row}`);
      const cells = tables[slip.table]![row]!;
      const { rule, table, column, write: after } = slip;
      planted.push({ rule, table, row, column, before: cells[column] ?? '', after });
      cells[column] = after;
    }
    if (planted.length === before) break;
  }
  return planted;
}

import { audit } from '../audit.ts';
import { figureKinds } from '../figures.ts';
import type { Policy } from '../policy.ts';
import type { Cell, Publication, Range } from '../publication.ts';
import type { Treated } from './rounding.ts';

export interface Codes {
  /** Counts up to this are printed as '0 to n'. */
  readonly bottom?: number;
  /** Counts from this on are printed as 'n or more'. */
  readonly top?: number;
}

/**
 * Top and bottom coding: counts at the ends are printed as a range. It protects only what the rest of the table does not
 * give back, so look at the report: a coded count in a table with totals often needs `protect` as well.
 */
export async function codeCounts(
  publication: Publication,
  codes: Codes,
  policy: Policy = publication.policy ?? {},
): Promise<Treated> {
  const { bottom = -1, top = Number.POSITIVE_INFINITY } = codes;
  const coded = (cell: Cell, shown: string, range: Range): Cell => ({
    at: cell.at,
    n: null,
    shown,
    range,
    status: 'coded',
    ...(cell.of ? { of: cell.of } : {}),
    ...Object.fromEntries(figureKinds.filter((kind) => cell[kind] !== undefined).map((kind) => [kind, null])),
  });
  const out: Publication = {
    ...publication,
    tables: publication.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell): Cell => {
        if (cell.n === undefined || cell.n === null) return cell;
        if (cell.n <= bottom) return coded(cell, `0 to ${bottom}`, [0, bottom]);
        if (cell.n >= top) return coded(cell, `${top} or more`, [top, null]);
        return cell;
      }),
    })),
  };
  return { publication: out, report: await audit(out, policy) };
}

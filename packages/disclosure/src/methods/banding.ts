import { audit } from '../audit.ts';
import { completePolicy, type Policy } from '../policy.ts';
import { type Cell, inTable, type Publication, placeKey } from '../publication.ts';
import type { Treated } from './rounding.ts';

/** Widths of bands tried, narrowest first, in percentage points. */
const steps = [5, 10, 20, 25, 50, 100];

/**
 * Prints a percentage as a band where the percentage itself would give a small count away: `10 to 15%` instead of
 * `12.2%`. The band is the narrowest of the usual widths that leaves the count an interval as wide as the policy asks.
 */
export async function bandPercentages(
  publication: Publication,
  policy: Policy = publication.policy ?? {},
): Promise<Treated> {
  const complete = completePolicy(policy);
  const before = await audit(publication, policy);
  const leaks = new Set(
    before.findings.filter((f) => f.leak && f.of === 'implied').map((f) => placeKey(f.table, f.at)),
  );
  const counts = new Map(
    publication.tables.flatMap((table) =>
      table.cells.map((cell) => [placeKey(table.id, cell.at), cell.n ?? undefined]),
    ),
  );
  const banded = (cell: Cell, table: string): Cell => {
    const base = cell.of && counts.get(placeKey(inTable(cell.of, table).table, cell.of.at));
    const percent = cell.percent!;
    for (const step of steps) {
      const from = Math.min(100 - step, Math.floor(percent / step) * step);
      const to = from + step;
      const range = base === undefined ? 0 : Math.floor((to * base) / 100) - Math.ceil((from * base) / 100);
      if (range >= complete.width || step === 100)
        return { ...cell, percent: null, dp: 0, band: [from, to], status: 'coded' };
    }
    return cell;
  };
  const out: Publication = {
    ...publication,
    tables: publication.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) =>
        leaks.has(placeKey(table.id, cell.at)) && typeof cell.percent === 'number'
          ? banded(cell, table.id)
          : cell,
      ),
    })),
  };
  return { publication: out, report: await audit(out, policy) };
}

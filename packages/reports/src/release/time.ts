import { byTime, type IndicatorResult, type Period } from '@cic/core';
import type { PrintedRelation, Table } from '@cic/disclosure';
import { partsOf, TOTAL } from './tables.ts';

interface Dated {
  readonly result: IndicatorResult;
  readonly tables: readonly Table[];
}

/** Shorter periods that together are a longer one, day for day: the quarters of a year. */
function parts(long: Period, others: readonly Dated[]): Dated[] | undefined {
  const inside = others
    .filter(({ result: { period } }) => period.start >= long.start && period.end <= long.end)
    .sort((a, b) => byTime(a.result.period, b.result.period));
  const chosen: Dated[] = [];
  let next = long.start;
  while (next <= long.end) {
    const found = inside.find(({ result: { period } }) => period.start === next);
    if (!found) return undefined;
    chosen.push(found);
    next = found.result.period.end + 1;
  }
  return chosen.length > 1 ? chosen : undefined;
}

const everybody = (table: Table) => table.cells.find(({ at }) => at.every((category) => category === TOTAL));

/** Sums that hold over time: what is counted in the quarters of a year is what is counted in the year, where it adds up. */
export function sumsOverTime(all: readonly Dated[]): PrintedRelation[] {
  const flows = new Map<string, Dated[]>();
  for (const one of all) {
    const { indicator } = one.result;
    if (indicator.kind !== 'flow' || partsOf(one.result) !== 'count' || one.tables.length === 0) continue;
    flows.set(indicator.id, [...(flows.get(indicator.id) ?? []), one]);
  }
  return [...flows].flatMap(([id, dated]) =>
    dated.flatMap((long) => {
      const shorter = parts(
        long.result.period,
        dated.filter((one) => one !== long && one.result.period.kind !== long.result.period.kind),
      );
      if (!shorter) return [];
      const cells = [long, ...shorter].map(({ tables }) => ({
        table: tables[0]!,
        cell: everybody(tables[0]!)!,
      }));
      const [whole, ...rest] = cells.map(({ cell }) => cell.n ?? 0);
      if (whole !== rest.reduce((sum, n) => sum + n, 0)) return [];
      const terms = cells.map(({ table, cell }, i) => ({
        table: table.id,
        at: cell.at,
        times: i === 0 ? 1 : -1,
      }));
      return [{ name: `${id} over time`, terms }];
    }),
  );
}

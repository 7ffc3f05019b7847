import type { Cell, CellRef, Policy, Publication, Range, Table } from '../src/index.ts';

/** A tuple of categories, one per dimension. */
type Place = readonly string[];

/**
 * Every table of whole numbers that agrees with what is printed, by trying them all: the other way to compute what the
 * audit computes. Inner cells run over their ranges, totals are added up, and then everything printed is compared.
 */
export function bruteForce(
  publication: Publication,
  policy: Policy,
  cap: number,
): Map<string, [number, number]> {
  const groups = linkedPlaces(publication);
  const group = (table: string, at: Place): string => groups.get(key(table, at)) ?? key(table, at);
  const inner: { id: string; range: [number, number] }[] = [];
  const seen = new Map<string, [number, number]>();
  for (const table of publication.tables)
    for (const cell of table.cells) {
      if (isTotal(table, cell.at)) continue;
      const id = group(table.id, cell.at);
      const [low, high] = rangeOf(cell, policy);
      const range: [number, number] = [low, Math.min(high ?? cap, cap)];
      const known = seen.get(id);
      if (known) {
        known[0] = Math.max(known[0], range[0]);
        known[1] = Math.min(known[1], range[1]);
      } else {
        seen.set(id, range);
        inner.push({ id, range });
      }
    }
  const found = new Map<string, [number, number]>();
  const values = new Map<string, number>();
  const visit = (i: number): void => {
    if (i === inner.length) {
      const all = everything(publication, values, group);
      if (!agrees(publication, policy, all, group)) return;
      for (const [id, value] of all) {
        const interval = found.get(id) ?? [value, value];
        found.set(id, [Math.min(interval[0], value), Math.max(interval[1], value)]);
      }
      return;
    }
    const { id, range } = inner[i]!;
    for (let value = range[0]; value <= range[1]; value++) {
      values.set(id, value);
      visit(i + 1);
    }
  };
  visit(0);
  return found;
}

export const key = (table: string, at: Place): string => [table, ...at].join('|');

const isTotal = (table: Table, at: Place): boolean =>
  table.dims.some((dim, i) => {
    const total = table.totals?.[dim];
    return typeof total === 'string' ? total === at[i] : total !== undefined && at[i]! in total;
  });

function rangeOf(cell: Cell, policy: Policy): Range {
  if (typeof cell.n === 'number') return [cell.n, cell.n];
  return cell.range ?? (cell.shown === undefined ? undefined : policy.marks?.[cell.shown]) ?? [0, null];
}

/** Totals added up from the inner cells, a parent of a hierarchy from its leaves. */
function everything(
  publication: Publication,
  values: ReadonlyMap<string, number>,
  group: (table: string, at: Place) => string,
): Map<string, number> {
  const all = new Map<string, number>();
  for (const table of publication.tables) {
    const leaves = table.cells.filter((cell) => !isTotal(table, cell.at));
    for (const cell of table.cells) {
      const matches = leaves.filter((leaf) =>
        table.dims.every((dim, i) => within(table, dim, leaf.at[i]!, cell.at[i]!)),
      );
      all.set(
        key(table.id, cell.at),
        matches.reduce((sum, leaf) => sum + values.get(group(table.id, leaf.at))!, 0),
      );
    }
  }
  return all;
}

function within(table: Table, dim: string, leaf: string, category: string): boolean {
  const total = table.totals?.[dim];
  if (leaf === category) return true;
  if (total === undefined) return false;
  if (typeof total === 'string') return total === category;
  return (total[category] ?? []).some((child) => within(table, dim, leaf, child));
}

function agrees(
  publication: Publication,
  policy: Policy,
  all: ReadonlyMap<string, number>,
  group: (table: string, at: Place) => string,
): boolean {
  const values = new Map<string, number>();
  for (const table of publication.tables)
    for (const cell of table.cells) {
      const value = all.get(key(table.id, cell.at))!;
      const [low, high] = rangeOf(cell, policy);
      if (value < low || (high !== null && value > high)) return false;
      const id = group(table.id, cell.at);
      if ((values.get(id) ?? value) !== value) return false;
      values.set(id, value);
      if (typeof cell.percent === 'number') {
        const base = all.get(key(cell.of?.table ?? table.id, cell.of!.at))!;
        // Half up in whole numbers: floor(100 * 10^dp * n / base + 1/2).
        const scale = 10 ** (cell.dp ?? 0);
        if (base === 0 || value > base) return false;
        if (Math.floor((200 * scale * value + base) / (2 * base)) !== Math.round(cell.percent * scale))
          return false;
      }
    }
  return true;
}

function linkedPlaces(publication: Publication): Map<string, string> {
  const groups = new Map<string, string>();
  for (const link of publication.links ?? []) {
    if (!Array.isArray(link)) throw new Error('brute force reads links as lists only');
    const refs = link as readonly CellRef[];
    const ids = refs.map((ref) => key(ref.table, ref.at));
    const names = ids.map((id) => groups.get(id) ?? id);
    for (const id of ids) groups.set(id, names[0]!);
    for (const [id, name] of groups) if (names.includes(name)) groups.set(id, names[0]!);
  }
  return groups;
}

import fc from 'fast-check';
import type { Cell, Publication, Table } from '../src/index.ts';

/** Random small publications: every shape the audit claims to be exact on, with true counts in every cell. */

/** A table over the given category counts, with totals (or a two-level hierarchy) on each dimension. */
export function tableOf(
  id: string,
  sizes: readonly number[],
  counts: readonly number[],
  tree = false,
): Table {
  const dims = sizes.map((_, d) => `d${d}`);
  const categories = sizes.map((size, d) => Array.from({ length: size }, (_, i) => `${'abc'[d]}${i}`));
  const parents: Record<string, string[]>[] = sizes.map((_, d) =>
    tree && d === 0 && sizes[0]! > 2
      ? { T0: ['G', ...categories[0]!.slice(2)], G: categories[0]!.slice(0, 2) }
      : { [`T${d}`]: categories[d]! },
  );
  const leaves = (d: number, name: string): string[] =>
    parents[d]![name] ? parents[d]![name].flatMap((child) => leaves(d, child)) : [name];
  const places = sizes.reduce<string[][]>(
    (list, _, d) =>
      list.flatMap((at) => [...categories[d]!, ...Object.keys(parents[d]!)].map((c) => [...at, c])),
    [[]],
  );
  const value = new Map<string, number>();
  const inner = sizes.reduce<string[][]>(
    (list, _, d) => list.flatMap((at) => categories[d]!.map((c) => [...at, c])),
    [[]],
  );
  inner.forEach((at, i) => {
    value.set(at.join(), counts[i % counts.length]!);
  });
  const cells: Cell[] = places.map((at) => {
    const spread = at.reduce<string[][]>(
      (list, c, d) => list.flatMap((l) => leaves(d, c).map((leaf) => [...l, leaf])),
      [[]],
    );
    return { at, n: spread.reduce((sum, leaf) => sum + value.get(leaf.join())!, 0) };
  });
  const totals = Object.fromEntries(
    dims.map((dim, d) => [dim, tree && d === 0 && sizes[0]! > 2 ? parents[d]! : `T${d}`]),
  );
  return { id, dims, cells, totals };
}

/** One or two linked tables of 1 to 3 dimensions, zeros and larger counts among them. */
export const drawnTables: fc.Arbitrary<Publication> = fc
  .record({
    sizes: fc.constantFrom([3], [4], [2, 2], [2, 3], [3, 3], [2, 2, 2]),
    tree: fc.boolean(),
    counts: fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 30 })), {
      minLength: 12,
      maxLength: 12,
    }),
    second: fc.boolean(),
  })
  .map(({ sizes, tree, counts, second }) => {
    const first = tableOf('t', sizes, counts, tree);
    if (!second) return { tables: [first] };
    const other = tableOf('u', [2], [counts[0]!, counts[5]!]);
    const corner = sizes.map((_, d) => `${'abc'[d]}0`);
    return {
      tables: [first, other],
      links: [
        [
          { table: 't', at: corner },
          { table: 'u', at: ['a0'] },
        ],
      ],
    };
  });

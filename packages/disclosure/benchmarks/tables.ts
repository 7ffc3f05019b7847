import type { Cell, Publication } from '../src/index.ts';

/** Numbers between 0 and 1 that are the same on every run (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A table of skewed counts as councils have them: some zeros, many small, a few large; with totals on each dimension. */
export function randomTable(sizes: readonly number[], seed: number, zeros = 0.1, scale = 60): Publication {
  const random = randomOf(seed);
  const dims = sizes.map((_, d) => `d${d}`);
  const values = new Map<string, number>();
  let places: string[][] = [[]];
  for (const [d, size] of sizes.entries())
    places = places.flatMap((at) =>
      [...Array.from({ length: size }, (_, i) => `${d}.${i}`), 'Total'].map((c) => [...at, c]),
    );
  for (const at of places) {
    if (at.includes('Total')) continue;
    const n = random() < zeros ? 0 : Math.floor(scale * random() ** 2.2);
    const positions = at.reduce<string[][]>(
      (list, c) =>
        list.flatMap((p) => [
          [...p, c],
          [...p, 'Total'],
        ]),
      [[]],
    );
    for (const p of positions) values.set(p.join('|'), (values.get(p.join('|')) ?? 0) + n);
  }
  const cells: Cell[] = places.map((at) => ({ at, n: values.get(at.join('|'))! }));
  return {
    tables: [{ id: 't', dims, cells, totals: Object.fromEntries(dims.map((dim) => [dim, 'Total'])) }],
  };
}

import type { Highs } from 'highs';
import { program } from '../solve/highs.ts';
import type { Cut } from './component.ts';

export interface Cheapest {
  readonly chosen: readonly number[];
  /** No choice that meets the cuts costs less than this. */
  readonly bound: number;
  readonly proven: boolean;
}

/**
 * The cheapest set of cells that meets every cut: a covering problem of zeros and ones. `gap` is how much dearer than
 * the cheapest an answer may be and still count as proven; below a half it never costs a cell. `atLeast` is what is known
 * already: said outright, it spares the solver from proving it among many equals.
 */
export function cheapest(
  highs: Highs,
  cost: Float64Array,
  cuts: readonly Cut[],
  nodes: number,
  gap: number,
  atLeast: number,
): Cheapest {
  const cells = [...new Set(cuts.flatMap((cut) => [...cut.weights.keys()]))].sort((a, b) => a - b);
  const position = new Map(cells.map((cell, i) => [cell, i]));
  const solver = program(
    highs,
    {
      low: cells.map(() => 0),
      high: cells.map(() => 1),
      rows: [
        ...cuts.map((cut) => ({
          variables: [...cut.weights.keys()].map((cell) => position.get(cell)!),
          coefficients: [...cut.weights.values()],
          low: cut.least - 1e-6,
          high: Number.POSITIVE_INFINITY,
        })),
        {
          variables: cells.map((_, i) => i),
          coefficients: cells.map((cell) => cost[cell]!),
          low: atLeast,
          high: Number.POSITIVE_INFINITY,
        },
      ],
    },
    { whole: true, nodes, absoluteGap: gap },
  );
  try {
    const found = solver.optimise('min', new Map(cells.map((cell, i) => [i, cost[cell]!])));
    return {
      chosen: cells.filter((_, i) => found.point[i]! > 0.5),
      bound: found.bound,
      proven: found.status === 'optimal',
    };
  } finally {
    solver.dispose();
  }
}

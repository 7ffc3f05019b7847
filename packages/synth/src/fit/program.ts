import type { Highs } from 'highs';
import { type Count, highest, lowest } from './marginals.ts';

let loading: Promise<Highs> | undefined;

/** The HiGHS solver (MIT) as WebAssembly, loaded on first use and kept. */
const loadSolver = (): Promise<Highs> => (loading ??= import('highs').then(({ default: load }) => load()));

/** Where the program had to miss a count that was asked for. */
export interface Miss<Label> {
  readonly label: Label;
  readonly wanted: Count;
  readonly made: number;
}

/** A point that meets the counts as far as they can all be met. */
export interface Solution<Label> {
  value(variable: number): number;
  readonly misses: readonly Miss<Label>[];
}

/** What a miss by one costs before it is weighed: far more than any preference. */
const MISS = 1000;

const TINY = 1e-6;
const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < TINY;
/** Whole numbers are sought first up to so many children from the point without them, and among what costs no more. */
const NEAR = 2;
const EQUALLY_GOOD = 0.5;

/** Small whole-number programs whose wishes may be missed, at a price, and whose other rows may not. */
export class Program<Label> {
  readonly #high: number[] = [];
  readonly #cost: number[] = [];
  readonly #rows: { variables: number[]; coefficients: number[]; low: number; high: number }[] = [];
  readonly #wishes: { label: Label; wanted: Count; variables: readonly number[] }[] = [];

  /** A whole number from 0 to `high`; the program prefers solutions of low cost. */
  variable(high: number, cost = 0): number {
    this.#high.push(high);
    this.#cost.push(cost);
    return this.#high.length - 1;
  }

  /** The variables add up to the sum of the others. */
  balance(variables: readonly number[], others: readonly number[]): void {
    this.#rows.push({
      variables: [...variables, ...others],
      coefficients: [...variables.map(() => 1), ...others.map(() => -1)],
      low: 0,
      high: 0,
    });
  }

  /** The variables add up to exactly so many. */
  total(variables: readonly number[], count: number): void {
    this.#rows.push({
      variables: [...variables],
      coefficients: variables.map(() => 1),
      low: count,
      high: count,
    });
  }

  /** The variables should add up to a count; the heavier a wish, the later it is missed. */
  wish(label: Label, variables: readonly number[], wanted: Count, weight: number): void {
    const more = this.variable(Number.POSITIVE_INFINITY, MISS * weight);
    const fewer = this.variable(Number.POSITIVE_INFINITY, MISS * weight);
    this.#rows.push({
      variables: [...variables, more, fewer],
      coefficients: [...variables.map(() => 1), -1, 1],
      low: lowest(wanted),
      high: highest(wanted),
    });
    this.#wishes.push({ label, wanted, variables });
  }

  async solve(): Promise<Solution<Label>> {
    const point = this.#wholePoint(await loadSolver());
    const sum = (variables: readonly number[]) => variables.reduce((total, v) => total + point[v]!, 0);
    return {
      value: (variable) => point[variable]!,
      misses: this.#wishes.flatMap(({ label, wanted, variables }) => {
        const made = sum(variables);
        return made < lowest(wanted) || made > highest(wanted) ? [{ label, wanted, made }] : [];
      }),
    };
  }

  /**
   * The best whole point. These programs are nearly networks: without asking for whole numbers, nearly all of them come out
   * whole, in a small part of the time. The whole numbers are then sought near by, and everywhere only if that costs a miss.
   */
  #wholePoint(highs: Highs): Float64Array {
    const relaxed = this.#run(highs, this.#high, false);
    if (relaxed.point.every(isWhole)) return relaxed.point.map(Math.round);
    const near = this.#high.map((high, v) => {
      const value = relaxed.point[v]!;
      if (value < TINY && relaxed.reducedCost[v]! > EQUALLY_GOOD) return 0;
      return Math.min(high, Math.ceil(value) + NEAR);
    });
    const nearby = this.#run(highs, near, true);
    const close = nearby.found && nearby.cost - relaxed.cost < MISS / 4;
    return (close ? nearby : this.#run(highs, this.#high, true)).point.map(Math.round);
  }

  #run(
    highs: Highs,
    upTo: readonly number[],
    whole: boolean,
  ): { found: boolean; cost: number; point: Float64Array; reducedCost: Float64Array } {
    const columns = upTo.length;
    const starts = new Int32Array(this.#rows.length + 1);
    this.#rows.forEach(({ variables }, r) => {
      starts[r + 1] = starts[r]! + variables.length;
    });
    const model = highs.createModel({
      numCols: columns,
      numRows: this.#rows.length,
      colCost: Float64Array.from(this.#cost),
      colLower: new Float64Array(columns),
      colUpper: Float64Array.from(upTo),
      rowLower: Float64Array.from(this.#rows, (row) => row.low),
      rowUpper: Float64Array.from(this.#rows, (row) => row.high),
      matrix: {
        format: 'csr',
        numRows: this.#rows.length,
        numCols: columns,
        starts,
        indices: Int32Array.from(this.#rows.flatMap(({ variables }) => variables)),
        values: Float64Array.from(this.#rows.flatMap(({ coefficients }) => coefficients)),
      },
      ...(whole ? { integrality: new Int32Array(columns).fill(1) } : {}),
    });
    try {
      // One miss costs a thousand, so that a gap below it is only one of taste.
      model.options.set({ output_flag: false, random_seed: 1, mip_rel_gap: 0, mip_abs_gap: MISS / 4 });
      const { modelStatus } = model.run();
      const { colValue, colDual } = model.getSolution();
      return {
        found: modelStatus === highs.constants.modelStatus.optimal,
        cost: model.getObjectiveValue(),
        point: Float64Array.from(colValue),
        reducedCost: Float64Array.from(colDual),
      };
    } finally {
      model.dispose();
    }
  }
}

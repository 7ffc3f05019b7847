import type { Highs, ModelData } from 'highs';
import { holds, type System } from './system.ts';

let loading: Promise<Highs> | undefined;

/**
 * The HiGHS solver (MIT), compiled to WebAssembly, loaded on first use and kept. It runs in Node and in a browser;
 * there, pass where the wasm file is served from before anything else.
 */
export function loadSolver(options?: { readonly locateFile?: (file: string) => string }): Promise<Highs> {
  loading ??= import('highs').then((module) => module.default(options));
  return loading;
}

export interface Optimum {
  readonly status: 'optimal' | 'infeasible' | 'unbounded' | 'limit';
  readonly value: number;
  /** What the optimum is proved not to exceed (maximum) or fall below (minimum). */
  readonly bound: number;
  readonly point: Float64Array;
  /** Row duals; of a linear program only. */
  readonly duals: Float64Array;
}

/** A system held by the solver: objectives come and go, the last basis is the next start. */
export interface Program {
  /** Optimises sum of weights[i] * variable[i]. */
  optimise(sense: 'max' | 'min', objective: ReadonlyMap<number, number>): Optimum;
  setBounds(variable: number, low: number, high: number): void;
  addRow(variables: readonly number[], coefficients: readonly number[], low: number, high: number): void;
  dispose(): void;
}

export interface ProgramOptions {
  readonly whole: boolean;
  /** Stops a search for whole solutions after so many nodes: the same on every machine, unlike seconds. */
  readonly nodes?: number;
  readonly absoluteGap?: number;
}

/** Loads a system into the solver. Call `dispose` when done: its memory is not collected. */
export function program(highs: Highs, system: System, options: ProgramOptions): Program {
  const n = system.low.length;
  const starts = new Int32Array(system.rows.length + 1);
  system.rows.forEach((row, r) => {
    starts[r + 1] = starts[r]! + row.variables.length;
  });
  const indices = new Int32Array(starts[system.rows.length]!);
  const values = new Float64Array(indices.length);
  system.rows.forEach((row, r) => {
    indices.set(row.variables, starts[r]!);
    values.set(row.coefficients, starts[r]!);
  });
  const data: ModelData = {
    numCols: n,
    numRows: system.rows.length,
    colCost: new Float64Array(n),
    colLower: Float64Array.from(system.low),
    colUpper: Float64Array.from(system.high),
    rowLower: Float64Array.from(system.rows, (row) => row.low),
    rowUpper: Float64Array.from(system.rows, (row) => row.high),
    matrix: { format: 'csr', numRows: system.rows.length, numCols: n, starts, indices, values },
    ...(options.whole ? { integrality: new Int32Array(n).fill(1) } : {}),
  };
  const model = highs.createModel(data);
  model.options.set({
    output_flag: false,
    random_seed: 1,
    mip_rel_gap: 0,
    mip_abs_gap: options.absoluteGap ?? 1e-6,
    mip_feasibility_tolerance: 1e-7,
    primal_feasibility_tolerance: 1e-8,
    ...(options.whole ? {} : { solver: 'simplex', presolve: 'off' }),
    ...(options.nodes ? { mip_max_nodes: options.nodes } : {}),
  });
  let costed: ReadonlyMap<number, number> = new Map();
  const { modelStatus, objectiveSense } = highs.constants;
  return {
    optimise(sense, objective) {
      if (objective !== costed) {
        for (const variable of costed.keys()) if (!objective.has(variable)) model.changeColCost(variable, 0);
        for (const [variable, weight] of objective) model.changeColCost(variable, weight);
        costed = objective;
      }
      model.changeObjectiveSense(sense === 'max' ? objectiveSense.maximize : objectiveSense.minimize);
      const { modelStatus: code } = model.run();
      const solution = model.getSolution();
      const value = model.getObjectiveValue();
      const base = { value, point: solution.colValue, duals: solution.rowDual };
      if (code === modelStatus.optimal || code === modelStatus.empty)
        return {
          ...base,
          status: 'optimal',
          bound: options.whole ? Number(model.info.get('mip_dual_bound')) : value,
        };
      if (code === modelStatus.infeasible) return { ...base, status: 'infeasible', bound: value };
      if (code === modelStatus.unbounded || code === modelStatus.unboundedOrInfeasible)
        return { ...base, status: 'unbounded', bound: value };
      return {
        ...base,
        status: 'limit',
        bound: options.whole ? Number(model.info.get('mip_dual_bound')) : value,
      };
    },
    setBounds: (variable, low, high) => void model.changeColBounds(variable, low, high),
    addRow: (variables, coefficients, low, high) =>
      void model.addRow(low, high, { indices: [...variables], values: [...coefficients] }),
    dispose: () => model.dispose(),
  };
}

/** The whole point next to a solver's answer, when it satisfies every row exactly. */
export function wholePoint(system: System, point: ArrayLike<number>): Float64Array | undefined {
  const rounded = new Float64Array(point.length);
  for (let i = 0; i < point.length; i++) {
    const value = Math.round(point[i]!);
    if (Math.abs(value - point[i]!) > 1e-4 || value < system.low[i]! || value > system.high[i]!)
      return undefined;
    rounded[i] = value;
  }
  return system.rows.every((row) => holds(row, rounded)) ? rounded : undefined;
}

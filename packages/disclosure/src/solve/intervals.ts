import { loadSolver, type Program, program, wholePoint } from './highs.ts';
import { type Flow, feasibleFlow, type Network, networkOf, push } from './network.ts';
import { propagate } from './propagate.ts';
import { components, type Interval, restrict, type System } from './system.ts';

export interface Intervals {
  readonly feasible: boolean;
  readonly of: ReadonlyMap<number, Interval>;
  /** Variables of a group of rows that no whole numbers satisfy, when not feasible. */
  readonly conflict?: readonly number[];
}

/** Nodes after which a search for whole solutions gives up and reports the proven bound instead. */
const nodeLimit = 20_000;

/**
 * The smallest and largest value of each wanted variable over all whole points of the system: by propagation where that
 * decides, by maximum flow in networks, by linear and then whole-number programming elsewhere.
 */
export async function intervals(system: System, wanted: readonly number[]): Promise<Intervals> {
  const tight = propagate(system);
  if (tight.conflict !== undefined)
    return { feasible: false, of: new Map(), conflict: system.rows[tight.conflict]!.variables };
  const bounded: System = { low: tight.low, high: tight.high, rows: system.rows };
  const of = new Map<number, Interval>();
  const asked = new Set(wanted);
  for (const variable of wanted)
    if (tight.low[variable] === tight.high[variable])
      of.set(variable, { low: tight.low[variable]!, high: tight.high[variable]!, proven: true });
  const free = (variable: number): boolean => tight.low[variable]! < tight.high[variable]!;
  for (const { variables, rows } of components(bounded, free)) {
    const part = restrict(bounded, variables, rows, tight.low);
    const positions = variables.map((_, i) => i).filter((i) => asked.has(variables[i]!));
    if (positions.length === 0 && rows.length === 0) continue;
    const found = await partIntervals(part, positions);
    if (!found) return { feasible: false, of: new Map(), conflict: variables };
    positions.forEach((position, i) => {
      of.set(variables[position]!, found[i]!);
    });
  }
  return { feasible: true, of };
}

async function partIntervals(system: System, wanted: readonly number[]): Promise<Interval[] | undefined> {
  if (system.rows.length === 0)
    return wanted.map((i) => ({ low: system.low[i]!, high: system.high[i]!, proven: true }));
  const network = networkOf(system);
  if (network) {
    const flow = feasibleFlow(network);
    return flow && flowIntervals(network, flow, wanted);
  }
  return programIntervals(system, wanted);
}

/** Exact: a network's extreme points are whole. `flow` is moved about. */
export function flowIntervals(network: Network, flow: Flow, wanted: readonly number[]): Interval[] {
  const least = Float64Array.from(flow.value);
  const most = Float64Array.from(flow.value);
  const touched: number[] = [];
  const extreme = (arc: number, direction: 1 | -1): number => {
    const bound = direction > 0 ? network.high[arc]! : network.low[arc]!;
    if ((direction > 0 ? most : least)[arc] === bound) return bound;
    touched.length = 0;
    const moved = push(flow, arc, direction, Number.POSITIVE_INFINITY, touched);
    for (const a of touched) {
      least[a] = Math.min(least[a]!, flow.value[a]!);
      most[a] = Math.max(most[a]!, flow.value[a]!);
    }
    return moved === Number.POSITIVE_INFINITY ? direction * moved : flow.value[arc]!;
  };
  return wanted.map((arc) => ({ high: extreme(arc, 1), low: extreme(arc, -1), proven: true }));
}

async function programIntervals(system: System, wanted: readonly number[]): Promise<Interval[] | undefined> {
  const highs = await loadSolver();
  const relaxed = program(highs, system, { whole: false });
  let whole: Program | undefined;
  const n = system.low.length;
  const least = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const most = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
  const witness = (point: ArrayLike<number>): boolean => {
    const rounded = wholePoint(system, point);
    if (!rounded) return false;
    for (let i = 0; i < n; i++) {
      least[i] = Math.min(least[i]!, rounded[i]!);
      most[i] = Math.max(most[i]!, rounded[i]!);
    }
    return true;
  };
  const wholeProgram = (): Program => {
    whole ??= program(highs, system, { whole: true, nodes: nodeLimit });
    return whole;
  };
  try {
    if (relaxed.optimise('max', new Map()).status === 'infeasible') return undefined;
    const start = wholeProgram().optimise('max', new Map());
    if (start.status === 'infeasible') return undefined;
    if (start.status === 'optimal') witness(start.point);

    const extreme = (variable: number, sense: 'max' | 'min'): { value: number; proven: boolean } => {
      const up = sense === 'max';
      const round = up ? Math.floor : Math.ceil;
      const seen = up ? most : least;
      const given = up ? system.high[variable]! : system.low[variable]!;
      if (seen[variable] === given) return { value: given, proven: true };
      const objective = new Map([[variable, 1]]);
      const linear = relaxed.optimise(sense, objective);
      if (linear.status === 'unbounded') return { value: up ? Infinity : -Infinity, proven: true };
      const bound = round(linear.value + (up ? 1e-6 : -1e-6));
      witness(linear.point);
      if (seen[variable] === bound) return { value: bound, proven: true };
      const exact = wholeProgram().optimise(sense, objective);
      if (exact.status !== 'infeasible' && exact.point.length > 0) witness(exact.point);
      if (exact.status === 'optimal' && seen[variable] === Math.round(exact.value))
        return { value: Math.round(exact.value), proven: true };
      const proven = round(exact.bound + (up ? 1e-6 : -1e-6));
      const tighter = Number.isFinite(proven)
        ? up
          ? Math.min(proven, bound)
          : Math.max(proven, bound)
        : bound;
      return { value: tighter, proven: seen[variable] === tighter };
    };
    return wanted.map((variable) => {
      const high = extreme(variable, 'max');
      const low = extreme(variable, 'min');
      return { low: low.value, high: high.value, proven: low.proven && high.proven };
    });
  } finally {
    relaxed.dispose();
    whole?.dispose();
  }
}

/** Some whole point of the system, or `undefined` when there is none. */
export async function somePoint(system: System): Promise<number[] | undefined> {
  const tight = propagate(system);
  if (tight.conflict !== undefined) return undefined;
  const bounded: System = { low: tight.low, high: tight.high, rows: system.rows };
  const point = [...tight.low];
  for (const { variables, rows } of components(bounded, (v) => tight.low[v]! < tight.high[v]!)) {
    const part = restrict(bounded, variables, rows, tight.low);
    const found = await partPoint(part);
    if (!found) return undefined;
    variables.forEach((variable, i) => {
      point[variable] = found[i]!;
    });
  }
  return point;
}

async function partPoint(system: System): Promise<ArrayLike<number> | undefined> {
  const network = networkOf(system);
  if (network) return feasibleFlow(network)?.value;
  const solver = program(await loadSolver(), system, { whole: true, nodes: nodeLimit });
  try {
    return wholePoint(system, solver.optimise('min', new Map()).point);
  } finally {
    solver.dispose();
  }
}

import type { System } from './system.ts';

/**
 * A system whose every variable stands in at most two rows, with opposite signs once rows are turned round suitably:
 * tables of one and two dimensions, hierarchies along one of them, stock and flow. Such a system is a network, its
 * extreme points are whole (total unimodularity), and bounds are maximum flows.
 *
 * Raising a variable adds to the balance of its `tail` node and takes from that of its `head` node; node 0 is ground,
 * whose balance nobody minds.
 */
export interface Network {
  readonly nodes: number;
  /** Arcs beyond the system's variables are the slack of rows that are ranges. */
  readonly arcs: number;
  readonly variables: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Balance every node must have. */
  readonly supply: Float64Array;
  readonly arcsOf: readonly Int32Array[];
}

/** The network a system is, or `undefined` when it is none. */
export function networkOf(system: System): Network | undefined {
  const variables = system.low.length;
  const ends: { row: number; coefficient: number }[][] = system.low.map(() => []);
  for (let r = 0; r < system.rows.length; r++) {
    const row = system.rows[r]!;
    for (let i = 0; i < row.variables.length; i++) {
      const coefficient = row.coefficients[i]!;
      if (coefficient !== 1 && coefficient !== -1) return undefined;
      const of = ends[row.variables[i]!]!;
      of.push({ row: r, coefficient });
      if (of.length > 2) return undefined;
    }
  }
  const signs = rowSigns(system, ends);
  if (!signs) return undefined;

  const ranges = system.rows.map((_, r) => r).filter((r) => system.rows[r]!.low !== system.rows[r]!.high);
  const arcs = variables + ranges.length;
  const tail = new Int32Array(arcs);
  const head = new Int32Array(arcs);
  const low = new Float64Array(arcs);
  const high = new Float64Array(arcs);
  ends.forEach((of, variable) => {
    for (const { row, coefficient } of of)
      if (coefficient * signs[row]! > 0) tail[variable] = row + 1;
      else head[variable] = row + 1;
    low[variable] = system.low[variable]!;
    high[variable] = system.high[variable]!;
  });
  const supply = new Float64Array(system.rows.length + 1);
  system.rows.forEach((row, r) => {
    supply[r + 1] = row.low === row.high ? row.low * signs[r]! : 0;
  });
  ranges.forEach((r, i) => {
    const row = system.rows[r]!;
    const arc = variables + i;
    // The slack variable is the row's own sum: sum - slack = 0.
    if (signs[r]! > 0) head[arc] = r + 1;
    else tail[arc] = r + 1;
    low[arc] = row.low;
    high[arc] = row.high;
  });
  const lists: number[][] = Array.from({ length: system.rows.length + 1 }, () => []);
  for (let arc = 0; arc < arcs; arc++) {
    lists[tail[arc]!]!.push(arc);
    if (head[arc] !== tail[arc]) lists[head[arc]!]!.push(arc);
  }
  const arcsOf = lists.map((list) => Int32Array.from(list));
  return { nodes: system.rows.length + 1, arcs, variables, tail, head, low, high, supply, arcsOf };
}

/** +1 or -1 per row such that every variable in two rows has opposite signs there; `undefined` when there is none. */
function rowSigns(system: System, ends: { row: number; coefficient: number }[][]): Int8Array | undefined {
  const neighbours: { row: number; same: boolean }[][] = system.rows.map(() => []);
  for (const of of ends) {
    const [a, b] = of;
    if (!a || !b) continue;
    if (a.row === b.row) return undefined;
    const same = a.coefficient !== b.coefficient;
    neighbours[a.row]!.push({ row: b.row, same });
    neighbours[b.row]!.push({ row: a.row, same });
  }
  const signs = new Int8Array(system.rows.length);
  for (let start = 0; start < signs.length; start++) {
    if (signs[start] !== 0) continue;
    signs[start] = 1;
    const stack = [start];
    for (let row = stack.pop(); row !== undefined; row = stack.pop())
      for (const next of neighbours[row]!) {
        const sign = next.same ? signs[row]! : -signs[row]!;
        if (signs[next.row] === 0) {
          signs[next.row] = sign;
          stack.push(next.row);
        } else if (signs[next.row] !== sign) return undefined;
      }
  }
  return signs;
}

/** A point of a network that can be pushed around while it stays consistent. */
export interface Flow {
  readonly network: Network;
  readonly value: Float64Array;
  /** Arcs that may not move at all (published cells, what an insider knows). */
  readonly frozen: Uint8Array;
}

/**
 * Raises (or lowers) one arc by at most `amount`, keeping every balance; returns by how much it went.
 * Infinity when nothing stops it, and then the flow is left at the last finite push.
 * `touched` receives every arc moved.
 */
export function push(flow: Flow, arc: number, direction: 1 | -1, amount: number, touched?: number[]): number {
  const { network, value, frozen } = flow;
  const room = direction > 0 ? network.high[arc]! - value[arc]! : value[arc]! - network.low[arc]!;
  const source = direction > 0 ? network.tail[arc]! : network.head[arc]!;
  const target = direction > 0 ? network.head[arc]! : network.tail[arc]!;
  let wanted = Math.min(amount, room);
  if (frozen[arc]) wanted = 0;
  let moved = 0;
  if (source === target) {
    if (wanted !== Number.POSITIVE_INFINITY) value[arc]! += direction * wanted;
    return wanted;
  }
  const wasFrozen = frozen[arc]!;
  frozen[arc] = 1;
  while (moved < wanted) {
    const path = augmentingPath(flow, source, target, wanted - moved);
    if (!path) break;
    if (path.bottleneck === Number.POSITIVE_INFINITY) {
      frozen[arc] = wasFrozen;
      return Number.POSITIVE_INFINITY;
    }
    for (const step of path.arcs) {
      value[step >> 1]! += step & 1 ? path.bottleneck : -path.bottleneck;
      touched?.push(step >> 1);
    }
    value[arc]! += direction * path.bottleneck;
    moved += path.bottleneck;
  }
  touched?.push(arc);
  frozen[arc] = wasFrozen;
  return moved;
}

/** Shortest way to carry a surplus from one node to another: lower arcs that leave it, raise arcs that enter it. */
function augmentingPath(
  flow: Flow,
  source: number,
  target: number,
  amount: number,
): { arcs: number[]; bottleneck: number } | undefined {
  const { network, value, frozen } = flow;
  const { tail, head, low, high, arcsOf } = network;
  const via = new Int32Array(network.nodes).fill(-1);
  const from = new Int32Array(network.nodes);
  const queue = [source];
  via[source] = -2;
  for (let q = 0; q < queue.length; q++) {
    const node = queue[q]!;
    const arcs = arcsOf[node]!;
    for (let i = 0; i < arcs.length; i++) {
      const arc = arcs[i]!;
      if (frozen[arc]) continue;
      const lower = tail[arc] === node;
      const next = lower ? head[arc]! : tail[arc]!;
      if (via[next] !== -1) continue;
      if (lower ? value[arc]! <= low[arc]! : value[arc]! >= high[arc]!) continue;
      via[next] = arc * 2 + (lower ? 0 : 1);
      from[next] = node;
      if (next === target) {
        q = queue.length;
        break;
      }
      queue.push(next);
    }
  }
  if (via[target] === -1) return undefined;
  const arcs: number[] = [];
  let bottleneck = amount;
  for (let node = target; node !== source; node = from[node]!) {
    const step = via[node]!;
    arcs.push(step);
    const arc = step >> 1;
    bottleneck = Math.min(bottleneck, step & 1 ? high[arc]! - value[arc]! : value[arc]! - low[arc]!);
  }
  return { arcs, bottleneck };
}

/**
 * The nodes a surplus at `start` can still be carried to (`ahead`), or from which one can be carried to `start`:
 * the two sides of what stops a push, nearest its source and nearest its target.
 */
export function reachable(flow: Flow, start: number, ahead: boolean): Uint8Array {
  const { network, value, frozen } = flow;
  const { tail, head, low, high, arcsOf } = network;
  const reached = new Uint8Array(network.nodes);
  reached[start] = 1;
  const queue = [start];
  for (let q = 0; q < queue.length; q++) {
    const node = queue[q]!;
    for (const arc of arcsOf[node]!) {
      if (frozen[arc]) continue;
      const atTail = tail[arc] === node;
      const next = atTail ? head[arc]! : tail[arc]!;
      if (reached[next]) continue;
      const lowers = atTail === ahead;
      if (lowers ? value[arc]! <= low[arc]! : value[arc]! >= high[arc]!) continue;
      reached[next] = 1;
      queue.push(next);
    }
  }
  return reached;
}

/** Some point of the network, or `undefined` when there is none. */
export function feasibleFlow(network: Network): Flow | undefined {
  const value = new Float64Array(network.arcs);
  for (let arc = 0; arc < network.arcs; arc++)
    value[arc] = Number.isFinite(network.low[arc]!) ? network.low[arc]! : Math.min(0, network.high[arc]!);
  const flow: Flow = { network, value, frozen: new Uint8Array(network.arcs) };
  const balance = Float64Array.from(network.supply, (s) => -s);
  for (let arc = 0; arc < network.arcs; arc++) {
    balance[network.tail[arc]!]! += value[arc]!;
    balance[network.head[arc]!]! -= value[arc]!;
  }
  const settle = (source: number, target: number, wanted: number): number => {
    const path = augmentingPath(flow, source, target, wanted);
    if (!path) return 0;
    for (const step of path.arcs) value[step >> 1]! += step & 1 ? path.bottleneck : -path.bottleneck;
    return path.bottleneck;
  };
  for (let node = 1; node < network.nodes; node++) {
    for (let other = 0; other < network.nodes && balance[node]! > 0; other++) {
      if (other !== 0 && balance[other]! >= 0) continue;
      for (let moved = 1; moved > 0 && balance[node]! > 0; ) {
        moved = settle(
          node,
          other,
          other === 0 ? balance[node]! : Math.min(balance[node]!, -balance[other]!),
        );
        balance[node]! -= moved;
        if (other !== 0) balance[other]! += moved;
        if (other !== 0 && balance[other]! >= 0) break;
      }
    }
    if (balance[node]! > 0) return undefined;
  }
  for (let node = 1; node < network.nodes; node++) {
    for (let moved = 1; moved > 0 && balance[node]! < 0; ) {
      moved = settle(0, node, -balance[node]!);
      balance[node]! += moved;
    }
    if (balance[node]! < 0) return undefined;
  }
  return flow;
}

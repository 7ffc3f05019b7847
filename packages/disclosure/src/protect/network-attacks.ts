import { type Flow, type Network, push, reachable } from '../solve/network.ts';
import { type Attacks, type Component, hiddenRoom, publishedRoom, tidyCut } from './component.ts';

/** Attacks on a network: how far a cell can move is a maximum flow, and what stops it a minimum cut. */
export function networkAttacks(component: Component, network: Network): Attacks {
  const { truth } = component;
  const flow: Flow = {
    network: { ...network, low: Float64Array.from(network.low), high: Float64Array.from(network.high) },
    value: Float64Array.from(truth),
    frozen: new Uint8Array(network.arcs),
  };
  const touched: number[] = [];

  const restore = (): void => {
    for (const arc of touched) flow.value[arc] = truth[arc]!;
    touched.length = 0;
  };

  /** Adds the capacity across the edge of a set of nodes: what could let the target move on were it hidden. */
  const addCapacity = (
    target: number,
    knows: number | undefined,
    near: (node: number) => boolean,
    weights: Map<number, number>,
  ): number => {
    let constant = 0;
    for (let arc = 0; arc < network.variables; arc++) {
      if (arc === target || arc === knows) continue;
      const inTail = near(network.tail[arc]!);
      if (inTail === near(network.head[arc]!)) continue;
      const hidden = hiddenRoom(component, arc);
      const published = publishedRoom(component, arc);
      const [all, left] = inTail ? [hidden.down, published.down] : [hidden.up, published.up];
      if (component.open[arc]) constant += all;
      else {
        constant += left;
        weights.set(arc, (weights.get(arc) ?? 0) + Math.max(0, all - left));
      }
    }
    return constant;
  };

  /** The two cuts that stop one direction, nearest the source and nearest the target of the push. */
  const stops = (target: number, direction: 1 | -1): ((node: number) => boolean)[] => {
    const [source, sink] = [network.tail[target]!, network.head[target]!];
    flow.frozen[target] = 1;
    const ahead = reachable(flow, direction > 0 ? source : sink, true);
    const behind = reachable(flow, direction > 0 ? sink : source, false);
    flow.frozen[target] = 0;
    return [(node) => ahead[node] === 1, (node) => behind[node] === 0];
  };

  const attack: Attacks['attack'] = (target, width, knows) => {
    const freeze = knows !== undefined && knows !== target;
    const before = freeze ? flow.frozen[knows]! : 0;
    if (freeze) flow.frozen[knows] = 1;
    const sides = [new Map<number, number>(), new Map<number, number>()];
    const least = [width, width];
    const moved: number[] = [];
    let total = 0;
    for (const direction of [1, -1] as const) {
      if (total >= width) break;
      const room = hiddenRoom(component, target);
      const pushed = push(flow, target, direction, width - total, touched);
      moved.push(...touched);
      if (total + pushed < width) {
        const own = direction > 0 ? room.up : room.down;
        if (pushed >= own) least.forEach((_, i) => void (least[i]! -= own));
        else
          stops(target, direction).forEach((near, i) => {
            least[i]! -= addCapacity(target, knows, near, sides[i]!);
          });
      }
      restore();
      total += pushed;
    }
    if (freeze) flow.frozen[knows] = before;
    if (total >= width) return { safe: true, moved };
    return { safe: false, cuts: sides.map((weights, i) => tidyCut(weights, least[i]!)) };
  };

  return {
    hide(hidden) {
      for (let i = 0; i < truth.length; i++) {
        const free = hidden[i] || component.open[i];
        flow.network.low[i] = free ? component.system.low[i]! : component.publishedLow[i]!;
        flow.network.high[i] = free ? component.system.high[i]! : component.publishedHigh[i]!;
        flow.frozen[i] = flow.network.low[i] === flow.network.high[i] ? 1 : 0;
      }
    },
    attack,
    interval(target, knows) {
      const freeze = knows !== undefined && knows !== target;
      const before = freeze ? flow.frozen[knows]! : 0;
      if (freeze) flow.frozen[knows] = 1;
      const up = push(flow, target, 1, Number.POSITIVE_INFINITY, touched);
      restore();
      const down = push(flow, target, -1, Number.POSITIVE_INFINITY, touched);
      restore();
      if (freeze) flow.frozen[knows] = before;
      return { low: truth[target]! - down, high: truth[target]! + up };
    },
    dispose() {},
  };
}

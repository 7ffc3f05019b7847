import { type Flow, type Network, push, reachable } from '../solve/network.ts';
import {
  type Attacks,
  type Component,
  fractionalRoom,
  gain,
  hiddenRoom,
  type Move,
  publishedRoom,
  tidyCut,
} from './component.ts';

/** Attacks on a network: how far a cell can move is a maximum flow, and what stops it a minimum cut. */
export function networkAttacks(component: Component, network: Network): Attacks {
  const { truth } = component;
  const flow: Flow = {
    network: { ...network, low: Float64Array.from(network.low), high: Float64Array.from(network.high) },
    value: Float64Array.from(truth),
    frozen: new Uint8Array(network.arcs),
  };
  const touched: number[] = [];

  /** For fractional choices: movements from the truth in thousandths, so that flows stay whole. */
  const loose: Flow = {
    network: { ...network, low: new Float64Array(network.arcs), high: new Float64Array(network.arcs) },
    value: new Float64Array(network.arcs),
    frozen: new Uint8Array(network.arcs),
  };
  const thousand = 1000;

  const restore = (): void => {
    for (const arc of touched) flow.value[arc] = truth[arc]!;
    touched.length = 0;
  };

  const differing = (): Move => {
    const cells = [...new Set(touched)].filter((arc) => arc < truth.length && flow.value[arc] !== truth[arc]);
    return { cells, by: cells.map((arc) => flow.value[arc]! - truth[arc]!) };
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
        weights.set(arc, (weights.get(arc) ?? 0) + gain(all, left));
      }
    }
    return constant;
  };

  /** The two cuts that stop one direction, nearest the source and nearest the target of the push. */
  const stops = (of: Flow, target: number, direction: 1 | -1): ((node: number) => boolean)[] => {
    const [source, sink] = [network.tail[target]!, network.head[target]!];
    of.frozen[target] = 1;
    const ahead = reachable(of, direction > 0 ? source : sink, true);
    const behind = reachable(of, direction > 0 ? sink : source, false);
    of.frozen[target] = 0;
    return [(node) => ahead[node] === 1, (node) => behind[node] === 0];
  };

  const attack: Attacks['attack'] = (target, width, knows) => {
    const freeze = knows !== undefined && knows !== target;
    const before = freeze ? flow.frozen[knows]! : 0;
    if (freeze) flow.frozen[knows] = 1;
    const sides = [new Map<number, number>(), new Map<number, number>()];
    const least = [width, width];
    const tables: Move[] = [];
    let total = 0;
    for (const direction of [1, -1] as const) {
      if (total >= width) break;
      const room = hiddenRoom(component, target);
      const pushed = push(flow, target, direction, width - total, touched);
      if (pushed > 0) tables.push(differing());
      if (total + pushed < width) {
        const own = direction > 0 ? room.up : room.down;
        const near = pushed >= own ? undefined : stops(flow, target, direction);
        sides.forEach((weights, i) => {
          least[i]! -= near ? addCapacity(target, knows, near[i]!, weights) : own;
        });
      }
      restore();
      total += pushed;
    }
    if (freeze) flow.frozen[knows] = before;
    if (total >= width) return { safe: true, tables };
    return { safe: false, cuts: sides.map((weights, i) => tidyCut(weights, least[i]!)) };
  };

  let loosened: Float64Array | undefined;
  const loosen = (choice: Float64Array, width: number, robust: boolean): void => {
    loosened = choice;
    for (let i = 0; i < truth.length; i++) {
      const hidden = hiddenRoom(component, i);
      const published = publishedRoom(component, i);
      const share = component.open[i] ? 1 : choice[i]!;
      const room = (all: number, left: number): number =>
        Math.round(thousand * fractionalRoom(all, left, width, robust, share));
      loose.network.high[i] = room(hidden.up, published.up);
      loose.network.low[i] = -room(hidden.down, published.down);
      loose.frozen[i] = loose.network.high[i] === 0 && loose.network.low[i] === 0 ? 1 : 0;
    }
  };

  const separate: Attacks['separate'] = (choice, target, width, robust) => {
    if (loosened !== choice) loosen(choice, width, robust);
    const own = hiddenRoom(component, target);
    const sides = [new Map<number, number>(), new Map<number, number>()];
    const least = [width, width];
    const asked = (robust ? 2 : 1) * width * thousand;
    loose.network.high[target] = Number.POSITIVE_INFINITY;
    loose.network.low[target] = Number.NEGATIVE_INFINITY;
    let total = 0;
    for (const direction of [1, -1] as const) {
      const room = direction > 0 ? own.up : own.down;
      const limit = Math.min(asked - total, (robust ? 2 : 1) * room * thousand);
      if (limit <= 0) continue;
      const moved: number[] = [];
      const pushed = push(loose, target, direction, limit, moved);
      if (total + pushed < asked) {
        const near = pushed >= limit ? undefined : stops(loose, target, direction);
        sides.forEach((weights, i) => {
          least[i]! -= near ? addCapacity(target, undefined, near[i]!, weights) : room;
        });
      }
      for (const arc of moved) loose.value[arc] = 0;
      total += pushed;
    }
    const share = Math.round(thousand * Math.min(width, own.up));
    loose.network.high[target] = share;
    loose.network.low[target] = -Math.round(thousand * Math.min(width, own.down));
    return total >= asked
      ? []
      : sides.map((weights, i) => tidyCut(weights, least[i]!)).filter((cut) => cut.least > 0);
  };

  return {
    separate,
    hide(hidden) {
      for (let i = 0; i < truth.length; i++) {
        const free = hidden[i] || component.open[i];
        flow.network.low[i] = free ? component.system.low[i]! : component.publishedLow[i]!;
        flow.network.high[i] = free ? component.system.high[i]! : component.publishedHigh[i]!;
        flow.frozen[i] = flow.network.low[i] === flow.network.high[i] ? 1 : 0;
      }
    },
    attack,
    dispose() {},
  };
}

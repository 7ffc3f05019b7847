import type { Highs } from 'highs';
import { type Program, program, wholePoint } from '../solve/highs.ts';
import type { System } from '../solve/system.ts';
import { type Attack, type Attacks, type Component, fractionalRoom, hiddenRoom, publishedRoom, tidyCut } from './component.ts';

/** Nodes a search for whole tables may take before the cell counts as not proven safe. */
const nodeLimit = 5000;

/**
 * Attacks where the sums are no network (three dimensions, linked tables): linear programs give the cuts from their
 * duals, whole-number programs decide where a fractional table would deceive.
 */
export function programAttacks(highs: Highs, component: Component): Attacks {
  const { truth, system, open } = component;
  const n = truth.length;
  const fixed: System = { low: [...truth], high: [...truth], rows: system.rows };
  const relaxed = program(highs, fixed, { whole: false });
  let whole: Program | undefined;
  const low = Float64Array.from(truth);
  const high = Float64Array.from(truth);
  let hiddenNow = new Uint8Array(n);
  let loosened: Float64Array | undefined;

  const setBounds = (i: number, from: number, to: number): void => {
    if (low[i] === from && high[i] === to) return;
    low[i] = from;
    high[i] = to;
    relaxed.setBounds(i, from, to);
    whole?.setBounds(i, from, to);
  };
  const wholeProgram = (): Program => {
    whole ??= program(highs, { low: [...low], high: [...high], rows: system.rows }, { whole: true, nodes: nodeLimit });
    return whole;
  };
  const knowing = <T>(cell: number | undefined, target: number, then: () => T): T => {
    if (cell === undefined || cell === target) return then();
    const [from, to] = [low[cell]!, high[cell]!];
    setBounds(cell, truth[cell]!, truth[cell]!);
    const result = then();
    setBounds(cell, from, to);
    return result;
  };

  /** How far a target moves over whole tables, with where; `bound` is proven, `reach` attained. */
  const furthest = (target: number, sense: 'max' | 'min', enough: number) => {
    const sign = sense === 'max' ? 1 : -1;
    const objective = new Map([[target, 1]]);
    const linear = relaxed.optimise(sense, objective);
    if (linear.status === 'unbounded') return unbounded(target, sense, enough);
    const bound = Math.floor(sign * (linear.value - truth[target]!) + 1e-6);
    const point = wholePoint({ low: [...low], high: [...high], rows: system.rows }, linear.point);
    if (point || bound <= 0) return { reach: point ? bound : 0, bound, point, duals: linear.duals, whole: true };
    const exact = wholeProgram().optimise(sense, objective);
    const found = wholePoint({ low: [...low], high: [...high], rows: system.rows }, exact.point);
    const reach = found ? sign * (found[target]! - truth[target]!) : 0;
    return { reach, bound, point: found, duals: linear.duals, whole: false };
  };

  /** With nothing to stop it, a table that moves the target as far as asked, found with the target held there. */
  const unbounded = (target: number, sense: 'max' | 'min', enough: number) => {
    const sign = sense === 'max' ? 1 : -1;
    const room = Math.min(enough, 1e6);
    const [from, to] = [low[target]!, high[target]!];
    const aim = truth[target]! + sign * room;
    setBounds(target, aim, aim);
    const solver = wholeProgram();
    const nearest = new Map<number, number>();
    for (let i = 0; i < n; i++) if (low[i] !== high[i] && system.low[i] !== Number.NEGATIVE_INFINITY) nearest.set(i, 1);
    const held = solver.optimise('min', nearest);
    const point = wholePoint({ low: [...low], high: [...high], rows: system.rows }, held.point);
    setBounds(target, from, to);
    return { reach: point ? Number.POSITIVE_INFINITY : 0, bound: Number.POSITIVE_INFINITY, point, duals: held.duals, whole: true };
  };

  const differing = (point: Float64Array | undefined): number[] => {
    const list: number[] = [];
    if (point) for (let i = 0; i < n; i++) if (point[i] !== truth[i]) list.push(i);
    return list;
  };

  const dualWeights = (
    target: number,
    knows: number | undefined,
    sense: 'max' | 'min',
    duals: Float64Array,
    weights: Map<number, number>,
  ): number => {
    const reduced = new Float64Array(n);
    reduced[target] = 1;
    system.rows.forEach((row, r) => {
      const dual = duals[r]!;
      if (Math.abs(dual) < 1e-7) return;
      row.variables.forEach((v, i) => {
        reduced[v]! -= dual * row.coefficients[i]!;
      });
    });
    let constant = 0;
    const add = (i: number, d: number): void => {
      const hidden = hiddenRoom(component, i);
      const published = publishedRoom(component, i);
      const up = sense === 'max' ? d > 0 : d < 0;
      const [all, left] = up ? [hidden.up, published.up] : [hidden.down, published.down];
      const size = Math.abs(d);
      if (open[i] || i === target) constant += size * all;
      else {
        constant += left > 0 ? size * left : 0;
        weights.set(i, (weights.get(i) ?? 0) + size * (all - left));
      }
    };
    for (let i = 0; i < n; i++) if (i !== knows && Math.abs(reduced[i]!) > 1e-6) add(i, reduced[i]!);
    return constant;
  };

  /** More has to be hidden than is hidden now: all that can be said when only whole tables are too few. */
  const somethingMore = (knows: number | undefined): Attack => {
    const weights = new Map<number, number>();
    for (let i = 0; i < n; i++) if (!hiddenNow[i] && !open[i] && i !== knows) weights.set(i, 1);
    return { safe: false, cuts: [{ weights, least: 1 }] };
  };

  const separate: Attacks['separate'] = (choice, target, width, robust) => {
    const factor = robust ? 2 : 1;
    const own = hiddenRoom(component, target);
    if (loosened !== choice) {
      loosened = choice;
      for (let i = 0; i < n; i++) {
        const [hidden, published] = [hiddenRoom(component, i), publishedRoom(component, i)];
        const share = open[i] ? 1 : choice[i]!;
        setBounds(
          i,
          truth[i]! - fractionalRoom(hidden.down, published.down, width, robust, share),
          truth[i]! + fractionalRoom(hidden.up, published.up, width, robust, share),
        );
      }
    }
    const [from, to] = [low[target]!, high[target]!];
    setBounds(target, truth[target]! - factor * own.down, truth[target]! + factor * own.up);
    const objective = new Map([[target, 1]]);
    const weights = new Map<number, number>();
    let total = 0;
    let constant = 0;
    for (const sense of ['max', 'min'] as const) {
      if (total >= factor * width - 1e-6) break;
      const found = relaxed.optimise(sense, objective);
      const moved = found.status === 'unbounded' ? Number.POSITIVE_INFINITY : Math.abs(found.value - truth[target]!);
      total += moved;
      if (total < factor * width - 1e-6) constant += dualWeights(target, undefined, sense, found.duals, weights);
    }
    setBounds(target, from, to);
    if (total >= factor * width - 1e-6) return [];
    const cut = tidyCut(weights, width - constant);
    return cut.least > 1e-6 ? [cut] : [];
  };

  return {
    separate,
    hide(hidden) {
      hiddenNow = Uint8Array.from(hidden);
      loosened = undefined;
      for (let i = 0; i < n; i++) {
        const free = hiddenNow[i] || open[i];
        setBounds(i, free ? system.low[i]! : component.publishedLow[i]!, free ? system.high[i]! : component.publishedHigh[i]!);
      }
    },
    attack: (target, width, knows) =>
      knowing(knows, target, () => {
        const up = furthest(target, 'max', width);
        if (up.reach >= width) return { safe: true, moved: differing(up.point) };
        const down = furthest(target, 'min', width - up.reach);
        if (up.reach + down.reach >= width)
          return { safe: true, moved: [...differing(up.point), ...differing(down.point)] };
        const weights = new Map<number, number>();
        if (up.bound + down.bound >= width) return somethingMore(knows);
        const constant =
          dualWeights(target, knows, 'max', up.duals, weights) + dualWeights(target, knows, 'min', down.duals, weights);
        const cut = tidyCut(weights, width - constant);
        return cut.least > 1e-6 ? { safe: false, cuts: [cut] } : somethingMore(knows);
      }),
    interval: (target, knows) =>
      knowing(knows, target, () => ({
        low: truth[target]! - furthest(target, 'min', Number.POSITIVE_INFINITY).reach,
        high: truth[target]! + furthest(target, 'max', Number.POSITIVE_INFINITY).reach,
      })),
    dispose() {
      relaxed.dispose();
      whole?.dispose();
    },
  };
}

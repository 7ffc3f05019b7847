import type { Highs } from 'highs';
import { type Program, program, wholePoint } from '../solve/highs.ts';
import type { System } from '../solve/system.ts';
import {
  type Attack,
  type Attacks,
  type Component,
  fractionalRoom,
  gain,
  hiddenRoom,
  type Move,
  publishedRoom,
  tidyCut,
} from './component.ts';

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
  const low = Float64Array.from(truth);
  const high = Float64Array.from(truth);
  let hiddenNow = new Uint8Array(n);

  /** Movements from the truth, up and down apart, so that the fewest can be asked for. */
  const movesProgram = (whole: boolean): Program =>
    program(
      highs,
      {
        low: new Array<number>(2 * n).fill(0),
        high: [...Array.from(high, (h, i) => h - truth[i]!), ...Array.from(low, (l, i) => truth[i]! - l)],
        rows: system.rows.map((row) => ({
          variables: [...row.variables, ...row.variables.map((v) => n + v)],
          coefficients: [...row.coefficients, ...row.coefficients.map((c) => -c)],
          low: 0,
          high: 0,
        })),
      },
      whole ? { whole, nodes: nodeLimit, absoluteGap: 1e9 } : { whole },
    );
  const moves = movesProgram(false);
  let wholeMoves: Program | undefined;
  const everyMove = new Map(Array.from({ length: 2 * n }, (_, i) => [i, 1]));

  const setBounds = (i: number, from: number, to: number): void => {
    if (low[i] === from && high[i] === to) return;
    low[i] = from;
    high[i] = to;
    relaxed.setBounds(i, from, to);
    for (const solver of [moves, wholeMoves]) {
      solver?.setBounds(i, 0, to - truth[i]!);
      solver?.setBounds(n + i, 0, truth[i]! - from);
    }
  };
  const knowing = <T>(cell: number | undefined, target: number, then: () => T): T => {
    if (cell === undefined || cell === target) return then();
    const [from, to] = [low[cell]!, high[cell]!];
    setBounds(cell, truth[cell]!, truth[cell]!);
    const result = then();
    setBounds(cell, from, to);
    return result;
  };

  /** How far a target can move at most: whole or not, the bound on both. */
  const furthest = (target: number, sense: 'max' | 'min') => {
    const sign = sense === 'max' ? 1 : -1;
    const linear = relaxed.optimise(sense, new Map([[target, 1]]));
    const bound =
      linear.status === 'unbounded'
        ? Number.POSITIVE_INFINITY
        : Math.floor(sign * (linear.value - truth[target]!) + 1e-6);
    return { bound, duals: linear.duals };
  };

  /** The cells of a whole table in which the target differs by `amount` and little else does; `undefined` for none. */
  const tableAt = (target: number, amount: number): Move | undefined => {
    if (truth[target]! + amount > high[target]! || truth[target]! + amount < low[target]!) return undefined;
    const hold = (up: number, down: number): void => {
      moves.setBounds(target, up, up);
      wholeMoves?.setBounds(target, up, up);
      moves.setBounds(n + target, down, down);
      wholeMoves?.setBounds(n + target, down, down);
    };
    const [up, down] = [Math.max(0, amount), Math.max(0, -amount)];
    hold(up, down);
    let found: Move | undefined;
    const linear = moves.optimise('min', everyMove);
    if (linear.status === 'optimal') {
      found = wholeMove(linear.point);
      if (!found) {
        wholeMoves ??= movesProgram(true);
        wholeMoves.setBounds(target, up, up);
        wholeMoves.setBounds(n + target, down, down);
        const exact = wholeMoves.optimise('min', everyMove);
        if (exact.status === 'optimal' || exact.status === 'limit') found = wholeMove(exact.point);
      }
    }
    const [room, under] = [high[target]! - truth[target]!, truth[target]! - low[target]!];
    for (const solver of [moves, wholeMoves]) {
      solver?.setBounds(target, 0, room);
      solver?.setBounds(n + target, 0, under);
    }
    return found;
  };

  /** The move as whole numbers; a fractional one is tried twice and three times as large. */
  const wholeMove = (point: Float64Array): Move | undefined => {
    if (point.length === 0) return undefined;
    const bounds: System = { low: [...low], high: [...high], rows: system.rows };
    for (const times of [1, 2, 3]) {
      const whole = wholePoint(
        bounds,
        truth.map((value, i) => value + times * (point[i]! - point[n + i]!)),
      );
      if (!whole) continue;
      const cells = [...whole.keys()].filter((i) => whole[i] !== truth[i]);
      return { cells, by: cells.map((i) => whole[i]! - truth[i]!) };
    }
    return undefined;
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
        weights.set(i, (weights.get(i) ?? 0) + size * gain(all, left));
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

  const loose = program(highs, fixed, { whole: false });
  let loosened: Float64Array | undefined;

  const separate: Attacks['separate'] = (choice, target, width, robust) => {
    const factor = robust ? 2 : 1;
    const room = (i: number): [number, number] => {
      const [hidden, published] = [hiddenRoom(component, i), publishedRoom(component, i)];
      const share = open[i] ? 1 : choice[i]!;
      return [
        truth[i]! - fractionalRoom(hidden.down, published.down, width, robust, share),
        truth[i]! + fractionalRoom(hidden.up, published.up, width, robust, share),
      ];
    };
    if (loosened !== choice) {
      loosened = choice;
      for (let i = 0; i < n; i++) loose.setBounds(i, ...room(i));
    }
    const own = hiddenRoom(component, target);
    loose.setBounds(target, truth[target]! - factor * own.down, truth[target]! + factor * own.up);
    const objective = new Map([[target, 1]]);
    const weights = new Map<number, number>();
    let total = 0;
    let constant = 0;
    for (const sense of ['max', 'min'] as const) {
      if (total >= factor * width - 1e-6) break;
      const found = loose.optimise(sense, objective);
      const moved =
        found.status === 'unbounded' ? Number.POSITIVE_INFINITY : Math.abs(found.value - truth[target]!);
      total += moved;
      if (total < factor * width - 1e-6)
        constant += dualWeights(target, undefined, sense, found.duals, weights);
    }
    loose.setBounds(target, ...room(target));
    if (total >= factor * width - 1e-6) return [];
    const cut = tidyCut(weights, width - constant);
    return cut.least > 1e-6 ? [cut] : [];
  };

  return {
    separate,
    hide(hidden) {
      hiddenNow = Uint8Array.from(hidden);
      for (let i = 0; i < n; i++) {
        const free = hiddenNow[i] || open[i];
        setBounds(
          i,
          free ? system.low[i]! : component.publishedLow[i]!,
          free ? system.high[i]! : component.publishedHigh[i]!,
        );
      }
    },
    attack: (target, width, knows) =>
      knowing(knows, target, () => {
        const one = tableAt(target, width) ?? tableAt(target, -width);
        if (one) return { safe: true, tables: [one] };
        const [up, down] = [furthest(target, 'max'), furthest(target, 'min')];
        if (up.bound + down.bound >= width) {
          // Part of the width above the true count, part below.
          for (let above = Math.min(up.bound, width - 1); above >= Math.max(1, width - down.bound); above--) {
            const [over, under] = [tableAt(target, above), tableAt(target, above - width)];
            if (over && under) return { safe: true, tables: [over, under] };
          }
          return somethingMore(knows);
        }
        const weights = new Map<number, number>();
        const constant =
          dualWeights(target, knows, 'max', up.duals, weights) +
          dualWeights(target, knows, 'min', down.duals, weights);
        const cut = tidyCut(weights, width - constant);
        return cut.least > 1e-6 ? { safe: false, cuts: [cut] } : somethingMore(knows);
      }),
    dispose() {
      relaxed.dispose();
      loose.dispose();
      moves.dispose();
      wholeMoves?.dispose();
    },
  };
}

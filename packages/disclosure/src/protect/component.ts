import type { System } from '../solve/system.ts';

/**
 * One set of cells tied together by sums, as an attacker sees it. All indexes are local to the component; `truth`
 * satisfies every row.
 */
export interface Component {
  /** Rows are equations; bounds are those of a hidden cell. */
  readonly system: System;
  readonly truth: Float64Array;
  /** What a published cell still leaves open: nothing for a count, an interval for the count behind a percentage. */
  readonly publishedLow: Float64Array;
  readonly publishedHigh: Float64Array;
  /** Never printed, whatever is decided. */
  readonly open: Uint8Array;
  /** May be hidden (not zeros that are always shown, nor what is already out). */
  readonly hideable: Uint8Array;
  /** What is lost by hiding the cell. */
  readonly cost: Float64Array;
  /** The model's unknowns. */
  readonly unknowns: readonly number[];
}

/** Room a cell has to move from its true value: hidden, and published. */
export interface Room {
  readonly up: number;
  readonly down: number;
}

export const hiddenRoom = (component: Component, i: number): Room => ({
  up: component.system.high[i]! - component.truth[i]!,
  down: component.truth[i]! - component.system.low[i]!,
});

export const publishedRoom = (component: Component, i: number): Room => ({
  up: component.publishedHigh[i]! - component.truth[i]!,
  down: component.truth[i]! - component.publishedLow[i]!,
});

/**
 * A condition every safe choice of hidden cells satisfies: the sum of weights of hidden cells is at least `least`.
 * It comes from what stops an attacker's reasoning, so it holds for all choices, not only the one attacked.
 */
export interface Cut {
  readonly weights: ReadonlyMap<number, number>;
  readonly least: number;
}

/** Another table that agrees with all that is published: the cells in which it differs from the true one, and by how much. */
export interface Move {
  readonly cells: readonly number[];
  readonly by: readonly number[];
}

/** What an attack on one protected cell comes to. */
export type Attack =
  /** One consistent table far enough from the true one, or two on either side of it. */
  | { readonly safe: true; readonly tables: readonly Move[] }
  | { readonly safe: false; readonly cuts: readonly Cut[] };

export interface Attacks {
  /** Starts from this choice of hidden cells. */
  hide(hidden: Uint8Array): void;
  /** Whether an attacker who knows cell `knows` (or none) is left with an interval of at least `width` around `target`. */
  attack(target: number, width: number, knows: number | undefined): Attack;
  /**
   * Conditions that a fractional choice (0 to 1 per cell) breaks for this target; `robust`: in their form against
   * insiders who know any one cell.
   */
  separate(choice: Float64Array, target: number, width: number, robust: boolean): readonly Cut[];
  dispose(): void;
}

/**
 * The condition in its strong form where an attacker may know any one cell: whichever cell is taken out, the rest must
 * still do. Cells that would do alone count once and twice as much is asked; lesser ones count double, and so does a
 * cell whose owner nothing can stop, since it is never taken out.
 */
export function againstInsiders(cut: Cut, unstoppable: (cell: number) => boolean): Cut {
  const weights = new Map<number, number>();
  for (const [i, weight] of cut.weights)
    weights.set(i, unstoppable(i) ? 2 * Math.min(weight, cut.least) : Math.min(cut.least, 2 * weight));
  return { weights, least: 2 * cut.least };
}

/** What hiding a cell adds to the room it has when published; nothing where that is already without end. */
export const gain = (all: number, left: number): number =>
  left === Number.POSITIVE_INFINITY ? 0 : Math.max(0, all - left);

/** What a cell hidden to a fraction contributes to a cut, for the search of cuts: at most what is asked. */
export const fractionalRoom = (
  all: number,
  left: number,
  width: number,
  robust: boolean,
  choice: number,
): number => Math.min(left, 4 * width) + choice * Math.min(width, (robust ? 2 : 1) * gain(all, left));

/** The condition with what no choice can change taken out, and no weight above what is asked. */
export function tidyCut(weights: ReadonlyMap<number, number>, least: number): Cut {
  const tidy = new Map<number, number>();
  for (const [i, weight] of weights) if (weight > 1e-7) tidy.set(i, Math.min(weight, least));
  return { weights: tidy, least };
}

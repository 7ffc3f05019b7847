import type { Model, Unknown } from '../model.ts';
import type { CompletePolicy } from '../policy.ts';
import type { Target } from '../primary.ts';
import { activity, components, type Row, restrict, type System } from '../solve/system.ts';
import type { Component } from './component.ts';

/** Everything the choice of hidden cells needs to know about one publication. */
export interface Plan {
  readonly model: Model;
  readonly policy: CompletePolicy;
  readonly targets: readonly Target[];
  /** A count for every unknown that satisfies every row: the true one where it was given. */
  readonly truth: readonly number[];
  /** What a published cell leaves open. */
  readonly published: readonly { readonly low: number; readonly high: number }[];
  /** The sums that hold, corrected where the printed ones are off. */
  readonly rows: readonly Row[];
  /** Hidden whatever it costs, protected or not (withheld tables). */
  readonly withheld: ReadonlySet<number>;
  /** Already published, or asked to be kept. */
  readonly kept: ReadonlySet<number>;
}

/** A count that stands nowhere as a number or a figure, so that hiding it means nothing. */
export const neverPrinted = (unknown: Unknown): boolean =>
  unknown.n === undefined &&
  unknown.cells.every(
    (cell) => !['percent', 'rate', 'ratio', 'average', 'change'].some((kind) => kind in cell),
  );

export const canHide = (plan: Plan, i: number): boolean => {
  const unknown = plan.model.unknowns[i]!;
  if (plan.kept.has(i)) return false;
  return !(unknown.n === 0 && plan.policy.zeros === 'shown');
};

/** What an attacker who knows the rule can say about a hidden cell; an outsider can say less. */
export function hiddenBounds(
  plan: Plan,
  i: number,
  primary: boolean,
  knowsRule: boolean,
): { low: number; high: number } {
  const { policy, model } = plan;
  const unknown = model.unknowns[i]!;
  const separate = policy.primaryMark !== policy.secondaryMark;
  const [markLow, markHigh] = policy.marks[primary ? policy.primaryMark : policy.secondaryMark] ?? [0, null];
  let low = Math.max(markLow, unknown.n === undefined ? unknown.low : 0);
  let high = Math.min(
    markHigh ?? Number.POSITIVE_INFINITY,
    unknown.n === undefined ? unknown.high : Number.POSITIVE_INFINITY,
  );
  if (neverPrinted(unknown) && unknown.cells.every((cell) => cell.shown === undefined))
    return { low: unknown.low, high: unknown.high };
  if (knowsRule) {
    if (policy.zeros === 'shown' && unknown.n !== undefined) low = Math.max(low, 1);
    if (separate && unknown.n !== undefined) {
      if (primary) high = Math.min(high, policy.small.to);
      else low = Math.max(low, policy.small.to + 1);
    }
  }
  // A mark that the count itself contradicts cannot be relied on.
  const truth = plan.truth[i]!;
  return { low: Math.min(low, truth), high: Math.max(high, truth) };
}

/**
 * The components that hold a target, each with the bounds of the strongest attacker. Cells that can never be hidden are
 * constants.
 */
export function componentsOf(plan: Plan, knowsRule: boolean): Component[] {
  const costs = costsOf(plan);
  const targets = new Set(plan.targets.map((target) => target.unknown));
  const bounds = plan.truth.map((_, i) => hiddenBounds(plan, i, targets.has(i), knowsRule));
  const open = plan.model.unknowns.map((unknown) => neverPrinted(unknown));
  const moves = (i: number): boolean =>
    open[i]! || targets.has(i) || canHide(plan, i) || plan.published[i]!.low < plan.published[i]!.high;
  const all: System = {
    low: bounds.map((b) => b.low),
    high: bounds.map((b) => b.high),
    rows: plan.rows.map((row) => {
      const sum = activity(row, plan.truth);
      return { ...row, low: sum, high: sum };
    }),
  };
  const found: Component[] = [];
  for (const { variables, rows } of components(all, moves)) {
    if (!variables.some((i) => targets.has(i))) continue;
    found.push({
      system: restrict(all, variables, rows, plan.truth),
      truth: Float64Array.from(variables, (i) => plan.truth[i]!),
      publishedLow: Float64Array.from(variables, (i) => plan.published[i]!.low),
      publishedHigh: Float64Array.from(variables, (i) => plan.published[i]!.high),
      open: Uint8Array.from(variables, (i) => (open[i] ? 1 : 0)),
      hideable: Uint8Array.from(variables, (i) => (canHide(plan, i) ? 1 : 0)),
      cost: Float64Array.from(variables, (i) => costs[i]!),
      unknowns: variables,
    });
  }
  return found;
}

/**
 * What hiding each cell loses. Fewest cells: each counts one, and among equals the smaller counts go (the extras sum to
 * less than a half, so they never outweigh a cell). Least value: the count itself. A grand total costs more than
 * everything else together.
 */
export function costsOf(plan: Plan): number[] {
  const unknowns = plan.model.unknowns;
  const order = unknowns.map((_, i) => i).sort((a, b) => plan.truth[a]! - plan.truth[b]! || a - b);
  const rank = new Float64Array(unknowns.length);
  order.forEach((i, position) => {
    rank[i] = position;
  });
  const n = Math.max(1, unknowns.length);
  const base = unknowns.map((unknown, i) => {
    const weight = Math.max(
      ...unknown.cells.map((cell) => cell.weight ?? 1),
      unknown.cells.length === 0 ? 1 : 0,
    );
    const extra = rank[i]! / (n * (n + 1));
    return weight * (plan.policy.objective === 'value' ? Math.max(1, plan.truth[i]!) : 1) + extra;
  });
  const everything = base.reduce((sum, cost) => sum + cost, 0);
  return base.map((cost, i) => (unknowns[i]!.grandTotal ? cost + everything : cost));
}

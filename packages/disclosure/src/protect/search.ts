import { loadSolver } from '../solve/highs.ts';
import { networkOf } from '../solve/network.ts';
import { type Attacks, againstInsiders, type Component, type Cut } from './component.ts';
import { cheapest } from './master.ts';
import { networkAttacks } from './network-attacks.ts';
import { programAttacks } from './program-attacks.ts';

/** A protected cell, local to its component. */
export interface LocalTarget {
  readonly cell: number;
  readonly width: number;
}

export interface Effort {
  /** Rounds of attack and choice before the search turns from exact to greedy. */
  readonly rounds: number;
  /** Nodes the solver may take to choose cells in one round. */
  readonly nodes: number;
}

export interface Choice {
  readonly hidden: Uint8Array;
  /** `optimal`: no cheaper choice is safe. `heuristic`: safe, and at most `cost - bound` above the cheapest. */
  readonly method: 'optimal' | 'heuristic';
  readonly cost: number;
  readonly bound: number;
  /** Targets that stay too narrow whatever is hidden, and for which attacker. */
  readonly unprotected: readonly { readonly cell: number; readonly knows: number | undefined }[];
  readonly rounds: number;
  readonly attacks: Attacks;
}

/** What insiders know: nothing, a cell of one, or any cell. */
export type Insiders = 'none' | 'ones' | 'any';

/**
 * The cheapest cells to hide so that every target survives every attack (Fischetti and Salazar's scheme): choose cells
 * that meet the conditions known so far, attack, and turn every success into a condition; when no attack succeeds, the
 * choice is the cheapest there is. A safe choice found early is kept in case the rounds run out.
 */
export async function chooseHidden(
  component: Component,
  targets: readonly LocalTarget[],
  forced: Uint8Array,
  insiders: Insiders,
  effort: Effort,
): Promise<Choice> {
  const highs = await loadSolver();
  const network = networkOf(component.system);
  const attacks = network ? networkAttacks(component, network) : programAttacks(highs, component);
  const cuts: Cut[] = [];
  const seen = new Set<string>();
  const unprotected: { cell: number; knows: number | undefined }[] = [];
  const hopeless = new Set<string>();
  const certificates = new Map<number, number[][]>();
  const n = component.truth.length;
  const same = sameCounts(component);

  const addCut = (cut: Cut): void => {
    let need = cut.least;
    const weights = new Map<number, number>();
    for (const [i, weight] of cut.weights) {
      if (forced[i]) need -= weight;
      else if (component.hideable[i]) {
        weights.set(i, weight);
      }
    }
    if (need <= 1e-6) return;
    const capped = new Map([...weights].map(([i, weight]) => [i, Math.min(weight, need)]));
    const name = `${need.toFixed(3)} ${[...capped].map(([i, w]) => `${i}:${w.toFixed(3)}`).join()}`;
    if (!seen.has(name)) {
      seen.add(name);
      cuts.push({ weights: capped, least: need });
    }
  };

  const knowers = (moved: readonly number[], target: number, hidden: Uint8Array): number[] =>
    insiders === 'none'
      ? []
      : [...new Set(moved)].filter(
          (i) =>
            i < n &&
            same[i] !== same[target] &&
            (hidden[i] || component.open[i]) &&
            (insiders === 'any' || component.truth[i] === 1),
        );

  /**
   * Attacks every target that has lost its earlier certificate; returns how many attacks succeeded. What succeeds even
   * with `everything` hidden cannot be helped.
   */
  const attackAll = (hidden: Uint8Array, everything = false): number => {
    attacks.hide(hidden);
    let successes = 0;
    const fail = (target: LocalTarget, knows: number | undefined, found: readonly Cut[]): void => {
      successes++;
      if (everything) {
        hopeless.add(pair(target.cell, knows));
        unprotected.push({ cell: target.cell, knows });
        return;
      }
      const unstoppable = (i: number): boolean => hopeless.has(pair(target.cell, i));
      for (const cut of found) {
        addCut(cut);
        if (insiders === 'any') addCut(againstInsiders(knows === undefined ? cut : withCell(cut, knows), unstoppable));
      }
    };
    for (const target of targets) {
      const certificate = certificates.get(target.cell);
      if (certificate?.every((moved) => moved.every((i) => i >= n || hidden[i] || component.open[i])))
        continue;
      const tables: number[][] = [];
      let complete = true;
      const first = hopeless.has(pair(target.cell, undefined)) ? undefined : attacks.attack(target.cell, target.width, undefined);
      if (!first) continue;
      if (!first.safe) {
        fail(target, undefined, first.cuts);
        continue;
      }
      tables.push([...first.moved]);
      for (const knows of knowers(first.moved, target.cell, hidden)) {
        if (hopeless.has(pair(target.cell, knows))) continue;
        if (tables.some((moved) => !moved.includes(knows))) continue;
        const again = attacks.attack(target.cell, target.width, knows);
        if (again.safe) tables.push([...again.moved]);
        else {
          complete = false;
          fail(target, knows, again.cuts);
        }
      }
      if (complete) certificates.set(target.cell, tables);
    }
    return successes;
  };

  let bound = 0;
  let proven = true;
  // What can be done at all: everything hidden.
  let hidden: Uint8Array = Uint8Array.from(forced);
  let rounds = 0;
  attackAll(component.hideable.map((can, i) => can | forced[i]!), true);
  certificates.clear();
  let successes = attackAll(hidden);
  while (successes > 0 && rounds < effort.rounds) {
    rounds++;
    const choice = cheapest(highs, component.cost, cuts, effort.nodes, n > 400 ? 0.45 : 1e-4);
    bound = Math.max(bound, choice.bound);
    proven = choice.proven;
    hidden = Uint8Array.from(forced);
    for (const i of choice.chosen) hidden[i] = 1;
    successes = attackAll(hidden); if (process.env.DBG) console.log('round', rounds, choice.bound, choice.proven, successes, cuts.length, [...hidden].join(''));
  }
  if (successes > 0) {
    proven = false;
    hidden = repair(hidden);
  }
  const method = proven && successes === 0 ? 'optimal' : 'heuristic';
  if (method === 'heuristic') prune(hidden);
  const cost = costOf(component, hidden, forced);
  return { hidden, method, cost, bound: method === 'optimal' ? cost : Math.min(bound, cost), unprotected, rounds, attacks };

  /** Meets each broken condition in turn with the cells that give most for their cost, until no attack succeeds. */
  function repair(start: Uint8Array): Uint8Array {
    const all = Uint8Array.from(start);
    let checked = 0;
    for (;;) {
      for (; checked < cuts.length; checked++) {
        const { weights, least } = cuts[checked]!;
        let missing = least;
        for (const [i, weight] of weights) if (all[i]) missing -= weight;
        const candidates = [...weights.keys()].filter((i) => !all[i]);
        while (missing > 1e-6 && candidates.length > 0) {
          const worth = (i: number): number => component.cost[i]! / Math.min(missing, weights.get(i)!);
          let best = 0;
          for (let c = 1; c < candidates.length; c++) if (worth(candidates[c]!) < worth(candidates[best]!)) best = c;
          const [i] = candidates.splice(best, 1) as [number];
          all[i] = 1;
          missing -= weights.get(i)!;
        }
      }
      if (attackAll(all) === 0) return all;
      if (checked === cuts.length) return all;
    }
  }

  /** Publishes again what turns out not to be needed, dearest first. */
  function prune(chosen: Uint8Array): void {
    const secondary = [...chosen.keys()].filter((i) => chosen[i] && !forced[i]);
    secondary.sort((a, b) => component.cost[b]! - component.cost[a]! || a - b);
    for (const i of secondary) {
      chosen[i] = 0;
      if (cuts.some((cut) => !met(cut, chosen)) || attackAll(chosen) > 0) chosen[i] = 1;
    }
    attackAll(chosen);
  }
}

const pair = (target: number, knows: number | undefined): string => `${target} ${knows ?? ''}`;

/** Cells that are one count because all else in their sum is a printed zero: who knows one knows the other anyway. */
function sameCounts(component: Component): Int32Array {
  const same = Int32Array.from(component.truth, (_, i) => i);
  const root = (i: number): number => (same[i] === i ? i : root(same[i]!));
  for (const { variables, coefficients, low, high } of component.system.rows)
    if (variables.length === 2 && low === 0 && high === 0 && coefficients[0] === -coefficients[1]!)
      same[root(variables[1]!)] = root(variables[0]!);
  return same.map((_, i) => root(i));
}

const met = (cut: Cut, chosen: Uint8Array): boolean => {
  let sum = 0;
  for (const [i, weight] of cut.weights) if (chosen[i]) sum += weight;
  return sum >= cut.least - 1e-6;
};

/** The cut with the insider's own cell put back at full weight: any one cell may be the one known. */
const withCell = (cut: Cut, cell: number): Cut => ({
  weights: new Map(cut.weights).set(cell, cut.least),
  least: cut.least,
});

function costOf(component: Component, hidden: Uint8Array, forced: Uint8Array): number {
  let cost = 0;
  hidden.forEach((is, i) => {
    if (is && !forced[i]) cost += component.cost[i]!;
  });
  return cost;
}

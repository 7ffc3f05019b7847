import type { Highs } from 'highs';
import { loadSolver, program } from '../solve/highs.ts';
import { networkOf } from '../solve/network.ts';
import {
  type Attack,
  type Attacks,
  againstInsiders,
  type Component,
  type Cut,
  type Move,
} from './component.ts';
import { cheapest } from './master.ts';
import { networkAttacks } from './network-attacks.ts';
import { programAttacks } from './program-attacks.ts';

/** A protected cell, local to its component. */
export interface LocalTarget {
  readonly cell: number;
  readonly width: number;
}

export interface Effort {
  /** Rounds of attack and choice before the best choice so far is taken. */
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
}

/** What insiders know: nothing, a cell of one, or any cell. */
export type Insiders = 'none' | 'ones' | 'any';

/**
 * The cheapest cells to hide so that every target survives every attack (Fischetti and Salazar's scheme): choose cells
 * that meet the conditions known so far, attack, and turn every success into a condition. First with fractions of cells,
 * which is quick and gives most conditions; then with whole cells. Every choice is also made safe and kept when it is
 * the best so far; when it costs no more than the conditions already demand, it is the cheapest there is.
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
  try {
    const search = new Search(highs, component, targets, forced, insiders, attacks);
    if (network) return search.run(effort, fractionalRounds);
    // An attack by program costs a hundred times one by flow: large ones get fewer rounds.
    const rounds = Math.min(fractionalRounds, Math.max(4, Math.round(3000 / targets.length)));
    return search.run(
      component.truth.length > 600 ? { ...effort, rounds: Math.min(effort.rounds, 2) } : effort,
      rounds,
    );
  } finally {
    attacks.dispose();
  }
}

class Search {
  private readonly cuts: Cut[] = [];
  private readonly seen = new Set<string>();
  private readonly hopeless = new Set<string>();
  private readonly unprotected: { cell: number; knows: number | undefined }[] = [];
  private readonly certificates = new Map<number, Move[]>();
  /** Tables found so far, under every target they move far enough. */
  private readonly pool = new Map<number, Move[]>();
  private readonly widths: ReadonlyMap<number, number>;
  private readonly same: Int32Array;
  private best: { hidden: Uint8Array; cost: number } | undefined;
  private bound = 0;
  private readonly highs: Highs;
  private readonly component: Component;
  private readonly targets: readonly LocalTarget[];
  private readonly forced: Uint8Array;
  private readonly insiders: Insiders;
  private readonly attacks: Attacks;

  constructor(
    highs: Highs,
    component: Component,
    targets: readonly LocalTarget[],
    forced: Uint8Array,
    insiders: Insiders,
    attacks: Attacks,
  ) {
    this.highs = highs;
    this.component = component;
    this.targets = targets;
    this.forced = forced;
    this.insiders = insiders;
    this.attacks = attacks;
    this.same = sameCounts(component);
    this.widths = new Map(targets.map((target) => [target.cell, target.width]));
  }

  run(effort: Effort, rounds: number): Choice {
    // What succeeds even with everything hidden cannot be helped.
    this.attackAll(
      this.component.hideable.map((can, i) => can | this.forced[i]!),
      true,
    );
    this.certificates.clear();
    if (this.attackAll(this.forced) === 0) this.consider(Uint8Array.from(this.forced));
    else {
      this.consider(this.repaired(this.fractions(rounds)));
      for (let round = 0; round < effort.rounds && !this.closed(); round++) {
        const choice = cheapest(
          this.highs,
          this.component.cost,
          this.cuts,
          effort.nodes,
          this.forced.length > 60 ? 0.45 : 1e-3,
          Math.ceil(this.bound - 0.5 - 1e-6),
        );
        this.bound = Math.max(this.bound, choice.bound);
        const hidden = Uint8Array.from(this.forced);
        for (const i of choice.chosen) hidden[i] = 1;
        this.consider(this.repaired(hidden));
      }
    }
    const { hidden, cost } = this.best!;
    const optimal = this.closed();
    return {
      hidden,
      cost,
      method: optimal ? 'optimal' : 'heuristic',
      bound: optimal ? cost : this.bound,
      unprotected: this.unprotected,
    };
  }

  /** The bound rounded up reaches the best choice: extras that decide between equals sum to less than a half. */
  private closed(): boolean {
    return this.best !== undefined && Math.floor(this.best.cost + 1e-6) <= Math.ceil(this.bound - 0.5 - 1e-6);
  }

  private consider(hidden: Uint8Array): void {
    let cost = 0;
    hidden.forEach((is, i) => {
      if (is && !this.forced[i]) cost += this.component.cost[i]!;
    });
    if (!this.best || cost < this.best.cost - 1e-9) this.best = { hidden, cost };
  }

  private addCut(cut: Cut): boolean {
    let need = cut.least;
    const weights = new Map<number, number>();
    for (const [i, weight] of cut.weights) {
      if (this.forced[i]) need -= weight;
      else if (this.component.hideable[i]) weights.set(i, weight);
    }
    if (need <= 1e-6) return false;
    let most = 0;
    for (const [i, weight] of weights) {
      weights.set(i, Math.min(weight, need));
      most += Math.min(weight, need);
    }
    if (most < need - 1e-6) return false;
    const name = `${need.toFixed(3)} ${[...weights].map(([i, w]) => `${i}:${w.toFixed(3)}`).join()}`;
    if (this.seen.has(name)) return false;
    this.seen.add(name);
    this.cuts.push({ weights, least: need });
    return true;
  }

  /**
   * Rounds of linear programming: the least loss when cells may be hidden by fractions. Returns the cells hidden by more
   * than a half in the last round, and sets the bound.
   */
  private fractions(rounds: number): Uint8Array {
    const { component, forced } = this;
    const n = component.truth.length;
    const robust = this.insiders === 'any';
    const solver = program(
      this.highs,
      {
        low: Array.from(forced, () => 0),
        high: Array.from(forced, (is, i) => (is || !component.hideable[i] ? 0 : 1)),
        rows: [],
      },
      { whole: false },
    );
    const objective = new Map([...component.cost].map((cost, i) => [i, cost]));
    const choice = { y: new Float64Array(n) };
    let given = 0;
    let stalled = 0;
    try {
      for (let round = 0; round < rounds && stalled < patience; round++) {
        for (; given < this.cuts.length; given++) {
          const { weights, least } = this.cuts[given]!;
          solver.addRow([...weights.keys()], [...weights.values()], least, Number.POSITIVE_INFINITY);
        }
        const found = solver.optimise('min', objective);
        if (found.status !== 'optimal') break;
        stalled = found.value > this.bound + 1e-4 * Math.max(1, this.bound) ? 0 : stalled + 1;
        this.bound = Math.max(this.bound, found.value);
        choice.y = Float64Array.from(found.point, (y, i) => (forced[i] ? 1 : y));
        let added = 0;
        for (const target of this.targets) {
          if (this.hopeless.has(pair(target.cell, undefined))) continue;
          for (const cut of this.attacks.separate(choice.y, target.cell, target.width, robust)) {
            const strong = robust
              ? againstInsiders(cut, (i) => this.hopeless.has(pair(target.cell, i)))
              : cut;
            if (covered(strong, choice.y) < strong.least - 1e-3 && this.addCut(strong)) added++;
          }
        }
        if (added === 0) break;
      }
    } finally {
      solver.dispose();
    }
    return forced.map((is, i) => (is || choice.y[i]! > 0.5 ? 1 : 0));
  }

  /** The insiders whose knowledge could spoil these tables: they know a cell in which the tables differ. */
  private knowers(moved: readonly number[], target: number, hidden: Uint8Array): number[] {
    if (this.insiders === 'none') return [];
    const { truth, open } = this.component;
    return [...new Set(moved)].filter(
      (i) =>
        i < truth.length &&
        this.same[i] !== this.same[target] &&
        (hidden[i] || open[i]) &&
        (this.insiders === 'any' || truth[i] === 1),
    );
  }

  /** Attacks every target that has lost its earlier certificate; returns how many attacks succeeded. */
  private attackAll(hidden: Uint8Array, everything = false): number {
    this.attacks.hide(hidden);
    let successes = 0;
    for (const target of this.targets) {
      const certificate = this.certificates.get(target.cell);
      if (certificate?.every((table) => this.stands(table, hidden))) continue;
      successes += this.attackOne(target, hidden, everything);
    }
    return successes;
  }

  private attackOne(target: LocalTarget, hidden: Uint8Array, everything: boolean): number {
    if (this.hopeless.has(pair(target.cell, undefined))) return 0;
    const first = this.attack(target, undefined, hidden);
    if (!first.safe) return this.fail(target, undefined, first.cuts, everything);
    const tables = [...first.tables];
    let successes = 0;
    for (const knows of this.knowers(
      tables.flatMap((table) => table.cells),
      target.cell,
      hidden,
    )) {
      if (this.hopeless.has(pair(target.cell, knows))) continue;
      const again = this.attack(target, knows, hidden);
      if (again.safe) tables.push(...again.tables);
      else successes += this.fail(target, knows, again.cuts, everything);
    }
    if (successes === 0) this.certificates.set(target.cell, tables);
    return successes;
  }

  /** An attack, answered by a table found earlier where one will do. */
  private attack(target: LocalTarget, knows: number | undefined, hidden: Uint8Array): Attack {
    const known = this.pool
      .get(target.cell)
      ?.find((table) => (knows === undefined || !table.cells.includes(knows)) && this.stands(table, hidden));
    if (known) return { safe: true, tables: [known] };
    const result = this.attacks.attack(target.cell, target.width, knows);
    if (result.safe)
      for (const table of result.tables)
        table.cells.forEach((cell, i) => {
          const width = this.widths.get(cell);
          if (width === undefined || Math.abs(table.by[i]!) < width) return;
          const found = this.pool.get(cell);
          if (found) found.push(table);
          else this.pool.set(cell, [table]);
        });
    return result;
  }

  /** Whether a table still agrees with what is published: all it changes is hidden. */
  private stands(table: Move, hidden: Uint8Array): boolean {
    return table.cells.every((i) => hidden[i] || this.component.open[i]);
  }

  private fail(target: LocalTarget, knows: number | undefined, cuts: readonly Cut[], everything: boolean): 1 {
    if (everything) {
      this.hopeless.add(pair(target.cell, knows));
      this.unprotected.push({ cell: target.cell, knows });
      return 1;
    }
    const unstoppable = (i: number): boolean => this.hopeless.has(pair(target.cell, i));
    for (const cut of cuts) {
      this.addCut(cut);
      if (this.insiders === 'any')
        this.addCut(againstInsiders(knows === undefined ? cut : withCell(cut, knows), unstoppable));
    }
    return 1;
  }

  /**
   * A safe choice near the given one: as long as an attack succeeds, the cell that meets most broken conditions for its
   * cost is hidden as well; then what turns out not to be needed is published again, dearest first.
   */
  private repaired(start: Uint8Array): Uint8Array {
    const hidden = Uint8Array.from(start);
    while (this.attackAll(hidden) > 0) {
      const broken = this.cuts
        .map((cut) => ({ cut, missing: cut.least - covered(cut, hidden, this.forced) }))
        .filter(({ missing }) => missing > 1e-6);
      if (broken.length === 0) break;
      while (broken.some(({ missing }) => missing > 1e-6)) {
        const worth = new Map<number, number>();
        for (const { cut, missing } of broken)
          if (missing > 1e-6)
            for (const [i, weight] of cut.weights)
              if (!hidden[i]) worth.set(i, (worth.get(i) ?? 0) + Math.min(weight, missing) / cut.least);
        let choice = -1;
        let most = 0;
        for (const [i, gain] of worth) {
          const rate = gain / this.component.cost[i]!;
          if (rate > most + 1e-9 || (rate > most - 1e-9 && choice >= 0 && i < choice))
            [choice, most] = [i, rate];
        }
        if (choice < 0) break;
        hidden[choice] = 1;
        for (const entry of broken) entry.missing -= entry.cut.weights.get(choice) ?? 0;
      }
    }
    this.prune(hidden);
    return hidden;
  }

  private prune(hidden: Uint8Array): void {
    const { cost } = this.component;
    const secondary = [...hidden.keys()].filter((i) => hidden[i] && !this.forced[i]);
    secondary.sort((a, b) => cost[b]! - cost[a]! || a - b);
    for (const i of secondary) {
      hidden[i] = 0;
      const needed = this.cuts.some(
        (cut) => cut.weights.has(i) && covered(cut, hidden, this.forced) < cut.least - 1e-6,
      );
      if (needed || this.attackAll(hidden) > 0) hidden[i] = 1;
    }
  }
}

/** Rounds with fractions at most, and rounds without progress after which they stop. */
const fractionalRounds = 40;
const patience = 4;

const pair = (target: number, knows: number | undefined): string => `${target} ${knows ?? ''}`;

/** The sum of a cut's weights over a choice; cuts kept by the search count beyond the `forced` cells only. */
function covered(cut: Cut, choice: ArrayLike<number>, forced?: Uint8Array): number {
  let sum = 0;
  for (const [i, weight] of cut.weights) if (!forced?.[i]) sum += weight * choice[i]!;
  return sum;
}

/** The cut with the insider's own cell put back at full weight: any one cell may be the one known. */
const withCell = (cut: Cut, cell: number): Cut => ({
  weights: new Map(cut.weights).set(cell, cut.least),
  least: cut.least,
});

/** Cells that are one count because all else in their sum is a printed zero: who knows one knows the other anyway. */
function sameCounts(component: Component): Int32Array {
  const same = Int32Array.from(component.truth, (_, i) => i);
  const root = (i: number): number => (same[i] === i ? i : root(same[i]!));
  for (const { variables, coefficients, low, high } of component.system.rows)
    if (variables.length === 2 && low === 0 && high === 0 && coefficients[0] === -coefficients[1]!)
      same[root(variables[1]!)] = root(variables[0]!);
  return same.map((_, i) => root(i));
}
